package policy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestVersionsMovingWaits: a change to another version is neither a call nor a
// raise, so what waits waits on; and what has come need not come again (T12).
func TestVersionsMovingWaits(t *testing.T) {
	gated := func(hours ...int) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			climbing(hours...)(a)
			a.Ladders[0].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
		}
	}
	const report = "02 14:00 reported High email"
	for _, row := range []struct {
		name    string
		renewed func(*policy.Agreement)
		events  string
		asOf    string
		want    string
	}{
		{"no call yet", gated(2, 20), report, "03 13:00", "pending|pending"},
		{"the call", gated(2, 20), report + ";03 14:00 contacted", "03 14:00", "pending 03 16:00|pending 06 10:00"},
		{"no call is needed any more", climbing(2, 20), report, "03 13:00", "pending 03 14:00|pending 05 16:00"},
		{"the customer tests meanwhile", gated(2, 20), report + ";02 15:00 resolution_proposed;03 14:00 contacted", "03 14:00", "halted|halted"},
	} {
		p := replaced(t, severity.FromStart, gated(4, 12), row.renewed)
		a, err := p.Evaluate(parseEvents(t, p, strings.Split(row.events, ";")...), parseAt(t, row.asOf))
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		if diff := cmp.Diff(row.want, strings.Join(climbed(&a), "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}

	fix := func(g policy.Gate) func(*policy.Agreement) {
		target := owed("Mid")
		target.Gate = g
		return only(policy.Metric{Name: "fix", Start: policy.Report, Stop: policy.On(policy.Resolved), Targets: []policy.Target{target}})
	}
	p := replaced(t, severity.FromStart, fix(policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}), fix(policy.Gate{Event: policy.Registered}))
	a, err := p.Evaluate(parseEvents(t, p, "02 14:00 reported Mid email", "02 15:00 registered"), parseAt(t, "03 13:00"))
	if err != nil {
		t.Fatal(err)
	}
	want := "fix 1 Mid running from 03 12:00 due 04 12:00 1h0m0s gone 7h0m0s left ACM-7|next 04 12:00 fix due"
	if diff := cmp.Diff(want, strings.Join(lines(&a), "|")); diff != "" {
		t.Errorf("registered before the change (-want +got):\n%s", diff)
	}
}
