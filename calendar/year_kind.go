package calendar

import (
	"slices"
	"time"
)

// A yearKind is what decides the working time of a year of a plan: two years of one
// kind have the same windows, counted from their beginnings.
type yearKind struct {
	starts  time.Weekday
	days    int32
	week    int             // which of the plan's
	off     [6]uint64       // its holidays, as bits
	offset  int64           // of the zone some days before it
	turns   int             // how many of changes there are
	changes [4]offsetChange // at seconds since its beginning in UTC
}

// yearKinds tells the kinds of the years of a plan, which it is asked for in their order.
type yearKinds struct {
	plan    *plan
	changes []offsetChange // those to come; the first is the last one that is over
	off     bitset         // the holidays of many years, since each year of them asks for its neighbours'
	from    int32          // the dates of off
	before  int32
}

func newYearKinds(p *plan) *yearKinds {
	from, until := wallOf(p.covered.From.n)-2*longest, wallOf(p.covered.Through.n)+2*longest
	return &yearKinds{plan: p, changes: changesOf(p.loc, from, until)}
}

// of returns the kind of the year from first to before end, which are known. It is
// false if the year has dates of its own, or changes its week, or more offsets than
// there is room for.
func (ks *yearKinds) of(first, end int32) (k yearKind, ok bool) {
	p := ks.plan
	special, _ := slices.BinarySearchFunc(p.special, first, func(s planSpecial, day int32) int { return int(s.day) - int(day) })
	k.week = p.weekOf(first)
	if special < len(p.special) && p.special[special].day < end || k.week != p.weekOf(end-1) {
		return k, false
	}
	k.starts, k.days = Date{first}.Weekday(), end-first
	if end > ks.before {
		ks.from, ks.before = first, min(first+100*366, maxDay+1)
		ks.off = p.daysOff(ks.from, ks.before-1)
	}
	for i := range k.off {
		k.off[i] = ks.off.word(first-ks.from+int32(i)*64, end-first-int32(i)*64)
	}
	// What is further away than the length of a piece cannot touch the year's windows.
	base, until := wallOf(first), wallOf(end)+longest
	for len(ks.changes) > 1 && ks.changes[1].at <= base-longest {
		ks.changes = ks.changes[1:]
	}
	k.offset = ks.changes[0].offset
	for i, c := range ks.changes[1:] {
		if c.at >= until {
			break
		}
		if i == len(k.changes) {
			return k, false
		}
		k.turns, k.changes[i] = i+1, offsetChange{c.at - base, c.offset}
	}
	return k, true
}

// word returns the n bits from bit i on, but no more than 64, and none if n is negative.
func (b bitset) word(i, n int32) uint64 {
	if n <= 0 {
		return 0
	}
	w := b[i>>6] >> (i & 63)
	if next := int(i>>6) + 1; next < len(b) {
		w |= b[next] << (64 - i&63) // nothing of it if i is the first bit of its word
	}
	if n < 64 {
		w &= 1<<n - 1
	}
	return w
}

// daysInYear returns how many days a year has.
func daysInYear(year int) int32 { return 337 + int32(daysIn(year, time.February)) }
