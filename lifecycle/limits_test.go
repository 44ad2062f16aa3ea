package lifecycle_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// TestAsk_StageBeyondTheYears: the end of a stage that lies beyond the year 9999 is an
// error even if support does not depend on it.
func TestAsk_StageBeyondTheYears(t *testing.T) {
	for _, tt := range []struct {
		released string
		ok       bool
	}{{"9998-12-30", true}, {"9998-12-31", true}, {"9999-01-01", false}} {
		rule := lifecycle.Rule{
			Stages:  []lifecycle.Stage{{Name: "full", End: lifecycle.Plus{Of: own, N: 365, Unit: calendar.Days}}},
			Support: own,
		}
		_, err := rule.Ask(list(t, "1@"+tt.released), day(t, tt.released))
		if (err == nil) != tt.ok || err != nil && !errors.Is(err, calendar.ErrDate) {
			t.Errorf("released on %s: %v", tt.released, err)
		}
	}
}

// TestRuleCheck_WithinParts: a mistake is found within whatever has parts.
func TestRuleCheck_WithinParts(t *testing.T) {
	bad := lifecycle.EndOf{Stage: "x"}
	const why = `.end_of names stage "x", which is no earlier one`
	for place, e := range map[string]lifecycle.End{
		"support.align.of":                    lifecycle.Align{Of: bad},
		"support.align.of.plus.of":            lifecycle.Align{Of: lifecycle.Plus{Of: bad}},
		"support.held.else":                   lifecycle.Held{Rank: 1, Then: own, Else: bad},
		"support.plus_number.of.cases[1].end": lifecycle.PlusNumber{Name: "n", Of: lifecycle.Cases{{End: own}, {End: bad}}},
	} {
		rule := lifecycle.Rule{Support: e}
		if diff := cmp.Diff("lifecycle: rule: "+place+why, text(rule.Check())); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestReleaseError: which release, and what is wrong with it.
func TestReleaseError(t *testing.T) {
	rule := lifecycle.Rule{Support: own}
	_, err := rule.Ask(list(t, "1@2020-01-01 2@2020-01-01 1.0@2021-01-01"), day(t, "2022-01-01"))
	var wrong *lifecycle.ReleaseError
	if !errors.As(err, &wrong) || wrong.Index != 2 || wrong.Version != "1.0" || !wrong.Twice || wrong.First != 0 {
		t.Fatalf("%#v", err)
	}
	if want := `lifecycle: releases[2]: "1.0" is the same version as releases[0]; write each version of a line once`; err.Error() != want {
		t.Errorf("%s, want %s", err, want)
	}
	if _, err := rule.Ask(list(t, "1@2020-01-01 1.0@2021-01-01"), day(t, "2020-12-31")); !errors.Is(err, lifecycle.ErrReleases) {
		t.Errorf("before the second one is there: %v", err)
	}
}

// TestTerms_BeyondTheYears: days outside the years 1 to 9999 are an error with its
// place, the days just within are answered.
func TestTerms_BeyondTheYears(t *testing.T) {
	const outside = ` leads to a day outside the years 1 to 9999; write a date or a number for which it does not`
	pay := lifecycle.PaymentRule{Count: 30}
	debts := func(due string) []lifecycle.Debt { return []lifecycle.Debt{{Due: day(t, due)}} }
	subscription := func(ahead, invoice int) lifecycle.SubscriptionRule {
		return lifecycle.SubscriptionRule{Term: lifecycle.TermRule{Months: 12, End: lifecycle.DayBeforeAnniversary},
			Decline: lifecycle.NoticeRule{Ahead: ahead}, InvoiceAhead: invoice, Unpaid: pay}
	}
	for _, tt := range []struct {
		name string
		ask  func() error
		want string // "" for none
	}{
		// 30 days after 30 November is 30 December; it can be suspended on the 31st.
		{"the last day without consequence", func() error { _, err := pay.Status(debts("9999-11-30"), day(t, "9999-12-31")); return err }, ""},
		{"and the day after it", func() error { _, err := pay.Status(debts("9999-12-01"), day(t, "9999-12-31")); return err },
			`lifecycle: debts[0].due: "9999-12-01"` + outside},
		{"a period", func() error { _, err := pay.Period(day(t, "9999-12-01")); return err }, ""},
		{"and one day more", func() error { _, err := pay.Period(day(t, "9999-12-02")); return err },
			`lifecycle: payment: "30 days after 9999-12-02"` + outside},
		{"a notice", func() error { _, err := lifecycle.NoticeRule{Ahead: 30}.LastDay(day(t, "0001-01-31")); return err }, ""},
		{"and one day earlier", func() error {
			_, err := lifecycle.NoticeRule{Ahead: 30}.Check(day(t, "0001-01-30"), day(t, "0001-01-01"))
			return err
		},
			`lifecycle: notice: "30 days before 0001-01-30"` + outside},
		{"a subscription's notice", func() error {
			_, err := subscription(366, 0).Status(day(t, "0001-01-01"), nil, day(t, "0001-01-01"))
			return err
		}, `lifecycle: notice: "366 days before 0002-01-01"` + outside},
		{"a subscription's invoice", func() error {
			_, err := subscription(0, 365).Status(day(t, "0001-01-01"), nil, day(t, "0001-01-01"))
			return err
		}, `lifecycle: invoice_ahead: "365"` + outside},
		{"and a day less", func() error {
			_, err := subscription(365, 364).Status(day(t, "0001-01-01"), nil, day(t, "0001-01-01"))
			return err
		}, ""},
		{"a fix of the first day", func() error {
			_, _, err := lifecycle.TemporaryFix{Proper: new(calendar.Date)}.Window()
			return err
		}, `lifecycle: proper: "0001-01-01"` + outside},
	} {
		if err := tt.ask(); text(err) != tt.want || err != nil && !errors.Is(err, lifecycle.ErrTerms) {
			t.Errorf("%s: got %s\nwant %s", tt.name, text(err), tt.want)
		}
	}
}

// TestTemporaryFix_ProperFirst: a proper fix before the delivery is a mistake, one
// of the same day leaves no day.
func TestTemporaryFix_ProperFirst(t *testing.T) {
	for _, tt := range []struct {
		proper, want string
		days         int
	}{
		{"2026-03-01", `lifecycle: proper: "2026-03-01" is before the delivery of what it replaces; write 2026-03-02 or later`, 0},
		{"2026-03-02", "", 0},
		{"2026-03-03", "", 1},
	} {
		proper := day(t, tt.proper)
		fix := lifecycle.TemporaryFix{Delivered: day(t, "2026-03-02"), Proper: &proper}
		window, ok, err := fix.Window()
		if text(err) != tt.want || ok != (tt.want == "") {
			t.Errorf("proper on %s: %v, %v", tt.proper, ok, err)
		} else if err == nil && window.Days() != tt.days {
			t.Errorf("proper on %s: %d days, want %d", tt.proper, window.Days(), tt.days)
		}
		if _, err := fix.Status(proper); text(err) != tt.want {
			t.Errorf("status: %v", err)
		}
	}
}

// TestTermOn_Errors: a rule without a length has no terms, and before the anchor
// there is none.
func TestTermOn_Errors(t *testing.T) {
	if n, ok, err := (lifecycle.TermRule{}).TermOn(day(t, "2026-03-01"), day(t, "2026-03-01")); n != 0 || ok || !errors.Is(err, lifecycle.ErrTerms) {
		t.Errorf("no length: %d, %v, %v", n, ok, err)
	}
	rule := lifecycle.TermRule{Months: 12}
	for on, want := range map[string]int{"2026-02-28": 0, "2026-03-01": 1, "2027-02-28": 1, "2027-03-01": 2} {
		if n, ok, err := rule.TermOn(day(t, "2026-03-01"), day(t, on)); n != want || ok != (want > 0) || err != nil {
			t.Errorf("on %s: %d, %v, %v", on, n, ok, err)
		}
	}
}

// TestVersion_NoParts: of the zero Version, and before the first part or after the
// last, every part is 0.
func TestVersion_NoParts(t *testing.T) {
	v := parse(t, "4.1")
	for i, want := range map[int]int{-2: 0, -1: 0, 0: 4, 1: 1, 2: 0, 99: 0} {
		if got := v.Part(i); got != want {
			t.Errorf("part %d of 4.1 is %d, want %d", i, got, want)
		}
		if got := (lifecycle.Version{}).Part(i); got != 0 {
			t.Errorf("part %d of none is %d", i, got)
		}
	}
}
