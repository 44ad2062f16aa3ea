package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestG9_Moments: the earlier of an instant within the known days and an unknown
// one is the former; beyond them nothing can be told, and of the later one never.
func TestG9_Moments(t *testing.T) {
	moment := func(at time.Time, err error) calendar.Moment {
		return must[calendar.Moment](t)(calendar.MomentOf(at, err))
	}
	unknown := moment(time.Time{}, &calendar.CoverageError{
		Region: "MY-14", Day: on("2027-01-04"), Known: calendar.Period{From: on("2015-01-01"), Through: on("2026-12-31")},
	})
	early, late := calendar.At(when("2026-12-30T09:00:00Z")), calendar.At(when("2026-12-31T23:59:59Z"))
	beyond := calendar.At(when("2027-01-01T00:00:00Z"))
	first, before := calendar.At(when("2015-01-01T00:00:00Z")), calendar.At(when("2014-12-31T23:59:59Z"))
	for _, row := range []struct {
		name          string
		a, b          calendar.Moment
		earlier, last calendar.Moment
	}{
		{"both known", early, late, early, late},
		{"equal", late, late, late, late},
		{"the last known day", late, unknown, late, unknown},
		{"the day after", beyond, unknown, unknown, unknown},
		{"the first known day", first, unknown, first, unknown},
		{"the day before", before, unknown, unknown, unknown},
		{"both unknown", unknown, unknown, unknown, unknown},
	} {
		for _, pair := range [][2]calendar.Moment{{row.a, row.b}, {row.b, row.a}} {
			if got := pair[0].Earlier(pair[1]); got != row.earlier {
				t.Errorf("%s: earlier is %v, want %v", row.name, got, row.earlier)
			}
			if got := pair[0].Later(pair[1]); got != row.last {
				t.Errorf("%s: later is %v, want %v", row.name, got, row.last)
			}
		}
	}
	for _, row := range []struct {
		m    calendar.Moment
		text string
		ok   bool
	}{{early, "2026-12-30T09:00:00Z", true}, {unknown, "unknown", false}, {calendar.Moment{}, "none", false}} {
		at, ok := row.m.Get()
		if row.m.String() != row.text || ok != row.ok || row.m.IsKnown() != row.ok || !at.Equal(row.m.Time()) {
			t.Errorf("%v: %v, %v, want %s", row.m, at, ok, row.text)
		}
	}
	other := moment(time.Time{}, &calendar.CoverageError{Region: "US-MD", Day: on("2030-01-04"), Known: calendar.Period{From: on("2015-01-01"), Through: on("2029-12-31")}})
	kinds := []calendar.Moment{{}, unknown, early, late}
	for i, a := range kinds {
		for k, b := range append(kinds, calendar.At(time.Time{})) {
			if a.Equal(b) != (i == k) || b.Equal(a) != (i == k) {
				t.Errorf("%v.Equal(%v) is %v", a, b, a.Equal(b))
			}
		}
	}
	if !unknown.Equal(other) || !early.Equal(calendar.At(early.Time().In(time.FixedZone("", 3600)))) {
		t.Error("another reason, or another zone, is another moment")
	}
	if !errors.Is(unknown.Unknown(), calendar.ErrCoverage) || early.Unknown() != nil {
		t.Error("Unknown does not say why")
	}
	if early.Passed(early.Time()) || !early.Passed(late.Time()) || unknown.Passed(late.Time()) {
		t.Error("an instant has passed just after it")
	}
	if _, err := calendar.MomentOf(time.Time{}, calendar.ErrNeverOpen); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("another error: %v", err)
	}
}
