package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// drawn runs a command with the format svg.
func drawn(stdin, command string, args ...string) outcome {
	return runWith(stdin, append([]string{command, "-format", "svg"}, args...)...)
}

const drawnTicket = `{"id":"P-1","agreement":"purchased","as_of":"2026-07-03T12:00:00-05:00","events":[{"at":"2026-07-02T17:00:00-05:00","kind":"reported","severity":"2","channel":"email"}]}` + "\n"

// wellFormed fails unless a text is XML whose root is svg, and each svg in it that
// holds no other has one title and one desc. It returns how many elements svg there are.
func wellFormed(t *testing.T, text string) (n int) {
	t.Helper()
	type level struct {
		name string
		has  map[string]int
	}
	stack := []level{{has: map[string]int{}}}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if len(stack) == 1 && (e.Name.Local != "svg" || e.Name.Space != "http://www.w3.org/2000/svg") {
				t.Fatalf("the root is %v", e.Name)
			}
			stack[len(stack)-1].has[e.Name.Local]++
			stack = append(stack, level{name: e.Name.Local, has: map[string]int{}})
		case xml.EndElement:
			l := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if l.name != "svg" {
				continue
			}
			if n++; l.has["svg"] == 0 && (l.has["title"] != 1 || l.has["desc"] != 1) {
				t.Errorf("a picture has %v", l.has)
			}
		}
	}
}

func TestSVG(t *testing.T) {
	one := drawn(drawnTicket, "tickets")
	if one.status != 0 || one.stderr != "" || wellFormed(t, one.stdout) != 1 {
		t.Errorf("%+v", one)
	}
	for _, want := range []string{`width="840"`, "P-1: purchased ticket</title>", "due Mon 6 Jul 13:00</text>", ">Independence Day</text>"} {
		if !strings.Contains(one.stdout, want) {
			t.Errorf("no %s in\n%s", want, one.stdout)
		}
	}
	wide := drawn(drawnTicket, "tickets", "-width", "1000", "-as-of", "2026-07-06T13:00:00.000000001-05:00")
	if wide.status != 0 || !strings.Contains(wide.stdout, `width="1000"`) || !strings.Contains(wide.stdout, "breached, still open</text>") {
		t.Errorf("%+v", wide)
	}
	three := drawn("\n"+drawnTicket+"{}\n"+drawnTicket, "tickets")
	if three.status != 1 || wellFormed(t, three.stdout) != 3 { // the two, and what holds them
		t.Errorf("%+v", three)
	}
	if want := "slaclock: line 3: "; !strings.HasPrefix(three.stderr, want) {
		t.Errorf("stderr %q, want %q", three.stderr, want)
	}
	for _, id := range []string{`id="slaclock-1"`, `id="slaclock-2"`} {
		if strings.Count(three.stdout, id) != 1 {
			t.Errorf("%s is not there once", id)
		}
	}
	if none := drawn("", "tickets"); none != (outcome{}) {
		t.Errorf("%+v", none)
	}
	if narrow := drawn(drawnTicket, "tickets", "-width", "359"); narrow.status != exitUsage || narrow.stdout != "" {
		t.Errorf("%+v", narrow)
	}
	if many := drawn(strings.Repeat(drawnTicket, maxPictures+1), "tickets"); many.status != 1 ||
		many.stderr != "slaclock: line 201: 200 pictures have been drawn; ask for fewer at a time\n" || wellFormed(t, many.stdout) != 201 {
		t.Errorf("%d %s", many.status, many.stderr)
	}
}

// golden compares a picture with a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	want, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s; if the picture is right, write it with the command (-want +got):\n%s", name, diff)
	}
}

const drawnReleases = `{"id":"p","agreement":"portx","on":"2026-11-21","releases":[{"version":"3.0","released":"2025-09-01"},{"version":"2.4","released":"2025-05-10"}]}` + "\n"

