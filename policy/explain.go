package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// Explain is like [Policy.Evaluate], but gives reasons: it fills in the Why of each [Clock]
// and [Rung] of the answer, and [Policy.WhyOwner] explains its Ownership. It takes longer,
// because it goes through the days one by one.
func (p *Policy) Explain(events []Event, asOf time.Time) (a Answer, err error) {
	if err = p.evaluate(&a, events, asOf, new(journal)); err != nil {
		return Answer{}, err
	}
	return a, nil
}

// readingSteps returns a step for each open reading, with the value used.
func (p *Policy) readingSteps() []Step {
	var steps []Step
	for _, choice := range p.choices {
		steps = append(steps, Step{Kind: StepReading, By: choice.Name, Text: choice.Value})
	}
	return steps
}

// why returns the ordered steps of a clock's computation.
func (t *timeline) why(r *round, until time.Time) []Step {
	steps := t.policy.readingSteps()
	if r.why != nil {
		steps = append(steps, *r.why...)
	}
	start, ok := r.started.Get()
	if !ok {
		return steps
	}
	if why := r.unsure(); why != nil {
		return append(steps, Step{Kind: StepClosed, By: "G9", Text: why.Error() + ", and the clock may have started before, at an opening"})
	}
	end := until
	if due, ok := r.due.Get(); ok {
		end = latest(end, due)
	}
	b := stretcher{steps: steps, until: until}
	if r.paused() {
		b.ahead = "if the clock went on now"
	}
	for _, p := range r.pauses {
		if open := earliest(p.Open, end); start.Before(open) {
			b.hours(r, start, open)
			start = open
		}
		if from := latest(start, p.Open); from.Before(p.Close) {
			b.paused(from, p.Close)
			start = p.Close
		}
	}
	if start.Before(end) || len(r.pauses) == 0 {
		b.hours(r, start, end)
	}
	if r.due.Unknown() != nil {
		b.steps = append(b.steps, Step{Kind: StepClosed, By: "G9", Text: r.due.Unknown().Error()})
	}
	return b.steps
}

// A stretcher lists the stretches of time that count for a clock and those that
// do not.
type stretcher struct {
	steps  []Step
	until  time.Time // what comes before is counted, what comes after is ahead
	ahead  string    // what the steps say about what is ahead
	listed int
}

// hours lists the stretches from one instant to another on the hours of a clock.
func (b *stretcher) hours(r *round, from, to time.Time) {
	switched, ok := r.switched.Get()
	if !ok || r.target.after == nil || !switched.Before(to) {
		b.add(r.target.Calendar, r.target.calendar, from, to)
		return
	}
	if from.Before(switched) {
		b.add(r.target.Calendar, r.target.calendar, from, switched)
	}
	b.add(r.target.After, r.target.after, latest(from, switched), to)
}

// paused lists a stretch in which the clock stood still; one that begins where the last one
// ended is joined to it.
func (b *stretcher) paused(from, to time.Time) {
	if last := &b.steps[len(b.steps)-1]; last.Kind == StepPaused && last.Until.Time().Equal(from) {
		last.Until = calendar.At(to)
		return
	}
	b.listed++
	b.steps = append(b.steps, Step{Kind: StepPaused, At: calendar.At(from), Until: calendar.At(to), By: "G7"})
}

// add lists the stretches from one instant to another on a calendar.
func (b *stretcher) add(name string, c *calendar.Calendar, from, to time.Time) {
	b.steps = append(b.steps, Step{Kind: StepHours, Text: name, Hours: c})
	b.list(c, from, to)
}

// list lists the stretches of a calendar. At the first day that is not known it continues
// at until, because what is left can be known even if what was used is not.
func (b *stretcher) list(c *calendar.Calendar, from, to time.Time) {
	at := from
	for w, err := range c.Windows(from) {
		if !at.Before(to) {
			return
		}
		if err != nil {
			end := to
			if at.Before(b.until) {
				end = earliest(b.until, to)
			}
			b.steps = append(b.steps, Step{Kind: StepClosed, At: calendar.At(at), Until: calendar.At(end), By: "G9", Text: err.Error()})
			if end.Before(to) {
				b.list(c, end, to)
			}
			return
		}
		if b.listed >= maxStretches {
			b.rest(c, at, to)
			return
		}
		open, close := latest(w.Open, at), earliest(w.Close, to)
		if open.After(at) {
			b.closed(c, at, earliest(open, to))
		}
		b.open(open, earliest(close, b.until), StepCounted, "")
		b.open(latest(open, b.until), close, StepAhead, b.ahead)
		at = latest(at, close)
	}
	if at.Before(to) {
		b.closed(c, at, to)
	}
}

// open lists a stretch of working time; one that begins where the last one ended is joined
// to it.
func (b *stretcher) open(from, to time.Time, kind StepKind, text string) {
	if !from.Before(to) {
		return
	}
	if last := &b.steps[len(b.steps)-1]; last.Kind == kind && last.Until.Time().Equal(from) {
		last.Until, last.Amount = calendar.At(to), LengthOf(to.Sub(last.At.Time()))
		return
	}
	b.listed++
	b.steps = append(b.steps, Step{Kind: kind, At: calendar.At(from), Until: calendar.At(to), Amount: LengthOf(to.Sub(from)), Text: text})
}

// closed lists a stretch that does not count, with its reasons.
func (b *stretcher) closed(c *calendar.Calendar, from, to time.Time) {
	b.listed++
	reasons := ClosedReasons(c, from, to)
	b.steps = append(b.steps, Step{Kind: StepClosed, At: calendar.At(from), Until: calendar.At(to), Reasons: reasons, Text: closedText(reasons)})
}

// rest sums up what comes after the stretches that are listed: one amount for what is
// counted, one for what is ahead.
func (b *stretcher) rest(c *calendar.Calendar, from, to time.Time) {
	for _, part := range [...]struct {
		kind     StepKind
		from, to time.Time
		text     string
	}{{StepCounted, from, earliest(to, b.until), ""}, {StepAhead, latest(from, b.until), to, b.ahead}} {
		if !part.from.Before(part.to) {
			continue
		}
		if l, err := lengthOf(c.Between(part.from, part.to)); err == nil && l.IsKnown() {
			text := "all windows in between"
			if part.text != "" {
				text += ", " + part.text
			}
			b.steps = append(b.steps, Step{Kind: part.kind, At: calendar.At(part.from), Until: calendar.At(part.to), Amount: l, Whole: true, Text: text})
		}
	}
}
