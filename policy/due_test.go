package policy_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

func TestDue(t *testing.T) {
	owes := func(edit func(*policy.Target)) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			g := &a.Metrics[0].Targets[1]
			g.Measure = policy.Measure{Days: 1, Convention: calendar.SameTime}
			edit(g)
		}
	}
	days := func(n int, c calendar.Convention) func(*policy.Agreement) {
		return owes(func(g *policy.Target) { g.Measure = policy.Measure{CalendarDays: n, Convention: c} })
	}
	next := func(g *policy.Target) { g.Measure, g.NextOpening = policy.Measure{Time: 4 * hour}, true }
	for _, c := range []struct {
		name                 string
		edit                 func(*policy.Agreement)
		metric, level, start string
		want                 string // "" for none
	}{
		{"in one day", nil, "response", "Mid", "02 09:00", "02 13:00"},
		{"by another name's case", nil, "response", "MID", "02 09:00", "02 13:00"},
		{"just before the last start of that day", nil, "response", "Mid", "02 12:59:59.999999999", "02 16:59:59.999999999"},
		{"up to closing", nil, "response", "Mid", "02 13:00", "02 17:00"},
		{"just after it", nil, "response", "Mid", "02 13:00:00.000000001", "03 09:00:00.000000001"},
		{"from a Saturday", nil, "response", "Mid", "07 12:00", "09 13:00"},
		{"the gate is not asked", nil, "response", "High", "02 22:30", "03 00:30"},
		{"business days", nil, "resolution", "Mid", "06 10:00", "10 17:00"},
		{"nothing is owed", nil, "plan", "Mid", "02 09:00", ""},
		{"at the same time of day", owes(func(*policy.Target) {}), "response", "Mid", "07 12:00", "09 12:00"},
		{"from the next opening", owes(func(g *policy.Target) { g.FromOpening = true }), "response", "Mid", "07 12:00", "10 09:00"},
		{"just before a closing instant", owes(next), "response", "Mid", "02 12:59:59.999999999", "02 16:59:59.999999999"},
		{"a closing instant moves to the next opening", owes(next), "response", "Mid", "02 13:00", "03 09:00"},
		{"just after it", owes(next), "response", "Mid", "02 13:00:00.000000001", "03 09:00:00.000000001"},
		{"calendar days end with the last one", days(3, calendar.CloseOfBusiness), "response", "Mid", "02 09:00", "06 00:00"},
		{"calendar days at the same time", days(3, calendar.SameTime), "response", "Mid", "05 09:00", "08 09:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := mustAcme(t, c.edit).Due(c.metric, c.level, parseAt(t, c.start))
			if err != nil {
				t.Fatal(err)
			}
			switch at, ok := got.Get(); {
			case c.want == "":
				if got != (calendar.Moment{}) {
					t.Errorf("%v, want none", got)
				}
			case !ok || !at.Equal(parseAt(t, c.want)):
				t.Errorf("%v, want %s", got, c.want)
			}
		})
	}
}

// TestG9_DueUnknown: the holidays are known through Tuesday, 3 March.
func TestG9_DueUnknown(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		through, err := calendar.NewDate(2026, 3, 3)
		if err != nil {
			t.Fatal(err)
		}
		if a.Calendars["hours"], err = calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour), HolidaysThrough: through}); err != nil {
			t.Fatal(err)
		}
	})
	for start, want := range map[string]string{
		"03 12:59:59.999999999": "2026-03-03T16:59:59.999999999Z", "03 13:00": "2026-03-03T17:00:00Z",
		"03 13:00:00.000000001": "unknown",
	} {
		if got, err := p.Due("response", "Mid", parseAt(t, start)); err != nil || got.String() != want {
			t.Errorf("from %s: %v, %v, want %s", start, got, err, want)
		} else if why := got.Unknown(); want == "unknown" && (why == nil || why.Error() != "holidays are known through 2026-03-03 only") {
			t.Errorf("the reason is %v", why)
		}
	}
}

