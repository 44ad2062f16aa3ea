package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// outcome is what a run of the program leaves.
type outcome struct {
	status         int
	stdout, stderr string
}

// runWith runs the program with a text as standard input.
func runWith(stdin string, args ...string) outcome {
	var stdout, stderr strings.Builder
	status := run(args, strings.NewReader(stdin), &stdout, &stderr)
	return outcome{status, stdout.String(), stderr.String()}
}

// open is a question that is answered, by true.
const open = `{"zone":"UTC","week":{"mon":[["09:00","17:00"]]},"op":"is_open","start":"2026-03-02T09:00:00Z"}` + "\n"

func TestLines(t *testing.T) {
	const yes = `{"result":true}` + "\n"
	for _, tt := range []struct {
		name, stdin string
		want        outcome
	}{
		{"nothing", "", outcome{}},
		{"one line", open, outcome{0, yes, ""}},
		{"no end of line", strings.TrimSuffix(open, "\n"), outcome{0, yes, ""}},
		{"blank lines are counted", "\n \t\r\n" + open + "x\n", outcome{1, yes + `{"line":4,"error":"x is not a JSON value"}` + "\n", ""}},
		{"CR LF", strings.ReplaceAll(open+open, "\n", "\r\n"), outcome{0, yes + yes, ""}},
		{"byte order mark", "\uFEFF" + open + "\uFEFF" + open, outcome{1,
			yes + `{"line":2,"error":"the text begins with a byte order mark (U+FEFF); leave it out"}` + "\n", ""}},
		{"a failed line in its place", open + `{"id":"q","op":"is_open"}` + "\n" + open, outcome{1,
			yes + `{"line":2,"id":"q","error":"is_open needs \"start\""}` + "\n" + yes, ""}},
		{"two values on a line", strings.TrimSuffix(open, "\n") + " " + open, outcome{1,
			`{"line":1,"error":"column 97: '{' must not follow the value; ` + whyLines + `"}` + "\n", ""}},
		{"not an object", "[1]\n", outcome{1, `{"line":1,"error":"must be an object, not an array; ` + whyLines + `"}` + "\n", ""}},
		{"nothing on a line but a mark", "\uFEFF\n" + open, outcome{0, yes, ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, runWith(tt.stdin, "calendar"), cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A line of the greatest length is read, a longer one is not; the one after it is.
func TestLongLines(t *testing.T) {
	line := strings.TrimSuffix(open, "\n")
	fits := line + strings.Repeat(" ", 16777216-len(line))
	got := runWith(fits+"\n"+fits+" \n"+open+fits+" ", "calendar")
	want := outcome{1, `{"result":true}` + "\n" +
		`{"line":2,"error":"the line is longer than 16 MiB (16777216 bytes)"}` + "\n" +
		`{"result":true}` + "\n" +
		`{"line":4,"error":"the line is longer than 16 MiB (16777216 bytes)"}` + "\n", ""}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good, bad := write("good", open), write("bad", "\n"+`{"id":"b"}`+"\n")
	none := filepath.Join(dir, "none")
	const yes = `{"result":true}` + "\n"
	failed := `"error":"needs \"op\": add, sub, between, is_open, next_open, prev_close or add_days"}` + "\n"
	for _, tt := range []struct {
		name string
		args []string
		want outcome
	}{
		{"a file", []string{good}, outcome{0, yes, ""}},
		{"standard input", []string{"-"}, outcome{0, yes + yes, ""}},
		{"one file is not named", []string{bad}, outcome{1, `{"line":2,"id":"b",` + failed, ""}},
		{"lines are counted by file", []string{good, bad, "-", bad}, outcome{1,
			yes + `{"line":2,"file":"` + bad + `","id":"b",` + failed + yes + yes + `{"line":2,"file":"` + bad + `","id":"b",` + failed, ""}},
		{"no such file", []string{none, good}, outcome{1, yes, "slaclock: open " + none + ": no such file or directory\n"}},
		{"a folder", []string{dir}, outcome{1, "", "slaclock: open " + dir + ": is a directory\n"}},
		{"a folder between files", []string{good, dir, good}, outcome{1, yes + yes, "slaclock: open " + dir + ": is a directory\n"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runWith(open+open, append([]string{"calendar"}, tt.args...)...)
			if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A reader that breaks in the middle of a line.
type broken struct{ r *strings.Reader }

func (b broken) Read(p []byte) (int, error) {
	if b.r.Len() == 0 {
		return 0, errors.New("cable pulled")
	}
	return b.r.Read(p)
}

func TestReadError(t *testing.T) {
	var stdout, stderr strings.Builder
	status := run([]string{"calendar"}, broken{strings.NewReader(open + `{"id`)}, &stdout, &stderr)
	got := outcome{status, stdout.String(), stderr.String()}
	want := outcome{1, `{"result":true}` + "\n" + `{"line":2,"error":"the line cannot be read: cable pulled"}` + "\n", ""}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteError(t *testing.T) {
	for _, args := range [][]string{
		{"calendar"}, {"calendar", "-format", "table"}, {"-version"}, {"-h"},
		{"holidays", "-region", "US", "-from", "2026"}, {"holidays", "-region", "US", "-from", "2026", "-format", "json"},
	} {
		var stderr strings.Builder
		status := run(args, strings.NewReader(strings.Repeat(open, 10000)), full{}, &stderr)
		if status != 1 || stderr.String() != "slaclock: disk full\n" {
			t.Errorf("%v: status %d, %q", args, status, stderr.String())
		}
	}
}

// A program that asks line by line gets each answer before it asks the next: it
// waits for the answer here, and asks nothing more until it has come.
func TestAnswerBeforeNextQuestion(t *testing.T) {
	for _, format := range []string{"json", "table"} {
		in, ask := io.Pipe()
		answers, out := io.Pipe()
		status := make(chan int)
		go func() {
			var stderr strings.Builder
			status <- run([]string{"calendar", "-format", format}, in, out, &stderr)
			out.Close()
		}()
		lines := bufio.NewScanner(answers)
		if format == "table" {
			// The head of the table comes with its first row.
			io.WriteString(ask, open)
			lines.Scan()
			lines.Scan()
		}
		for _, question := range []string{open, "\n\n" + open, "x\n", open + open, strings.Repeat(open, 100), `{"zone":`, `"UTC"}` + "\n", open} {
			answered := make(chan bool)
			go func() {
				for range strings.Count(question, "}\n") + strings.Count(question, "x\n") {
					lines.Scan()
				}
				close(answered)
			}()
			io.WriteString(ask, question)
			select {
			case <-answered:
			case <-time.After(time.Minute):
				t.Fatalf("%s: no answer to %q", format, question)
			}
		}
		ask.Close()
		if got := <-status; lines.Scan() || got != exitFailed {
			t.Errorf("%s: status %d, and %q", format, got, lines.Text())
		}
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		args   string
		stderr string // its first line
	}{
		{"tikets", `slaclock: "tikets" is not a command; write tickets, report, diff, releases, calendar, holidays or lint`},
		{"-version extra", `slaclock: -version stands alone; leave "extra" out`},
		{"-version tickets", `slaclock: -version stands alone; leave "tickets" out`},
		{"help tikets", `slaclock: "tikets" is not a command; write tickets, report, `},
		{"help help", `slaclock: "help" is not a command; write tickets, report, `},
		{"help tickets lint", `slaclock: help: "lint" is one argument too many`},
		{"-verbose", `slaclock: flag provided but not defined: -verbose`},
		{"calendar -verbose", `slaclock: flag provided but not defined: -verbose`},
		{"calendar -format csv", `slaclock: invalid value "csv" for flag -format: write json, table or svg`},
		{"calendar x -format json", `slaclock: calendar: "-format" comes too late: flags stand before files; write "./-format" for a file of that name`},
		{"holidays", `slaclock: holidays: name a region, such as -region US-MD; known are`},
		{"holidays -region US", `slaclock: holidays: name the first year, such as -from 2026`},
		{"holidays -region US-CA -from 2026", `slaclock: holidays: calendar: region: "US-CA" is not a region whose holidays are known; write US or US-MD`},
		{"holidays -region US -list x -from 2026", `slaclock: holidays: calendar: region: "US" has no list "x"; it has one list, without a name`},
		{"holidays -region US -from 2027 -to 2026", `slaclock: holidays: -to 2026 is before -from 2027`},
		{"holidays -region US -from 0", `slaclock: invalid value "0" for flag -from: write a year of four digits, such as 2026`},
		{"holidays -region DE -from 26", `slaclock: invalid value "26" for flag -from: write a year of four digits, such as 2026`},
		{"holidays -region DE -from 0000", `slaclock: invalid value "0000" for flag -from: write a year of four digits, such as 2026`},
		{"holidays -region DE -from 0026 -to 999", `slaclock: invalid value "999" for flag -to: write a year of four digits, such as 2026`},
		{"holidays -region US -from 2026 -to 10000", `slaclock: invalid value "10000" for flag -to: write a year of four digits, such as 2026`},
		{"holidays -region US -from 2026 x", `slaclock: holidays: "x" is one argument too many`},
	} {
		got := runWith(open, strings.Fields(tt.args)...)
		first, _, _ := strings.Cut(got.stderr, "\n")
		if got.status != 2 || got.stdout != "" || !strings.HasPrefix(first, tt.stderr) {
			t.Errorf("%q: status %d, %q, %s\nwant %s", tt.args, got.status, got.stdout, first, tt.stderr)
		}
	}
}

func TestHelp(t *testing.T) {
	for _, tt := range []struct{ args, want string }{
		{"-h", "usage: slaclock [-version] [COMMAND]\n"},
		{"-help", "usage: slaclock [-version] [COMMAND]\n"},
		{"calendar -h", "usage: slaclock calendar [-month 2026-03] [-format json|table|svg] [FILE...]\n"},
		{"holidays -h", "usage: slaclock holidays -region CODE -from YEAR"},
		{"help", "usage: slaclock [-version] [COMMAND]\n"},
		{"help calendar", "usage: slaclock calendar [-month 2026-03] [-format json|table|svg] [FILE...]\n"},
		{"help lint", "usage: slaclock lint [-on DATE]"},
	} {
		got := runWith("", strings.Fields(tt.args)...)
		if got.status != 0 || got.stderr != "" || !strings.HasPrefix(got.stdout, tt.want) {
			t.Errorf("%q: %v", tt.args, got)
		}
	}
}

// The help of each command that reads lines says how long they can be.
func TestHelp_LongestLine(t *testing.T) {
	const limit = `
Each line of a FILE is one JSON object, at most 16 MiB long; "-", or no FILE, reads
standard input.
`
	for command, want := range map[string]int{"tickets": 1, "report": 1, "diff": 1, "releases": 1, "calendar": 1, "holidays": 0, "lint": 0} {
		if got := runWith("", "help", command); strings.Count(got.stdout, limit) != want {
			t.Errorf("%s: %s", command, got.stdout)
		}
	}
}

func TestVersion(t *testing.T) {
	got := runWith("", "-version")
	lines := strings.Split(got.stdout, "\n")
	if got.status != 0 || len(lines) != 4 || !strings.HasPrefix(lines[0], "slaclock ") || lines[1] != "tz database 2025c" ||
		!strings.HasPrefix(lines[2], "holidays of ") || !strings.HasSuffix(lines[2], ", Malaysia's confirmed through 2026-12-31") {
		t.Errorf("%v", got)
	}
}
