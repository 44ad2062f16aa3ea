package ispsystem_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// TestISP9_PaidInTheBreak: once all days of a missed period are paid, its updates are
// given (9.7), even while it runs; support is not, before the next term begins.
func TestISP9_PaidInTheBreak(t *testing.T) {
	terms := []calendar.Period{span(t, "2024-01-01/2024-12-31"), span(t, "2026-01-01/2026-12-31")}
	paid := []lifecycle.MissedPayment{{On: onDay(t, "2025-11-01"), Period: span(t, "2025-01-01/2025-12-31")}}
	const missed = "2025-01-01/2025-12-31"
	unpaid := []string{
		"the term ended on 2024-12-31: documentation and client area stay; support, and updates released outside the terms, do not",
		"updates released after 2024-12-31 need payment for the missed period from 2025-01-01 through 2025-12-31",
	}
	given := []string{"the term ended on 2024-12-31: documentation and client area stay, and so do updates, since the missed period from 2025-01-01 through 2025-12-31 is paid; support does not"}
	none := []string{"the term ended on 2024-12-31, and the licence, which is not perpetual, with it until 2026-01-01: documentation and client area stay; support and updates do not"}
	for _, tt := range []struct {
		perpetual bool
		on, want  string
		why       []string
	}{
		{true, "2024-12-31", "active 2024-12-31 | 2025-01-01 lapsed", nil},
		{true, "2025-10-31", "lapsed 2024-12-31 " + missed + " | 2026-01-01 updates_held", unpaid},
		{true, "2025-11-01", "lapsed 2026-12-31 | 2026-01-01 active", given},
		{true, "2025-12-01", "lapsed 2026-12-31 | 2026-01-01 active", given},
		{true, "2025-12-31", "lapsed 2026-12-31 | 2026-01-01 active", given},
		{true, "2026-01-01", "active 2026-12-31 | 2027-01-01 lapsed", nil},
		// 9.5 leaves the right to updates to a perpetual licence; a payment makes no
		// other licence last through its break.
		{false, "2024-12-31", "active 2024-12-31 | 2025-01-01 lapsed", nil},
		{false, "2025-01-01", "lapsed - " + missed + " | 2026-01-01 updates_held", none},
		{false, "2025-10-31", "lapsed - " + missed + " | 2026-01-01 updates_held", none},
		{false, "2025-11-01", "lapsed - | 2026-01-01 active", none},
		{false, "2025-12-31", "lapsed - | 2026-01-01 active", none},
		{false, "2026-01-01", "active 2026-12-31 | 2027-01-01 ended", nil},
	} {
		s, err := ispsystem.License(tt.perpetual, terms, paid).Status(onDay(t, tt.on))
		if diff := cmp.Diff(tt.want, standing(s)); err != nil || diff != "" {
			t.Errorf("perpetual %v, %s (-want +got): %v\n%s", tt.perpetual, tt.on, err, diff)
		}
		if tt.why == nil {
			continue
		}
		var why []string
		for _, r := range s.Reasons {
			why = append(why, r.Text)
		}
		if diff := cmp.Diff(tt.why, why); diff != "" {
			t.Errorf("perpetual %v, %s (-want +got):\n%s", tt.perpetual, tt.on, diff)
		}
	}
}

// TestISP9_NotPerpetualInABreak: that a term is bought for later gives a licence that
// is not perpetual no right to updates between its terms (9.5).
func TestISP9_NotPerpetualInABreak(t *testing.T) {
	terms := []calendar.Period{span(t, "2024-01-01/2024-12-31"), span(t, "2026-01-01/2026-12-31")}
	for _, tt := range []struct {
		perpetual bool
		on        string
		want      bool // entitled to an update of 2024-06-01
	}{
		{false, "2024-12-31", true}, {false, "2025-01-01", false}, {false, "2025-06-01", false}, {false, "2025-12-31", false},
		{false, "2026-01-01", true}, {false, "2026-12-31", true}, {false, "2027-01-01", false},
		{true, "2025-01-01", true}, {true, "2025-12-31", true}, {true, "2027-01-01", true},
	} {
		s, err := ispsystem.License(tt.perpetual, terms, nil).Status(onDay(t, tt.on))
		if got := s.Entitled(onDay(t, "2024-06-01")); err != nil || got != tt.want {
			t.Errorf("perpetual %v, %s: %v, %v; want %v", tt.perpetual, tt.on, got, err, tt.want)
		}
	}
}

// TestISP9_TwoBreaksInTheSecond: the second break is paid, and still nothing is given
// before the first is; the reasons say so.
func TestISP9_TwoBreaksInTheSecond(t *testing.T) {
	terms := []calendar.Period{span(t, "2023-01-01/2023-06-30"), span(t, "2024-01-01/2024-12-31"), span(t, "2026-01-01/2026-12-31")}
	paid := []lifecycle.MissedPayment{{On: onDay(t, "2025-02-01"), Period: span(t, "2025-01-01/2025-12-31")}}
	s, err := ispsystem.License(true, terms, paid).Status(onDay(t, "2025-06-01"))
	if diff := cmp.Diff("lapsed 2023-06-30 2023-07-01/2023-12-31 | 2026-01-01 updates_held", standing(s)); err != nil || diff != "" {
		t.Fatalf("(-want +got): %v\n%s", err, diff)
	}
	want := []lifecycle.TermReason{
		{Clause: "ISP-9", Text: "the term ended on 2024-12-31: documentation and client area stay; support, and updates released outside the terms, do not"},
		{Clause: "ISP-9", Text: "updates released after 2023-06-30 need payment for the missed period from 2023-07-01 through 2023-12-31"},
	}
	if diff := cmp.Diff(want, s.Reasons); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
