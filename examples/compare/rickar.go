package compare

import (
	"time"

	"github.com/rickar/cal/v2"
)

// rickar is rickar/cal, which answers all questions itself. Its cache is on.
func rickar(d Desk, _ *time.Location) (Peer, error) {
	c := cal.NewBusinessCalendar()
	c.Cacheable = true
	cal.CacheMaxSize = 20_000 // more days than a question goes through; the default is 1,095
	c.AddHoliday(d.Holidays...)
	c.SetWorkHours(d.Open, d.Close)
	for day := time.Sunday; day <= time.Saturday; day++ {
		c.SetWorkday(day, false)
	}
	for _, day := range d.Days {
		c.SetWorkday(day, true)
	}
	return Peer{
		Name:     "rickar/cal",
		Add:      c.AddWorkHours,
		Between:  c.WorkHoursInRange,
		IsOpen:   c.IsWorkTime,
		NextOpen: c.NextWorkdayStart,
	}, nil
}
