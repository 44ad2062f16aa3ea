package whatif_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

func TestApply(t *testing.T) {
	given := policy.Ticket{Agreement: "shop", Readings: map[string]string{"shop.zone": "UTC"}, Attributes: map[string]string{"tier": "gold"},
		Customer: policy.Customer{Country: "A", AddOns: []string{"x"}, HubHolidays: map[string]string{"APJ": "MY"}, ResponseDays: map[string]int{"S1": 1}}}
	for _, c := range []struct {
		text string
		want func(*policy.Ticket)
	}{
		{"", func(*policy.Ticket) {}},
		{"shop.zone=+01:00", func(t *policy.Ticket) { t.Readings = map[string]string{"shop.zone": "+01:00"} }},
		{"shop.mail=waits", func(t *policy.Ticket) { t.Readings = map[string]string{"shop.zone": "UTC", "shop.mail": "waits"} }},
		{"readings.shop.zone=+01:00", func(t *policy.Ticket) { t.Readings = map[string]string{"shop.zone": "+01:00"} }},
		{"other.zone=+01:00", func(*policy.Ticket) {}},
		{"readings.zone=+01:00", func(*policy.Ticket) {}},
		{"shop-2.zone=+01:00", func(*policy.Ticket) {}},
		{" customer.country = DE , customer.region=EMEA", func(t *policy.Ticket) { t.Customer.Country, t.Customer.Region = "DE", "EMEA" }},
		{"customer.zone=UTC,customer.product=P,customer.tier=T", func(t *policy.Ticket) { t.Customer.Zone, t.Customer.Product, t.Customer.Tier = "UTC", "P", "T" }},
		{"customer.country=", func(t *policy.Ticket) { t.Customer.Country = "" }},
		{"customer.add_ons=call-in", func(t *policy.Ticket) { t.Customer.AddOns = []string{"call-in"} }},
		{"customer.add_ons=", func(t *policy.Ticket) { t.Customer.AddOns = nil }},
		{"customer.hub_holidays.US=US", func(t *policy.Ticket) { t.Customer.HubHolidays = map[string]string{"APJ": "MY", "US": "US"} }},
		{"customer.hub_holidays.APJ=", func(t *policy.Ticket) { t.Customer.HubHolidays = nil }},
		{"customer.hub_holidays.US=", func(*policy.Ticket) {}},
		{"customer.report_every.Crisis=4h", func(t *policy.Ticket) { t.Customer.ReportEvery = map[string]string{"Crisis": "4h"} }},
		{"customer.response_days.S1=2,customer.response_days.S2=3", func(t *policy.Ticket) { t.Customer.ResponseDays = map[string]int{"S1": 2, "S2": 3} }},
		{"attributes.tier=silver", func(t *policy.Ticket) { t.Attributes = map[string]string{"tier": "silver"} }},
		{"attributes.tier=", func(t *policy.Ticket) { t.Attributes = nil }},
	} {
		o, err := whatif.ParseOverrides(c.text)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		want := given
		c.want(&want)
		if diff := cmp.Diff(want, *o.Apply(&given)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.text, diff)
		}
		if given.Readings["shop.zone"] != "UTC" || given.Customer.ResponseDays["S1"] != 1 || len(given.Customer.HubHolidays) != 1 || given.Attributes["tier"] != "gold" {
			t.Fatalf("%q changed the ticket: %+v", c.text, given)
		}
	}
}

func TestOverrideErrors(t *testing.T) {
	const fields = "is not a field of the customer; write region, country, zone, product, tier, add_ons, hub_holidays.HUB, report_every.LEVEL or response_days.LEVEL"
	for text, want := range map[string]string{
		"shop.zone":                      `whatif: override "shop.zone": write a name and a value, such as customer.country=DE`,
		"=UTC":                           `whatif: override "=UTC": write a name and a value, such as customer.country=DE`,
		"shop.zone=UTC,":                 `whatif: override "": write a name and a value, such as customer.country=DE`,
		"zone=UTC":                       `whatif: override "zone=UTC": is neither a reading, such as purchased.zone, nor a field of the customer, such as customer.country, nor an attribute, such as attributes.type; write readings.zone for a reading of that name`,
		"shop.zone=":                     `whatif: override "shop.zone=": a reading has a value; leave the override out for the ticket's own`,
		"shop.zone=a,shop.zone=b":        `whatif: override "shop.zone=b": there is a value already, "a"; give one on each side`,
		"customer.colour=red":            `whatif: override "customer.colour=red": ` + fields,
		"customer.country.x=DE":          `whatif: override "customer.country.x=DE": ` + fields,
		"customer.add_ons.x=DE":          `whatif: override "customer.add_ons.x=DE": ` + fields,
		"customer.hub_holidays=DE":       `whatif: override "customer.hub_holidays=DE": ` + fields,
		"customer.response_days.=1":      `whatif: override "customer.response_days.=1": ` + fields,
		"customer.response_days.S1=soon": `whatif: override "customer.response_days.S1=soon": write a whole number of business days`,
		"readings.=UTC":                  `whatif: override "readings.=UTC": write the reading's name`,
		"readings.zone=":                 `whatif: override "readings.zone=": a reading has a value; leave the override out for the ticket's own`,
		"readings.a.b=1,a.b=2":           `whatif: override "a.b=2": there is a value already, "1"; give one on each side`,
		"attributes.=gold":               `whatif: override "attributes.=gold": write the attribute's name`,
	} {
		_, err := whatif.ParseOverrides(text)
		if err == nil || err.Error() != want || !errors.Is(err, whatif.ErrOverride) {
			t.Errorf("%s\ngot  %v\nwant %s", text, err, want)
		}
	}
	a, err := whatif.ParseOverrides("shop.zone=UTC")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Join(a); !errors.Is(err, whatif.ErrOverride) {
		t.Errorf("joined with itself: %v", err)
	}
}
