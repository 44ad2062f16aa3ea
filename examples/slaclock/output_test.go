package main

import (
	"bufio"
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestTable(t *testing.T) {
	var b bytes.Buffer
	tab := &table{w: bufio.NewWriter(&b)}
	tab.header("ID", "OP", "RESULT")
	tab.row("a", "add", "x")
	tab.row("a long one", "is_open", "x")
	tab.header("ID", "OP", "RESULT")
	tab.row("é", "sub", "x")
	tab.row("", "", "")
	tab.row("a", "", "x")
	tab.row("\x1b[2J\n\xff\"", "", "")
	tab.line("a\tb")
	tab.header("AN", "OTHER")
	tab.row("z", "y")
	tab.w.Flush()
	want := strings.Join([]string{
		`ID  OP  RESULT`,
		`a   add  x`,
		`a long one  is_open  x`,
		`é           sub      x`,
		``,
		`a                    x`,
		`\x1b[2J\n\xff"`,
		`a\tb`,
		``,
		`AN  OTHER`,
		`z   y`,
		``,
	}, "\n")
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTableOfAnswers(t *testing.T) {
	got := runWith(open+`{"id":"q","op":"is_open"}`+"\n"+open, "calendar", "-format", "table")
	want := outcome{1, "ID        OP          RESULT\n          is_open     true\nerror: line 2, q: is_open needs \"start\"\n          is_open     true\n", ""}
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestProgress(t *testing.T) {
	var b bytes.Buffer
	now := time.Unix(1000, 0)
	p := &progress{w: &b, now: func() time.Time { return now }, next: now.Add(progressDelay)}
	step := func(d time.Duration, failed bool) {
		now = now.Add(d)
		p.line(failed)
	}
	p.clear() // nothing stands there yet
	step(2*time.Second-1, false)
	step(1, false)
	step(500*time.Millisecond-1, true)
	step(1, false)
	p.clear()
	p.clear()
	want := "\r2 lines" + "\r4 lines, 1 with errors" + "\r                      \r"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestNoProgress(t *testing.T) {
	if p := newProgress(&bytes.Buffer{}, &bytes.Buffer{}); p != nil {
		t.Error("progress without a terminal")
	}
	var none *progress
	none.line(true)
	none.clear()
}

func TestIsTerminal(t *testing.T) {
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	closed, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	closed.Close()
	for _, x := range []any{file, null, closed, &bytes.Buffer{}, nil} {
		if isTerminal(x) {
			t.Errorf("%T is no terminal", x)
		}
	}
}
