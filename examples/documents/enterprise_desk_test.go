package documents

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestEnterpriseDesk: the desks of EMEA and AMER are open on weekdays from 08:00 to
// 18:00 in London and New York, and round the clock for platinum.
func TestEnterpriseDesk(t *testing.T) {
	want := map[string][]string{
		// Monday 16:00. Response: 30 minutes, 75 % of which are 22.5. Resolution: four
		// hours, 2 on Monday and 2 on Tuesday; 50 % are 2 hours, 75 % are 3, 120 % are 4.8;
		// an hour before due, and a business day after it at the same time. The ladder:
		// at once, after four hours, and two business days later at the same time.
		"critical in Europe": {
			"E-1 response 2026-03-02T16:30:00Z running",
			"E-2 resolution 2026-03-03T10:00:00Z running",
			"→ duty manager 2026-03-02T16:00:00Z reached",
			"→ service owner 2026-03-03T10:00:00Z pending",
			"→ managing director 2026-03-04T16:00:00Z pending",
			"→ queue lead 2026-03-02T16:22:30Z pending",
			"→ duty manager 2026-03-02T16:30:00Z pending",
			"→ queue lead 2026-03-02T18:00:00Z pending",
			"→ duty manager 2026-03-03T09:00:00Z pending",
			"→ service owner 2026-03-03T10:00:00Z pending",
			"→ head of operations 2026-03-03T10:48:00Z pending",
			"→ assignee 2026-03-03T09:00:00Z pending",
			"→ account director 2026-03-04T10:00:00Z pending",
		},
		// Saturday 20:00 in New York, whose clocks go forward at 02:00 on Sunday. Ten
		// hours end at 06:00, by the new time 07:00; 50 % at 01:00, 75 % at 03:30 (04:30),
		// 120 % at 08:00 (09:00), which is the instant of the answer. The response came at
		// half of its time, so nobody is told of it.
		"platinum in America": {
			"E-1 response 2026-03-07T22:00:00-05:00 met",
			"E-2 resolution 2026-03-08T07:00:00-04:00 breached",
			"→ queue lead cancelled",
			"→ duty manager cancelled",
			"→ queue lead 2026-03-08T01:00:00-05:00 reached",
			"→ duty manager 2026-03-08T04:30:00-04:00 reached",
			"→ service owner 2026-03-08T07:00:00-04:00 reached",
			"→ head of operations 2026-03-08T09:00:00-04:00 reached",
			"→ assignee 2026-03-08T06:00:00-04:00 reached",
			"→ account director 2026-03-09T07:00:00-04:00 pending",
		},
		// Thursday 17:00: an hour is left of the day, and Good Friday and Easter Monday
		// are off: Tuesday. Response: two hours, 1 and 1, 75 % are 1.5; resolution: ten
		// hours, 1 and 9; 50 % are 5, 75 % are 7.5, 120 % are 12, 2 on Wednesday.
		"Easter in Europe": {
			"E-1 response 2026-04-07T09:00:00+01:00 running",
			"E-2 resolution 2026-04-07T17:00:00+01:00 running",
			"→ queue lead 2026-04-07T08:30:00+01:00 pending",
			"→ duty manager 2026-04-07T09:00:00+01:00 pending",
			"→ queue lead 2026-04-07T12:00:00+01:00 pending",
			"→ duty manager 2026-04-07T14:30:00+01:00 pending",
			"→ service owner 2026-04-07T17:00:00+01:00 pending",
			"→ head of operations 2026-04-08T09:00:00+01:00 pending",
			"→ assignee 2026-04-07T16:00:00+01:00 pending",
			"→ account director 2026-04-08T17:00:00+01:00 pending",
		},
		// The same instant is Thursday 12:00 in New York, where neither is a federal
		// holiday: 6 hours on Thursday and 4 on Friday; 120 %: two more; a business day
		// after Friday is Monday.
		"Easter in America": {
			"E-1 response 2026-04-02T14:00:00-04:00 running",
			"E-2 resolution 2026-04-03T12:00:00-04:00 running",
			"→ queue lead 2026-04-02T13:30:00-04:00 pending",
			"→ duty manager 2026-04-02T14:00:00-04:00 pending",
			"→ queue lead 2026-04-02T17:00:00-04:00 pending",
			"→ duty manager 2026-04-03T09:30:00-04:00 pending",
			"→ service owner 2026-04-03T12:00:00-04:00 pending",
			"→ head of operations 2026-04-03T14:00:00-04:00 pending",
			"→ assignee 2026-04-03T11:00:00-04:00 pending",
			"→ account director 2026-04-06T12:00:00-04:00 pending",
		},
		// Minor was due five business days after Monday, on the 9th. Raised at 15:00 to
		// major the ten hours count from the start, 09:00: 9 on Monday, 1 on Tuesday. Half
		// of them were over at 14:00: that step is reached at the change, 15:00. 75 %: 16:30;
		// 120 %: two hours after due; an hour before it: 08:00.
		"raised": {
			"E-1 response 2026-03-03T18:00:00Z met",
			"E-2 resolution 2026-03-03T09:00:00Z running",
			"→ queue lead cancelled",
			"→ duty manager cancelled",
			"→ queue lead 2026-03-02T15:00:00Z reached",
			"→ duty manager 2026-03-02T16:30:00Z pending",
			"→ service owner 2026-03-03T09:00:00Z pending",
			"→ head of operations 2026-03-03T11:00:00Z pending",
			"→ assignee 2026-03-03T08:00:00Z pending",
			"→ account director 2026-03-04T09:00:00Z pending",
		},
		// Tuesday 17:00 in London, by the first version: 1 hour on Tuesday, 3 on Wednesday.
		"before the new version": {
			"E-1 response 2026-06-30T17:30:00+01:00 met",
			"E-2 resolution 2026-07-01T11:00:00+01:00 running",
			"→ duty manager 2026-06-30T17:00:00+01:00 reached",
			"→ service owner 2026-07-01T11:00:00+01:00 pending",
			"→ managing director 2026-07-02T17:00:00+01:00 pending",
			"→ queue lead cancelled",
			"→ duty manager cancelled",
			"→ queue lead 2026-07-01T09:00:00+01:00 pending",
			"→ duty manager 2026-07-01T10:00:00+01:00 pending",
			"→ service owner 2026-07-01T11:00:00+01:00 pending",
			"→ head of operations 2026-07-01T11:48:00+01:00 pending",
			"→ assignee 2026-07-01T10:00:00+01:00 pending",
			"→ account director 2026-07-02T11:00:00+01:00 pending",
		},
		// The second version begins at 01:00 in London and gives two hours, counted fairly:
		// from there, and no later than before, so to Wednesday 10:00. That is three hours
		// since the report: 50 % are 1.5, 75 % are 2.25, 120 % are 0.6 after due. The steps
		// of the ladder would all be later from 01:00 on, and so stay.
		"in the new version": {
			"E-1 response 2026-06-30T17:30:00+01:00 met",
			"E-2 resolution 2026-07-01T10:00:00+01:00 running",
			"→ duty manager 2026-06-30T17:00:00+01:00 reached",
			"→ service owner 2026-07-01T11:00:00+01:00 pending",
			"→ managing director 2026-07-02T17:00:00+01:00 pending",
			"→ queue lead cancelled",
			"→ duty manager cancelled",
			"→ queue lead 2026-07-01T08:30:00+01:00 reached",
			"→ duty manager 2026-07-01T09:15:00+01:00 pending",
			"→ service owner 2026-07-01T10:00:00+01:00 pending",
			"→ head of operations 2026-07-01T10:36:00+01:00 pending",
			"→ assignee 2026-07-01T09:00:00+01:00 reached",
			"→ account director 2026-07-02T10:00:00+01:00 pending",
		},
	}
	if diff := cmp.Diff(want, tell(t, "enterprise-desk")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
