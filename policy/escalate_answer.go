package policy

import (
	"slices"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// A Rung is a step of a ladder in an answer, one of the step's repeats, or a threshold of a
// clock. The zero Rung stands for no step.
type Rung struct {
	// For a threshold, Metric and Round are those of its clock, and Threshold says when it
	// is reached, such as 75%. For a step of the ticket's ladder, Metric and Threshold are
	// empty.
	Metric, Threshold string
	Step              int // from 1
	Repeat            int // 0 for the step itself, then from 1
	To                string
	Clause            string
	Round             int             // counts the ladders of the ticket, from 1, or the clocks of Metric
	At                calendar.Moment // zero if the step is halted or cancelled, or the ladder waits for a call
	// Notified is when the notice of the step is given, if the ladder has its own hours for
	// notices. It is zero otherwise, while the step is halted or the notice waits for the
	// end of a halt, and if the notice will no longer be given.
	Notified calendar.Moment
	State    escalation.State
	// Why lists the steps that led to it. Only [Policy.Explain] fills it in.
	Why []Step
}

// answerRows is the memory of a new answer's rows if there is ownership: one allocation for
// both lists, with room for as many rows as most tickets have.
type answerRows struct {
	rungs  [4]Rung
	owners [8]escalation.Owner
}

// answerEscalation fills in what an answer says about ladders and owners.
func (t *timeline) answerEscalation(a *Answer, asOf time.Time) error {
	rungs, owners := len(t.climb.Rungs()), t.watch.Owners()
	for i := range t.climbs {
		rungs += len(t.climbs[i].Rungs())
	}
	if rungs == 0 && len(owners) == 0 {
		t.thresholds(a, asOf)
		return nil
	}
	if a.Ownership, a.Escalation = owners, t.rungs; rungs > cap(t.rungs) {
		a.Escalation = make([]Rung, 0, rungs)
	}
	for i := range t.climbs {
		t.appendRungs(a, &t.climbs[i], i+1)
	}
	t.appendRungs(a, &t.climb, len(t.climbs)+1)
	t.considerSteps(a, asOf)
	t.thresholds(a, asOf)
	next, ok, err := t.watch.Next()
	if ok && a.Next.later(next.From) {
		a.Next = Change{next.From, t.policy.handOverText(next.Region)}
	}
	return err
}

// appendRungs appends the steps of a climb to an answer.
func (t *timeline) appendRungs(a *Answer, c *escalation.Climb, round int) {
	rungs, n := c.Rungs(), len(a.Escalation)
	a.Escalation = slices.Grow(a.Escalation, len(rungs))[:n+len(rungs)]
	for i := range rungs {
		r, row := &rungs[i], &a.Escalation[n+i]
		*row = Rung{Step: r.Step, Repeat: r.Repeat, To: r.To(), Clause: r.Clause(), Round: round, State: r.State}
		if r.State == escalation.Reached || r.State == escalation.Pending {
			row.At, row.Notified = r.At, r.Notified
		}
		if t.journal != nil {
			row.Why = t.whyRung(r, c.Notes(i))
		}
	}
}

// considerSteps considers the next step of the ladder and the next notice. If they fall on
// the same instant, the one of the earlier row is named, and a step comes before its own
// notice.
func (t *timeline) considerSteps(a *Answer, asOf time.Time) {
	notice, later := t.climb.NextNotice(asOf)
	step, ok := t.climb.Next(asOf)
	if ok && later {
		at, told := step.At.Time(), notice.Notified.Time()
		ok = at.Before(told) || at.Equal(told) && (step.Step < notice.Step || step.Step == notice.Step && step.Repeat < notice.Repeat)
		later = !ok
	}
	switch {
	case ok && a.Next.later(step.At.Time()):
		a.Next = Change{step.At.Time(), rungText(step.Step, step.Repeat)}
	case later && a.Next.later(notice.Notified.Time()):
		a.Next = Change{notice.Notified.Time(), noticeText(notice.Step, notice.Repeat)}
	}
}

// later reports whether c is the zero Change, or comes later than an instant. (It is asked
// before the words of a change are put together, which takes longer than consider.)
func (c Change) later(at time.Time) bool { return c.What == "" || at.Before(c.At) }

// stepTexts holds the words for the steps that most ladders have, put together once.
var stepTexts = [...]string{
	"escalation step 0", "escalation step 1", "escalation step 2", "escalation step 3", "escalation step 4", "escalation step 5",
}

func stepText(step int) string {
	if step < len(stepTexts) {
		return stepTexts[step]
	}
	return "escalation step " + strconv.Itoa(step)
}

// rungText names a step or one of its repeats.
func rungText(step, repeat int) string {
	if repeat > 0 {
		return stepText(step) + ", repeat " + strconv.Itoa(repeat)
	}
	return stepText(step)
}

func noticeText(step, repeat int) string { return "notice of " + rungText(step, repeat) }

// handOverText names a hand-over; those to the agreement's regions were put
// together once.
func (p *Policy) handOverText(region string) string {
	for i := range p.handOvers {
		if p.agreement.Regions.List[i].Name == region {
			return p.handOvers[i]
		}
	}
	return handOver + region
}

const handOver = "hand-over to "
