package lint_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/lint"
	"pgregory.net/rapid"
)

// alike are words of the document of which one can stand where another does.
var alike = [...][]string{
	{`"P1"`, `"P2"`},
	{`"office"`, `"always"`},
	{`"reported"`, `"reopened"`, `"responded"`, `"resolved"`, `"hold"`, `"back"`, `"customer_replied"`, `"resolution_proposed"`, `"resolution_rejected"`, `"forwarded"`},
	{`"1h"`, `"4h"`, `"8h"`, `"5 business days"`, `"7 calendar days"`, `"30 calendar days"`, `"1 business day"`, `"400h"`},
	{`"1 day"`, `"2 days"`, `"9h"`},
	{`"gold"`, `"silver"`},
	{`"09:00"`, `"17:00"`, `"00:00"`, `"24:00"`, `"16:59"`},
	{`50`, `100`, `1`, `900`},
	{`"mon"`, `"sat"`},
	{`true`, `false`},
}

// propEdited puts other words in the place of some of a document: it has mistakes
// and is refused, or its findings are in order, stand somewhere in the text, say
// what they are about, and are the same when it is looked at again.
func propEdited(t *rapid.T) {
	text := base
	for range rapid.IntRange(1, 6).Draw(t, "edits") {
		words := alike[rapid.IntRange(0, len(alike)-1).Draw(t, "words")]
		at := regexp.MustCompile(strings.Join(words, "|")).FindAllStringIndex(text, -1)
		where := at[rapid.IntRange(0, len(at)-1).Draw(t, "where")]
		text = text[:where[0]] + words[rapid.IntRange(0, len(words)-1).Draw(t, "word")] + text[where[1]:]
	}
	options := lint.Options{}
	if rapid.Bool().Draw(t, "a date") {
		options.On, _ = calendar.NewDate(2026, 3, 2)
	}
	r, err := lint.Text([]byte(text), options)
	if err != nil {
		if !errors.Is(err, document.ErrDocument) {
			t.Fatalf("%v\n%s", err, text)
		}
		return
	}
	lines := strings.Split(text, "\n")
	line, column := 0, 0
	for _, f := range r.Findings {
		if f.Line < line || f.Line == line && f.Column < column {
			t.Fatalf("%v comes after line %d, column %d\n%s", f, line, column, text)
		}
		line, column = f.Line, f.Column
		if line < 1 || line > len(lines) || column < 1 || column > len(lines[line-1]) {
			t.Fatalf("%v stands at line %d, column %d\n%s", f, line, column, text)
		}
		if out := f.AppendJSON(nil); f.Code == "" || f.What == "" || !json.Valid(out) {
			t.Fatalf("%s\n%s", out, text)
		}
	}
	again, err := lint.Text([]byte(text), options)
	if diff := cmp.Diff(r, again); err != nil || diff != "" {
		t.Fatalf("%v: looked at again:\n%s\n%s", err, diff, text)
	}
}

// TestPropEdited: whatever stands in a document, what is found in it can be told.
func TestPropEdited(t *testing.T) { rapid.Check(t, propEdited) }

// FuzzEdited is TestPropEdited, guided by coverage.
func FuzzEdited(f *testing.F) {
	for seed := range uint64(4) {
		var input []byte
		for state := seed; len(input) < 256; {
			state = state*6364136223846793005 + seed*1442695040888963407
			input = binary.LittleEndian.AppendUint64(input, state>>(state>>59))
		}
		f.Add(input)
	}
	f.Fuzz(rapid.MakeFuzz(propEdited))
}
