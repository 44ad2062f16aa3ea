package calendar

import (
	"math/bits"
	"strconv"
	"sync/atomic"
	"time"
)

// A Calendar knows when working time is, and answers questions about it. It is
// made by [New], or from other calendars by [Union], [Intersection] and
// [Difference]; it never changes and is safe for concurrent use. All instants
// that it returns are in its own zone, without a monotonic clock reading.
//
// A calendar answers for the instants of the years 1 to 9999 in its zone; for all
// others the error is an [ErrRange]. It is an [ErrCoverage] if the answer depends on a
// day whose holidays are unknown (G9), and an [ErrNeverOpen] if the answer needs
// working time and there is none left in that direction (G2a).
//
// The zero Calendar, like a nil one, answers for no instant: every question that can
// fail returns an [ErrRange]; its Location is UTC, it has no [Config], and its
// Fingerprint is empty.
type Calendar struct {
	loc      *time.Location
	schedule schedule
	config   *Config       // nil for a combination of calendars
	regular  time.Duration // of a regular day, 0 if there is no single length

	first, until  int64 // the instants that the calendar answers for
	opens, closes int64 // no working time lies outside
	always        bool  // all of it is working time: what is asked of it is plain arithmetic
	fixed         bool  // the offset of its zone never changes,
	offset        int64 // and is this, in seconds east of UTC
	density       int   // the most windows that open in a day
	shift         uint8 // a page has 1<<shift seconds
	volumes       run[volume]
	home          atomic.Pointer[volume] // the first that was asked for: most questions are about its time
	sheets        run[sheet]
	printed       atomic.Pointer[string] // the fingerprint, once it was asked for
	worked        atomic.Uint32          // whether there is any working time, once it was asked for: 1 if so, 2 if not
}

// origin is where the first page of every calendar starts: two days before the
// year 1 of UTC, and so before that of any zone.
const origin = -(unixDay + 2) * secondsPerDay

// Pages have 1<<pageShift seconds, some 194 days, unless a calendar has so many
// windows a day that a page would have more spans than its indexes can tell
// apart. Below 1<<minPageShift seconds they are not cut.
const (
	pageShift    = 24
	minPageShift = 18
)

// newCalendar makes a calendar of a schedule of which at most density windows
// open in a day.
func newCalendar(s schedule, density int) *Calendar {
	c := &Calendar{loc: s.location(), schedule: s, density: density, shift: pageShift}
	for c.shift > minPageShift && int64(density)*(1<<c.shift/secondsPerDay+3) > maxSpans-2 {
		c.shift--
	}
	z := newZone(c.loc)
	// A caller's own location can be farther from UTC than any zone is.
	c.first, c.until = max(z.dayStart(minDay), origin), z.dayStart(maxDay+1)
	c.opens, c.closes = s.extent()
	c.fixed, c.offset = z.fixed()
	return c
}

// Location returns the calendar's zone.
func (c *Calendar) Location() *time.Location {
	if c.unmade() {
		return time.UTC
	}
	return c.loc
}

// unmade reports whether c is nil or a zero Calendar.
func (c *Calendar) unmade() bool { return c == nil || c.schedule == nil }

// spot finds the place of an instant between first and until: its volume, its page,
// and the second in the page. Most are in the volume at hand, on a page that has been
// asked for before.
func (c *Calendar) spot(sec int64) (vol *volume, pg *page, in uint32) {
	if vol = c.home.Load(); vol != nil {
		if p := uint64(sec-vol.start) >> (c.shift & 63); p < pagesPerVolume { // the mask tells the compiler that it can shift as it is
			if pg = vol.pages[p].Load(); pg != nil {
				return vol, pg, uint32(sec - pg.start)
			}
		}
	}
	return c.find(sec)
}

// find is spot for the others.
func (c *Calendar) find(sec int64) (vol *volume, pg *page, in uint32) {
	vol = c.volume(c.number(sec))
	pg = vol.page(c.schedule, int(uint64(sec-vol.start)>>(c.shift&63)), c.shift)
	return vol, pg, uint32(sec - pg.start)
}

// volume returns a volume by its number.
func (c *Calendar) volume(v int) *volume {
	if vol := c.volumes.get(v); vol != nil {
		return vol
	}
	vol := c.volumes.put(v, newVolume(c.schedule, v, c.volumeStart(v), c.shift))
	c.home.CompareAndSwap(nil, vol)
	return vol
}

// volumeStart returns the second at which a volume starts.
func (c *Calendar) volumeStart(v int) int64 {
	return origin + int64(v)<<(c.shift&63)*pagesPerVolume
}

// instant takes t apart. It returns false if the calendar does not answer for t; a nil
// calendar answers for no instant.
func (c *Calendar) instant(t time.Time) (sec, nsec int64, ok bool) {
	sec, nsec = t.Unix(), int64(t.Nanosecond())
	return sec, nsec, c != nil && c.first <= sec && sec < c.until
}

