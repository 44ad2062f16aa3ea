package ispsystem_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// onDay reads a date that is known to be right.
var onDay = agreementtest.Date

// span reads a period such as 2026-01-01/2026-12-31.
func span(t testing.TB, text string) calendar.Period {
	t.Helper()
	from, through, _ := strings.Cut(text, "/")
	return calendar.Period{From: onDay(t, from), Through: onDay(t, through)}
}

// standing writes a status as "state updates-through missed... | next-day next-state".
func standing(s lifecycle.LicenseStatus) string {
	parts := []string{string(s.State), "-"}
	if s.UpdatesThrough != nil {
		parts[1] = s.UpdatesThrough.String()
	}
	for _, m := range s.Missed {
		parts = append(parts, m.String())
	}
	if s.Next != nil {
		parts = append(parts, "|", s.Next.On.String(), string(s.Next.State))
	}
	return strings.Join(parts, " ")
}

func TestISP9_Terms(t *testing.T) {
	unbroken := []string{"2026-01-01/2026-12-31", "2027-01-01/2027-12-31"}
	broken := []string{"2026-01-01/2026-12-31", "2028-03-01/2029-02-28"}
	whole := "2027-01-01/2028-02-29"
	for _, tt := range []struct {
		name      string
		perpetual bool
		terms     []string
		paidOn    string
		paid      string
		day, want string
	}{
		{"before", true, unbroken[:1], "", "", "2025-12-31", "pending - | 2026-01-01 active"},
		{"first day", true, unbroken[:1], "", "", "2026-01-01", "active 2026-12-31 | 2027-01-01 lapsed"},
		{"last day", true, unbroken[:1], "", "", "2026-12-31", "active 2026-12-31 | 2027-01-01 lapsed"},
		{"day after", true, unbroken[:1], "", "", "2027-01-01", "lapsed 2026-12-31 2027-01-01/2027-01-01"},
		{"later", true, unbroken[:1], "", "", "2027-01-02", "lapsed 2026-12-31 2027-01-01/2027-01-02"},
		{"three years later", true, unbroken[:1], "", "", "2029-12-31", "lapsed 2026-12-31 2027-01-01/2029-12-31"},
		{"not perpetual, last day", false, unbroken[:1], "", "", "2026-12-31", "active 2026-12-31 | 2027-01-01 ended"},
		{"not perpetual, day after", false, unbroken[:1], "", "", "2027-01-01", "ended -"},
		{"unbroken", true, unbroken, "", "", "2026-12-31", "active 2027-12-31 | 2028-01-01 lapsed"},
		{"a break of one day", true, []string{"2026-01-01/2026-12-31", "2027-01-02/2027-12-31"}, "", "", "2027-01-02",
			"updates_held 2026-12-31 2027-01-01/2027-01-01 | 2028-01-01 lapsed"},
		{"in the break", true, broken, "", "", "2027-06-01", "lapsed 2026-12-31 " + whole + " | 2028-03-01 updates_held"},
		{"last day of the break", true, broken, "", "", "2028-02-29", "lapsed 2026-12-31 " + whole + " | 2028-03-01 updates_held"},
		{"after the break, unpaid", true, broken, "", "", "2028-03-01", "updates_held 2026-12-31 " + whole + " | 2029-03-01 lapsed"},
		{"after it all, unpaid", true, broken, "", "", "2029-03-01", "lapsed 2026-12-31 " + whole + " 2029-03-01/2029-03-01"},
		{"paid, a day before", true, broken, "2028-03-05", whole, "2028-03-04", "updates_held 2026-12-31 " + whole + " | 2029-03-01 lapsed"},
		{"paid, on the day", true, broken, "2028-03-05", whole, "2028-03-05", "active 2029-02-28 | 2029-03-01 lapsed"},
		{"paid, a day after", true, broken, "2028-03-05", whole, "2028-03-06", "active 2029-02-28 | 2029-03-01 lapsed"},
		{"paid in the break: no support for it", true, broken, "2027-06-01", whole, "2027-06-01", "lapsed 2029-02-28 | 2028-03-01 active"},
		{"all but the first day paid", true, broken, "2028-03-01", "2027-01-02/2028-02-29", "2028-03-05", "updates_held 2026-12-31 " + whole + " | 2029-03-01 lapsed"},
		{"all but the last day paid", true, broken, "2028-03-01", "2027-01-01/2028-02-28", "2028-03-05", "updates_held 2026-12-31 " + whole + " | 2029-03-01 lapsed"},
		{"more than all paid", true, broken, "2028-03-01", "2026-12-01/2028-03-31", "2028-03-05", "active 2029-02-28 | 2029-03-01 lapsed"},
		{"after it all, paid", true, broken, "2028-03-05", whole, "2029-03-01", "lapsed 2029-02-28 2029-03-01/2029-03-01"},
	} {
		var terms []calendar.Period
		for _, term := range tt.terms {
			terms = append([]calendar.Period{span(t, term)}, terms...) // any order
		}
		var paid []lifecycle.MissedPayment
		if tt.paid != "" {
			paid = []lifecycle.MissedPayment{{On: onDay(t, tt.paidOn), Period: span(t, tt.paid)}}
		}
		s, err := ispsystem.License(tt.perpetual, terms, paid).Status(onDay(t, tt.day))
		if diff := cmp.Diff(tt.want, standing(s)); err != nil || diff != "" {
			t.Errorf("%s (-want +got): %v\n%s", tt.name, err, diff)
		}
		if s.Covered != (s.State == lifecycle.Active || s.State == lifecycle.UpdatesHeld) || s.Reasons[0].Clause != "ISP-9" {
			t.Errorf("%s: covered %v, %v", tt.name, s.Covered, s.Reasons)
		}
	}
}

