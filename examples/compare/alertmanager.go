package compare

import (
	"time"

	"github.com/prometheus/alertmanager/timeinterval"
)

// alertmanager is the package with which Prometheus Alertmanager mutes alerts outside
// business hours. It knows whether an instant lies in some intervals: the week is one,
// and so is each holiday.
func alertmanager(d Desk, loc *time.Location) (Peer, error) {
	zone := &timeinterval.Location{Location: loc}
	one := func(n int) timeinterval.InclusiveRange { return timeinterval.InclusiveRange{Begin: n, End: n} }
	week := timeinterval.TimeInterval{
		Times:    []timeinterval.TimeRange{{StartMinute: int(d.Open.Minutes()), EndMinute: int(d.Close.Minutes())}},
		Location: zone,
	}
	for _, day := range d.Days {
		week.Weekdays = append(week.Weekdays, timeinterval.WeekdayRange{InclusiveRange: one(int(day))})
	}
	var holidays []timeinterval.TimeInterval
	for _, h := range d.dates(loc) {
		holidays = append(holidays, timeinterval.TimeInterval{
			Years:       []timeinterval.YearRange{{InclusiveRange: one(h.Year())}},
			Months:      []timeinterval.MonthRange{{InclusiveRange: one(int(h.Month()))}},
			DaysOfMonth: []timeinterval.DayOfMonthRange{{InclusiveRange: one(h.Day())}},
			Location:    zone,
		})
	}
	return Peer{
		Name: "alertmanager/timeinterval",
		IsOpen: func(t time.Time) bool {
			if !week.ContainsTime(t) {
				return false
			}
			for _, h := range holidays {
				if h.ContainsTime(t) {
					return false
				}
			}
			return true
		},
	}, nil
}
