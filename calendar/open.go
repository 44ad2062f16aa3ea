package calendar

import "time"

// IsOpen reports whether t is working time: from an opening, included, to a
// closing, excluded (G1).
func (c *Calendar) IsOpen(t time.Time) (bool, error) {
	sec, _, ok := c.instant(t)
	if !ok {
		return false, c.rangeError(sec)
	}
	vol, pg, in := c.spot(sec)
	if _, open, length := pg.at(in); in-open.open < length {
		return true, nil
	}
	if vol.doubts != 0 {
		if err := c.doubt(sec, sec+1); err != nil {
			return false, err
		}
	}
	return false, nil
}

// NextOpen returns t itself if it is working time, or else the next opening.
func (c *Calendar) NextOpen(t time.Time) (time.Time, error) {
	sec, nsec, ok := c.instant(t)
	if !ok {
		return time.Time{}, c.rangeError(sec)
	}
	vol, page, in := c.spot(sec)
	i, open, length := page.at(in)
	if in-open.open < length {
		return c.time(sec, nsec), nil
	}
	v, p := vol.number, page.number
	for i+2 >= len(page.spans) { // no span after i but the sentinel
		for p++; p < pagesPerVolume && vol.before[p+1] == vol.before[p]; p++ {
		}
		if p < pagesPerVolume {
			page, i = vol.page(c.schedule, p, c.shift), 0
			continue
		}
		if vol.doubts != 0 {
			if err := c.doubt(sec, c.volumeStart(v+1)); err != nil {
				return time.Time{}, err
			}
		}
		if v++; c.volumeStart(v) >= c.closes || c.volumeStart(v) >= c.until {
			return time.Time{}, c.neverOpen(sec, false)
		}
		vol, p = c.volume(v), -1
	}
	next := page.start + int64(page.spans[i+1].open)
	if vol.doubts != 0 {
		if err := c.doubt(sec, next); err != nil {
			return time.Time{}, err
		}
	}
	return c.answer(next, 0)
}

// PrevClose returns t itself if the instant just before it was working time, or
// else the last closing before it.
func (c *Calendar) PrevClose(t time.Time) (time.Time, error) {
	sec, nsec, ok := c.instant(t)
	if !ok {
		return time.Time{}, c.rangeError(sec)
	}
	// Just before t is the second of t, or, if t is a whole one, the second
	// before it.
	just := roundUp(sec, nsec) - 1
	vol, page, in := c.spot(just)
	i, open, length := page.at(in)
	if in-open.open < length {
		return c.time(sec, nsec), nil
	}
	v, p := vol.number, page.number
	for i == 0 { // the sentinel
		for p--; p >= 0 && vol.before[p+1] == vol.before[p]; p-- {
		}
		if p >= 0 {
			page = vol.page(c.schedule, p, c.shift)
			i = len(page.spans) - 2
			continue
		}
		if vol.doubts != 0 {
			if err := c.doubtBack(c.volumeStart(v), just+1); err != nil {
				return time.Time{}, err
			}
		}
		if c.volumeStart(v) <= c.opens || c.volumeStart(v) <= c.first {
			return time.Time{}, c.neverOpen(sec, true)
		}
		v--
		vol, p = c.volume(v), pagesPerVolume
	}
	last := page.spans[i]
	closed := page.start + int64(last.open) + int64(page.spans[i+1].sum-last.sum)
	if vol.doubts != 0 {
		if err := c.doubtBack(closed, just+1); err != nil {
			return time.Time{}, err
		}
	}
	return c.answer(closed, 0)
}

// OpenSpan returns the stretch of working time that t is in, with touching windows
// joined; it returns false if t is not working time. A stretch that never closes ends
// with the year 9999, and one that has always been open begins with the year 1, in the
// calendar's zone. A stretch does not go on into days whose holidays are unknown. See
// [Calendar] for the errors.
func (c *Calendar) OpenSpan(t time.Time) (s Span, ok bool, err error) {
	sec, _, ok := c.instant(t)
	if !ok {
		return Span{}, false, c.rangeError(sec)
	}
	vol, pg, in := c.spot(sec)
	_, open, length := pg.at(in)
	if in-open.open >= length {
		if vol.doubts != 0 {
			err = c.doubt(sec, sec+1)
		}
		return Span{}, false, err
	}
	start, size := pg.start, int64(1)<<(c.shift&63)
	from := start + int64(open.open)
	until := from + int64(length)
	// A stretch that reaches the edge of its page may go on in the next.
	if from == start {
		from = c.openSince(from)
	}
	if until == start+size {
		until = c.openUntil(until)
	}
	return Span{c.time(max(from, c.first), 0), c.time(min(until, c.until), 0)}, true, nil
}

// openUntil returns until when it is open without a break from the start of a page on.
// The sums of the volumes tell what is open from end to end, so that a calendar that
// never closes has few pages to lay out.
func (c *Calendar) openUntil(sec int64) int64 {
	size := int64(1) << (c.shift & 63)
	for sec < c.until {
		v := c.number(sec)
		vol := c.volume(v)
		p := int((sec - c.volumeStart(v)) / size)
		switch {
		case p == 0 && vol.before[pagesPerVolume] == size*pagesPerVolume:
			sec += size * pagesPerVolume
		case vol.before[p+1]-vol.before[p] == size:
			sec += size
		default:
			if pg := vol.page(c.schedule, p, c.shift); len(pg.spans) > 2 && pg.spans[1].open == 0 {
				sec += int64(pg.spans[2].sum)
			}
			return sec
		}
	}
	return sec
}

// openSince returns since when it has been open without a break up to the start of a
// page.
func (c *Calendar) openSince(sec int64) int64 {
	size := int64(1) << (c.shift & 63)
	for sec > c.first {
		v := c.number(sec - 1)
		vol := c.volume(v)
		p := int((sec - 1 - c.volumeStart(v)) / size)
		switch {
		case p == pagesPerVolume-1 && vol.before[pagesPerVolume] == size*pagesPerVolume:
			sec -= size * pagesPerVolume
		case vol.before[p+1]-vol.before[p] == size:
			sec -= size
		default:
			if pg := vol.page(c.schedule, p, c.shift); pg.closesAtEnd(c.shift) {
				sec = pg.start + int64(pg.spans[len(pg.spans)-2].open)
			}
			return sec
		}
	}
	return sec
}

// closesAtEnd reports whether the last span of a page of 1<<shift seconds goes
// on to its end.
func (p *page) closesAtEnd(shift uint8) bool {
	i := len(p.spans) - 2
	last := p.spans[i]
	return i > 0 && uint64(last.open)+uint64(p.spans[i+1].sum-last.sum) == 1<<shift
}
