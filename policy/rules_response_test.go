package policy_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
)

// TestT1_WhatIsAResponse: of an event of each kind an hour after the report.
func TestT1_WhatIsAResponse(t *testing.T) {
	want := map[string]policy.State{
		"responded": policy.Met, "info_requested": policy.Met, "updated": policy.Met, "plan_provided": policy.Met,
		"resolution_proposed": policy.Met, "workaround_accepted": policy.Met, "resolved": policy.Met,
		"registered": policy.Running, "contacted": policy.Running, "info_received": policy.Running,
		"customer_replied": policy.Running, "development_required": policy.Running, "forwarded": policy.Running,
		"resolution_rejected": policy.Running, "reopened": policy.Running, "severity_changed Mid": policy.Running,
		"closed": policy.Cancelled,
	}
	p := mustAcme(t, nil)
	got := map[string]policy.State{}
	for kind := range want {
		a, err := p.Evaluate(parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 "+kind), parseAt(t, "02 10:00"))
		if err != nil {
			t.Fatal(err)
		}
		got[kind] = a.Clocks[0].State
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if n := len(policy.KindNames()) - 1; n != len(want) {
		t.Errorf("%d kinds are tried, and there are %d besides reported", len(want), n)
	}
}

func TestT1_ResponseByChannel(t *testing.T) {
	tell(t, []story{
		{name: "another channel does not meet it", events: []string{"02 09:00 reported High phone", "02 09:30 responded email"}, asOf: "02 10:00", want: []string{
			"response 1 High running from 02 09:00 due 02 11:00 1h0m0s gone 1h0m0s left ACM-1",
			"plan 1 High running from 02 09:00 due 02 13:00 1h0m0s gone 3h0m0s left ACM-4",
			"next 02 11:00 response due"}},
		{name: "that channel does", events: []string{"02 09:00 reported High phone", "02 09:30 responded phone"}, asOf: "02 10:00", want: []string{
			"response 1 High met from 02 09:00 due 02 11:00 stopped 02 09:30 30m0s gone 1h30m0s left ACM-1",
			"plan 1 High running from 02 09:00 due 02 13:00 1h0m0s gone 3h0m0s left ACM-4",
			"next 02 13:00 plan due"}},
		{name: "none named does", events: []string{"02 09:00 reported High phone", "02 09:30 responded", "02 09:31 plan_provided"}, asOf: "02 10:00", want: []string{
			"response 1 High met from 02 09:00 due 02 11:00 stopped 02 09:30 30m0s gone 1h30m0s left ACM-1",
			"plan 1 High met from 02 09:00 due 02 13:00 stopped 02 09:31 31m0s gone 3h29m0s left ACM-4"}},
		{name: "a response by telephone is a call, after the response", events: []string{"02 09:00 reported High email", "02 09:30 responded phone"}, asOf: "02 10:00", want: []string{
			"plan 1 High running from 02 09:30 due 02 13:30 30m0s gone 3h30m0s left ACM-4",
			"response 1 High met stopped 02 09:30 ACM-1",
			"next 02 13:30 plan due"}},
		{name: "judged by the level in force: before a raise", events: []string{"02 09:00 reported Mid email", "02 10:00 responded email", "02 10:00 severity_changed High", "02 10:00 plan_provided"}, asOf: "02 10:00", want: []string{
			"response 1 Mid met from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-2",
			"resolution 1 Mid running from 02 09:00 due 04 17:00 1h0m0s gone 23h0m0s left ACM-5",
			"plan 1 High met from 02 10:00 due 02 14:00 stopped 02 10:00 0s gone 4h0m0s left ACM-4",
			"next 04 17:00 resolution due"}},
		{name: "judged by the level in force: after it", events: []string{"02 09:00 reported Mid email", "02 10:00 severity_changed High", "02 10:00 responded email"}, asOf: "02 10:00", want: []string{
			"response 1 High running from 02 09:00 due 02 12:00 1h0m0s gone 2h0m0s left ACM-1",
			"resolution 1 Mid running from 02 09:00 due 04 17:00 1h0m0s gone 23h0m0s left ACM-5",
			"plan 1 High running from 02 10:00 due 02 14:00 0s gone 4h0m0s left ACM-4",
			"next 02 12:00 response due"}},
	})
}

func TestT2_Contacted(t *testing.T) {
	started := []string{
		"response 1 High running from 02 09:30 due 02 11:30 30m0s gone 1h30m0s left ACM-1",
		"plan 1 High running from 02 09:30 due 02 13:30 30m0s gone 3h30m0s left ACM-4",
		"next 02 11:30 response due"}
	waiting := []string{"response 1 High waiting for phone ACM-1", "plan 1 High waiting for phone ACM-4"}
	tell(t, []story{
		{name: "by telephone if not said", events: []string{"02 09:00 reported High email", "02 09:30 contacted"}, asOf: "02 10:00", want: started},
		{name: "by telephone", events: []string{"02 09:00 reported High portal", "02 09:30 contacted phone"}, asOf: "02 10:00", want: started},
		{name: "by another channel", events: []string{"02 09:00 reported High email", "02 09:30 contacted email"}, asOf: "02 10:00", want: waiting},
		{name: "a second time", events: []string{"02 09:00 reported High email", "02 09:30 contacted", "02 09:45 contacted"}, asOf: "02 10:00", want: started},
		{name: "where nothing waits", events: []string{"02 09:00 reported Low email", "02 09:30 contacted"}, asOf: "02 10:00", want: []string{
			"response 1 Low running from 02 09:00 due 02 17:00 1h0m0s gone 7h0m0s left ACM-3", "next 02 17:00 response due"}},
	})
}

func TestT3_OneReport(t *testing.T) {
	p := mustAcme(t, nil)
	events := parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 reported Mid email")
	_, err := p.Evaluate(events, parseAt(t, "02 12:00"))
	want := `policy: events[1].kind: "reported" is there already, events[0]; a later call or mail is contacted, a new start is reopened`
	if err == nil || err.Error() != want || !errors.Is(err, policy.ErrEvents) {
		t.Errorf("got %v, want %s", err, want)
	}
	before, err := p.Evaluate(events[:1], parseAt(t, "02 08:59:59.999999999"))
	if err != nil || !before.Severity.IsZero() || len(before.Clocks) != 0 || before.Next.What != "" {
		t.Errorf("before the report: %v, %v", before, err)
	}
	at, err := p.Evaluate(events[:1], parseAt(t, "02 09:00"))
	if err != nil || at.Severity.String() != "Mid" || len(at.Clocks) != 2 {
		t.Errorf("at the report: %v, %v", at, err)
	}
}

// TestT4_StatesAtDue: Mid at 09:00 is due at 13:00.
func TestT4_StatesAtDue(t *testing.T) {
	edit := func(a *policy.Agreement) { a.Metrics = a.Metrics[:1] }
	const reported = "02 09:00 reported Mid email"
	tell(t, []story{
		{name: "runs at its due instant", edit: edit, events: []string{reported}, asOf: "02 13:00", want: []string{
			"response 1 Mid running from 02 09:00 due 02 13:00 4h0m0s gone 0s left ACM-2", "next 02 13:00 response due"}},
		{name: "overdue after it", edit: edit, events: []string{reported}, asOf: "02 13:00:00.000000001", want: []string{
			"response 1 Mid breached from 02 09:00 due 02 13:00 4h0m0.000000001s gone -1ns left ACM-2"}},
		{name: "goes on when overdue", edit: edit, events: []string{reported}, asOf: "03 10:00", want: []string{
			"response 1 Mid breached from 02 09:00 due 02 13:00 9h0m0s gone -5h0m0s left ACM-2"}},
		{name: "done before", edit: edit, events: []string{reported, "02 12:59:59.999999999 responded"}, asOf: "03 10:00", want: []string{
			"response 1 Mid met from 02 09:00 due 02 13:00 stopped 02 12:59:59.999999999 3h59m59.999999999s gone 1ns left ACM-2"}},
		{name: "done at", edit: edit, events: []string{reported, "02 13:00 responded"}, asOf: "03 10:00", want: []string{
			"response 1 Mid met from 02 09:00 due 02 13:00 stopped 02 13:00 4h0m0s gone 0s left ACM-2"}},
		{name: "done after", edit: edit, events: []string{reported, "02 13:00:00.000000001 responded"}, asOf: "03 10:00", want: []string{
			"response 1 Mid breached from 02 09:00 due 02 13:00 stopped 02 13:00:00.000000001 4h0m0.000000001s gone -1ns left ACM-2"}},
		{name: "gone at", edit: edit, events: []string{reported, "02 13:00 closed"}, asOf: "03 10:00", want: []string{
			"response 1 Mid cancelled from 02 09:00 due 02 13:00 stopped 02 13:00 4h0m0s gone 0s left ACM-2"}},
		{name: "gone after", edit: edit, events: []string{reported, "02 13:00:00.000000001 closed"}, asOf: "03 10:00", want: []string{
			"response 1 Mid breached from 02 09:00 due 02 13:00 stopped 02 13:00:00.000000001 4h0m0.000000001s gone -1ns left ACM-2"}},
	})
}

func TestT5_WhileItWaits(t *testing.T) {
	tell(t, []story{
		{name: "done", events: []string{"02 09:00 reported High email", "02 09:30 responded", "02 09:40 plan_provided"}, asOf: "02 10:00", want: []string{
			"response 1 High met stopped 02 09:30 ACM-1", "plan 1 High met stopped 02 09:40 ACM-4"}},
		{name: "done by another channel", events: []string{"02 09:00 reported High email", "02 09:30 responded email"}, asOf: "02 10:00", want: []string{
			"response 1 High waiting for phone ACM-1", "plan 1 High waiting for phone ACM-4"}},
		{name: "gone", events: []string{"02 09:00 reported High email", "02 09:30 closed"}, asOf: "02 10:00", want: []string{
			"response 1 High cancelled stopped 02 09:30 ACM-1", "plan 1 High cancelled stopped 02 09:30 ACM-4"}},
	})
}
