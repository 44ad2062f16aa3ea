package cumulocity

import (
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// Name is the agreement's name in tickets.
const Name = "cumulocity"

// New makes the agreement for a customer and a choice of the open readings. Of
// the customer it needs Region and Country, and takes ReportEvery and
// HubHolidays. The error is a [policy.ErrReading] or a [policy.ErrCustomer].
func New(customer policy.Customer, readings map[string]string) (*policy.Policy, error) {
	choices, err := policy.Choose(Readings(), readings)
	if err != nil {
		return nil, err
	}
	if err := policy.NeedOneOf("region", customer.Region, regions()...); err != nil {
		return nil, err
	}
	if err := policy.Need("country", customer.Country, "the default region closes on its public holidays: write a region code, or NONE"); err != nil {
		return nil, err
	}
	if err := policy.CheckRegion("country", customer.Country); err != nil {
		return nil, err
	}
	if err := checkHubHolidays(customer); err != nil {
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
	agreed, err := reports(customer, levels)
	if err != nil {
		return nil, err
	}
	calendars, err := hours(customer.Region, customer.Country, choices.Value(readingZone))
	if err != nil {
		return nil, err
	}
	regions, err := owners(customer, choices, calendars[businessHours])
	if err != nil {
		return nil, err
	}
	mode, err := severity.ParseMode(choices.Value(readingSeverityChange))
	if err != nil {
		return nil, err
	}
	return policy.New(policy.Agreement{
		Name:      Name,
		Scale:     levels,
		Location:  calendars[businessHours].Location(),
		Calendars: calendars,
		Metrics: metrics(terms{
			standardInDays: choices.Value(readingReactionStandard) == reactionBusinessDay,
			opens:          choices.Value(readingNoCall) == noCallOpening,
			reports:        agreed,
		}),
		Ladders:            ladders(calendars),
		Test:               policy.On(policy.ResolutionProposed), // CUM-8
		Failed:             policy.On(policy.ResolutionRejected),
		Regions:            regions, // CUM-9
		Roaming:            []string{crisis},
		ReportNeedsChannel: true, // CUM-3, CUM-4
		Lowering:           lowering,
		SeverityChange:     mode,
		Choices:            choices,
	})
}
