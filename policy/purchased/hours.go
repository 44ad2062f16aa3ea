package purchased

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The business hours of PUR-1.
const (
	opens  = 8 * time.Hour
	closes = 20 * time.Hour
)

// The zones of PUR-1: what the text says, and what it may mean.
const (
	zoneFixed   = "-05:00"
	zoneNewYork = "America/New_York"
)

// The names of the calendars, as answers show them.
const (
	businessHours = "business-hours"
	roundTheClock = "24x7"
)

// hours makes the agreement's calendars, for the readings of the zone and of
// the holidays.
func hours(zone, holidays string) (map[string]*calendar.Calendar, error) {
	business, err := calendar.New(calendar.Config{
		Zone:   zone,
		Week:   calendar.Weekdays(opens, closes),
		Region: calendar.Region{Code: "US-MD", List: holidays},
	})
	if err != nil {
		return nil, err
	}
	always, err := calendar.New(calendar.Config{
		Zone: zone,
		Week: calendar.Daily(0, 24*time.Hour),
	})
	if err != nil {
		return nil, err
	}
	return map[string]*calendar.Calendar{businessHours: business, roundTheClock: always}, nil
}
