package lifecycle_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// TestBoundJSON: an end is written with what it has, never with a date that is none, and
// is read back as it was.
func TestBoundJSON(t *testing.T) {
	first := calendar.Date{} // 0001-01-01 is a day like any other
	day, err := calendar.ParseDate("2027-03-01")
	if err != nil {
		t.Fatal(err)
	}
	for want, b := range map[string]lifecycle.Bound{
		`{"kind":"open"}`: {},
		`{"kind":"open","waits_for":"the next release"}`:                                  {WaitsFor: "the next release"},
		`{"kind":"open","not_before":"2027-03-01"}`:                                       {NotBefore: day, HasNotBefore: true},
		`{"kind":"open","not_before":"0001-01-01","waits_for":"a","moved_by":["b"]}`:      {NotBefore: first, HasNotBefore: true, WaitsFor: "a", MovedBy: []string{"b"}},
		`{"kind":"known","through":"2027-03-01"}`:                                         {Kind: lifecycle.Known, Through: day},
		`{"kind":"known","through":"0001-01-01"}`:                                         {Kind: lifecycle.Known, Through: first},
		`{"kind":"known","through":"2027-03-01","moved_by":["eol","a \"b\" <c> \u0001"]}`: {Kind: lifecycle.Known, Through: day, MovedBy: []string{"eol", "a \"b\" <c> \x01"}},
		`{"kind":"never"}`:                    {Kind: lifecycle.Never},
		`{"kind":"never","moved_by":["eol"]}`: {Kind: lifecycle.Never, MovedBy: []string{"eol"}},
	} {
		got, err := b.MarshalJSON()
		if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
			t.Errorf("%v: %v (-want +got)\n%s", b, err, diff)
		}
		back := lifecycle.Bound{Kind: lifecycle.Known, Through: day, WaitsFor: "x"}
		if err := json.Unmarshal([]byte(want), &back); err != nil {
			t.Errorf("%s: %v", want, err)
		}
		if diff := cmp.Diff(b, back, cmp.AllowUnexported(calendar.Date{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want, diff)
		}
	}
}

// TestBoundJSONLeavesOut: what means nothing for a kind is not written, and a kind that
// is none is an error.
func TestBoundJSONLeavesOut(t *testing.T) {
	day, err := calendar.ParseDate("2027-03-01")
	if err != nil {
		t.Fatal(err)
	}
	full := lifecycle.Bound{Through: day, NotBefore: day, HasNotBefore: true, WaitsFor: "a", MovedBy: []string{}}
	for kind, want := range map[lifecycle.BoundKind]string{
		lifecycle.Open:  `{"kind":"open","not_before":"2027-03-01","waits_for":"a"}`,
		lifecycle.Known: `{"kind":"known","through":"2027-03-01"}`,
		lifecycle.Never: `{"kind":"never"}`,
	} {
		full.Kind = kind
		if got, err := full.MarshalJSON(); err != nil || string(got) != want {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
	full.Kind, full.HasNotBefore = lifecycle.Open, false
	if got, err := full.MarshalJSON(); err != nil || string(got) != `{"kind":"open","waits_for":"a"}` {
		t.Errorf("%s, %v", got, err)
	}
	full.Kind = 3
	if got, err := full.MarshalJSON(); got != nil || !errors.Is(err, lifecycle.ErrBoundKind) {
		t.Errorf("%s, %v", got, err)
	}
}

func TestBoundJSONMistakes(t *testing.T) {
	for text, want := range map[string]string{
		`null`:                                   `lifecycle: column 1: null must be an object`,
		`{}`:                                     `lifecycle: column 1: needs "kind"`,
		`{"kind":"Open"}`:                        `lifecycle: column 9: kind: "Open" is not a kind of bound; write open, known or never`,
		`{"kind":1}`:                             `lifecycle: column 9: kind: 1 must be a string`,
		`{"Kind":"open","kind":"open"}`:          `lifecycle: column 2: Kind: unknown field; did you mean "kind"?`,
		`{"kind":"known"}`:                       `lifecycle: column 1: needs "through", since its kind is known`,
		`{"kind":"open","through":"2027-03-01"}`: `lifecycle: column 1: has "through", which belongs to the kind known`,
		`{"through":"2027-03-01","kind":"never"}`:    `lifecycle: column 1: has "through", which belongs to the kind known`,
		`{"kind":"never","not_before":"2027-03-01"}`: `lifecycle: column 1: has "not_before", which belongs to the kind open`,
		`{"kind":"never","waits_for":"a"}`:           `lifecycle: column 1: has "waits_for", which belongs to the kind open`,
		`{"kind":"open","waits_for":""}`:             `lifecycle: column 28: waits_for: "" is empty; leave it out where nothing is awaited`,
		`{"kind":"known","through":"2027-02-29"}`:    `lifecycle: column 27: through: "2027-02-29" is not a date; the day must be 1 to 28`,
		`{"kind":"open","moved_by":[1]}`:             `lifecycle: column 28: moved_by[0]: 1 must be a string`,
	} {
		b := lifecycle.Bound{Kind: lifecycle.Never}
		err := b.UnmarshalJSON([]byte(text))
		var mistakes *strictjson.Error
		if !errors.Is(err, lifecycle.ErrBound) || errors.Is(err, lifecycle.ErrRule) || !errors.As(err, &mistakes) || err.Error() != want {
			t.Errorf("%s: %v\nwant %s", text, err, want)
		}
		if diff := cmp.Diff(lifecycle.Bound{Kind: lifecycle.Never}, b, cmp.AllowUnexported(calendar.Date{})); diff != "" {
			t.Errorf("%s changed the end:\n%s", text, diff)
		}
	}
}

// TestNilRule: a Rule that is nil is an error that says so.
func TestNilRule(t *testing.T) {
	var r *lifecycle.Rule
	_, asked := r.Ask(nil, calendar.Date{})
	b, appended := r.AppendJSON([]byte("x"))
	for name, err := range map[string]error{"Check": r.Check(), "Ask": asked, "AppendJSON": appended} {
		if !errors.Is(err, lifecycle.ErrRule) || err.Error() != "lifecycle: rule: is nil; give one" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if string(b) != "x" {
		t.Errorf("appended %q", b)
	}
}
