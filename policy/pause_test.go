package policy_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// pausing is an agreement with one metric: 8 h of working time at Mid, 4 h at
// High, which stand still from a question to its answer.
func pausing(edits ...func(*policy.Agreement)) func(*policy.Agreement) {
	high := owed("High")
	high.Measure.Time, high.Clause = 4*hour, "ACM-8"
	return func(a *policy.Agreement) {
		only(policy.Metric{Name: "turn", Start: policy.Report, Stop: policy.On(policy.Responded),
			Pause: policy.On(policy.InfoRequested), Resume: policy.On(policy.InfoReceived), Targets: []policy.Target{owed("Mid"), high}})(a)
		for _, edit := range edits {
			edit(a)
		}
	}
}

// mode makes an agreement read G8 in the given way.
func mode(m severity.Mode) func(*policy.Agreement) {
	return func(a *policy.Agreement) { a.SeverityChange = m }
}

// metric edits the one metric of pausing.
func metric(edit func(*policy.Metric)) func(*policy.Agreement) {
	return pausing(func(a *policy.Agreement) { edit(&a.Metrics[0]) })
}

// The working time of a pause puts the due time off: at night it has none, over a
// weekend that of Friday afternoon and Monday morning.
func TestG7_Pauses(t *testing.T) {
	const mid = "02 09:00 reported Mid email"
	away := pausing(func(a *policy.Agreement) {
		tuesday, _ := calendar.NewDate(2026, time.March, 3)
		a.Calendars["hours"], _ = a.Calendars["hours"].WithHolidays(calendar.DaysOff(tuesday)...)
	})
	// Open from midnight to six in Berlin, where the clocks go forward on the 29th
	// at 01:00 UTC: five hours that day, six on the 30th, from 22:00 UTC.
	berlin := pausing(func(a *policy.Agreement) {
		a.Calendars["hours"], _ = calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Daily(0, 6*hour)})
	})
	measure := func(m policy.Measure) func(*policy.Agreement) {
		return metric(func(m2 *policy.Metric) { m2.Targets[0].Measure = m })
	}
	tell(t, []story{
		{name: "an hour or two", edit: pausing(), events: []string{mid, "02 10:00 info_requested", "02 12:00 info_received"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 11:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 11:00 turn due"}},
		{name: "just before due then", edit: pausing(), events: []string{mid, "02 10:00 info_requested", "02 12:00 info_received"}, asOf: "03 10:59:59.999999999", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 11:00 7h59m59.999999999s gone 1ns left ACM-7", "next 03 11:00 turn due"}},
		{name: "just after due then", edit: pausing(), events: []string{mid, "02 10:00 info_requested", "02 12:00 info_received"}, asOf: "03 11:00:00.000000001", want: []string{
			"turn 1 Mid breached from 02 09:00 due 03 11:00 8h0m0.000000001s gone -1ns left ACM-7"}},
		{name: "at night", edit: pausing(), events: []string{"02 12:00 reported Mid email", "02 20:00 info_requested", "03 08:00 info_received"}, asOf: "03 09:00", want: []string{
			"turn 1 Mid running from 02 12:00 due 03 12:00 5h0m0s gone 3h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "over a weekend", edit: pausing(), events: []string{"06 12:00 reported Mid email", "06 16:00 info_requested", "09 10:00 info_received"}, asOf: "09 10:00", want: []string{
			"turn 1 Mid running from 06 12:00 due 09 14:00 4h0m0s gone 4h0m0s left ACM-7", "next 09 14:00 turn due"}},
		{name: "over a holiday", edit: away, events: []string{"02 12:00 reported Mid email", "02 16:00 info_requested", "04 10:00 info_received"}, asOf: "04 10:00", want: []string{
			"turn 1 Mid running from 02 12:00 due 04 14:00 4h0m0s gone 4h0m0s left ACM-7", "next 04 14:00 turn due"}},
		{name: "while the clocks change: an hour, though the wall shows two", edit: berlin, events: []string{"28 23:00 reported Mid email", "29 00:30 info_requested", "29 01:30 info_received"}, asOf: "29 01:30", want: []string{
			"turn 1 Mid running from 28 23:00 due 30 02:00 1h30m0s gone 6h30m0s left ACM-7", "next 30 02:00 turn due"}},
		{name: "two", edit: pausing(), events: []string{mid, "02 10:00 info_requested", "02 11:00 info_received", "02 13:00 info_requested", "02 15:00 info_received"}, asOf: "02 15:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 12:00 3h0m0s gone 5h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "a second question and a second answer change nothing", edit: pausing(), events: []string{mid, "02 10:00 info_requested", "02 11:00 info_requested", "02 12:00 info_received", "02 13:00 info_received"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 11:00 2h0m0s gone 6h0m0s left ACM-7", "next 03 11:00 turn due"}},
		{name: "of no length", edit: pausing(), events: []string{mid, "02 10:00 info_requested", "02 10:00 info_received"}, asOf: "02 10:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 17:00 1h0m0s gone 7h0m0s left ACM-7", "next 02 17:00 turn due"}},
		{name: "of a nanosecond", edit: pausing(), events: []string{mid, "02 10:00 info_requested", "02 10:00:00.000000001 info_received"}, asOf: "02 10:00:00.000000001", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 09:00:00.000000001 1h0m0s gone 7h0m0s left ACM-7", "next 03 09:00:00.000000001 turn due"}},
		{name: "business days go on by working time too", edit: measure(policy.Measure{Days: 1}), events: []string{mid, "02 11:00 info_requested", "02 13:00 info_received"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 11:00 2h0m0s gone 14h0m0s left ACM-7", "next 04 11:00 turn due"}},
		{name: "calendar days do too", edit: measure(policy.Measure{CalendarDays: 1}), events: []string{mid, "02 12:00 info_requested", "02 14:00 info_received"}, asOf: "02 14:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 11:00 3h0m0s gone 13h0m0s left ACM-7", "next 04 11:00 turn due"}},
	})
}

// An event at the due instant is in time, and so is a pause; a due time that would
// lie in the pause is its end.
func TestG7_PausesAtDue(t *testing.T) {
	const mid = "02 09:00 reported Mid email"
	days := metric(func(m *policy.Metric) { m.Targets[0].Measure = policy.Measure{CalendarDays: 1} })
	tell(t, []story{
		{name: "resumed in the working day", edit: pausing(), events: []string{mid, "02 17:00 info_requested", "03 10:00 info_received"}, asOf: "03 10:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 10:00 8h0m0s gone 0s left ACM-7", "next 03 10:00 turn due"}},
		{name: "and overdue just after", edit: pausing(), events: []string{mid, "02 17:00 info_requested", "03 10:00 info_received"}, asOf: "03 10:00:00.000000001", want: []string{
			"turn 1 Mid breached from 02 09:00 due 03 10:00 8h0m0.000000001s gone -1ns left ACM-7"}},
		{name: "resumed at night", edit: pausing(), events: []string{mid, "02 17:00 info_requested", "02 20:00 info_received"}, asOf: "02 20:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 20:00 8h0m0s gone 0s left ACM-7", "next 02 20:00 turn due"}},
		{name: "resumed at the next opening", edit: pausing(), events: []string{mid, "02 17:00 info_requested", "03 09:00 info_received"}, asOf: "03 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 09:00 8h0m0s gone 0s left ACM-7", "next 03 09:00 turn due"}},
		{name: "just before due", edit: pausing(), events: []string{mid, "02 16:59:59.999999999 info_requested", "02 20:00 info_received"}, asOf: "02 20:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 09:00:00.000000001 7h59m59.999999999s gone 1ns left ACM-7", "next 03 09:00:00.000000001 turn due"}},
		{name: "just after due is too late", edit: pausing(), events: []string{mid, "02 17:00:00.000000001 info_requested", "03 10:00 info_received"}, asOf: "03 11:00", want: []string{
			"turn 1 Mid breached from 02 09:00 due 02 17:00 9h0m0s gone -1h0m0s left ACM-7"}},
		{name: "an overdue clock stands still", edit: pausing(), events: []string{"02 12:00 reported Mid email", "03 13:00 info_requested"}, asOf: "03 15:00", want: []string{
			"turn 1 Mid breached from 02 12:00 due 03 12:00 9h0m0s gone -1h0m0s left ACM-7"}},
		{name: "and goes on", edit: pausing(), events: []string{"02 12:00 reported Mid email", "03 13:00 info_requested", "03 15:00 info_received"}, asOf: "03 16:00", want: []string{
			"turn 1 Mid breached from 02 12:00 due 03 12:00 10h0m0s gone -2h0m0s left ACM-7"}},
		{name: "midnight in a pause without working time", edit: days, events: []string{mid, "03 18:00 info_requested", "04 08:00 info_received"}, asOf: "04 08:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 08:00 16h0m0s gone 0s left ACM-7", "next 04 08:00 turn due"}},
		{name: "midnight in a pause with some before", edit: days, events: []string{mid, "03 16:00 info_requested", "04 08:00 info_received"}, asOf: "04 08:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 10:00 15h0m0s gone 1h0m0s left ACM-7", "next 04 10:00 turn due"}},
		{name: "midnight in a pause with some after", edit: days, events: []string{mid, "03 18:00 info_requested", "04 12:00 info_received"}, asOf: "04 12:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 12:00 16h0m0s gone 0s left ACM-7", "next 04 12:00 turn due"}},
		{name: "that ends after closing", edit: days, events: []string{mid, "03 18:00 info_requested", "04 18:00 info_received"}, asOf: "04 18:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 18:00 16h0m0s gone 0s left ACM-7", "next 04 18:00 turn due"}},
	})
}

