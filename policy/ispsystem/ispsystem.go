package ispsystem

import (
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// Name is the agreement's name in tickets.
const Name = "ispsystem"

// New makes the agreement for a customer and a choice of the open readings. Of
// the customer it needs Product and Tier, and Country where business days apply:
// for the developers' hours, and for BILLmanager and DNSmanager under one of the
// readings. The error is a [policy.ErrReading] or a [policy.ErrCustomer].
func New(customer policy.Customer, readings map[string]string) (*policy.Policy, error) {
	choices, err := policy.Choose(Readings(), readings)
	if err != nil {
		return nil, err
	}
	if err := policy.NeedOneOf("product", customer.Product, vmManager, dciManager, billManager, dnsManager); err != nil {
		return nil, err
	}
	if err := policy.NeedOneOf("tier", customer.Tier, tierStandard, tierPrivilege); err != nil {
		return nil, err
	}
	if customer.Country != "" {
		if err := policy.CheckRegion("country", customer.Country); err != nil {
			return nil, err
		}
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
