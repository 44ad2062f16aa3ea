package portx_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/portx"
)

// onDay reads a date that is known to be right.
var onDay = agreementtest.Date

func TestPOR7_Suspension(t *testing.T) {
	for _, tt := range []struct{ due, paid, day, want string }{
		{"2026-03-01", "", "2026-02-28", "active until 2026-03-02"},
		{"2026-03-01", "", "2026-03-01", "active until 2026-03-02"}, // on its day it is not late
		{"2026-03-01", "", "2026-03-02", "payment_due until 2026-04-01"},
		{"2026-03-01", "", "2026-03-30", "payment_due until 2026-04-01"},
		{"2026-03-01", "", "2026-03-31", "payment_due until 2026-04-01"}, // the 30th day
		{"2026-03-01", "", "2026-04-01", "suspendable"},
		{"2026-03-01", "", "2027-04-01", "suspendable"},
		// Paid on the 30th day, on the one after it, and when it is not known yet.
		{"2026-03-01", "2026-03-31", "2026-03-30", "payment_due until 2026-04-01"},
		{"2026-03-01", "2026-03-31", "2026-03-31", "active"},
		{"2026-03-01", "2026-03-31", "2026-04-01", "active"},
		{"2026-03-01", "2026-04-02", "2026-04-01", "suspendable"},
		{"2026-03-01", "2026-04-02", "2026-04-02", "active"},
		{"2026-03-01", "2026-02-01", "2026-03-05", "active"}, // ahead of its due date
		// Through February, in a leap year and not.
		{"2027-01-31", "", "2027-03-02", "payment_due until 2027-03-03"},
		{"2027-01-31", "", "2027-03-03", "suspendable"},
		{"2028-01-31", "", "2028-03-01", "payment_due until 2028-03-02"},
		{"2028-01-31", "", "2028-03-02", "suspendable"},
		{"2028-01-30", "", "2028-02-29", "payment_due until 2028-03-01"},
		{"2026-12-15", "", "2027-01-14", "payment_due until 2027-01-15"},
	} {
		debt := lifecycle.Debt{Name: "invoice 7", Due: onDay(t, tt.due)}
		if tt.paid != "" {
			paid := onDay(t, tt.paid)
			debt.Paid = &paid
		}
		s, err := portx.Payments().Status([]lifecycle.Debt{debt}, onDay(t, tt.day))
		got := string(s.State)
		if s.Next != nil {
			got += fmt.Sprint(" until ", s.Next.On)
		}
		if err != nil || got != tt.want || !s.Covered || s.Reasons[0].Clause != "POR-7" {
			t.Errorf("due %s, paid %q, on %s: %s, %v; want %s", tt.due, tt.paid, tt.day, got, err, tt.want)
		}
	}
}

// Of several amounts the one that is late first decides, whatever their order.
func TestPOR7_SeveralAmounts(t *testing.T) {
	paid := onDay(t, "2026-04-10")
	debts := []lifecycle.Debt{{Name: "b", Due: onDay(t, "2026-03-20")}, {Name: "a", Due: onDay(t, "2026-03-01"), Paid: &paid}, {Name: "c", Due: onDay(t, "2026-06-01")}}
	for _, tt := range []struct{ day, want string }{
		{"2026-03-31", "payment_due 2026-04-01"},
		{"2026-04-09", "suspendable"},
		{"2026-04-10", "payment_due 2026-04-20"},
		{"2026-04-19", "payment_due 2026-04-20"},
		{"2026-04-20", "suspendable"},
	} {
		for range 2 {
			debts[0], debts[1] = debts[1], debts[0]
			s, err := portx.Payments().Status(debts, onDay(t, tt.day))
			got := string(s.State)
			if s.Next != nil {
				got += " " + s.Next.On.String()
			}
			if err != nil || got != tt.want {
				t.Errorf("%s: %s, %v; want %s", tt.day, got, err, tt.want)
			}
		}
	}
	if s, err := portx.Payments().Status(nil, paid); err != nil || s.State != lifecycle.Active || s.Next != nil {
		t.Errorf("without amounts: %+v, %v", s, err)
	}
}

