package calendar_test

import (
	"slices"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

func TestPropG6_BusinessDaysMatchSlowTwin(t *testing.T) { rapid.Check(t, propSlowBusinessDays) }

// TestPropG6_BusinessDaysOfCombinations asks a few dozen combinations day by day.
func TestPropG6_BusinessDaysOfCombinations(t *testing.T) {
	var few []slowCombined
	for seed := range 24 {
		few = append(few, slowCombinations().Example(seed))
	}
	rapid.Check(t, func(t *rapid.T) {
		m := few[rapid.IntRange(0, len(few)-1).Draw(t, "combination")]
		a, b := someDates(t, rapid.SampledFrom(m.cfgs).Draw(t, "of which config"))
		got, err := m.c.BusinessDays(a, b)
		want, wantErr := slowBusinessDays(m.c.IsBusinessDay, a, b)
		if slowKind(err) != slowKind(wantErr) || err == nil && got != want {
			t.Fatalf("from %v to %v: %d, %v; want %d, %v", a, b, got, err, want, wantErr)
		}
	})
}

// propSlowBusinessDays compares with the days of the calendar and with those of the twin.
func propSlowBusinessDays(t *rapid.T) {
	cfg := calendartest.Configs().Draw(t, "config")
	c, err := calendar.New(cfg)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	s := newSlow(cfg)
	a, b := someDates(t, cfg)
	got, err := c.BusinessDays(a, b)
	for name, isBusinessDay := range map[string]func(calendar.Date) (bool, error){
		"IsBusinessDay": c.IsBusinessDay,
		"the twin": func(d calendar.Date) (bool, error) {
			windows := s.windows(slowDay(d))
			if slices.ContainsFunc(windows, func(w slowWindow) bool { return !w.known }) {
				return false, calendar.ErrCoverage
			}
			return len(windows) > 0, nil
		},
	} {
		want, wantErr := slowBusinessDays(isBusinessDay, a, b)
		if slowKind(err) != slowKind(wantErr) || err == nil && got != want {
			t.Fatalf("from %v to %v: %d, %v; want %d, %v by %s", a, b, got, err, want, wantErr, name)
		}
	}
}

// someDates draws two dates near what a Config tells of, at most some years apart.
func someDates(t *rapid.T, cfg calendar.Config) (a, b calendar.Date) {
	a, err := calendar.DateOf(calendartest.InstantsOf(cfg).Draw(t, "a").UTC())
	if err != nil {
		t.Skip(err)
	}
	b, err = a.Plus(rapid.OneOf(rapid.IntRange(-20, 20), rapid.IntRange(-1600, 1600)).Draw(t, "days"), calendar.Days)
	if err != nil {
		t.Skip(err)
	}
	return a, b
}

// slowBusinessDays goes from day to day.
func slowBusinessDays(isBusinessDay func(calendar.Date) (bool, error), a, b calendar.Date) (n int, err error) {
	if b.Compare(a) < 0 {
		n, err := slowBusinessDays(isBusinessDay, b, a)
		return -n, err
	}
	for d := a; d != b; {
		is, err := isBusinessDay(d)
		if err != nil {
			return 0, err
		}
		if is {
			n++
		}
		if d, err = d.Plus(1, calendar.Days); err != nil {
			return 0, err
		}
	}
	return n, nil
}
