package property

import (
	"slices"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"pgregory.net/rapid"
)

func TestLaws(t *testing.T) {
	p, err := newAgreement()
	if err != nil {
		t.Fatal(err)
	}
	policytest.Laws(t, p)
}

// TestPropResponse: §1, "We answer within four opening hours of a report." The wants
// come from these words, by another way than the code's.
func TestPropResponse(t *testing.T) {
	p, err := newAgreement()
	if err != nil {
		t.Fatal(err)
	}
	open, err := desk()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		ticket := policytest.Timelines(p).Draw(t, "ticket")
		answer, err := p.Evaluate(ticket.Events, ticket.AsOf)
		if err != nil {
			t.Fatalf("%v\n%s", err, policytest.Line(p, ticket))
		}
		happened := func(k policy.Kind, from, through time.Time) bool {
			return slices.ContainsFunc(ticket.Events, func(e policy.Event) bool {
				return e.Kind == k && !e.At.Before(from) && !e.At.After(through) && !e.At.After(ticket.AsOf)
			})
		}
		if happened(policy.Reported, time.Time{}, ticket.AsOf) && len(answer.Clocks) == 0 {
			t.Fatalf("§1: nothing is promised\n%s", policytest.Line(p, ticket))
		}
		for _, c := range answer.Clocks {
			start, due, stop := c.Started.Time(), c.Due.Time(), c.Stopped.Time()
			fourHours, err1 := open.Between(start, due)
			last, err2 := open.Between(due.Add(-1), due) // somebody is there until the end
			if err1 != nil || err2 != nil || fourHours != 4*time.Hour || last != 1 ||
				!happened(policy.Reported, start, start) && !happened(policy.Reopened, start, start) ||
				c.State == policy.Met && (stop.After(due) || !happened(policy.Responded, stop, stop)) ||
				c.State == policy.Running && happened(policy.Responded, start.Add(1), due) {
				t.Fatalf("§1: round %d is %v, %v to %v, due %v\n%s", c.Round, c.State, start, stop, due, policytest.Line(p, ticket))
			}
		}
	})
}
