package picture

import (
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A ticketSheet is the picture of a ticket that is being drawn.
type ticketSheet struct {
	*sheet
	clerk
	scale
	story  story
	policy *policy.Policy
	asOf   time.Time
	answer policy.Answer
	events []policy.Event // up to asOf, by time
	end    time.Time      // of the ticket, or asOf while it is open
	rest   int            // windows gone through that the answer gives only as a whole
}

// Ticket draws a ticket as [policy.Policy.Explain] answers it at asOf: its events, the hours
// of the calendars that its clocks run on, each clock's run and pauses with its due time, the
// steps of its ladders, who owned it, and what changes next by itself, and when. Times are in
// the agreement's zone.
//
// A metric with many clocks has a row for each of the latest ones, and one row for all
// earlier ones. A due time that depends on unknown holidays (G9) is drawn as an open end that
// says so. The error is an [ErrOptions], or that of Explain, which for a nil Policy is that
// of the zero Policy.
func Ticket(p *policy.Policy, events []policy.Event, asOf time.Time, o Options) ([]byte, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	a, err := p.Explain(events, asOf)
	if err != nil {
		return nil, err
	}
	if o.Title == "" {
		o.Title = p.Name() + " ticket"
		if !a.Severity.IsZero() {
			o.Title += ", severity " + a.Severity.String()
		}
	}
	t := ticketSheet{
		sheet: newSheet(o, 5), clerk: clerk{loc: p.Location(), year: asOf.In(p.Location()).Year()},
		policy: p, asOf: asOf, answer: a,
	}
	for _, e := range events {
		if !e.At.After(asOf) {
			t.events = append(t.events, e)
		}
	}
	slices.SortStableFunc(t.events, func(a, b policy.Event) int { return a.At.Compare(b.At) })
	t.end = asOf
	if ended, ok := a.Ended.Get(); ok {
		t.end = ended
	}
	from, to := t.span()
	t.scale = newScale(from, to, t.left, t.right)
	t.paint()
	return t.finish(t.story.text()), nil
}

// paint draws all parts, from the top down.
func (t *ticketSheet) paint() {
	lines, full := []string{t.head(&t.clerk)}, t.head(t.exactly())
	t.story.say("title", full)
	if next, ok := t.answer.Next.Get(); ok {
		lines = append(lines, "Next by itself: "+next.What+", "+t.when(next.At))
		t.story.say("next", "Next by itself: ", next.What, ", ", t.exactly().when(next.At))
	}
	t.heading(full, lines...)
	if len(t.answer.Clocks) == 0 {
		text := "No clock yet: the ticket is reported later."
		if len(t.events) > 0 {
			text = "No clock: nothing is promised within a time."
		}
		t.story.say("none", strings.TrimSuffix(text, "."))
		t.y += 14 * pixel
		t.text("", atStart, margin, t.y, text)
		if len(t.events) == 0 {
			return
		}
		t.y += 8 * pixel
	}
	major, minor := t.axis(&t.scale, t.loc, minutes)
	top := t.y

	// What is behind the rows is drawn before them, so it must be known how far down they
	// reach.
	before := t.b
	t.b = nil
	t.pointers()
	line := t.y
	t.eventRow()
	t.bands()
	t.clocks()
	t.ladders()
	t.owners()
	front := t.b
	t.b = before
	t.grid(major, minor, top, t.y)
	t.changes(top, t.y)
	var p path
	p.line(t.at(t.asOf), line, t.at(t.asOf), t.y)
	t.draw("n", p)
	t.b = append(t.b, front...)
	t.key()
}

// head says what the picture shows.
func (t *ticketSheet) head(c *clerk) string {
	return "As of " + c.full(t.asOf) + " (" + t.policy.Name() + "; times in " + t.loc.String() + ")"
}

// span returns the first and the last instant to show.
func (t *ticketSheet) span() (from, to time.Time) {
	from, to = t.asOf, t.asOf
	reach := func(at time.Time) {
		if at.Before(from) {
			from = at
		}
		if at.After(to) {
			to = at
		}
	}
	for _, e := range t.events {
		reach(e.At)
	}
	for i := range t.answer.Clocks {
		c := &t.answer.Clocks[i]
		for _, m := range [...]interface{ Get() (time.Time, bool) }{c.Started, c.Due, c.Stopped} {
			if at, ok := m.Get(); ok {
				reach(at)
			}
		}
	}
	for i := range t.answer.Escalation {
		r := &t.answer.Escalation[i]
		if at, ok := r.At.Get(); ok {
			reach(at)
		}
		if at, ok := r.Notified.Get(); ok {
			reach(at)
		}
	}
	if next, ok := t.answer.Next.Get(); ok {
		reach(next.At)
	}
	for i := range t.answer.Clocks {
		if c := &t.answer.Clocks[i]; c.Due.Unknown() != nil && !c.Stopped.IsKnown() {
			// Something is to come at an unknown time: it needs room.
			return from, to.Add(max(day, to.Sub(from)/4))
		}
	}
	return from, to
}
