package lint

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// TestContradiction: two rows that hold together, which Check sees unless there are too
// many of them.
func TestContradiction(t *testing.T) {
	d, err := document.Decode([]byte(`{
  "schema": 1, "name": "acme", "levels": [{"name": "P1"}],
  "calendars": [{"name": "office", "zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}}],
  "metrics": [{"name": "response", "start": ["reported"], "stop": ["responded"], "targets": [{"measure": "1h", "calendar": "office", "clause": "A-1"}]}]
}`))
	if err != nil {
		t.Fatal(err)
	}
	d.Metrics[0].Targets = append(d.Metrics[0].Targets, d.Metrics[0].Targets[0])
	if _, err = d.For(policy.Customer{}, nil, nil); err == nil {
		t.Fatal("there is an agreement")
	}
	f := found{at: "versions[1]."}
	new(version).contradiction(&f, err)
	want := []Finding{{
		Code: "two-rules", Severity: Error, Place: "versions[1].metrics[0].targets[0]",
		What:        "and metrics[0].targets[1] both hold for this ticket (always; always), and none has more conditions",
		Consequence: "such a ticket is answered with an error", Remedy: "add a row for both, or tell them apart",
	}}
	if diff := cmp.Diff(want, f.list); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestContradiction_ByKind: what a finding is does not hang on the words of the error, in
// which a text of the author's can stand.
func TestContradiction_ByKind(t *testing.T) {
	const words = "and levels[0] both hold for this ticket"
	for _, c := range []struct {
		err               error
		code, place, what string
	}{
		{&policy.PlaceError{Kind: policy.ErrAgreement, Place: "zone", Value: words, Why: "is not a zone"}, "no-agreement", "zone", words + " is not a zone"},
		{&document.RowError{Place: `calendars["a: b"]`, Err: calendar.ErrRegularDay}, "no-agreement", `calendars["a: b"]`, "no regular day: the weekdays differ in length, or have no hours; say how long a regular day is (regular_day)"},
		{&document.RowError{Err: errors.New(words)}, "no-agreement", "", words},
		{errors.Join(&document.ContradictionError{Place: "a[0]", Other: "a[1]", When: document.When{"tier": {"gold"}}}, errors.New("x")), "two-rules", "a[0]",
			"and a[1] both hold for this ticket (tier gold; always), and none has more conditions"},
	} {
		var f found
		new(version).contradiction(&f, c.err)
		got := f.list[0]
		if diff := cmp.Diff([]string{c.code, c.place, c.what}, []string{got.Code, got.Place, got.What}); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.err, diff)
		}
	}
}
