package cumulocity_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

// TestNew_EmptyTexts: what says nothing is no answer to what the agreement asks of a
// customer.
func TestNew_EmptyTexts(t *testing.T) {
	for want, c := range map[string]policy.Customer{
		`policy: customer.region: is missing; write EMEA, APJ, US`:                                                                                                {Country: "DE"},
		`policy: customer.country: is missing; the default region closes on its public holidays: write a region code, or NONE`:                                    {Region: "EMEA"},
		`policy: customer.hub_holidays[APJ]: is missing; write a region code, or NONE for no public holidays`:                                                     {Region: "EMEA", Country: "DE", HubHolidays: map[string]string{"APJ": ""}},
		`policy: customer.hub_holidays: is missing; write EMEA, APJ, US`:                                                                                          {Region: "EMEA", Country: "DE", HubHolidays: map[string]string{"": "MY-14"}},
		`policy: customer.report_every[Crisis]: is not a time between reports; write a duration such as 4h, or a number of business days such as 2 business days`: {Region: "EMEA", Country: "DE", ReportEvery: map[string]string{"Crisis": ""}},
	} {
		if _, err := cumulocity.New(c, nil); err == nil || err.Error() != want || !errors.Is(err, policy.ErrCustomer) {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
	const twice = `policy: customer.hub_holidays: "EMEA" is the default region, which has the holidays of country; leave it out`
	if _, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "DE", HubHolidays: map[string]string{"EMEA": "DE"}}, nil); err == nil || err.Error() != twice {
		t.Error(err)
	}
	if _, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "NONE", HubHolidays: map[string]string{"APJ": "NONE"}}, nil); err != nil {
		t.Error(err)
	}
}
