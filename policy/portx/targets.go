package portx

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// metrics returns what is promised: a response within the given business days,
// by level (POR-4). There is no target for the resolution.
func metrics(days map[string]int) []policy.Metric {
	response := policy.Metric{
		Name:  "response",
		Start: policy.Report,
		Stop:  policy.Response,
		Once:  true,
	}
	for _, level := range levels {
		response.Targets = append(response.Targets, policy.Target{
			Level:    level,
			Measure:  policy.Measure{Days: days[level], Convention: calendar.CloseOfBusiness},
			Calendar: businessHours,
			Clause:   "POR-4",
		})
	}
	return []policy.Metric{response}
}

// responseDays returns the business days to a response by level. The text
// leaves them to the service level, so all four must be given (POR-4).
func responseDays(customer policy.Customer, scale *severity.Scale) (map[string]int, error) {
	days, err := policy.ByLevel("response_days", customer.ResponseDays, scale)
	if err != nil {
		return nil, err
	}
	for _, level := range levels {
		n, ok := days[level]
		if !ok || n < 1 {
			return nil, &policy.PlaceError{
				Kind: policy.ErrCustomer, Place: "customer.response_days", Value: level,
				Why: fmt.Sprintf("needs a whole number of business days, at least 1; the numbers are not in the text, so give all four: %v", levels),
			}
		}
	}
	return days, nil
}
