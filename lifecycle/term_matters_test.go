package lifecycle_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// Each parameter matters: when only it changes, so does an answer.
func TestPUR10_ParametersMatter(t *testing.T) {
	anchor, on := termDay(t, "2026-03-15"), termDay(t, "2026-05-20")
	base := lifecycle.SubscriptionRule{
		Term:    lifecycle.TermRule{Months: 2, Clause: "PUR-10"},
		Decline: lifecycle.NoticeRule{Ahead: 1, Clause: "PUR-10"}, InvoiceAhead: 75,
		Unpaid: lifecycle.PaymentRule{Count: 15, Clause: "PUR-9"},
	}
	events := []lifecycle.TermEvent{{Kind: lifecycle.FeePaid, On: termDay(t, "2026-04-01"), Term: 2}, {Kind: lifecycle.NonPayment, On: termDay(t, "2026-05-20"), Term: 3}}
	ask := func(rule lifecycle.SubscriptionRule, anchor calendar.Date, events []lifecycle.TermEvent, on calendar.Date) string {
		t.Helper()
		s, err := rule.Status(anchor, events, on)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	was := ask(base, anchor, events, on)
	want := `{"on":"2026-05-20","state":"payment_due","covered":true,` +
		`"reasons":[{"clause":"PUR-9","text":"notice of non-payment of the fee of term 3 was received on 2026-05-20: it can be paid through 2026-06-04, 15 days later, and support goes on through 2026-06-04"}],` +
		`"next":{"on":"2026-06-05","state":"ended","covered":false,"reasons":[{"clause":"PUR-9","text":"the fee of term 3 was not paid through 2026-06-04, 15 days after notice of non-payment was received on 2026-05-20; paying later renews nothing"}]},` +
		`"term":{"number":2,"period":{"from":"2026-05-15","through":"2026-07-31"},"decline_by":"2026-07-14","invoice":"2026-05-17","next_begin":"2026-07-15"}}`
	if diff := cmp.Diff(want, was); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	changed := func(change func(*lifecycle.SubscriptionRule)) lifecycle.SubscriptionRule {
		rule := base
		change(&rule)
		return rule
	}
	for name, rule := range map[string]lifecycle.SubscriptionRule{
		"months":         changed(func(r *lifecycle.SubscriptionRule) { r.Term.Months = 1 }),
		"end":            changed(func(r *lifecycle.SubscriptionRule) { r.Term.End = lifecycle.DayBeforeAnniversary }),
		"decline ahead":  changed(func(r *lifecycle.SubscriptionRule) { r.Decline.Ahead = 2 }),
		"decline unit":   changed(func(r *lifecycle.SubscriptionRule) { r.Decline.Unit = calendar.Weeks }),
		"invoice":        changed(func(r *lifecycle.SubscriptionRule) { r.InvoiceAhead = 74 }),
		"unpaid count":   changed(func(r *lifecycle.SubscriptionRule) { r.Unpaid.Count = 14 }),
		"unpaid unit":    changed(func(r *lifecycle.SubscriptionRule) { r.Unpaid.Unit = calendar.Weeks }),
		"payment clause": changed(func(r *lifecycle.SubscriptionRule) { r.Unpaid.Clause = "X" }),
	} {
		used := events
		if name == "months" {
			used = events[:1] // with terms of a month the notice would come too early
		}
		if ask(rule, anchor, used, on) == was {
			t.Errorf("%s does not matter", name)
		}
	}
	if ask(base, termDay(t, "2026-03-16"), events, on) == was || ask(base, anchor, events[1:], on) == was || ask(base, anchor, events[:1], on) == was {
		t.Error("the anchor or an event does not matter")
	}
	// The order of events does not.
	if ask(base, anchor, []lifecycle.TermEvent{events[1], events[0]}, on) != was {
		t.Error("the order of events matters")
	}
}

// A later event is checked, and has no effect on the answer of an earlier day.
func TestPUR9_LaterEvents(t *testing.T) {
	rule := lifecycle.SubscriptionRule{Term: lifecycle.TermRule{Months: 12}, Decline: lifecycle.NoticeRule{Ahead: 1}, Unpaid: lifecycle.PaymentRule{Count: 15}}
	anchor, on := termDay(t, "2026-03-15"), termDay(t, "2027-01-01")
	without, err := rule.Status(anchor, nil, on)
	if err != nil {
		t.Fatal(err)
	}
	with, err := rule.Status(anchor, []lifecycle.TermEvent{{Kind: lifecycle.FeePaid, On: termDay(t, "2027-01-02"), Term: 2}}, on)
	if diff := cmp.Diff(without, with, cmp.Comparer(func(a, b calendar.Date) bool { return a == b })); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	if _, err := rule.Status(anchor, []lifecycle.TermEvent{{On: termDay(t, "2027-01-02")}}, on); err == nil {
		t.Error("a later event of no kind passes")
	}
}
