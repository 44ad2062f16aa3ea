package cumulocity

import (
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
// duration round the clock, or a number of business days.
func reports(customer policy.Customer, scale *severity.Scale) (map[string]policy.Measure, error) {
	given, err := policy.ByLevel("report_every", customer.ReportEvery, scale)
	if err != nil {
		return nil, err
	}
	agreed := map[string]policy.Measure{}
	for _, level := range scale.Names() {
		text, ok := given[level]
		if !ok {
			continue
		}
		measure, ok := parseReport(text)
		if !ok {
			return nil, &policy.PlaceError{
				Kind: policy.ErrCustomer, Place: "customer.report_every[" + level + "]", Value: text,
				Why: "is not a time between reports; write a duration such as 4h, or a number of business days such as 2 business days",
			}
		}
		agreed[level] = measure
	}
	return agreed, nil
}

func parseReport(text string) (policy.Measure, bool) {
	number, unit, ok := strings.Cut(text, " ")
	if ok && slices.Contains([]string{"business day", "business days"}, unit) {
		days, err := strconv.Atoi(number)
		return policy.Measure{Days: days, Convention: calendar.CloseOfBusiness}, err == nil && days > 0
	}
	d, err := time.ParseDuration(text)
	return policy.Measure{Time: d}, err == nil && d > 0
}

// checkHubHolidays says what is wrong with the holidays of the other hubs.
func checkHubHolidays(customer policy.Customer) error {
	for _, region := range regions() {
		code, ok := customer.HubHolidays[region]
		switch {
		case !ok:
			continue
		case region == customer.Region:
			return &policy.PlaceError{Kind: policy.ErrCustomer, Place: "customer.hub_holidays", Value: region, Why: "is the default region, which has the holidays of country; leave it out"}
		}
		if err := policy.CheckRegion("hub_holidays["+region+"]", code); err != nil {
			return err
		}
	}
	for _, region := range slices.Sorted(maps.Keys(customer.HubHolidays)) {
		if err := policy.NeedOneOf("hub_holidays", region, regions()...); err != nil {
			return err
		}
	}
	return nil
}
