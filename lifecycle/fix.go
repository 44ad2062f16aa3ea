package lifecycle

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar"
)

// A TemporaryFix is something that was delivered to be replaced: a workaround, or
// a fix that is not the proper one. The zero TemporaryFix was delivered on
// 0001-01-01.
type TemporaryFix struct {
	Delivered calendar.Date  `json:"delivered"`
	Proper    *calendar.Date `json:"proper,omitempty"` // the day on which the proper fix is available; nil as long as none is known
	Clause    string         `json:"clause"`           // the clause that the reasons cite
}

// Window returns the days on which the fix is supported: from its delivery through the
// day before the proper fix is available. If both fall on one day, it contains no day. ok
// is false as long as no proper fix is known: the window is open then, and only its From
// counts.
//
// The error is an [ErrTerms] if the proper fix is before the delivery, or on 0001-01-01.
func (f TemporaryFix) Window() (window calendar.Period, ok bool, err error) {
	if f.Proper == nil {
		return calendar.Period{From: f.Delivered, Through: f.Delivered}, false, nil
	}
	if f.Proper.Compare(f.Delivered) < 0 {
		return calendar.Period{}, false, &TermError{Place: "proper", Value: f.Proper.String(),
			Why: fmt.Sprintf("is before the delivery of what it replaces; write %v or later", f.Delivered)}
	}
	through, err := f.Proper.Plus(-1, calendar.Days)
	if err != nil {
		return calendar.Period{}, false, beyond("proper", f.Proper.String(), err)
	}
	return calendar.Period{From: f.Delivered, Through: through}, true, nil
}

// Status returns where the fix stands on a day: [Pending], [Active] or [Ended]. A proper
// fix whose day is still to come is known already, and is the next change. For errors see
// [TemporaryFix.Window].
func (f TemporaryFix) Status(on calendar.Date) (TermStatus, error) {
	window, closed, err := f.Window()
	if err != nil {
		return TermStatus{}, err
	}
	because := func(text string) []TermReason { return []TermReason{{f.Clause, text}} }
	stretches := []stretch{{state: Pending, reasons: because(fmt.Sprintf("the fix is delivered on %v", f.Delivered))}}
	switch {
	case !closed:
		stretches = append(stretches, stretch{f.Delivered, Active,
			because(fmt.Sprintf("the fix, delivered on %v, is supported until a proper one is available", f.Delivered))})
	case window.Days() > 0:
		stretches = append(stretches, stretch{f.Delivered, Active,
			because(fmt.Sprintf("the fix, delivered on %v, is supported through %v, the day before the proper one", f.Delivered, window.Through))})
	}
	if closed {
		stretches = append(stretches, stretch{*f.Proper, Ended, because(fmt.Sprintf("the proper fix is available since %v", *f.Proper))})
	}
	return statusOn(on, stretches), nil
}
