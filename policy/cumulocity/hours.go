package cumulocity

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// The business hours of the hubs (CUM-1).
const (
	opens  = 8 * time.Hour
	closes = 17 * time.Hour
)

// A hub is one of the support regions of 1.1.
type hub struct {
	region string
	zone   string // under the reading "local"
	fixed  string // under the reading "fixed"
}

// hubs returns the regions of 1.1, in the order of their precedence.
func hubs() []hub {
	return []hub{
		{"EMEA", "Europe/Berlin", "+01:00"},
		{"APJ", "Asia/Kuala_Lumpur", "+08:00"},
		{"US", "America/Denver", "-07:00"},
	}
}

// regions returns the names of the hubs.
func regions() []string {
	var names []string
	for _, h := range hubs() {
		names = append(names, h.region)
	}
	return names
}

// The names of the calendars, as answers show them.
const (
	businessHours = "business-hours"
	roundTheClock = "24x7"
)

// owners makes the regions that can own a ticket (CUM-9). The default region has the business
// calendar, which has been made already. The others have the holidays agreed for them, else,
// by one of the readings, those of the customer's country, else none.
func owners(customer policy.Customer, choices policy.Choices, business *calendar.Calendar) (*escalation.Regions, error) {
	regions := &escalation.Regions{Clause: "CUM-9"}
	for i, h := range hubs() {
		if h.region == customer.Region {
			regions.Default = i
			regions.List = append(regions.List, escalation.Region{Name: h.region, Calendar: business})
			continue
		}
		holidays := customer.HubHolidays[h.region]
		if holidays == "" && choices.Value(readingOtherHubs) == otherHubsCustomer {
			holidays = customer.Country
		}
		c, err := hubHours(h, holidays, choices.Value(readingZone))
		if err != nil {
			return nil, err
		}
		regions.List = append(regions.List, escalation.Region{Name: h.region, Calendar: c})
	}
	return regions, nil
}

// hubHours makes the calendar of a hub.
func hubHours(h hub, holidays, reading string) (*calendar.Calendar, error) {
	zone := h.zone
	if reading == zoneFixed {
		zone = h.fixed
	}
	return calendar.New(calendar.Config{
		Zone:   zone,
		Week:   calendar.Weekdays(opens, closes),
		Region: calendar.Region{Code: holidays},
	})
}

// hours makes the calendars of the default region, which closes on the public
// holidays of the customer's country.
func hours(region, country, reading string) (map[string]*calendar.Calendar, error) {
	h := hubs()[slices.Index(regions(), region)]
	business, err := hubHours(h, country, reading)
	if err != nil {
		return nil, err
	}
	always, err := calendar.New(calendar.Config{Location: business.Location(), Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		return nil, err
	}
	return map[string]*calendar.Calendar{businessHours: business, roundTheClock: always}, nil
}
