package escalation_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// openOnce is open once, on Monday, 2 March 2026, from 08:00 to 17:00, and never
// again: what needs more time than that has no instant.
func openOnce(t testing.TB) *calendar.Calendar {
	t.Helper()
	day, err := calendar.ParseDate("2026-03-02")
	if err != nil {
		t.Fatal(err)
	}
	c, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", RegularDay: 9 * time.Hour,
		Special: map[calendar.Date][]calendar.Window{day: {{Open: 8 * time.Hour, Close: 17 * time.Hour}}}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestClimbErrors: a calendar that never opens again is an error of whatever
// needs an instant of it, and of nothing before.
func TestClimbErrors(t *testing.T) {
	once, office := openOnce(t), open(t, "Europe/Berlin", 8, 17)
	after := func(c, notices *calendar.Calendar, d escalation.Delay) *escalation.Ladder {
		return &escalation.Ladder{Calendar: c, Notices: notices, Steps: []escalation.Step{{To: "a", After: d}}}
	}
	hours := func(n int) escalation.Delay { return escalation.Delay{Time: time.Duration(n) * time.Hour} }
	start := told{"2026-03-02 08:00", func(c *escalation.Climb, at time.Time) error { return c.Start(at) }}
	for _, tt := range []struct {
		name   string
		ladder *escalation.Ladder
		good   []told // each of which is no error
		bad    told
	}{
		{"more than there is", after(once, nil, escalation.Delay{Time: 9*time.Hour + 1}), nil, start},
		{"business days", after(once, nil, escalation.Delay{Days: 1}), nil, start},
		{"business days as working time", after(once, nil, escalation.Delay{Days: 2, Convention: calendar.WorkingTime}), nil, start},
		{"a halt takes what was left", after(once, nil, hours(8)), []told{start, {"2026-03-02 09:00", halt}}, told{"2026-03-02 10:00:00.000000001", resume}},
		{"a change during it too", after(once, nil, hours(9)), []told{start, {"2026-03-02 09:00", halt}}, told{"2026-03-02 10:00", change(after(once, nil, hours(9)), true, severity.Fair)}},
		{"a change to more than is left", after(office, nil, hours(9)), []told{start}, told{"2026-03-02 09:00", change(after(once, nil, hours(9)), false, severity.FromChange)}},
		{"the notices' hours are over", after(office, once, hours(12)), nil, start},
		{"and over when the halt is", after(office, once, hours(2)), []told{start, {"2026-03-02 09:00", halt}}, told{"2026-03-03 09:00", resume}},
		{"a change brings them", after(office, nil, hours(12)), []told{start}, told{"2026-03-02 09:00", change(after(office, once, hours(20)), false, severity.Fair)}},
	} {
		var c escalation.Climb
		c.Begin(tt.ladder)
		for _, e := range tt.good {
			advance(t, &c, instant(t, e.at))
			if err := e.what(&c, instant(t, e.at)); err != nil {
				t.Errorf("%s: at %s: %v", tt.name, e.at, err)
			}
		}
		advance(t, &c, instant(t, tt.bad.at))
		if err := tt.bad.what(&c, instant(t, tt.bad.at)); !errors.Is(err, calendar.ErrNeverOpen) {
			t.Errorf("%s: %v, want that it never opens", tt.name, err)
		}
	}
}

// TestClimbErrorsWhileTimePasses: an error that comes up by itself is told once, and
// what it is about is reached all the same.
func TestClimbErrorsWhileTimePasses(t *testing.T) {
	l := &escalation.Ladder{Calendar: openOnce(t), Steps: []escalation.Step{{To: "a", After: escalation.Delay{Time: time.Hour}}},
		Repeat: escalation.Repeat{Every: escalation.Delay{Time: 5 * time.Hour}, Times: 3}}
	var c escalation.Climb
	c.Begin(l)
	if err := c.Start(instant(t, "2026-03-02 08:00")); err != nil {
		t.Fatal(err)
	}
	// The step is at 09:00, its repeat at 14:00, and the next would be at 19:00.
	if err := c.Advance(instant(t, "2026-03-02 13:59:59.999999999")); err != nil {
		t.Errorf("before the repeat: %v", err)
	}
	if err := c.Advance(instant(t, "2026-03-02 14:00")); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("at the repeat: %v", err)
	}
	if err := c.Advance(instant(t, "2026-03-02 14:01")); err != nil {
		t.Errorf("after it: %v", err)
	}
	if n := len(c.Rungs()); n != 2 || c.Rungs()[1].State != escalation.Reached {
		t.Errorf("%+v", c.Rungs())
	}
}

