package policytest_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
)

// agreement is one of the library's agreements, for one customer.
type agreement struct {
	name     string
	make     func(policy.Customer, map[string]string) (*policy.Policy, error)
	customer policy.Customer
	readings map[string]string
}

// agreements has each agreement as most customers have it, and once more with
// what changes its clocks most.
func agreements() []agreement {
	days := map[string]int{"S1": 1, "S2": 2, "S3": 3, "S4": 5}
	return []agreement{
		{"purchased", purchased.New, policy.Customer{}, nil},
		{"purchased-new-york", purchased.New, policy.Customer{AddOns: []string{"call-in"}},
			map[string]string{"purchased.zone": "America/New_York", "purchased.holidays": "statutory", "purchased.severity_change": "from_change"}},
		{"cumulocity", cumulocity.New, policy.Customer{Region: "EMEA", Country: "DE"}, nil},
		{"cumulocity-malaysia", cumulocity.New, policy.Customer{Region: "APJ", Country: "MY-14", ReportEvery: map[string]string{"Crisis": "4h", "Standard": "2 business days"}},
			map[string]string{"cumulocity.reaction_standard": "business_day", "cumulocity.severity_change": "from_start"}},
		{"ispsystem", ispsystem.New, policy.Customer{Product: "VMmanager", Tier: "Standard", Country: "DE"}, nil},
		{"ispsystem-billing", ispsystem.New, policy.Customer{Product: "BILLmanager", Tier: "Standard", Country: "MY"},
			map[string]string{"ispsystem.billing_days": "business_days", "ispsystem.auto_close": "168h", "ispsystem.severity_change": "from_change"}},
		{"portx", portx.New, policy.Customer{Zone: "America/Chicago", Country: "US", ResponseDays: days}, nil},
		{"portx-malaysia", portx.New, policy.Customer{Zone: "+08:00", Country: "MY-10", ResponseDays: days}, map[string]string{"portx.severity_change": "from_start"}},
	}
}

func TestLawsOfAgreements(t *testing.T) {
	for _, a := range agreements() {
		t.Run(a.name, func(t *testing.T) {
			p, err := a.make(a.customer, a.readings)
			if err != nil {
				t.Fatal(err)
			}
			policytest.Laws(t, p)
		})
	}
}