// A payment in two parts counts when the second is made; a second break is a
// debt of its own.
func TestISP9_TwoBreaks(t *testing.T) {
	terms := []calendar.Period{span(t, "2026-01-01/2026-06-30"), span(t, "2026-08-01/2026-12-31"), span(t, "2027-02-01/2027-12-31")}
	july1, july2 := span(t, "2026-07-01/2026-07-15"), span(t, "2026-07-16/2026-07-31")
	paid := []lifecycle.MissedPayment{{On: onDay(t, "2027-03-02"), Period: july2}, {On: onDay(t, "2027-03-01"), Period: july1},
		{On: onDay(t, "2027-03-03"), Period: span(t, "2027-01-01/2027-01-31")}}
	for _, tt := range []struct{ day, want string }{
		{"2027-03-01", "updates_held 2026-06-30 2026-07-01/2026-07-31 2027-01-01/2027-01-31 | 2028-01-01 lapsed"},
		{"2027-03-02", "updates_held 2026-12-31 2027-01-01/2027-01-31 | 2028-01-01 lapsed"},
		{"2027-03-03", "active 2027-12-31 | 2028-01-01 lapsed"},
	} {
		s, err := ispsystem.License(true, terms, paid).Status(onDay(t, tt.day))
		if diff := cmp.Diff(tt.want, standing(s)); err != nil || diff != "" {
			t.Errorf("%s (-want +got): %v\n%s", tt.day, err, diff)
		}
	}
}

func TestISP9_Entitled(t *testing.T) {
	terms := []calendar.Period{span(t, "2026-01-01/2026-12-31")}
	s, err := ispsystem.License(true, terms, nil).Status(onDay(t, "2030-01-01"))
	if err != nil {
		t.Fatal(err)
	}
	for released, want := range map[string]bool{"2025-06-01": true, "2026-12-30": true, "2026-12-31": true, "2027-01-01": false} {
		if got := s.Entitled(onDay(t, released)); got != want {
			t.Errorf("released %s: %v, want %v", released, got, want)
		}
	}
	s, err = ispsystem.License(false, terms, nil).Status(onDay(t, "2030-01-01"))
	if err != nil || s.Entitled(onDay(t, "2026-06-01")) {
		t.Errorf("a licence that ended is entitled: %+v, %v", s, err)
	}
}