// TestPOR7_EveryAmount: the reasons name each amount that is late, in the order of
// their due dates, and say of each how long it can still be paid.
func TestPOR7_EveryAmount(t *testing.T) {
	paid := onDay(t, "2026-03-10")
	i1 := lifecycle.Debt{Name: "I1", Due: onDay(t, "2026-01-31"), Paid: &paid}
	i2 := lifecycle.Debt{Name: "I2", Due: onDay(t, "2026-03-01")}
	const (
		due1  = "an amount, I1, due on 2026-01-31, was not paid by then; support goes on through 2026-03-02"
		gone1 = "an amount, I1, due on 2026-01-31, was not paid through 2026-03-02, 30 days later; support may be suspended from the day after"
		part2 = "an amount, I2, due on 2026-03-01, was not paid by then; for its part support goes on through 2026-03-31"
		due2  = "an amount, I2, due on 2026-03-01, was not paid by then; support goes on through 2026-03-31"
		gone2 = "an amount, I2, due on 2026-03-01, was not paid through 2026-03-31, 30 days later; support may be suspended from the day after"
	)
	type answer struct {
		State string
		Why   []string
		Next  string
		Then  []string
	}
	texts := func(reasons []lifecycle.TermReason) (all []string) {
		for _, r := range reasons {
			all = append(all, r.Text)
		}
		return all
	}
	for _, tt := range []struct {
		on   string
		want answer
	}{
		{"2026-01-31", answer{"active", []string{"no amount is late"}, "2026-02-01 payment_due", []string{due1}}},
		{"2026-03-01", answer{"payment_due", []string{due1}, "2026-03-03 suspendable", []string{gone1, part2}}},
		{"2026-03-02", answer{"payment_due", []string{due1, part2}, "2026-03-03 suspendable", []string{gone1, part2}}},
		{"2026-03-03", answer{"suspendable", []string{gone1, part2}, "", nil}},
		{"2026-03-09", answer{"suspendable", []string{gone1, part2}, "", nil}},
		{"2026-03-10", answer{"payment_due", []string{due2}, "2026-04-01 suspendable", []string{gone2}}},
		{"2026-04-01", answer{"suspendable", []string{gone2}, "", nil}},
	} {
		for _, debts := range [][]lifecycle.Debt{{i1, i2}, {i2, i1}} {
			s, err := portx.Payments().Status(debts, onDay(t, tt.on))
			if err != nil {
				t.Fatal(err)
			}
			got := answer{State: string(s.State), Why: texts(s.Reasons)}
			if s.Next != nil {
				got.Next, got.Then = s.Next.On.String()+" "+string(s.Next.State), texts(s.Next.Reasons)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got)\n%s", tt.on, diff)
			}
		}
	}
	// Both are late for more than 30 days; of one due date, in the order given.
	i1.Paid, i1.Due = nil, i2.Due
	s, err := portx.Payments().Status([]lifecycle.Debt{i2, i1}, onDay(t, "2026-04-01"))
	want := []string{gone2, "an amount, I1, due on 2026-03-01, was not paid through 2026-03-31, 30 days later; support may be suspended from the day after"}
	if diff := cmp.Diff(want, texts(s.Reasons)); err != nil || diff != "" {
		t.Errorf("(-want +got) %v\n%s", err, diff)
	}
}

func ExamplePayments() {
	due, _ := calendar.NewDate(2026, time.March, 1)
	on, _ := calendar.NewDate(2026, time.April, 1)
	status, err := portx.Payments().Status([]lifecycle.Debt{{Name: "invoice 7", Due: due}}, on)
	fmt.Println(status.State, err)
	fmt.Println(status.Reasons[0])
	// Output:
	// suspendable <nil>
	// an amount, invoice 7, due on 2026-03-01, was not paid through 2026-03-31, 30 days later; support may be suspended from the day after [POR-7]
}
