package purchased_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
)

// TestNew_TellsAll: what is wrong with the customer and with the readings is told at
// once.
func TestNew_TellsAll(t *testing.T) {
	const want = "policy: customer.add_ons[0]: \"fax\" is not an add-on; write call-in\n" +
		"policy: customer.add_ons[2]: is empty; write call-in\n" +
		"policy: readings[purchased.tone]: is not a reading of this agreement; write purchased.zone, purchased.holidays, purchased.prior_release, purchased.term_end or purchased.severity_change\n" +
		"policy: readings[purchased.zone]: \"Mars\" is not a value of this reading; write -05:00 or America/New_York"
	p, err := purchased.New(policy.Customer{AddOns: []string{"fax", "call-in", ""}}, map[string]string{"purchased.zone": "Mars", "purchased.tone": "x"})
	if p != nil || !errors.Is(err, policy.ErrCustomer) || !errors.Is(err, policy.ErrReading) || err.Error() != want {
		t.Errorf("%v, got  %v\nwant %s", p, err, want)
	}
}