func TestISP10_Months(t *testing.T) {
	for _, tt := range []struct {
		covered, end        string
		months, whole, rest int
	}{
		{"2026-03-15", "2026-03-15", 0, 0, 0},
		{"2026-03-15", "2026-03-16", 0, 0, 1},
		// A rest of 4, 5 and 6 days, without a full month and after some.
		{"2026-03-15", "2026-03-19", 0, 0, 4},
		{"2026-03-15", "2026-03-20", 0, 0, 5},
		{"2026-03-15", "2026-03-21", 1, 0, 6},
		{"2026-03-15", "2026-04-14", 1, 0, 30},
		{"2026-03-15", "2026-04-15", 1, 1, 0},
		{"2026-03-15", "2026-04-16", 1, 1, 1},
		{"2026-03-15", "2027-03-19", 12, 12, 4},
		{"2026-03-15", "2027-03-20", 12, 12, 5},
		{"2026-03-15", "2027-03-21", 13, 12, 6},
		// Month ends: counted from the last day covered, without drift.
		{"2026-01-31", "2026-02-27", 1, 0, 27},
		{"2026-01-31", "2026-02-28", 1, 1, 0},
		{"2026-01-31", "2026-03-05", 1, 1, 5},
		{"2026-01-31", "2026-03-06", 2, 1, 6},
		{"2026-01-31", "2026-03-30", 2, 1, 30},
		{"2026-01-31", "2026-03-31", 2, 2, 0},
		{"2026-12-31", "2027-12-31", 12, 12, 0},
		// Leap years.
		{"2028-01-31", "2028-02-28", 1, 0, 28},
		{"2028-01-31", "2028-02-29", 1, 1, 0},
		{"2028-01-31", "2028-03-05", 1, 1, 5},
		{"2028-02-29", "2029-02-28", 12, 12, 0},
		{"2028-02-29", "2032-02-28", 48, 47, 30},
		{"2028-02-29", "2032-02-29", 48, 48, 0},
	} {
		got, err := ispsystem.CoTerm().Months(onDay(t, tt.covered), onDay(t, tt.end))
		if want := (lifecycle.CoTerm{Months: tt.months, Whole: tt.whole, Rest: tt.rest}); err != nil || got != want {
			t.Errorf("%s to %s: %+v, %v; want %+v", tt.covered, tt.end, got, err, want)
		}
	}
}

func TestISP11_Cap(t *testing.T) {
	year, leap := "2026-01-01/2026-12-31", "2028-01-01/2028-12-31"
	for _, tt := range []struct {
		cost       int64
		term       string
		claim      string
		rounding   lifecycle.Rounding
		days, rest int
		want       int64
	}{
		{36500, year, "2026-01-01", lifecycle.RoundDown, 365, 364, 18200},
		{36500, year, "2026-01-02", lifecycle.RoundDown, 365, 363, 18150},
		{36500, year, "2026-12-30", lifecycle.RoundDown, 365, 1, 50},
		{36500, year, "2026-12-31", lifecycle.RoundDown, 365, 0, 0},
		{36500, year, "2027-01-01", lifecycle.RoundDown, 365, 0, 0},
		{100000, year, "2026-07-02", lifecycle.RoundDown, 365, 182, 24931}, // 24931.506…
		{100000, year, "2026-07-02", lifecycle.RoundUp, 365, 182, 24932},
		{100000, year, "2026-07-02", lifecycle.RoundHalfUp, 365, 182, 24932},
		{100000, year, "2026-07-03", lifecycle.RoundHalfUp, 365, 181, 24795}, // 24794.52…
		{100000, year, "2026-07-06", lifecycle.RoundHalfUp, 365, 178, 24384}, // 24383.56…
		{100000, year, "2026-07-01", lifecycle.RoundHalfUp, 365, 183, 25068}, // 25068.49…
		{100000, year, "2026-07-01", lifecycle.RoundUp, 365, 183, 25069},
		{36500, year, "2026-01-02", lifecycle.RoundUp, 365, 363, 18150}, // nothing to round
		{36600, leap, "2028-02-28", lifecycle.RoundDown, 366, 307, 15350},
		{36600, leap, "2028-02-29", lifecycle.RoundDown, 366, 306, 15300},
		{36600, leap, "2028-03-01", lifecycle.RoundDown, 366, 305, 15250},
		// Half a unit exactly.
		{1, "2026-01-01/2026-01-01", "2026-01-01", lifecycle.RoundUp, 1, 0, 0},
		{2, "2026-01-01/2026-01-02", "2026-01-01", lifecycle.RoundDown, 2, 1, 0},
		{2, "2026-01-01/2026-01-02", "2026-01-01", lifecycle.RoundHalfUp, 2, 1, 1},
		{0, year, "2026-01-01", lifecycle.RoundUp, 365, 364, 0},
		// 9223372036854775807 × 364 ÷ 730: the product does not fit into 64 bits.
		{9223372036854775807, year, "2026-01-01", lifecycle.RoundDown, 365, 364, 4599051262212518347},
	} {
		got, err := ispsystem.Liability(tt.rounding).Cap(tt.cost, span(t, tt.term), onDay(t, tt.claim))
		want := lifecycle.LiabilityCap{Minor: tt.want, TermDays: tt.days, RestDays: tt.rest, Rounding: tt.rounding}
		if err != nil || got != want {
			t.Errorf("%d over %s, claim %s, %v: %+v, %v; want %+v", tt.cost, tt.term, tt.claim, tt.rounding, got, err, want)
		}
	}
}

