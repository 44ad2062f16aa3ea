package calendar_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

// The properties below draw a calendar and a question, and compare what the
// Calendar and the slow twin answer, the kind of error included. FuzzCalendar
// uses them too.

func TestPropG1_IsOpenMatchesSlowTwin(t *testing.T)    { rapid.Check(t, propSlowIsOpen) }
func TestPropG1_NextOpenMatchesSlowTwin(t *testing.T)  { rapid.Check(t, propSlowNextOpen) }
func TestPropG1_PrevCloseMatchesSlowTwin(t *testing.T) { rapid.Check(t, propSlowPrevClose) }
func TestPropG1_AddMatchesSlowTwin(t *testing.T)       { rapid.Check(t, propSlowAdd) }
func TestPropG1_SubMatchesSlowTwin(t *testing.T)       { rapid.Check(t, propSlowSub) }
func TestPropG2_BetweenMatchesSlowTwin(t *testing.T)   { rapid.Check(t, propSlowBetween) }
func TestPropG2a_WindowsMatchSlowTwin(t *testing.T)    { rapid.Check(t, propSlowWindows) }
func TestPropG6_AddDaysMatchesSlowTwin(t *testing.T)   { rapid.Check(t, propSlowAddDays) }
func TestPropG9_CoverageMatchesSlowTwin(t *testing.T)  { rapid.Check(t, propSlowCoverage) }

// slowKinds are the kinds of error that the twin can have.
var slowKinds = []error{calendar.ErrCoverage, calendar.ErrNeverOpen, calendar.ErrRegularDay, errSlowFar}

func slowKind(err error) error {
	for _, kind := range slowKinds {
		if errors.Is(err, kind) {
			return kind
		}
	}
	return err
}

// slowCase draws a config with its calendar, its twin and an instant.
func slowCase(t *rapid.T, configs *rapid.Generator[calendar.Config]) (*calendar.Calendar, *slowPlain, time.Time) {
	cfg := configs.Draw(t, "config")
	c, err := calendar.New(cfg)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	s := newSlow(cfg)
	return c, s, calendartest.InstantsOf(cfg).Draw(t, "t")
}

// slowAmount draws an amount of working time: often one that ends at the bound
// of a window that the twin knows, or a nanosecond beside it.
func slowAmount(t *rapid.T, s slowTwin, at time.Time) time.Duration {
	if rapid.Bool().Draw(t, "to a bound") {
		bound := rapid.SampledFrom(s.bounds(at.AddDate(0, 0, -10), at.AddDate(0, 0, 10))).Draw(t, "bound")
		if d, err := slowBetween(s, at, bound); err == nil {
			return d + time.Duration(rapid.IntRange(-1, 1).Draw(t, "nanoseconds"))
		}
	}
	d := calendartest.Durations().Draw(t, "d")
	if rapid.Bool().Draw(t, "negative") {
		return -d
	}
	return d
}

// slowSameInstant fails unless the calendar and the twin agree on an instant.
func slowSameInstant(t *rapid.T, s slowTwin, what string, at, got time.Time, err error, want time.Time, wantErr error) {
	t.Helper()
	kind, wantKind := slowKind(err), slowKind(wantErr)
	if wantKind == errSlowFar {
		// The twin saw neither an answer nor an unknown window as far as it went.
		near := slowDayOfUnknown(err)-slowDayOf(at.UTC()) < slowReach && slowDayOfUnknown(err)-slowDayOf(at.UTC()) > -slowReach
		if kind == calendar.ErrCoverage && near || err == nil && got.Sub(at).Abs() < slowReach*24*time.Hour {
			t.Fatalf("%s(%v)\n got %v, %v; the twin finds nothing in %d days", what, slowText(at), slowText(got), err, slowReach)
		}
		return
	}
	if kind != wantKind || err == nil && (!got.Equal(want) || got.Location() != s.location() && got.Location().String() != s.location().String()) {
		t.Fatalf("%s(%v)\n got %v, %v\nwant %v, %v\n%s", what, slowText(at), slowText(got), err, slowText(want), wantKind, slowShow(s, at))
	}
}

