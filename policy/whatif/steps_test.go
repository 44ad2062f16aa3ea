package whatif_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// TestStepsAreToldApart: a repeat is no step, and a threshold of a clock no step of
// the ladder, though they have its number.
func TestStepsAreToldApart(t *testing.T) {
	// side makes shop with a ladder that repeats so many times, and thresholds.
	side := func(times int, percents ...int) whatif.Maker {
		return func(t *policy.Ticket) (*policy.Policy, error) {
			p, err := shop(t)
			if err != nil {
				return nil, err
			}
			a := p.Agreement()
			a.Ladders = []policy.LevelLadder{a.Ladders[0]}
			if times > 0 {
				a.Ladders[0].Ladder.Repeat = escalation.Repeat{Every: escalation.Delay{Time: time.Hour}, Times: times}
			}
			for _, n := range percents {
				a.Metrics = []policy.Metric{a.Metrics[0]}
				a.Metrics[0].Thresholds = append(a.Metrics[0].Thresholds, policy.Threshold{Percent: n, To: "Bea", Clause: "SHP-6"})
			}
			return policy.New(a)
		}
	}
	tell := func(r *policy.Rung) string {
		if r == nil {
			return "none"
		}
		return fmt.Sprintf("%s%d/%d to %s", r.Metric, r.Step, r.Repeat, r.To)
	}
	// Anna is told at 17:00 on Monday; the first repeat is at 10:00 on Tuesday.
	ticket := mustTicket(t, "T", "Mid email 02T09:00 as of 03T09:30")
	for _, row := range []struct {
		name     string
		from, to whatif.Maker
		want     []string
	}{
		{"the same", side(2), side(2), nil},
		{"a repeat that the new side has not", side(2), side(0), []string{"1/1 to Anna, none"}},
		{"a repeat that the old side has not", side(0), side(2), []string{"none, 1/1 to Anna"}},
		{"a threshold that the new side has not", side(0, 50), side(0), []string{"response1/0 to Bea, none"}},
		{"a threshold that the old side has not", side(0), side(0, 50), []string{"none, response1/0 to Bea"}},
		{"a threshold at another part", side(0, 50), side(0, 75), []string{"response1/0 to Bea, response1/0 to Bea"}},
	} {
		d, err := whatif.Compare(ticket, row.from, row.to)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range d.Steps {
			got = append(got, tell(s.Old)+", "+tell(s.New))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}
