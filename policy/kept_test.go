package policy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestExplainWhatIsKept: a clock that a change of severity leaves as it is says why.
func TestExplainWhatIsKept(t *testing.T) {
	none := metric(func(m *policy.Metric) { m.Targets = m.Targets[:1] })
	for _, row := range []struct {
		name   string
		edit   func(*policy.Agreement)
		events string
		want   string
	}{
		{"overdue", pausing(), "02 09:00 reported Mid email;03 10:00 severity_changed High", "change 03 10:00 G8 severity_changed to High: the clock is overdue and keeps its due time"},
		{"a raise to a level without a target", none, "02 09:00 reported Mid email;02 10:00 severity_changed High",
			"change 02 10:00 T7 severity_changed to High: that level has no turn target, and a raise relieves nobody, so the clock keeps its due time"},
		{"a raise that moves it", pausing(mode(severity.FromChange)), "02 09:00 reported Mid email;02 10:00 severity_changed High", "change 02 10:00 G8 severity_changed to High"},
	} {
		p := mustAcme(t, row.edit)
		a, err := p.Explain(parseEvents(t, p, strings.Split(row.events, ";")...), parseAt(t, "03 10:00"))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range a.Clocks[0].Why {
			if s.Kind == policy.StepChange {
				got = append(got, "change "+short(s.At.Time())+" "+s.By+" "+s.Text)
			}
		}
		if len(got) != 1 || !strings.HasPrefix(got[0], row.want) {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

// TestThresholdsOfAClockThatWaits: they are pending, without an instant, as long as they
// can still come, and cancelled with their clock or at a level at which none holds.
func TestThresholdsOfAClockThatWaits(t *testing.T) {
	edit := watched([]policy.Threshold{{Percent: 50}, {Percent: 75, Levels: []string{"High"}}}, func(a *policy.Agreement) {
		a.Metrics[0].Targets[0].Gate = policy.Gate{Event: policy.Registered}
	})
	for _, row := range []struct {
		events []string
		want   []string
	}{
		{[]string{"02 09:00 reported Mid email"}, []string{"turn 1 step 1 desk 1 pending", "turn 1 step 2 desk 2 cancelled"}},
		{[]string{"02 09:00 reported Mid email", "02 10:00 responded"}, []string{"turn 1 step 1 desk 1 cancelled", "turn 1 step 2 desk 2 cancelled"}},
		{[]string{"02 09:00 reported Mid email", "02 10:00 closed"}, []string{"turn 1 step 1 desk 1 cancelled", "turn 1 step 2 desk 2 cancelled"}},
	} {
		p := mustAcme(t, edit)
		a, err := p.Evaluate(parseEvents(t, p, row.events...), parseAt(t, "02 11:00"))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(row.want, rungs(&a)); diff != "" {
			t.Errorf("%v (-want +got):\n%s", row.events, diff)
		}
	}
}

// TestVersionsMovingOccursOnce: the change to another version is in the span that
// ends with it, and in none that begins with it.
func TestVersionsMovingOccursOnce(t *testing.T) {
	_, p := moving(t, severity.FromStart, true)
	events := parseEvents(t, p, "02 14:00 reported Mid email")
	for _, row := range []struct {
		from, through string
		want          int
	}{
		{"02 14:00", "03 11:59:59.999999999", 0}, {"02 14:00", "03 12:00", 1}, {"03 11:59:59.999999999", "03 12:00", 1},
		{"03 12:00", "03 13:00", 0}, {"03 12:00:00.000000001", "03 13:00", 0},
	} {
		all, err := p.Occurrences(events, parseAt(t, row.from), parseAt(t, row.through))
		if err != nil || len(all) != row.want {
			t.Errorf("from %s through %s: %v, %v", row.from, row.through, all, err)
		}
	}
}
