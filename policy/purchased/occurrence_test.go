package purchased_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
	"pgregory.net/rapid"
)

// TestOccurrences: Severity 2 by mail on Monday 2 March 2026 at 10:00, never
// answered: the response is due at 18:00, the resolution on Monday 9 at 20:00.
func TestOccurrences(t *testing.T) {
	p := mustNew(t)
	level, err := p.Scale().Parse("2")
	if err != nil {
		t.Fatal(err)
	}
	reported := time.Date(2026, time.March, 2, 15, 0, 0, 0, time.UTC)
	response := time.Date(2026, time.March, 2, 23, 0, 0, 0, time.UTC)
	resolution := time.Date(2026, time.March, 10, 1, 0, 0, 0, time.UTC)
	events := []policy.Event{{At: reported, Kind: policy.Reported, Severity: level, Channel: policy.Email}}
	for _, c := range []struct {
		name          string
		from, through time.Time
		want          []string
	}{
		{"both", reported, resolution.Add(1), []string{"response/2026-03-02T15:00:00Z/due", "resolution/2026-03-02T15:00:00Z/due"}},
		{"a due time at from is in", response, response.Add(1), []string{"response/2026-03-02T15:00:00Z/due"}},
		{"a due time at through is not", reported, response, nil},
		{"after the first", response.Add(1), resolution, nil},
		{"the second", response.Add(1), resolution.Add(1), []string{"resolution/2026-03-02T15:00:00Z/due"}},
	} {
		found, err := p.Occurrences(events, c.from, c.through)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range found {
			got = append(got, o.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestPropOccurrencesAddUp: those of adjoining spans are those of the whole, and
// the first after an instant is what the answer there names as next, unless an
// event comes before.
func TestPropOccurrencesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := ticketGen().Draw(t, "ticket").Line()
		var ticket policy.Ticket
		if err := ticket.UnmarshalJSON(line); err != nil {
			t.Fatal(err)
		}
		p, err := purchased.New(ticket.Customer, ticket.Readings)
		if err != nil {
			t.Fatal(err)
		}
		events, err := p.Events(&ticket)
		if err != nil {
			t.Fatal(err)
		}
		first, last := events[0].At, events[0].At
		for _, e := range events {
			first, last = earlier(first, e.At), later(last, e.At)
		}
		end := last.AddDate(0, 1, 0)
		middle := first.Add(time.Duration(rapid.Int64Range(0, int64(end.Sub(first))).Draw(t, "middle")))
		spans := [][2]time.Time{{first, end}, {first, middle}, {middle, end}}
		var ids [3][]string
		for i, s := range spans {
			found, err := p.Occurrences(events, s[0], s[1])
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range found {
				ids[i] = append(ids[i], o.ID)
			}
		}
		if diff := cmp.Diff(ids[0], append(ids[1], ids[2]...)); diff != "" {
			t.Fatalf("whole and parts at %v:\n%s\n%s", middle, diff, line)
		}
		a, err := p.Evaluate(events, last)
		if err != nil {
			t.Fatal(err)
		}
		after, err := p.Occurrences(events, last, end)
		if err != nil {
			t.Fatal(err)
		}
		next, ok := a.Next.Get()
		switch {
		case ok && next.At.Before(end) && (len(after) == 0 || after[0].What != next.What || !after[0].At.Equal(next.At)):
			t.Fatalf("next is %v, the occurrences are %v\n%s", next, after, line)
		case !ok && len(after) > 0:
			t.Fatalf("next is none, the occurrences are %v\n%s", after, line)
		}
	})
}

func earlier(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// TestAlternatives: a Severity 2 over Good Friday 2026 hangs on the list of
// holidays and, in summer time, on the zone; nothing on the mode.
func TestAlternatives(t *testing.T) {
	var ticket policy.Ticket
	line := `{"agreement":"purchased","as_of":"2026-04-03T12:00:00-05:00","events":[{"at":"2026-04-02T19:30:00-05:00","kind":"reported","severity":"2","channel":"email"}]}`
	if err := ticket.UnmarshalJSON([]byte(line)); err != nil {
		t.Fatal(err)
	}
	all, err := policy.Alternatives(purchased.Readings(), &ticket, purchased.New)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, a := range all {
		text := a.Choices.Value("purchased.zone") + " " + a.Choices.Value("purchased.holidays")
		for _, d := range policy.Deadlines(all) {
			due, _ := d.Due[i].Get()
			text += " " + d.Metric + " " + due.UTC().Format("01-02T15:04")
		}
		got = append(got, text)
	}
	// Half an hour before closing at -05:00, half an hour after it in New York.
	want := []string{
		"-05:00 state-closings response 04-03T20:30 resolution 04-10T01:00",
		"America/New_York state-closings response 04-03T20:00 resolution 04-10T00:00",
		"-05:00 statutory response 04-06T20:30 resolution 04-11T01:00",
		"America/New_York statutory response 04-06T20:00 resolution 04-11T00:00",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
