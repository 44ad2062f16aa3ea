package policy_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// twoDays is open on 2 and 3 March 2026, from 09:00 to 17:00, and never again.
func twoDays(t *testing.T) *calendar.Calendar {
	t.Helper()
	special := map[calendar.Date][]calendar.Window{}
	for day := 2; day <= 3; day++ {
		d, err := calendar.NewDate(2026, time.March, day)
		if err != nil {
			t.Fatal(err)
		}
		special[d] = []calendar.Window{{Open: 9 * hour, Close: 17 * hour}}
	}
	c, err := calendar.New(calendar.Config{Zone: "UTC", Special: special})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// spent gives an agreement hours that end for good: 2 and 3 March 2026, Monday and
// Tuesday, 09:00 to 17:00, which is 16 h in all.
func spent(t *testing.T, edits ...func(*policy.Agreement)) func(*policy.Agreement) {
	return func(a *policy.Agreement) {
		a.Calendars["ends"] = twoDays(t)
		for _, edit := range edits {
			edit(a)
		}
	}
}

// ending is a target of so much working time in the hours that end.
func ending(level string, time time.Duration) policy.Target {
	return policy.Target{Level: level, Measure: policy.Measure{Time: time}, Calendar: "ends", Clause: "ACM-7"}
}

// A failure is a ticket in which something needs working time that there is not, and the
// event at which the error says so.
type failure struct {
	name   string
	edit   func(*policy.Agreement)
	events []string
	asOf   string
	want   string // how the error begins; "" if there is none
}

// fails checks failures: the error comes at the first instant that needs the time, not
// later, and there is no answer.
func fails(t *testing.T, rows []failure) {
	t.Helper()
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			p := mustAcme(t, spent(t, row.edit))
			failing(t, p, parseEvents(t, p, row.events...), parseAt(t, row.asOf), calendar.ErrNeverOpen, row.want)
		})
	}
}

// failing checks the error of a ticket.
func failing(t *testing.T, p *policy.Policy, events []policy.Event, asOf time.Time, kind error, want string) {
	t.Helper()
	_, err := p.Evaluate(events, asOf)
	switch {
	case want == "" && err != nil:
		t.Error(err)
	case want != "" && (!errors.Is(err, kind) || !strings.HasPrefix(err.Error(), want)):
		t.Errorf("got %v, want %s…", err, want)
	}
}

