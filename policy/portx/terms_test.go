package portx_test

import (
	"fmt"
	"testing"
	"time"

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
