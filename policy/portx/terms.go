package portx

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// overdueDays is how many days after its due date an amount may be unpaid.
const overdueDays = 30

// Payments returns the rule for amounts that are not paid (POR-7): 30 days after
// its due date support may be suspended, from the day after. It is the
// supplier's right: the answer says [lifecycle.Suspendable], and that support is
// owed until it is used.
func Payments() lifecycle.PaymentRule {
	return lifecycle.PaymentRule{Count: overdueDays, Unit: calendar.Days, Clause: "POR-7"}
}
