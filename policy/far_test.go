package policy_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// A time.Duration holds 292 years: what needs more working time than that is an error that
// says so, and so is what needs a day after the year 9999.

// far is the first instant of a year.
func far(year int) time.Time { return time.Date(year, time.January, 1, 0, 0, 0, 0, time.UTC) }

// long is a metric round the clock at Mid, of 8 h unless it is edited.
func long(edit func(*policy.Metric)) func(*policy.Agreement) {
	return func(a *policy.Agreement) {
		m := policy.Metric{Name: "turn", Start: policy.Report, Stop: policy.On(policy.Responded),
			Pause: policy.On(policy.InfoRequested), Resume: policy.On(policy.InfoReceived), Targets: []policy.Target{owed("Mid")}}
		m.Targets[0].Calendar = "always"
		if edit != nil {
			edit(&m)
		}
		only(m)(a)
	}
}

// TestFarSpans: the working time of 300 years is too long to be given; that of 290 is not.
func TestFarSpans(t *testing.T) {
	after := long(func(m *policy.Metric) { m.Targets[0].After = "always" })
	development := func(a *policy.Agreement) { after(a); a.Switch = policy.On(policy.DevelopmentRequired) }
	half := []policy.Threshold{{Percent: 50, To: "desk", Clause: "ACM-9"}}
	days := func(n int) func(*policy.Agreement) {
		return long(func(m *policy.Metric) { m.Targets[0].Measure, m.Thresholds = policy.Measure{Days: n}, half })
	}
	event := func(at time.Time, kind policy.Kind) policy.Event { return policy.Event{At: at, Kind: kind} }
	const tooLong = "calendar: the working time from "
	for _, row := range []struct {
		name   string
		edit   func(*policy.Agreement)
		events []policy.Event // after a report at the beginning of 2026
		asOf   time.Time
		want   string
	}{
		{"elapsed, 290 years", long(nil), nil, far(2316), ""},
		{"elapsed, 300 years", long(nil), nil, far(2326), tooLong + "2026-01-01T00:00:00Z to 2326-01-01T00:00:00Z is more than a time.Duration holds"},
		{"until it stops", long(nil), []policy.Event{event(far(2326), policy.Responded)}, far(2327), tooLong + "2026-01-01T00:00:00Z to 2326-01-01T00:00:00Z "},
		{"before other hours", development, []policy.Event{event(far(2326), policy.DevelopmentRequired)}, far(2326), tooLong + "2026-01-01T00:00:00Z to 2326-01-01T00:00:00Z "},
		{"before and after them, 290 years", development, []policy.Event{event(far(2226), policy.DevelopmentRequired)}, far(2316), ""},
		{"a pause", long(nil), []policy.Event{event(far(2026).Add(hour), policy.InfoRequested)}, far(2326), tooLong + "2026-01-01T01:00:00Z to 2326-01-01T00:00:00Z "},
		{"a pause that is over", long(nil), []policy.Event{event(far(2026).Add(hour), policy.InfoRequested), event(far(2326), policy.InfoReceived)}, far(2327),
			"policy: info_received at 2326-01-01T00:00:00Z: " + tooLong + "2026-01-01T01:00:00Z to 2326-01-01T00:00:00Z "},
		// The threshold at half of the time needs all of it: at most 100,000 days, 274 years.
		{"half of 100,000 days", days(100_000), nil, far(2026), ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := mustAcme(t, row.edit)
			mid, err := p.Scale().Parse("Mid")
			if err != nil {
				t.Fatal(err)
			}
			events := append([]policy.Event{{At: far(2026), Kind: policy.Reported, Severity: mid, Channel: policy.Email}}, row.events...)
			failing(t, p, events, row.asOf, calendar.ErrRange, row.want)
			if _, err := p.Explain(events, row.asOf); (err == nil) != (row.want == "") {
				t.Errorf("with reasons: %v", err)
			}
		})
	}
}

// TestFarDays: a due time after the year 9999 is an error that says so, and so is a report
// after it.
func TestFarDays(t *testing.T) {
	days := func(n int) func(*policy.Agreement) {
		return long(func(m *policy.Metric) { m.Targets[0].Measure = policy.Measure{CalendarDays: n} })
	}
	gated := long(func(m *policy.Metric) {
		m.Targets[0].Measure = policy.Measure{CalendarDays: 1}
		m.Targets[0].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, OffDays: "hours"}
	})
	last := time.Date(9999, time.December, 24, 12, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		name string
		edit func(*policy.Agreement)
		at   time.Time
		kind error
		want string
	}{
		// G5: through 30 December, which ends with the 31st.
		{"6 calendar days", days(6), last, nil, ""},
		{"8 calendar days", days(8), last, calendar.ErrRange,
			"policy: reported at 9999-12-24T12:00:00Z: calendar: 8 calendar days after 9999-12-24T12:00:00Z end outside the years 1 to 9999"},
		{"a start in the year 10000", days(1), far(10000), policy.ErrEvents, `policy: events[0].at: "10000-01-01T00:00:00Z" is outside the years 1 to 9999`},
		{"an off day in 9999", gated, last, nil, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := mustAcme(t, row.edit)
			mid, err := p.Scale().Parse("Mid")
			if err != nil {
				t.Fatal(err)
			}
			failing(t, p, []policy.Event{{At: row.at, Kind: policy.Reported, Severity: mid, Channel: policy.Email}}, row.at, row.kind, row.want)
		})
	}
}