// What else happens to a clock that stands still.
func TestPausedClocks(t *testing.T) {
	const mid, ask = "02 09:00 reported Mid email", "02 10:00 info_requested"
	later := metric(func(m *policy.Metric) { m.Start = policy.On(policy.Updated) })
	restarts := metric(func(m *policy.Metric) {
		m.Start |= policy.On(policy.Updated)
		m.Restart = policy.On(policy.Updated)
	})
	renews := metric(func(m *policy.Metric) { m.Renew = true })
	both := metric(func(m *policy.Metric) {
		m.Start |= policy.On(policy.Updated)
		m.Stop |= policy.On(policy.InfoRequested)
	})
	waits := metric(func(m *policy.Metric) { m.Targets[0].Gate = policy.Gate{Event: policy.Registered} })
	closes := metric(func(m *policy.Metric) { m.Ends = true })
	paused := "turn 1 Mid paused from 02 09:00 1h0m0s gone 7h0m0s left ACM-7"
	tell(t, []story{
		{name: "it stands still at once", edit: pausing(), events: []string{mid, ask}, asOf: "02 10:00", want: []string{paused}},
		{name: "and long after", edit: pausing(), events: []string{mid, ask}, asOf: "20 10:00", want: []string{paused}},
		{name: "at the due instant", edit: pausing(), events: []string{mid, "02 17:00 info_requested"}, asOf: "20 10:00", want: []string{
			"turn 1 Mid paused from 02 09:00 8h0m0s gone 0s left ACM-7"}},
		{name: "begins meanwhile", edit: later, events: []string{mid, ask, "02 11:00 updated"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid paused from 02 11:00 0s gone 8h0m0s left ACM-7"}},
		{name: "begins meanwhile and goes on", edit: later, events: []string{mid, ask, "02 11:00 updated", "02 12:00 info_received"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 11:00 due 03 12:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "waits meanwhile", edit: waits, events: []string{mid, ask}, asOf: "02 12:00", want: []string{"turn 1 Mid waiting for registered ACM-7"}},
		{name: "waits and begins meanwhile", edit: waits, events: []string{mid, ask, "02 11:00 registered"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid paused from 02 11:00 0s gone 8h0m0s left ACM-7"}},
		{name: "stopped", edit: pausing(), events: []string{mid, ask, "02 12:00 responded"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 03 11:00 stopped 02 12:00 1h0m0s gone 7h0m0s left ACM-7"}},
		{name: "stopped long after it would have been due", edit: pausing(), events: []string{mid, ask, "04 12:00 responded"}, asOf: "05 13:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 05 11:00 stopped 04 12:00 1h0m0s gone 7h0m0s left ACM-7"}},
		{name: "stopped when overdue", edit: pausing(), events: []string{"02 12:00 reported Mid email", "03 13:00 info_requested", "03 15:00 responded"}, asOf: "03 16:00", want: []string{
			"turn 1 Mid breached from 02 12:00 due 03 12:00 stopped 03 15:00 9h0m0s gone -1h0m0s left ACM-7"}},
		{name: "gone away", edit: pausing(), events: []string{mid, ask, "02 12:00 closed"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 03 11:00 stopped 02 12:00 1h0m0s gone 7h0m0s left ACM-7"}},
		{name: "restarted", edit: restarts, events: []string{mid, ask, "02 12:00 updated"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 03 11:00 stopped 02 12:00 1h0m0s gone 7h0m0s left ACM-7",
			"turn 2 Mid paused from 02 12:00 0s gone 8h0m0s left ACM-7"}},
		{name: "renewed", edit: renews, events: []string{mid, ask, "02 12:00 responded"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 03 11:00 stopped 02 12:00 1h0m0s gone 7h0m0s left ACM-7",
			"turn 2 Mid paused from 02 12:00 0s gone 8h0m0s left ACM-7"}},
		{name: "what stops it pauses the next", edit: both, events: []string{mid, ask, "02 11:00 updated"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 02 17:00 stopped 02 10:00 1h0m0s gone 7h0m0s left ACM-7",
			"turn 2 Mid paused from 02 11:00 0s gone 8h0m0s left ACM-7"}},
		{name: "a reopening ends the pause", edit: pausing(), events: []string{mid, ask, "02 11:00 closed", "02 12:00 reopened"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 03 10:00 stopped 02 11:00 1h0m0s gone 7h0m0s left ACM-7",
			"turn 2 Mid running from 02 12:00 due 03 12:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "one of an open ticket does not", edit: pausing(), events: []string{mid, ask, "02 12:00 reopened"}, asOf: "02 13:00", want: []string{paused}},
		// Seven hours are left at noon, from 12:00 to 19:00 in the late hours; the
		// pause goes on for one of them.
		{name: "the hours change meanwhile", edit: pausing(func(a *policy.Agreement) {
			a.Switch, a.Metrics[0].Targets[0].After = policy.On(policy.DevelopmentRequired), "late"
		}), events: []string{mid, ask, "02 12:00 development_required", "02 13:00 info_received"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 20:00 1h0m0s gone 7h0m0s left ACM-7", "next 02 20:00 turn due"}},
		{name: "a ticket does not close meanwhile", edit: closes, events: []string{mid, ask, "03 11:00 info_received"}, asOf: "03 11:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 10:00 1h0m0s gone 7h0m0s left ACM-7", "next 04 10:00 turn due"}},
		{name: "and closes when it has gone on", edit: closes, events: []string{mid, ask, "03 11:00 info_received"}, asOf: "04 10:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 04 10:00 stopped 04 10:00 8h0m0s gone 0s left ACM-7"}},
	})
}

// A change while the clock stands still counts as if it ran at that instant: at
// 12:00 a clock that pauses since 10:00 and was due at 17:00 is due at 11:00 on
// the next day. It goes on at 13:00.
func TestG8_ChangesOfPausedClocks(t *testing.T) {
	const high, mid, ask, answer = "02 09:00 reported High email", "02 09:00 reported Mid email", "02 10:00 info_requested", "02 13:00 info_received"
	tell(t, []story{
		{name: "raised, fair: 4 h from the change", edit: pausing(), events: []string{mid, ask, "02 12:00 severity_changed High", answer}, asOf: "02 13:00", want: []string{
			"turn 1 High running from 02 09:00 due 02 17:00 1h0m0s gone 4h0m0s left ACM-8", "next 02 17:00 turn due"}},
		{name: "raised, from start: 4 h, of which one is gone", edit: pausing(mode(severity.FromStart)), events: []string{mid, ask, "02 12:00 severity_changed High", answer}, asOf: "02 13:00", want: []string{
			"turn 1 High running from 02 09:00 due 02 16:00 1h0m0s gone 3h0m0s left ACM-8", "next 02 16:00 turn due"}},
		{name: "raised, from change", edit: pausing(mode(severity.FromChange)), events: []string{mid, ask, "02 12:00 severity_changed High", answer}, asOf: "02 13:00", want: []string{
			"turn 1 High running from 02 09:00 due 02 17:00 1h0m0s gone 4h0m0s left ACM-8", "next 02 17:00 turn due"}},
		{name: "raised, fair, with little left: never later", edit: pausing(), events: []string{mid, "02 16:00 info_requested", "02 16:30 severity_changed High", "03 10:00 info_received"}, asOf: "03 10:00", want: []string{
			"turn 1 High running from 02 09:00 due 03 11:00 7h0m0s gone 1h0m0s left ACM-8", "next 03 11:00 turn due"}},
		{name: "lowered, fair: 8 h from the start without the pause", edit: pausing(), events: []string{high, ask, "02 12:00 severity_changed Mid", answer}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 12:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "lowered, from start", edit: pausing(mode(severity.FromStart)), events: []string{high, ask, "02 12:00 severity_changed Mid", answer}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 12:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "lowered, from change", edit: pausing(mode(severity.FromChange)), events: []string{high, ask, "02 12:00 severity_changed Mid", answer}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 13:00 1h0m0s gone 8h0m0s left ACM-7", "next 03 13:00 turn due"}},
		{name: "still paused: fair", edit: pausing(), events: []string{mid, ask, "02 12:00 severity_changed High"}, asOf: "02 13:00", want: []string{
			"turn 1 High paused from 02 09:00 1h0m0s gone 4h0m0s left ACM-8"}},
		{name: "still paused: from start", edit: pausing(mode(severity.FromStart)), events: []string{mid, ask, "02 12:00 severity_changed High"}, asOf: "02 13:00", want: []string{
			"turn 1 High paused from 02 09:00 1h0m0s gone 3h0m0s left ACM-8"}},
		// 7 h are gone at 16:00, and the 4 h that High has were over at 13:00.
		{name: "from start into the past is overdue, paused or not", edit: pausing(mode(severity.FromStart)), events: []string{mid, "02 16:00 info_requested", "02 16:30 severity_changed High", "03 10:00 info_received"}, asOf: "03 11:00", want: []string{
			"turn 1 High breached from 02 09:00 due 02 13:00 8h0m0s gone -4h0m0s left ACM-8"}},
		{name: "to a level without a target", edit: pausing(), events: []string{mid, ask, "02 12:00 severity_changed Low", answer}, asOf: "02 13:00", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 03 11:00 stopped 02 12:00 1h0m0s gone 7h0m0s left ACM-7"}},
		{name: "overdue it stays so", edit: pausing(), events: []string{"02 12:00 reported Mid email", "03 13:00 info_requested", "03 14:00 severity_changed High", "03 15:00 info_received"}, asOf: "03 16:00", want: []string{
			"turn 1 High breached from 02 12:00 due 03 12:00 10h0m0s gone -2h0m0s left ACM-8"}},
		{name: "after a pause, from start", edit: pausing(mode(severity.FromStart)), events: []string{mid, ask, "02 12:00 info_received", "02 13:00 severity_changed High"}, asOf: "02 13:00", want: []string{
			"turn 1 High running from 02 09:00 due 02 15:00 2h0m0s gone 2h0m0s left ACM-8", "next 02 15:00 turn due"}},
		{name: "after a pause, lowered, fair", edit: pausing(), events: []string{high, ask, "02 12:00 info_received", "02 13:00 severity_changed Mid"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 11:00 2h0m0s gone 6h0m0s left ACM-7", "next 03 11:00 turn due"}},
	})
}
