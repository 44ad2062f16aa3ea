package policy_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// TestNewMistakesOfEvents: what an agreement declares and listens to, and its
// clocks with their thresholds.
func TestNewMistakesOfEvents(t *testing.T) {
	own := func(names ...string) func(*policy.Agreement) {
		return func(a *policy.Agreement) { a.Events = names }
	}
	first, _ := policy.Own(0)
	second, _ := policy.Own(1)
	threshold := func(h policy.Threshold) func(*policy.Agreement) {
		if h.To == "" {
			h.To, h.Clause = "desk", "ACM-9"
		}
		return metric(func(m *policy.Metric) {
			m.Thresholds = []policy.Threshold{{Percent: 50, To: "desk", Clause: "ACM-9"}, h}
		})
	}
	const place = "policy: metrics[0].thresholds[1]"
	for _, c := range []struct {
		edit func(*policy.Agreement)
		want string // "" if it is right
	}{
		{own("", "b"), "policy: events[0]: is missing; an event has a name"},
		{own("a", "resolved"), `policy: events[1]: "resolved" is an event that every agreement has`},
		{own("a", "b", "a"), `policy: events[2]: "a" is declared twice`},
		{own("a", "b"), ""},
		{func(a *policy.Agreement) { a.Events, a.Halt = []string{"a"}, policy.On(first) }, ""},
		{func(a *policy.Agreement) { a.Events, a.Halt = []string{"a"}, policy.On(second) }, `policy: halt: "` + second.String() + `" is not an event of the agreement`},
		{func(a *policy.Agreement) { a.Failed = policy.On(first) }, `policy: failed: "` + first.String() + `" is not an event of the agreement`},
		{func(a *policy.Agreement) { a.Metrics[0].Targets[1].Gate.Event = first }, `policy: metrics[0].targets[1].gate.event: "` + first.String() + `" is not an event of the agreement`},
		{metric(func(m *policy.Metric) { m.Pause = policy.On(first) }), `policy: metrics[0].pause: "` + first.String() + `" is not an event of the agreement`},
		{metric(func(m *policy.Metric) { m.Unasked = policy.On(policy.Responded, policy.Reported) }), `policy: metrics[0].unasked: "responded" is not among the events of start`},
		{metric(func(m *policy.Metric) { m.Restart = policy.On(policy.Updated, policy.Responded) }), `policy: metrics[0].restart: "responded, updated" is not among the events of start`},
		{metric(func(m *policy.Metric) { m.Resume |= m.Pause }), `policy: metrics[0].pause: "info_requested" is in resume too; an event does one of the two`},
		{metric(func(m *policy.Metric) { m.Ends, m.Continue = true, true }), `policy: metrics[0].continue: "turn" closes the ticket when it runs out; a clock that has closed it cannot go on`},
		{threshold(policy.Threshold{}), place + ": must have exactly one of percent, before and after"},
		{threshold(policy.Threshold{Percent: 50, After: policy.Measure{Time: hour}}), place + ": must have exactly one of percent, before and after"},
		{threshold(policy.Threshold{Percent: -1}), place + `.percent: "-1" must be from 1 through 1000`},
		{threshold(policy.Threshold{Percent: 1}), ""},
		{threshold(policy.Threshold{Percent: 1000}), ""},
		{threshold(policy.Threshold{Percent: 1001}), place + `.percent: "1001" must be from 1 through 1000`},
		{threshold(policy.Threshold{Before: policy.Measure{Time: -hour}}), place + `.before: "-1h0m0s" must be a working time or business days, more than none`},
		{threshold(policy.Threshold{After: policy.Measure{CalendarDays: 1}}), place + `.after: "1 calendar day" must be a working time or business days, more than none`},
		{threshold(policy.Threshold{Percent: 50, Clause: "ACM-9", To: " "}), ""},
		{metric(func(m *policy.Metric) { m.Thresholds = []policy.Threshold{{Percent: 50, Clause: "ACM-9"}} }), "policy: metrics[0].thresholds[0].to: is missing; a threshold tells somebody"},
		{metric(func(m *policy.Metric) { m.Thresholds = []policy.Threshold{{Percent: 50, To: "desk"}} }),
			"policy: metrics[0].thresholds[0].clause: is missing; every threshold cites the clause that says so"},
		{threshold(policy.Threshold{Percent: 50, Levels: []string{"High", "Top"}}), place + `.levels[1]: "Top" is not a level`},
	} {
		a, err := acme()
		if err != nil {
			t.Fatal(err)
		}
		c.edit(&a)
		_, err = policy.New(a)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want || err != nil && !errors.Is(err, policy.ErrAgreement) {
			t.Errorf("got  %v\nwant %s", err, c.want)
		}
	}
}

// TestNewMistakesOfScales: levels are lowered within the agreement's own scale, not within
// another one of the same name.
func TestNewMistakesOfScales(t *testing.T) {
	a, err1 := acme()
	b, err2 := acme()
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	a.Lowering = b.Lowering
	const want = "policy: lowering: is of another scale than the agreement's"
	if _, err := policy.New(a); !errors.Is(err, policy.ErrAgreement) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// TestHoursThatEnd: if hours end for good, an instant that needs more of them is an error
// that says at which event; a clock that stands still gives no error as long as it needs no
// more.
func TestHoursThatEnd(t *testing.T) {
	// Open on Monday and Tuesday, never again.
	ends := metric(func(m *policy.Metric) {
		m.Targets = m.Targets[:1]
		m.Thresholds = []policy.Threshold{{Percent: 200, To: "desk", Clause: "ACM-9"}}
	})
	two := func(a *policy.Agreement) {
		ends(a)
		a.Calendars["hours"] = twoDays(t)
	}
	p := mustAcme(t, two)
	for _, c := range []struct {
		name   string
		events []string
		asOf   string
		want   string // the place of the error; "" if there is none
	}{
		{"all of it", []string{"02 09:00 reported Mid email"}, "04 09:00", ""},
		{"a threshold needs a nanosecond more", []string{"02 09:00:00.000000001 reported Mid email"}, "02 10:00", "policy: reported at 2026-03-02T09:00:00.000000001Z: "},
		{"the target does", []string{"03 09:00:00.000000001 reported Mid email"}, "03 10:00", "policy: reported at 2026-03-03T09:00:00.000000001Z: "},
		{"a pause takes it", []string{"02 09:00 reported Mid email", "02 10:00 info_requested", "02 10:00:00.000000001 info_received"}, "02 11:00", "policy: info_received at 2026-03-02T10:00:00.000000001Z: "},
	} {
		_, err := p.Evaluate(parseEvents(t, p, c.events...), parseAt(t, c.asOf))
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.want != "" && (!errors.Is(err, calendar.ErrNeverOpen) || !cmp.Equal(c.want, err.Error()[:min(len(c.want), len(err.Error()))])):
			t.Errorf("%s: got %v, want %s…", c.name, err, c.want)
		}
	}
}
