package ispsystem_test

import "time"

// slowHours are the processing hours of 3.1 (ISP-1) as a person would work them
// out: look at one day after the other and ask when the contractor works.
//
// A day is its midnight in UTC, the zone of all hours of this agreement.
type slowHours struct {
	product      string
	privilege    bool
	businessDays bool // the reading ispsystem.billing_days=business_days
	country      string
}

// slowWindow is a stretch of one day in which the contractor works, or would
// if that day is no holiday, which nobody knows (G9).
type slowWindow struct {
	from, to time.Time
	unknown  bool
}

// slowTime is an instant, or one that depends on unknown holidays.
type slowTime struct {
	at      time.Time
	unknown bool
}

// dayOf is the day in which an instant lies.
func dayOf(t time.Time) time.Time {
	year, month, day := t.UTC().Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// roundTheClock says whether a level is worked on 24/7, developers or not.
func (h slowHours) roundTheClock(level int) bool { return h.privilege || level == 0 }

// usual are the hours of a day as long as no developers are needed.
func (h slowHours) usual(day time.Time, level int) []slowWindow {
	switch {
	case h.roundTheClock(level), h.product == "VMmanager", h.product == "DCImanager":
		return []slowWindow{{from: day, to: day.AddDate(0, 0, 1)}}
	case h.businessDays:
		return h.onBusinessDays(day, 6, 18)
	}
	return []slowWindow{{from: day.Add(6 * time.Hour), to: day.Add(18 * time.Hour)}}
}

func (h slowHours) onBusinessDays(day time.Time, open, close time.Duration) []slowWindow {
	if day.Weekday() == time.Saturday || day.Weekday() == time.Sunday || slowHoliday(h.country, day) {
		return nil
	}
	return []slowWindow{{
		from:    day.Add(open * time.Hour),
		to:      day.Add(close * time.Hour),
		unknown: slowUnknown(h.country, day),
	}}
}

// windows are the hours of a day at a level, the usual ones before the instant
// dev and the developers' from then on. Without dev they are the usual ones.
func (h slowHours) windows(day time.Time, level int, dev *time.Time) []slowWindow {
	if dev == nil || h.roundTheClock(level) {
		return h.usual(day, level)
	}
	var list []slowWindow
	if day.Before(*dev) {
		for _, w := range h.usual(day, level) {
			if w.to.After(*dev) {
				w.to = *dev
			}
			list = append(list, w)
		}
	}
	if dev.Before(day.AddDate(0, 0, 1)) {
		for _, w := range h.onBusinessDays(day, 6, 15) {
			if w.from.Before(*dev) {
				w.from = *dev
			}
			list = append(list, w)
		}
	}
	return list
}

// add is the earliest instant by which so much working time has passed (G1).
func (h slowHours) add(t time.Time, amount time.Duration, level int, dev *time.Time) slowTime {
	if amount == 0 {
		return slowTime{at: t}
	}
	for day := dayOf(t); ; day = day.AddDate(0, 0, 1) {
		for _, w := range h.windows(day, level, dev) {
			if w.from.Before(t) {
				w.from = t
			}
			here := w.to.Sub(w.from)
			switch {
			case here <= 0:
				continue
			case w.unknown:
				return slowTime{unknown: true}
			case here >= amount:
				return slowTime{at: w.from.Add(amount)}
			}
			amount -= here
		}
	}
}

// between is the working time from a to b, negative when b is the earlier, and
// whether it is known.
func (h slowHours) between(a, b time.Time, level int, dev *time.Time) (sum time.Duration, known bool) {
	if b.Before(a) {
		sum, known = h.between(b, a, level, dev)
		return -sum, known
	}
	known = true
	for day := dayOf(a); day.Before(b); day = day.AddDate(0, 0, 1) {
		for _, w := range h.windows(day, level, dev) {
			if w.from.Before(a) {
				w.from = a
			}
			if w.to.After(b) {
				w.to = b
			}
			if w.from.Before(w.to) {
				sum += w.to.Sub(w.from)
				known = known && !w.unknown
			}
		}
	}
	return sum, known
}

// earlier is the earlier of two instants. An unknown one lies after every day
// that is known, so an instant on a known day is the earlier (G9). Between a
// later one and an unknown one nobody can choose.
func (h slowHours) earlier(a, b slowTime) slowTime {
	switch {
	case a.unknown && b.unknown:
		return a
	case a.unknown:
		return h.earlier(b, a)
	case b.unknown && slowUnknown(h.country, dayOf(a.at)):
		return b
	case !b.unknown && b.at.Before(a.at):
		return b
	}
	return a
}

// later is the later of two instants.
func (h slowHours) later(a, b slowTime) slowTime {
	if a.unknown || !b.unknown && b.at.Before(a.at) {
		return a
	}
	return b
}
