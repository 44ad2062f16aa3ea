package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// explainClimb makes the ladder that has just begun keep its reasons, if reasons are
// wanted. (The closure does not refer to the timeline, which stays on the stack.)
func (t *timeline) explainClimb(at time.Time) {
	if j := t.journal; j != nil {
		t.climb.KeepReasons(at, func() string { return j.cause })
	}
}

// explainWatch does the same for the owners.
func (t *timeline) explainWatch() {
	if j := t.journal; j != nil {
		t.watch.KeepReasons(func() string { return j.cause })
	}
}

// whyRung returns the ordered steps that led to a step of a ladder.
func (t *timeline) whyRung(r *escalation.Rung, notes []escalation.Note) []Step {
	steps := t.policy.readingSteps()
	var last *escalation.Ladder
	for i := range notes {
		n := &notes[i]
		if n.Kind == escalation.NoteWaiting && i+1 < len(notes) && notes[i+1].Kind == escalation.NoteStarted && notes[i+1].At.Equal(n.At) {
			continue // it did not wait
		}
		if n.Ladder != nil {
			last = n.Ladder
		}
		steps = t.appendNote(steps, n)
	}
	if r.HasNoticeHours() && r.State == escalation.Reached {
		text, told := "the first opening of the notices' hours", r.Notified
		switch {
		case !told.IsKnown() && told.Unknown() == nil:
			text = "the notice is not given: it waits for the end of a halt, or the ladder has ended"
		case told.IsKnown() && last != nil && last.Notices != nil:
			if first, err := last.Notices.NextOpen(r.At.Time()); err == nil && first.Before(told.Time()) {
				text += " after a halt, in which the notice waited"
			}
		}
		steps = append(steps, Step{Kind: StepNotice, At: r.Notified, By: r.Clause(), Text: text})
	}
	if last != nil {
		steps = append(steps, Step{Kind: StepHours, Text: t.policy.calendarName(last.Calendar), Hours: last.Calendar})
	}
	for _, why := range [...]error{r.At.Unknown(), r.Notified.Unknown()} {
		if why != nil {
			steps = append(steps, Step{Kind: StepClosed, By: "G9", Text: why.Error()})
			break
		}
	}
	return steps
}

// appendNote appends the steps for a note of a ladder.
func (t *timeline) appendNote(steps []Step, n *escalation.Note) []Step {
	p, at := t.policy, calendar.At(n.At)
	switch n.Kind {
	case escalation.NoteWaiting:
		text := n.Cause + ": the ladder waits"
		if l := p.ladderOf(n.Ladder); l != nil && l.Gate.WaitsFor != 0 {
			text += " for " + l.Gate.WaitsFor.String()
		}
		return append(steps, Step{Kind: StepWait, At: at, By: n.Clause, Text: text})
	case escalation.NoteStarted:
		return append(steps, Step{Kind: StepStart, At: at, By: n.Clause, Text: n.Cause}, Step{Kind: StepTarget, At: n.Due, By: n.Clause, Text: p.delayText(n)})
	case escalation.NoteRepeated:
		return append(steps, Step{Kind: StepStart, At: at, By: n.Clause, Text: "the step was reached, and comes again"},
			Step{Kind: StepTarget, At: n.Due, By: n.Clause, Text: p.delayText(n)})
	case escalation.NoteHalted:
		return append(steps, Step{Kind: StepHalt, At: at, By: haltClause(n), Text: n.Cause})
	case escalation.NotePaused:
		s := Step{Kind: StepPaused, At: calendar.At(n.Since), Until: at, By: "G7", Text: "put off by the working time of the halt on " + p.calendarName(n.Ladder.Calendar)}
		if n.Due.IsKnown() {
			s.Amount = LengthOf(n.Paused)
		}
		return append(steps, s)
	case escalation.NoteResumed:
		steps = append(steps, Step{Kind: StepResume, At: at, By: haltClause(n), Text: n.Cause})
		if n.Due.IsKnown() {
			steps = append(steps, Step{Kind: StepTarget, At: n.Due, By: "G7", Text: "what was left is counted from here"})
		}
		return steps
	case escalation.NoteChanged:
		return append(steps, Step{Kind: StepChange, At: at, By: "G8", Text: n.Cause},
			Step{Kind: StepTarget, At: n.Due, By: n.Clause, Text: p.delayText(n) + ", " + n.Mode.Describe(n.Raised)})
	case escalation.NoteReached:
		return append(steps, Step{Kind: StepReached, At: at, By: n.Clause})
	}
	by := "T9" // with its ticket
	if n.Ladder == nil {
		by = "T7" // a level without a ladder
	}
	return append(steps, Step{Kind: StepStop, At: at, By: by, Text: n.Cause + ": " + escalation.Cancelled.String()})
}

func haltClause(n *escalation.Note) string {
	if n.Ladder == nil || n.Ladder.HaltClause == "" {
		return n.Clause
	}
	return n.Ladder.HaltClause
}

// delayText says what a step's delay is, and at which level: "Critical: 5 business days
// (working_time) on business-hours".
func (p *Policy) delayText(n *escalation.Note) string {
	text := n.After.String()
	if name := p.calendarName(n.Ladder.Calendar); name != "" {
		text += " on " + name
	}
	if l := p.ladderOf(n.Ladder); l != nil {
		text = l.Level + ": " + text
	}
	return text
}

// ladderOf returns the agreement's ladder that a climb goes up, or nil.
func (p *Policy) ladderOf(ladder *escalation.Ladder) *LevelLadder {
	for _, l := range p.ladders {
		if l != nil && &l.Ladder == ladder {
			return l
		}
	}
	return nil
}

// calendarName returns the name that the agreement gives a calendar, the first in order if
// there are several, or "" if there is none.
func (p *Policy) calendarName(c *calendar.Calendar) string {
	least := ""
	for name, other := range p.agreement.Calendars {
		if other == c && (least == "" || name < least) {
			least = name
		}
	}
	return least
}

// WhyOwner returns the reason for a row of an answer's Ownership, in one step. It returns
// nil if the answer is not from [Policy.Explain], if o is nil, or if p has no ownership.
func (p *Policy) WhyOwner(o *escalation.Owner) []Step {
	if o == nil || o.Cause == "" || !p.Owned() {
		return nil
	}
	kind, text := StepStart, o.Cause+": "+o.Reason.String()
	if o.ByItself {
		kind = StepChange
	}
	home := p.agreement.Regions.List[p.agreement.Regions.Default].Name
	switch {
	case !o.Stays:
		text += "; it is handed over round the clock"
	case o.Region == home:
		text += "; it keeps the ticket"
	default:
		text += "; until " + home + " opens"
	}
	return []Step{{Kind: kind, At: calendar.At(o.From), Text: text, By: p.agreement.Regions.Clause}}
}
