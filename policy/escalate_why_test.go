package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
)

// rungReasons returns the reasons of a step as lines, as reasons does for a clock, without
// the readings, which all steps have.
func rungReasons(t *testing.T, p *policy.Policy, r policy.Rung) []string {
	t.Helper()
	readings := len(p.Choices())
	if len(r.Why) < readings {
		t.Fatalf("%v", r.Why)
	}
	return reasons(t, p, policy.Clock{Why: r.Why[readings:]})
}

// TestExplainLadder has a ladder that is halted in a night, raised and lowered to
// a level without one, ends, and begins anew.
func TestExplainLadder(t *testing.T) {
	p := nagging(t)
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 09:10 responded", "02 20:00 resolution_proposed", "02 22:00 resolution_rejected")
	a, err := p.Explain(events, parseAt(t, "03 02:00"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{
		{
			"start 02 09:00 reported as Mid by email [ACM-8]",
			"target 02 11:00 Mid: 2h0m0s on always [ACM-8]",
			"reached 02 11:00  [ACM-8]",
			"notice 02 11:00 the first opening of the notices' hours [ACM-8]",
			"hours always [F]",
		},
		{
			"start 02 11:00 the step was reached, and comes again [ACM-8]",
			"target 02 17:00 Mid: 6h0m0s on always [ACM-8]",
			"reached 02 17:00  [ACM-8]",
			"notice 03 09:00 the first opening of the notices' hours [ACM-8]",
			"hours always [F]",
		},
		{
			"start 02 17:00 the step was reached, and comes again [ACM-8]",
			"target 02 23:00 Mid: 6h0m0s on always [ACM-8]",
			"halt 02 20:00 resolution_proposed [ACM-9]",
			"paused 02 20:00 02 22:00 2h0m0s put off by the working time of the halt on always [G7]",
			"resume 02 22:00 resolution_rejected [ACM-9]",
			"target 03 01:00 what was left is counted from here [G7]",
			"reached 03 01:00  [ACM-8]",
			"notice 03 09:00 the first opening of the notices' hours [ACM-8]",
			"hours always [F]",
		},
		{
			"start 03 01:00 the step was reached, and comes again [ACM-8]",
			"target 03 07:00 Mid: 6h0m0s on always [ACM-8]",
			"hours always [F]",
		},
	} {
		if diff := cmp.Diff(want, rungReasons(t, p, a.Escalation[i])); diff != "" {
			t.Errorf("row %d (-want +got):\n%s", i, diff)
		}
	}
	events = append(events, parseEvents(t, p, "02 09:00 reported Mid email", "03 02:00 severity_changed Low", "03 03:00 severity_changed Mid", "03 04:00 closed", "03 05:00 reopened")[1:]...)
	if a, err = p.Explain(events, parseAt(t, "03 05:00")); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"start 03 01:00 the step was reached, and comes again [ACM-8]",
		"target 03 07:00 Mid: 6h0m0s on always [ACM-8]",
		"stop 03 02:00 severity_changed to Low: cancelled [T7]",
		"start 03 03:00 severity_changed to Mid [ACM-8]",
		"target 03 09:00 Mid: 6h0m0s on always [ACM-8]",
		"stop 03 04:00 closed: cancelled [T9]",
		"hours always [F]",
	}
	if diff := cmp.Diff(want, rungReasons(t, p, a.Escalation[3])); diff != "" {
		t.Errorf("changed (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"start 03 05:00 reopened [ACM-8]", "target 03 07:00 Mid: 2h0m0s on always [ACM-8]", "hours always [F]"}, rungReasons(t, p, a.Escalation[4])); diff != "" {
		t.Errorf("reopened (-want +got):\n%s", diff)
	}
}

// TestExplainChangedLadder has a Crisis that waits for its call, and is lowered.
func TestExplainChangedLadder(t *testing.T) {
	p := cumulocityFor(t, "EMEA", "NONE")
	a, err := p.Explain(escalationEvents(t, p, []ev{
		{"2026-03-02 09:00", "reported", "Crisis by portal"}, {"2026-03-02 10:00", "contacted", ""}, {"2026-03-02 12:00", "severity_changed", "Critical"},
	}), instantOf(t, "2026-03-02 13:00"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range a.Escalation[0].Why[len(p.Choices()):] {
		if s.Kind == policy.StepHours {
			s.By = "F"
		}
		at := ""
		if s.At.IsKnown() {
			at = s.At.Time().In(inBerlin(t)).Format(" 01-02 15:04")
		}
		got = append(got, string(s.Kind)+at+" "+s.Text+" ["+s.By+"]")
	}
	want := []string{
		"wait 03-02 09:00 reported as Crisis by portal: the ladder waits for phone [CUM-7]",
		"start 03-02 10:00 contacted [CUM-7]",
		"target 03-03 10:00 Crisis: 24h0m0s on 24x7 [CUM-7]",
		"change 03-02 12:00 severity_changed to Critical [G8]",
		"target 03-09 10:00 Critical: 5 business days (working_time) on business-hours, counted from the start of the clock and not earlier than before [CUM-7]",
		"hours business-hours [F]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestCUM9_Explain has the reasons in the rows of the ownership, and only where
// they were asked for.
func TestCUM9_Explain(t *testing.T) {
	p := cumulocityFor(t, "EMEA", "NONE")
	list := escalationEvents(t, p, []ev{{"2026-07-15T14:00:00Z", "reported", "Crisis"}, {"2026-07-15T22:00:00Z", "severity_changed", "Critical"}})
	asOf := instantOf(t, "2026-07-16T12:00:00Z")
	a, err := p.Explain(list, asOf)
	if err != nil {
		t.Fatal(err)
	}
	why := func(step, at, text string) string {
		return `,"why":[{"step":"` + step + `","at":"2026-07-1` + at + `+02:00","text":"` + text + `","by":"CUM-9"}]}`
	}
	row := func(at, region string) string { return `{"from":"2026-07-1` + at + `+02:00","region":"` + region + `"` }
	want := `"ownership":[` +
		row("5T16:00:00", "EMEA") + why("start", "5T16:00:00", "reported as Crisis by phone: the default region is active; it is handed over round the clock") + `,` +
		row("5T17:00:00", "US") + why("change", "5T17:00:00", "EMEA closes: the owner's hours end, and of the regions that are active this one opened last; it is handed over round the clock") + `,` +
		row("6T01:00:00", "on-call") + why("change", "6T01:00:00", "US closes: the owner's hours end and no region is active, so it is on call; until EMEA opens") + `,` +
		row("6T02:00:00", "APJ") + why("change", "6T02:00:00", "APJ opens: the first region that opens takes over from on-call; until EMEA opens") + `,` +
		row("6T08:00:00", "EMEA") + why("change", "6T08:00:00", "EMEA opens: the default region opens and takes over; it keeps the ticket") + `]`
	if got := ownershipOf(p, a); got != want {
		t.Error(cmp.Diff(want, got))
	}
	plain, err := p.Evaluate(list, asOf)
	if err != nil {
		t.Fatal(err)
	}
	want = `"ownership":[` + row("5T16:00:00", "EMEA") + `},` + row("5T17:00:00", "US") + `},` + row("6T01:00:00", "on-call") + `},` + row("6T02:00:00", "APJ") + `},` + row("6T08:00:00", "EMEA") + `}]`
	if got := ownershipOf(p, plain); got != want {
		t.Error(cmp.Diff(want, got))
	}
	for _, r := range plain.Escalation {
		if r.Why != nil {
			t.Error("reasons that nobody asked for")
		}
	}
}

// ownershipOf writes the owners of an answer.
func ownershipOf(p *policy.Policy, a policy.Answer) string {
	a.Clocks, a.Escalation, a.Next = nil, nil, policy.Change{}
	s := string(p.AppendAnswer(nil, "", policy.Stamp{}, &a))
	from, to := 0, len(s)
	for i := range s {
		if len(s)-i > 12 && s[i:i+12] == `"ownership":` {
			from = i
		}
		if len(s)-i > 11 && s[i:i+11] == `,"readings"` {
			to = i
		}
	}
	return s[from:to]
}
