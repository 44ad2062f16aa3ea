package portx

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

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

// responseDays returns the business days to a response by level. The text leaves them to the
// service level, so all four must be given (POR-4). The error lists every mistake.
func responseDays(customer policy.Customer, scale *severity.Scale) (map[string]int, error) {
	days, err := policy.ByLevel("response_days", customer.ResponseDays, scale)
	if err != nil {
		return nil, err // it is then unknown which levels are missing
	}
	missing := "the numbers are not in the text, so write business days, at least 1, for " + strings.Join(levels, ", ")
	var found []error
	if len(days) == 0 {
		return nil, policy.Need("response_days", "", missing)
	}
	for _, level := range levels {
		n, ok := days[level]
		wrong := &policy.PlaceError{Kind: policy.ErrCustomer, Place: "customer.response_days[" + level + "]"}
		switch {
		case !ok:
			wrong.Why = "is missing; " + missing
		case n < 1 || n > policy.MaxDays:
			wrong.Value, wrong.Why = strconv.Itoa(n), fmt.Sprintf("is no number of business days; write 1 to %d", policy.MaxDays)
		default:
			continue
		}
		found = append(found, wrong)
	}
	return days, errors.Join(found...)
}
