package policy_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// TestSetsText: a set is told by the names of what it has, in their order, and so is
// what can be in it and has no name.
func TestSetsText(t *testing.T) {
	first, _ := policy.Own(0)
	last, _ := policy.Own(44)
	for _, c := range []struct{ got, want string }{
		{policy.Kinds(0).String(), "none"},
		{policy.On(policy.Reported).String(), "reported"},
		{policy.Response.String(), "responded, updated, plan_provided, info_requested, workaround_accepted, resolution_proposed, resolved"},
		{policy.On(last, policy.Reopened, first).String(), "reopened, own event 1, own event 45"},
		{policy.On(0, policy.Closed).String(), "Kind(0), closed"},
		{policy.Channels(0).String(), "any"},
		{policy.By(policy.Portal).String(), "portal"},
		{policy.By(policy.Portal, policy.Phone, policy.Email).String(), "phone, email, portal"},
		{policy.By(policy.Phone, 0).String(), "no channel, phone"},
		{policy.By(7).String(), "Channel(7)"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
