package whatif

import (
	"errors"
	"fmt"
)

// ErrMerge is the kind of error for two summaries that cannot be merged: they list different
// numbers of clocks, or the receiver is nil. Test for it with [errors.Is]. See [MergeError].
var ErrMerge = errors.New("whatif: summaries cannot be merged")

// A MergeError says how two summaries differ. It matches [ErrMerge]. The zero MergeError
// stands for two summaries that list no clocks, and so do not differ.
type MergeError struct {
	Ours, Theirs int  // how many clocks the receiver of Merge lists, and how many its argument
	Nil          bool // the receiver of Merge is nil
}

// Error says how many clocks each of the two summaries lists, or that the receiver of Merge
// is nil.
func (e *MergeError) Error() string {
	if e.Nil {
		return "whatif: a nil summary cannot take another; make it with NewSummary"
	}
	return fmt.Sprintf("whatif: a summary that lists %d clocks cannot take one that lists %d; make both with the same number", e.Ours, e.Theirs)
}

// Is reports whether target is [ErrMerge].
func (e *MergeError) Is(target error) bool { return target == ErrMerge }

// Merge adds the counts of another summary, which is not changed. The result is the same as
// if s had counted the tickets of both, in any order. A nil o has counted nothing. The error
// is an [ErrMerge] if the summaries list different numbers of clocks, since the shorter list
// can lack what belongs in the longer one, or if s is nil and o is not. On error, s is
// unchanged.
func (s *Summary) Merge(o *Summary) error {
	switch {
	case o == nil:
		return nil
	case s == nil:
		return &MergeError{Nil: true, Theirs: o.list}
	case s.list != o.list:
		return &MergeError{Ours: s.list, Theirs: o.list}
	}
	if s == o {
		copied := NewSummary(s.list)
		copied.take(s)
		o = copied
	}
	s.take(o)
	return nil
}

// take adds the counts of another summary that lists the same number of clocks.
func (s *Summary) take(o *Summary) {
	s.tickets += o.tickets
	s.differ += o.differ
	for k, r := range o.rows {
		s.rowAt(k).merge(r)
	}
	for k, n := range o.causes {
		s.cause(k, n)
	}
	s.takeSteps(o)
	s.breached.merge(s.list, &o.breached)
	s.saved.merge(s.list, &o.saved)
}

func (v *Verdicts) merge(list int, o *Verdicts) {
	total := v.Total + o.Total
	for _, one := range o.List {
		v.add(list, one)
	}
	v.Total = total
}
