package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
)

func TestT9_TheEnd(t *testing.T) {
	resolved := []string{
		"response 1 Mid met from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-2",
		"resolution 1 Mid met from 02 09:00 due 04 17:00 stopped 02 10:00 1h0m0s gone 23h0m0s left ACM-5"}
	tell(t, []story{
		{name: "resolved", events: []string{"02 09:00 reported Mid email", "02 10:00 resolved"}, asOf: "12 09:00", want: resolved},
		{name: "nothing counts after it", events: []string{"02 09:00 reported Mid email", "02 10:00 resolved",
			"02 10:00 workaround_accepted", "02 11:00 responded", "02 12:00 customer_replied", "02 13:00 contacted", "02 14:00 closed"}, asOf: "12 09:00", want: resolved},
		{name: "closed", events: []string{"02 09:00 reported Mid email", "02 10:00 closed"}, asOf: "12 09:00", want: []string{
			"response 1 Mid cancelled from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-2",
			"resolution 1 Mid cancelled from 02 09:00 due 04 17:00 stopped 02 10:00 1h0m0s gone 23h0m0s left ACM-5"}},
		{name: "resolved at a level without a resolution cancels nothing late", events: []string{"02 09:00 reported High phone", "02 10:00 resolved"}, asOf: "12 09:00", want: []string{
			"response 1 High met from 02 09:00 due 02 11:00 stopped 02 10:00 1h0m0s gone 1h0m0s left ACM-1",
			"plan 1 High cancelled from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-4"}},
	})
	p := mustAcme(t, nil)
	a, err := p.Evaluate(parseEvents(t, p, "02 09:00 reported Mid email", "02 10:00 closed", "02 11:00 severity_changed High"), parseAt(t, "02 12:00"))
	if err != nil || a.Severity.String() != "High" || len(a.Clocks) != 2 {
		t.Errorf("after the end a change is the label alone; got %v with %d clocks, %v", a.Severity, len(a.Clocks), err)
	}
}

func TestT10_Reopened(t *testing.T) {
	first := []string{
		"response 1 High cancelled from 02 09:00 due 02 11:00 stopped 02 10:00 1h0m0s gone 1h0m0s left ACM-1",
		"plan 1 High cancelled from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-4"}
	tell(t, []story{
		{name: "as a report at that instant, by the report's channel", events: []string{"02 09:00 reported High phone", "02 10:00 closed", "03 10:00 reopened"}, asOf: "03 11:00",
			want: append(append([]string{}, first...),
				"response 2 High running from 03 10:00 due 03 12:00 1h0m0s gone 1h0m0s left ACM-1",
				"plan 2 High running from 03 10:00 due 03 14:00 1h0m0s gone 3h0m0s left ACM-4",
				"next 03 12:00 response due")},
		{name: "by its own channel, earlier calls forgotten", events: []string{"02 09:00 reported High phone", "02 10:00 closed", "03 10:00 reopened email"}, asOf: "03 11:00",
			want: append(append([]string{}, first...), "response 2 High waiting for phone ACM-1", "plan 2 High waiting for phone ACM-4")},
		{name: "at the present level", events: []string{"02 09:00 reported High phone", "02 10:00 closed", "02 11:00 severity_changed Low", "03 10:00 reopened"}, asOf: "03 11:00",
			want: append(append([]string{}, first...), "response 2 Low running from 03 10:00 due 04 10:00 1h0m0s gone 7h0m0s left ACM-3", "next 04 10:00 response due")},
		{name: "an open ticket is open", events: []string{"02 09:00 reported Low phone", "02 10:00 reopened", "02 11:00 responded"}, asOf: "03 11:00", want: []string{
			"response 1 Low met from 02 09:00 due 02 17:00 stopped 02 11:00 2h0m0s gone 6h0m0s left ACM-3"}},
		{name: "a response is owed again", events: []string{"02 09:00 reported Low phone", "02 11:00 responded", "02 12:00 resolved", "03 09:00 reopened"}, asOf: "03 11:00", want: []string{
			"response 1 Low met from 02 09:00 due 02 17:00 stopped 02 11:00 2h0m0s gone 6h0m0s left ACM-3",
			"response 2 Low running from 03 09:00 due 03 17:00 2h0m0s gone 6h0m0s left ACM-3", "next 03 17:00 response due"}},
	})
}

// TestT11_AQuestionPausesNothing: two business days from Monday end on Wednesday,
// however long the customer takes.
func TestT11_AQuestionPausesNothing(t *testing.T) {
	tell(t, []story{{name: "info_requested", events: []string{
		"02 09:00 reported Mid email", "02 10:00 info_requested", "02 10:00 resolution_proposed", "04 16:00 info_received"}, asOf: "04 16:00", want: []string{
		"response 1 Mid met from 02 09:00 due 02 13:00 stopped 02 10:00 1h0m0s gone 3h0m0s left ACM-2",
		"resolution 1 Mid running from 02 09:00 due 04 17:00 23h0m0s gone 1h0m0s left ACM-5",
		"next 04 17:00 resolution due"}}})
}

func TestT12_TheSameAgain(t *testing.T) {
	p := mustAcme(t, nil)
	answer := func(events ...string) []string {
		a, err := p.Evaluate(parseEvents(t, p, events...), parseAt(t, "05 12:00"))
		if err != nil {
			t.Fatal(err)
		}
		return append(lines(&a), a.Severity.String())
	}
	const reported = "02 09:00 reported High phone"
	if got := answer(reported, "02 10:00 workaround_accepted", "02 11:00 workaround_accepted"); got[len(got)-1] != "Low" {
		t.Errorf("after two workarounds High is %s, want Low", got[len(got)-1])
	}
	if got := answer(reported, "02 10:00 workaround_accepted"); got[len(got)-1] != "Mid" {
		t.Errorf("after a workaround High is %s, want Mid", got[len(got)-1])
	}
	for _, kind := range []string{"registered", "contacted", "responded", "resolved", "closed", "development_required", "forwarded"} {
		once, twice := answer(reported, "02 10:00 "+kind), answer(reported, "02 10:00 "+kind, "02 10:30 "+kind)
		if diff := cmp.Diff(once, twice); diff != "" {
			t.Errorf("a second %s (-once +twice):\n%s", kind, diff)
		}
	}
}

// TestT13_EffortsAreJudged: whatever a clause calls it, a target is a target;
// there is no other kind.
func TestT13_EffortsAreJudged(t *testing.T) {
	tell(t, []story{{name: "best efforts within a time",
		edit:   only(policy.Metric{Name: "efforts", Start: policy.Report, Stop: policy.On(policy.Resolved), Targets: []policy.Target{owed("Low")}}),
		events: []string{"02 09:00 reported Low email"}, asOf: "03 09:30", want: []string{
			"efforts 1 Low breached from 02 09:00 due 02 17:00 8h30m0s gone -30m0s left ACM-7"}}})
}
