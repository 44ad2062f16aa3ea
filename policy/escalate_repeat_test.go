package policy_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// nagging is an agreement with a round-the-clock ladder of one step after two hours, which
// is repeated every six hours, three times, with notices from 09:00 to 17:00 from Monday to
// Friday.
func nagging(t *testing.T) *policy.Policy {
	t.Helper()
	return mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = a.Metrics[:1]
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{
			Calendar: a.Calendars["always"], Notices: a.Calendars["hours"], HaltClause: "ACM-9",
			Steps:  []escalation.Step{{To: "Anna", After: escalation.Delay{Time: 2 * hour}, Clause: "ACM-8"}},
			Repeat: escalation.Repeat{Every: escalation.Delay{Time: 6 * hour}, Times: 3},
		}}}
		a.Test, a.Failed = policy.On(policy.ResolutionProposed), policy.On(policy.ResolutionRejected)
	})
}

// escalationOf cuts the steps and the next change out of an answer in JSON.
func escalationOf(t *testing.T, p *policy.Policy, a policy.Answer) string {
	t.Helper()
	a.Clocks = nil
	s := string(p.AppendAnswer(nil, "", policy.Stamp{}, &a))
	_, s, _ = strings.Cut(s, `"escalation":`)
	s, _, _ = strings.Cut(s, `,"readings"`)
	return s
}

// TestCUM8_RepeatsInAnswers compares answers byte for byte around a repeat and a notice at
// night.
func TestCUM8_RepeatsInAnswers(t *testing.T) {
	p := nagging(t)
	step := `[{"step":1,"to":"Anna","clause":"ACM-8","round":1,"at":"2026-03-02T11:00:00Z","notified":"2026-03-02T11:00:00Z","state":"reached"}`
	repeat := func(n, at, notified, state string) string {
		return `,{"step":1,"repeat":` + n + `,"to":"Anna","clause":"ACM-8","round":1,"at":"2026-03-0` + at + `:00:00Z","notified":"2026-03-0` + notified + `:00:00Z","state":"` + state + `"}`
	}
	next := func(at, what string) string {
		return `],"next":{"at":"2026-03-0` + at + `:00:00Z","what":"` + what + `"}`
	}
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 09:10 responded")
	for _, c := range []struct{ asOf, want string }{
		{"02 16:59:59.999999999", step + repeat("1", "2T17", "3T09", "pending") + next("2T17", "escalation step 1, repeat 1")},
		{"02 17:00", step + repeat("1", "2T17", "3T09", "reached") + repeat("2", "2T23", "3T09", "pending") + next("2T23", "escalation step 1, repeat 2")},
		{"03 05:00", step + repeat("1", "2T17", "3T09", "reached") + repeat("2", "2T23", "3T09", "reached") + repeat("3", "3T05", "3T09", "reached") + next("3T09", "notice of escalation step 1, repeat 1")},
		{"03 09:00", step + repeat("1", "2T17", "3T09", "reached") + repeat("2", "2T23", "3T09", "reached") + repeat("3", "3T05", "3T09", "reached") + "]"},
	} {
		a, err := p.Evaluate(events, parseAt(t, c.asOf))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, escalationOf(t, p, a)); diff != "" {
			t.Errorf("as of %s (-want +got):\n%s", c.asOf, diff)
		}
	}
}

// TestCUM8_RepeatsHappen: each repeat and each notice is an occurrence of its own,
// and the spans add up.
func TestCUM8_RepeatsHappen(t *testing.T) {
	p := nagging(t)
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 09:10 responded", "03 01:00 resolution_proposed", "03 02:00 resolution_rejected")
	want := []string{
		"02 11:00 escalation/2026-03-02T09:00:00Z/1: escalation step 1",
		"02 11:00 notice/escalation/2026-03-02T09:00:00Z/1: notice of escalation step 1",
		"02 17:00 escalation/2026-03-02T09:00:00Z/1/1: escalation step 1, repeat 1",
		"02 23:00 escalation/2026-03-02T09:00:00Z/1/2: escalation step 1, repeat 2",
		"03 06:00 escalation/2026-03-02T09:00:00Z/1/3: escalation step 1, repeat 3",
		"03 09:00 notice/escalation/2026-03-02T09:00:00Z/1/1: notice of escalation step 1, repeat 1",
		"03 09:00 notice/escalation/2026-03-02T09:00:00Z/1/2: notice of escalation step 1, repeat 2",
		"03 09:00 notice/escalation/2026-03-02T09:00:00Z/1/3: notice of escalation step 1, repeat 3",
	}
	if diff := cmp.Diff(want, happen(t, p, events, "02 09:00", "10 09:00")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var parts []string
	cuts := []string{"02 09:00", "02 11:00", "02 17:00", "02 22:59:59.999999999", "02 23:00", "03 01:30", "03 06:00", "03 08:59", "03 09:00", "10 09:00"}
	for i := range cuts[1:] {
		parts = append(parts, happen(t, p, events, cuts[i], cuts[i+1])...)
	}
	if diff := cmp.Diff(want, parts); diff != "" {
		t.Errorf("in parts (-want +got):\n%s", diff)
	}
	// Closed before the opening, nobody is told any more.
	closed := append(events, parseEvents(t, p, "02 09:00 reported Mid email", "03 08:59 closed")[1])
	if diff := cmp.Diff(want[:5], happen(t, p, closed, "02 09:00", "10 09:00")); diff != "" {
		t.Errorf("closed (-want +got):\n%s", diff)
	}
}

// TestCUM8_NoticeOfTwoSteps: of a notice and a step at one instant, the row that
// comes first is named.
func TestCUM8_NoticeOfTwoSteps(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = a.Metrics[:1]
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["always"], Notices: a.Calendars["hours"], Steps: []escalation.Step{
			{To: "Anna", After: escalation.Delay{Time: 10 * hour}, Clause: "ACM-8"}, {To: "Bo", After: escalation.Delay{Time: 24 * hour}, Clause: "ACM-8"},
		}}}}
	})
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 09:10 responded")
	for _, c := range [][2]string{
		{"02 18:59", "02 19:00 escalation step 1"}, {"02 19:00", "03 09:00 notice of escalation step 1"}, {"03 09:00", ""},
	} {
		a, err := p.Evaluate(events, parseAt(t, c[0]))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if next, ok := a.Next.Get(); ok {
			got = short(next.At) + " " + next.What
		}
		if got != c[1] {
			t.Errorf("as of %s next is %q, want %q", c[0], got, c[1])
		}
	}
}

// TestG9_UnknownNotice: the step is reached, and the answer says why the time of its notice
// is not known.
func TestG9_UnknownNotice(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		through, err := calendar.NewDate(2026, 3, 2)
		if err != nil {
			t.Fatal(err)
		}
		hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), HolidaysThrough: through})
		if err != nil {
			t.Fatal(err)
		}
		a.Metrics = a.Metrics[:1]
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["always"], Notices: hours,
			Steps: []escalation.Step{{To: "Anna", After: escalation.Delay{Time: 10 * hour}, Clause: "ACM-8"}}}}}
	})
	a, err := p.Evaluate(parseEvents(t, p, "02 09:00 reported Mid email", "02 09:10 responded"), parseAt(t, "02 20:00"))
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"step":1,"to":"Anna","clause":"ACM-8","round":1,"at":"2026-03-02T19:00:00Z","unknown":"holidays are known through 2026-03-02 only","state":"reached"}]`
	if diff := cmp.Diff(want, escalationOf(t, p, a)); diff != "" {
		t.Error(diff)
	}
}
