package picture

import (
	"math/bits"
	"slices"
	"time"
)

// A scale places instants on a line. It shows elapsed time: an hour is as wide on a day on
// which the clocks change as on any other.
type scale struct {
	from, to  int64 // in milliseconds since 1970
	near, far px    // its ends on the line
}

// The first and last instants that can be placed: those of the years 1 to 9999.
const (
	firstMilli = -62135596800000
	lastMilli  = 253402300799999
)

// newScale returns a scale with room for the given stretch, and a little more at both ends.
func newScale(from, to time.Time, left, right px) scale {
	s := scale{max(from.UnixMilli(), firstMilli), min(to.UnixMilli(), lastMilli), left, right}
	s.from, s.to = min(s.from, lastMilli), max(s.to, firstMilli)
	const least = 60_000
	s.to = max(s.to, s.from+least)
	span := s.to - s.from
	s.from, s.to = max(s.from-span/40, firstMilli), s.to+span/20
	return s
}

// at returns the place of an instant; an instant outside the scale is placed at its end.
func (s *scale) at(t time.Time) px {
	ms := min(max(t.UnixMilli(), s.from), s.to)
	hi, lo := bits.Mul64(uint64(ms-s.from), uint64(s.far-s.near))
	q, _ := bits.Div64(hi, lo, uint64(s.to-s.from))
	return s.near + px(q)
}

// width returns how wide a length of time is.
func (s *scale) width(d time.Duration) px {
	room := int64(s.far - s.near) // a time.Duration has 44 bits of milliseconds, this 16 at most
	return px(min(d.Milliseconds()*room/(s.to-s.from), room))
}

func (s *scale) contains(t time.Time) bool {
	ms := t.UnixMilli()
	return s.from <= ms && ms <= s.to
}

// first and last return the ends of the scale.
func (s *scale) first() time.Time { return time.UnixMilli(s.from).UTC() }
func (s *scale) last() time.Time  { return time.UnixMilli(s.to).UTC() }

// axis draws the dates and hours, no finer than a unit, and returns the places of the lines
// that go down from the axis, the heavier ones first.
func (s *sheet) axis(sc *scale, loc *time.Location, finest unit) (major, minor []px) {
	t := chooseTicks(sc, finest)
	s.crossed = t.unit == weeks
	if t.titles != nil {
		s.y += 12 * pixel
	}
	groups := t.groups(sc, loc)
	for i, at := range groups {
		x, end := sc.at(at), sc.far
		if i+1 < len(groups) {
			end = sc.at(groups[i+1])
		}
		if i > 0 {
			major = append(major, x)
		}
		for _, layout := range t.titles {
			if text := at.In(loc).Format(layout); textWidth(text, normal, true) <= end-x-10*pixel || i+1 == len(groups) && textWidth(text, normal, true) <= end-x-2*pixel {
				s.text("b", atStart, x+2*pixel, s.y, text)
				break
			}
		}
	}
	s.y += 15 * pixel
	last := sc.near - gap
	all := t.ticks(sc, loc)
	for i, at := range all {
		x, text := sc.at(at), at.In(loc).Format(t.layout)
		minor = append(minor, x)
		w := textWidth(text, small, false)
		if t.unit == minutes {
			// An instant: its label is centred on its line. Midnight is named above.
			if x-w/2 >= last+gap/2 && x+w/2 <= sc.far && !slices.ContainsFunc(groups, at.Equal) {
				s.text("s m", atMiddle, x, s.y, text)
				last = x + w/2
			}
			continue
		}
		end := sc.far
		if i+1 < len(all) {
			end = sc.at(all[i+1])
		}
		if x+2*pixel+w <= end { // a stretch: its label is inside it
			s.text("s m", atStart, x+2*pixel, s.y, text)
		}
	}
	s.y += 6 * pixel
	return major, minor
}

// grid draws the lines of an axis down to where the rows end.
func (s *sheet) grid(major, minor []px, top, bottom px) {
	var p path
	for _, x := range minor {
		p.line(x, top, x, bottom)
	}
	s.draw("g", p)
	p = nil
	rise := 18 * pixel
	if s.crossed {
		rise = 0
	}
	for _, x := range major {
		p.line(x, top-rise, x, bottom)
	}
	s.draw("f", p)
}