func TestChangeToAnotherShape(t *testing.T) {
	l := repeating(t, escalation.Delay{Time: time.Hour}, 2)
	var c escalation.Climb
	c.Begin(l)
	one := &escalation.Ladder{Calendar: l.Calendar, Steps: l.Steps[:1]}
	err := c.Change(instant(t, "2026-03-02 08:00"), one, true, severity.Fair)
	const want = `escalation: steps: "1" is another number of steps than the climb's, 2`
	if !errors.Is(err, escalation.ErrLadder) || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if c.Rungs()[0].State != escalation.Pending || !c.Waits() {
		t.Errorf("the mistake changed the climb: %+v", c.Rungs())
	}
	// A ladder without a calendar, which was not checked.
	c.Begin(&escalation.Ladder{Steps: l.Steps})
	if err := c.Start(instant(t, "2026-03-02 08:00")); !errors.Is(err, escalation.ErrLadder) || err.Error() != "escalation: calendar: is missing; delays are counted on it" {
		t.Errorf("no calendar: %v", err)
	}
	// An error of a calendar has its place in the ladder.
	mixed, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Week{1: {{Open: 0, Close: time.Hour}}, 2: {{Open: 0, Close: 2 * time.Hour}}}})
	if err != nil {
		t.Fatal(err)
	}
	bad := &escalation.Ladder{Calendar: mixed, Steps: []escalation.Step{{To: "a", After: escalation.Delay{Days: 1, Convention: calendar.WorkingTime}}}}
	_, why := mixed.RegularDay()
	if err := bad.Check(); !errors.Is(err, calendar.ErrRegularDay) || err.Error() != "escalation: steps[0].after: "+why.Error() || !errors.Is(err, escalation.ErrLadder) {
		t.Errorf("%v", err)
	}
}

// TestWatchErrors: what is wrong with regions or beyond the years of a calendar
// is an error, and a ticket of eighty years of hand-overs bounded work.
func TestWatchErrors(t *testing.T) {
	w := escalation.NewWatch(hubs(t, 0))
	late := time.Date(10001, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := w.Receive(late, false); !errors.Is(err, calendar.ErrRange) {
		t.Errorf("the year 10001: %v", err)
	}
	if err := w.Receive(instant(t, "2026-01-14T07:00:00Z"), false); err != nil {
		t.Fatal(err)
	}
	for name, pass := range map[string]func(*escalation.Watch, time.Time) error{
		"Advance": (*escalation.Watch).Advance,
		"Tenures": func(w *escalation.Watch, at time.Time) error { _, err := w.Tenures(at); return err },
	} {
		v := w
		if err := pass(&v, time.Date(2300, 1, 1, 0, 0, 0, 0, time.UTC)); !errors.Is(err, escalation.ErrHandOvers) {
			t.Errorf("%s over 270 years: %v", name, err)
		}
		if n := len(v.Owners()); n != 100_000 {
			t.Errorf("%s: %d owners", name, n)
		}
	}
}

// TestWatchOfRegionsThatNeverOpenAgain: nobody takes a ticket over then, and that
// is no error.
func TestWatchOfRegionsThatNeverOpenAgain(t *testing.T) {
	w := escalation.NewWatch(rotaOf(t, escalation.Regions{List: []escalation.Region{{Name: "A", Calendar: openOnce(t)}}}))
	if err := w.Receive(instant(t, "2026-03-02 07:00"), false); err != nil {
		t.Fatal(err)
	}
	if err := w.Advance(instant(t, "2027-03-02 07:00")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"03-02 06:00 on-call", "03-02 07:00 A", "03-02 16:00 on-call"}, owners(w.Owners())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if next, ok, err := w.Next(); ok || err != nil {
		t.Errorf("%+v, %v", next, err)
	}
}
