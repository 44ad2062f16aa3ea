package cumulocity_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
)

func contactDay(t *testing.T, text string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCUM12_ContactsReviewedYearly(t *testing.T) {
	for _, test := range []struct {
		last, on string
		want     bool
	}{
		{"2026-03-01", "2026-03-01", true}, // the day of the review
		{"2026-03-01", "2026-03-02", true},
		{"2026-03-01", "2027-02-28", true},  // just before the year is over
		{"2026-03-01", "2027-03-01", true},  // its last day
		{"2026-03-01", "2027-03-02", false}, // just after
		{"2026-03-02", "2027-03-02", true},  // a review a day later carries a day further
		{"2028-02-29", "2029-02-28", true},  // clamped (G4)
		{"2028-02-29", "2029-03-01", false},
	} {
		got, err := cumulocity.ContactsReviewed(contactDay(t, test.last), contactDay(t, test.on))
		if err != nil || got != test.want {
			t.Errorf("reviewed %s, asked for %s: got %v, %v, want %v", test.last, test.on, got, err, test.want)
		}
	}
	_, err := cumulocity.ContactsReviewed(contactDay(t, "2026-03-02"), contactDay(t, "2026-03-01"))
	const want = `policy: last: "2026-03-02" is after the day that is asked for, 2026-03-01; give the last review by then`
	if !errors.Is(err, policy.ErrFacts) || err.Error() != want {
		t.Errorf("a review to come: got error %v, want %s", err, want)
	}
	if _, err := cumulocity.ContactsReviewed(contactDay(t, "9999-03-01"), contactDay(t, "9999-03-01")); !errors.Is(err, calendar.ErrDate) {
		t.Errorf("beyond the calendar: got error %v, want an ErrDate", err)
	}
}

func TestCUM12_ConsultationsPerYear(t *testing.T) {
	for held, want := range map[int]int{0: 4, 1: 3, 3: 1, 4: 0, 5: 0, math.MaxInt: 0} {
		if got, err := cumulocity.ConsultationsLeft(held); err != nil || got != want {
			t.Errorf("%d held: got %d, %v, want %d", held, got, err, want)
		}
	}
	for _, held := range []int{-1, math.MinInt} {
		if _, err := cumulocity.ConsultationsLeft(held); !errors.Is(err, policy.ErrFacts) {
			t.Errorf("%d held: got error %v, want an ErrFacts", held, err)
		}
	}
}

func ExampleContactsReviewed() {
	last, _ := calendar.ParseDate("2026-03-01")
	on, _ := calendar.ParseDate("2027-03-02")
	fmt.Println(cumulocity.ContactsReviewed(last, on))
	// Output: false <nil>
}

func ExampleConsultationsLeft() {
	fmt.Println(cumulocity.ConsultationsLeft(3))
	// Output: 1 <nil>
}

func ExampleCoverage() {
	coverage, err := cumulocity.Coverage()
	if err != nil {
		fmt.Println(err)
		return
	}
	decision, err := coverage.Decide(map[string]bool{
		"support_agreement": true, "support_fees_paid": false, "license_agreement": true, "license_fees_paid": true,
		"authorized_site": true, "remote_access_allowed": true, "remote_tools_provided": true, "access_secured": true,
		"release_supported": true, "platform_supported": true, "information_provided": true, "expertise_provided": true,
		"tool_information_provided": true, "diagnostics_provided": true,
		"contact_reported": true, "contacts_reviewed": false, "contact_qualified": true, "all_licenses_maintained": true,
	})
	fmt.Println(decision.Outcome, err)
	for _, reason := range decision.Reasons {
		fmt.Println(reason)
	}
	// Output:
	// suspended <nil>
	// suspended by CUM-12 (7.1(1)): the support and maintenance fees must be paid in full [support_fees_paid]
	// covered by CUM-12 (2.2(7)): the customer must review the list of contacts once a year [contacts_reviewed]
}