func TestDueMistakes(t *testing.T) {
	start := parseAt(t, "02 09:00")
	errLacking := errors.New("no hours are known for this customer")
	lacking := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics, a.Calendars, a.Lacking = a.Metrics[:1], map[string]*calendar.Calendar{"always": a.Calendars["always"]}, map[string]error{"hours": errLacking}
	})
	closed := mustAcme(t, func(a *policy.Agreement) {
		var err error
		if a.Calendars["hours"], err = calendar.New(calendar.Config{Location: time.UTC}); err != nil {
			t.Fatal(err)
		}
	})
	without := mustAcme(t, func(a *policy.Agreement) { a.Metrics = nil })
	for _, c := range []struct {
		name          string
		policy        *policy.Policy
		metric, level string
		kind          error
		want          string
	}{
		{"no such metric", mustAcme(t, nil), "Response", "Mid", policy.ErrMetric, `policy: metric: "Response" is not a metric of acme; write response, plan or resolution`},
		{"no metrics", without, "response", "Mid", policy.ErrMetric, `policy: metric: "response" is not a metric of acme, which has none`},
		{"no such level", mustAcme(t, nil), "response", "Middle", severity.ErrLevel, `severity: "Middle" is not a severity of acme; write High, Mid or Low`},
		{"no calendar", lacking, "response", "Mid", errLacking, "no hours are known for this customer"},
		{"never open", closed, "response", "Mid", calendar.ErrNeverOpen, "calendar: the calendar is never open; give it a window"},
		{"the zero Policy", new(policy.Policy), "response", "Mid", policy.ErrAgreement, "policy: agreement: is missing; make the Policy with New"},
	} {
		due, err := c.policy.Due(c.metric, c.level, start)
		if !errors.Is(err, c.kind) || err.Error() != c.want || due != (calendar.Moment{}) {
			t.Errorf("%s: %v, %v, want %s", c.name, due, err, c.want)
		}
	}
}

func TestThresholdHolds(t *testing.T) {
	scale := mustAcme(t, nil).Scale()
	mid, err := scale.Parse("Mid")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		levels []string
		level  severity.Level
		want   bool
	}{
		{nil, mid, true}, {[]string{"mid"}, mid, true}, {[]string{"High", "Low"}, mid, false}, {[]string{"Low", "Mid"}, mid, true},
		{[]string{"none of them"}, mid, false}, {nil, severity.Level{}, false}, {[]string{"Mid"}, severity.Level{}, false},
	} {
		if got := (policy.Threshold{Percent: 50, Levels: c.levels}).Holds(c.level); got != c.want {
			t.Errorf("%v at %v: %v", c.levels, c.level, got)
		}
	}
}

// TestDueStarts: a start must have a date, and must not be the zero time.
func TestDueStarts(t *testing.T) {
	p := mustAcme(t, nil)
	for _, c := range []struct {
		start time.Time
		want  string // the error, or the due time
	}{
		{time.Time{}, "policy: start: is missing; write the instant"},
		{time.Time{}.In(time.FixedZone("", -12*3600)), "policy: start: is missing; write the instant"},
		{time.Time{}.Add(-1), `policy: start: "0000-12-31T23:59:59.999999999Z" is outside the years 1 to 9999`},
		{time.Time{}.Add(1), "0001-01-01T02:00:00.000000001Z"},
		{lastInstant.Add(-2 * hour), "9999-12-31T23:59:59.999999999Z"},
		{lastInstant.Add(1), `policy: start: "10000-01-01T00:00:00Z" is outside the years 1 to 9999`},
		{lastInstant.AddDate(10_001, 0, 0), `policy: start: "20000-12-31T23:59:59.999999999Z" is outside the years 1 to 9999`},
	} {
		due, err := p.Due("response", "High", c.start) // 2 h round the clock
		switch {
		case err == nil && due.String() != c.want:
			t.Errorf("from %v: %v, want %s", c.start, due, c.want)
		case err != nil && (err.Error() != c.want || !errors.Is(err, policy.ErrEvents) || due != (calendar.Moment{})):
			t.Errorf("from %v: %v, %v, want %s", c.start, due, err, c.want)
		}
	}
}