func TestSVGReleases(t *testing.T) {
	got := drawn(drawnReleases, "releases")
	if got.status != 0 || got.stderr != "" || wellFormed(t, got.stdout) != 1 {
		t.Errorf("%+v", got)
	}
	// POR-5: 18 months from 1 September 2025 end on 1 March 2027.
	for _, want := range []string{">p: portx releases</title>", "2.4: previous, support from 10 May 2025 to 1 Mar 2027, supported on that day.</desc>", ">from 10 May 2025 to 1 Mar 2027</text>", `width="840"`} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("no %s in\n%s", want, got.stdout)
		}
	}
	golden(t, "releases.svg", got.stdout)
	unnamed := drawn(strings.Replace(drawnReleases, `"id":"p",`, ``, 1), "releases")
	if !strings.Contains(unnamed.stdout, ">portx releases</title>") {
		t.Errorf("%+v", unnamed)
	}
	// A document's releases are drawn like those of the library.
	document := `{"agreement":"shop-software","on":"2026-11-21","releases":[{"version":"2.0","released":"2026-01-01"},{"version":"1.0","released":"2025-01-01"}]}`
	if own := drawn(document, "releases", "-document", "testdata/releases.json"); own.status != 0 || wellFormed(t, own.stdout) != 1 || !strings.Contains(own.stdout, ">shop-software releases</title>") {
		t.Errorf("%+v", own)
	}
	if wrong := drawn(drawnReleases+`{"agreement":"portx"}`, "releases"); wrong.status != 1 || !strings.HasPrefix(wrong.stderr, "slaclock: line 2: ") || wellFormed(t, wrong.stdout) != 1 {
		t.Errorf("%+v", wrong)
	}
}

// drawnOffice closes on one holiday and one afternoon of March 2026.
const drawnOffice = `{"id":"office","zone":"Europe/Berlin","week":{"mon":[["09:00","12:00"],["13:00","17:00"]],"fri":[["22:00","30:00"]]},"holidays":["2026-03-09"],"special":{"2026-03-16":[["09:00","12:00"]]}`

func TestSVGCalendar(t *testing.T) {
	got := drawn(drawnOffice+"}\n", "calendar", "-month", "2026-03")
	if got.status != 0 || got.stderr != "" || wellFormed(t, got.stdout) != 1 {
		t.Errorf("%+v", got)
	}
	// Five Mondays of 7 h less a holiday and four hours, and four Fridays of 8 h.
	for _, want := range []string{">office: March 2026</title>", "Times in Europe/Berlin. 8 business days with 56h of working time.", "Monday 16 March: open 09:00–12:00 (special day).",
		"Monday 9 March: holiday.", "Sunday 29 March: weekend, clocks forward 1h.", ">22:00–06:00</text>"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("no %s in\n%s", want, got.stdout)
		}
	}
	golden(t, "calendar.svg", got.stdout)
	// A question names the month by its start, in the calendar's zone, and can stand beside -month.
	question := drawnOffice + `,"op":"is_open","start":"2026-02-28T23:00:00Z"}` + "\n"
	if asked := drawn(question, "calendar"); asked != got {
		t.Errorf("%+v", asked)
	}
	if asked := drawn(strings.Replace(question, "23:00:00Z", "22:59:59Z", 1), "calendar"); asked.status != 0 || !strings.Contains(asked.stdout, ">office: February 2026</title>") {
		t.Errorf("%+v", asked)
	}
	if asked := drawn(strings.Replace(question, "2026-02-28", "2031-02-28", 1), "calendar", "-month=2026-03"); asked != got {
		t.Errorf("%+v", asked)
	}
	two := drawn(strings.Replace(question, `"id":"office",`, ``, 1)+question, "calendar", "-width", "360")
	if two.status != 0 || wellFormed(t, two.stdout) != 3 || !strings.Contains(two.stdout, ">March 2026</title>") {
		t.Errorf("%+v", two)
	}
}

