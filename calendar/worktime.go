package calendar

import (
	"math"
	"time"
)

const nanosPerSecond = int64(time.Second)

// Add returns the instant by which d of working time has passed since t, the
// earliest such instant (G1): 8 h from an opening at 09:00 in a 09:00–17:00 day
// is 17:00 that day. For d = 0 that is t itself, open or not. A negative d is
// Sub of its opposite.
func (c *Calendar) Add(t time.Time, d time.Duration) (time.Time, error) {
	return c.shiftBy(t, int64(d/time.Second), int64(d%time.Second))
}

// Sub returns the instant from which d of working time passes until t, the
// latest such instant (G1): 8 h before a closing at 17:00 in a 09:00–17:00 day
// is 09:00 that day, and 9 h before it is 16:00 the day before. For d = 0 that
// is t itself, open or not. A negative d is Add of its opposite.
func (c *Calendar) Sub(t time.Time, d time.Duration) (time.Time, error) {
	return c.shiftBy(t, -int64(d/time.Second), -int64(d%time.Second))
}

// shiftBy moves t by working time, forward or back: seconds and nanoseconds of
// the same sign.
func (c *Calendar) shiftBy(t time.Time, secs, nanos int64) (time.Time, error) {
	sec, nsec, err := c.instant(t)
	if err != nil {
		return time.Time{}, err
	}
	switch {
	case secs > 0 || nanos > 0:
		sec, nsec, err = c.forward(sec, nsec, secs, nanos)
	case secs < 0 || nanos < 0:
		sec, nsec, err = c.back(sec, nsec, -secs, -nanos)
	}
	if err != nil {
		return time.Time{}, err
	}
	return c.time(sec, nsec), nil
}

// forward returns the earliest instant by which that much working time has
// passed since the given one.
func (c *Calendar) forward(sec, nsec, secs, nanos int64) (int64, int64, error) {
	s := c.spot(sec)
	sum, rest := s.page.sumAt(s.sec, nsec)
	// The end lies where the working time of the volume reaches want + rest.
	// Its last whole second is the one before which the sum goes beyond last.
	want := s.vol.before[s.p] + sum + secs
	if rest += nanos; rest >= nanosPerSecond {
		want, rest = want+1, rest-nanosPerSecond
	}
	last := want
	if rest == 0 {
		last--
	}
	vol, v, p := s.vol, s.v, s.p
	doubts := vol.doubts >> p
	for last >= vol.before[p+1] {
		if p++; p < pagesPerVolume {
			continue
		}
		if doubts != 0 {
			if err := c.doubt(sec, c.volumeStart(v+1)); err != nil {
				return 0, 0, err
			}
		}
		want, last = want-vol.before[p], last-vol.before[p]
		if v++; c.volumeStart(v) >= c.closes || c.volumeStart(v) >= c.until {
			return 0, 0, c.neverOpen(sec, false)
		}
		vol, p = c.volume(v), 0
		doubts = vol.doubts
	}
	page := s.page
	if p != s.p || v != s.v {
		if page = vol.pages[p].Load(); page == nil {
			page = vol.page(c.schedule, p, c.shift)
		}
	}
	at := page.timeOf(uint32(last - vol.before[p]))
	end := c.pageStart(v, p) + int64(at.open) + want - vol.before[p] - int64(at.sum)
	if doubts != 0 {
		if err := c.doubt(sec, roundUp(end, rest)); err != nil {
			return 0, 0, err
		}
	}
	if end > c.until {
		return 0, 0, c.neverOpen(sec, false)
	}
	return end, rest, nil
}

// back returns the latest instant from which that much working time passes
// until the given one.
func (c *Calendar) back(sec, nsec, secs, nanos int64) (int64, int64, error) {
	s := c.spot(sec)
	sum, rest := s.page.sumAt(s.sec, nsec)
	want := s.vol.before[s.p] + sum - secs
	if rest -= nanos; rest < 0 {
		want, rest = want-1, rest+nanosPerSecond
	}
	vol, v, p := s.vol, s.v, s.p
	doubts := vol.doubts
	for want < vol.before[p] {
		if p--; p >= 0 {
			continue
		}
		if doubts != 0 {
			if err := c.doubt(c.volumeStart(v), roundUp(sec, nsec)); err != nil {
				return 0, 0, err
			}
		}
		if c.volumeStart(v) <= c.opens || c.volumeStart(v) <= c.first {
			return 0, 0, c.neverOpen(sec, true)
		}
		v--
		vol, p = c.volume(v), pagesPerVolume-1
		doubts = vol.doubts
		want += vol.before[pagesPerVolume]
	}
	page := s.page
	if p != s.p || v != s.v {
		if page = vol.pages[p].Load(); page == nil {
			page = vol.page(c.schedule, p, c.shift)
		}
	}
	at := page.timeOf(uint32(want - vol.before[p]))
	start := c.pageStart(v, p) + int64(at.open) + want - vol.before[p] - int64(at.sum)
	if doubts != 0 {
		if err := c.doubt(start, roundUp(sec, nsec)); err != nil {
			return 0, 0, err
		}
	}
	return start, rest, nil
}

// Between returns the working time from a to b, negative if b is before a. It
// is an [ErrRange] if that is more than a time.Duration holds, some 292 years.
func (c *Calendar) Between(a, b time.Time) (time.Duration, error) {
	if b.Before(a) {
		d, err := c.Between(b, a)
		return -d, err
	}
	from, fromNano, err := c.instant(a)
	if err != nil {
		return 0, err
	}
	until, untilNano, err := c.instant(b)
	if err != nil {
		return 0, err
	}
	s, e := c.spot(from), c.spot(until)
	sum, nanos := s.page.sumAt(s.sec, fromNano)
	end, endNanos := e.page.sumAt(e.sec, untilNano)
	secs := e.vol.before[e.p] + end - s.vol.before[s.p] - sum
	doubts := s.vol.doubts | e.vol.doubts
	for v := s.v; v < e.v; v++ {
		vol := c.volume(v)
		doubts |= vol.doubts
		secs += vol.before[pagesPerVolume]
	}
	if doubts != 0 {
		if err := c.doubt(from, roundUp(until, untilNano)); err != nil {
			return 0, err
		}
	}
	if secs > math.MaxInt64/nanosPerSecond-1 {
		return 0, &RangeError{What: "the working time from " + c.time(from, 0).Format(time.RFC3339) + " to " + c.time(until, 0).Format(time.RFC3339), Why: "is more than a time.Duration holds"}
	}
	return time.Duration(secs*nanosPerSecond + endNanos - nanos), nil
}

// roundUp returns the first whole second not before an instant.
func roundUp(sec, nsec int64) int64 {
	if nsec > 0 {
		return sec + 1
	}
	return sec
}