func ExampleLicense() {
	from, _ := calendar.NewDate(2026, time.January, 1)
	through, _ := calendar.NewDate(2026, time.December, 31)
	on, _ := calendar.NewDate(2027, time.March, 1)
	license := ispsystem.License(true, []calendar.Period{{From: from, Through: through}}, nil)
	status, err := license.Status(on)
	fmt.Println(status.State, status.Covered, *status.UpdatesThrough, status.Missed, err)
	fmt.Println(status.Reasons[0])
	// Output:
	// lapsed false 2026-12-31 [2027-01-01/2027-03-01] <nil>
	// the term ended on 2026-12-31: documentation and client area stay; support, and updates released outside the terms, do not [ISP-9]
}

func ExampleCoTerm() {
	covered, _ := calendar.NewDate(2026, time.March, 15)
	end, _ := calendar.NewDate(2026, time.December, 31)
	co, err := ispsystem.CoTerm().Months(covered, end)
	fmt.Println(co.Months, co.Whole, co.Rest, err)
	// Output: 10 9 16 <nil>
}

func ExampleLiability() {
	from, _ := calendar.NewDate(2026, time.January, 1)
	through, _ := calendar.NewDate(2026, time.December, 31)
	claim, _ := calendar.NewDate(2026, time.July, 2)
	limit, err := ispsystem.Liability(lifecycle.RoundDown).Cap(100_000, calendar.Period{From: from, Through: through}, claim)
	fmt.Println(limit.Minor, limit.RestDays, limit.TermDays, err)
	// Output: 24931 182 365 <nil>
}

// TestISP10_StandardTerm: what is covered through a day is extended to a common
// end by the shortest of 12, 24 and 36 months that reaches it.
func TestISP10_StandardTerm(t *testing.T) {
	for _, row := range []struct {
		covered, end string
		months, cut  int
	}{
		{"2026-03-31", "2027-03-30", 12, 1},
		{"2026-03-31", "2027-03-31", 12, 0},
		{"2026-03-31", "2027-04-01", 24, 365}, // 29 February 2028 lies in the rest
		{"2026-03-31", "2028-03-31", 24, 0},
		{"2026-03-31", "2028-04-01", 36, 364},
		{"2026-03-31", "2029-03-31", 36, 0},
		{"2028-02-29", "2029-02-28", 12, 0},
	} {
		got, err := ispsystem.StandardTerm().Least(onDay(t, row.covered), onDay(t, row.end))
		want := lifecycle.StandardTerm{Months: row.months, Through: onDay(t, row.end), Cut: row.cut}
		if err != nil || got != want {
			t.Errorf("%s to %s: %+v, %v, want %+v", row.covered, row.end, got, err, want)
		}
	}
	if _, err := ispsystem.StandardTerm().Least(onDay(t, "2026-03-31"), onDay(t, "2029-04-01")); !errors.Is(err, lifecycle.ErrTerms) {
		t.Errorf("longer than every term: %v", err)
	}
}

func ExampleStandardTerm() {
	covered, err1 := calendar.ParseDate("2026-03-31")
	end, err2 := calendar.ParseDate("2027-06-30")
	fmt.Println(err1, err2)
	fmt.Println(ispsystem.StandardTerm().Least(covered, end))
	// Output:
	// <nil> <nil>
	// {24 2027-06-30 275} <nil>
}
