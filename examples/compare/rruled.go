package compare

import (
	"time"

	"github.com/teambition/rrule-go"
)

// rruled is rrule-go, which knows recurring instants but no working time: it provides the
// openings, with the holidays left out, and the sums are loops over them, as a program that
// uses it would write them.
func rruled(d Desk, loc *time.Location) (Peer, error) {
	closed := d.dates(loc)
	for i, h := range closed {
		closed[i] = time.Date(h.Year(), h.Month(), h.Day(), 0, int(d.Open.Minutes()), 0, 0, loc)
	}
	weekdays := []rrule.Weekday{rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA}
	var days []rrule.Weekday
	for _, day := range d.Days {
		days = append(days, weekdays[day])
	}
	// openings returns the openings from the day of an instant on.
	openings := func(t time.Time) func() (time.Time, bool) {
		rule, err := rrule.NewRRule(rrule.ROption{
			Freq: rrule.DAILY, Dtstart: time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, loc),
			Byweekday: days, Byhour: []int{int(d.Open.Hours())}, Byminute: []int{int(d.Open.Minutes()) % 60}, Bysecond: []int{0},
		})
		if err != nil {
			return func() (time.Time, bool) { return time.Time{}, false }
		}
		var set rrule.Set
		set.RRule(rule)
		set.SetExDates(closed)
		return set.Iterator()
	}
	shut := func(open time.Time) time.Time {
		return time.Date(open.Year(), open.Month(), open.Day(), 0, int(d.Close.Minutes()), 0, 0, loc)
	}
	return Peer{
		Name: "rrule-go and a loop",
		Add: func(t time.Time, left time.Duration) time.Time {
			for next := openings(t); ; {
				open, ok := next()
				if !ok {
					return time.Time{}
				}
				from, until := later(open, t), shut(open)
				if end := from.Add(left); !end.After(until) {
					return end
				}
				left -= max(0, until.Sub(from))
			}
		},
		Between: func(a, b time.Time) (sum time.Duration) {
			for next := openings(a); ; {
				open, ok := next()
				if !ok || !open.Before(b) {
					return sum
				}
				sum += max(0, earlier(shut(open), b).Sub(later(open, a)))
			}
		},
		IsOpen: func(t time.Time) bool {
			open, _ := openings(t)()
			return !t.Before(open) && t.Before(shut(open))
		},
		NextOpen: func(t time.Time) time.Time {
			for next := openings(t); ; {
				if open, ok := next(); !ok || !open.Before(t) {
					return open
				}
			}
		},
	}, nil
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}
