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
		`policy: customer.region: is missing; write EMEA, APJ or US`:                                                                                               {Country: "DE"},
		`policy: customer.country: is missing; the default region closes on its public holidays: write a region code, or NONE`:                                     {Region: "EMEA"},
		`policy: customer.hub_holidays[APJ]: is missing; write a region code, or NONE for no public holidays`:                                                      {Region: "EMEA", Country: "DE", HubHolidays: map[string]string{"APJ": ""}},
		`policy: customer.hub_holidays[""]: is not a hub; write APJ or US`:                                                                                         {Region: "EMEA", Country: "DE", HubHolidays: map[string]string{"": "MY-14"}},
		`policy: customer.report_every[Crisis]: is not a time between reports; write a duration such as 4h, or up to 100000 business days such as 2 business days`: {Region: "EMEA", Country: "DE", ReportEvery: map[string]string{"Crisis": ""}},
	} {
		if _, err := cumulocity.New(c, nil); err == nil || err.Error() != want || !errors.Is(err, policy.ErrCustomer) {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
	const twice = `policy: customer.hub_holidays[EMEA]: is the default region, which has the holidays of country; leave it out`
	if _, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "DE", HubHolidays: map[string]string{"EMEA": "DE"}}, nil); err == nil || err.Error() != twice {
		t.Error(err)
	}
	if _, err := cumulocity.New(policy.Customer{Region: "EMEA", Country: "NONE", HubHolidays: map[string]string{"APJ": "NONE"}}, nil); err != nil {
		t.Error(err)
	}
}

// TestNew_TellsAll: what is wrong with the customer and with the readings is told at
// once; of hubs only those are named that can have holidays of their own.
func TestNew_TellsAll(t *testing.T) {
	customer := policy.Customer{Region: "EMEA", HubHolidays: map[string]string{"EMEA": "DE", "US": "", "XX": "DE"},
		ReportEvery: map[string]string{"Crisis": "soon", "critical": "100001 business days", "Standard": "100000 business days"}}
	const want = "policy: customer.country: is missing; the default region closes on its public holidays: write a region code, or NONE\n" +
		"policy: customer.hub_holidays[EMEA]: is the default region, which has the holidays of country; leave it out\n" +
		"policy: customer.hub_holidays[US]: is missing; write a region code, or NONE for no public holidays\n" +
		"policy: customer.hub_holidays[XX]: is not a hub; write APJ or US\n" +
		"policy: customer.report_every[Crisis]: \"soon\" is not a time between reports; write a duration such as 4h, or up to 100000 business days such as 2 business days\n" +
		"policy: customer.report_every[Critical]: \"100001 business days\" is not a time between reports; write a duration such as 4h, or up to 100000 business days such as 2 business days\n" +
		"policy: readings[cumulocity.zone]: \"Mars\" is not a value of this reading; write local or fixed"
	p, err := cumulocity.New(customer, map[string]string{"cumulocity.zone": "Mars"})
	if p != nil || !errors.Is(err, policy.ErrCustomer) || !errors.Is(err, policy.ErrReading) || err.Error() != want {
		t.Errorf("%v, got  %v\nwant %s", p, err, want)
	}
}
