package cumulocity

import (
	"errors"
	"maps"
	"slices"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// reports returns the agreed intervals of status reports (CUM-6), by severity: a duration
// round the clock, or a number of business days. The error lists every mistake.
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
		m, err := policy.ParseMeasure(text)
		if err != nil || m.CalendarDays != 0 {
			found = append(found, &policy.PlaceError{
				Kind: policy.ErrCustomer, Place: "customer.report_every[" + level + "]", Value: text,
				Why: "is not a time between reports; " + policy.WriteMeasure,
			})
			continue
		}
		agreed[level] = m
	}
	return agreed, errors.Join(found...)
}

// checkHubHolidays returns what is wrong with the holidays of the other hubs.
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
