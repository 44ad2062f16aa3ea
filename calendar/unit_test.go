package calendar_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
)

func TestUnitText(t *testing.T) {
	for name, want := range map[string]calendar.Unit{
		"days": calendar.Days, "weeks": calendar.Weeks, "months": calendar.Months, "years": calendar.Years,
	} {
		if u, err := calendar.ParseUnit(name); err != nil || u != want || u.String() != name {
			t.Errorf("ParseUnit(%q) = %v, %v", name, u, err)
		}
		text, err := want.MarshalText()
		if err != nil || string(text) != name {
			t.Errorf("MarshalText of %d: %s, %v; want %s", want, text, err, name)
		}
		back := calendar.Unit(9)
		if err := back.UnmarshalText([]byte(name)); err != nil || back != want {
			t.Errorf("UnmarshalText(%s): %v, %v", name, back, err)
		}
	}
}

func TestUnitText_Mistakes(t *testing.T) {
	for _, text := range []string{"", "day", "Days", " days", "days ", "days\x00", "Unit(4)", "hours"} {
		u := calendar.Months
		if got, err := calendar.ParseUnit(text); !errors.Is(err, calendar.ErrUnit) || got != 0 {
			t.Errorf("ParseUnit(%q) = %v, %v", text, got, err)
		}
		if err := u.UnmarshalText([]byte(text)); !errors.Is(err, calendar.ErrUnit) || u != calendar.Months {
			t.Errorf("UnmarshalText(%q): %v, and the Unit is now %v", text, err, u)
		}
	}
	// The first value after the last unit, and the last of its type.
	for u, want := range map[calendar.Unit]string{
		4:   `calendar: unit: "Unit(4)" is not a unit; write days, weeks, months or years`,
		255: `calendar: unit: "Unit(255)" is not a unit; write days, weeks, months or years`,
	} {
		text, err := u.MarshalText()
		if !errors.Is(err, calendar.ErrUnit) || text != nil {
			t.Fatalf("MarshalText of %v: %s, %v", u, text, err)
		}
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestUnitJSON(t *testing.T) {
	const text = `{"n":18,"unit":"months","by":{"days":1,"years":2}}`
	var term struct {
		N    int                   `json:"n"`
		Unit calendar.Unit         `json:"unit"`
		By   map[calendar.Unit]int `json:"by"`
	}
	if err := json.Unmarshal([]byte(text), &term); err != nil || term.Unit != calendar.Months || term.By[calendar.Years] != 2 {
		t.Fatalf("%+v, %v", term, err)
	}
	if out, err := json.Marshal(term); err != nil || string(out) != text {
		t.Errorf("%s, %v; want %s", out, err, text)
	}
}

// FuzzParseUnit reads any text as a unit: what is read is written as it stood.
func FuzzParseUnit(f *testing.F) {
	for _, text := range []string{"days", "weeks", "months", "years", "Months", "day", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		u, err := calendar.ParseUnit(text)
		if err != nil {
			if !errors.Is(err, calendar.ErrUnit) || u != 0 {
				t.Fatalf("%v, %v", u, err)
			}
			return
		}
		if out, err := u.MarshalText(); err != nil || string(out) != text || u.String() != text {
			t.Fatalf("%q is %v, written as %q, %v", text, u, out, err)
		}
	})
}
