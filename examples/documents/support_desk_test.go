package documents

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSupportDesk: the office in Berlin is open on weekdays from 09:00 to 18:00, which
// are nine hours a day. 2026-03-02 is a Monday.
func TestSupportDesk(t *testing.T) {
	want := map[string][]string{
		// Urgent clocks run round the clock. The answer at 10:10 and the update at
		// 11:30 each end a round of updates of two hours, and begin the next.
		"urgent on a Saturday": {
			"D-1 first_reply 2026-03-07T10:15:00+01:00 met",
			"D-3 periodic_update 2026-03-07T12:00:00+01:00 met",
			"D-4 requester_wait 2026-03-07T14:00:00+01:00 running",
			"D-5 agent_work 2026-03-07T13:00:00+01:00 running",
			"D-6 total_resolution 2026-03-07T16:00:00+01:00 running",
			"D-3 periodic_update 2026-03-07T12:10:00+01:00 met",
			"D-3 periodic_update 2026-03-07T13:30:00+01:00 running",
		},
		// First reply: two hours on Monday, two on Tuesday. In the pause only the
		// total runs: 27 hours are 2 on Monday, 9, 9, and 7 on Thursday.
		"pending": {
			"D-1 first_reply 2026-03-03T11:00:00+01:00 met",
			"D-4 requester_wait paused",
			"D-5 agent_work paused",
			"D-6 total_resolution 2026-03-05T16:00:00+01:00 running",
		},
		// Three hours were used by Tuesday 10:00, and the message at 13:00 ends the
		// pause. Requester wait: 15 of 18 hours are left: 5 on Tuesday, 9, 1 on Thursday.
		// Agent work: 9 of 12: 5 on Tuesday, 4 on Wednesday. The next reply is owed
		// from the first of the two messages: 8 hours, 5 on Tuesday, 3 on Wednesday.
		"answered while pending": {
			"D-1 first_reply 2026-03-03T11:00:00+01:00 met",
			"D-4 requester_wait 2026-03-05T10:00:00+01:00 running",
			"D-5 agent_work 2026-03-04T13:00:00+01:00 running",
			"D-6 total_resolution 2026-03-05T16:00:00+01:00 running",
			"D-2 next_reply 2026-03-04T12:00:00+01:00 running",
		},
		// From Thursday 15:00; Friday is Labour Day. Requester wait does not pause
		// while on hold: 3 hours on Thursday, 5 on Monday. Agent work used half an hour,
		// and has 5.5 left from Monday 10:00. Total: 3 and 6 hours. Updates, four hours:
		// 3 and 1, and from 15:30 on 2.5 and 1.5.
		"on hold over a holiday": {
			"D-1 first_reply 2026-04-30T16:00:00+02:00 met",
			"D-3 periodic_update 2026-05-04T10:00:00+02:00 met",
			"D-4 requester_wait 2026-05-04T14:00:00+02:00 running",
			"D-5 agent_work 2026-05-04T15:30:00+02:00 running",
			"D-6 total_resolution 2026-05-04T15:00:00+02:00 running",
			"D-3 periodic_update 2026-05-04T10:30:00+02:00 running",
		},
	}
	if diff := cmp.Diff(want, tell(t, "support-desk")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSupportDesk_Coverage: D-7 asks for the subscription and leaves training out, and
// what was modified unless that was approved; D-8 charges for imports.
func TestSupportDesk_Coverage(t *testing.T) {
	coverage, err := read(t, "support-desk").CoveragePolicy()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		facts map[string]bool
		want  []string // the outcome and the reasons, or the error
	}{
		{map[string]bool{"subscription_paid": true}, []string{"covered"}},
		{nil, []string{"suspended", "suspended by D-7 (7.1): the subscription must be paid [subscription_paid, not stated]"}},
		{map[string]bool{"subscription_paid": true, "modified": true, "modification_approved": true}, []string{"covered"}},
		{map[string]bool{"subscription_paid": false, "modified": true, "data_import": true}, []string{
			"not_covered",
			"suspended by D-7 (7.1): the subscription must be paid [subscription_paid]",
			"not_covered by D-7 (7.2): what the customer modified without approval is not supported [modified]",
			"chargeable by D-8 (8): data is imported by the hour [data_import]",
		}},
		{map[string]bool{"subscription_paid": true, "data_import": true}, []string{"chargeable", "chargeable by D-8 (8): data is imported by the hour [data_import]"}},
		{map[string]bool{"subscription_paid": true, "modification_approved": true}, []string{
			`policy: facts[modification_approved]: "true" is possible only with modified; write that as true too, or leave modification_approved out`,
		}},
	} {
		decision, err := coverage.Decide(test.facts)
		got := []string{decision.Outcome.String()}
		for _, r := range decision.Reasons {
			got = append(got, r.String())
		}
		if err != nil {
			got = []string{err.Error()}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.facts, diff)
		}
	}
}
