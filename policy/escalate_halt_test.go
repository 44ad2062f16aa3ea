package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCUM8_Halts has a ladder of a Critical from Monday 09:00, whose first step
// is due on the Monday after at 09:00, or of a Crisis, and what halts do to it.
func TestCUM8_Halts(t *testing.T) {
	const (
		mode     = "cumulocity.severity_change"
		proposed = "resolution_proposed"
		rejected = "resolution_rejected"
		changed  = "severity_changed"
	)
	critical := ev{"2026-03-02 09:00", "reported", "Critical"}
	crisis := ev{"2026-03-02 09:00", "reported", "Crisis"}
	for _, tt := range []struct {
		name, country string
		readings      []string
		list          []ev
		asOf          string
		want          []string // the first steps; the rest is not looked at
	}{
		{"halted", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}}, "2026-04-03 10:00", []string{"halted", "halted", "halted", "halted"}},
		{"over a night", "NONE", nil, []ev{critical, {"2026-03-03 17:00", proposed, ""}, {"2026-03-04 08:00", rejected, ""}}, "2026-03-04 08:00", []string{"pending 03-09 09:00"}},
		{"before and after a night", "NONE", nil, []ev{critical, {"2026-03-03 16:00", proposed, ""}, {"2026-03-04 09:00", rejected, ""}}, "2026-03-04 09:00", []string{"pending 03-09 11:00", "pending 03-11 11:00"}},
		{"over a weekend", "NONE", nil, []ev{critical, {"2026-03-06 16:00", proposed, ""}, {"2026-03-09 08:30", rejected, ""}}, "2026-03-09 08:30", []string{"pending 03-09 10:30"}},
		{"over Easter", "DE", nil, []ev{{"2026-03-30 09:00", "reported", "Critical"}, {"2026-04-02 16:00", proposed, ""}, {"2026-04-07 09:00", rejected, ""}}, "2026-04-07 09:00", []string{"pending 04-08 11:00"}},
		{"just before a step", "NONE", nil, []ev{critical, {"2026-03-09 08:59:59.999999999", proposed, ""}, {"2026-03-09 10:00", rejected, ""}}, "2026-03-09 10:00", []string{"pending 03-09 10:00:00.000000001"}},
		{"at a step, which is reached", "NONE", nil, []ev{critical, {"2026-03-09 09:00", proposed, ""}}, "2026-03-09 12:00", []string{"reached 03-09 09:00", "halted"}},
		{"at a step, and on", "NONE", nil, []ev{critical, {"2026-03-09 09:00", proposed, ""}, {"2026-03-09 10:00", rejected, ""}}, "2026-03-09 10:00", []string{"reached 03-09 09:00", "pending 03-11 10:00"}},
		{"up to where the step was", "NONE", nil, []ev{critical, {"2026-03-09 08:00", proposed, ""}, {"2026-03-09 09:00", rejected, ""}}, "2026-03-09 09:00", []string{"pending 03-09 10:00"}},
		{"across a step", "NONE", nil, []ev{critical, {"2026-03-09 08:00", proposed, ""}, {"2026-03-10 08:00", rejected, ""}}, "2026-03-10 08:00", []string{"pending 03-10 09:00", "pending 03-12 09:00"}},
		{"before the first hour", "NONE", nil, []ev{{"2026-03-01 09:00", "reported", "Critical"}, {"2026-03-01 10:00", proposed, ""}, {"2026-03-02 07:00", rejected, ""}}, "2026-03-02 07:00", []string{"pending 03-06 17:00"}},
		{"several in a row", "NONE", nil, []ev{critical, {"2026-03-03 09:00", proposed, ""}, {"2026-03-03 10:00", rejected, ""}, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", rejected, ""},
			{"2026-03-05 16:00", proposed, ""}, {"2026-03-06 08:00", rejected, ""}}, "2026-03-06 08:00", []string{"pending 03-09 12:00"}},
		{"of zero length", "NONE", nil, []ev{critical, {"2026-03-03 09:00", proposed, ""}, {"2026-03-03 09:00", rejected, ""}}, "2026-03-03 09:00", []string{"pending 03-09 09:00", "pending 03-11 09:00"}},
		{"a second proposal during a test", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", proposed, ""}, {"2026-03-03 12:00", rejected, ""}}, "2026-03-03 12:00", []string{"pending 03-09 11:00"}},
		{"a rejection without a test", "NONE", nil, []ev{critical, {"2026-03-03 10:00", rejected, ""}, {"2026-03-03 11:00", proposed, ""}, {"2026-03-03 12:00", rejected, ""}, {"2026-03-03 13:00", rejected, ""}}, "2026-03-03 13:00", []string{"pending 03-09 10:00"}},
		{"accepted", "NONE", nil, []ev{critical, {"2026-03-10 10:00", proposed, ""}, {"2026-03-10 11:00", "resolved", ""}}, "2026-03-30 10:00", []string{"reached 03-09 09:00", "cancelled", "cancelled", "cancelled"}},
		{"reopened: the test is over", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", "closed", ""}, {"2026-03-04 09:00", "reopened", ""}}, "2026-03-04 09:00",
			[]string{"cancelled", "cancelled", "cancelled", "cancelled", "pending 03-11 09:00"}},
		{"reopening an open ticket changes nothing", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", "reopened", ""}}, "2026-03-04 09:00", []string{"halted", "halted", "halted", "halted"}},

		{"a Crisis, over a night", "NONE", nil, []ev{crisis, {"2026-03-02 17:00", proposed, ""}, {"2026-03-03 08:00", rejected, ""}}, "2026-03-03 08:00", []string{"pending 03-04 00:00", "pending 03-05 00:00"}},
		{"a Crisis, over the change of clocks", "NONE", nil, []ev{{"2026-03-28 12:00", "reported", "Crisis"}, {"2026-03-28 20:00", proposed, ""}, {"2026-03-29 08:00", rejected, ""}}, "2026-03-29 08:00", []string{"pending 03-30 00:00"}},
		{"waiting for the call", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis by portal"}, {"2026-03-02 10:00", proposed, ""}}, "2026-03-02 10:00", []string{"halted", "halted", "halted", "halted"}},
		{"the call during the test", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis by portal"}, {"2026-03-02 10:00", proposed, ""}, {"2026-03-02 11:00", "contacted", ""}}, "2026-03-02 11:00", []string{"halted", "halted", "halted", "halted"}},
		{"the call during the test, which fails", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis by portal"}, {"2026-03-02 10:00", proposed, ""}, {"2026-03-02 11:00", "contacted", ""}, {"2026-03-02 13:00", rejected, ""}}, "2026-03-02 13:00", []string{"pending 03-03 13:00"}},
		{"the test fails before the call", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis by portal"}, {"2026-03-02 10:00", proposed, ""}, {"2026-03-02 11:00", rejected, ""}}, "2026-03-02 13:00", []string{"pending", "pending"}},

		// Raised at 12:00 to a Crisis after two hours of the test; three more.
		{"across a raise, fair", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 12:00", changed, "Crisis"}, {"2026-03-03 15:00", rejected, ""}}, "2026-03-03 15:00", []string{"pending 03-04 15:00", "pending 03-05 15:00"}},
		{"across a raise, from the change", "NONE", []string{mode, "from_change"}, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 12:00", changed, "Crisis"}, {"2026-03-03 15:00", rejected, ""}}, "2026-03-03 15:00", []string{"pending 03-04 15:00", "pending 03-05 15:00"}},
		// 25 hours have run by Tuesday 10:00. The first step is overdue, and
		// waits for the end of the test; 23 hours are left to the second.
		{"across a raise, from the start", "NONE", []string{mode, "from_start"}, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 12:00", changed, "Crisis"}}, "2026-03-03 14:00", []string{"halted", "halted", "halted", "halted"}},
		{"across a raise, from the start, and on", "NONE", []string{mode, "from_start"}, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 12:00", changed, "Crisis"}, {"2026-03-03 15:00", rejected, ""}}, "2026-03-03 15:00", []string{"reached 03-03 15:00", "pending 03-04 14:00"}},
		// Lowered at 17:00, after seven hours of the test that are business
		// hours too; the night does not count, nor what is before 08:00.
		{"across a lowering, fair", "NONE", nil, []ev{crisis, {"2026-03-02 10:00", proposed, ""}, {"2026-03-02 17:00", changed, "Critical"}, {"2026-03-03 09:00", rejected, ""}}, "2026-03-03 09:00", []string{"pending 03-09 17:00", "pending 03-11 17:00"}},
		{"across a lowering, from the change", "NONE", []string{mode, "from_change"}, []ev{crisis, {"2026-03-02 10:00", proposed, ""}, {"2026-03-02 17:00", changed, "Critical"}, {"2026-03-03 09:00", rejected, ""}}, "2026-03-03 09:00", []string{"pending 03-10 09:00"}},
		{"before a lowering: its pauses are left out of the count", "NONE", nil, []ev{crisis, {"2026-03-02 10:00", proposed, ""}, {"2026-03-02 12:00", rejected, ""}, {"2026-03-02 13:00", changed, "Critical"}}, "2026-03-02 13:00", []string{"pending 03-09 11:00"}},

		{"Standard cancels during a test", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", changed, "Standard"}}, "2026-03-03 11:00", []string{"cancelled", "cancelled", "cancelled", "cancelled"}},
		{"Standard and back during one test", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", changed, "Standard"}, {"2026-03-04 09:00", changed, "Critical"}}, "2026-03-04 10:00", []string{"halted", "halted", "halted", "halted"}},
		{"and the test fails", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", changed, "Standard"}, {"2026-03-04 09:00", changed, "Critical"}, {"2026-03-04 12:00", rejected, ""}}, "2026-03-04 12:00", []string{"pending 03-11 12:00"}},
		{"the test fails while it is Standard", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", changed, "Standard"}, {"2026-03-03 12:00", rejected, ""}, {"2026-03-04 09:00", changed, "Critical"}}, "2026-03-04 12:00", []string{"pending 03-11 09:00"}},
		{"proposed as Standard, raised during the test", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Standard"}, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", changed, "Crisis"}, {"2026-03-03 13:00", rejected, ""}}, "2026-03-03 13:00", []string{"pending 03-04 13:00"}},
		{"proposed as Standard, reopened, raised", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Standard"}, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 11:00", "closed", ""}, {"2026-03-03 12:00", "reopened", ""}, {"2026-03-03 13:00", changed, "Crisis"}}, "2026-03-03 13:00", []string{"pending 03-04 13:00"}},
		{"a change and a rejection at one instant", "NONE", nil, []ev{critical, {"2026-03-03 10:00", proposed, ""}, {"2026-03-03 12:00", changed, "Crisis"}, {"2026-03-03 12:00", rejected, ""}}, "2026-03-03 12:00", []string{"pending 03-04 12:00"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := stepTexts(t, evaluateAt(t, cumulocityFor(t, "EMEA", tt.country, tt.readings...), tt.list, tt.asOf))
			if len(got) < len(tt.want) {
				t.Fatalf("got %q", got)
			}
			if diff := cmp.Diff(tt.want, got[:len(tt.want)]); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
