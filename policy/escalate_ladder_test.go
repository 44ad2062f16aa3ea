package policy_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestCUM7_Steps has, for each step of both severities, the instant just before,
// at and just after it, and the next step that the answer names.
func TestCUM7_Steps(t *testing.T) {
	// Monday 09:00. A business day is 9 hours: 8 of them are left on Monday, so
	// the fifth is full at 09:00 on the Monday after, and so on.
	for severity, at := range map[string][4]string{
		"Crisis":   {"2026-03-03 09:00", "2026-03-04 09:00", "2026-03-05 09:00", "2026-03-07 09:00"},
		"Critical": {"2026-03-09 09:00", "2026-03-11 09:00", "2026-03-13 09:00", "2026-03-17 09:00"},
	} {
		p := cumulocityFor(t, "EMEA", "NONE")
		list := escalationEvents(t, p, []ev{{"2026-03-02 09:00", "reported", severity}})
		for i, s := range at {
			for _, beside := range []time.Duration{-1, 0, 1} {
				asOf := instantOf(t, s).Add(beside)
				a, err := p.Evaluate(list, asOf)
				if err != nil {
					t.Fatal(err)
				}
				var want []string
				for k := range at {
					state := "pending "
					if k < i || k == i && beside >= 0 {
						state = "reached "
					}
					want = append(want, state+at[k][5:])
				}
				if diff := cmp.Diff(want, stepTexts(t, a)); diff != "" {
					t.Errorf("%s as of %v (-want +got):\n%s", severity, asOf, diff)
				}
			}
		}
	}
}

