package calendar

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"time"
)

// yearKinds tells the kind of each year of a schedule; the years must be asked for in
// order. What decides a year are the week and the holidays of each plan that the
// schedule is made of, and the offsets of each zone in it: two years that have these in
// common have the same windows, counted from their beginnings.
type yearKinds struct {
	margin int32 // how many dates before and after a year can have to do with its windows
	plans  []*planYears
	zones  []*zoneYears
	buf    []byte
}

// A yearKind identifies what decides the working time of a year.
type yearKind [sha256.Size]byte

// newYearKinds takes a schedule apart. A plan needs only the dates of the year itself.
// In a combination, a window of these dates can also come from pieces of other dates:
// dates of another zone, dates from which a piece runs on, and, for what a difference
// takes away, dates as far away again.
func newYearKinds(s schedule) *yearKinds {
	ks := &yearKinds{}
	if _, ok := s.(*combination); ok {
		const around = 3 * longest / secondsPerDay
		ks.margin = around + differences(s)*longest/secondsPerDay
	}
	ks.add(s)
	return ks
}

// differences returns how many differences lie within each other in a schedule.
func differences(s schedule) int32 {
	c, ok := s.(*combination)
	if !ok {
		return 0
	}
	deepest := int32(0)
	for _, part := range c.of {
		deepest = max(deepest, differences(part))
	}
	if c.kind == kindDifference {
		deepest++
	}
	return deepest
}

// add adds what decides a schedule, each plan and each zone once.
func (ks *yearKinds) add(s schedule) {
	loc := s.location()
	if !slices.ContainsFunc(ks.zones, func(z *zoneYears) bool { return z.loc == loc }) {
		ks.zones = append(ks.zones, &zoneYears{loc: loc})
	}
	switch s := s.(type) {
	case *plan:
		if !slices.ContainsFunc(ks.plans, func(p *planYears) bool { return p.plan == s }) {
			ks.plans = append(ks.plans, &planYears{plan: s})
		}
	case *combination:
		for _, part := range s.of {
			ks.add(part)
		}
	}
}

// of returns the kind of the year from first to before end. It returns false if some
// plan has dates of its own there, changes its week, or does not know the holidays, or
// if a zone is a day or more from UTC, so that its dates are not those of the year.
func (ks *yearKinds) of(first, end int32) (kind yearKind, ok bool) {
	from, until := first-ks.margin, end+ks.margin
	if ks.margin > 366 || from < minDay || until > maxDay+1 {
		return kind, false
	}
	ks.buf = append(ks.buf[:0], byte(Date{first}.Weekday()))
	ks.buf = binary.AppendUvarint(ks.buf, uint64(end-first))
	for _, p := range ks.plans {
		if ks.buf, ok = p.append(ks.buf, from, until); !ok {
			return kind, false
		}
	}
	base := wallOf(first)
	for _, z := range ks.zones {
		// What is further away than the length of a piece cannot touch a date's windows.
		if ks.buf, ok = z.append(ks.buf, wallOf(from)-longest, wallOf(until)+longest, base); !ok {
			return kind, false
		}
	}
	return sha256.Sum256(ks.buf), true
}

// manyDays is the number of days whose holidays are found at once. For so many years
// that takes about as long as for a few: each year asks for the holidays of its
// neighbours too.
const manyDays = 100 * 366

// planYears has the holidays of many years of a plan, as bits.
type planYears struct {
	plan        *plan
	off         bitset
	from, until int32 // the dates of off
}

// append appends to b what decides the windows of the dates from first to before end,
// except for the zone. It returns false if the dates are not like those of other years.
func (ps *planYears) append(b []byte, first, end int32) ([]byte, bool) {
	p := ps.plan
	special, _ := slices.BinarySearchFunc(p.special, first, func(s planSpecial, day int32) int { return int(s.day) - int(day) })
	week := p.weekOf(first)
	switch {
	case special < len(p.special) && p.special[special].day < end, week != p.weekOf(end-1):
		return b, false
	case !p.covered.Contains(Date{first}) || !p.covered.Contains(Date{end - 1}):
		return b, false
	}
	if ps.off == nil || end > ps.until {
		ps.from, ps.until = first, min(first+manyDays, maxDay+1)
		ps.off = p.daysOff(ps.from, ps.until-1)
	}
	b = binary.AppendUvarint(b, uint64(week))
	for day := first; day < end; day += 64 {
		b = binary.LittleEndian.AppendUint64(b, ps.off.word(day-ps.from, end-day))
	}
	return b, true
}

// word returns the n bits from bit i on, but no more than 64.
func (b bitset) word(i, n int32) uint64 {
	w := b[i>>6] >> (i & 63)
	if next := int(i>>6) + 1; next < len(b) {
		w |= b[next] << (64 - i&63) // nothing of it if i is the first bit of its word
	}
	if n < 64 {
		w &= 1<<n - 1
	}
	return w
}

// zoneYears has the offsets of many years of a zone.
type zoneYears struct {
	loc     *time.Location
	changes []offsetChange // the first is the last one that is over
	until   int64          // the instant up to which changes has them
}

// append appends to b the offsets from an instant to before another, counted from base.
// It returns false if an offset is a day or more.
func (zs *zoneYears) append(b []byte, from, until, base int64) ([]byte, bool) {
	if zs.changes == nil || until > zs.until {
		zs.until = from + manyDays*secondsPerDay
		zs.changes = changesOf(zs.loc, from, zs.until)
	}
	for len(zs.changes) > 1 && zs.changes[1].at <= from {
		zs.changes = zs.changes[1:]
	}
	for i, c := range zs.changes {
		if i > 0 && c.at >= until {
			break
		}
		if c.offset <= -secondsPerDay || c.offset >= secondsPerDay {
			return b, false
		}
		if i > 0 {
			b = binary.AppendVarint(b, c.at-base)
		}
		b = binary.AppendVarint(b, c.offset)
	}
	return binary.AppendVarint(b, -1<<40), true // no instant of a year
}

// daysInYear returns how many days a year has.
func daysInYear(year int) int32 { return 337 + int32(daysIn(year, time.February)) }
