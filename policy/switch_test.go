package policy_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// switched is watched with hours that a ticket goes over to with
// development_required: from 12:00 to 20:00 instead of from 09:00 to 17:00.
func switched(list []policy.Threshold, edits ...func(*policy.Agreement)) func(*policy.Agreement) {
	return watched(list, append([]func(*policy.Agreement){func(a *policy.Agreement) {
		a.Switch = policy.On(policy.DevelopmentRequired)
		for i := range a.Metrics[0].Targets {
			a.Metrics[0].Targets[i].After = "late"
		}
	}}, edits...)...)
}

// TestThresholdsAfterASwitch: an hour has gone by 10:00, when the ticket goes over
// to the hours from 12:00; what is left of each part of the time is counted there.
func TestThresholdsAfterASwitch(t *testing.T) {
	parts := []policy.Threshold{{Percent: 10}, {Percent: 25}, {Percent: 50}, {Percent: 100}, {Percent: 150}, {Before: policy.Measure{Time: 3 * hour}}, {After: policy.Measure{Time: 2 * hour}}}
	const mid, over = "02 09:00 reported Mid email", "02 10:00 development_required"
	for _, row := range []struct {
		name   string
		edit   func(*policy.Agreement)
		events []string
		asOf   string
		clock  string
		marks  string // by threshold
	}{
		// 48 min, 2 h, 4 h, 8 h and 12 h from 09:00; 3 h before 17:00, 2 h after it.
		{"before it", switched(parts), []string{mid}, "02 09:30", "turn 1 Mid running from 02 09:00 due 02 17:00 30m0s gone 7h30m0s left ACM-7",
			"pending 02 09:48|pending 02 11:00|pending 02 13:00|pending 02 17:00|pending 03 13:00|pending 02 14:00|pending 03 11:00"},
		// 7 h are left at 12:00; 1, 3 and 7 h of them, and 11: 8 on Monday and 3 on Tuesday.
		{"after it", switched(parts), []string{mid, over}, "02 10:00", "turn 1 Mid running from 02 09:00 due 02 19:00 1h0m0s gone 7h0m0s left ACM-7",
			"reached 02 09:48|pending 02 13:00|pending 02 15:00|pending 02 19:00|pending 03 15:00|pending 02 16:00|pending 03 13:00"},
		// Half an hour has gone by 09:30, when it pauses; it goes on at 14:00 with 7.5 h.
		{"paused across it", switched(parts), []string{mid, "02 09:30 info_requested", over, "02 14:00 info_received"}, "02 14:00", "turn 1 Mid running from 02 09:00 due 03 13:30 30m0s gone 7h30m0s left ACM-7",
			"pending 02 14:18|pending 02 15:30|pending 02 17:30|pending 03 13:30|pending 03 17:30|pending 02 18:30|pending 03 15:30"},
		{"paused after it", switched(parts), []string{mid, over, "02 13:30 info_requested", "02 14:30 info_received"}, "02 14:30", "turn 1 Mid running from 02 09:00 due 02 20:00 2h30m0s gone 5h30m0s left ACM-7",
			"reached 02 09:48|reached 02 13:00|pending 02 16:00|pending 02 20:00|pending 03 16:00|pending 02 17:00|pending 03 14:00"},
		// A quarter of the time has gone at the switch itself.
		{"reached at it", switched(parts), []string{mid, "02 11:00 development_required"}, "02 11:00", "turn 1 Mid running from 02 09:00 due 02 18:00 2h0m0s gone 6h0m0s left ACM-7",
			"reached 02 09:48|reached 02 11:00|pending 02 14:00|pending 02 18:00|pending 03 14:00|pending 02 15:00|pending 02 20:00"},
		// 4 h from the start: one is gone by 10:00, three follow from 12:00.
		{"raised after it, from the start", switched(nil, mode(severity.FromStart)), []string{mid, over, "02 11:00 severity_changed High"}, "02 11:00",
			"turn 1 High running from 02 09:00 due 02 15:00 1h0m0s gone 3h0m0s left ACM-8", ""},
		{"raised after it, from the change", switched(nil, mode(severity.FromChange)), []string{mid, over, "02 11:00 severity_changed High"}, "02 11:00",
			"turn 1 High running from 02 09:00 due 02 16:00 1h0m0s gone 4h0m0s left ACM-8", ""},
		// What had passed at the switch had passed.
		{"overdue since before it", switched(nil, mode(severity.FromStart)), []string{mid, "02 13:00:00.000000001 development_required", "02 14:00 severity_changed High"}, "02 14:00",
			"turn 1 High breached from 02 09:00 due 02 13:00 5h0m0s gone -1h0m0s left ACM-8", ""},
		{"full at it", switched(nil, mode(severity.FromStart)), []string{mid, "02 13:00 development_required", "02 14:00 severity_changed High"}, "02 14:00",
			"turn 1 High breached from 02 09:00 due 02 13:00 5h0m0s gone -1h0m0s left ACM-8", ""},
		{"a round that starts after it", switched(nil), []string{mid, over, "02 11:00 closed", "02 13:00 reopened"}, "02 13:00",
			"turn 1 Mid cancelled from 02 09:00 due 02 19:00 stopped 02 11:00 1h0m0s gone 7h0m0s left ACM-7", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			p := mustAcme(t, row.edit)
			a, err := p.Evaluate(parseEvents(t, p, row.events...), parseAt(t, row.asOf))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(row.clock, lines(&a)[0]); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			var got []string
			for _, r := range a.Escalation {
				got = append(got, r.State.String()+" "+short(r.At.Time()))
			}
			if diff := cmp.Diff(row.marks, strings.Join(got, "|")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestLackingAtALevel: the hours to which a level goes over cannot be made; a ticket gets
// the error when it comes to that level.
func TestLackingAtALevel(t *testing.T) {
	why := errors.New("no such hours")
	p := mustAcme(t, switched(nil, func(a *policy.Agreement) {
		a.Metrics[0].Targets[1].After, a.Lacking = "nights", map[string]error{"nights": why}
	}))
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 development_required", "02 11:00 severity_changed High")
	if _, err := p.Evaluate(events[:2], parseAt(t, "02 11:00")); err != nil {
		t.Error(err)
	}
	const want = "policy: severity_changed at 2026-03-02T11:00:00Z: no such hours"
	if _, err := p.Evaluate(events, parseAt(t, "02 11:00")); !errors.Is(err, why) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
