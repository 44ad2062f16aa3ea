package picture

import (
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// maxBands is how many calendars are drawn.
const maxBands = 6

// bands draws the hours of each calendar that a clock runs on.
func (t *ticketSheet) bands() {
	var names []string
	for i := range t.answer.Clocks {
		c := &t.answer.Clocks[i]
		used := []string{c.Calendar}
		for _, s := range c.Why {
			if s.Kind == policy.StepHours {
				used = append(used, s.Text)
			}
		}
		for _, name := range used {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	calendars := t.policy.Agreement().Calendars
	drawn := 0
	for _, name := range names {
		if c := calendars[name]; c != nil && drawn < maxBands {
			t.band(name, c)
			drawn++
		}
	}
}

// maxWindows is how many windows of a calendar are gone through: ten a day over the longest
// stretch for which hours are drawn.
const maxWindows = 20_000

// A closing is a stretch in which a calendar is closed, with its reasons.
type closing struct {
	from, to time.Time
	holidays []string // and special days
	regular  []string // "night", "weekend"; empty if there are only holidays
}

// band draws the hours of a calendar.
func (t *ticketSheet) band(name string, c *calendar.Calendar) {
	const high = 18 * pixel
	top := t.y
	var frame, open, unknown, marks path
	var closings []closing
	var dark time.Time
	throughout, fine := t.openThroughout(c), false
	if throughout {
		open.box(t.left, top, t.right-t.left, high)
	} else if fine = t.width(day) < 15; !fine {
		closings, dark, fine = t.closings(c, &open, top, high)
	}
	if !dark.IsZero() {
		t.story.say("unknown holidays", "Holidays of ", name, " are not known from ", t.exactly().when(dark), " on")
	}
	if fine {
		bottom := t.name(top+13*pixel, name)
		t.label("s m k", atStart, t.left+4*pixel, top+13*pixel, t.right-t.left-4*pixel, "the hours are too fine to be drawn")
		t.y = max(top+high+8*pixel, bottom+6*pixel)
		return
	}
	frame.box(t.left, top, t.right-t.left, high)
	if !dark.IsZero() {
		x := t.at(dark)
		unknown.box(x, top, t.right-x, high)
		t.marks |= markUnknown
	}
	t.marks |= markOpen
	t.draw("o", open)
	t.draw("u", unknown)
	t.draw("f", frame)

	// Holidays are named below the band, where they have room side by side; other reasons are
	// named within it.
	l := make(lanes, 3)
	if !dark.IsZero() {
		words := "holidays not known"
		w := textWidth(words, small, false)
		if from := within(t.at(dark), w, t.left, t.right); from >= t.left {
			l.take(from, from+w)
			t.text("s k", atStart, from, top+high+12*pixel, words)
		}
	}
	for i := range closings {
		t.closing(&closings[i], name, l, &marks, top, high)
	}
	t.draw("d", marks)
	bottom := t.name(top+13*pixel, name)
	words := ""
	switch {
	case throughout:
		words = "open throughout"
	case len(closings) == 0 && dark.IsZero():
		words = "open but for short breaks"
	}
	t.label("s", atStart, t.left+4*pixel, top+13*pixel, t.right-t.left-8*pixel, words)
	t.y = max(top+high+px(l.used())*14*pixel+8*pixel, bottom+6*pixel)
}

// openThroughout reports whether a calendar is open all the time on the picture.
func (t *ticketSheet) openThroughout(c *calendar.Calendar) bool {
	first, last := t.first(), t.scale.last()
	open, err := c.Between(first, last)
	return err == nil && first.Add(open).Equal(last)
}

// closing labels one stretch in which the calendar is closed.
func (t *ticketSheet) closing(g *closing, calendar string, l lanes, marks *path, top, high px) {
	x, end := t.at(g.from), t.at(g.to)
	if len(g.holidays) > 0 {
		words := strings.Join(g.holidays, ", ")
		t.story.say("holidays", first(calendar), " is closed from ", t.exactly().when(g.from), " to ", t.exactly().when(g.to), ": ", words)
		middle := (x + end) / 2
		marks.polygon(middle, top+high/2-5*pixel, 4*pixel, 5*pixel, -4*pixel, 5*pixel, -4*pixel, -5*pixel)
		t.marks |= markHoliday
		w := min(textWidth(words, small, false), min(220*pixel, t.right-t.left))
		from := within(middle-w/2, w, t.left, t.right)
		if lane, ok := l.take(from, from+w); ok {
			t.label("s k", atStart, from, top+high+12*pixel+px(lane)*14*pixel, w, words)
		}
		return
	}
	reasons := strings.Join(g.regular, ", ")
	for _, words := range [...]string{reasons, strings.ReplaceAll(reasons, "closed on ", "")} {
		if w := textWidth(words, small, false); w+4*pixel <= end-x {
			t.text("s m k", atMiddle, (x+end)/2, top+13*pixel, words)
			return
		}
	}
}

// closings goes through a calendar's windows: it adds the open stretches to a path, and
// returns the closed ones in between and the instant from which holidays are unknown.
// Stretches finer than a pixel are joined, and an open one is drawn at least a pixel wide.
// fine is true if more than an eighth of the line (three hours of each day) would for that
// reason be drawn open while it is closed, or if there are more than maxWindows windows.
func (t *ticketSheet) closings(c *calendar.Calendar, open *path, top, high px) (all []closing, dark time.Time, fine bool) {
	at, from, to := t.first(), px(-1), px(-1) // the stretch to be drawn
	drawn, sum := px(0), time.Duration(0)     // what is drawn open, and what is open
	flush := func() {
		if from >= 0 {
			open.box(from, top, max(to-from, pixel), high)
			drawn += max(to-from, pixel)
		}
	}
	n := 0
	for w, err := range c.Windows(t.first()) {
		if err != nil {
			if t.right-t.at(at) >= pixel {
				dark = at
			}
			break
		}
		if n++; n > maxWindows {
			return all, dark, true
		}
		if !w.Open.Before(t.scale.last()) {
			break
		}
		if t.at(w.Open)-t.at(at) >= pixel {
			all = append(all, closingOf(c, at, w.Open))
		}
		begin, over := life{t.first(), t.scale.last()}.within(w.Open, w.Close)
		sum += over.Sub(begin)
		at = w.Close
		x, end := t.at(w.Open), t.at(w.Close)
		if from >= 0 && x-to < pixel {
			to = end
			continue
		}
		flush()
		from, to = x, end
	}
	flush()
	if dark.IsZero() && t.right-t.at(at) >= pixel {
		all = append(all, closingOf(c, at, t.scale.last()))
	}
	return all, dark, (drawn-t.width(sum))*8 > t.right-t.left
}

// closingOf says why a calendar is closed from one instant to another, each reason once.
func closingOf(c *calendar.Calendar, from, to time.Time) closing {
	g := closing{from: from, to: to}
	for _, r := range policy.ClosedReasons(c, from, to) {
		list := &g.regular
		if r.Dated {
			list = &g.holidays
		}
		if !slices.Contains(*list, r.Text) {
			*list = append(*list, r.Text)
		}
	}
	return g
}
