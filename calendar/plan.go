package calendar

import (
	"math"
	"slices"
	"time"
)

// A plan is the schedule of a Config: weeks, holidays and special dates, with
// everything sorted and in seconds.
type plan struct {
	loc      *time.Location
	weeks    []planWeek    // ascending; the first begins with the first date
	special  []planSpecial // ascending
	holidays []int32       // days off besides those of source, ascending
	own      []Holiday     // where they come from
	workdays []int32       // dates to which source's holidays do not apply, ascending
	source   holidaySource // nil: none
	years    holidayYears  // of source
	region   string        // the name of source's holidays, for errors
	covered  Period        // the dates whose holidays are known
	from     int32         // the first and the last date that can have a window
	through  int32
}

type planWeek struct {
	from  int32 // the first date
	hours [7][]bounds
}

type planSpecial struct {
	day   int32
	hours []bounds
}

// bounds are those of a window, in seconds since the date's midnight on the
// wall clock.
type bounds struct {
	open, close int32
}

func (p *plan) location() *time.Location { return p.loc }

func (p *plan) known() Period { return p.covered }

func (p *plan) extent() (from, until int64) {
	if p.from > p.through {
		return 0, 0
	}
	return wallOf(p.from) - longest, wallOf(p.through) + longest
}

func (p *plan) pieces(dst []piece, from, until int64) []piece {
	if from >= until || p.from > p.through {
		return dst
	}
	z := newZone(p.loc)
	// A window closes at the latest at the end of the date after its own;
	// another date on both sides is for offsets that jump at midnight.
	first := max(z.day(from)-3, p.from)
	last := min(z.day(until)+1, p.through)
	if first > last {
		return dst
	}
	off := p.daysOff(first, last)
	week := p.weekOf(first)
	special, _ := slices.BinarySearchFunc(p.special, first, func(s planSpecial, day int32) int { return int(s.day) - int(day) })
	start := len(dst)
	for day := first; day <= last; day++ {
		if week+1 < len(p.weeks) && p.weeks[week+1].from <= day {
			week++
		}
		hours := p.weeks[week].hours[(Date{day}).Weekday()]
		var unknown *plan
		switch {
		case special < len(p.special) && p.special[special].day == day:
			hours = p.special[special].hours
			special++
		case len(hours) == 0:
			continue
		case !p.covered.Contains(Date{day}):
			unknown = p
		case off.has(day - first):
			continue
		}
		if len(hours) == 0 || z.skips(day) {
			continue
		}
		begin, midnight := len(dst), wallOf(day)
		for i, b := range hours {
			w := piece{z.instant(midnight + int64(b.open)), z.instant(midnight + int64(b.close)), day, day, unknown}
			n := len(dst)
			switch {
			case w.open >= w.close:
			case n > begin && hours[i-1].close == b.open && w.open <= dst[n-1].close && dst[n-1].open <= w.close:
				// Windows that touch are told as one. (A gap can have moved the earlier behind the later.)
				dst[n-1].open, dst[n-1].close = min(dst[n-1].open, w.open), max(dst[n-1].close, w.close)
			default:
				dst = append(dst, w)
			}
		}
		kept := dst[:begin]
		for _, w := range dst[begin:] {
			if w.close > from && w.open < until {
				kept = append(kept, w)
			}
		}
		dst = kept
	}
	if !slices.IsSortedFunc(dst[start:], byOpening) {
		slices.SortStableFunc(dst[start:], byOpening)
	}
	return dst
}

// weekOf returns the index of the week that applies to a date.
func (p *plan) weekOf(day int32) int {
	i := len(p.weeks) - 1
	for i > 0 && p.weeks[i].from > day {
		i--
	}
	return i
}

// daysOff returns the holidays of the dates from first to last, as bits that
// count from first.
func (p *plan) daysOff(first, last int32) bitset {
	off := make(bitset, (last-first)/64+1)
	if p.source != nil {
		// A day off can stand for a day of the next or the last year, and the
		// other way round.
		for year := Date.Year(Date{first}) - 1; year <= Date.Year(Date{last})+1; year++ {
			for _, h := range p.years.of(p.source, year) {
				off.set(h.Date.n-first, last-first)
				if h.moved() {
					off.set(h.Actual.n-first, last-first)
				}
			}
		}
		for _, day := range p.workdays {
			off.clear(day-first, last-first)
		}
	}
	i, _ := slices.BinarySearch(p.holidays, first)
	for ; i < len(p.holidays) && p.holidays[i] <= last; i++ {
		off.set(p.holidays[i]-first, last-first)
	}
	return off
}

// limits returns the first and the last date that can have a window.
func (p *plan) limits() (from, through int32) {
	from, through = math.MaxInt32, math.MinInt32
	for i, w := range p.weeks {
		if slices.IndexFunc(w.hours[:], func(h []bounds) bool { return len(h) > 0 }) < 0 {
			continue
		}
		end := int32(maxDay)
		if i+1 < len(p.weeks) {
			end = p.weeks[i+1].from - 1
		}
		from, through = min(from, w.from), max(through, end)
	}
	for _, s := range p.special {
		if len(s.hours) > 0 {
			from, through = min(from, s.day), max(through, s.day)
		}
	}
	return from, through
}

// always reports whether the plan is open all the time, as that of a week of days from
// 00:00 to 24:00 without holidays and special dates: each day begins when the one before
// ends, whatever the zone does at midnight.
func (p *plan) always() bool {
	daily := [...]bounds{{0, secondsPerDay}}
	for _, hours := range p.weeks[0].hours {
		if !slices.Equal(hours, daily[:]) {
			return false
		}
	}
	return len(p.weeks) == 1 && len(p.special)+len(p.holidays) == 0 && p.source == nil && p.covered == Period{Date{minDay}, Date{maxDay}}
}

// coverageError says that a date's holidays are not known.
func (p *plan) coverageError(day int32) error {
	return &CoverageError{Region: p.region, Day: Date{day}, Known: p.covered}
}

// skips reports whether the location has no such date: Samoa went from 29 to
// 31 December 2011.
func (z *zone) skips(day int32) bool {
	if _, ok := z.plain(wallOf(day)); ok {
		return false
	}
	return z.dayStart(day) == z.dayStart(day+1)
}

// A bitset is a set of small numbers. Numbers outside 0 to last are left alone.
type bitset []uint64

func (b bitset) has(i int32) bool { return b[i>>6]>>(i&63)&1 != 0 }

func (b bitset) set(i, last int32) {
	if 0 <= i && i <= last {
		b[i>>6] |= 1 << (i & 63)
	}
}

func (b bitset) clear(i, last int32) {
	if 0 <= i && i <= last {
		b[i>>6] &^= 1 << (i & 63)
	}
}
