package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// happen tells the occurrences of a span in lines.
func happen(t *testing.T, p *policy.Policy, events []policy.Event, from, through string) []string {
	t.Helper()
	all, err := p.Occurrences(events, parseAt(t, from), parseAt(t, through))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range all {
		got = append(got, short(o.At)+" "+o.ID+": "+o.What)
	}
	return got
}

func TestOccurrencesOfASpan(t *testing.T) {
	plain := mustAcme(t, nil)
	fromStart := mustAcme(t, func(a *policy.Agreement) { a.SeverityChange = severity.FromStart })
	// Low off hours waits for the call, or for Monday at nine; it closes seven
	// days after a response.
	opening := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = append(a.Metrics[:1], policy.Metric{Name: "silence", Start: policy.On(policy.Responded), Ends: true, Targets: []policy.Target{
			{Level: "Low", Measure: policy.Measure{CalendarDays: 7}, Calendar: "always", Clause: "ACM-6"}}})
		a.Metrics[0].Targets[2].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, OffDays: "hours", Opens: true}
	})
	// A step at the very instant at which the response is due.
	ladder := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = a.Metrics[:1]
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["hours"],
			Steps: []escalation.Step{{To: "Anna", After: escalation.Delay{Time: 4 * hour}, Clause: "ACM-8"}}}}}
	})
	mid := []string{"02 09:00 reported Mid email"}
	for _, c := range []struct {
		name          string
		policy        *policy.Policy
		events        []string
		from, through string
		want          []string
	}{
		{"two breaches", plain, mid, "02 09:00", "04 17:00:00.000000001", []string{"02 13:00 response/2026-03-02T09:00:00Z/due: response due", "04 17:00 resolution/2026-03-02T09:00:00Z/due: resolution due"}},
		{"due at from", plain, mid, "02 13:00", "02 13:00:00.000000001", []string{"02 13:00 response/2026-03-02T09:00:00Z/due: response due"}},
		{"due just before from", plain, mid, "02 13:00:00.000000001", "02 14:00", nil},
		{"due at through", plain, mid, "02 09:00", "02 13:00", nil},
		{"met", plain, append(mid, "02 13:00 responded"), "02 09:00", "04 17:00", nil},
		{"later events take nothing back", plain, append(mid, "02 13:00:00.000000001 responded"), "02 09:00", "04 17:00", []string{"02 13:00 response/2026-03-02T09:00:00Z/due: response due"}},
		{"a breach comes after what happens at its instant", ladder, mid, "02 09:00", "02 13:00:00.000000001",
			[]string{"02 13:00 escalation/2026-03-02T09:00:00Z/1: escalation step 1", "02 13:00 response/2026-03-02T09:00:00Z/due: response due"}},
		{"the step at its instant", ladder, mid, "02 09:00", "02 13:00", []string{"02 13:00 escalation/2026-03-02T09:00:00Z/1: escalation step 1"}},
		{"the breach after it", ladder, mid, "02 13:00", "02 14:00", []string{"02 13:00 response/2026-03-02T09:00:00Z/due: response due"}},
		{"an opening", opening, []string{"07 10:00 reported Low email"}, "07 10:00", "09 09:00", []string{"09 09:00 response/2026-03-09T09:00:00Z/starts: response starts"}},
		{"an opening at from", opening, []string{"07 10:00 reported Low email"}, "09 09:00", "09 17:00", nil},
		{"a closing at its instant", opening, []string{"02 10:00 reported Low phone", "02 11:00 responded"}, "02 11:00", "10 00:00", []string{"10 00:00 silence/2026-03-02T11:00:00Z/due: silence due"}},
		{"a closing at from", opening, []string{"02 10:00 reported Low phone", "02 11:00 responded"}, "10 00:00", "20 00:00", nil},
		// Due at 17:00 as Low; Mid at 16:00 counts from 09:00, so it was due at
		// 13:00. A caller that has asked up to 15:00 must still be told.
		{"overdue by a change: before it", fromStart, []string{"02 09:00 reported Low email", "02 16:00 severity_changed Mid"}, "02 09:00", "02 15:59:59.999999999", nil},
		{"overdue by a change: at it", fromStart, []string{"02 09:00 reported Low email", "02 16:00 severity_changed Mid"}, "02 15:00", "02 16:00", []string{"02 16:00 response/2026-03-02T09:00:00Z/due: response due"}},
		{"overdue by a change: after it", fromStart, []string{"02 09:00 reported Low email", "02 16:00 severity_changed Mid"}, "02 16:00", "03 09:00", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, happen(t, c.policy, parseEvents(t, c.policy, c.events...), c.from, c.through)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if _, err := plain.Occurrences(nil, parseAt(t, "02 09:00"), parseAt(t, "02 10:00")); err == nil {
		t.Error("a ticket without events has occurrences")
	}
}

// TestOccurrencesOfOwners: two regions that take turns, the default one until
// 17:00.
func TestOccurrencesOfOwners(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) {
		a.Roaming = []string{"Mid"}
		a.Regions = &escalation.Regions{List: []escalation.Region{{Name: "Here", Calendar: a.Calendars["hours"]}, {Name: "There", Calendar: a.Calendars["late"]}}}
	})
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 responded")
	want := []string{"02 17:00 hand-over/2026-03-02T17:00:00Z: hand-over to There", "02 20:00 hand-over/2026-03-02T20:00:00Z: hand-over to on-call",
		"03 09:00 hand-over/2026-03-03T09:00:00Z: hand-over to Here"}
	if diff := cmp.Diff(want, happen(t, p, events, "02 09:00", "03 09:00")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want[1:2], happen(t, p, events, "02 17:00", "02 20:00")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestG9_Unknown: the hours' holidays are known through Tuesday, 3 March.
func TestG9_Unknown(t *testing.T) {
	edit := func(a *policy.Agreement) {
		through, err := calendar.NewDate(2026, 3, 3)
		if err != nil {
			t.Fatal(err)
		}
		if a.Calendars["hours"], err = calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*hour, 17*hour), HolidaysThrough: through}); err != nil {
			t.Fatal(err)
		}
	}
	tell(t, []story{
		{name: "the rest stands", edit: edit, events: []string{"02 09:00 reported Mid email"}, asOf: "02 10:00", want: []string{
			"response 1 Mid running from 02 09:00 due 02 13:00 1h0m0s gone 3h0m0s left ACM-2",
			"resolution 1 Mid running from 02 09:00 due unknown 1h0m0s gone ACM-5",
			"next 02 13:00 response due"}},
		{name: "elapsed too", edit: edit, events: []string{"03 16:00 reported Low email"}, asOf: "04 10:00", want: []string{
			"response 1 Low running from 03 16:00 due unknown unknown gone ACM-3"}},
		{name: "done all the same", edit: edit, events: []string{"03 16:00 reported Low email", "03 16:30 responded"}, asOf: "04 10:00", want: []string{
			"response 1 Low met from 03 16:00 due unknown stopped 03 16:30 30m0s gone ACM-3"}},
		{name: "at the last known instant", edit: edit, events: []string{"03 13:00 reported Mid email"}, asOf: "03 13:00", want: []string{
			"response 1 Mid running from 03 13:00 due 03 17:00 0s gone 4h0m0s left ACM-2",
			"resolution 1 Mid running from 03 13:00 due unknown 0s gone ACM-5",
			"next 03 17:00 response due"}},
		{name: "a known raise is the earlier one", edit: edit, events: []string{"03 16:00 reported Low email", "03 16:30 severity_changed High"}, asOf: "03 17:00", want: []string{
			"response 1 High running from 03 16:00 due 03 18:30 1h0m0s gone 1h30m0s left ACM-1",
			"plan 1 High running from 03 16:30 due 03 20:30 30m0s gone 3h30m0s left ACM-4",
			"next 03 18:30 response due"}},
	})
	p := mustAcme(t, edit)
	a, err := p.Evaluate(parseEvents(t, p, "03 16:00 reported Low email"), parseAt(t, "03 16:00"))
	if err != nil {
		t.Fatal(err)
	}
	if why := a.Clocks[0].Unknown(); why == nil || why.Error() != "holidays are known through 2026-03-03 only" {
		t.Errorf("the reason is %v", why)
	}
	if ok := a.Clocks[0].Started.IsKnown(); !ok || a.Clocks[0].Due.IsKnown() {
		t.Errorf("started %v, due %v", a.Clocks[0].Started, a.Clocks[0].Due)
	}
}

