package portx

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// Name is the agreement's name in tickets.
const Name = "portx"

// New makes the agreement for a customer and a choice of the open readings. Of
// the customer it needs Zone, Country and ResponseDays for all four levels. The
// error is a [policy.ErrReading] or a [policy.ErrCustomer].
func New(customer policy.Customer, readings map[string]string) (*policy.Policy, error) {
	choices, err := policy.Choose(Readings(), readings)
	if err != nil {
		return nil, err
	}
	if err := policy.Need("zone", customer.Zone, "the business hours are local time: write a name such as Europe/Berlin, or an offset such as +08:00"); err != nil {
		return nil, err
	}
	if err := policy.CheckZone("zone", customer.Zone); err != nil {
		return nil, err
	}
	if err := policy.Need("country", customer.Country, "local public holidays do not count: write a region code, or NONE"); err != nil {
		return nil, err
	}
	if err := policy.CheckRegion("country", customer.Country); err != nil {
		return nil, err
	}
	levels, err := scale()
	if err != nil {
		return nil, err
	}
	lowering, err := Lowering(levels)
	if err != nil {
		return nil, err
	}
	days, err := responseDays(customer, levels)
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
