package calendar

import (
	"math"
	"time"
)

const (
	secondsPerHour = 3600
	secondsPerDay  = 86400
)

// A zone resolves wall-clock times of a location the way G2 wants it, which is
// that of RFC 5545, java.time and Temporal's "compatible": a time that occurs
// twice is the first of the two, a time that a gap skips is read with the offset
// before the gap. time.Date promises neither.
//
// A wall-clock time is a wall: the seconds that would be its Unix time if its
// zone were UTC. A zone keeps the stretch of constant offset that it met last,
// since its users go through the days in order; it is not safe for concurrent
// use.
type zone struct {
	loc    *time.Location
	now    stretch
	before stretch // the one before now, if its end is now's start
}

// A stretch is a part [start, end) of the time line in which the offset is
// constant. The next one may have the same offset.
type stretch struct {
	start, end int64 // Unix seconds
	offset     int64 // seconds east of UTC
}

func newZone(loc *time.Location) *zone {
	return &zone{loc: loc, now: stretchAt(loc, 0)}
}

// fixed reports whether the offset of a zone never changes, and returns it.
func (z *zone) fixed() (bool, int64) {
	s := stretchAt(z.loc, 0)
	return s.start == math.MinInt64 && s.end == math.MaxInt64, s.offset
}

// stretchAt returns the stretch that contains the instant.
func stretchAt(loc *time.Location, sec int64) stretch {
	t := time.Unix(sec, 0).In(loc)
	_, offset := t.Zone()
	start, end := t.ZoneBounds()
	s := stretch{math.MinInt64, math.MaxInt64, int64(offset)}
	if !start.IsZero() {
		s.start = start.Unix()
	}
	if !end.IsZero() {
		s.end = end.Unix()
	}
	// Beyond the last change that a zone lists, ZoneBounds treats each year as
	// 365 days long and finds no change in what is left of it. So on 31
	// December of a leap year the stretch seems to be over.
	if s.end <= sec {
		s.end = sec - sec%secondsPerDay + secondsPerDay
	}
	return s
}

// An offsetChange is where the offset of a zone changes.
type offsetChange struct {
	at     int64 // Unix seconds
	offset int64 // from there on, in seconds east of UTC
}

// changesOf returns the offsets of a zone from an instant to before another: the first
// is that at from.
func changesOf(loc *time.Location, from, until int64) []offsetChange {
	s := stretchAt(loc, from)
	changes := []offsetChange{{from, s.offset}}
	for s.end < until {
		next := stretchAt(loc, s.end)
		if next.offset != s.offset {
			changes = append(changes, offsetChange{s.end, next.offset})
		}
		s = next
	}
	return changes
}

// at moves z to the stretch that contains the instant and returns it.
func (z *zone) at(sec int64) stretch {
	if sec < z.now.start || z.now.end <= sec {
		z.now = stretchAt(z.loc, sec)
	}
	return z.now
}

// wall returns the wall-clock time of an instant.
func (z *zone) wall(sec int64) int64 {
	return sec + z.at(sec).offset
}

// offsetSpan is more than two offsets of a location can differ by: the tz
// database has none beyond 16 hours from UTC.
const offsetSpan = 2 * secondsPerDay

// instant returns the instant that a wall-clock time stands for.
func (z *zone) instant(wall int64) int64 {
	if sec, ok := z.plain(wall); ok {
		return sec
	}
	sec, _ := z.resolve(wall)
	return sec
}

// plain returns the instant of a wall-clock time that lies in the stretch at
// hand, and far enough from its start that no earlier stretch had it too.
func (z *zone) plain(wall int64) (sec int64, ok bool) {
	sec = wall - z.now.offset
	return sec, z.now.start+offsetSpan <= sec && sec < z.now.end
}

// resolve returns the instant of a wall-clock time, and, if a gap skips that
// time, the change of offset that made the gap; otherwise change is the
// instant itself.
func (z *zone) resolve(wall int64) (sec, change int64) {
	// Close after a change, both its sides are often at hand.
	s := z.before
	if s.end != z.now.start || wall-s.offset < s.start+offsetSpan || wall-offsetSpan > z.now.end {
		s = z.at(wall - offsetSpan)
	}
	for {
		if sec := wall - s.offset; sec < s.end {
			return sec, sec
		}
		next := z.now
		if s.end != next.start {
			next = stretchAt(z.loc, s.end)
			// Only here is it certain where a stretch begins: ZoneBounds can
			// take the rule of the first year for older than it is.
			next.start = s.end
		}
		z.before, z.now = s, next
		if sec := wall - next.offset; sec < next.end {
			if sec < next.start {
				return wall - s.offset, next.start
			}
			return sec, sec
		}
		s = next
	}
}

// dayStart returns the instant at which a date, given in days since
// 0001-01-01, begins.
func (z *zone) dayStart(day int32) int64 {
	wall := wallOf(day)
	if sec, ok := z.plain(wall); ok {
		return sec
	}
	_, change := z.resolve(wall)
	return change
}

// day returns the civil date of an instant, in days since 0001-01-01.
func (z *zone) day(sec int64) int32 {
	return dayOf(z.wall(sec))
}

// wallOf returns the wall-clock time of the midnight that begins a date.
func wallOf(day int32) int64 {
	return int64(day-unixDay) * secondsPerDay
}

// dayOf returns the date of a wall-clock time. Dates outside the years 1 to
// 9999 are given too, up to what an int32 holds.
func dayOf(wall int64) int32 {
	const shift = 1 << 20 // whole days that make the dividend positive
	return int32((wall+(unixDay+shift)*secondsPerDay)/secondsPerDay - shift)
}
