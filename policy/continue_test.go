package policy_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// going is pausing with a clock that goes on at a reopening, whose resolution it
// promises.
func going(edits ...func(*policy.Agreement)) func(*policy.Agreement) {
	return pausing(append([]func(*policy.Agreement){func(a *policy.Agreement) {
		a.Metrics[0].Continue = true
		a.Metrics[0].Stop |= policy.On(policy.Resolved)
	}}, edits...)...)
}

// At a reopening the round that the ticket's end stopped goes on, and the time in
// between is a pause: from Monday at noon to Tuesday at ten it has six hours.
func TestT10_Continue(t *testing.T) {
	const mid, again = "02 09:00 reported Mid email", "03 10:00 reopened"
	goesOn := []string{"turn 1 Mid running from 02 09:00 due 03 15:00 3h0m0s gone 5h0m0s left ACM-7", "next 03 15:00 turn due"}
	waits := going(func(a *policy.Agreement) { a.Metrics[0].Targets[0].Gate = policy.Gate{Event: policy.Registered} })
	halts := going(func(a *policy.Agreement) { a.Halt = policy.On(policy.Forwarded) })
	tell(t, []story{
		{name: "closed", edit: going(), events: []string{mid, "02 12:00 closed", again}, asOf: "03 10:00", want: goesOn},
		{name: "resolved", edit: going(), events: []string{mid, "02 12:00 resolved", again}, asOf: "03 10:00", want: goesOn},
		{name: "before the reopening it is met", edit: going(), events: []string{mid, "02 12:00 resolved", again}, asOf: "03 09:59:59.999999999", want: []string{
			"turn 1 Mid met from 02 09:00 due 02 17:00 stopped 02 12:00 3h0m0s gone 5h0m0s left ACM-7"}},
		{name: "or cancelled", edit: going(), events: []string{mid, "02 12:00 closed", again}, asOf: "03 09:59:59.999999999", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 02 17:00 stopped 02 12:00 3h0m0s gone 5h0m0s left ACM-7"}},
		{name: "a second end changes nothing", edit: going(), events: []string{mid, "02 12:00 resolved", "02 16:00 closed", again}, asOf: "03 10:00", want: goesOn},
		{name: "a reopening at once", edit: going(), events: []string{mid, "02 12:00 resolved", "02 12:00 reopened"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 17:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 17:00 turn due"}},
		{name: "twice", edit: going(), events: []string{mid, "02 12:00 resolved", "02 14:00 reopened", "02 15:00 closed", "02 16:00 reopened"}, asOf: "02 16:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 12:00 4h0m0s gone 4h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "and met", edit: going(), events: []string{mid, "02 12:00 resolved", again, "03 11:00 resolved"}, asOf: "03 12:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 03 15:00 stopped 03 11:00 4h0m0s gone 4h0m0s left ACM-7"}},
		{name: "stopped before the end: a fresh one", edit: going(), events: []string{mid, "02 11:00 responded", "02 12:00 closed", again}, asOf: "03 10:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 02 17:00 stopped 02 11:00 2h0m0s gone 6h0m0s left ACM-7",
			"turn 2 Mid running from 03 10:00 due 04 10:00 0s gone 8h0m0s left ACM-7", "next 04 10:00 turn due"}},
		{name: "halted before the end: a fresh one", edit: halts, events: []string{mid, "02 11:00 forwarded", "02 12:00 closed", again}, asOf: "03 10:00", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 02 17:00 stopped 02 11:00 2h0m0s gone 6h0m0s left ACM-7",
			"turn 2 Mid running from 03 10:00 due 04 10:00 0s gone 8h0m0s left ACM-7", "next 04 10:00 turn due"}},
		{name: "never started: a fresh one", edit: waits, events: []string{mid, "02 12:00 closed", again}, asOf: "03 10:00", want: []string{
			"turn 2 Mid running from 03 10:00 due 04 10:00 0s gone 8h0m0s left ACM-7", "turn 1 Mid cancelled stopped 02 12:00 ACM-7", "next 04 10:00 turn due"}},
		{name: "ended at the due instant, in time", edit: going(), events: []string{mid, "02 17:00 resolved", again}, asOf: "03 10:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 10:00 8h0m0s gone 0s left ACM-7", "next 03 10:00 turn due"}},
		{name: "ended just after: overdue", edit: going(), events: []string{mid, "02 17:00:00.000000001 resolved", again}, asOf: "03 10:00", want: []string{
			"turn 1 Mid breached from 02 09:00 due 02 17:00 8h0m0s gone 0s left ACM-7"}},
		{name: "overdue at the end", edit: going(), events: []string{mid, "03 10:00 closed", "03 12:00 reopened"}, asOf: "03 13:00", want: []string{
			"turn 1 Mid breached from 02 09:00 due 02 17:00 10h0m0s gone -2h0m0s left ACM-7"}},
		{name: "paused at the end: one pause from ten to ten", edit: going(), events: []string{mid, "02 10:00 info_requested", "02 12:00 closed", again}, asOf: "03 10:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 17:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 17:00 turn due"}},
		{name: "what happens in between pauses nothing", edit: going(), events: []string{mid, "02 12:00 closed", "02 13:00 info_requested", again}, asOf: "03 10:00", want: goesOn},
		{name: "raised meanwhile, fair: 4 h from the reopening", edit: going(), events: []string{mid, "02 12:00 closed", "02 15:00 severity_changed High", again}, asOf: "03 10:00", want: []string{
			"turn 1 High running from 02 09:00 due 03 14:00 3h0m0s gone 4h0m0s left ACM-8", "next 03 14:00 turn due"}},
		{name: "raised meanwhile, from start: an hour is left", edit: going(mode(severity.FromStart)), events: []string{mid, "02 12:00 closed", "02 15:00 severity_changed High", again}, asOf: "03 10:00", want: []string{
			"turn 1 High running from 02 09:00 due 03 11:00 3h0m0s gone 1h0m0s left ACM-8", "next 03 11:00 turn due"}},
		{name: "lowered meanwhile, fair", edit: going(), events: []string{"02 09:00 reported High email", "02 12:00 closed", "02 15:00 severity_changed Mid", again}, asOf: "03 10:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 15:00 3h0m0s gone 5h0m0s left ACM-7", "next 03 15:00 turn due"}},
		{name: "changed and back: no change", edit: going(mode(severity.FromChange)), events: []string{mid, "02 12:00 closed", "02 13:00 severity_changed High", "02 15:00 severity_changed Mid", again}, asOf: "03 10:00", want: goesOn},
		{name: "lowered meanwhile to a level without a target", edit: going(), events: []string{mid, "02 12:00 resolved", "02 15:00 severity_changed Low", again}, asOf: "03 11:00", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 03 15:00 stopped 03 10:00 3h0m0s gone 5h0m0s left ACM-7"}},
		{name: "one that does not go on is fresh", edit: pausing(), events: []string{mid, "02 12:00 closed", again}, asOf: "03 10:00", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 02 17:00 stopped 02 12:00 3h0m0s gone 5h0m0s left ACM-7",
			"turn 2 Mid running from 03 10:00 due 04 10:00 0s gone 8h0m0s left ACM-7", "next 04 10:00 turn due"}},
	})
}

