package cumulocity

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// reports returns the status reports that were agreed (CUM-6), by severity: a
// duration round the clock, or a number of business days. The error has every mistake.
func reports(customer policy.Customer, scale *severity.Scale) (map[string]policy.Measure, error) {
	given, err := policy.ByLevel("report_every", customer.ReportEvery, scale)
	if err != nil {
		return nil, err
	}
	var found []error
	agreed := map[string]policy.Measure{}
	for _, level := range scale.Names() {
		text, ok := given[level]
		if !ok {
			continue
		}
		if agreed[level], ok = parseReport(text); !ok {
			found = append(found, &policy.PlaceError{
				Kind: policy.ErrCustomer, Place: "customer.report_every[" + level + "]", Value: text,
				Why: fmt.Sprintf("is not a time between reports; write a duration such as 4h, or a number of business days such as 2 business days, %d at most", policy.MaxDays),
			})
		}
	}
	return agreed, errors.Join(found...)
}

func parseReport(text string) (policy.Measure, bool) {
	number, unit, ok := strings.Cut(text, " ")
	if ok && slices.Contains([]string{"business day", "business days"}, unit) {
		days, err := strconv.Atoi(number)
		return policy.Measure{Days: days, Convention: calendar.CloseOfBusiness}, err == nil && days > 0 && days <= policy.MaxDays
	}
	d, err := time.ParseDuration(text)
	return policy.Measure{Time: d}, err == nil && d > 0
}

// checkHubHolidays says what is wrong with the holidays of the other hubs.
func checkHubHolidays(customer policy.Customer) error {
	others := slices.DeleteFunc(regions(), func(region string) bool { return region == customer.Region })
	var found []error
	for _, region := range slices.Sorted(maps.Keys(customer.HubHolidays)) {
		switch {
		case slices.Contains(others, region):
			found = append(found, policy.CheckRegion("hub_holidays["+region+"]", customer.HubHolidays[region]))
		case region == customer.Region && slices.Contains(regions(), region):
			found = append(found, &policy.PlaceError{Kind: policy.ErrCustomer, Place: "customer.hub_holidays[" + region + "]",
				Why: "is the default region, which has the holidays of country; leave it out"})
		default:
			found = append(found, policy.NeedKeyOf("hub_holidays", region, "hub", others...))
		}
	}
	return errors.Join(found...)
}
