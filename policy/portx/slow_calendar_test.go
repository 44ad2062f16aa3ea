package portx_test

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// slowHours is the calendar of POR-1 as a person would work it out: look at
// one day after the other and ask of each whether the office is open.
//
// A civil date is a time.Time at midnight UTC; an instant is any other time.
type slowHours struct {
	zone    *time.Location
	country string // one of those in slow_holidays_test.go
}

// slowInstant is an instant that may depend on days whose holidays are not
// known (G9). An unknown one lies behind every known day.
type slowInstant struct {
	at    time.Time
	known bool
}

// before says whether s is the earlier of the two: a known instant comes before
// an unknown one, and of two unknown ones neither does.
func (s slowInstant) before(t slowInstant) bool {
	return s.known && (!t.known || s.at.Before(t.at))
}

// slowZone is the zone that customer.zone names: ±HH:MM, or by its IANA name.
func slowZone(name string) *time.Location {
	if t, err := time.Parse("-07:00", name); err == nil {
		_, offset := t.Zone()
		return time.FixedZone("", offset)
	}
	// The pinned database: package time asks the machine for its own first, which is
	// older or newer, and time/tzdata only where there is none.
	zone, err := calendar.Zone(name)
	if err != nil {
		panic(err)
	}
	return zone
}

// dayOf is the civil date of an instant in the customer's zone.
func (h slowHours) dayOf(t time.Time) time.Time {
	year, month, day := t.In(h.zone).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// wall is the instant at which a clock on the wall shows an hour of a date
// (G2). It tries the offset of the day before and then that of the day after,
// and trusts neither until the wall shows what it should: that finds the first
// of two occurrences. Where there is none, the offset before the gap decides.
// No zone changes its clocks twice within two days.
func (h slowHours) wall(day time.Time, hour int) time.Time {
	asUTC := day.Add(time.Duration(hour) * time.Hour)
	tryOffsetOf := func(t time.Time) (at time.Time, shown bool) {
		_, offset := t.In(h.zone).Zone()
		at = asUTC.Add(-time.Duration(offset) * time.Second)
		return at, h.dayOf(at).Equal(day) && at.In(h.zone).Hour() == hour && at.In(h.zone).Minute() == 0
	}
	before, shown := tryOffsetOf(asUTC.Add(-26 * time.Hour))
	if shown {
		return before
	}
	if after, shown := tryOffsetOf(asUTC.Add(26 * time.Hour)); shown {
		return after
	}
	return before
}

// opening and closing are the two ends of a business day's window.
func (h slowHours) opening(day time.Time) time.Time { return h.wall(day, 8) }
func (h slowHours) closing(day time.Time) time.Time { return h.wall(day, 17) }

// businessDay says whether a date has business hours, and whether that is known.
func (h slowHours) businessDay(day time.Time) (open, known bool) {
	if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		return false, true
	}
	if !h.dayOf(h.opening(day)).Equal(day) && !h.dayOf(h.closing(day)).Equal(day) {
		return false, true // the zone skips the date (G2)
	}
	holiday, known := slowHoliday(h.country, day)
	return !holiday, known
}

// between is the business time from a to b, negative when b is the earlier, and
// whether it is known. A day that is not known matters from its opening on.
func (h slowHours) between(a, b time.Time) (sum time.Duration, known bool) {
	if b.Before(a) {
		sum, known = h.between(b, a)
		return -sum, known
	}
	last := h.dayOf(b)
	for day := h.dayOf(a); !day.After(last); day = day.AddDate(0, 0, 1) {
		from, to := h.opening(day), h.closing(day)
		if from.Before(a) {
			from = a
		}
		if to.After(b) {
			to = b
		}
		if !from.Before(to) {
			continue
		}
		open, known := h.businessDay(day)
		if !known {
			return 0, false
		}
		if open {
			sum += to.Sub(from)
		}
	}
	return sum, true
}

// closeOfDay is the close of business of the nth business day after the day of
// an instant (G6); n is at least 1.
func (h slowHours) closeOfDay(t time.Time, n int) slowInstant {
	day := h.dayOf(t)
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		open, known := h.businessDay(day)
		if !known {
			return slowInstant{}
		}
		if open {
			n--
		}
	}
	return slowInstant{at: h.closing(day), known: true}
}
