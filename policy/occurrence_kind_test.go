package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestOccurrenceFields has a whole occurrence of each kind: a backend need not take any of
// its texts apart.
func TestOccurrenceFields(t *testing.T) {
	at := func(text string) (o policy.Occurrence) { o.At = parseAt(t, text); return o }
	ladder := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = a.Metrics[:1]
		a.Metrics[0].Thresholds = []policy.Threshold{{Percent: 25, To: "nobody", Clause: "ACM-9", Levels: []string{"Low"}}, {Percent: 75, To: "desk", Clause: "ACM-9"}}
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{
			Calendar: a.Calendars["always"], Notices: a.Calendars["hours"],
			Steps: []escalation.Step{
				{To: "Anna", After: escalation.Delay{Time: hour}, Clause: "ACM-8"}, {To: "Bo", After: escalation.Delay{Time: 7 * hour}, Clause: "ACM-8"},
			},
			Repeat: escalation.Repeat{Every: escalation.Delay{Time: 6 * hour}, Times: 1},
		}}}
	})
	regions := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics, a.Roaming = a.Metrics[:1], []string{"Mid"}
		a.Regions = &escalation.Regions{List: []escalation.Region{{Name: "Here", Calendar: a.Calendars["hours"]}, {Name: "There", Calendar: a.Calendars["late"]}}}
	})
	opening := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = a.Metrics[:1]
		a.Metrics[0].Targets[2].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, OffDays: "hours", Opens: true}
	})
	_, versions := moving(t, severity.FromStart, true)
	// full fills in what is the same of all rows of a kind.
	full := func(o policy.Occurrence, kind policy.OccurrenceKind, id, what string) policy.Occurrence {
		o.Kind, o.ID, o.What = kind, id, what
		return o
	}
	clock := func(o policy.Occurrence, metric string, round int) policy.Occurrence {
		o.Metric, o.Round = metric, round
		return o
	}
	step := func(o policy.Occurrence, round, step, repeat int, to string) policy.Occurrence {
		o.Round, o.Step, o.Repeat, o.To = round, step, repeat, to
		return o
	}
	region := func(o policy.Occurrence, round int, region string) policy.Occurrence {
		o.Round, o.Region = round, region
		return o
	}
	for _, c := range []struct {
		name    string
		policy  *policy.Policy
		events  []string
		through string
		want    []policy.Occurrence
	}{
		{"a ladder", ladder, []string{"02 09:00 reported Mid email"}, "03 09:00", []policy.Occurrence{
			step(full(at("02 10:00"), policy.OccurrenceStep, "escalation/2026-03-02T09:00:00Z/1", "escalation step 1"), 1, 1, 0, "Anna"),
			step(full(at("02 10:00"), policy.OccurrenceNotice, "notice/escalation/2026-03-02T09:00:00Z/1", "notice of escalation step 1"), 1, 1, 0, "Anna"),
			clock(step(full(at("02 12:00"), policy.OccurrenceThreshold, "threshold/response/2026-03-02T09:00:00Z/2", "response 75%"), 0, 2, 0, "desk"), "response", 1),
			clock(full(at("02 13:00"), policy.OccurrenceDue, "response/2026-03-02T09:00:00Z/due", "response due"), "response", 1),
			step(full(at("02 16:00"), policy.OccurrenceStep, "escalation/2026-03-02T09:00:00Z/2", "escalation step 2"), 1, 2, 0, "Bo"),
			step(full(at("02 16:00"), policy.OccurrenceNotice, "notice/escalation/2026-03-02T09:00:00Z/2", "notice of escalation step 2"), 1, 2, 0, "Bo"),
			step(full(at("02 22:00"), policy.OccurrenceStep, "escalation/2026-03-02T09:00:00Z/2/1", "escalation step 2, repeat 1"), 1, 2, 1, "Bo"),
			step(full(at("03 09:00"), policy.OccurrenceNotice, "notice/escalation/2026-03-02T09:00:00Z/2/1", "notice of escalation step 2, repeat 1"), 1, 2, 1, "Bo"),
		}},
		{"the second round", ladder, []string{"02 09:00 reported Mid email", "02 09:30 resolved", "02 10:00 reopened"}, "02 13:00", []policy.Occurrence{
			step(full(at("02 11:00"), policy.OccurrenceStep, "escalation/2026-03-02T10:00:00Z/1", "escalation step 1"), 2, 1, 0, "Anna"),
			step(full(at("02 11:00"), policy.OccurrenceNotice, "notice/escalation/2026-03-02T10:00:00Z/1", "notice of escalation step 1"), 2, 1, 0, "Anna"),
			clock(step(full(at("02 13:00"), policy.OccurrenceThreshold, "threshold/response/2026-03-02T10:00:00Z/2", "response 75%"), 0, 2, 0, "desk"), "response", 2),
		}},
		{"owners", regions, []string{"02 09:00 reported Mid email", "02 10:00 responded"}, "02 20:00", []policy.Occurrence{
			region(full(at("02 17:00"), policy.OccurrenceHandOver, "hand-over/2026-03-02T17:00:00Z", "hand-over to There"), 1, "There"),
			region(full(at("02 20:00"), policy.OccurrenceHandOver, "hand-over/2026-03-02T20:00:00Z", "hand-over to on-call"), 2, "on-call"),
		}},
		// Off hours on a Saturday it waits for a call, or for Monday at nine.
		{"an opening", opening, []string{"07 10:00 reported Low email"}, "09 09:00", []policy.Occurrence{
			clock(full(at("09 09:00"), policy.OccurrenceStarts, "response/2026-03-09T09:00:00Z/starts", "response starts"), "response", 1),
		}},
		{"versions", versions, []string{"02 14:00 reported Mid email"}, "03 12:00", []policy.Occurrence{
			full(at("03 12:00"), policy.OccurrenceVersion, "version/2026-03-03T12:00:00Z", "agreement changes"),
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.policy.Occurrences(parseEvents(t, c.policy, c.events...), parseAt(t, "02 09:00"), parseAt(t, c.through))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRungString(t *testing.T) {
	for want, r := range map[string]policy.Rung{
		"none":                          {},
		"step 1":                        {Step: 1, Round: 1, To: "Anna", State: escalation.Reached},
		"step 2, repeat 3":              {Step: 2, Repeat: 3, Round: 1},
		"step 2 of ladder 2":            {Step: 2, Round: 2},
		"step 12, repeat 1 of ladder 3": {Step: 12, Repeat: 1, Round: 3},
		"75% of response":               {Metric: "response", Threshold: "75%", Step: 1, Round: 1},
		"2h0m0s before due of update 2": {Metric: "update", Threshold: "2h0m0s before due", Step: 2, Round: 2},
	} {
		if got := r.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
