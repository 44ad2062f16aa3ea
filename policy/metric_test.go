package policy_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
)

func TestMetricRules(t *testing.T) {
	renew := only(policy.Metric{Name: "report", Start: policy.Report, Stop: policy.On(policy.Updated), Renew: true, Targets: []policy.Target{owed("Mid"), {
		Level: "High", Measure: policy.Measure{Time: 8 * hour}, Calendar: "always", Clause: "ACM-7", Gate: policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}}}})
	turn := func(a *policy.Agreement) {
		only(policy.Metric{Name: "turn", Start: policy.On(policy.InfoReceived, policy.CustomerReplied), Unasked: policy.On(policy.CustomerReplied),
			Stop: policy.Response, Targets: []policy.Target{owed("Mid")}})(a)
		a.Asked, a.Given = policy.On(policy.InfoRequested), policy.On(policy.InfoReceived)
	}
	messages := policy.On(policy.Responded, policy.Updated)
	silence := policy.Metric{Name: "silence", Start: messages, Restart: messages, Cancel: policy.On(policy.CustomerReplied), Ends: true, Steady: true,
		Targets: []policy.Target{
			{Level: "Mid", Measure: policy.Measure{CalendarDays: 1}, Calendar: "always", Clause: "ACM-6"},
			{Level: "High", Measure: policy.Measure{Time: hour}, Calendar: "always", Clause: "ACM-6"}}}
	waits := only(policy.Metric{Name: "turn", Start: policy.Report, Stop: policy.Response, Targets: []policy.Target{{
		Level: "Mid", Measure: policy.Measure{Time: 8 * hour}, Calendar: "hours", Clause: "ACM-7", Gate: policy.Gate{Event: policy.Registered}}}})
	switching := func(a *policy.Agreement) {
		only(policy.Metric{Name: "turn", Start: policy.Report | policy.On(policy.CustomerReplied), Stop: policy.Response, Targets: []policy.Target{{
			Level: "Mid", Measure: policy.Measure{Time: 8 * hour}, Calendar: "hours", After: "late", Clause: "ACM-7"}, owed("Low")}})(a)
		a.Switch, a.Halt = policy.On(policy.DevelopmentRequired), policy.On(policy.Forwarded)
	}
	halting := func(a *policy.Agreement) {
		silent := silence
		a.Metrics = append(a.Metrics[:1], silent)
		a.Halt = policy.On(policy.Forwarded)
	}
	const mid = "02 09:00 reported Mid email"
	tell(t, []story{
		{name: "renew", edit: renew, events: []string{mid, "02 12:00 updated", "03 16:00 updated"}, asOf: "03 16:00", want: []string{
			"report 1 Mid met from 02 09:00 due 02 17:00 stopped 02 12:00 3h0m0s gone 5h0m0s left ACM-7",
			"report 2 Mid breached from 02 12:00 due 03 12:00 stopped 03 16:00 12h0m0s gone -4h0m0s left ACM-7",
			"report 3 Mid running from 03 16:00 due 04 16:00 0s gone 8h0m0s left ACM-7", "next 04 16:00 report due"}},
		{name: "renew while it waits", edit: renew, events: []string{"02 09:00 reported High email", "02 10:00 updated", "02 11:00 contacted"}, asOf: "02 11:00", want: []string{
			"report 2 High running from 02 11:00 due 02 19:00 0s gone 8h0m0s left ACM-7",
			"report 1 High met stopped 02 10:00 ACM-7", "next 02 19:00 report due"}},
		{name: "renew ends with the ticket", edit: renew, events: []string{mid, "02 12:00 closed", "02 13:00 updated"}, asOf: "03 16:00", want: []string{
			"report 1 Mid cancelled from 02 09:00 due 02 17:00 stopped 02 12:00 3h0m0s gone 5h0m0s left ACM-7"}},
		{name: "renew at a level without a target", edit: renew, events: []string{"02 09:00 reported Low email", "02 12:00 updated"}, asOf: "03 16:00"},
		{name: "unasked", edit: turn, events: []string{mid, "02 10:00 customer_replied"}, asOf: "02 10:00", want: []string{
			"turn 1 Mid running from 02 10:00 due 03 10:00 0s gone 8h0m0s left ACM-7", "next 03 10:00 turn due"}},
		{name: "asked: a reply is not enough", edit: turn, events: []string{mid, "02 10:00 info_requested", "02 11:00 customer_replied", "02 12:00 responded", "02 13:00 customer_replied"}, asOf: "02 14:00"},
		{name: "given", edit: turn, events: []string{mid, "02 10:00 info_requested", "02 11:00 customer_replied", "02 12:00 info_received", "02 13:00 info_received", "02 14:00 customer_replied"}, asOf: "02 14:00", want: []string{
			"turn 1 Mid running from 02 12:00 due 03 12:00 2h0m0s gone 6h0m0s left ACM-7", "next 03 12:00 turn due"}},
		{name: "given, then unasked again", edit: turn, events: []string{mid, "02 10:00 info_requested", "02 12:00 info_received", "02 13:00 responded", "02 14:00 customer_replied"}, asOf: "02 14:00", want: []string{
			"turn 1 Mid met from 02 12:00 due 03 12:00 stopped 02 13:00 1h0m0s gone 7h0m0s left ACM-7",
			"turn 2 Mid running from 02 14:00 due 03 14:00 0s gone 8h0m0s left ACM-7", "next 03 14:00 turn due"}},
		{name: "a metric that does not start with the report does not start at a change", edit: turn, events: []string{"02 09:00 reported Low email", "02 10:00 severity_changed Mid"}, asOf: "02 11:00"},
		{name: "restart and cancel", edit: only(silence), events: []string{mid, "02 10:00 responded", "02 11:00 updated", "02 12:00 customer_replied", "02 13:00 responded"}, asOf: "02 14:00", want: []string{
			"silence 1 Mid cancelled from 02 10:00 due 04 00:00 stopped 02 11:00 1h0m0s gone 37h0m0s left ACM-6",
			"silence 2 Mid cancelled from 02 11:00 due 04 00:00 stopped 02 12:00 1h0m0s gone 36h0m0s left ACM-6",
			"silence 3 Mid running from 02 13:00 due 04 00:00 1h0m0s gone 34h0m0s left ACM-6", "next 04 00:00 silence due"}},
		{name: "ends: just before", edit: only(silence), events: []string{mid, "02 10:00 responded"}, asOf: "03 23:59:59.999999999", want: []string{
			"silence 1 Mid running from 02 10:00 due 04 00:00 37h59m59.999999999s gone 1ns left ACM-6", "next 04 00:00 silence due"}},
		{name: "ends: at its instant, before its events", edit: only(silence), events: []string{mid, "02 10:00 responded", "04 00:00 customer_replied", "04 00:00 responded"}, asOf: "05 00:00", want: []string{
			"silence 1 Mid met from 02 10:00 due 04 00:00 stopped 04 00:00 38h0m0s gone 0s left ACM-6"}},
		{name: "ends: a reopening follows", edit: only(silence), events: []string{mid, "02 10:00 responded", "04 00:00 reopened", "04 09:00 updated"}, asOf: "04 09:00", want: []string{
			"silence 1 Mid met from 02 10:00 due 04 00:00 stopped 04 00:00 38h0m0s gone 0s left ACM-6",
			"silence 2 Mid running from 04 09:00 due 06 00:00 0s gone 39h0m0s left ACM-6", "next 06 00:00 silence due"}},
		{name: "steady", edit: only(silence), events: []string{mid, "02 10:00 responded", "02 11:00 severity_changed High"}, asOf: "02 12:00", want: []string{
			"silence 1 High running from 02 10:00 due 04 00:00 2h0m0s gone 36h0m0s left ACM-6", "next 04 00:00 silence due"}},
		{name: "waits for an event", edit: waits, events: []string{mid, "02 09:30 contacted"}, asOf: "02 10:00", want: []string{"turn 1 Mid waiting for registered ACM-7"}},
		{name: "which comes", edit: waits, events: []string{mid, "02 09:30 registered", "02 09:40 registered"}, asOf: "02 10:00", want: []string{
			"turn 1 Mid running from 02 09:30 due 03 09:30 30m0s gone 7h30m0s left ACM-7", "next 03 09:30 turn due"}},
		{name: "a reopening counts as it", edit: waits, events: []string{mid, "02 09:30 closed", "02 10:00 reopened"}, asOf: "02 10:00", want: []string{
			"turn 2 Mid running from 02 10:00 due 03 10:00 0s gone 8h0m0s left ACM-7", "turn 1 Mid cancelled stopped 02 09:30 ACM-7", "next 03 10:00 turn due"}},
		// 09:00 to 11:00 is counted; 6 h are left, from 12:00 in the late hours.
		{name: "switch", edit: switching, events: []string{mid, "02 11:00 development_required"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 18:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 18:00 turn due"}},
		{name: "a second switch", edit: switching, events: []string{mid, "02 11:00 development_required", "02 13:00 development_required"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid running from 02 09:00 due 02 18:00 3h0m0s gone 5h0m0s left ACM-7", "next 02 18:00 turn due"}},
		{name: "a clock after the switch", edit: switching, events: []string{mid, "02 11:00 development_required", "02 12:30 responded", "02 13:00 customer_replied"}, asOf: "02 13:00", want: []string{
			"turn 1 Mid met from 02 09:00 due 02 18:00 stopped 02 12:30 2h30m0s gone 5h30m0s left ACM-7",
			"turn 2 Mid running from 02 13:00 due 03 13:00 0s gone 8h0m0s left ACM-7", "next 03 13:00 turn due"}},
		{name: "a level that does not switch", edit: switching, events: []string{"02 09:00 reported Low email", "02 11:00 development_required"}, asOf: "02 13:00", want: []string{
			"turn 1 Low running from 02 09:00 due 02 17:00 4h0m0s gone 4h0m0s left ACM-7", "next 02 17:00 turn due"}},
		{name: "an overdue clock does not switch", edit: switching, events: []string{mid, "02 17:00:00.000000001 development_required"}, asOf: "02 17:00:00.000000001", want: []string{
			"turn 1 Mid breached from 02 09:00 due 02 17:00 8h0m0s gone 0s left ACM-7"}},
		{name: "a switch is forgotten at a reopening", edit: switching, events: []string{mid, "02 11:00 development_required", "02 12:00 closed", "03 09:00 reopened"}, asOf: "03 10:00", want: []string{
			"turn 1 Mid cancelled from 02 09:00 due 02 18:00 stopped 02 12:00 2h0m0s gone 6h0m0s left ACM-7",
			"turn 2 Mid running from 03 09:00 due 03 17:00 1h0m0s gone 7h0m0s left ACM-7", "next 03 17:00 turn due"}},
		{name: "halt", edit: halting, events: []string{mid, "02 10:00 forwarded", "02 11:00 responded", "02 12:00 severity_changed High"}, asOf: "05 09:00", want: []string{
			"response 1 Mid cancelled from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-2"}},
		{name: "halt is forgotten at a reopening", edit: halting, events: []string{mid, "02 10:00 forwarded", "02 11:00 closed", "02 12:00 reopened"}, asOf: "02 12:00", want: []string{
			"response 1 Mid cancelled from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-2",
			"response 2 Mid running from 02 12:00 due 02 16:00 0s gone 4h0m0s left ACM-2", "next 02 16:00 response due"}},
	})
}

func TestGates(t *testing.T) {
	gate := func(g policy.Gate) func(*policy.Agreement) {
		return func(a *policy.Agreement) {
			a.Metrics = a.Metrics[:1]
			a.Metrics[0].Targets[2].Gate = g
		}
	}
	call := policy.Gate{Accepts: policy.By(policy.Phone, policy.Portal), WaitsFor: policy.Phone}
	offDays, opens := call, call
	offDays.OffDays = "hours"
	opens.OffDays, opens.Opens = "hours", true
	started := func(from, due, gone, left string) []string {
		return []string{"response 1 Low running from " + from + " due " + due + " " + gone + " gone " + left + " left ACM-3", "next " + due + " response due"}
	}
	waiting := []string{"response 1 Low waiting for phone ACM-3"}
	tell(t, []story{
		{name: "none", edit: gate(policy.Gate{}), events: []string{"02 09:00 reported Low email"}, asOf: "02 10:00", want: started("02 09:00", "02 17:00", "1h0m0s", "7h0m0s")},
		{name: "an accepted channel", edit: gate(call), events: []string{"02 09:00 reported Low portal"}, asOf: "02 10:00", want: started("02 09:00", "02 17:00", "1h0m0s", "7h0m0s")},
		{name: "another channel", edit: gate(call), events: []string{"02 09:00 reported Low email"}, asOf: "20 10:00", want: waiting},
		{name: "off days: on a business day, at night", edit: gate(offDays), events: []string{"06 23:00 reported Low email"}, asOf: "09 10:00", want: started("06 23:00", "09 17:00", "1h0m0s", "7h0m0s")},
		{name: "off days: on a Saturday", edit: gate(offDays), events: []string{"07 00:00 reported Low email"}, asOf: "20 10:00", want: waiting},
		{name: "off days: on a Saturday by phone", edit: gate(offDays), events: []string{"07 00:00 reported Low phone"}, asOf: "09 10:00", want: started("07 00:00", "09 17:00", "1h0m0s", "7h0m0s")},
		{name: "opens: waits until then", edit: gate(opens), events: []string{"07 00:00 reported Low email"}, asOf: "09 08:59:59.999999999", want: append(append([]string{}, waiting...), "next 09 09:00 response starts")},
		{name: "opens: then starts", edit: gate(opens), events: []string{"07 00:00 reported Low email"}, asOf: "09 09:00", want: started("09 09:00", "09 17:00", "0s", "8h0m0s")},
		{name: "opens: unless there is a call", edit: gate(opens), events: []string{"07 00:00 reported Low email", "08 12:00 contacted"}, asOf: "09 09:00", want: started("08 12:00", "09 17:00", "0s", "8h0m0s")},
		{name: "opens: before the events of the instant", edit: gate(opens), events: []string{"07 00:00 reported Low email", "09 09:00 responded"}, asOf: "09 10:00", want: []string{
			"response 1 Low met from 09 09:00 due 09 17:00 stopped 09 09:00 0s gone 8h0m0s left ACM-3"}},
		{name: "opens: a change after it starts at the change", edit: gate(opens), events: []string{"07 00:00 reported High email", "10 12:00 severity_changed Low"}, asOf: "10 12:00", want: started("10 12:00", "11 12:00", "0s", "8h0m0s")},
		{name: "opens: a change before it waits on", edit: gate(opens), events: []string{"07 00:00 reported High email", "08 12:00 severity_changed Low"}, asOf: "08 12:00", want: append(append([]string{}, waiting...), "next 09 09:00 response starts")},
	})
}
