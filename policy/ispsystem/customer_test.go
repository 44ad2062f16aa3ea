package ispsystem_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// TestNew_TellsAll: what is wrong with the customer and with the readings is told at
// once.
func TestNew_TellsAll(t *testing.T) {
	p, err := ispsystem.New(policy.Customer{Country: "XX", Tier: "Gold"}, map[string]string{"ispsystem.auto_close": "never"})
	if p != nil || !errors.Is(err, policy.ErrCustomer) || !errors.Is(err, policy.ErrReading) {
		t.Fatalf("%v, %v", p, err)
	}
	want := []string{
		`policy: customer.country: "XX" is not a region whose holidays are known; write `, // all of them
		"policy: customer.product: is missing; write VMmanager, DCImanager, BILLmanager or DNSmanager",
		`policy: customer.tier: "Gold" is not a tier; write Standard or Privilege`,
		`policy: readings[ispsystem.auto_close]: "never" is not a value of this reading; write calendar_days or 168h`,
	}
	got := strings.Split(err.Error(), "\n")
	if len(got) != len(want) {
		t.Fatalf("%d mistakes, want %d:\n%v", len(got), len(want), err)
	}
	for i := range want {
		if got[i] != want[i] && (i > 0 || !strings.HasPrefix(got[i], want[i])) {
			t.Errorf("got  %s\nwant %s", got[i], want[i])
		}
	}
}
