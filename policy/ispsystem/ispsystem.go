package ispsystem

import (
	"errors"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// Name is the agreement's name in tickets.
const Name = "ispsystem"

// New makes the agreement for a customer and a choice of the open readings. From the customer
// it needs Product and Tier, and Country where business days apply: for the developers'
// hours, and for BILLmanager and DNSmanager under one of the readings. The error lists every
// mistake, each a [policy.ErrCustomer] or a [policy.ErrReading].
//
// Making a policy and computing its first answer takes some hundred times as long as each
// later answer: make one for each customer and choice of readings, and keep it. All policies
// of the agreement have the same levels, so an event made for one can be judged by another,
// and open tickets can move from one to another by [policy.Versions.Moving].
func New(customer policy.Customer, readings map[string]string) (*policy.Policy, error) {
	choices, wrongReading := policy.Choose(Readings(), readings)
	if err := errors.Join(checkCustomer(customer), wrongReading); err != nil {
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
	calendars, lacking, err := hours(customer.Country, choices.Value(readingBillingDays) == billingBusinessDays)
	if err != nil {
		return nil, err
	}
	closing := policy.Measure{CalendarDays: autoCloseDays}
	if choices.Value(readingAutoClose) == autoCloseHours {
		closing = policy.Measure{Time: autoCloseTime}
	}
	mode, err := severity.ParseMode(choices.Value(readingSeverityChange))
	if err != nil {
		return nil, err
	}
	return policy.New(policy.Agreement{
		Name:           Name,
		Scale:          levels,
		Location:       calendars[roundTheClock].Location(),
		Calendars:      calendars,
		Lacking:        lacking,
		Metrics:        metrics(customer.Product, customer.Tier, closing),
		Halt:           policy.On(policy.Forwarded), // ISP-5
		Switch:         policy.On(policy.DevelopmentRequired),
		SwitchClause:   "ISP-1",
		Asked:          policy.On(policy.InfoRequested), // ISP-3
		Given:          policy.On(policy.InfoReceived),
		Lowering:       lowering,
		SeverityChange: mode,
		Choices:        choices,
	})
}

// checkCustomer returns what is wrong with a customer.
func checkCustomer(customer policy.Customer) error {
	var country error
	if customer.Country != "" {
		country = policy.CheckRegion("country", customer.Country)
	}
	return errors.Join(country,
		policy.NeedOneOf("product", customer.Product, vmManager, dciManager, billManager, dnsManager),
		policy.NeedOneOf("tier", customer.Tier, tierStandard, tierPrivilege))
}
