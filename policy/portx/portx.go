package portx

import (
	"errors"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// Name is the agreement's name in tickets.
const Name = "portx"

// New makes the agreement for a customer and a choice of the open readings. From the customer
// it needs Zone, Country and ResponseDays for all four levels. The error lists every mistake,
// each a [policy.ErrCustomer] or a [policy.ErrReading].
//
// Making a policy and computing its first answer takes some hundred times as long as each
// later answer: make one for each customer and choice of readings, and keep it. All policies
// of the agreement have the same levels, so an event made for one can be judged by another,
// and open tickets can move from one to another by [policy.Versions.Moving].
func New(customer policy.Customer, readings map[string]string) (*policy.Policy, error) {
	levels, err := scale()
	if err != nil {
		return nil, err
	}
	days, wrongDays := responseDays(customer, levels)
	choices, wrongReading := policy.Choose(Readings(), readings)
	if err := errors.Join(checkPlace(customer), wrongDays, wrongReading); err != nil {
		return nil, err
	}
	lowering, err := Lowering(levels)
	if err != nil {
		return nil, err
	}
	business, err := hours(customer.Zone, customer.Country)
	if err != nil {
		return nil, err
	}
	mode, err := severity.ParseMode(choices.Value(readingSeverityChange))
	if err != nil {
		return nil, err
	}
	return policy.New(policy.Agreement{
		Name:           Name,
		Scale:          levels,
		Location:       business.Location(),
		Calendars:      map[string]*calendar.Calendar{businessHours: business},
		Metrics:        metrics(days),
		Lowering:       lowering,
		SeverityChange: mode,
		Choices:        choices,
	})
}

// checkPlace returns what is wrong with the customer's zone and country.
func checkPlace(customer policy.Customer) error {
	country := policy.Need("country", customer.Country, "local public holidays do not count: write a region code, or NONE")
	if country == nil {
		country = policy.CheckRegion("country", customer.Country)
	}
	zone := policy.Need("zone", customer.Zone, "the business hours are local time: write a name such as Europe/Berlin, or an offset such as +08:00")
	if zone == nil {
		zone = policy.CheckZone("zone", customer.Zone)
	}
	return errors.Join(country, zone)
}
