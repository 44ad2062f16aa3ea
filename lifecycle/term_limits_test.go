package lifecycle_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// period is from a day through another one.
func period(t *testing.T, from, through string) calendar.Period {
	return calendar.Period{From: day(t, from), Through: day(t, through)}
}

// TestTermsThroughTheLastDay: 31 December 9999 has no day after it, and what would
// begin then is an error, or, where nothing need begin, none.
func TestTermsThroughTheLastDay(t *testing.T) {
	licence := lifecycle.License{Terms: []calendar.Period{period(t, "9999-01-01", "9999-12-31")}}
	if s, err := licence.Status(day(t, "9999-06-01")); err != nil || s.State != lifecycle.Active || s.Next != nil {
		t.Errorf("a licence: %v, %v, next %v; want it active for ever", s.State, err, s.Next)
	}

	rule := lifecycle.PaymentRule{Count: 30, Unit: calendar.Days, Clause: "X-1"}
	for _, tt := range []struct {
		due  string
		want string // "" if there is an answer
	}{
		{"9999-11-30", ""}, // through 30 December
		{"9999-12-01", `lifecycle: debts[0].due: "9999-12-01" leads to a day outside the years 1 to 9999`},
	} {
		_, err := rule.Status([]lifecycle.Debt{{Due: day(t, tt.due)}}, day(t, "9999-12-02"))
		if tt.want == "" && err != nil || tt.want != "" && (!errors.Is(err, lifecycle.ErrTerms) || !strings.HasPrefix(err.Error(), tt.want)) {
			t.Errorf("an amount due on %s: %v, want %s…", tt.due, err, tt.want)
		}
	}
	const none = `lifecycle: count: "0" leaves no time to pay; write 1 or more`
	if _, err := (lifecycle.PaymentRule{}).Period(day(t, "2026-03-02")); !errors.Is(err, lifecycle.ErrTerms) || err.Error() != none {
		t.Errorf("a rule without time: %v, want %s", err, none)
	}

	subscription := lifecycle.SubscriptionRule{Term: lifecycle.TermRule{Months: 12}, Unpaid: rule, Decline: lifecycle.NoticeRule{Ahead: 1}}
	for _, tt := range []struct {
		anchor string
		paid   int // the term whose fee was paid
		want   string
	}{
		{"9998-11-30", 0, ""}, // through 30 November 9999
		{"9998-12-15", 0, `lifecycle: term: "9999-12-31" `},
		{"9997-12-15", 2, `lifecycle: term: "9999-12-31" `},
		{"9998-06-01", 2, "lifecycle: "}, // the second term ends in the year 10000
	} {
		var events []lifecycle.TermEvent
		if tt.paid != 0 {
			events = append(events, lifecycle.TermEvent{Kind: lifecycle.FeePaid, Term: tt.paid, On: day(t, tt.anchor)})
		}
		_, err := subscription.Status(day(t, tt.anchor), events, day(t, tt.anchor))
		if tt.want == "" && err != nil || tt.want != "" && (!errors.Is(err, lifecycle.ErrTerms) || !strings.HasPrefix(err.Error(), tt.want)) {
			t.Errorf("from %s, paid %d: %v, want %s…", tt.anchor, tt.paid, err, tt.want)
		}
	}
}

// TestISP9_ReasonsOfUpdatesHeld: a term after a period that is not paid says what it
// gives, and what updates wait for.
func TestISP9_ReasonsOfUpdatesHeld(t *testing.T) {
	licence := lifecycle.License{Clause: "X-9", Terms: []calendar.Period{
		period(t, "2024-01-01", "2024-12-31"), period(t, "2025-02-01", "2025-06-30"), period(t, "2025-08-01", "2026-07-31")}}
	s, err := licence.Status(day(t, "2026-03-02"))
	if err != nil {
		t.Fatal(err)
	}
	want := []lifecycle.TermReason{
		{Clause: "X-9", Text: "the term from 2025-08-01 through 2026-07-31 gives support"},
		{Clause: "X-9", Text: "updates released after 2024-12-31 need payment for the missed period from 2025-01-01 through 2025-01-31"},
		{Clause: "X-9", Text: "updates released after 2024-12-31 need payment for the missed period from 2025-07-01 through 2025-07-31"},
	}
	if diff := cmp.Diff(want, s.Reasons); diff != "" || s.State != lifecycle.UpdatesHeld {
		t.Errorf("%v (-want +got):\n%s", s.State, diff)
	}
}

