package agreementtest

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/internal/golden"
	"pgregory.net/rapid"
)

// A Twin is a second implementation of an agreement, written from its text alone
// and so plainly that it is obviously right, however slow. It is held against the
// agreement on drawn tickets, against cases that were worked out by hand, and
// against what any right answer has.
//
// Only this harness is shared. The arithmetic of a twin (its clocks, calendars,
// holidays) belongs to it alone, copied if need be: what two of them shared, one
// mistake could spoil in both, and what a twin shared with the library would not
// be tested at all. So the harness knows a twin by the JSON of its answers only.
type Twin struct {
	// Specs draws valid tickets: rapid.Custom(words.Spec).
	Specs *rapid.Generator[Spec]
	// Answer returns the answer to a valid ticket, which JSON must be able to hold:
	// the fields of the command's answer, as_of among them. The names of calendars,
	// reasons and elapsed_wall can be left out.
	Answer func(line []byte) any

	// The rest is for agreements in which something is different, and can be nil.

	// Unsettled returns the fields of the answer to a ticket that no rule settles,
	// which are not compared then.
	Unsettled func(line []byte) []string
	// Around returns how long before and after its instant what comes next has not
	// happened yet, and has: without it not at its instant, and right after it, as
	// with due times.
	Around func(what string) (before, after time.Duration)
	// Also checks what this agreement's answers have beside what all have.
	Also func(t *rapid.T, s Spec)
	// Knows reports whether the twin can answer a case; without it any that is
	// valid.
	Knows func(line []byte) bool
	// Unjudged are fields that a case need not judge, beside the customary ones.
	Unjudged []string
}

// Agrees compares the agreement's answers with the twin's on drawn tickets. What
// is lacking in the twin's answer as a whole (escalation, ownership) must be empty
// in the agreement's.
func (w Twin) Agrees(t testing.TB, answer func(line []byte) ([]byte, error)) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		line := w.Specs.Draw(t, "ticket").Line()
		out, err := answer(line)
		if err != nil {
			t.Fatalf("%v\n%s", err, line)
		}
		got, err := golden.Fields(out)
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		want, err := golden.Fields(w.text(t, line))
		if err != nil {
			t.Fatalf("%v\n%s", err, line)
		}
		for field, v := range got {
			list, ok := v.([]any)
			if _, given := want[field]; ok && len(list) == 0 && !given {
				delete(got, field)
			}
		}
		for _, v := range []map[string]any{got, want} {
			for _, field := range w.unsettled(line) {
				delete(v, field)
			}
			// The offset in which as_of is written does not matter.
			text, _ := v["as_of"].(string)
			at, err := calendar.ParseTime(text)
			if err != nil {
				t.Fatalf("%v\n%s", err, line)
			}
			v["as_of"] = at
		}
		if diff := golden.Diff(want, got); diff != "" {
			t.Fatalf("twin wanted, library got:\n%s\n%s", diff, line)
		}
	})
}

// fataler is a test of either kind.
type fataler interface {
	Fatalf(format string, args ...any)
}

// text is the twin's answer in JSON.
func (w Twin) text(t fataler, line []byte) []byte {
	text, err := json.Marshal(w.Answer(line))
	if err != nil {
		t.Fatalf("%v\n%s", err, line)
	}
	return text
}

func (w Twin) unsettled(line []byte) []string {
	if w.Unsettled == nil {
		return nil
	}
	return w.Unsettled(line)
}

// Cases holds the twin against golden cases, as policytest.Goldens reads them, but for
// errors, since a twin answers valid tickets only. Strict, it is stricter than the
// cases ask: what one leaves out, the twin must leave out as well, but for the
// few fields that a case never writes (id, agreement, as_of, readings, and the
// calendar of a clock).
func (w Twin) Cases(t testing.TB, cases []byte, strict bool) {
	t.Helper()
	seen, rows := 0, 0
	for c, err := range golden.Cases(cases) {
		if err != nil {
			t.Fatal(err)
		}
		seen++
		if c.Refused() || w.Knows != nil && !w.Knows(c.In) {
			continue
		}
		rows++
		var got map[string]any
		if err := json.Unmarshal(w.text(t, c.In), &got); err != nil {
			t.Fatalf("%v\n%s", err, c.In)
		}
		w.trim(c.Out, got, strict)
		golden.Loosen(c.Out["clocks"], got["clocks"])
		if diff := golden.Diff(instants("", c.Out), instants("", got)); diff != "" {
			t.Errorf("%s\nwhy: %s\ncase wanted, twin got:\n%s", c.In, c.Why, diff)
		}
	}
	if rows == 0 {
		t.Errorf("the twin can answer none of %d cases", seen)
	}
}

// trim removes what a case does not judge from the twin's answer, and from the
// case the fields of which it says that there are none, where there are none.
func (w Twin) trim(want, got map[string]any, strict bool) {
	for field := range got {
		_, judged := want[field]
		if !judged && (!strict || slices.Contains(append([]string{"id", "agreement", "as_of", "readings"}, w.Unjudged...), field)) {
			delete(got, field)
		}
	}
	for field, v := range want {
		if _, given := got[field]; v == nil && !given {
			delete(want, field)
		}
	}
	wanted, _ := want["clocks"].([]any)
	clocks, _ := got["clocks"].([]any)
	for i := range min(len(wanted), len(clocks)) {
		judged, _ := wanted[i].(map[string]any)
		clock, _ := clocks[i].(map[string]any)
		if _, is := judged["calendar"]; !is {
			delete(clock, "calendar")
		}
	}
}

// instants turns the texts of instants into instants, wherever they stand, but
// for as_of, which is printed as it was read.
func instants(field string, v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = instants(k, v[k])
		}
	case []any:
		for i := range v {
			v[i] = instants("", v[i])
		}
	case string:
		if at, err := calendar.ParseTime(v); err == nil && field != "as_of" {
			return at.UTC()
		}
	}
	return v
}
