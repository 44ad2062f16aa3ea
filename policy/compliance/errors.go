package compliance

import (
	"errors"
	"fmt"
)

// The kinds of error. Test for them with [errors.Is].
var (
	// ErrOptions says that a [Basis] is not one of the bases. See [enum.Error].
	ErrOptions = errors.New("compliance: invalid options")
	// ErrMonth says that a text is not a month, or that a [Month] is invalid. See
	// [MonthError].
	ErrMonth = errors.New("compliance: no such month")
	// ErrMerge says that two reports count by different options, or that the receiver of
	// Merge is nil. See [MergeError].
	ErrMerge = errors.New("compliance: reports cannot be merged")
)

// A MonthError says that a text is not a month. It matches [ErrMonth]. The zero MonthError is
// about the empty text.
type MonthError struct {
	Text string
}

// Error quotes the text and says what would be valid.
func (e *MonthError) Error() string {
	return fmt.Sprintf("compliance: month: %q is not a month; write one such as 2026-03, or none", e.Text)
}

// Is reports whether target is [ErrMonth].
func (e *MonthError) Is(target error) bool { return target == ErrMonth }

// A MergeError says how the options of two reports differ. It matches [ErrMerge]. The zero
// MergeError stands for two reports with the zero [Options], which do not differ.
type MergeError struct {
	Ours, Theirs Options // the options of the receiver of Merge, and of its argument
	Nil          bool    // the receiver of Merge is nil
}

// Error says by which options each of the two reports counts, or that the receiver of Merge
// is nil.
func (e *MergeError) Error() string {
	if e.Nil {
		return "compliance: a nil report cannot take another; make it with NewReport"
	}
	return fmt.Sprintf("compliance: a report by %s with %d late clocks cannot take one by %s with %d; make both with the same options",
		e.Ours.Basis, e.Ours.Worst, e.Theirs.Basis, e.Theirs.Worst)
}

// Is reports whether target is [ErrMerge].
func (e *MergeError) Is(target error) bool { return target == ErrMerge }
