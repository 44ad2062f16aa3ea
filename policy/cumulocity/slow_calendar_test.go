package cumulocity_test

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// slowHub is the calendar of one support hub (CUM-1) as a person would work it
// out: look at one day after the other and ask of each whether the hub is open.
//
// A civil date is a time.Time at midnight UTC; an instant is any other time.
type slowHub struct {
	zone    *time.Location
	country string // whose public holidays close it: one of slowCountries
}

// slowWhen is an instant, or the knowledge that it depends on a day whose
// holidays nobody knows yet (G9).
type slowWhen struct {
	time.Time
	unknown bool
}

// slowCountries are those whose holidays the twin knows.
var slowCountries = []string{"NONE", "DE", "US", "MY-14"}

// slowRegions are the three regions in the order of CUM-9.
var slowRegions = []string{"EMEA", "APJ", "US"}

// slowZone is the zone of a region's hub under the reading cumulocity.zone.
func slowZone(reading, region string) *time.Location {
	name := map[string]string{"EMEA": "Europe/Berlin", "APJ": "Asia/Kuala_Lumpur", "US": "America/Denver"}[region]
	if reading == "fixed" {
		hours := map[string]int{"EMEA": 1, "APJ": 8, "US": -7}[region]
		return time.FixedZone("", hours*60*60)
	}
	// The pinned database: package time asks the machine for its own first, which is
	// older or newer, and time/tzdata only where there is none.
	zone, err := calendar.Zone(name)
	if err != nil {
		panic(err)
	}
	return zone
}

// dayOf is the civil date of an instant at the hub.
func (h slowHub) dayOf(t time.Time) time.Time {
	year, month, day := t.In(h.zone).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// opening and closing are the two ends of a business day's window. No hub
// changes its clocks anywhere near 08:00 or 17:00.
func (h slowHub) opening(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 8, 0, 0, 0, h.zone)
}

func (h slowHub) closing(day time.Time) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), 17, 0, 0, 0, h.zone)
}

// businessDay says whether a date has business hours, and whether that is known
// at all: a weekend needs no list of holidays.
func (h slowHub) businessDay(day time.Time) (open, known bool) {
	if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		return false, true
	}
	switch h.country {
	case "NONE":
		return true, true
	case "DE":
		return !germanDay(day), true
	case "US":
		return !federalDay(day), true
	case "MY-14":
		if day.Year() < 2024 || day.Year() > 2026 {
			return false, false
		}
		return !slices.Contains(kualaLumpurDays, day.Format(time.DateOnly)), true
	}
	panic("the twin has no holidays of " + h.country)
}

// active says whether the hub is open at an instant: its opening is inside, its
// closing outside (G1).
func (h slowHub) active(t time.Time) (active, known bool) {
	day := h.dayOf(t)
	if t.Before(h.opening(day)) || !t.Before(h.closing(day)) {
		return false, true
	}
	return h.businessDay(day)
}

// within says whether an instant lies within the days whose holidays are known.
func (h slowHub) within(t time.Time) bool {
	return h.country != "MY-14" || h.dayOf(t).Year() <= 2026
}

// add is the earliest instant by which so much business time has passed (G1).
func (h slowHub) add(t time.Time, amount time.Duration) slowWhen {
	if amount == 0 {
		return slowWhen{Time: t}
	}
	for day := h.dayOf(t); ; day = day.AddDate(0, 0, 1) {
		from := h.opening(day)
		if from.Before(t) {
			from = t
		}
		here := h.closing(day).Sub(from)
		if here <= 0 {
			continue
		}
		open, known := h.businessDay(day)
		switch {
		case !known:
			return slowWhen{unknown: true}
		case !open:
			continue
		case here >= amount:
			return slowWhen{Time: from.Add(amount)}
		}
		amount -= here
	}
}

// between is the business time from a to b, negative when b is the earlier.
func (h slowHub) between(a, b time.Time) (sum time.Duration, known bool) {
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
func (h slowHub) closeOfDay(t time.Time, n int) slowWhen {
	day := h.dayOf(t)
	for n > 0 {
		day = day.AddDate(0, 0, 1)
		open, known := h.businessDay(day)
		if !known {
			return slowWhen{unknown: true}
		}
		if open {
			n--
		}
	}
	return slowWhen{Time: h.closing(day)}
}

// openingAfter is the opening of the first business day after the day of an
// instant.
func (h slowHub) openingAfter(t time.Time) slowWhen {
	closing := h.closeOfDay(t, 1)
	if closing.unknown {
		return closing
	}
	return slowWhen{Time: h.opening(h.dayOf(closing.Time))}
}
