package compliance

import (
	"errors"
	"fmt"
)

// The kinds of error. Test for them with [errors.Is].
var (
	// ErrOptions: an option of a [Report] does not exist. See [enum.Error].
	ErrOptions = errors.New("compliance: invalid options")
	// ErrMonth: a text says no month, or a [Month] is none. See [MonthError].
	ErrMonth = errors.New("compliance: no such month")
	// ErrMerge: two reports count by different options, or the one that was to take is nil. See [MergeError].
	ErrMerge = errors.New("compliance: the reports do not belong together")
)

// A MonthError says that a text is no month. It is an [ErrMonth]. The zero MonthError
// is that of the empty text.
type MonthError struct {
	Text string
}

// Error quotes the text and says what would be valid.
func (e *MonthError) Error() string {
	return fmt.Sprintf("compliance: month: %q is not a month; write one such as 2026-03, or none", e.Text)
}

// Is reports whether target is [ErrMonth].
func (e *MonthError) Is(target error) bool { return target == ErrMonth }

// A MergeError says by what two reports differ. It is an [ErrMerge]. The zero
// MergeError is of two reports with the zero [Options], which do not differ.
type MergeError struct {
	Ours, Theirs Options // those of the report that was to take, and of the one to be taken
	Nil          bool    // the report that was to take is nil
}

// Error says by what options each of the two counts, or that the one that was to take is
// nil.
func (e *MergeError) Error() string {
	if e.Nil {
		return "compliance: a nil report cannot take another; make it with NewReport"
	}
	return fmt.Sprintf("compliance: a report by %s with %d late clocks cannot take one by %s with %d; make both with the same options",
		e.Ours.Basis, e.Ours.Worst, e.Theirs.Basis, e.Theirs.Worst)
}

// Is reports whether target is [ErrMerge].
func (e *MergeError) Is(target error) bool { return target == ErrMerge }
