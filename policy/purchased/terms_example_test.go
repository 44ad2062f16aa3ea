package purchased_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy/purchased"
)

func ExampleTerms() {
	rule, err := purchased.Terms(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	effective, _ := calendar.NewDate(2026, time.March, 15)
	received, _ := calendar.NewDate(2027, time.March, 20)
	events := []lifecycle.TermEvent{{Kind: lifecycle.NonPayment, On: received, Term: 2}}
	status, err := rule.Status(effective, events, received)
	fmt.Println(status.State, status.Covered, err)
	fmt.Println(status.Reasons[0])
	fmt.Println(status.Next.On, status.Next.State)
	// Output:
	// payment_due true <nil>
	// notice of non-payment of the fee of term 2 was received on 2027-03-20: it can be paid through 2027-04-04, 15 days later, and support goes on through 2027-04-04 [PUR-9]
	// 2027-04-05 ended
}
