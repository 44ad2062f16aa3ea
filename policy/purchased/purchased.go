package purchased

import (
	"errors"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// Name is the agreement's name in tickets.
const Name = "purchased"

// callIn is the add-on of 3.1.2 that opens the hotline to all severities.
const callIn = "call-in"

// New makes the agreement for a customer and a choice of the open readings. Of the customer's
// fields only AddOns matters, and the only add-on is "call-in". The error lists every
// mistake, each a [policy.ErrCustomer] or a [policy.ErrReading].
//
// Making a policy and computing its first answer takes some hundred times as long as each
// later answer: make one for each customer and choice of readings, and keep it. All policies
// of the agreement have the same levels, so an event made for one can be judged by another,
// and open tickets can move from one to another by [policy.Versions.Moving].
func New(customer policy.Customer, readings map[string]string) (*policy.Policy, error) {
	hotline, unknown := customer.HasAddOn(callIn, callIn)
	choices, err := policy.Choose(Readings(), readings)
	if err := errors.Join(unknown, err); err != nil {
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
	calendars, err := hours(choices.Value(readingZone), choices.Value(readingHolidays))
	if err != nil {
		return nil, err
	}
	mode, err := severity.ParseMode(choices.Value(readingSeverityChange))
	if err != nil {
		return nil, err
	}
	return policy.New(policy.Agreement{
		Name:               Name,
		Scale:              levels,
		Location:           calendars[businessHours].Location(),
		Calendars:          calendars,
		Metrics:            metrics(hotline),
		Lowering:           lowering,
		ReportNeedsChannel: true, // PUR-2
		SeverityChange:     mode,
		Choices:            choices,
	})
}
