package picture

import (
	"iter"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// pointers draws what is below the axis: which line is the answer's instant, and where the
// next change is.
func (t *ticketSheet) pointers() {
	const words = "as of"
	l := make(lanes, 1)
	x, w := t.at(t.asOf), textWidth(words, small, true)
	t.y += 12 * pixel
	start := within(x-w/2, w, t.left, t.right)
	l.take(start, start+w)
	t.text("s b k", atStart, start, t.y, words)
	if next, ok := t.answer.Next.Get(); ok && t.contains(next.At) {
		x, w := t.at(next.At), textWidth("next", small, true)
		from, text := x-5*pixel, x+6*pixel
		if text+w > t.right {
			from, text = x-6*pixel-w, x-6*pixel-w
		}
		if _, ok := l.take(from, from+w+11*pixel); ok {
			var p path
			p.polygon(x-4*pixel, t.y-8*pixel, 8*pixel, 0, -4*pixel, 8*pixel)
			t.draw("d", p)
			t.text("s b k", atStart, text, t.y, "next")
		}
	}
	t.moves(l)
	t.y += 3 * pixel
}

// moves labels the changes of the wall clock that have room for a label.
func (t *ticketSheet) moves(l lanes) {
	for at, move := range t.clockChanges() {
		words := moveBrief(move)
		w := textWidth(words, small, false)
		from := within(t.at(at)-w/2, w, t.left, t.right)
		if _, ok := l.take(from, from+w); ok {
			t.text("s k", atStart, from, t.y, words)
		}
	}
}

// clockChanges returns the instants on the axis at which the wall clock is moved, and how far
// forward. There are none if the scale is too small to see an hour.
func (t *ticketSheet) clockChanges() iter.Seq2[time.Time, time.Duration] {
	return func(yield func(time.Time, time.Duration) bool) {
		if t.width(7*day) < 20*pixel {
			return
		}
		// Time.ZoneBounds can return an end that is not after its instant, so the change is
		// searched for: no zone has two in half a day.
		offset := func(at time.Time) int {
			_, seconds := at.In(t.loc).Zone()
			return seconds
		}
		const step = 12 * time.Hour
		for at := t.first(); !at.After(t.last()); at = at.Add(step) {
			low, high := at, at.Add(step)
			before, after := offset(low), offset(high)
			if before == after {
				continue
			}
			for high.Sub(low) > time.Second {
				if middle := low.Add(high.Sub(low) / 2); offset(middle) == before {
					low = middle
				} else {
					high = middle
				}
			}
			high = high.Truncate(time.Second)
			if t.contains(high) && !yield(high, time.Duration(after-before)*time.Second) {
				return
			}
		}
	}
}

// eventRow draws the events.
func (t *ticketSheet) eventRow() {
	most := 4
	if t.right-t.left < 400*pixel { // there is less room side by side
		most = 7
	}
	l := make(lanes, most)
	var ticks path
	last := px(-1)
	top := t.y
	t.name(top+12*pixel, "Events")
	left := 0
	for i := range t.events {
		e := &t.events[i]
		words := t.eventText(e)
		t.story.say("events", first(words), ", ", t.exactly().when(e.At))
		x := t.at(e.At)
		if x != last {
			ticks.polygon(x-4*pixel, top+3*pixel, 8*pixel, 0, -4*pixel, 8*pixel)
			last = x
		}
		w := min(textWidth(words, small, false), 190*pixel)
		from := within(x-4*pixel, w, t.left, t.right)
		lane, ok := l.take(from, from+w)
		if !ok {
			left++
			continue
		}
		t.label("s k", atStart, from, top+23*pixel+px(lane)*13*pixel, w, words)
	}
	t.draw("d", ticks)
	if left > 0 {
		t.label("s m", atStart, margin, top+25*pixel, t.left-margin-gap, "and "+strconv.Itoa(left)+" more")
	}
	t.y += 12*pixel + px(max(l.used(), 1))*13*pixel + 10*pixel
}

// eventText names an event, with the level that it sets.
func (t *ticketSheet) eventText(e *policy.Event) string {
	text := spaced(t.policy.KindName(e.Kind))
	if !e.Severity.IsZero() {
		text += ": " + e.Severity.String()
	}
	if e.Channel != 0 {
		text += " (" + e.Channel.String() + ")"
	}
	return text
}

// changes draws where the wall clock changes.
func (t *ticketSheet) changes(top, bottom px) {
	var p path
	for at, move := range t.clockChanges() {
		x := t.at(at)
		p.line(x, top, x, bottom)
		words := "clocks go forward " + short(move)
		if move < 0 {
			words = "clocks go back " + short(-move)
		}
		t.story.say("changes of the clock", first(words), " on ", t.exactly().full(at))
	}
	if len(p) > 0 {
		t.marks |= markChange
	}
	t.draw("q", p)
}
