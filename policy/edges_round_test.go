package policy_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestEdgesOfRounds has what the engine did otherwise than the specification says, as
// independent readers of it found, each as its smallest ticket.
func TestEdgesOfRounds(t *testing.T) {
	const mid = "02 09:00 reported Mid email"
	renew := metric(func(m *policy.Metric) { m.Renew = true; m.Stop |= policy.On(policy.Resolved) })
	halts := pausing(func(a *policy.Agreement) {
		a.Halt = policy.On(policy.Forwarded)
		a.Metrics[0].Start |= policy.On(policy.Forwarded)
	})
	renewHalt := pausing(func(a *policy.Agreement) {
		a.Halt = policy.On(policy.Forwarded)
		a.Metrics[0].Stop |= policy.On(policy.Forwarded)
		a.Metrics[0].Renew = true
	})
	gates := pausing(func(a *policy.Agreement) {
		a.Metrics[0].Targets[0].Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
		a.Metrics[0].Targets[1].Gate = policy.Gate{Event: policy.Registered}
	})
	kept := pausing(func(a *policy.Agreement) {
		a.SeverityChange = severity.Fair
		m := &a.Metrics[0]
		m.Targets[0].Measure.Time = 2 * hour // Mid, due at 11:00
		m.Targets[0].NextOpening = true
		m.Targets[1].Measure.Time = 8 * hour // High, due at closing, no flag
	})
	unasked := pausing(func(a *policy.Agreement) {
		a.Asked, a.Given = policy.On(policy.ResolutionProposed), policy.On(policy.ResolutionRejected)
		m := &a.Metrics[0]
		m.Start |= policy.On(policy.CustomerReplied)
		m.Restart, m.Unasked = policy.On(policy.CustomerReplied), policy.On(policy.CustomerReplied)
	})
	twoEnds := func(a *policy.Agreement) {
		m := policy.Metric{Name: "p", Start: policy.Report, Ends: true, Targets: []policy.Target{owed("Mid")}}
		n := m
		n.Name = "q"
		only(m, n)(a)
	}
	switching := pausing(func(a *policy.Agreement) {
		a.Switch = policy.On(policy.DevelopmentRequired)
		g := &a.Metrics[0].Targets[0]
		g.After, g.NextOpening = "late", true
	})
	days := pausing(mode(severity.FromStart), func(a *policy.Agreement) {
		a.Metrics[0].Targets[0].Measure = policy.Measure{CalendarDays: 1}
		a.Metrics[0].Targets[1].Measure = policy.Measure{CalendarDays: 2}
	})
	contSwitch := going(func(a *policy.Agreement) {
		a.Switch = policy.On(policy.DevelopmentRequired)
		a.Metrics[0].Targets[0].After = "late"
	})
	tell(t, []story{
		{name: "renew by resolved", edit: renew, events: []string{mid, "02 12:00 resolved"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 02 17:00 stopped 02 12:00 3h0m0s gone 5h0m0s left ACM-7"}},
		{name: "start by halt", edit: halts, events: []string{mid, "02 11:00 responded", "02 12:00 forwarded"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 02 17:00 stopped 02 11:00 2h0m0s gone 6h0m0s left ACM-7"}},
		{name: "renew by halt", edit: renewHalt, events: []string{mid, "02 12:00 forwarded"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 02 17:00 stopped 02 12:00 3h0m0s gone 5h0m0s left ACM-7"}},
		{name: "registered came while it waited for the phone; then raised", edit: gates, events: []string{mid, "02 10:00 registered", "02 11:00 severity_changed High"}, asOf: "02 11:00", want: []string{
			"turn 1 High running from 02 11:00 due 02 15:00 0s gone 4h0m0s left ACM-8", "next 02 15:00 turn due"}},
		{name: "a kept due time, then a pause without working time", edit: kept, events: []string{"02 09:00 reported High email", "02 10:00 severity_changed Mid", "02 11:00 info_requested", "02 11:00 info_received"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 17:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 17:00 turn due"}},
		{name: "a barred restart", edit: unasked, events: []string{mid, "02 10:00 resolution_proposed", "02 11:00 customer_replied"}, asOf: "02 12:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 17:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 17:00 turn due"}},
		{name: "two close at one instant", edit: twoEnds, events: []string{mid}, asOf: "02 17:00", want: []string{
			"p 1 Mid met from 02 09:00 due 02 17:00 stopped 02 17:00 8h0m0s gone 0s left ACM-7",
			"q 1 Mid met from 02 09:00 due 02 17:00 stopped 02 17:00 8h0m0s gone 0s left ACM-7"}},
		// 09:00-09:00, 8 h left, on late (12-20) due at 20:00, closing.
		{name: "NextOpening after a switch", edit: switching, events: []string{mid, "02 09:00 development_required"}, asOf: "02 09:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 03 12:00 0s gone 8h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "control: no change, pause at the due midnight", edit: days, events: []string{mid, "04 00:00 info_requested", "04 08:00 info_received"}, asOf: "04 08:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 08:00 16h0m0s gone 0s left ACM-7", "next 04 08:00 turn due"}},
		{name: "changed and back in it (from start)", edit: days, events: []string{mid, "04 00:00 info_requested", "04 06:00 severity_changed High", "04 07:00 severity_changed Mid", "04 08:00 info_received"}, asOf: "04 08:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 08:00 16h0m0s gone 0s left ACM-7", "next 04 08:00 turn due"}},
		{name: "changed and back after it (from start)", edit: days, events: []string{mid, "03 18:00 info_requested", "04 08:00 info_received", "04 08:00 severity_changed High", "04 08:00 severity_changed Mid"}, asOf: "04 08:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 04 08:00 16h0m0s gone 0s left ACM-7", "next 04 08:00 turn due"}},
		// 1 h gone on hours by 10:00; then late: 7 h left, 12:00 to 19:00.
		{name: "control: goes on after a switch", edit: contSwitch, events: []string{mid, "02 10:00 development_required", "02 13:00 closed", "02 14:00 reopened"}, asOf: "02 15:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 20:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 20:00 turn due"}},
		{name: "a second switch after it", edit: contSwitch, events: []string{mid, "02 10:00 development_required", "02 13:00 closed", "02 14:00 reopened", "02 15:00 development_required"}, asOf: "02 15:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 20:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 20:00 turn due"}},
	})
}
