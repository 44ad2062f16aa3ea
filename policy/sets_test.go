package policy_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// TestSetsText: a set is written as the names of its members, in their order; members
// without a name are written too.
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
		{policy.By(9, policy.Email).String(), "email, Channel(7)"},
		{policy.By().String(), "any"},
		{policy.On(200, 64, policy.Closed).String(), "Kind(0), closed"},
		{policy.On().String(), "none"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// TestSetsOfWhatIsNone: a set of values that are not channels, or not kinds, is neither the
// set of all nor the empty set: it accepts no channel, and no agreement can be made with
// it.
func TestSetsOfWhatIsNone(t *testing.T) {
	for _, c := range []policy.Channel{0, policy.Phone, policy.Email, policy.Portal} {
		if policy.By(9).Accept(c) || !policy.By().Accept(c) {
			t.Errorf("%v: accepted by what is no channel, or not by all", c)
		}
	}
	for _, c := range []struct {
		change func(*policy.Target)
		want   string
	}{
		{func(g *policy.Target) { g.StopBy = policy.By(9) },
			`policy: metrics[0].targets[0].stop_by: "Channel(7)" has a value that is no channel; write phone, email or portal`},
		{func(g *policy.Target) { g.Gate = policy.Gate{Accepts: policy.By(4), WaitsFor: policy.Phone} },
			`policy: metrics[0].targets[0].gate.accepts: "Channel(7)" has a value that is no channel; write phone, email or portal`},
		{func(g *policy.Target) { g.StopBy = policy.By(policy.Portal, 0) }, ""},
	} {
		a, err := acme()
		if err != nil {
			t.Fatal(err)
		}
		target := owed("Mid")
		c.change(&target)
		a.Metrics = []policy.Metric{{Name: "fix", Start: policy.Report, Stop: policy.On(policy.Resolved), Targets: []policy.Target{target}}}
		if _, err = policy.New(a); c.want == "" && err != nil || c.want != "" && (err == nil || err.Error() != c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
		a.Metrics[0].Targets, a.Metrics[0].Stop = []policy.Target{owed("Mid")}, policy.On(200)
		if _, err = policy.New(a); err == nil || err.Error() != `policy: metrics[0].stop: is not an event of the agreement` {
			t.Errorf("%v, want that it is no event", err)
		}
	}
}
