package policy_test

import (
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/purchased"
)

// TestG10_EarlierRoundFirst: on Monday at 09:00 a clock starts at the opening and the
// ticket closes by itself. What began earlier comes first, in whatever order the
// agreement lists its metrics: the clock starts, and is cancelled by the end.
func TestG10_EarlierRoundFirst(t *testing.T) {
	for _, first := range []int{0, 1} {
		p := mustAcme(t, func(a *policy.Agreement) {
			waits, ends := owed("Low"), owed("Low")
			waits.Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, OffDays: "hours", Opens: true}
			ends.Measure.Time, ends.Calendar = 46*hour, "always"
			metrics := []policy.Metric{
				{Name: "answer", Start: policy.Report, Stop: policy.On(policy.Responded), Targets: []policy.Target{waits}},
				{Name: "silence", Start: policy.On(policy.Updated), Ends: true, Targets: []policy.Target{ends}},
			}
			only(metrics[first], metrics[1-first])(a)
		})
		a, err := p.Evaluate(parseEvents(t, p, "07 10:00 reported Low email", "07 11:00 updated"), parseAt(t, "09 12:00"))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range a.Clocks {
			if c.Metric != "answer" {
				continue
			}
			nine := parseAt(t, "09 09:00")
			if !c.Started.Time().Equal(nine) || !c.Stopped.Time().Equal(nine) || c.State != policy.Cancelled {
				t.Errorf("metric %d first: started %v, stopped %v, %v", first, c.Started, c.Stopped, c.State)
			}
		}
	}
}

// TestReasonsCiteTheirClause: a clock that waits cites the clause that makes it wait,
// and one that goes over to other hours the clause of the hours, not that of its target.
func TestReasonsCiteTheirClause(t *testing.T) {
	for _, row := range []struct {
		line string
		make func(policy.Customer, map[string]string) (*policy.Policy, error)
		kind policy.StepKind
		by   string
		text string
	}{
		{`{"agreement":"purchased","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"1","channel":"email"}]}`,
			purchased.New, policy.StepWait, "PUR-2", "the clock waits for phone"},
		{`{"agreement":"cumulocity","customer":{"region":"EMEA","country":"NONE"},"events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Crisis","channel":"portal"}]}`,
			cumulocity.New, policy.StepWait, "CUM-3", "the clock waits for phone"},
		{`{"agreement":"cumulocity","customer":{"region":"EMEA","country":"NONE"},"events":[{"at":"2026-03-01T09:00:00+01:00","kind":"reported","severity":"Standard","channel":"portal"}]}`,
			cumulocity.New, policy.StepWait, "CUM-4", "the clock waits for phone, or for the next opening of business-hours"},
		{`{"agreement":"ispsystem","customer":{"product":"VMmanager","tier":"Standard","country":"NONE"},"events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"High"},` +
			`{"at":"2026-03-02T09:00:00Z","kind":"registered"},{"at":"2026-03-02T10:00:00Z","kind":"development_required"}]}`,
			ispsystem.New, policy.StepChange, "ISP-1", "what is left goes on in developers-hours"},
	} {
		ticket := readTicket(t, row.line)
		p, err := row.make(ticket.Customer, ticket.Readings)
		if err != nil {
			t.Fatal(err)
		}
		events, err := p.Events(ticket)
		if err != nil {
			t.Fatal(err)
		}
		a, err := p.Explain(events, events[len(events)-1].At)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, s := range a.Clocks[0].Why {
			if s.Kind == row.kind {
				found = s.By == row.by && strings.HasSuffix(s.Text, row.text)
				if !found {
					t.Errorf("%q by %s, want %q by %s", s.Text, s.By, row.text, row.by)
				}
			}
		}
		if !found {
			t.Errorf("no step %v by %s", row.kind, row.by)
		}
	}
}