// TestG9_SwitchAfterUnknownDays: how long a clock that went over to other hours has run is
// unknown if the days before that are not known, and known if they are. Holidays are known
// through Tuesday, 3 March.
func TestG9_SwitchAfterUnknownDays(t *testing.T) {
	edit := func(a *policy.Agreement) {
		through, err := calendar.NewDate(2026, time.March, 3)
		if err != nil {
			t.Fatal(err)
		}
		known, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour), HolidaysThrough: through})
		if err != nil {
			t.Fatal(err)
		}
		a.Calendars["known"] = known
		target := owed("Mid")
		target.Measure.Time, target.Calendar, target.After = 10*hour, "known", "late"
		only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{target}})(a)
		a.Switch = policy.On(policy.DevelopmentRequired)
	}
	tell(t, []story{
		// 9 h by Tuesday at 10:00, then 1 h from noon on.
		{name: "known", edit: edit, events: []string{"02 09:00 reported Mid email", "03 10:00 development_required"}, asOf: "04 12:00", want: []string{
			"turn 1 Mid breached from 02 09:00 due 03 13:00 17h0m0s gone -7h0m0s left ACM-7"}},
		{name: "not known", edit: edit, events: []string{"02 09:00 reported Mid email", "04 10:00 development_required"}, asOf: "04 12:00", want: []string{
			"turn 1 Mid breached from 02 09:00 due 03 11:00 unknown gone unknown left ACM-7"}},
	})
}

// TestFarProgress: 300 years of one owner are too long, whether the question or the closing
// of the ticket by itself ends them, and so are endless hand-overs.
func TestFarProgress(t *testing.T) {
	always := func(a *policy.Agreement) {
		a.Regions = &escalation.Regions{List: []escalation.Region{{Name: "ANY", Calendar: a.Calendars["always"]}}, Clause: "ACM-9"}
	}
	// The first day of 2026 is a Thursday, so the 100,000th business day after it is one
	// 20,000 weeks later: 23 April 2409.
	closing := func(a *policy.Agreement) {
		always(a)
		only(policy.Metric{Name: "silence", Start: policy.Report, Ends: true, Targets: []policy.Target{
			{Level: "Mid", Measure: policy.Measure{Days: 100_000}, Calendar: "hours", Clause: "ACM-7"}}})(a)
	}
	// Two regions whose hours take turns each hour, so that a ticket changes hands
	// 24 times a day: 100,000 times by the twelfth year.
	turns := func(a *policy.Agreement) {
		week := [2]calendar.Week{{}, {}}
		for h := range 24 {
			for d := time.Sunday; d <= time.Saturday; d++ {
				week[h%2][d] = append(week[h%2][d], calendar.Window{Open: time.Duration(h) * hour, Close: time.Duration(h+1) * hour})
			}
		}
		a.Regions, a.Roaming = &escalation.Regions{Clause: "ACM-9"}, []string{"Mid"}
		for i, name := range []string{"EVEN", "ODD"} {
			hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: week[i]})
			if err != nil {
				t.Fatal(err)
			}
			a.Regions.List = append(a.Regions.List, escalation.Region{Name: name, Calendar: hours})
		}
	}
	for _, row := range []struct {
		name string
		edit func(*policy.Agreement)
		to   time.Time
		kind error
		want string
	}{
		{"290 years", always, far(2316), nil, ""},
		{"300 years", always, far(2326), calendar.ErrRange, "policy: up to 2326-01-01T00:00:00Z: calendar: the working time from 2026-01-01T00:00:00Z to 2326-01-01T00:00:00Z is more than a time.Duration holds"},
		{"closed by itself in 2409", closing, far(2500), calendar.ErrRange, "policy: up to 2500-01-01T00:00:00Z: calendar: the working time from 2026-01-01T00:00:00Z to 2409-04-23T17:00:00Z is more than a time.Duration holds"},
		{"hand-overs of twelve years", turns, far(2038), escalation.ErrHandOvers, "policy: up to 2038-01-01T00:00:00Z: escalation: more than 100000 hand-overs of one ticket"},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := mustAcme(t, row.edit)
			mid, err := p.Scale().Parse("Mid")
			if err != nil {
				t.Fatal(err)
			}
			events := []policy.Event{{At: far(2026), Kind: policy.Reported, Severity: mid, Channel: policy.Email}}
			got, err := p.Progress(events, far(2026), row.to)
			switch {
			case row.want == "" && err != nil:
				t.Error(err)
			case row.want != "" && (!errors.Is(err, row.kind) || err.Error() != row.want):
				t.Errorf("got  %v\nwant %s", err, row.want)
			case row.want != "" && !cmp.Equal(got.Open, time.Duration(0)):
				t.Errorf("with an error there is progress: %v", got.Open)
			}
		})
	}
}

