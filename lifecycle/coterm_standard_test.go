package lifecycle_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// Terms of 12, 24 and 36 months, each just short of, just as long as and just
// longer than what remains; month ends and 29 February among them.
func TestISP10_StandardTerm(t *testing.T) {
	rule := lifecycle.StandardTermRule{Months: []int{36, 12, 24}}
	for _, tt := range []struct {
		covered, end string
		months, cut  int
	}{
		{"2026-03-01", "2026-03-01", 12, 365},
		{"2026-03-01", "2026-03-02", 12, 364},
		{"2026-03-01", "2027-02-28", 12, 1},
		{"2026-03-01", "2027-03-01", 12, 0},
		{"2026-03-01", "2027-03-02", 24, 365}, // through 2028-03-01, 29 February 2028 among the days
		{"2026-03-01", "2028-03-01", 24, 0},
		{"2026-03-01", "2028-03-02", 36, 364},
		{"2026-03-01", "2029-02-28", 36, 1},
		{"2026-03-01", "2029-03-01", 36, 0},
		{"2024-02-29", "2025-02-28", 12, 0}, // the year ends on 28 February
		{"2024-02-29", "2025-03-01", 24, 364},
		{"2027-02-28", "2028-02-28", 12, 0}, // a day, and no month's end
		{"2027-02-28", "2028-02-29", 24, 365},
	} {
		want := lifecycle.StandardTerm{Months: tt.months, Through: day(t, tt.end), Cut: tt.cut}
		got, err := rule.Least(day(t, tt.covered), day(t, tt.end))
		if diff := cmp.Diff(want, got, cmpopts.EquateComparable(calendar.Date{})); diff != "" || err != nil {
			t.Errorf("from %s to %s: %v (-want +got):\n%s", tt.covered, tt.end, err, diff)
		}
	}
	for _, tt := range []struct {
		months       []int
		covered, end string
		want         string
	}{
		{rule.Months, "2026-03-01", "2029-03-02", `lifecycle: end: "2029-03-02" is later than any term on sale from 2026-03-01 reaches; write an earlier one, or sell a longer term`},
		{nil, "2026-03-01", "2026-03-01", `lifecycle: end: "2026-03-01" is later than any term on sale from 2026-03-01 reaches; write an earlier one, or sell a longer term`},
		{rule.Months, "2026-03-01", "2026-02-28", `lifecycle: end: "2026-02-28" is before the last day covered; write 2026-03-01 or later`},
		{[]int{12, 0}, "2026-03-01", "2026-03-01", `lifecycle: months[1]: "0" is no length of a term; write 1 to 120000`},
		{[]int{120_001}, "2026-03-01", "2026-03-01", `lifecycle: months[0]: "120001" is no length of a term; write 1 to 120000`},
		{rule.Months, "9999-01-01", "9999-01-02", `lifecycle: end: "9999-01-02" leads to a day outside the years 1 to 9999; write a date or a number for which it does not`},
	} {
		_, err := lifecycle.StandardTermRule{Months: tt.months}.Least(day(t, tt.covered), day(t, tt.end))
		if text(err) != tt.want || !errors.Is(err, lifecycle.ErrTerms) {
			t.Errorf("got %v\nwant %s", err, tt.want)
		}
	}
}

func ExampleStandardTermRule_Least() {
	rule := lifecycle.StandardTermRule{Months: []int{12, 24, 36}}
	covered, err := calendar.NewDate(2026, 3, 1)
	if err != nil {
		fmt.Println(err)
	}
	end, err := calendar.NewDate(2027, 3, 2)
	if err != nil {
		fmt.Println(err)
	}
	term, err := rule.Least(covered, end)
	fmt.Println(term.Months, term.Through, term.Cut, err)
	// Output: 24 2027-03-02 365 <nil>
}