// answer returns an instant as an answer, or an error if the calendar does not answer
// for that instant.
func (c *Calendar) answer(sec, nsec int64) (time.Time, error) {
	if sec < c.first || c.until <= sec {
		return time.Time{}, errAnswer()
	}
	return time.Unix(sec, nsec).In(c.loc), nil // c.time, without the call: most look-ups end here
}

// errAnswer says that the answer would be an instant that no calendar answers for.
func errAnswer() error {
	return &RangeError{What: "the answer", Why: "is outside the years 1 to 9999"}
}

// time returns an instant in the calendar's zone.
func (c *Calendar) time(sec, nsec int64) time.Time {
	return time.Unix(sec, nsec).In(c.loc)
}

// doubt returns an error if some unknown window overlaps [from, until), both in
// seconds; until is rounded up by a caller that has nanoseconds. The error names
// the first.
func (c *Calendar) doubt(from, until int64) error {
	if from >= until {
		return nil
	}
	for v := c.number(from); v <= c.number(until-1); v++ {
		vol := c.volume(v)
		for p := 0; vol.doubts>>p != 0; p++ {
			if err := c.doubtOn(vol, p, from, until, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// doubtBack is doubt for a search that goes back from until: the error names the last
// unknown window, which is the first that such a search meets.
func (c *Calendar) doubtBack(from, until int64) error {
	if from >= until {
		return nil
	}
	for v := c.number(until - 1); v >= c.number(from); v-- {
		vol := c.volume(v)
		for p := bits.Len32(vol.doubts) - 1; p >= 0; p-- {
			if err := c.doubtOn(vol, p, from, until, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// doubtOn is doubt, or doubtBack, on one page.
func (c *Calendar) doubtOn(vol *volume, p int, from, until int64, back bool) error {
	if vol.doubts>>p&1 == 0 {
		return nil
	}
	pg := vol.page(c.schedule, p, c.shift)
	if u, ok := pg.doubt(from-pg.start, until-pg.start, back); ok {
		return u.piece.coverageError()
	}
	return nil
}

// number returns the number of the volume that has an instant.
func (c *Calendar) number(sec int64) int {
	return int(uint64(sec-origin) >> c.shift / pagesPerVolume)
}

// rangeError says that the calendar does not answer for an instant.
func (c *Calendar) rangeError(sec int64) error {
	if c.unmade() {
		return &RangeError{What: "a Calendar", Why: "must be made with New"}
	}
	return &RangeError{What: "instant " + farText(sec, c.loc), Why: "is outside the years 1 to 9999"}
}

// farText returns an instant in a zone, even one outside the years 1 to 9999 that RFC
// 3339 cannot write: the year has as many digits as it needs, and an offset has its
// seconds. An instant that is too far away for a year to say anything is given in Unix
// seconds.
func farText(sec int64, loc *time.Location) string {
	const far = 1e15 // some 32 million years
	if sec < -far || sec > far {
		return strconv.FormatInt(sec, 10) + " (Unix seconds)"
	}
	at := time.Unix(sec, 0).In(loc)
	if _, offset := at.Zone(); offset%60 != 0 {
		return at.Format("2006-01-02T15:04:05Z07:00:00")
	}
	return at.Format(time.RFC3339)
}

// neverOpen says that there is not enough working time from an instant on, or
// before it.
func (c *Calendar) neverOpen(sec int64, back bool) error {
	return &NeverOpenError{At: c.time(sec, 0), Back: back, Ever: c.ever(sec)}
}

// ever reports whether there is working time at all, or may be where holidays are not
// known: two calendars that are open every day may have no hour in common. It looks at
// one volume after the other, the nearest to an instant first.
func (c *Calendar) ever(sec int64) bool {
	if worked := c.worked.Load(); worked != 0 {
		return worked == 1
	}
	near, worked := c.number(sec), uint32(2)
	first, last := c.number(max(c.opens, c.first)), c.number(min(c.closes, c.until)-1)
	if c.opens >= c.closes {
		first, last = 0, -1
	}
	for step := 0; worked == 2 && (near+step <= last || near-step >= first); step++ {
		if c.works(near+step, first, last) || c.works(near-step, first, last) {
			worked = 1
		}
	}
	c.worked.Store(worked)
	return worked == 1
}

// works reports whether a volume from first to last has working time. It is not kept:
// few are asked for.
func (c *Calendar) works(v, first, last int) bool {
	if v < first || v > last {
		return false
	}
	vol := c.volumes.get(v)
	if vol == nil {
		vol = newVolume(c.schedule, v, c.volumeStart(v), c.shift)
	}
	return vol.doubts != 0 || vol.before[pagesPerVolume] > 0
}
