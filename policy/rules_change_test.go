package policy_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

func TestT6_ChangeKeepsTheClock(t *testing.T) {
	tell(t, []story{
		{name: "lowered", events: []string{"02 09:00 reported Mid email", "02 11:00 severity_changed Low"}, asOf: "02 12:00", want: []string{
			"response 1 Low running from 02 09:00 due 02 17:00 3h0m0s gone 5h0m0s left ACM-3",
			"resolution 1 Mid cancelled from 02 09:00 due 04 17:00 stopped 02 11:00 2h0m0s gone 22h0m0s left ACM-5",
			"next 02 17:00 response due"}},
		{name: "elapsed in the present calendar", events: []string{"02 16:00 reported Mid email", "02 18:00 severity_changed High"}, asOf: "02 19:00", want: []string{
			"response 1 High running from 02 16:00 due 02 20:00 3h0m0s gone 1h0m0s left ACM-1",
			"resolution 1 Mid running from 02 16:00 due 04 17:00 1h0m0s gone 16h0m0s left ACM-5",
			"plan 1 High running from 02 18:00 due 02 22:00 1h0m0s gone 3h0m0s left ACM-4",
			"next 02 20:00 response due"}},
		{name: "what was given stays given", events: []string{"02 09:00 reported Low email", "02 10:00 responded", "02 11:00 severity_changed Mid"}, asOf: "02 12:00", want: []string{
			"response 1 Low met from 02 09:00 due 02 17:00 stopped 02 10:00 1h0m0s gone 7h0m0s left ACM-3",
			"resolution 1 Mid running from 02 11:00 due 04 17:00 1h0m0s gone 21h0m0s left ACM-5",
			"next 04 17:00 resolution due"}},
	})
}

func TestT7_MetricsThatComeAndGo(t *testing.T) {
	byMail := func(a *policy.Agreement) {
		a.Metrics = a.Metrics[2:]
		a.Metrics[0].Targets[0].Gate = policy.Gate{Accepts: policy.By(policy.Email), WaitsFor: policy.Email}
	}
	plans := func(a *policy.Agreement) { a.Metrics = a.Metrics[1:2] }
	resolutions := func(a *policy.Agreement) { a.Metrics = a.Metrics[2:] }
	tell(t, []story{
		{name: "each entry owes a plan", edit: plans, events: []string{
			"02 09:00 reported High phone", "02 10:00 plan_provided", "02 11:00 severity_changed Mid", "02 12:00 severity_changed High"}, asOf: "02 13:00", want: []string{
			"plan 1 High met from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-4",
			"plan 2 High running from 02 12:00 due 02 16:00 1h0m0s gone 3h0m0s left ACM-4",
			"next 02 16:00 plan due"}},
		{name: "a lowering cancels, late as a breach", edit: plans, events: []string{"02 09:00 reported High phone", "02 13:00:00.000000001 severity_changed Low"}, asOf: "02 14:00", want: []string{
			"plan 1 High breached from 02 09:00 due 02 13:00 stopped 02 13:00:00.000000001 4h0m0.000000001s gone -1ns left ACM-4"}},
		{name: "a raise relieves nobody, and no further clock starts", edit: resolutions, events: []string{
			"02 09:00 reported Mid email", "02 10:00 severity_changed High", "03 10:00 severity_changed Mid"}, asOf: "03 12:00", want: []string{
			"resolution 1 Mid running from 02 09:00 due 04 17:00 11h0m0s gone 13h0m0s left ACM-5",
			"next 04 17:00 resolution due"}},
		{name: "and what it promised can still be done", edit: resolutions, events: []string{
			"02 09:00 reported Mid email", "02 10:00 severity_changed High", "03 10:00 resolved"}, asOf: "03 12:00", want: []string{
			"resolution 1 Mid met from 02 09:00 due 04 17:00 stopped 03 10:00 9h0m0s gone 15h0m0s left ACM-5"}},
		{name: "one that waits is cancelled by a raise", edit: byMail, events: []string{"02 09:00 reported Mid phone", "02 10:00 severity_changed High"}, asOf: "02 12:00", want: []string{
			"resolution 1 Mid cancelled stopped 02 10:00 ACM-5"}},
		{name: "a change to the present level is none", edit: plans, events: []string{
			"02 09:00 reported High phone", "02 10:00 plan_provided", "02 11:00 severity_changed High"}, asOf: "02 13:00", want: []string{
			"plan 1 High met from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-4"}},
	})
}

func TestT8_WaitingThroughAChange(t *testing.T) {
	responses := func(a *policy.Agreement) { a.Metrics = a.Metrics[:1] }
	byMail := func(a *policy.Agreement) {
		responses(a)
		a.Metrics[0].Targets[1].Gate = policy.Gate{Accepts: policy.By(policy.Email), WaitsFor: policy.Email}
	}
	tell(t, []story{
		{name: "raised, it starts at the change", edit: byMail, events: []string{"02 09:00 reported Mid portal", "02 10:00 severity_changed High"}, asOf: "02 10:00", want: []string{
			"response 1 High running from 02 10:00 due 02 12:00 0s gone 2h0m0s left ACM-1", "next 02 12:00 response due"}},
		{name: "lowered to what lets the report in", edit: responses, events: []string{"02 09:00 reported High email", "02 10:00 severity_changed Mid"}, asOf: "02 10:00", want: []string{
			"response 1 Mid running from 02 10:00 due 02 14:00 0s gone 4h0m0s left ACM-2", "next 02 14:00 response due"}},
		{name: "lowered to what asks for yet another channel", edit: byMail, events: []string{"02 09:00 reported High portal", "02 10:00 severity_changed Mid"}, asOf: "02 10:00", want: []string{
			"response 1 Mid waiting for email ACM-2"}},
		{name: "which then starts it", edit: byMail, events: []string{"02 09:00 reported High portal", "02 10:00 severity_changed Mid", "02 10:30 contacted email"}, asOf: "02 10:30", want: []string{
			"response 1 Mid running from 02 10:30 due 02 14:30 0s gone 4h0m0s left ACM-2", "next 02 14:30 response due"}},
	})
}