// A due time that falls on a closing instant moves to the next opening, where the
// target says so; any other stays where it is.
func TestG1_NextOpening(t *testing.T) {
	moved := func(m policy.Measure, edits ...func(*policy.Agreement)) func(*policy.Agreement) {
		return pausing(append([]func(*policy.Agreement){func(a *policy.Agreement) {
			g := &a.Metrics[0].Targets[0]
			g.Measure, g.NextOpening = m, true
		}}, edits...)...)
	}
	eight := policy.Measure{Time: 8 * hour}
	around := func(a *policy.Agreement) { a.Metrics[0].Targets[0].Calendar = "always" }
	const mid = "02 09:00 reported Mid email"
	tell(t, []story{
		{name: "reported before the opening", edit: moved(eight), events: []string{"02 08:00 reported Mid email"}, asOf: "02 09:00", want: []string{
			"turn 1 Mid running from 02 08:00 due 03 09:00 0s gone 8h0m0s left ACM-7", "next 03 09:00 turn due"}},
		{name: "a nanosecond less", edit: moved(policy.Measure{Time: 8*hour - 1}), events: []string{mid}, asOf: "02 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 16:59:59.999999999 0s gone 7h59m59.999999999s left ACM-7", "next 02 16:59:59.999999999 turn due"}},
		{name: "at closing", edit: moved(eight), events: []string{mid}, asOf: "02 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 09:00 0s gone 8h0m0s left ACM-7", "next 03 09:00 turn due"}},
		{name: "a nanosecond more", edit: moved(policy.Measure{Time: 8*hour + 1}), events: []string{mid}, asOf: "02 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 09:00:00.000000001 0s gone 8h0m0.000000001s left ACM-7", "next 03 09:00:00.000000001 turn due"}},
		{name: "over a weekend", edit: moved(eight), events: []string{"06 09:00 reported Mid email"}, asOf: "06 09:00", want: []string{
			"turn 1 Mid running from 06 09:00 due 09 09:00 0s gone 8h0m0s left ACM-7", "next 09 09:00 turn due"}},
		{name: "met at the opening", edit: moved(eight), events: []string{mid, "03 09:00 responded"}, asOf: "03 10:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 03 09:00 stopped 03 09:00 8h0m0s gone 0s left ACM-7"}},
		{name: "close of business", edit: moved(policy.Measure{Days: 1}), events: []string{mid}, asOf: "02 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 09:00 0s gone 16h0m0s left ACM-7", "next 04 09:00 turn due"}},
		{name: "midnight is no closing instant", edit: moved(policy.Measure{CalendarDays: 1}), events: []string{mid}, asOf: "02 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 00:00 0s gone 16h0m0s left ACM-7", "next 04 00:00 turn due"}},
		{name: "round the clock nothing closes", edit: moved(policy.Measure{Time: 15 * hour}, around), events: []string{mid}, asOf: "02 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 00:00 0s gone 15h0m0s left ACM-7", "next 03 00:00 turn due"}},
		{name: "put off to a closing instant", edit: moved(policy.Measure{Time: 6 * hour}), events: []string{mid, "02 10:00 info_requested", "02 12:00 info_received"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 09:00 1h0m0s gone 5h0m0s left ACM-7", "next 03 09:00 turn due"}},
		{name: "put off from one", edit: moved(eight), events: []string{mid, "02 10:00 info_requested", "02 12:00 info_received"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 11:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 11:00 turn due"}},
		{name: "in the night before it is due nothing is overdue", edit: moved(eight), events: []string{mid, "02 20:00 info_requested", "02 21:00 info_received"}, asOf: "03 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 09:00 8h0m0s gone 0s left ACM-7", "next 03 09:00 turn due"}},
	})
}