// TestG2a_ClocksBeyondTheHours: each event that starts a clock, or gives it another due
// time, is an error if not enough working time is left. 16 h from the report on Monday at
// 09:00 is all there is.
func TestG2a_ClocksBeyondTheHours(t *testing.T) {
	const mid, high = "02 09:00 reported Mid email", "02 09:00 reported High email"
	turn := func(m policy.Metric, targets ...policy.Target) func(*policy.Agreement) {
		m.Name, m.Targets = "turn", targets
		if m.Start == 0 {
			m.Start = policy.Report
		}
		return only(m)
	}
	all, more := ending("Mid", 16*hour), ending("Mid", 16*hour+1)
	gated := func(target policy.Target, g policy.Gate) policy.Target {
		target.Gate = g
		return target
	}
	call := policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
	opens := call
	opens.OffDays, opens.Opens = "hours", true
	fromOpening := policy.Target{Level: "Mid", Measure: policy.Measure{Days: 1}, Calendar: "ends", FromOpening: true, Clause: "ACM-7"}
	fails(t, []failure{
		{"a report, all there is", turn(policy.Metric{}, all), []string{mid}, "02 10:00", ""},
		{"a report, a nanosecond more", turn(policy.Metric{}, more), []string{mid}, "02 10:00", "policy: reported at 2026-03-02T09:00:00Z: "},
		{"an event that starts", turn(policy.Metric{Start: policy.On(policy.Updated)}, all),
			[]string{mid, "02 09:00:00.000000001 updated"}, "02 10:00", "policy: updated at 2026-03-02T09:00:00.000000001Z: "},
		{"the round after one", turn(policy.Metric{Stop: policy.On(policy.Updated), Renew: true}, all),
			[]string{mid, "02 10:00 updated", "02 11:00 closed"}, "02 12:00", "policy: updated at 2026-03-02T10:00:00Z: "},
		{"a call", turn(policy.Metric{}, gated(all, call)), []string{mid, "02 10:00 contacted", "02 11:00 closed"}, "02 12:00", "policy: contacted at 2026-03-02T10:00:00Z: "},
		{"the event that a gate waits for", turn(policy.Metric{}, gated(all, policy.Gate{Event: policy.Registered})),
			[]string{mid, "02 10:00 registered", "02 11:00 closed"}, "02 12:00", "policy: registered at 2026-03-02T10:00:00Z: "},
		{"an opening, up to which time passes", turn(policy.Metric{}, gated(ending("Mid", hour), opens)), []string{"01 12:00 reported Mid email"}, "02 09:00", ""},
		{"one after the hours, seen by the next event", turn(policy.Metric{}, gated(ending("Mid", hour), opens)),
			[]string{"07 12:00 reported Mid email", "09 09:00 closed"}, "10 09:00", "policy: closed at 2026-03-09T09:00:00Z: "},
		{"or by the question", turn(policy.Metric{}, gated(ending("Mid", hour), opens)), []string{"07 12:00 reported Mid email"}, "09 09:00", "policy: up to 2026-03-09T09:00:00Z: "},
		{"which comes before it", turn(policy.Metric{}, gated(ending("Mid", hour), opens)), []string{"07 12:00 reported Mid email"}, "09 08:59:59.999999999", ""},
		{"a next opening that there is", turn(policy.Metric{}, fromOpening), []string{"01 12:00 reported Mid email"}, "02 10:00", ""},
		{"a next opening that there is not", turn(policy.Metric{}, fromOpening), []string{"03 17:00 reported Mid email"}, "04 10:00", "policy: reported at 2026-03-03T17:00:00Z: "},
		{"a change of level", turn(policy.Metric{}, all, ending("High", 16*hour)),
			[]string{mid, "02 10:00 severity_changed High", "02 11:00 closed"}, "02 12:00", "policy: severity_changed at 2026-03-02T10:00:00Z: "},
		{"a change to a level with the first target", turn(policy.Metric{}, ending("High", 16*hour)),
			[]string{mid, "02 10:00 severity_changed High", "02 11:00 closed"}, "02 12:00", "policy: severity_changed at 2026-03-02T10:00:00Z: "},
		{"a workaround", turn(policy.Metric{}, ending("High", hour), more),
			[]string{high, "02 09:30 workaround_accepted", "02 11:00 closed"}, "02 12:00", "policy: workaround_accepted at 2026-03-02T09:30:00Z: "},
		{"a reopening", turn(policy.Metric{}, all), []string{mid, "02 10:00 closed", "02 11:00 reopened", "02 12:00 closed"}, "02 13:00", "policy: reopened at 2026-03-02T11:00:00Z: "},
	})
}

