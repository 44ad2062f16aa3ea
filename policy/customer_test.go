package policy_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

func TestCustomerFields(t *testing.T) {
	scale := mustAcme(t, nil).Scale()
	has, unknown := policy.Customer{AddOns: []string{"gold", "lead"}}.HasAddOn("gold", "gold", "silver")
	if has {
		t.Error("a customer with an unknown add-on has another for certain")
	}
	_, level := policy.ByLevel("response_days", map[string]int{"High": 1, "Top": 2}, scale)
	_, twice := policy.ByLevel("response_days", map[string]int{"High": 1, "high": 2}, scale)
	_, flat := policy.ByLevel("response_days", map[string]int{"Top": 2}, nil)
	for _, c := range []struct {
		err  error
		want string
	}{
		{unknown, `policy: customer.add_ons[1]: "lead" is not an add-on; write gold or silver`},
		{policy.Need("country", "", "write a code"), `policy: customer.country: is missing; write a code`},
		{policy.NeedOneOf("tier", "", "A", "B"), `policy: customer.tier: is missing; write A or B`},
		{policy.NeedOneOf("tier", "a", "A", "B"), `policy: customer.tier: "a" is not a tier; write A or B`},
		{policy.CheckZone("zone", "Berlin"), `policy: customer.zone: "Berlin" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{policy.CheckZone("zone", ""), `policy: customer.zone: is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{policy.CheckRegion("country", ""), `policy: customer.country: is missing; write a region code, or NONE for no public holidays`},
		{level, `policy: customer.response_days[Top]: is not a severity; write High, Mid or Low`},
		{flat, `policy: customer.response_days[Top]: is not a severity; the scale has none`},
		{policy.NeedKeyOf("hub_holidays", "XX", "hub", "APJ", "US"), `policy: customer.hub_holidays[XX]: is not a hub; write APJ or US`},
		{policy.NeedKeyOf("hub_holidays", "A]\n", "hub", "APJ"), `policy: customer.hub_holidays["A]\n"]: is not a hub; write APJ`},
		{policy.NeedKeyOf("hub_holidays", "", "hub", "APJ"), `policy: customer.hub_holidays[""]: is not a hub; write APJ`},
		{twice, `policy: customer.response_days[high]: is there twice, in capitals and in small letters`},
	} {
		if c.err == nil || c.err.Error() != c.want || !errors.Is(c.err, policy.ErrCustomer) {
			t.Errorf("got  %v\nwant %s", c.err, c.want)
		}
	}
	const region = `policy: customer.country: "XX" is not a region whose holidays are known; write `
	if err := policy.CheckRegion("country", "XX"); !errors.Is(err, policy.ErrCustomer) || !strings.HasPrefix(err.Error(), region) || !strings.Contains(err.Error(), "NONE") {
		t.Errorf("got  %v\nwant %s…", err, region)
	}
	for _, err := range []error{
		policy.Need("country", "DE", ""), policy.NeedOneOf("tier", "B", "A", "B"), policy.CheckZone("zone", "Europe/Berlin"), policy.CheckZone("zone", "+08:00"),
		policy.NeedKeyOf("hub_holidays", "US", "hub", "APJ", "US"), policy.CheckRegion("country", "DE"), policy.CheckRegion("country", "MY-10"), policy.CheckRegion("country", "NONE"),
	} {
		if err != nil {
			t.Error(err)
		}
	}
	gold := policy.Customer{AddOns: []string{"silver", "gold"}}
	has, err := gold.HasAddOn("gold", "gold", "silver")
	hasNot, err2 := policy.Customer{AddOns: []string{"silver"}}.HasAddOn("gold", "gold", "silver")
	if !has || hasNot || err != nil || err2 != nil {
		t.Errorf("%v %v, %v %v", has, err, hasNot, err2)
	}
	days, err := policy.ByLevel("response_days", map[string]int{"HIGH": 1, "low": 3}, scale)
	if diff := cmp.Diff(map[string]int{"High": 1, "Low": 3}, days); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// TestCheckRegionCodes: the error of an unknown region has the codes that there are.
func TestCheckRegionCodes(t *testing.T) {
	var region *calendar.RegionError
	err := policy.CheckRegion("country", "XX")
	if !errors.As(err, &region) || !slices.Contains(region.Valid, "DE-BY") || !errors.Is(err, policy.ErrCustomer) {
		t.Errorf("%v has %+v", err, region)
	}
}
