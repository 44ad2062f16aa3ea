package whatif_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/whatif"
)

// TestNilValues: what is nil says what the zero value says, counts nothing and takes nothing in.
func TestNilValues(t *testing.T) {
	var d *whatif.Diff
	if d.Differs() || d.NextDiffers() || d.SeverityDiffers() || d.Explain(nil) != nil || d.Readings() != nil || string(d.AppendJSON(nil)) != "{}" {
		t.Error("a nil Diff differs")
	}
	var c *whatif.Clock
	if by, ok := c.Moved(); by != 0 || ok || c.Breached() || c.Saved() {
		t.Errorf("a nil Clock moves by %v", by)
	}
	if n := (*whatif.Row)(nil).Moves(); n != 0 {
		t.Errorf("a nil Row has %d moves", n)
	}
	var s *whatif.Summary
	s.Add(new(whatif.Diff))
	s.Add(nil)
	const empty = `{"tickets":0,"differ":0,"rows":[],"breached":{"total":0,"list":[]},"saved":{"total":0,"list":[]},"because":[]}`
	if s.Tickets() != 0 || s.Differing() != 0 || len(s.Rows()) != 0 || len(s.Causes()) != 0 || s.Breached().Total != 0 || s.Saved().Total != 0 || string(s.AppendJSON(nil)) != empty {
		t.Errorf("a nil Summary is %s", s.AppendJSON(nil))
	}
	if err := s.Merge(nil); err != nil {
		t.Error(err)
	}
	const want = "whatif: a nil summary cannot take another; make it with NewSummary"
	if err := s.Merge(new(whatif.Summary)); !errors.Is(err, whatif.ErrMerge) || err.Error() != want {
		t.Errorf("%v; want %s", err, want)
	}
	for _, v := range []any{d, s} {
		if text, err := json.Marshal(v); string(text) != "null" || err != nil {
			t.Errorf("%s, %v", text, err)
		}
	}
}

// TestOverrides_Text: overrides are written as they are read, in their order and without space, and what cannot be read
// changes nothing.
func TestOverrides_Text(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" ", ""},
		{"customer.country=DE", "customer.country=DE"},
		{" purchased.zone = -05:00 ,customer.country=DE", "purchased.zone=-05:00,customer.country=DE"},
		{"customer.country=,attributes.type=a=b c", "customer.country=,attributes.type=a=b c"},
	} {
		o, err := whatif.ParseOverrides(c.text)
		if err != nil {
			t.Fatal(err)
		}
		again, err := whatif.ParseOverrides(o.String())
		if diff := cmp.Diff(c.want, o.String()); diff != "" || err != nil || again.String() != c.want {
			t.Errorf("%q: %s%v", c.text, diff, err)
		}
		if diff := cmp.Diff(o.List(), again.List()); diff != "" {
			t.Errorf("%q: %s", c.text, diff)
		}
		text, err := json.Marshal(o)
		var back whatif.Overrides
		if err == nil {
			err = json.Unmarshal(text, &back)
		}
		if err != nil || back.String() != c.want {
			t.Errorf("%s: %q, %v", text, back.String(), err)
		}
		if err := back.UnmarshalText([]byte("country=DE")); !errors.Is(err, whatif.ErrOverride) || back.String() != c.want {
			t.Errorf("after a mistake %q: %q, %v", c.text, back.String(), err)
		}
	}
}
