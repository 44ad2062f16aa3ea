package calendar

import (
	"math"
	"time"
)

const nanosPerSecond = int64(time.Second)

// most is how many whole seconds a time.Duration holds.
const most = math.MaxInt64 / nanosPerSecond

// Add returns the earliest instant by which d of working time has passed since t (G1):
// 8 h from an opening at 09:00 in a 09:00–17:00 day is 17:00 that day. For d = 0 it is
// t itself, open or not. For a negative d it is Sub(t, -d).
func (c *Calendar) Add(t time.Time, d time.Duration) (time.Time, error) {
	return c.shiftBy(t, int64(d/time.Second), int64(d%time.Second))
}

// Sub returns the latest instant from which d of working time passes until t (G1): 8 h
// before a closing at 17:00 in a 09:00–17:00 day is 09:00 that day, and 9 h before it
// is 16:00 the day before. For d = 0 it is t itself, open or not. For a negative d it
// is Add(t, -d).
func (c *Calendar) Sub(t time.Time, d time.Duration) (time.Time, error) {
	return c.shiftBy(t, -int64(d/time.Second), -int64(d%time.Second))
}

// shiftBy moves t by working time, forward or back: seconds and nanoseconds of
// the same sign.
func (c *Calendar) shiftBy(t time.Time, secs, nanos int64) (time.Time, error) {
	sec, nsec, ok := c.instant(t)
	if !ok {
		return time.Time{}, c.rangeError(sec)
	}
	switch {
	case secs > 0 || nanos > 0:
		return c.forward(sec, nsec, secs, nanos)
	case secs < 0 || nanos < 0:
		return c.back(sec, nsec, -secs, -nanos)
	}
	return c.answer(sec, nsec)
}

// forward returns the earliest instant by which that much working time has
// passed since the given one.
func (c *Calendar) forward(sec, nsec, secs, nanos int64) (time.Time, error) {
	if c.always && secs < c.until-sec-1 { // the end lies before the last second, however many nanoseconds there are
		if nsec += nanos; nsec >= nanosPerSecond {
			secs, nsec = secs+1, nsec-nanosPerSecond
		}
		return c.answer(sec+secs, nsec)
	}
	vol, pg, in := c.spot(sec)
	sum, rest := pg.sumAt(in, nsec)
	// The end lies where the working time of the volume reaches want + rest.
	// Its last whole second is the one before which the sum goes beyond last.
	want := pg.before + sum + secs
	if rest += nanos; rest >= nanosPerSecond {
		want, rest = want+1, rest-nanosPerSecond
	}
	last := want
	if rest == 0 {
		last--
	}
	if last >= pg.through {
		v, p := vol.number, pg.number+1
		for ; p < pagesPerVolume-4 && last >= vol.before[p+4]; p += 4 {
		}
		for ; p < pagesPerVolume && last >= vol.before[p+1]; p++ {
		}
		if p == pagesPerVolume {
			var skipped int64
			var err error
			if vol, p, skipped, err = c.turnForward(sec, vol, v, last); err != nil {
				return time.Time{}, err
			}
			want, last = want-skipped, last-skipped
		}
		if pg = vol.pages[p].Load(); pg == nil {
			pg = vol.page(c.schedule, p, c.shift)
		}
	}
	at := pg.timeOf(uint32(last - pg.before))
	end := pg.start + int64(at.open) + want - pg.before - int64(at.sum)
	if vol.doubts != 0 {
		if err := c.doubt(sec, roundUp(end, rest)); err != nil {
			return time.Time{}, err
		}
	}
	return c.answer(end, rest)
}

// turnForward turns the pages from the end of volume v to the one in which the
// working time goes beyond sum, which is counted from the start of volume v. It
// returns the place of that page and how much working time the volumes before
// its own have from there.
func (c *Calendar) turnForward(sec int64, vol *volume, v int, sum int64) (_ *volume, p int, skipped int64, err error) {
	for {
		if vol.doubts != 0 {
			if err := c.doubt(sec, c.volumeStart(v+1)); err != nil {
				return nil, 0, 0, err
			}
		}
		if v++; c.volumeStart(v) >= c.closes || c.volumeStart(v) >= c.until {
			return nil, 0, 0, c.neverOpen(sec, false)
		}
		skipped += vol.before[pagesPerVolume]
		vol = c.volume(v)
		for p := range pagesPerVolume {
			if sum-skipped < vol.before[p+1] {
				return vol, p, skipped, nil
			}
		}
	}
}