func slowShow(s slowTwin, at time.Time) string {
	if p, ok := s.(*slowPlain); ok {
		return p.show(at, at)
	}
	return ""
}

func slowText(t time.Time) string { return t.Format("Mon 2006-01-02T15:04:05.999999999Z07:00") }

func propSlowIsOpen(t *rapid.T) {
	c, s, at := slowCase(t, calendartest.Configs())
	slowCompareIsOpen(t, c, s, at)
}

func slowCompareIsOpen(t *rapid.T, c *calendar.Calendar, s slowTwin, at time.Time) {
	got, err := c.IsOpen(at)
	want, wantErr := slowIsOpen(s, at)
	if slowKind(err) != wantErr || err == nil && got != want {
		t.Fatalf("IsOpen(%v)\n got %v, %v\nwant %v, %v\n%s", slowText(at), got, err, want, wantErr, slowShow(s, at))
	}
}

func propSlowNextOpen(t *rapid.T) {
	c, s, at := slowCase(t, calendartest.Configs())
	slowCompareNextOpen(t, c, s, at)
}

func slowCompareNextOpen(t *rapid.T, c *calendar.Calendar, s slowTwin, at time.Time) {
	got, err := c.NextOpen(at)
	want, wantErr := slowNextOpen(s, at)
	slowSameInstant(t, s, "NextOpen", at, got, err, want, wantErr)
}

func propSlowPrevClose(t *rapid.T) {
	c, s, at := slowCase(t, calendartest.Configs())
	slowComparePrevClose(t, c, s, at)
}

func slowComparePrevClose(t *rapid.T, c *calendar.Calendar, s slowTwin, at time.Time) {
	got, err := c.PrevClose(at)
	want, wantErr := slowPrevClose(s, at)
	slowSameInstant(t, s, "PrevClose", at, got, err, want, wantErr)
}

func propSlowAdd(t *rapid.T) {
	c, s, at := slowCase(t, calendartest.Configs())
	slowCompareAdd(t, c, s, at, slowAmount(t, s, at))
}

func slowCompareAdd(t *rapid.T, c *calendar.Calendar, s slowTwin, at time.Time, d time.Duration) {
	got, err := c.Add(at, d)
	want, wantErr := slowAdd(s, at, d)
	slowSameInstant(t, s, fmt.Sprintf("Add %v", d), at, got, err, want, wantErr)
}

func propSlowSub(t *rapid.T) {
	c, s, at := slowCase(t, calendartest.Configs())
	slowCompareSub(t, c, s, at, slowAmount(t, s, at))
}

func slowCompareSub(t *rapid.T, c *calendar.Calendar, s slowTwin, at time.Time, d time.Duration) {
	got, err := c.Sub(at, d)
	want, wantErr := slowSub(s, at, d)
	slowSameInstant(t, s, fmt.Sprintf("Sub %v", d), at, got, err, want, wantErr)
}

func propSlowBetween(t *rapid.T) {
	c, s, at := slowCase(t, calendartest.Configs())
	end := calendartest.InstantsOf(s.cfg).Draw(t, "end")
	if limit := 500 * 24 * time.Hour; end.Sub(at).Abs() > limit {
		end = at.Add(end.Sub(at) % limit)
	}
	slowCompareBetween(t, c, s, at, end)
}

func slowCompareBetween(t *rapid.T, c *calendar.Calendar, s slowTwin, a, b time.Time) {
	got, err := c.Between(a, b)
	want, wantErr := slowBetween(s, a, b)
	if slowKind(err) != wantErr || err == nil && got != want {
		t.Fatalf("Between(%v, %v)\n got %v, %v\nwant %v, %v\n%s", slowText(a), slowText(b), got, err, want, wantErr, slowShow(s, a))
	}
}

