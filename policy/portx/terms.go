package portx

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// overdueDays is how many days after its due date an amount may be unpaid.
const overdueDays = 30

// Payments returns the rule for amounts that are not paid (POR-7): from the day after the
// 30th day after its due date, support may be suspended. That is the supplier's right: the
// answer is [lifecycle.Suspendable], and support is owed until the right is used.
func Payments() lifecycle.PaymentRule {
	return lifecycle.PaymentRule{Count: overdueDays, Unit: calendar.Days, Clause: "POR-7"}
}
