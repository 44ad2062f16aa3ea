package compliance

import (
	"errors"
	"fmt"
)

// The kinds of error. Test for them with [errors.Is].
var (
	// ErrOptions: an option of a [Report] does not exist.
	ErrOptions = errors.New("compliance: invalid options")
	// ErrMerge: two reports count by different options.
	ErrMerge = errors.New("compliance: the reports do not belong together")
)

// An OptionError says which option is wrong. It is an [ErrOptions].
type OptionError struct {
	Option string // "month"
	Value  string // what was given
	Why    string // what would be right
}

func (e *OptionError) Error() string {
	return fmt.Sprintf("compliance: %s: %q: %s", e.Option, e.Value, e.Why)
}

// Is reports whether target is [ErrOptions].
func (e *OptionError) Is(target error) bool { return target == ErrOptions }

// A MergeError says by what two reports differ. It is an [ErrMerge].
type MergeError struct {
	Ours, Theirs Options // those of the report that was to take, and of the one to be taken
}

func (e *MergeError) Error() string {
	return fmt.Sprintf("compliance: a report by %s with %d late clocks cannot take one by %s with %d; make both with the same options",
		e.Ours.Month, e.Ours.Worst, e.Theirs.Month, e.Theirs.Worst)
}

// Is reports whether target is [ErrMerge].
func (e *MergeError) Is(target error) bool { return target == ErrMerge }
