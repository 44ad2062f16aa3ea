package policy_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// acme is a small, made-up agreement, so that the mechanism is tested
// apart from any real one. Its levels are High, Mid and Low; its hours are 09:00
// to 17:00 UTC, Monday to Friday; the tests play in March 2026, whose second day
// is a Monday.
//
//	            High, by telephone only   Mid                    Low
//	response    2 h round the clock,      4 h of working time    8 h of working time
//	            by telephone only
//	plan        4 h round the clock
//	resolution                            2 business days
//
// An accepted workaround makes High Mid, and Mid Low.
func acme() (policy.Agreement, error) {
	scale, err := severity.NewScale("acme", "High", "Mid", "Low")
	if err != nil {
		return policy.Agreement{}, err
	}
	hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		return policy.Agreement{}, err
	}
	late, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(12*time.Hour, 20*time.Hour)})
	if err != nil {
		return policy.Agreement{}, err
	}
	always, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		return policy.Agreement{}, err
	}
	choices, err := policy.Choose(acmeReadings(), nil)
	if err != nil {
		return policy.Agreement{}, err
	}
	lowering, err := severity.NewLowering(scale, severity.LoweringConfig{Kind: severity.OneLevel, Clause: "ACM-6", Reason: "a workaround makes it less grave"})
	if err != nil {
		return policy.Agreement{}, err
	}
	call := policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
	return policy.Agreement{
		Name: "acme", Scale: scale, Location: time.UTC, Choices: choices,
		Calendars: map[string]*calendar.Calendar{"hours": hours, "late": late, "always": always},
		Lowering:  lowering,
		Metrics: []policy.Metric{
			{Name: "response", Start: policy.Report, Stop: policy.Response, Once: true, Targets: []policy.Target{
				{Level: "High", Measure: policy.Measure{Time: 2 * time.Hour}, Calendar: "always", Clause: "ACM-1", Gate: call, StopBy: policy.By(policy.Phone)},
				{Level: "Mid", Measure: policy.Measure{Time: 4 * time.Hour}, Calendar: "hours", Clause: "ACM-2"},
				{Level: "Low", Measure: policy.Measure{Time: 8 * time.Hour}, Calendar: "hours", Clause: "ACM-3"},
			}},
			{Name: "plan", Start: policy.Report, Stop: policy.On(policy.PlanProvided), Targets: []policy.Target{
				{Level: "High", Measure: policy.Measure{Time: 4 * time.Hour}, Calendar: "always", Clause: "ACM-4", Gate: call},
			}},
			{Name: "resolution", Start: policy.Report, Stop: policy.On(policy.Resolved, policy.WorkaroundAccepted), Targets: []policy.Target{
				{Level: "Mid", Measure: policy.Measure{Days: 2}, Calendar: "hours", Clause: "ACM-5"},
			}},
		},
	}, nil
}

const hour = time.Hour

func acmeReadings() []policy.Reading {
	return []policy.Reading{
		{Name: "acme.severity_change", Values: severity.ModeNames(), Tickets: true, Clause: "G8"},
		{Name: "acme.term", Values: []string{"year", "month"}, Clause: "ACM-9"},
	}
}

// only is an agreement with acme's levels and calendars, and these metrics.
func only(metrics ...policy.Metric) func(*policy.Agreement) {
	return func(a *policy.Agreement) { a.Metrics = metrics }
}

// owed is a target of 8 hours of working time at a level.
func owed(level string) policy.Target {
	return policy.Target{Level: level, Measure: policy.Measure{Time: 8 * time.Hour}, Calendar: "hours", Clause: "ACM-7"}
}

// mustAcme makes acme, after an edit if one is given.
func mustAcme(t testing.TB, edit func(*policy.Agreement)) *policy.Policy {
	t.Helper()
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	if edit != nil {
		edit(&a)
	}
	p, err := policy.New(a)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A story is a ticket of acme in a few words, and what is owed on it.
type story struct {
	name   string
	edit   func(*policy.Agreement) // nil for acme as it is
	events []string                // "02 09:00 reported Mid email": day of March 2026, time, kind, level, channel
	asOf   string                  // "02 12:00"
	want   []string                // a line a clock, and one for what comes next
}

// tell checks stories.
func tell(t *testing.T, stories []story) {
	t.Helper()
	for _, s := range stories {
		t.Run(s.name, func(t *testing.T) {
			p := mustAcme(t, s.edit)
			a, err := p.Evaluate(parseEvents(t, p, s.events...), parseAt(t, s.asOf))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(s.want, lines(&a)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// parseAt reads an instant of March 2026: "02 09:00" or "02 09:00:00.000000001".
func parseAt(t testing.TB, text string) time.Time {
	t.Helper()
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05"} {
		if at, err := time.ParseInLocation(layout, "2026-03-"+text, time.UTC); err == nil {
			return at
		}
	}
	t.Fatalf("%q is no instant", text)
	return time.Time{}
}

// parseEvents reads events.
func parseEvents(t testing.TB, p *policy.Policy, texts ...string) []policy.Event {
	t.Helper()
	var events []policy.Event
	for _, text := range texts {
		words := strings.Fields(text)
		kind, err := policy.ParseKind(words[2])
		if err != nil {
			t.Fatal(err)
		}
		e := policy.Event{At: parseAt(t, words[0]+" "+words[1]), Kind: kind}
		for _, word := range words[3:] {
			if channel, err := policy.ParseChannel(word); err == nil {
				e.Channel = channel
			} else if e.Severity, err = p.Scale().Parse(word); err != nil {
				t.Fatal(err)
			}
		}
		events = append(events, e)
	}
	return events
}

// lines tells an answer in lines, as stories want it.
func lines(a *policy.Answer) []string {
	var all []string
	for i := range a.Clocks {
		c := &a.Clocks[i]
		words := []string{c.Metric, fmt.Sprint(c.Round), c.Severity.String(), c.State.String()}
		if c.State == policy.Waiting {
			words = append(words, "for "+c.WaitingFor)
		}
		for _, m := range []struct {
			name   string
			moment calendar.Moment
		}{{"from", c.Started}, {"due", c.Due}, {"stopped", c.Stopped}} {
			if at, ok := m.moment.Get(); ok {
				words = append(words, m.name, short(at))
			} else if m.moment.Unknown() != nil {
				words = append(words, m.name, "unknown")
			}
		}
		for _, l := range []struct {
			length policy.Length
			after  string
		}{{c.Elapsed, "gone"}, {c.Remaining, "left"}} {
			if d, ok := l.length.Get(); ok {
				words = append(words, d.String(), l.after)
			} else if l.length.Unknown() != nil {
				words = append(words, "unknown", l.after)
			}
		}
		all = append(all, strings.Join(append(words, c.Clause), " "))
	}
	if next, ok := a.Next.Get(); ok {
		all = append(all, "next "+short(next.At)+" "+next.What)
	}
	return all
}

// short writes an instant as stories have it, with the month unless it is March.
func short(at time.Time) string {
	layout := "02 15:04"
	if at.Month() != time.March {
		layout = "01-02 15:04"
	}
	if at.Second() != 0 || at.Nanosecond() != 0 {
		layout += ":05.000000000"
	}
	return at.UTC().Format(layout)
}

// marks tells the rungs of an answer, one by one: "pending 02 13:00", "pending unknown".
func marks(a *policy.Answer) []string {
	var told []string
	for _, r := range a.Escalation {
		text := r.State.String()
		if at, ok := r.At.Get(); ok {
			text += " " + short(at)
		} else if r.At.Unknown() != nil {
			text += " unknown"
		}
		told = append(told, text)
	}
	return told
}
