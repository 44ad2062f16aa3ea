package ispsystem

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// The products and service levels of ISP-13.
const (
	vmManager   = "VMmanager"
	dciManager  = "DCImanager"
	billManager = "BILLmanager"
	dnsManager  = "DNSmanager"

	tierStandard  = "Standard"
	tierPrivilege = "Privilege"
)

// The processing hours of ISP-1, in UTC.
const (
	zone             = "UTC"
	opens            = 6 * time.Hour
	closes           = 18 * time.Hour // BILLmanager and DNSmanager
	closesDevelopers = 15 * time.Hour
)

// The names of the calendars, as answers show them.
const (
	roundTheClock   = "24x7"
	billingHours    = "billing-hours"
	developersHours = "developers-hours"
)

// hours makes the calendars that a customer's tickets can need, and says why one cannot be
// made: without a country, its business days are unknown.
func hours(country string, businessDays bool) (made map[string]*calendar.Calendar, lacking map[string]error, err error) {
	configs := map[string]calendar.Config{
		roundTheClock:   {Zone: zone, Week: calendar.Daily(0, 24*time.Hour)},
		billingHours:    {Zone: zone, Week: calendar.Daily(opens, closes)},
		developersHours: {Zone: zone, Week: calendar.Weekdays(opens, closesDevelopers), Region: calendar.Region{Code: country}},
	}
	if businessDays {
		configs[billingHours] = calendar.Config{Zone: zone, Week: calendar.Weekdays(opens, closes), Region: calendar.Region{Code: country}}
	}
	if country == "" {
		delete(configs, developersHours)
		lacking = map[string]error{developersHours: policy.Need("country", "", "business days apply to the developers' hours: write a region code, or NONE")}
		if businessDays {
			delete(configs, billingHours)
			lacking[billingHours] = policy.Need("country", "", "processing hours are on business days: write a region code, or NONE")
		}
	}
	made = map[string]*calendar.Calendar{}
	for name, cfg := range configs {
		if made[name], err = calendar.New(cfg); err != nil {
			return nil, nil, err
		}
	}
	return made, lacking, nil
}

// hoursOf returns the names of the calendars on which a level's response is counted: the
// regular one, and the one used once developers are needed, if that is another one.
func hoursOf(product, tier, level string) (name, after string) {
	switch {
	case tier == tierPrivilege || level == emergency:
		return roundTheClock, ""
	case product == billManager || product == dnsManager:
		return billingHours, developersHours
	}
	return roundTheClock, developersHours
}
