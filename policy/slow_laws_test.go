package policy_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/policytest"
	"pgregory.net/rapid"
)

// TestLawsOfAnyAgreement: the laws hold for agreements that nobody wrote, with
// pauses, thresholds and all.
func TestLawsOfAnyAgreement(t *testing.T) {
	base, zones := slowBases()[0], map[string]*slowZone{}
	for _, name := range slowZones() {
		z, err := newSlowZone(name, base)
		if err != nil {
			t.Fatal(err)
		}
		zones[name] = z
	}
	for _, law := range policytest.AllLaws() {
		t.Run(law.Name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				p := drawPolicy(t, base, zones)
				law.Check(t, p, policytest.Timelines(p).Draw(t, "ticket"))
			})
		})
	}
}

// drawPolicy draws an agreement, and thresholds for its metrics.
func drawPolicy(t *rapid.T, base time.Time, zones map[string]*slowZone) *policy.Policy {
	a, _ := drawAgreement(t, base, zones, drawMetric)
	for i := range a.Metrics {
		for range rapid.IntRange(0, 2).Draw(t, "thresholds") {
			h := policy.Threshold{To: "somebody", Clause: "SLO-99"}
			switch rapid.IntRange(0, 2).Draw(t, "threshold") {
			case 0:
				h.Percent = rapid.IntRange(1, 200).Draw(t, "percent")
			case 1:
				h.Before.Time = tick * 4
			default:
				h.After = policy.Measure{Days: 1}
			}
			a.Metrics[i].Thresholds = append(a.Metrics[i].Thresholds, h)
		}
	}
	p, err := policy.New(a)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
