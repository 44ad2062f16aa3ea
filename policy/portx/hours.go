package portx

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The business hours of POR-1.
const (
	opens  = 8 * time.Hour
	closes = 17 * time.Hour
)

// businessHours is the name of the calendar, as answers show it.
const businessHours = "business-hours"

// hours makes the customer's calendar: local time, local public holidays.
func hours(zone, country string) (*calendar.Calendar, error) {
	return calendar.New(calendar.Config{
		Zone:   zone,
		Week:   calendar.Weekdays(opens, closes),
		Region: calendar.Region{Code: country},
	})
}
