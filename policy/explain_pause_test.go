package policy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// TestExplainPauses: a pause has a step when it begins and when it ends, and is a stretch
// of its own among those that count; two pauses that meet are one stretch.
func TestExplainPauses(t *testing.T) {
	p := mustAcme(t, pausing())
	begin := []string{
		"reading fair [acme.severity_change]",
		"start 02 09:00 reported as Mid by email [ACM-7]",
		"target 02 17:00 Mid: 8h0m0s on hours [ACM-7]",
		"pause 02 10:00 info_requested: the clock pauses [G7]",
		"resume 02 12:00 info_received: the clock goes on with what was left of it [G7]",
		"target 03 11:00 Mid: 8h0m0s on hours [ACM-7]",
	}
	const mid, asked, answered = "02 09:00 reported Mid email", "02 10:00 info_requested", "02 12:00 info_received"
	for _, row := range []struct {
		name   string
		events []string
		asOf   string
		want   []string
	}{
		{"one", []string{mid, asked, answered}, "02 13:00", append(begin[:6:6],
			"hours hours [F]", "counted 02 09:00 02 10:00 1h0m0s  []", "paused 02 10:00 02 12:00  [G7]",
			"hours hours [F]", "counted 02 12:00 02 13:00 1h0m0s  []", "ahead 02 13:00 02 17:00 4h0m0s  []",
			"closed 02 17:00 03 09:00 night []", "ahead 03 09:00 03 11:00 2h0m0s  []")},
		{"two that meet", []string{mid, asked, answered, "02 12:00 info_requested", "02 13:00 info_received"}, "02 13:00", append(begin[:6:6],
			"pause 02 12:00 info_requested: the clock pauses [G7]",
			"resume 02 13:00 info_received: the clock goes on with what was left of it [G7]",
			"target 03 12:00 Mid: 8h0m0s on hours [ACM-7]",
			"hours hours [F]", "counted 02 09:00 02 10:00 1h0m0s  []", "paused 02 10:00 02 13:00  [G7]",
			"hours hours [F]", "ahead 02 13:00 02 17:00 4h0m0s  []", "closed 02 17:00 03 09:00 night []", "ahead 03 09:00 03 12:00 3h0m0s  []")},
	} {
		a, err := p.Explain(parseEvents(t, p, row.events...), parseAt(t, row.asOf))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(row.want, reasons(t, p, a.Clocks[0])); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestExplainDays: a target in business days says how they are counted, and time of
// one day outside the hours says so.
func TestExplainDays(t *testing.T) {
	for v, want := range map[calendar.Convention]string{
		calendar.CloseOfBusiness: "target 03 17:00 Mid: 1 business day on hours [ACM-7]",
		calendar.SameTime:        "target 03 18:00 Mid: 1 business day at the same time of day on hours [ACM-7]",
		calendar.WorkingTime:     "target 03 17:00 Mid: 1 business day as working time on hours [ACM-7]",
	} {
		target := owed("Mid")
		target.Measure = policy.Measure{Days: 1, Convention: v}
		p := mustAcme(t, only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{target}}))
		a, err := p.Explain(parseEvents(t, p, "02 18:00 reported Mid email"), parseAt(t, "02 19:00"))
		if err != nil {
			t.Fatal(err)
		}
		if got := reasons(t, p, a.Clocks[0])[2]; got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
		if v != calendar.SameTime {
			continue
		}
		// It ends an hour after the hours of that day.
		const last = "closed 03 17:00 03 18:00 outside hours []"
		if got := reasons(t, p, a.Clocks[0]); got[len(got)-1] != last {
			t.Errorf("the last stretch: %s, want %s", got[len(got)-1], last)
		}
	}
}

// TestExplainLadderAtChange: a ladder that begins at a change of level tells why its
// steps come when they do.
func TestExplainLadderAtChange(t *testing.T) {
	p := mustAcme(t, climbing(4))
	a, err := p.Explain(parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 severity_changed High"), parseAt(t, "02 11:00"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range a.Escalation[0].Why {
		got = append(got, string(s.Kind)+" "+s.Text)
	}
	want := []string{"reading fair", "start severity_changed to High", "target High: 4h0m0s on hours", "hours hours"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAnswerJSON_Reasons: thresholds are written with when they are reached, and reasons
// where they were asked for.
func TestAnswerJSON_Reasons(t *testing.T) {
	p := mustAcme(t, watched([]policy.Threshold{{Percent: 50}, {After: policy.Measure{Time: hour}}}))
	events := parseEvents(t, p, "02 09:00 reported Mid email")
	plain, err := p.Evaluate(events, parseAt(t, "02 10:00"))
	if err != nil {
		t.Fatal(err)
	}
	told, err := p.Explain(events, parseAt(t, "02 10:00"))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		part   string
		answer *policy.Answer
		times  int
	}{
		{`"threshold":"50%"`, &plain, 1}, {`"threshold":"1h0m0s after due"`, &plain, 1}, {`"why":[`, &plain, 0}, {`"step":"start"`, &told, 1},
	} {
		if got := strings.Count(string(p.AppendAnswer(nil, "", policy.Stamp{}, row.answer)), row.part); got != row.times {
			t.Errorf("%s is there %d times, want %d", row.part, got, row.times)
		}
	}
}

// TestManySteps: the seventh step is named as the others are.
func TestManySteps(t *testing.T) {
	p := mustAcme(t, climbing(1, 2, 3, 4, 5, 6, 7))
	a, err := p.Evaluate(parseEvents(t, p, "02 09:00 reported High phone"), parseAt(t, "02 15:00"))
	if err != nil {
		t.Fatal(err)
	}
	if next, ok := a.Next.Get(); !ok || next.What != "escalation step 7" || short(next.At) != "02 16:00" || a.Escalation[5].State != escalation.Reached {
		t.Errorf("%v, %+v", next, a.Escalation[5])
	}
}
