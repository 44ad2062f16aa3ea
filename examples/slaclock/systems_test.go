package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A systemCase is a question that another system's own tests ask, with the answer
// that our rules give: see testdata/systems/README.md.
type systemCase struct {
	From   string          `json:"from"`   // where the other system's test stands
	In     json.RawMessage `json:"in"`     // the question, as the command reads it
	Out    json.RawMessage `json:"out"`    // the result, or {"error":true}
	Theirs json.RawMessage `json:"theirs"` // theirs, if it is another one
	Why    string          `json:"why"`    // then: the rule that decides
}

// systemCases reads the questions of a file.
func systemCases(t *testing.T, file string) (all []systemCase) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(data) {
		var c systemCase
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&c); err != nil {
			t.Fatalf("%s: %s: %v", file, line, err)
		}
		all = append(all, c)
	}
	return all
}

// TestSystems asks the calendars what the test suites of other systems ask theirs. Where
// the answers differ the case says why, and theirs must be another one indeed.
func TestSystems(t *testing.T) {
	files, err := filepath.Glob("../../testdata/systems/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".jsonl")
		if strings.HasSuffix(name, "-tickets") {
			continue // package document answers them
		}
		t.Run(name, func(t *testing.T) {
			var differ int
			cases := systemCases(t, file)
			for i, c := range cases {
				if (c.Theirs != nil) != (c.Why != "") || c.From == "" {
					t.Errorf("line %d: a case has from, and theirs with why or neither", i+1)
				}
				if c.Theirs != nil {
					if differ++; bytes.Equal(c.Theirs, c.Out) {
						t.Errorf("line %d: theirs is out", i+1)
					}
				}
				got := runWith(string(c.In)+"\n", "calendar")
				if diff := cmp.Diff(string(c.Out), resultOf(got.stdout)); diff != "" {
					t.Errorf("line %d, %s\n%s\n(-want +got)\n%s", i+1, c.From, c.In, diff)
				}
			}
			t.Logf("%d questions, %d answered otherwise there", len(cases), differ)
		})
	}
}

// TestSystemsPage: the page beside the cases has a row for each system, with the numbers of
// its questions, its tickets and those answered otherwise there.
func TestSystemsPage(t *testing.T) {
	const folder = "../../testdata/systems/"
	page, err := os.ReadFile(folder + "README.md")
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(folder + "*.jsonl")
	systems := map[string][3]int{}
	for _, file := range files {
		name, tickets := strings.CutSuffix(strings.TrimSuffix(filepath.Base(file), ".jsonl"), "-tickets")
		n := systems[name]
		for _, c := range systemCases(t, file) {
			if c.Theirs != nil {
				n[2]++
			}
			if tickets {
				n[1]++
			} else {
				n[0]++
			}
		}
		systems[name] = n
	}
	got := map[string][3]int{}
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(line, " | ")
		if name := strings.TrimPrefix(cells[0], "| "); len(cells) == 7 && name != "system" && name != "---" {
			var n [3]int
			for i := range n {
				n[i], _ = strconv.Atoi(cells[3+i]) // a dash is none
			}
			got[name] = n
		}
	}
	if diff := cmp.Diff(systems, got); diff != "" {
		t.Errorf("(-files +page):\n%s", diff)
	}
	// README tells the sums, too.
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var sum [3]int
	for _, n := range systems {
		for i := range sum {
			sum[i] += n[i]
		}
	}
	questions := fmt.Sprintf("%d,%03d", sum[0]/1000, sum[0]%1000)
	for what, text := range map[string]string{
		"systems": fmt.Sprintf("%d other systems", len(systems)), "questions and tickets": fmt.Sprintf("%s questions and %d tickets", questions, sum[1]), "others": fmt.Sprintf("why %d are", sum[2]),
	} {
		if !strings.Contains(string(readme), text) {
			t.Errorf("README: %s: want %q", what, text)
		}
	}
	for _, text := range []string{fmt.Sprintf("of %d of them", len(systems)), questions + " questions to calendars", fmt.Sprintf("%d tickets; %d of them", sum[1], sum[2])} {
		if !strings.Contains(string(page), text) {
			t.Errorf("the page: want %q", text)
		}
	}
}

// resultOf returns the result in an answer as it stands, or {"error":true} of an error.
func resultOf(line string) string {
	var a struct {
		Result json.RawMessage
		Error  string
	}
	switch err := json.Unmarshal([]byte(line), &a); {
	case err != nil:
		return line
	case a.Error != "":
		return `{"error":true}`
	}
	return string(a.Result)
}
