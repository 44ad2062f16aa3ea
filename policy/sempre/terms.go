package sempre

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// noticeDays is how many days before a change of the environment the licensee must have
// informed SEMPRE of it in writing.
const noticeDays = 30

// Fix returns a workaround or temporary fix that was delivered on a day (SEM-3). It is
// supported from that day through the day before the proper fix is available; proper is nil
// as long as that day is unknown.
func Fix(delivered calendar.Date, proper *calendar.Date) lifecycle.TemporaryFix {
	return lifecycle.TemporaryFix{Delivered: delivered, Proper: proper, Clause: "SEM-3"}
}

// ChangeNotice returns the rule for written notice of a change of the licensee's environment
// (SEM-5): 30 days before the change is still in time. Whether a notice in time also came "as
// early as possible" is not computed.
func ChangeNotice() lifecycle.NoticeRule {
	return lifecycle.NoticeRule{Ahead: noticeDays, Unit: calendar.Days, Clause: "SEM-5"}
}
