package policy_test

import (
	"runtime"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// TestPoliciesInUse: a service keeps a policy for each kind of customer, each in use at
// all levels, in less than twenty kilobytes: calendar days at four levels have the
// calendar that the agreement has anyhow.
func TestPoliciesInUse(t *testing.T) {
	if testing.Short() {
		t.Skip("the heap is read twice, and with -short that of the race detector; skipped with -short")
	}
	const n, limit = 200, 20_000
	live := func() int64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := live()
	all := make([]*policy.Policy, n)
	for i := range all {
		p, err := ispsystem.New(policy.Customer{Product: "BILLmanager", Tier: "Standard", Country: "DE"}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, level := range p.Scale().Levels() {
			at := parseAt(t, "02 09:00")
			events := []policy.Event{{At: at, Kind: policy.Reported, Severity: level}, {At: at, Kind: policy.Registered}, {At: at.Add(hour), Kind: policy.Responded}}
			if _, err := p.Evaluate(events, at.Add(2*hour)); err != nil {
				t.Fatal(err)
			}
		}
		all[i] = p
	}
	used := (live() - before) / n
	runtime.KeepAlive(all)
	if t.Logf("%d bytes each", used); used > limit {
		t.Errorf("%d bytes each, want at most %d", used, limit)
	}
}
