package calendar

import (
	"slices"
	"strconv"
	"time"
)

// Union returns the calendar that is open whenever at least one of the given calendars
// is: two shifts, or hubs that follow the sun. Its zone is that of the first. A window
// keeps the date on which it opens, so a business day of the union is one on which a
// window of some calendar opens. The union of one calendar is that calendar.
//
// Unknown holidays of one calendar matter only where no other one is open. The error is
// an [ErrConfig] if an argument is nil or a zero Calendar, or if there would be too
// many windows a day.
func Union(first *Calendar, more ...*Calendar) (*Calendar, error) {
	return combine(kindUnion, first, more)
}

// Intersection returns the calendar that is open whenever all of the given calendars
// are. Its zone is that of the first. Where windows overlap, the window that they have
// in common opens on the date on which the last of them opens.
//
// Unknown holidays of one calendar matter only where no other one is closed. See
// [Union] for the errors.
func Intersection(first *Calendar, more ...*Calendar) (*Calendar, error) {
	return combine(kindIntersection, first, more)
}

// Difference returns the calendar that is open whenever c is and without is not, such
// as office hours without a maintenance window or a freeze. Its zone is that of c. What
// is left of a window after a gap opens on the date on which the gap ends.
//
// Unknown holidays of c matter only where without is not open, and those of without
// only where c is not closed. See [Union] for the errors.
func Difference(c, without *Calendar) (*Calendar, error) {
	return combine(kindDifference, c, []*Calendar{without})
}

// combine folds calendars into one by a rule for two.
func combine(kind combinationKind, first *Calendar, more []*Calendar) (*Calendar, error) {
	name := combinationNames[kind]
	for i, c := range append([]*Calendar{first}, more...) {
		if c.unmade() {
			return nil, &ConfigError{[]Mistake{{Place: name, Value: "calendar " + strconv.Itoa(i+1), Why: "is nil or was not made with New"}}}
		}
	}
	if len(more) == 0 {
		return first, nil
	}
	of, density := &combination{loc: first.loc, kind: kind}, first.density
	of.add(first.schedule)
	for _, c := range more {
		if density += c.density; density > maxDensity {
			return nil, &ConfigError{[]Mistake{{Place: name, Why: "too many windows a day"}}}
		}
		of.add(c.schedule)
	}
	return newCalendar(of, density), nil
}

// WithRegularDay returns a copy of c whose regular day has d of working time (G6). A
// combination of calendars has no regular day unless it is given one. The error is an
// [ErrConfig] unless d is more than 0 and at most 48 h; it is an [ErrRange] if c is nil
// or zero.
func (c *Calendar) WithRegularDay(d time.Duration) (*Calendar, error) {
	switch {
	case c.unmade():
		return nil, c.rangeError(0)
	case d <= 0 || d > 48*time.Hour:
		return nil, &ConfigError{[]Mistake{{Place: "regular_day", Value: d.String(), Why: "must be more than none and at most 48h"}}}
	case c.config != nil:
		return c.with(func(cfg *Config) { cfg.RegularDay = d })
	}
	with := newCalendar(c.schedule, c.density)
	with.regular = d
	return with, nil
}

// maxDensity is the most windows that a day can have in a combination.
const maxDensity = 1 << 14

// A combination is the schedule of others by a rule.
type combination struct {
	loc  *time.Location
	of   []schedule // two for a difference: the hours, and what is taken away
	kind combinationKind
}

// add adds a schedule. It replaces a combination of the same kind and zone by its
// parts, so that it does not matter how many calendars were given at once. (In a
// difference only the first part could be replaced, and it is rarely a difference.)
func (c *combination) add(s schedule) {
	if part, ok := s.(*combination); ok && part.kind == c.kind && c.kind != kindDifference && sameZone(part.loc, c.loc) {
		c.of = append(c.of, part.of...)
		return
	}
	c.of = append(c.of, s)
}

type combinationKind uint8

const (
	kindUnion combinationKind = iota
	kindIntersection
	kindDifference
)

var combinationNames = [...]string{"union", "intersection", "difference"}

func (c *combination) location() *time.Location { return c.loc }

func (c *combination) known() Period {
	all := c.of[0].known()
	for _, s := range c.of[1:] {
		p := s.known()
		if all.From.Compare(p.From) < 0 {
			all.From = p.From
		}
		if p.Through.Compare(all.Through) < 0 {
			all.Through = p.Through
		}
	}
	return all
}

