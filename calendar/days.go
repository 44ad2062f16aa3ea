package calendar

import (
	"fmt"
	"math/bits"
	"time"
)

// AddDays returns the instant n business days after t by a convention, or before t if n
// is negative (G6). The day of t is its civil date in the calendar's zone. For n = 0
// the answer is t itself. A night shift closes on the day after it opens, so the close
// of business one day before t can be after t.
//
// The error is an [ErrRegularDay] for WorkingTime if the calendar's days have no single
// length; see [Config.RegularDay]. It is an [ErrConvention] if v is not one of the
// conventions.
func (c *Calendar) AddDays(t time.Time, n int, v Convention) (time.Time, error) {
	sec, nsec, ok := c.instant(t)
	switch {
	case !ok:
		return time.Time{}, c.rangeError(sec)
	case v > WorkingTime:
		_, err := conventionNames.Marshal(v)
		return time.Time{}, err
	case n == 0:
		return c.time(sec, nsec), nil
	case n > maxDay || n < -maxDay:
		return time.Time{}, &RangeError{What: fmt.Sprintf("%d business days", n), Why: "are more than the years 1 to 9999 have"}
	case v == WorkingTime:
		if c.regular == 0 {
			return time.Time{}, ErrRegularDay
		}
		nanos := int64(n) * int64(c.regular%time.Second) // n is less than four million
		return c.shiftBy(t, int64(n)*int64(c.regular/time.Second)+nanos/nanosPerSecond, nanos%nanosPerSecond)
	}
	wall := c.wall(sec)
	today := dayOf(wall)
	if day := int64(today) + int64(n); c.always && c.fixed && minDay <= day && day <= maxDay { // each date is a business day
		if v == CloseOfBusiness {
			sec, nsec = wallOf(today+1)-c.offset, 0
		}
		return c.answer(sec+int64(n)*secondsPerDay, nsec)
	}
	sh, i, err := c.businessDay(today, n, sec)
	if err != nil {
		return time.Time{}, err
	}
	if v == SameTime {
		day := sh.first + int32(sh.days[i])
		at, _ := c.resolve(wall - wallOf(today) + wallOf(day))
		return c.answer(at, nsec)
	}
	close := sh.start + int64(sh.closes[i])
	if sh.doubts != nil {
		if err := sh.doubt(int32(sh.days[i]), int32(sh.days[i]), true); err != nil {
			return time.Time{}, err
		}
	}
	return c.answer(close, 0)
}

// IsBusinessDay reports whether a date is a business day: one on which at least
// one window opens.
func (c *Calendar) IsBusinessDay(d Date) (bool, error) {
	if c.unmade() {
		return false, c.rangeError(0)
	}
	sh, in := c.sheet(int(d.n/sheetDays)), d.n%sheetDays
	if sh.business[in/64]>>(in%64)&1 != 0 {
		return true, nil
	}
	return false, sh.doubt(in, in, false)
}

// Date returns the civil date of an instant in the calendar's zone.
func (c *Calendar) Date(t time.Time) (Date, error) {
	sec, _, ok := c.instant(t)
	if !ok {
		return Date{}, c.rangeError(sec)
	}
	return Date{dayOf(c.wall(sec))}, nil
}

// StartOfDay returns the instant at which d begins in the calendar's zone. It gives the
// same answer as [Date.In], but faster. The error is an [ErrRange] if c is nil or zero.
func (c *Calendar) StartOfDay(d Date) (time.Time, error) {
	if c.unmade() {
		return time.Time{}, c.rangeError(0)
	}
	_, at := c.resolve(wallOf(d.n))
	return c.answer(at, 0)
}

// wall returns the wall-clock time of an instant.
func (c *Calendar) wall(sec int64) int64 {
	if c.fixed {
		return sec + c.offset
	}
	_, pg, in := c.spot(sec)
	offset, _ := pg.offset(in)
	return sec + offset
}

// resolve returns the instant that a wall-clock time stands for, and, if a gap skips
// that time, the change of offset that made the gap; otherwise change is the instant
// itself.
func (c *Calendar) resolve(wall int64) (sec, change int64) {
	if c.fixed {
		return wall - c.offset, wall - c.offset
	}
	// Where the offset stays the same from well before, no other instant has that time.
	if from := wall - offsetSpan; c.first <= from && from < c.until {
		_, pg, in := c.spot(from)
		offset, stays := pg.offset(in)
		if sec = wall - offset; sec-from < stays {
			return sec, sec
		}
	}
	return newZone(c.loc).resolve(wall)
}