// TestOccurrencesOfLateEvents: an event that is entered late takes no notice away and
// repeats none. A response that was due on Tuesday has been notified; then an event is
// entered by which the ticket was resolved on Monday, and the ticket is reopened on
// Thursday: that response is another one. The notices of an update, too, keep their
// identity if an update before it is entered late.
func TestOccurrencesOfLateEvents(t *testing.T) {
	plain := mustAcme(t, func(a *policy.Agreement) { a.Metrics = a.Metrics[:1] })
	regular := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = []policy.Metric{{Name: "update", Start: policy.Report, Stop: policy.On(policy.Updated), Renew: true, Targets: []policy.Target{owed("Mid")}}}
	})
	ladder := mustAcme(t, func(a *policy.Agreement) {
		a.Metrics = nil
		a.Ladders = []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: a.Calendars["hours"],
			Steps: []escalation.Step{{To: "Anna", After: escalation.Delay{Time: 4 * hour}, Clause: "ACM-8"}}}}}
	})
	for _, c := range []struct {
		name          string
		policy        *policy.Policy
		events        []string
		from, through string
		want          []string
	}{
		{"told", plain, []string{"02 16:00 reported Mid email"}, "02 16:00", "04 00:00", []string{"03 12:00 response/2026-03-02T16:00:00Z/due: response due"}},
		{"resolved late, and reopened", plain, []string{"02 16:00 reported Mid email", "02 16:30 resolved", "05 09:00 reopened"}, "04 00:00", "06 00:00",
			[]string{"05 13:00 response/2026-03-05T09:00:00Z/due: response due"}},
		{"the second update", regular, []string{"02 09:00 reported Mid email", "02 15:00 updated"}, "02 15:00", "05 00:00",
			[]string{"03 15:00 update/2026-03-02T15:00:00Z/due: update due"}},
		{"the third, as one before it is entered late", regular, []string{"02 09:00 reported Mid email", "02 10:00 updated", "02 15:00 updated"}, "02 15:00", "05 00:00",
			[]string{"03 15:00 update/2026-03-02T15:00:00Z/due: update due"}},
		{"two that begin at once", regular, []string{"02 09:00 reported Mid email", "02 09:00 updated"}, "02 09:00", "05 00:00",
			[]string{"02 17:00 update/2026-03-02T09:00:00Z#2/due: update due"}},
		{"a ladder", ladder, []string{"02 09:00 reported Mid email", "03 09:00 resolved", "04 09:00 reopened"}, "02 09:00", "05 00:00",
			[]string{"02 13:00 escalation/2026-03-02T09:00:00Z/1: escalation step 1", "04 13:00 escalation/2026-03-04T09:00:00Z/1: escalation step 1"}},
		{"and lives before it that are entered late", ladder, []string{"02 09:00 reported Mid email", "02 09:00 resolved", "02 09:00 reopened", "02 10:00 resolved", "02 11:00 reopened", "03 09:00 resolved", "04 09:00 reopened"}, "02 15:00", "05 00:00",
			[]string{"04 13:00 escalation/2026-03-04T09:00:00Z/1: escalation step 1"}},
		{"two ladders at once", ladder, []string{"02 09:00 reported Mid email", "02 09:00 resolved", "02 09:00 reopened"}, "02 09:00", "05 00:00",
			[]string{"02 13:00 escalation/2026-03-02T09:00:00Z#2/1: escalation step 1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, happen(t, c.policy, parseEvents(t, c.policy, c.events...), c.from, c.through)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
