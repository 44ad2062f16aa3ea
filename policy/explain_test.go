package policy_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// reasons returns the steps of a clock as lines, with the fingerprints of its calendars as
// F.
func reasons(t *testing.T, p *policy.Policy, c policy.Clock) []string {
	t.Helper()
	var got []string
	for _, s := range c.Why {
		words := []string{string(s.Kind)}
		for _, m := range []calendar.Moment{s.At, s.Until} {
			if at, ok := m.Get(); ok {
				words = append(words, short(at))
			}
		}
		if d, ok := s.Amount.Get(); ok {
			words = append(words, d.String())
		}
		if s.Kind == policy.StepHours {
			if len(s.Source()) != 12 {
				t.Errorf("the fingerprint is %q", s.Source())
			}
			s.By = "F"
		}
		got = append(got, strings.TrimRight(strings.Join(append(words, s.Text, "["+s.By+"]"), " "), " "))
	}
	return got
}

// TestExplain: raised over a holiday and a weekend.
func TestExplain(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		friday, err := calendar.NewDate(2026, 3, 6)
		if err != nil {
			t.Fatal(err)
		}
		a.Calendars["hours"], err = calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour),
			Holidays: []calendar.Holiday{{Date: friday, Actual: friday, Name: "Founders' Day"}}})
		if err != nil {
			t.Fatal(err)
		}
	})
	events := parseEvents(t, p, "05 14:00 reported Low email", "05 16:00 severity_changed Mid")
	a, err := p.Explain(events, parseAt(t, "09 10:00"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"reading fair [acme.severity_change]",
		"start 05 14:00 reported as Low by email [ACM-3]",
		"target 09 14:00 Low: 8h0m0s on hours [ACM-3]",
		"change 05 16:00 severity_changed to Mid [G8]",
		"target 09 12:00 Mid: 4h0m0s on hours, counted from the change and not later than before [ACM-2]",
		"hours hours [F]",
		"counted 05 14:00 05 17:00 3h0m0s  []",
		"closed 05 17:00 09 09:00 Founders' Day, weekend []",
		"counted 09 09:00 09 10:00 1h0m0s  []",
		"ahead 09 10:00 09 12:00 2h0m0s  []",
	}
	if diff := cmp.Diff(want, reasons(t, p, a.Clocks[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	plain, err := p.Evaluate(events, parseAt(t, "09 10:00"))
	if err != nil {
		t.Fatal(err)
	}
	if plain.Clocks[0].Why != nil {
		t.Error("reasons that nobody asked for")
	}
	if got, want := a.Clocks[0].Why[5].Source(), foundersFingerprint(t); got != want {
		t.Errorf("the fingerprint is %s, want %s", got, want)
	}
}

// foundersFingerprint is the fingerprint of the hours with Founders' Day, taken
// from a calendar that is made anew.
func foundersFingerprint(t *testing.T) string {
	t.Helper()
	friday, err := calendar.NewDate(2026, 3, 6)
	if err != nil {
		t.Fatal(err)
	}
	c, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour), Holidays: calendar.DaysOff(friday)})
	if err != nil {
		t.Fatal(err)
	}
	return c.Fingerprint()[:12]
}

func TestExplainTheRest(t *testing.T) {
	p := mustAcme(t, nil)
	waits, err := p.Explain(parseEvents(t, p, "02 09:00 reported High email", "02 10:00 responded"), parseAt(t, "02 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"reading fair [acme.severity_change]", "wait 02 09:00 reported as High by email: the clock waits for phone [ACM-1]", "stop 02 10:00 responded: met [T5]"}
	if diff := cmp.Diff(want, reasons(t, p, waits.Clocks[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// Of a year in working hours 400 stretches are told one by one, and what
	// comes after in one step; they add up all the same.
	long, err := p.Explain(parseEvents(t, p, "02 09:00 reported Low email"), parseAt(t, "02 09:00").AddDate(3, 0, 0))
	if err != nil {
		t.Fatal(err)
	}
	c := long.Clocks[0]
	var counted time.Duration
	for _, s := range c.Why {
		if d, ok := s.Amount.Get(); ok && s.Kind == policy.StepCounted {
			counted += d
		}
	}
	last := c.Why[len(c.Why)-1]
	elapsed, _ := c.Elapsed.Get()
	if counted != elapsed || last.Text != "all windows in between" || len(c.Why) > 410 {
		t.Errorf("%d steps, the last one %q, add up to %v of %v", len(c.Why), last.Text, counted, elapsed)
	}
}

// TestExplainUnknown: the holidays are known from Monday, 9 March, only. What is
// left is told where what has elapsed is not known.
func TestExplainUnknown(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		from, err := calendar.NewDate(2026, 3, 9)
		if err != nil {
			t.Fatal(err)
		}
		a.Metrics = a.Metrics[2:]
		a.Calendars["hours"], err = calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour), HolidaysFrom: from})
		if err != nil {
			t.Fatal(err)
		}
	})
	// Two business days from Friday are Monday and Tuesday.
	a, err := p.Explain(parseEvents(t, p, "06 12:00 reported Mid email"), parseAt(t, "09 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"reading fair [acme.severity_change]",
		"start 06 12:00 reported as Mid by email [ACM-5]",
		"target 10 17:00 Mid: 2 business days on hours [ACM-5]",
		"hours hours [F]",
		"closed 06 12:00 09 12:00 holidays are known from 2026-03-09 only [G9]",
		"ahead 09 12:00 09 17:00 5h0m0s  []",
		"closed 09 17:00 10 09:00 night []",
		"ahead 10 09:00 10 17:00 8h0m0s  []",
	}
	if diff := cmp.Diff(want, reasons(t, p, a.Clocks[0])); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	remaining, ok := a.Clocks[0].Remaining.Get()
	if !ok || remaining != 13*hour || a.Clocks[0].Elapsed.Unknown() == nil {
		t.Errorf("remaining %v, elapsed unknown: %v", remaining, a.Clocks[0].Elapsed.Unknown())
	}
}