// businessDay returns the nth business day after a date, or before it, as a
// place in a sheet.
func (c *Calendar) businessDay(day int32, n int, sec int64) (sh *sheet, i int, err error) {
	k := int(day / sheetDays)
	sh = c.sheet(k)
	in := day % sheetDays
	if n > 0 {
		i = sh.rank(in+1) + n - 1
		for i >= len(sh.days) {
			if sh.doubts != nil {
				if err := sh.doubt(in+1, sheetDays-1, false); err != nil {
					return nil, 0, err
				}
			}
			if k++; int64(k)*sheetDays > maxDay || sh.end() >= c.closes {
				return nil, 0, c.neverOpen(sec, false)
			}
			i -= len(sh.days)
			sh, in = c.sheet(k), -1
		}
		if sh.doubts != nil {
			err = sh.doubt(in+1, int32(sh.days[i])-1, false)
		}
		return sh, i, err
	}
	i = sh.rank(in) + n
	for i < 0 {
		if sh.doubts != nil {
			if err := sh.doubtBack(0, in-1); err != nil {
				return nil, 0, err
			}
		}
		if k--; k < 0 || sh.start <= c.opens {
			return nil, 0, c.neverOpen(sec, true)
		}
		sh, in = c.sheet(k), sheetDays
		i += len(sh.days)
	}
	if sh.doubts != nil {
		err = sh.doubtBack(int32(sh.days[i])+1, in-1)
	}
	return sh, i, err
}

// sheetDays is the number of dates on a sheet.
const sheetDays = 512

// A sheet has the business days of an aligned run of dates.
type sheet struct {
	first    int32                  // the first date
	start    int64                  // the instant at which it begins
	business [sheetDays / 64]uint64 // the business days, as bits
	before   [sheetDays / 64]uint16 // how many there are before each word of bits
	days     []uint16               // the business days, counted from first
	closes   []uint32               // their closes of business, in seconds from start
	doubts   []dayDoubt             // the dates of which something is not known
}

// A dayDoubt is a date with a window that is perhaps a holiday's.
type dayDoubt struct {
	day       int32 // counted from the sheet's first
	piece     piece // the window
	closeOnly bool  // it is a business day for sure, only its close is in doubt
}

// sheet returns a sheet by its number.
func (c *Calendar) sheet(k int) *sheet {
	if sh := c.sheets.get(k); sh != nil {
		return sh
	}
	return c.sheets.put(k, newSheet(c.schedule, int32(k)*sheetDays))
}

func newSheet(s schedule, first int32) *sheet {
	z := newZone(s.location())
	sh := &sheet{first: first, start: z.dayStart(first)}
	var closes [sheetDays]int64
	var maybe [sheetDays]piece
	for _, p := range s.pieces(nil, sh.start-longest, z.dayStart(first+sheetDays)+longest) {
		in := p.day - first
		if in < 0 || in >= sheetDays {
			continue
		}
		if p.unknown != nil {
			if p.close > maybe[in].close || maybe[in].unknown == nil {
				maybe[in] = p
			}
			continue
		}
		if sh.business[in/64]>>(in%64)&1 == 0 || p.close > closes[in] {
			closes[in] = p.close
		}
		sh.business[in/64] |= 1 << (in % 64)
	}
	for in := range int32(sheetDays) {
		if in%64 == 0 {
			sh.before[in/64] = uint16(len(sh.days))
		}
		known := sh.business[in/64]>>(in%64)&1 != 0
		if known {
			sh.days = append(sh.days, uint16(in))
			sh.closes = append(sh.closes, uint32(closes[in]-sh.start))
		}
		if m := maybe[in]; m.unknown != nil && (!known || m.close > closes[in]) {
			sh.doubts = append(sh.doubts, dayDoubt{in, m, known})
		}
	}
	return sh
}

// end returns an instant after which no window opens that is on the sheet.
func (sh *sheet) end() int64 { return sh.start + (sheetDays+2)*secondsPerDay }

// rank returns the number of business days before day in, which can be the one
// after the last.
func (sh *sheet) rank(in int32) int {
	if in >= sheetDays {
		return len(sh.days)
	}
	word := sh.business[in/64] & (1<<(in%64) - 1)
	return int(sh.before[in/64]) + bits.OnesCount64(word)
}

// doubt returns an error if some date of [from, through] may be a business day
// or not, or, if close is set, may close later.
func (sh *sheet) doubt(from, through int32, close bool) error {
	for _, d := range sh.doubts {
		if from <= d.day && d.day <= through && d.closeOnly == close {
			return d.piece.coverageError()
		}
	}
	return nil
}

// doubtBack returns an error if some date of [from, through] may be a business day
// or not: of the last such date, the first that one meets who counts back.
func (sh *sheet) doubtBack(from, through int32) error {
	for i := len(sh.doubts) - 1; i >= 0; i-- {
		if d := sh.doubts[i]; from <= d.day && d.day <= through && !d.closeOnly {
			return d.piece.coverageError()
		}
	}
	return nil
}

// RegularDay returns the working time of a regular day (G6). The error is an
// [ErrRegularDay] if the calendar's days have no single length, see
// [Config.RegularDay], and an [ErrRange] if c is nil or zero.
func (c *Calendar) RegularDay() (time.Duration, error) {
	if c.unmade() {
		return 0, c.rangeError(0)
	}
	if c.regular == 0 {
		return 0, ErrRegularDay
	}
	return c.regular, nil
}