// TestG7_PausesBeyondTheHours: a pause takes working time that is then missing, and
// whatever ends it, or looks at the clock, is an error. During the night from Monday to
// Tuesday it takes none.
func TestG7_PausesBeyondTheHours(t *testing.T) {
	const mid, asked = "02 09:00 reported Mid email", "02 10:00 info_requested"
	turn := policy.Metric{Name: "turn", Start: policy.Report | policy.On(policy.CustomerReplied), Restart: policy.On(policy.CustomerReplied),
		Stop: policy.On(policy.Responded), Cancel: policy.On(policy.Registered),
		Pause: policy.On(policy.InfoRequested), Resume: policy.On(policy.InfoReceived), Targets: []policy.Target{ending("Mid", 16*hour)}}
	silence := owed("Mid")
	silence.Measure.Time = hour
	closing := policy.Metric{Name: "silence", Start: policy.On(policy.Updated), Ends: true, Targets: []policy.Target{silence}}
	goesOn := turn
	goesOn.Stop, goesOn.Continue = policy.On(policy.Resolved), true
	to := func(levels ...policy.Target) func(*policy.Agreement) {
		m := turn
		m.Targets = append(m.Targets[:1:1], levels...)
		return only(m)
	}
	after := ending("Mid", 16*hour)
	after.After = "hours"
	switching := turn
	switching.Targets = []policy.Target{after}
	fromStart := func(a *policy.Agreement) {
		to(ending("Low", 16*hour))(a)
		a.SeverityChange = severity.FromStart
	}
	fails(t, []failure{
		{"at night", only(turn), []string{mid, "02 17:00 info_requested", "03 09:00 info_received"}, "03 10:00", ""},
		{"its end", only(turn), []string{mid, asked, "02 10:00:00.000000001 info_received", "02 11:00 closed"}, "02 12:00", "policy: info_received at 2026-03-02T10:00:00.000000001Z: "},
		{"what stops the clock", only(turn), []string{mid, asked, "02 10:30 responded"}, "02 12:00", "policy: responded at 2026-03-02T10:30:00Z: "},
		{"what cancels it", only(turn), []string{mid, asked, "02 10:30 registered"}, "02 12:00", "policy: registered at 2026-03-02T10:30:00Z: "},
		{"what begins it anew", only(turn), []string{mid, asked, "02 10:30 customer_replied"}, "02 12:00", "policy: customer_replied at 2026-03-02T10:30:00Z: "},
		{"the end of the ticket", only(turn), []string{mid, asked, "02 10:30 closed"}, "02 12:00", "policy: closed at 2026-03-02T10:30:00Z: "},
		{"what halts the ticket", func(a *policy.Agreement) { only(turn)(a); a.Halt = policy.On(policy.Forwarded) },
			[]string{mid, asked, "02 10:30 forwarded"}, "02 12:00", "policy: forwarded at 2026-03-02T10:30:00Z: "},
		{"a level without a target", only(turn), []string{mid, asked, "02 10:30 severity_changed Low"}, "02 12:00", "policy: severity_changed at 2026-03-02T10:30:00Z: "},
		{"a change of level", to(ending("High", hour)), []string{mid, asked, "02 10:30 severity_changed High"}, "02 12:00", "policy: severity_changed at 2026-03-02T10:30:00Z: "},
		// 16 h from the start are all there is, and the pause took half an hour.
		{"a change of level after it", func(a *policy.Agreement) { fromStart(a); a.Metrics[0].Targets[0].Measure.Time = 2 * hour },
			[]string{mid, asked, "02 10:30 info_received", "02 10:45 severity_changed Low", "02 10:50 closed"}, "02 12:00", "policy: severity_changed at 2026-03-02T10:45:00Z: "},
		{"more than there is, whatever the pause", func(a *policy.Agreement) {
			fromStart(a)
			a.Metrics[0].Targets[0].Measure.Time, a.Metrics[0].Targets[1].Measure.Time = hour, 17*hour
		}, []string{mid, "02 09:30 info_requested", "02 09:40 info_received", "02 09:45 severity_changed Low", "02 09:50 closed"}, "02 12:00", "policy: severity_changed at 2026-03-02T09:45:00Z: "},
		{"other hours", func(a *policy.Agreement) { only(switching)(a); a.Switch = policy.On(policy.DevelopmentRequired) },
			[]string{mid, asked, "02 10:30 development_required"}, "02 12:00", "policy: development_required at 2026-03-02T10:30:00Z: "},
		{"what closes the ticket by itself", only(turn, closing), []string{mid, asked, "02 10:30 updated"}, "02 11:30", "policy: up to 2026-03-02T11:30:00Z: "},
		{"the question", only(turn), []string{mid, asked}, "02 10:00:00.000000001", "calendar: there is not enough working time after "},
		{"which comes with it", only(turn), []string{mid, asked}, "02 10:00", ""},
		{"a reopening of what goes on", only(goesOn), []string{mid, "02 10:00 resolved", "02 10:30 reopened", "02 10:40 closed"}, "02 12:00", "policy: reopened at 2026-03-02T10:30:00Z: "},
	})
}

