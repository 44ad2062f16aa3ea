package severity_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/severity"
)

// FuzzScaleParse makes a scale of any text and reads any other with it: what is
// found has that name, and each name is found.
func FuzzScaleParse(f *testing.F) {
	f.Add("Crisis|Sev 1|P1,Critical,Standard", "p1")
	f.Add("1,2,3", "2")
	f.Add("S1|s1", "S1")
	f.Add("ſ,s", "S")
	f.Add("\xff", "\xff")
	f.Fuzz(func(t *testing.T, levels, text string) {
		s, err := severity.NewScale("fuzz", strings.Split(levels, ",")...)
		if err != nil {
			if !errors.Is(err, severity.ErrScale) {
				t.Fatal(err)
			}
			return
		}
		for _, l := range s.Levels() {
			for _, n := range l.Names() {
				if got, err := s.Parse(n); err != nil || got != l {
					t.Fatalf("%q of %v is %v, %v", n, l, got, err)
				}
			}
		}
		l, err := s.Parse(text)
		if err != nil {
			if !errors.Is(err, severity.ErrLevel) || !l.IsZero() {
				t.Fatalf("%v, %v", l, err)
			}
			return
		}
		for _, n := range l.Names() {
			if strings.EqualFold(n, text) {
				return
			}
		}
		t.Fatalf("%q is %v, whose names are %q", text, l, l.Names())
	})
}

// FuzzScaleJSON reads any text as a scale: what is read is written, and read
// again, as the same.
func FuzzScaleJSON(f *testing.F) {
	f.Add([]byte(`{"name":"acme","levels":["Crisis|P1","Standard"]}`))
	f.Add([]byte(`{"name":"a","levels":["A",null]}`))
	f.Add([]byte(`{"name":"a","name":"b"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s, back severity.Scale
		if err := s.UnmarshalJSON(data); err != nil {
			if !errors.Is(err, severity.ErrScale) || s.Len() != 0 {
				t.Fatalf("%v, %d levels", err, s.Len())
			}
			return
		}
		first, err := json.Marshal(&s)
		if err != nil {
			t.Fatal(err)
		}
		if err := back.UnmarshalJSON(first); err != nil {
			t.Fatalf("%s: %v", first, err)
		}
		if second, err := json.Marshal(&back); err != nil || string(second) != string(first) {
			t.Fatalf("%s, then %s, %v", first, second, err)
		}
	})
}

// FuzzParseHistory reads any text as a history: what is read is written, and read
// again, as the same.
func FuzzParseHistory(f *testing.F) {
	f.Add([]byte(`[{"from":"2026-03-02T09:00:00+01:00","severity":"A","by":"customer","what":"call"}]`))
	f.Add([]byte(`[{"from":"0000-01-01T00:00:00-23:59","severity":"b"},{"from":"9999-12-31T23:59:59.999999999Z","severity":"A"}]`))
	f.Add([]byte(`[{}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := newScale(t, "fuzz", "A|P1", "B")
		h, err := severity.ParseHistory(s, data)
		if err != nil {
			if !errors.Is(err, severity.ErrHistory) || h.Len() != 0 {
				t.Fatalf("%v, %d entries", err, h.Len())
			}
			return
		}
		out, err := json.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := severity.ParseHistory(s, out); err != nil || !back.Equal(h) {
			t.Fatalf("%s: %v", out, err)
		}
	})
}

// FuzzParseParty reads any text as a party.
func FuzzParseParty(f *testing.F) {
	f.Add("customer")
	f.Add("Terms")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := severity.ParseParty(text)
		if err != nil {
			if !errors.Is(err, severity.ErrParty) || p != 0 {
				t.Fatalf("%v, %v", p, err)
			}
			return
		}
		if p.String() != text {
			t.Fatalf("%q is %v", text, p)
		}
	})
}

// FuzzParseMode reads any text as a mode: what is read is written as it stood.
func FuzzParseMode(f *testing.F) {
	for _, text := range []string{"fair", "from_start", "from_change", "Fair", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := severity.ParseMode(text)
		if err != nil {
			if !errors.Is(err, severity.ErrMode) || m != severity.Fair {
				t.Fatalf("%v, %v", m, err)
			}
			return
		}
		if out, err := m.MarshalText(); err != nil || string(out) != text || m.String() != text {
			t.Fatalf("%q is %v, written as %q, %v", text, m, out, err)
		}
	})
}