// What cannot be drawn is told, with what would be valid.
func TestSVGMistakes(t *testing.T) {
	question := drawnOffice + `,"op":"is_open","start":"2026-03-02T10:00:00Z"}`
	file := filepath.Join(t.TempDir(), "x.jsonl")
	if err := os.WriteFile(file, []byte("\n"+drawnOffice+"}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	none := "slaclock: open " + file + "x: no such file or directory\n"
	for _, tt := range []struct {
		stdin, args string
		status      int
		stderr      string
	}{
		{"", "calendar -format svg -month 2026-3", 2, `invalid value "2026-3" for flag -month: write a year and a month, such as 2026-03`},
		{"", "calendar -format svg -month 2026-13", 2, `invalid value "2026-13" for flag -month: write a year and a month, such as 2026-03`},
		{"", "calendar -format svg -month 0000-12", 2, `invalid value "0000-12" for flag -month: write a year and a month, such as 2026-03`},
		{"", "calendar -month 2026-03", 2, `slaclock: calendar: -month is for pictures; write -format svg too, or leave it out`},
		{"", "calendar -format table -width 840", 2, `slaclock: calendar: -width is for pictures; write -format svg too, or leave it out`},
		{"", "releases -format json -width 840", 2, `slaclock: releases: -width is for pictures; write -format svg too, or leave it out`},
		{"", "releases -format svg -width abc", 2, `slaclock: invalid value "abc" for flag -width: write 360 to 4000`},
		{"", "releases -format svg -width 359", 2, `slaclock: releases: -width 359: write 360 to 4000`},
		{"", "tickets -format svg -width 4001", 2, `slaclock: tickets: -width 4001: write 360 to 4000`},
		{"", "releases -format svg -month 2026-03", 2, `flag provided but not defined: -month`},
		{"", "report -format svg", 2, `invalid value "svg" for flag -format: write json or table`},
		{"", "tickets -format png", 2, `invalid value "png" for flag -format: write json, table or svg`},
		{"", "holidays -region DE -from 2026 -format svg", 2, `invalid value "svg" for flag -format: write csv, json or table`},
		{"", "calendar -format svg x -month 2026-03", 2, `slaclock: calendar: "-month" comes too late: flags stand before files`},
		{"", "calendar -format svg -month 2026-03 FILEx", 1, none},
		{drawnOffice + "}", "calendar -format svg", 1, "slaclock: line 1: no month is asked for; name it with -month, or ask a question, whose start names it\n"},
		{drawnOffice + `,"start":"2026-03-02T10:00:00Z"}`, "calendar -format svg -month 2026-03", 1, `slaclock: line 1: needs "op": add, sub, between, is_open, next_open, prev_close or add_days`},
		{drawnOffice + `,"op":"shut"}`, "calendar -format svg -month 2026-03", 1, `slaclock: line 1: op: "shut" is not an operation; write add, sub`},
		{drawnOffice + `,"wek":{}}`, "calendar -format svg -month 2026-03", 1, `slaclock: line 1: wek: unknown field; did you mean "week"?`},
		{strings.Replace(question, "Europe/Berlin", "Berlin", 1), "calendar -format svg", 1, `slaclock: line 1: calendar: `},
		{question, "calendar -format svg - FILE", 1, "slaclock: " + file + ", line 2: no month is asked for"},
	} {
		args := strings.Fields(tt.args)
		for i, a := range args {
			args[i] = strings.Replace(a, "FILE", file, 1) // whose path can have spaces
		}
		got := runWith(tt.stdin, args...)
		if got.status != tt.status || !strings.Contains(got.stderr, tt.stderr) {
			t.Errorf("%s: status %d, %s, want %d, %s", tt.args, got.status, got.stderr, tt.status, tt.stderr)
		}
		if (tt.status == 2 || tt.stderr == none) && got.stdout != "" {
			t.Errorf("%s: output %s", tt.args, got.stdout)
		}
	}
	// Without a picture a calendar alone asks nothing.
	if got := runWith(drawnOffice+"}", "calendar"); got.status != 1 || !strings.Contains(got.stdout, `"error":"needs \"op\": add, sub`) {
		t.Errorf("%+v", got)
	}
}