// TestG2a_ThresholdsBeyondTheHours: a threshold needs working time after the due time, and
// whatever gives the clock another due time is an error if there is not enough.
func TestG2a_ThresholdsBeyondTheHours(t *testing.T) {
	const mid = "02 09:00 reported Mid email"
	turn := func(edits ...func(*policy.Metric)) func(*policy.Agreement) {
		m := policy.Metric{Name: "turn", Start: policy.Report, Stop: policy.On(policy.Responded),
			Pause: policy.On(policy.InfoRequested), Resume: policy.On(policy.InfoReceived),
			Thresholds: []policy.Threshold{{After: policy.Measure{Time: 15 * hour}, To: "desk", Clause: "ACM-9"}},
			Targets:    []policy.Target{ending("Mid", hour), owed("Low"), ending("High", hour)}}
		for _, edit := range edits {
			edit(&m)
		}
		return only(m)
	}
	switched := func(a *policy.Agreement) {
		turn(func(m *policy.Metric) { m.Targets[0] = owed("Mid"); m.Targets[0].After = "ends" })(a)
		a.Switch = policy.On(policy.DevelopmentRequired)
	}
	fails(t, []failure{
		{"a report, all there is", turn(), []string{mid}, "02 10:00", ""},
		{"a nanosecond later", turn(), []string{"02 09:00:00.000000001 reported Mid email"}, "02 10:00", "policy: reported at 2026-03-02T09:00:00.000000001Z: "},
		{"the end of a pause", turn(), []string{mid, "02 09:30 info_requested", "02 09:30:00.000000001 info_received", "02 09:40 closed"}, "02 10:00", "policy: info_received at 2026-03-02T09:30:00.000000001Z: "},
		{"a change of level", turn(), []string{"02 08:00 reported Low email", "02 09:30 severity_changed High", "02 09:40 closed"}, "02 10:00", "policy: severity_changed at 2026-03-02T09:30:00Z: "},
		// Due on Tuesday at 09:00 by the hours of every week, and 15 h more from there.
		{"other hours", switched, []string{"02 09:00 reported Mid email", "02 10:00 development_required", "02 10:30 closed"}, "02 11:00", "policy: development_required at 2026-03-02T10:00:00Z: "},
		// Overdue since 17:00 on Monday, it keeps that; what comes 15 h after is asked
		// of the hours of the new level, of which 8 are left.
		{"an overdue clock that pauses, and changes", turn(), []string{"02 09:00 reported Low email", "03 10:00 info_requested", "03 11:00 info_received", "03 12:00 severity_changed High", "03 12:30 closed"},
			"03 13:00", "policy: severity_changed at 2026-03-03T12:00:00Z: "},
	})
}

// TestG2a_LaddersBeyondTheHours: the same holds for a ladder, at what starts it, moves it
// or resumes it; a repeat needs its time when the step before it has been reached.
func TestG2a_LaddersBeyondTheHours(t *testing.T) {
	ladder := func(level string, after time.Duration, repeat escalation.Repeat) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			a.Metrics = nil
			a.Test, a.Failed = policy.On(policy.ResolutionProposed), policy.On(policy.ResolutionRejected)
			a.Ladders = append(a.Ladders, policy.LevelLadder{Level: level, Ladder: escalation.Ladder{
				Calendar: a.Calendars["ends"], Repeat: repeat,
				Steps: []escalation.Step{{To: "desk", After: escalation.Delay{Time: after}, Clause: "ACM-8"}},
			}})
		}
	}
	both := func(edits ...func(*policy.Agreement)) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			for _, edit := range edits {
				edit(a)
			}
		}
	}
	byPhone := func(a *policy.Agreement) {
		a.Ladders[0].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
	}
	all := ladder("Mid", 16*hour, escalation.Repeat{})
	twice := ladder("Mid", 2*hour, escalation.Repeat{Every: escalation.Delay{Time: 15 * hour}, Times: 1})
	const mid, low = "02 09:00 reported Mid email", "02 09:00 reported Low email"
	fails(t, []failure{
		{"a report, all there is", all, []string{mid}, "02 10:00", ""},
		{"a nanosecond later", all, []string{"02 09:00:00.000000001 reported Mid email"}, "02 10:00", "policy: reported at 2026-03-02T09:00:00.000000001Z: "},
		{"a call", both(all, byPhone), []string{mid, "02 10:00 contacted", "02 11:00 closed"}, "02 12:00", "policy: contacted at 2026-03-02T10:00:00Z: "},
		{"the first level that has one", all, []string{low, "02 10:00 severity_changed Mid", "02 11:00 closed"}, "02 12:00", "policy: severity_changed at 2026-03-02T10:00:00Z: "},
		{"another level's", both(ladder("Low", hour, escalation.Repeat{}), all, mode(severity.FromStart)), []string{low, "02 09:30 severity_changed Mid"}, "02 09:40", ""},
		{"another level's, counted from the change", both(ladder("Low", 16*hour, escalation.Repeat{}), all, mode(severity.FromChange)), []string{low, "02 10:00 severity_changed Mid", "02 11:00 closed"},
			"02 12:00", "policy: severity_changed at 2026-03-02T10:00:00Z: "},
		{"a test that has failed", all, []string{mid, "02 10:00 resolution_proposed", "02 11:00 resolution_rejected", "02 11:30 closed"}, "02 12:00", "policy: resolution_rejected at 2026-03-02T11:00:00Z: "},
		{"a reopening", all, []string{mid, "02 10:00 closed", "02 11:00 reopened", "02 11:30 closed"}, "02 12:00", "policy: reopened at 2026-03-02T11:00:00Z: "},
		{"a repeat, before the step", twice, []string{mid}, "02 10:59:59.999999999", ""},
		{"a repeat, at the step", twice, []string{mid}, "02 11:00", "policy: up to 2026-03-02T11:00:00Z: calendar: there is not enough working time after "},
		{"in a life that is over", twice, []string{mid, "02 11:00 closed", "02 12:00 reopened"}, "02 12:00", "policy: closed at 2026-03-02T11:00:00Z: calendar: there is not enough working time after "},
	})
}

