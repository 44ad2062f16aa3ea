package policy_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// checkAll compares the mistakes of an agreement with those that it should have, in
// their order, each an ErrAgreement.
func checkAll(t *testing.T, a policy.Agreement, want ...string) {
	t.Helper()
	p, err := policy.New(a)
	if p != nil || !errors.Is(err, policy.ErrAgreement) {
		t.Fatalf("%v, %v", p, err)
	}
	if diff := cmp.Diff(want, strings.Split(err.Error(), "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	joined, ok := err.(interface{ Unwrap() []error })
	for ok && len(joined.Unwrap()) == 1 {
		joined, ok = joined.Unwrap()[0].(interface{ Unwrap() []error })
	}
	if ok {
		for _, one := range joined.Unwrap() {
			if !errors.Is(one, policy.ErrAgreement) {
				t.Errorf("of another kind: %v", one)
			}
		}
	}
}

// TestNewTellsAll: an agreement is checked as a whole, and its mistakes are in the order of
// its fields.
func TestNewTellsAll(t *testing.T) {
	first, _ := policy.Own(0)
	second, _ := policy.Own(1)
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	a.Name, a.Location = "", nil
	a.Calendars["late"], a.Calendars["a b"] = nil, &calendar.Calendar{}
	a.Metrics = append(a.Metrics, policy.Metric{}, policy.Metric{}, policy.Metric{Name: "response"}, policy.Metric{
		Name: "turn", Start: policy.On(second), Pause: policy.Report, Resume: policy.Report,
		Targets: []policy.Target{
			{Level: "Top", Measure: policy.Measure{Days: 100_001}, Calendar: "nights", After: "late"},
			{Level: "Mid", Measure: policy.Measure{Time: 1}, Calendar: "late", After: "nights", FromOpening: true, Gate: policy.Gate{Event: 99, Accepts: policy.By(policy.Email), OffDays: "none"}},
			{Level: "Mid", Measure: policy.Measure{CalendarDays: 100_001}, Calendar: "a b", Clause: "ACM-7"},
		},
		Thresholds: []policy.Threshold{{Percent: -1, Levels: []string{"Mid", "Top"}}, {Before: policy.Measure{Days: 100_001}, To: "desk", Clause: "ACM-9"}},
	})
	a.Events, a.Halt, a.Failed = []string{"closed", "a"}, policy.On(second+1), policy.On(second+1)
	a.Ladders = []policy.LevelLadder{{Level: "Top"}, {Level: "High", Gate: policy.Gate{OffDays: "hours"}}, {Level: "High"}}
	a.Regions, a.Roaming, a.SeverityChange = &escalation.Regions{}, []string{"Top", "High", "Bottom"}, 3
	checkAll(t, a,
		"policy: name: is missing",
		"policy: location: is missing; answers are printed in it",
		`policy: calendars["a b"]: was not made with calendar.New`,
		"policy: calendars[late]: is nil; make it with calendar.New",
		"policy: metrics[3].name: is missing",
		"policy: metrics[4].name: is missing",
		`policy: metrics[5].name: "response" is the name of two metrics`,
		`policy: metrics[6].targets[0].level: "Top" is not a level`,
		`policy: metrics[6].targets[0].measure: "100001 business days" is too long; write at most 100000 days`,
		`policy: metrics[6].targets[0].calendar: "nights" is not a calendar of the agreement`,
		`policy: metrics[6].targets[0].after: "late" is for working time only, not for days`,
		"policy: metrics[6].targets[0].clause: is missing; every target cites the clause that promises it",
		`policy: metrics[6].targets[1].after: "nights" is not a calendar of the agreement`,
		"policy: metrics[6].targets[1].clause: is missing; every target cites the clause that promises it",
		`policy: metrics[6].targets[1].gate.event: "Kind(99)" is not an event of the agreement`,
		"policy: metrics[6].targets[1].gate: must say for which channel it waits",
		`policy: metrics[6].targets[1].gate.off_days: "none" is not a calendar of the agreement`,
		`policy: metrics[6].targets[1].from_opening: "1ns" is working time, which passes from the next opening anyhow`,
		`policy: metrics[6].targets[2].level: "Mid" has two targets`,
		`policy: metrics[6].targets[2].measure: "100001 calendar days" is too long; write at most 100000 days`,
		`policy: metrics[6].pause: "reported, reopened" is in resume too; an event does one of the two`,
		`policy: metrics[6].thresholds[0].percent: "-1" must be from 1 through 1000`,
		"policy: metrics[6].thresholds[0].to: is missing; a threshold tells somebody",
		"policy: metrics[6].thresholds[0].clause: is missing; every threshold cites the clause that says so",
		`policy: metrics[6].thresholds[0].levels[1]: "Top" is not a level`,
		`policy: metrics[6].thresholds[1].before: "100001 business days" is too long; write at most 100000 days`,
		`policy: events[0]: "closed" is an event that every agreement has`,
		`policy: halt: "`+(second+1).String()+`" is not an event of the agreement`,
		`policy: failed: "`+(second+1).String()+`" is not an event of the agreement`,
		`policy: ladders[0].level: "Top" is not a level`,
		"policy: ladders[0].ladder.calendar: is missing; delays are counted on it",
		"policy: ladders[1].ladder.calendar: is missing; delays are counted on it",
		"policy: ladders[1].gate: can wait for a channel only",
		`policy: ladders[2].level: "High" has two ladders`,
		"policy: ladders[2].ladder.calendar: is missing; delays are counted on it",
		`policy: regions.default: "0" is not the index of one of 0 regions`,
		`policy: roaming[0]: "Top" is not a level`,
		`policy: roaming[2]: "Bottom" is not a level`,
		`policy: severity_change: "Mode(3)" is not a mode`,
	)
	// What depends on the levels is not reported if there are none.
	b, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	b.Scale, b.Roaming, b.Events, b.Halt = nil, []string{"High"}, []string{""}, policy.On(first)
	b.Metrics[0].Targets[0].Clause = ""
	checkAll(t, b,
		"policy: scale: is missing; an agreement has at least one level",
		"policy: metrics[0].targets[0].clause: is missing; every target cites the clause that promises it",
		"policy: events[0]: is missing; an event has a name",
	)
}

// TestNewMistakesOfCalendars: an invalid calendar is reported by its name, and not a second
// time where it is used; a combined calendar is valid.
func TestNewMistakesOfCalendars(t *testing.T) {
	a, err := acme()
	if err != nil {
		t.Fatal(err)
	}
	both, err := calendar.Union(a.Calendars["hours"], a.Calendars["late"])
	if err != nil {
		t.Fatal(err)
	}
	a.Calendars["late"] = both
	if _, err := policy.New(a); err != nil {
		t.Error(err)
	}
	a.Calendars["hours"] = nil
	checkAll(t, a, "policy: calendars[hours]: is nil; make it with calendar.New")
	a.Calendars["hours"] = new(calendar.Calendar)
	checkAll(t, a, "policy: calendars[hours]: was not made with calendar.New")
	// The zone of a calendar does not matter, however far it is from UTC.
	far, err := calendar.New(calendar.Config{Location: time.FixedZone("far", 23*3600), Week: calendar.Weekdays(0, time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	a.Calendars["hours"] = far
	if _, err := policy.New(a); err != nil {
		t.Error(err)
	}
}

// TestNewMostDays: three rows at the boundary.
func TestNewMostDays(t *testing.T) {
	for days, want := range map[int]string{
		policy.MaxDays - 1: "", policy.MaxDays: "",
		policy.MaxDays + 1: `policy: metrics[0].targets[1].measure: "100001 business days" is too long; write at most 100000 days`,
	} {
		a, err := acme()
		if err != nil {
			t.Fatal(err)
		}
		a.Metrics[0].Targets[1].Measure = policy.Measure{Days: days}
		if _, err := policy.New(a); (err == nil) != (want == "") || err != nil && err.Error() != want {
			t.Errorf("%d days: %v, want %s", days, err, want)
		}
	}
}