// TestG8_Modes: a raise from Low at 09:00, due at 17:00, to Mid at 12:00 and to
// Mid at 16:00; a lowering from Mid, due at 13:00, to Low at 10:00.
func TestG8_Modes(t *testing.T) {
	mode := func(m severity.Mode) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			a.Metrics, a.SeverityChange = a.Metrics[:1], m
		}
	}
	raised := []string{"02 09:00 reported Low email", "02 12:00 severity_changed Mid"}
	raisedLate := []string{"02 09:00 reported Low email", "02 16:00 severity_changed Mid"}
	lowered := []string{"02 09:00 reported Mid email", "02 10:00 severity_changed Low"}
	tell(t, []story{
		{name: "fair, raised", edit: mode(severity.Fair), events: raised, asOf: "02 12:00", want: []string{
			"response 1 Mid running from 02 09:00 due 02 16:00 3h0m0s gone 4h0m0s left ACM-2", "next 02 16:00 response due"}},
		{name: "from_start, raised", edit: mode(severity.FromStart), events: raised, asOf: "02 12:00", want: []string{
			"response 1 Mid running from 02 09:00 due 02 13:00 3h0m0s gone 1h0m0s left ACM-2", "next 02 13:00 response due"}},
		{name: "from_change, raised", edit: mode(severity.FromChange), events: raised, asOf: "02 12:00", want: []string{
			"response 1 Mid running from 02 09:00 due 02 16:00 3h0m0s gone 4h0m0s left ACM-2", "next 02 16:00 response due"}},
		{name: "fair, raised late: never later", edit: mode(severity.Fair), events: raisedLate, asOf: "02 16:00", want: []string{
			"response 1 Mid running from 02 09:00 due 02 17:00 7h0m0s gone 1h0m0s left ACM-2", "next 02 17:00 response due"}},
		{name: "from_start, raised late: overdue at once", edit: mode(severity.FromStart), events: raisedLate, asOf: "02 16:00", want: []string{
			"response 1 Mid breached from 02 09:00 due 02 13:00 7h0m0s gone -3h0m0s left ACM-2"}},
		{name: "from_change, raised late", edit: mode(severity.FromChange), events: raisedLate, asOf: "02 16:00", want: []string{
			"response 1 Mid running from 02 09:00 due 03 12:00 7h0m0s gone 4h0m0s left ACM-2", "next 03 12:00 response due"}},
		{name: "fair, lowered", edit: mode(severity.Fair), events: lowered, asOf: "02 10:00", want: []string{
			"response 1 Low running from 02 09:00 due 02 17:00 1h0m0s gone 7h0m0s left ACM-3", "next 02 17:00 response due"}},
		{name: "from_start, lowered", edit: mode(severity.FromStart), events: lowered, asOf: "02 10:00", want: []string{
			"response 1 Low running from 02 09:00 due 02 17:00 1h0m0s gone 7h0m0s left ACM-3", "next 02 17:00 response due"}},
		{name: "from_change, lowered", edit: mode(severity.FromChange), events: lowered, asOf: "02 10:00", want: []string{
			"response 1 Low running from 02 09:00 due 03 10:00 1h0m0s gone 8h0m0s left ACM-3", "next 03 10:00 response due"}},
		{name: "fair, lowered to what is shorter: never earlier", edit: func(a *policy.Agreement) {
			mode(severity.Fair)(a)
			a.Metrics[0].Targets[2].Measure.Time = 1
		}, events: lowered, asOf: "02 10:00", want: []string{
			"response 1 Low running from 02 09:00 due 02 13:00 1h0m0s gone 3h0m0s left ACM-3", "next 02 13:00 response due"}},
	})
	for _, m := range []severity.Mode{severity.Fair, severity.FromStart, severity.FromChange} {
		tell(t, []story{
			{name: m.String() + ", overdue stays", edit: mode(m), events: []string{"02 09:00 reported Mid email", "02 13:00:00.000000001 severity_changed Low"}, asOf: "02 14:00", want: []string{
				"response 1 Low breached from 02 09:00 due 02 13:00 5h0m0s gone -1h0m0s left ACM-3"}},
		})
	}
	tell(t, []story{
		{name: "at the due instant it is not overdue", edit: mode(severity.Fair), events: []string{"02 09:00 reported Mid email", "02 13:00 severity_changed Low"}, asOf: "02 14:00", want: []string{
			"response 1 Low running from 02 09:00 due 02 17:00 5h0m0s gone 3h0m0s left ACM-3", "next 02 17:00 response due"}},
	})
}
