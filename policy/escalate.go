package policy

import (
	"time"

	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// beginEscalation begins the ladder and the ownership at a report, or at a reopening, which
// counts as one.
func (t *timeline) beginEscalation(r receipt) error {
	if t.testing = false; t.climb.Begun() {
		t.climbs = append(t.climbs, t.climb)
		t.climbed = append(t.climbed, t.life)
		t.climb = escalation.Climb{}
	}
	t.life = r.at
	if l := t.policy.ladders[t.level.Rank()]; l != nil {
		t.beginClimb(l, r.at)
		if l.Gate.Accepts.Accept(r.channel) {
			if err := t.climb.Start(r.at); err != nil {
				return err
			}
		}
	}
	if t.policy.rota == nil {
		return nil
	}
	if !r.reopened {
		t.watch = escalation.NewWatch(t.policy.rota)
		if cap(t.owners) == 0 {
			rows := new(answerRows)
			t.rungs, t.owners = rows.rungs[:0], rows.owners[:0]
		}
		t.watch.Buffer(t.owners)
		t.explainWatch()
	}
	return t.watch.Receive(r.at, !t.policy.roams[t.level.Rank()])
}

// beginClimb begins a ladder at an instant, halted if the customer is testing.
func (t *timeline) beginClimb(l *LevelLadder, at time.Time) {
	t.climb.Begin(&l.Ladder)
	t.explainClimb(at)
	if t.testing {
		t.climb.Halt(at)
	}
}

// changeEscalation applies a change of level to the ladder and the owner.
func (t *timeline) changeEscalation(at time.Time, old severity.Level) error {
	var ladder *escalation.Ladder
	l, raised := t.policy.ladders[t.level.Rank()], t.level.GraverThan(old)
	if l != nil {
		ladder = &l.Ladder
	}
	switch {
	case l != nil && t.climb.Waits() && !raised && !l.Gate.Accepts.Accept(t.report.channel):
		t.beginClimb(l, at) // T8: the new level waits too
	case t.climb.Begun():
		err := t.climb.Change(at, ladder, raised, t.policy.agreement.SeverityChange)
		if err != nil {
			return err
		}
	case l != nil:
		t.beginClimb(l, at)
		if err := t.climb.Start(at); err != nil {
			return err
		}
	}
	roams := t.policy.roams[t.level.Rank()]
	if t.policy.rota != nil && roams != t.policy.roams[old.Rank()] {
		return t.watch.Receive(at, !roams)
	}
	return nil
}

// test halts the ladder while the customer tests, and resumes it when the test has failed.
func (t *timeline) test(at time.Time, begins bool) error {
	if t.testing = begins; begins {
		t.climb.Halt(at)
		return nil
	}
	return t.climb.Resume(at)
}
