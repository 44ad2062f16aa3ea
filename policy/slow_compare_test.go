package policy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"pgregory.net/rapid"
)

// TestSlow_Twin compares the engine with a twin that walks time, on agreements and
// tickets that nobody wrote.
func TestSlow_Twin(t *testing.T) {
	slowCheck(t, drawMetric, 10, append(slowKinds(), policy.SeverityChanged, policy.SeverityChanged, policy.Reopened, policy.Reopened, policy.Resolved, policy.Closed))
}

// TestSlow_Pauses is TestSlow_Twin with tickets that pause much, are reopened, and
// change their severity and their hours in between.
func TestSlow_Pauses(t *testing.T) {
	slowCheck(t, drawPausing, 15, []policy.Kind{policy.InfoRequested, policy.InfoReceived, policy.InfoRequested, policy.InfoReceived, policy.SeverityChanged,
		policy.SeverityChanged, policy.DevelopmentRequired, policy.Updated, policy.Responded, policy.Resolved, policy.Closed, policy.Reopened, policy.Reopened})
}

// slowCheck compares the engine with its twin.
func slowCheck(t *testing.T, draw metricDrawer, most int, kinds []policy.Kind) {
	bases := slowBases()
	zones := make([]map[string]*slowZone, len(bases))
	for i, base := range bases {
		zones[i] = map[string]*slowZone{}
		for _, name := range slowZones() {
			z, err := newSlowZone(name, base)
			if err != nil {
				t.Fatal(err)
			}
			zones[i][name] = z
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(bases)-1).Draw(t, "base")
		a, desks := drawAgreement(t, bases[i], zones[i], draw)
		p, err := policy.New(a)
		if err != nil {
			t.Fatal(err)
		}
		events, asOf := drawTicket(t, p, bases[i], desks, kinds, most)
		given := rapid.Permutation(events).Draw(t, "order")
		slices.SortStableFunc(given, reportFirst)
		got, err := p.Evaluate(given, bases[i].Add(time.Duration(asOf)*tick))
		if err != nil {
			t.Fatal(err)
		}
		twin := newSlowTwin(a, bases[i], desks)
		twin.run(given, asOf)
		if twin.doubt {
			return
		}
		if diff := cmp.Diff(twin.answer(), told(&got)); diff != "" {
			t.Fatalf("%s(-twin +engine):\n%s", slowStory(a, given, twin.stamp(asOf)), diff)
		}
	})
}

// reportFirst puts the report before all else, which may come at its instant.
func reportFirst(a, b policy.Event) int {
	switch {
	case a.Kind == b.Kind:
		return 0
	case a.Kind == policy.Reported:
		return -1
	case b.Kind == policy.Reported:
		return 1
	}
	return 0
}

// slowStory tells an agreement and a ticket.
func slowStory(a policy.Agreement, events []policy.Event, asOf string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "mode %v, switch %v, halt %v, asked %v, lowering %q\n", a.SeverityChange, kindsIn(a.Switch), kindsIn(a.Halt), kindsIn(a.Asked), a.Lowering.Kind())
	for name, c := range a.Calendars {
		cfg, _ := c.Config()
		text, _ := cfg.MarshalText()
		fmt.Fprintf(&b, "calendar %s %s\n", name, text)
	}
	for _, m := range a.Metrics {
		fmt.Fprintf(&b, "metric %s start %v unasked %v restart %v resume %v stop %v cancel %v pause %v once %v renew %v ends %v steady %v continue %v\n", m.Name,
			kindsIn(m.Start), kindsIn(m.Unasked), kindsIn(m.Restart), kindsIn(m.Resume), kindsIn(m.Stop), kindsIn(m.Cancel), kindsIn(m.Pause), m.Once, m.Renew, m.Ends, m.Steady, m.Continue)
		for _, g := range m.Targets {
			fmt.Fprintf(&b, "  %+v\n", g)
		}
	}
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, func(a, b policy.Event) int { return a.At.Compare(b.At) })
	for _, e := range sorted {
		fmt.Fprintf(&b, "%s %v\n", e.At.UTC().Format("Mon 2006-01-02T15:04Z"), e)
	}
	return b.String() + "as of " + asOf + "\n"
}

func kindsIn(s policy.Kinds) []string {
	var all []string
	for k := range policy.Kind(64) {
		if s.Has(k) {
			all = append(all, k.String())
		}
	}
	return all
}