// back returns the latest instant from which that much working time passes
// until the given one.
func (c *Calendar) back(sec, nsec, secs, nanos int64) (time.Time, error) {
	vol, pg, in := c.spot(sec)
	sum, rest := pg.sumAt(in, nsec)
	want := pg.before + sum - secs
	if rest -= nanos; rest < 0 {
		want, rest = want-1, rest+nanosPerSecond
	}
	if want < pg.before {
		v, p := vol.number, pg.number-1
		for ; p >= 4 && want < vol.before[p-3]; p -= 4 {
		}
		for ; p >= 0 && want < vol.before[p]; p-- {
		}
		if p < 0 {
			var skipped int64
			var err error
			if vol, p, skipped, err = c.turnBack(sec, nsec, vol, v, want); err != nil {
				return time.Time{}, err
			}
			want += skipped
		}
		if pg = vol.pages[p].Load(); pg == nil {
			pg = vol.page(c.schedule, p, c.shift)
		}
	}
	at := pg.timeOf(uint32(want - pg.before))
	start := pg.start + int64(at.open) + want - pg.before - int64(at.sum)
	if vol.doubts != 0 {
		if err := c.doubtBack(start, roundUp(sec, nsec)); err != nil {
			return time.Time{}, err
		}
	}
	return c.answer(start, rest)
}

// turnBack turns the pages back from the start of volume v to the last one before
// which the working time is at most sum, counted from the start of volume v. It
// returns the place of that page and how much working time lies between the
// starts of its volume and of volume v.
func (c *Calendar) turnBack(sec, nsec int64, vol *volume, v int, sum int64) (_ *volume, p int, skipped int64, err error) {
	for {
		if vol.doubts != 0 {
			if err := c.doubtBack(c.volumeStart(v), roundUp(sec, nsec)); err != nil {
				return nil, 0, 0, err
			}
		}
		if c.volumeStart(v) <= c.opens || c.volumeStart(v) <= c.first {
			return nil, 0, 0, c.neverOpen(sec, true)
		}
		v--
		vol = c.volume(v)
		skipped += vol.before[pagesPerVolume]
		for p := pagesPerVolume - 1; p >= 0; p-- {
			if sum+skipped >= vol.before[p] {
				return vol, p, skipped, nil
			}
		}
	}
}

// Between returns the working time from a to b, negative if b is before a. The error is
// an [ErrRange] if that is more than a time.Duration can hold, some 292 years.
func (c *Calendar) Between(a, b time.Time) (time.Duration, error) {
	from, fromNano, ok := c.instant(a)
	if !ok {
		return 0, c.rangeError(from)
	}
	until, untilNano, ok := c.instant(b)
	if !ok {
		return 0, c.rangeError(until)
	}
	if secs := until - from; c.always && -most < secs && secs < most {
		return time.Duration(secs*nanosPerSecond + untilNano - fromNano), nil
	}
	vol, pg, in := c.spot(from)
	if at := until - pg.start; at>>(c.shift&63) == 0 && vol.doubts == 0 { // most stretches end in the page in which they begin
		sum, nanos := pg.sumAt(in, fromNano)
		secs, endNanos := pg.sumAt(uint32(at), untilNano)
		return time.Duration((secs-sum)*nanosPerSecond + endNanos - nanos), nil
	}
	switch {
	case from < until || from == until && fromNano < untilNano:
		return c.between(from, fromNano, until, untilNano)
	case from == until && fromNano == untilNano:
		return 0, nil
	}
	d, err := c.between(until, untilNano, from, fromNano)
	return -d, err
}

// between is Between from an instant to a later one, on whatever pages.
func (c *Calendar) between(from, fromNano, until, untilNano int64) (time.Duration, error) {
	vol, pg, in := c.spot(from)
	sum, nanos := pg.sumAt(in, fromNano)
	sum += pg.before
	last, pg, in := c.spot(until)
	secs, endNanos := pg.sumAt(in, untilNano)
	secs += pg.before - sum
	doubts := last.doubts
	for v := vol.number; v < last.number; v++ {
		vol := c.volume(v)
		doubts |= vol.doubts
		secs += vol.before[pagesPerVolume]
	}
	if doubts != 0 {
		if err := c.doubt(from, roundUp(until, untilNano)); err != nil {
			return 0, err
		}
	}
	rest := endNanos - nanos
	if rest < 0 {
		secs, rest = secs-1, rest+nanosPerSecond
	}
	const part = math.MaxInt64 % nanosPerSecond
	if secs > most || secs == most && rest > part {
		return 0, &RangeError{What: "the working time from " + c.time(from, 0).Format(time.RFC3339) + " to " + c.time(until, 0).Format(time.RFC3339), Why: "is more than a time.Duration holds"}
	}
	return time.Duration(secs*nanosPerSecond + rest), nil
}

// roundUp returns the first whole second not before an instant.
func roundUp(sec, nsec int64) int64 {
	if nsec > 0 {
		return sec + 1
	}
	return sec
}
