package whatif

import (
	"errors"
	"fmt"
)

// ErrMerge is the kind of error of two summaries that list different numbers of
// clocks. Test for it with [errors.Is].
var ErrMerge = errors.New("whatif: the summaries do not belong together")

// A MergeError says by what two summaries differ. It is an [ErrMerge]. The zero
// MergeError is of two that list no clocks, and do not differ.
type MergeError struct {
	Ours, Theirs int  // how many clocks are listed by the summary that was to take, and by the one to be taken
	Nil          bool // the summary that was to take is nil
}

// Error says how many clocks each of the two lists, or that the one that was to take is
// nil.
func (e *MergeError) Error() string {
	if e.Nil {
		return "whatif: a nil summary cannot take another; make it with NewSummary"
	}
	return fmt.Sprintf("whatif: a summary that lists %d clocks cannot take one that lists %d; make both with the same number", e.Ours, e.Theirs)
}

// Is reports whether target is [ErrMerge].
func (e *MergeError) Is(target error) bool { return target == ErrMerge }

// Merge adds what another summary has counted, which stays as it is. The summary
// is then what it would be if it had been told of the tickets of both, in any
// order. A nil o has counted nothing. The error is an [ErrMerge] if they list different
// numbers of clocks, since the shorter list can lack what belongs in the longer one, or if
// s is nil and o is not; then nothing is added.
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

// take adds what another summary of as many listed clocks has counted.
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