func TestCUM7_Ladder(t *testing.T) {
	a := evaluateAt(t, cumulocityFor(t, "EMEA", "NONE"), []ev{{"2026-03-02 09:00", "reported", "Critical"}}, "2026-03-02 09:00")
	var got []string
	for _, r := range a.Escalation {
		got = append(got, r.To+" "+r.Clause)
	}
	want := []string{"Regional Director CUM-7", "Global Vice President CUM-7", "Global Senior Vice President CUM-7", "Chief Operating Officer CUM-7"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestCUM7_Counted has ladders that begin outside hours, cross holidays or the
// change of clocks, wait, change with the severity and end.
func TestCUM7_Counted(t *testing.T) {
	const mode = "cumulocity.severity_change"
	for _, tt := range []struct {
		name, country string
		readings      []string
		list          []ev
		asOf          string
		want          []string
	}{
		{"Standard has none", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Standard"}}, "2026-04-02 09:00", nil},
		{"a day of a Crisis is 24 hours", "NONE", nil, []ev{{"2026-03-28 12:00", "reported", "Crisis"}}, "2026-03-28 12:00",
			[]string{"pending 03-29 13:00", "pending 03-30 13:00", "pending 03-31 13:00", "pending 04-02 13:00"}},
		{"a Critical from a Saturday", "NONE", nil, []ev{{"2026-03-07 12:00", "reported", "Critical"}}, "2026-03-07 12:00",
			[]string{"pending 03-13 17:00", "pending 03-17 17:00", "pending 03-19 17:00", "pending 03-23 17:00"}},
		{"a Critical over Easter", "DE", nil, []ev{{"2026-03-27 17:00", "reported", "Critical"}}, "2026-03-27 17:00",
			[]string{"pending 04-07 17:00", "pending 04-09 17:00", "pending 04-13 17:00", "pending 04-15 17:00"}},
		{"a Crisis waits for its call", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis by portal"}}, "2026-03-12 09:00",
			[]string{"pending", "pending", "pending", "pending"}},
		{"the call is its receipt", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis by portal"}, {"2026-03-02 10:30", "contacted", ""}}, "2026-03-02 11:00",
			[]string{"pending 03-03 10:30", "pending 03-04 10:30", "pending 03-05 10:30", "pending 03-07 10:30"}},
		{"waiting, lowered: no call is needed any more", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis by portal"}, {"2026-03-03 09:00", "severity_changed", "Critical"}}, "2026-03-03 09:00",
			[]string{"pending 03-10 09:00", "pending 03-12 09:00", "pending 03-16 09:00", "pending 03-18 09:00"}},

		{"raised, fair: from the change", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Critical"}, {"2026-03-03 12:00", "severity_changed", "Crisis"}}, "2026-03-03 12:00",
			[]string{"pending 03-04 12:00", "pending 03-05 12:00", "pending 03-06 12:00", "pending 03-08 12:00"}},
		{"raised, fair: never later", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Critical"}, {"2026-03-08 12:00", "severity_changed", "Crisis"}}, "2026-03-08 12:00",
			[]string{"pending 03-09 09:00", "pending 03-10 12:00", "pending 03-11 12:00", "pending 03-13 12:00"}},
		{"raised, from the start: what lies in the past is reached", "NONE", []string{mode, "from_start"},
			[]ev{{"2026-03-02 09:00", "reported", "Critical"}, {"2026-03-04 12:00", "severity_changed", "Crisis"}}, "2026-03-04 12:00",
			[]string{"reached 03-04 12:00", "reached 03-04 12:00", "pending 03-05 09:00", "pending 03-07 09:00"}},
		{"raised, from the change: later too", "NONE", []string{mode, "from_change"},
			[]ev{{"2026-03-02 09:00", "reported", "Critical"}, {"2026-03-08 12:00", "severity_changed", "Crisis"}}, "2026-03-08 12:00",
			[]string{"pending 03-09 12:00", "pending 03-10 12:00", "pending 03-11 12:00", "pending 03-13 12:00"}},
		{"lowered, fair: from the start", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis"}, {"2026-03-03 15:00", "severity_changed", "Critical"}}, "2026-03-03 15:00",
			[]string{"reached 03-03 09:00", "pending 03-11 09:00", "pending 03-13 09:00", "pending 03-17 09:00"}},
		{"lowered, from the change", "NONE", []string{mode, "from_change"}, []ev{{"2026-03-02 09:00", "reported", "Crisis"}, {"2026-03-02 15:00", "severity_changed", "Critical"}}, "2026-03-02 15:00",
			[]string{"pending 03-09 15:00", "pending 03-11 15:00", "pending 03-13 15:00", "pending 03-17 15:00"}},
		{"a change at the instant of a step comes after it", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis"}, {"2026-03-03 09:00", "severity_changed", "Standard"}}, "2026-03-05 09:00",
			[]string{"reached 03-03 09:00", "cancelled", "cancelled", "cancelled"}},
		{"a raise after Standard counts from it", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis"}, {"2026-03-03 10:00", "severity_changed", "Standard"}, {"2026-03-05 09:00", "severity_changed", "Critical"}}, "2026-03-05 09:00",
			[]string{"reached 03-03 09:00", "pending 03-16 09:00", "pending 03-18 09:00", "pending 03-20 09:00"}},
		{"a ladder that begins with a raise", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Standard by portal"}, {"2026-03-03 10:00", "severity_changed", "Crisis"}}, "2026-03-03 10:00",
			[]string{"pending 03-04 10:00", "pending 03-05 10:00", "pending 03-06 10:00", "pending 03-08 10:00"}},
		{"the end cancels what is not reached", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis"}, {"2026-03-04 09:00", "resolved", ""}, {"2026-03-04 10:00", "severity_changed", "Critical"}}, "2026-03-30 09:00",
			[]string{"reached 03-03 09:00", "reached 03-04 09:00", "cancelled", "cancelled"}},
		{"a reopening begins another", "NONE", nil, []ev{{"2026-03-02 09:00", "reported", "Crisis"}, {"2026-03-03 08:00", "closed", ""}, {"2026-03-03 10:00", "severity_changed", "Critical"}, {"2026-03-04 09:00", "reopened", ""}}, "2026-03-04 09:00",
			[]string{"cancelled", "cancelled", "cancelled", "cancelled", "pending 03-11 09:00", "pending 03-13 09:00", "pending 03-17 09:00", "pending 03-19 09:00"}},
		{"a step beyond the known holidays", "MY-14", nil, []ev{{"2026-12-18T08:00:00+08:00", "reported", "Critical"}}, "2026-12-18T08:00:00+08:00",
			[]string{"pending 12-24 10:00", "pending 12-29 10:00", "pending 12-31 10:00", "pending unknown"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			region := "EMEA"
			if tt.country == "MY-14" {
				region = "APJ"
			}
			got := stepTexts(t, evaluateAt(t, cumulocityFor(t, region, tt.country, tt.readings...), tt.list, tt.asOf))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