// TestG2a_VersionsBeyondTheHours: a version that comes into force on Tuesday at noon,
// when 5 h are left, needs more of them, or comes to what needed them before.
func TestG2a_VersionsBeyondTheHours(t *testing.T) {
	ends := func(after time.Duration, edits ...func(*policy.Agreement)) func(*policy.Agreement) {
		return spent(t, append([]func(*policy.Agreement){only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{ending("Mid", after)}})}, edits...)...)
	}
	high := spent(t, only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{ending("High", hour)}}))
	climbs := func(after time.Duration) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["ends"],
				Steps: []escalation.Step{{To: "desk", After: escalation.Delay{Time: after}, Clause: "ACM-8"}}}}}
		}
	}
	opens := func(a *policy.Agreement) {
		a.Metrics[0].Targets[0].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, OffDays: "tuesdays", Opens: true}
		tuesdays, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Week{time.Tuesday: {{Open: 10 * hour, Close: 12 * hour}}}})
		if err != nil {
			t.Fatal(err)
		}
		a.Calendars["tuesdays"] = tuesdays
	}
	const mid, change = "02 09:00 reported Mid email", "policy: up to 2026-03-03T13:00:00Z: "
	for _, row := range []struct {
		name         string
		old, renewed func(*policy.Agreement)
		asOf         string
		want         string
	}{
		{"just before", ends(hour), ends(6 * hour), "03 11:59:59.999999999", ""},
		{"a clock that it lengthens", ends(16 * hour), ends(6 * hour), "03 13:00", change},
		{"by less", ends(16 * hour), ends(5 * hour), "03 13:00", ""},
		{"one that it brings", high, ends(6 * hour), "03 13:00", change},
		{"with time enough", high, ends(5 * hour), "03 13:00", ""},
		{"a ladder that it has", ends(hour), ends(hour, climbs(6*hour)), "03 13:00", change},
		{"that it lengthens", ends(hour, climbs(16*hour)), ends(hour, climbs(6*hour)), "03 13:00", change},
		{"by less", ends(hour, climbs(16*hour)), ends(hour, climbs(5*hour)), "03 13:00", ""},
		// The first Tuesday's opening is at 10:00, when 7 h are left.
		{"a start before it", ends(8*hour, opens), ends(hour, opens), "03 13:00", change},
		{"with time enough", ends(7*hour, opens), ends(hour, opens), "03 13:00", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := replaced(t, severity.FromChange, row.old, row.renewed)
			failing(t, p, parseEvents(t, p, mid), parseAt(t, row.asOf), calendar.ErrNeverOpen, row.want)
		})
	}
}
