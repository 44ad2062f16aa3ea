package calendar

import (
	"slices"
	"time"
)

// A closing finds out why a combination of calendars is closed on one of its dates: it
// goes down to the plans that the combination is made of and gathers those of their
// dates that have to do with it. Holidays close what adds hours, and only special
// dates can give hours to what takes them away; a difference within what is taken away
// turns that round.
type closing struct {
	c           *combination // the one that was asked: the date is one of its zone
	day         int32
	from, until int64 // where the date begins and ends
	parts       []Day
}

// closed gathers why no window of s opens on the date, or why it has no more hours.
func (g *closing) closed(s schedule) {
	switch s := s.(type) {
	case *plan:
		z := newZone(s.loc)
		for _, n := range g.dates(s, z) {
			if day := s.closedDay(n, z); day.Dated() {
				g.parts = append(g.parts, day)
			}
		}
	case *combination:
		parts := s.parts(nil)
		if s.kind == kindDifference {
			g.closed(parts[0])
			if windows := g.windows(parts[0]); len(windows) > 0 {
				for _, p := range parts[1:] {
					g.taken(p, windows)
				}
			}
			return
		}
		if s.kind == kindIntersection {
			shut := slices.DeleteFunc(slices.Clone(parts), func(p schedule) bool { return len(g.windows(p)) > 0 })
			if len(shut) > 0 {
				parts = shut
			}
		}
		for _, p := range parts {
			g.closed(p)
		}
	}
}

// taken gathers why s takes windows away.
func (g *closing) taken(s schedule, windows []piece) {
	switch s := s.(type) {
	case *plan:
		last := int32(-1)
		for _, p := range s.pieces(nil, g.from-longest, g.until+longest) {
			meets := slices.ContainsFunc(windows, func(w piece) bool { return p.open < w.close && w.open < p.close })
			if _, special := s.specialHours(p.day); special && meets && p.day != last {
				g.parts = append(g.parts, Day{Date: Date{p.day}, Special: true})
				last = p.day
			}
		}
	case *combination:
		for i, p := range s.parts(nil) {
			if s.kind == kindDifference && i > 0 {
				g.closed(p)
			} else {
				g.taken(p, windows)
			}
		}
	}
}

// windows returns the windows of s that open on the date, known or not.
func (g *closing) windows(s schedule) []piece {
	pieces := g.c.owned(newZone(g.c.loc), s, s.pieces(nil, g.from-longest, g.until+longest))
	return slices.DeleteFunc(pieces, func(p piece) bool { return p.day != g.day })
}

// dates returns the dates of a plan that fall on the date; see [Day].Parts.
func (g *closing) dates(p *plan, z *zone) []int32 {
	if sameZone(p.loc, g.c.loc) {
		return []int32{g.day}
	}
	var dates []int32
	for n := max(z.day(g.from), minDay); n <= min(z.day(g.until-1), maxDay); n++ {
		if slices.ContainsFunc(p.weeks[p.weekOf(n)].hours[Date{n}.Weekday()], func(b bounds) bool {
			open := z.instant(wallOf(n) + int64(b.open))
			return g.from <= open && open < g.until
		}) {
			dates = append(dates, n)
		}
	}
	return dates
}

// closedDay returns what a plan says of a date, without its windows. It is not Dated if
// the date is one like all others.
func (p *plan) closedDay(n int32, z *zone) Day {
	day := Day{Date: Date{n}, Skipped: z.skips(n)}
	p.describe(&day)
	if p.hasHours(&day) && !day.Skipped {
		from, until := z.dayStart(n), z.dayStart(n+1)
		day.Gap = !slices.ContainsFunc(p.pieces(nil, from-longest, until+longest), func(w piece) bool { return w.day == n })
	}
	return day
}

// parts appends to dst what a combination is made of, in order: the parts of a part of
// the same kind are its own, whatever their zone.
func (c *combination) parts(dst []schedule) []schedule {
	for i, s := range c.of {
		if part, ok := s.(*combination); ok && part.kind == c.kind && (i == 0 || c.kind != kindDifference) {
			dst = part.parts(dst)
		} else {
			dst = append(dst, s)
		}
	}
	return dst
}

// sameZone reports whether two locations have the same dates.
func sameZone(a, b *time.Location) bool { return a == b || a.String() == b.String() }