// TestErrorsOfTheTicket: what is wrong with a ticket, or with an agreement made for it, is
// the error of every method that is asked about it.
func TestErrorsOfTheTicket(t *testing.T) {
	p := mustAcme(t, nil)
	ticket := readTicket(t, `{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"Top","channel":"email"}]}`)
	_, events := p.Events(ticket)
	if !errors.Is(events, policy.ErrEvents) {
		t.Fatalf("Top is a level: %v", events)
	}
	if b, err := p.AppendTicketAnswer([]byte("x"), ticket); err == nil || err.Error() != events.Error() || string(b) != "x" {
		t.Errorf("an answer: %q, %v, want %v", b, err, events)
	}
	if _, err := policy.Alternatives(acmeReadings(), ticket, withReadings); err == nil || err.Error() != events.Error() {
		t.Errorf("alternatives: %v, want %v", err, events)
	}
	ticket.Events[0].Severity = new(string)
	*ticket.Events[0].Severity = "Mid"
	refused := errors.New("refused")
	_, err := policy.Alternatives(acmeReadings(), ticket, func(c policy.Customer, given map[string]string) (*policy.Policy, error) {
		if given["acme.severity_change"] == "from_change" {
			return nil, refused
		}
		return withReadings(c, given)
	})
	if !errors.Is(err, refused) {
		t.Errorf("an agreement that cannot be made: %v", err)
	}
	if got := (&policy.TicketError{Err: refused}).Error(); got != "refused" {
		t.Errorf("an error that is no list says %q", got)
	}

	ends := mustAcme(t, spent(t, only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{ending("Mid", 17*hour)}})))
	h, err := ends.History(parseEvents(t, ends, "02 09:00 reported Mid email"), parseAt(t, "02 10:00"))
	if !errors.Is(err, calendar.ErrNeverOpen) || len(h.Entries()) != 0 {
		t.Errorf("a history of what cannot be told: %v, %v", h.Entries(), err)
	}
}

// TestG2a_OtherHoursThatEnd: what is left of a clock, or what it is counted from,
// lies in hours that end on Tuesday, 3 March, at 17:00.
func TestG2a_OtherHoursThatEnd(t *testing.T) {
	switching := func(a *policy.Agreement) { a.Switch = policy.On(policy.DevelopmentRequired) }
	after := func(calendar, after string, time time.Duration) policy.Target {
		target := owed("Mid")
		target.Measure.Time, target.Calendar, target.After = time, calendar, after
		return target
	}
	rolls := func(time time.Duration) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			target := after("late", "ends", time)
			target.NextOpening = true
			only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{target}})(a)
			switching(a)
		}
	}
	low := after("ends", "hours", 17*hour)
	low.Level = "Low"
	fromStart := func(a *policy.Agreement) {
		only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{after("hours", "late", 8*hour), low}})(a)
		a.SeverityChange = severity.FromStart
		switching(a)
	}
	const mid = "02 09:00 reported Mid email"
	fails(t, []failure{
		// From Monday at 10:00 there are 7 h and 8 h: 15 h end with the last window,
		// from which there is no next opening.
		{"the last but one nanosecond", rolls(15*hour - 1), []string{mid, "02 10:00 development_required"}, "02 11:00", ""},
		{"the last closing", rolls(15 * hour), []string{mid, "02 10:00 development_required", "02 10:30 closed"}, "02 11:00", "policy: development_required at 2026-03-02T10:00:00Z: "},
		// The hours before the switch have no 17 h, and need not: all but one of them
		// come after it.
		{"a target from the start", fromStart, []string{mid, "02 10:00 development_required", "02 10:30 severity_changed Low", "02 10:40 closed"}, "02 11:00", ""},
	})
}

// TestFarWall: the working time of 300 years, 40 h a week, is given, but not the wall-clock
// time, which a time.Duration cannot hold; for 290 years both are.
func TestFarWall(t *testing.T) {
	p := mustAcme(t, nil)
	mid, err := p.Scale().Parse("Mid")
	if err != nil {
		t.Fatal(err)
	}
	events := []policy.Event{{At: far(2026), Kind: policy.Reported, Severity: mid, Channel: policy.Email}}
	for year, want := range map[int]time.Duration{2316: 290*365*24*hour + 69*24*hour, 2326: 0} {
		a, err := p.Evaluate(events, far(year))
		if err != nil {
			t.Fatal(err)
		}
		_, told := a.Clocks[0].Elapsed.Get()
		if wall, ok := a.Clocks[0].Wall.Get(); !told || wall != want || ok != (want != 0) || a.Clocks[0].Wall.Unknown() != nil {
			t.Errorf("%d: %v, %v, want %v", year, wall, ok, want)
		}
	}
}
