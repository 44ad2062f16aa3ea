package policy

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// A Rung is a step of a ladder in an answer.
type Rung struct {
	Step   int // from 1
	To     string
	Clause string
	Round  int             // counts the ladders of the ticket, from 1
	At     calendar.Moment // none if the step is halted or cancelled, or the ladder waits for a call
	State  escalation.State
}

// escalate begins the ladder and the ownership of a report, or of a reopening as
// one.
func (t *timeline) escalate(r receipt) error {
	if t.climb.Begun() {
		t.climbs = append(t.climbs, t.climb)
	}
	t.climb, t.testing = escalation.Climb{}, false
	if l := t.policy.ladders[t.level.Rank()]; l != nil {
		t.climb = escalation.Begin(&l.Ladder)
		if l.Gate.Accepts.Accept(r.channel) {
			if err := t.climb.Start(r.at); err != nil {
				return err
			}
		}
	}
	if regions := t.policy.agreement.Regions; regions != nil {
		if r.reopened {
			return t.watch.Receive(r.at, !t.policy.roams[t.level.Rank()])
		}
		t.watch = escalation.NewWatch(regions)
		return t.watch.Receive(r.at, !t.policy.roams[t.level.Rank()])
	}
	return nil
}

// changeEscalation carries a change of level out on the ladder and the owner.
func (t *timeline) changeEscalation(at time.Time, old severity.Level) error {
	var ladder *escalation.Ladder
	l, raised := t.policy.ladders[t.level.Rank()], t.level.GraverThan(old)
	if l != nil {
		ladder = &l.Ladder
	}
	switch {
	case l != nil && t.climb.Waits() && !raised && !l.Gate.Accepts.Accept(t.report.channel):
		t.climb = escalation.Begin(ladder) // T8: the new level waits too
		if t.testing {
			t.climb.Halt(at)
		}
	case t.climb.Begun():
		err := t.climb.Change(at, ladder, raised, t.policy.agreement.SeverityChange)
		if err != nil {
			return err
		}
	case ladder != nil:
		t.climb = escalation.Begin(ladder)
		if t.testing {
			t.climb.Halt(at)
		}
		if err := t.climb.Start(at); err != nil {
			return err
		}
	}
	roams := t.policy.roams[t.level.Rank()]
	if t.policy.agreement.Regions != nil && roams != t.policy.roams[old.Rank()] {
		return t.watch.Receive(at, !roams)
	}
	return nil
}

// test halts the ladder while the customer tests, and lets it go on when the
// test has failed.
func (t *timeline) test(e *Event) error {
	switch {
	case t.policy.agreement.Test.Has(e.Kind):
		t.testing = true
		t.climb.Halt(e.At)
	case t.policy.agreement.Failed.Has(e.Kind):
		t.testing = false
		return t.climb.Resume(e.At)
	}
	return nil
}

// escalation fills in what an answer tells of ladders and owners.
func (t *timeline) escalation(a *Answer, asOf time.Time) error {
	round := 0
	for i := range t.climbs {
		round++
		a.Escalation = appendRungs(a.Escalation, &t.climbs[i], round)
	}
	if t.climb.Begun() {
		a.Escalation = appendRungs(a.Escalation, &t.climb, round+1)
		if r, ok := t.climb.Next(asOf); ok {
			a.Next.consider(r.At.Time(), stepText(r.Step))
		}
	}
	a.Ownership = t.watch.Owners()
	if t.policy.agreement.Regions == nil {
		return nil
	}
	next, ok, err := t.watch.Next()
	if ok {
		a.Next.consider(next.From, handOverText(next.Region))
	}
	return err
}

func stepText(step int) string {
	return "escalation step " + strconv.Itoa(step)
}

func handOverText(region string) string { return "hand-over to " + region }

// appendRungs appends the steps of a climb to rows.
func appendRungs(rows []Rung, c *escalation.Climb, round int) []Rung {
	if rows == nil {
		rows = make([]Rung, 0, len(c.Rungs()))
	}
	for _, r := range c.Rungs() {
		row := Rung{Step: r.Step, To: r.To, Clause: r.By, Round: round, State: r.State}
		if r.State == escalation.Reached || r.State == escalation.Pending {
			row.At = r.At
		}
		rows = append(rows, row)
	}
	return rows
}
