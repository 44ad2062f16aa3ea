package policy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

func ExampleLength_MarshalJSON() {
	text, err := json.Marshal([]policy.Length{policy.LengthOf(90 * time.Minute), policy.LengthOf(-1), policy.LengthOf(0), {}})
	fmt.Println(string(text), err)
	// Output: ["1h30m0s","-1ns","0s",null] <nil>
}

// TestAnswerInJSON: encoding/json and slog's handlers lose no instant and no amount of an
// answer, and say which are unknown and which there are not.
func TestAnswerInJSON(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		cfg, _ := a.Calendars["hours"].Config()
		through, err := calendar.ParseDate("2026-03-02")
		if err != nil {
			t.Fatal(err)
		}
		cfg.HolidaysThrough = through
		if a.Calendars["hours"], err = calendar.New(cfg); err != nil {
			t.Fatal(err)
		}
	})
	a, err := p.Explain(parseEvents(t, p, "02 09:00 reported Mid email"), parseAt(t, "02 10:00"))
	if err != nil {
		t.Fatal(err)
	}
	unknown, err := p.Explain(parseEvents(t, p, "02 15:00 reported Mid email"), parseAt(t, "02 16:00"))
	if err != nil {
		t.Fatal(err)
	}
	waits, err := p.Evaluate(parseEvents(t, p, "02 09:00 reported High email"), parseAt(t, "02 10:00"))
	if err != nil {
		t.Fatal(err)
	}
	const g9 = `{"unknown":"holidays are known through 2026-03-02 only"}`
	for _, row := range []struct {
		clock policy.Clock
		parts []string
	}{
		{a.Clocks[0], []string{`"Severity":"Mid"`, `"State":"running"`, `"Started":"2026-03-02T09:00:00Z"`, `"Due":"2026-03-02T13:00:00Z"`, `"Stopped":null`, `"Elapsed":"1h0m0s"`, `"Remaining":"3h0m0s"`, `"Wall":"1h0m0s"`,
			`{"Kind":"start","At":"2026-03-02T09:00:00Z","Until":null,"Amount":null,`, `"Kind":"hours"`, `"By":"` + a.Clocks[0].Why[stepOf(a, policy.StepHours)].Source() + `"`,
			`"Kind":"ahead","At":"2026-03-02T10:00:00Z","Until":"2026-03-02T13:00:00Z","Amount":"3h0m0s"`}},
		{unknown.Clocks[0], []string{`"Due":` + g9, `"Elapsed":"1h0m0s"`, `"Remaining":null`}},
		{waits.Clocks[0], []string{`"State":"waiting"`, `"Started":null`, `"Due":null`, `"Elapsed":null`, `"Wall":null`, `"Why":null`}},
	} {
		plain, err := json.Marshal(row.clock)
		if err != nil {
			t.Error(err)
		}
		var logged bytes.Buffer
		slog.New(slog.NewJSONHandler(&logged, nil)).Info("clock", "clock", row.clock)
		for _, part := range row.parts {
			if !strings.Contains(string(plain), part) {
				t.Errorf("%s is not in %s", part, plain)
			}
			if !strings.Contains(logged.String(), part) {
				t.Errorf("%s is not in %s", part, &logged)
			}
		}
		if strings.Contains(string(plain), "{}") {
			t.Errorf("something is lost: %s", plain)
		}
	}
	var logged bytes.Buffer
	slog.New(slog.NewTextHandler(&logged, nil)).Info("clock", "due", a.Clocks[0].Due, "elapsed", a.Clocks[0].Elapsed, "then", unknown.Clocks[0].Due, "stopped", a.Clocks[0].Stopped)
	if want := "due=2026-03-02T13:00:00Z elapsed=1h0m0s then=unknown stopped=none\n"; !strings.HasSuffix(logged.String(), want) {
		t.Errorf("%s does not end with %s", &logged, want)
	}
}

// stepOf is the place of the first step of a kind in the reasons of the first clock.
func stepOf(a policy.Answer, kind policy.StepKind) int {
	for i, s := range a.Clocks[0].Why {
		if s.Kind == kind {
			return i
		}
	}
	return 0
}