func (c *combination) extent() (from, until int64) {
	from, until = c.of[0].extent()
	if c.kind == kindDifference {
		return from, until
	}
	for _, s := range c.of[1:] {
		otherFrom, otherUntil := s.extent()
		switch {
		case c.kind == kindIntersection:
			from, until = max(from, otherFrom), min(until, otherUntil)
		case from >= until:
			from, until = otherFrom, otherUntil
		case otherFrom < otherUntil:
			from, until = min(from, otherFrom), max(until, otherUntil)
		}
	}
	return from, until
}

// pieces asks its parts for no more than the stretch: a piece of the combination that
// reaches into the stretch comes from pieces of the parts that do so too. The exception
// is what a difference takes away, which can cut a piece outside the stretch.
func (c *combination) pieces(dst []piece, from, until int64) []piece {
	z, start := newZone(c.loc), len(dst)
	part := func(i int, dst []piece, margin int64) []piece {
		n := len(dst)
		dst = c.of[i].pieces(dst, from-margin, until+margin)
		c.owned(z, c.of[i], dst[n:])
		return dst
	}
	switch c.kind {
	case kindUnion:
		for i := range c.of {
			dst = part(i, dst, 0)
		}
	case kindIntersection:
		all := part(0, nil, 0)
		for i := 1; i < len(c.of) && len(all) > 0; i++ {
			all = intersection(nil, all, part(i, nil, 0))
		}
		dst = append(dst, all...)
	case kindDifference:
		dst = difference(dst, part(0, nil, 0), part(1, nil, longest), z)
	}
	kept := slices.DeleteFunc(dst[start:], func(p piece) bool { return p.close <= from || p.open >= until })
	slices.SortStableFunc(kept, byOpening)
	return dst[:start+len(kept)]
}

// owned gives pieces of a schedule the dates that they have in this one's zone.
func (c *combination) owned(z *zone, s schedule, pieces []piece) []piece {
	if !sameZone(s.location(), c.loc) {
		for i := range pieces {
			pieces[i].day = z.day(pieces[i].open)
		}
	}
	return pieces
}

// intersection appends to dst what pieces of a and b have in common.
func intersection(dst, a, b []piece) []piece {
	start := len(dst)
	for _, p := range a {
		for len(b) > 0 && b[0].open < p.open-longest {
			b = b[1:]
		}
		for _, q := range b {
			if q.open >= p.close {
				break
			}
			if q.close <= p.open {
				continue
			}
			both := p
			if q.open > p.open {
				both.open, both.day = q.open, q.day
			}
			both.close = min(p.close, q.close)
			if both.unknown == nil {
				both.unknown, both.unknownDay = q.unknown, q.unknownDay
			}
			dst = append(dst, both)
		}
	}
	// Windows that overlap in a or b meet more than once. Of those that open at
	// one instant the longest says it all.
	slices.SortStableFunc(dst[start:], byOpening)
	kept := slices.CompactFunc(dst[start:], func(p, q piece) bool {
		return p.open == q.open && p.day == q.day && p.unknown == q.unknown
	})
	return dst[:start+len(kept)]
}

// difference appends to dst what the pieces of b leave of those of a; what is
// left after a gap opens on a date of z.
func difference(dst, a, b []piece, z *zone) []piece {
	if len(a) == 0 {
		return dst
	}
	from, until := a[0].open, a[0].close
	for _, p := range a {
		until = max(until, p.close)
	}
	open := opened(nil, b, from, until)
	unknown := doubted(nil, b, open, from, until)
	slices.SortStableFunc(unknown, byOpening)
	var left []piece
	for _, p := range a {
		open = ahead(open, p.open)
		for len(unknown) > 0 && unknown[0].open < p.open-longest {
			unknown = unknown[1:]
		}
		left = minus(left[:0], p, open)
		start := len(dst)
		for _, l := range left {
			dst = splitUnknown(dst, l, unknown)
		}
		for i := start; i < len(dst); i++ {
			if dst[i].open != p.open {
				dst[i].day = z.day(dst[i].open)
			}
		}
	}
	return dst
}

// splitUnknown appends p to dst, in parts: those that are perhaps taken away
// are marked as unknown.
func splitUnknown(dst []piece, p piece, unknown []piece) []piece {
	for _, u := range unknown {
		if u.open >= p.close {
			break
		}
		if u.close <= p.open {
			continue
		}
		if p.open < u.open {
			head := p
			head.close = u.open
			dst = append(dst, head)
		}
		middle := p
		middle.open, middle.close = max(p.open, u.open), min(p.close, u.close)
		if middle.unknown == nil {
			middle.unknown, middle.unknownDay = u.unknown, u.unknownDay
		}
		dst = append(dst, middle)
		p.open = middle.close
	}
	if p.open < p.close {
		dst = append(dst, p)
	}
	return dst
}
