package cumulocity

import (
	"errors"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// Name is the agreement's name in tickets.
const Name = "cumulocity"

// New makes the agreement for a customer and a choice of the open readings. From the customer
// it needs Region and Country, and uses ReportEvery and HubHolidays. The error lists every
// mistake, each a [policy.ErrCustomer] or a [policy.ErrReading].
//
// Making a policy and computing its first answer takes some hundred times as long as each
// later answer: make one for each customer and choice of readings, and keep it. All policies
// of the agreement have the same levels, so an event made for one can be judged by another.
// Open tickets cannot move between them by [policy.Versions.Moving], since the agreement has
// regions that own tickets.
func New(customer policy.Customer, readings map[string]string) (*policy.Policy, error) {
	levels, err := scale()
	if err != nil {
		return nil, err
	}
	agreed, wrongReport := reports(customer, levels)
	choices, wrongReading := policy.Choose(Readings(), readings)
	if err := errors.Join(checkPlace(customer), checkHubHolidays(customer), wrongReport, wrongReading); err != nil {
		return nil, err
	}
	lowering, err := Lowering(levels)
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

// checkPlace returns what is wrong with the customer's region and country.
func checkPlace(customer policy.Customer) error {
	country := policy.Need("country", customer.Country, "the default region closes on its public holidays: write a region code, or NONE")
	if country == nil {
		country = policy.CheckRegion("country", customer.Country)
	}
	return errors.Join(policy.NeedOneOf("region", customer.Region, regions()...), country)
}