// TestPUR9_NoticeBeforeAPaidTerm: the first term's fee is not paid after the notice of
// 25 December, whose 15 days run into the second term, which is paid. Support can be
// kept up through 9 January, and ends then.
func TestPUR9_NoticeBeforeAPaidTerm(t *testing.T) {
	rule := lifecycle.SubscriptionRule{
		Term:    lifecycle.TermRule{Months: 12, End: lifecycle.DayBeforeAnniversary},
		Unpaid:  lifecycle.PaymentRule{Count: 15, Unit: calendar.Days},
		Decline: lifecycle.NoticeRule{Ahead: 1},
	}
	events := []lifecycle.TermEvent{
		{Kind: lifecycle.FeePaid, Term: 2, On: day(t, "2026-12-01")},
		{Kind: lifecycle.NonPayment, Term: 1, On: day(t, "2026-12-25")},
	}
	for _, tt := range []struct {
		on    string
		state lifecycle.TermState
		next  string
	}{
		{"2026-12-24", lifecycle.Active, "2027-01-01"}, // nobody knows of the notice
		{"2026-12-25", lifecycle.PaymentDue, "2027-01-10"},
		{"2027-01-01", lifecycle.PaymentDue, "2027-01-10"},
		{"2027-01-09", lifecycle.PaymentDue, "2027-01-10"},
		{"2027-01-10", lifecycle.Ended, ""},
	} {
		s, err := rule.Status(day(t, "2026-01-01"), events, day(t, tt.on))
		if err != nil {
			t.Fatal(err)
		}
		next := ""
		if s.Next != nil {
			next = s.Next.On.String()
		}
		if s.State != tt.state || next != tt.next {
			t.Errorf("%s: %v, then %s; want %v, then %s", tt.on, s.State, next, tt.state, tt.next)
		}
	}
}

// TestSEM3_FixOfOneDay: a temporary fix that the proper one follows on the next day is
// supported on the day of its delivery.
func TestSEM3_FixOfOneDay(t *testing.T) {
	proper := day(t, "2026-03-03")
	fix := lifecycle.TemporaryFix{Delivered: day(t, "2026-03-02"), Proper: &proper}
	for on, want := range map[string]lifecycle.TermState{"2026-03-01": lifecycle.Pending, "2026-03-02": lifecycle.Active, "2026-03-03": lifecycle.Ended} {
		if s, err := fix.Status(day(t, on)); err != nil || s.State != want {
			t.Errorf("%s: %v, %v, want %v", on, s.State, err, want)
		}
	}
}

// TestISP11_HalfOfAMinorUnit: 50 % of one minor unit, with 364 of 365 days to go, is
// 0.4986 of it: nothing by half_up, one by up.
func TestISP11_HalfOfAMinorUnit(t *testing.T) {
	year := period(t, "2026-01-01", "2026-12-31")
	for _, tt := range []struct {
		cost     int64
		percent  int
		rounding lifecycle.Rounding
		want     int64
	}{
		{1, 50, lifecycle.RoundDown, 0}, {1, 50, lifecycle.RoundHalfUp, 0}, {1, 50, lifecycle.RoundUp, 1},
		{1, 51, lifecycle.RoundHalfUp, 1},     // 0.5086
		{365, 50, lifecycle.RoundHalfUp, 182}, // 182 exactly
		{365, 50, lifecycle.RoundUp, 182},
	} {
		got, err := lifecycle.LiabilityRule{Percent: tt.percent, Rounding: tt.rounding}.Cap(tt.cost, year, day(t, "2026-01-01"))
		if err != nil || got.Minor != tt.want {
			t.Errorf("%d %% of %d, %v: %d, %v; want %d", tt.percent, tt.cost, tt.rounding, got.Minor, err, tt.want)
		}
	}
	for r, want := range map[lifecycle.Rounding]string{lifecycle.RoundDown: "down", lifecycle.RoundUp: "up", lifecycle.RoundHalfUp: "half_up", 3: "Rounding(3)"} {
		if r.String() != want {
			t.Errorf("%s, want %s", r, want)
		}
	}
	for k, want := range map[lifecycle.BoundKind]string{lifecycle.Open: "open", lifecycle.Known: "known", lifecycle.Never: "never", 3: "BoundKind(3)"} {
		if k.String() != want {
			t.Errorf("%s, want %s", k, want)
		}
	}
}