func propSlowWindows(t *rapid.T) {
	c, s, at := slowCase(t, calendartest.Configs())
	// Three days more than are compared, so that no window is cut at the end.
	days := rapid.SampledFrom([]int{14, 90}).Draw(t, "days")
	cut, end := at.AddDate(0, 0, days), at.AddDate(0, 0, days+3)
	aside := func(s calendar.Span) bool { return !at.Before(s.Close) || !s.Open.Before(cut) }
	want, wantErr := s.slowOpenings(at, end)
	var got []calendar.Span
	var err error
	for span, e := range c.Windows(at) {
		if e == nil && !span.Open.Before(end) {
			break
		}
		if e != nil {
			err = e
			break
		}
		got = append(got, span)
	}
	if wantErr == nil && slowDayOfUnknown(err) >= slowDayOf(end.In(s.loc)) {
		err = nil // nothing opens before the end, and beyond it something may
	}
	if len(got) > 0 && !at.Before(got[0].Close) {
		t.Fatalf("Windows(%v): the first closes before, %v", slowText(at), slowText(got[0].Close))
	}
	first := slices.IndexFunc(want, func(s calendar.Span) bool { return at.Before(s.Close) })
	pieces := want
	want, got = slices.DeleteFunc(slowJoin(want), aside), slices.DeleteFunc(slowJoin(got), aside)
	if first >= 0 && len(want) > 0 && len(got) > 0 && got[0].Open.Equal(pieces[first].Open) {
		want[0].Open = got[0].Open // one of two that touch, the other of which is over
	}
	if diff := cmp.Diff(want, got); diff != "" || slowKind(err) != wantErr {
		t.Fatalf("Windows(%v): error %v, want %v; -want +got\n%s%s", slowText(at), err, wantErr, diff, slowShow(s, at))
	}
}

// slowDayOfUnknown returns the day that a CoverageError names, or the first of
// all days.
func slowDayOfUnknown(err error) int {
	var unknown *calendar.CoverageError
	if !errors.As(err, &unknown) {
		return slowNoFirst
	}
	return slowDay(unknown.Day)
}

func propSlowAddDays(t *rapid.T) {
	c, s, at := slowCase(t, calendartest.Configs())
	n := rapid.IntRange(-15, 15).Draw(t, "n")
	if rapid.IntRange(0, 9).Draw(t, "many") == 9 {
		n *= 5
	}
	slowCompareAddDays(t, c, s, at, n)
}

func slowCompareAddDays(t *rapid.T, c *calendar.Calendar, s *slowPlain, at time.Time, n int) {
	for name, conv := range map[string]calendar.Convention{
		"close of business": calendar.CloseOfBusiness, "same time": calendar.SameTime, "working time": calendar.WorkingTime,
	} {
		got, err := c.AddDays(at, n, conv)
		want, wantErr := s.slowAddDays(at, n, conv)
		slowSameInstant(t, s, fmt.Sprintf("AddDays %d by %s", n, name), at, got, err, want, wantErr)
	}
}

// propSlowCoverage draws configs whose holidays are known for a few weeks at
// most, and asks everything near the ends of what is known.
func propSlowCoverage(t *rapid.T) {
	c, s, at := slowCase(t, rapid.Custom(func(t *rapid.T) calendar.Config {
		cfg := calendartest.Configs().Draw(t, "any config")
		from := calendartest.Dates().Draw(t, "known from")
		through, _ := from.Plus(rapid.IntRange(0, 30).Draw(t, "known for"), calendar.Days)
		if ends := rapid.IntRange(0, 2).Draw(t, "ends"); ends != 1 {
			cfg.HolidaysFrom = from
		} else {
			cfg.HolidaysFrom = calendar.Date{}
		}
		cfg.HolidaysThrough = through
		cfg.Special = calendartest.Special(through).Draw(t, "special dates there")
		cfg.Changes = calendartest.WeekChanges(from).Draw(t, "changes there")
		return cfg
	}))
	d := slowAmount(t, s, at)
	slowCompareIsOpen(t, c, s, at)
	slowCompareNextOpen(t, c, s, at)
	slowComparePrevClose(t, c, s, at)
	slowCompareAdd(t, c, s, at, d)
	slowCompareSub(t, c, s, at, d)
	slowCompareBetween(t, c, s, at, at.Add(d))
	slowCompareAddDays(t, c, s, at, rapid.IntRange(-15, 15).Draw(t, "n"))
}
