package lifecycle

import (
	"slices"

	"github.com/slaclock/slaclock/calendar"
)

// A Bound is the last day of something, as far as it is known. An end that depends on a
// release that does not exist yet is not a date. The zero Bound is open and waits for
// nothing. See [Bound.MarshalJSON] for its JSON form.
type Bound struct {
	Kind BoundKind
	// Through is the last day, included. It has a meaning only if Kind is Known.
	Through calendar.Date
	// NotBefore is the earliest day that an open end can be, if HasNotBefore is set. It is
	// not set if all that is known is that the end does not lie in the past.
	NotBefore    calendar.Date
	HasNotBefore bool
	// WaitsFor says what an open end depends on, such as "the next release". It is empty
	// if it waits for nothing.
	WaitsFor string
	// MovedBy says what could still move a known end, or give a day to an end that has
	// none.
	MovedBy []string
}

// Covers reports whether day is not after the end. It is true on the last day itself and
// for an open end, and false if there is no day at all.
func (b Bound) Covers(day calendar.Date) bool {
	switch b.Kind {
	case Known:
		return day.Compare(b.Through) <= 0
	case Never:
		return false
	}
	return true
}

// String returns the end in words.
func (b Bound) String() string {
	text := ""
	switch b.Kind {
	case Never:
		return "never"
	case Known:
		text = "through " + b.Through.String()
		for _, by := range b.MovedBy {
			text += ", unless " + by + " moves it"
		}
		return text
	}
	text = "open"
	if b.WaitsFor != "" {
		text += ", waits for " + b.WaitsFor
	}
	if b.HasNotBefore {
		text += ", not before " + b.NotBefore.String()
	}
	return text
}

// endless reports whether a bound is open, whatever happens.
func (b Bound) endless() bool { return b.Kind == Open && b.WaitsFor == "" }

func known(day calendar.Date) Bound { return Bound{Kind: Known, Through: day} }

// later returns the later of two ends: both must be reached.
func later(a, b Bound) Bound {
	switch {
	case a.Kind == Never:
		b.MovedBy = union(b.MovedBy, a.MovedBy)
		return b
	case b.Kind == Never:
		a.MovedBy = union(a.MovedBy, b.MovedBy)
		return a
	case a.Kind == Known && b.Kind == Known:
		sum := a
		if a.Through.Compare(b.Through) < 0 {
			sum = b
		}
		sum.MovedBy = union(a.MovedBy, b.MovedBy)
		return sum
	case a.Kind == Known:
		a, b = b, a
	}
	if a.endless() || b.endless() {
		return Bound{}
	}
	a.MovedBy = union(a.MovedBy, b.MovedBy)
	if b.Kind == Known { // a is open
		if !a.HasNotBefore || a.NotBefore.Compare(b.Through) < 0 {
			a.NotBefore, a.HasNotBefore = b.Through, true
		}
		return a
	}
	if b.HasNotBefore && (!a.HasNotBefore || a.NotBefore.Compare(b.NotBefore) < 0) {
		a.NotBefore, a.HasNotBefore = b.NotBefore, true
	}
	a.WaitsFor = join(a.WaitsFor, b.WaitsFor, " and ")
	return a
}

// earlier returns the earlier of two ends: the first that is reached counts.
func earlier(a, b Bound) Bound {
	switch {
	case a.Kind == Never || b.Kind == Never:
		return Bound{Kind: Never, MovedBy: union(a.MovedBy, b.MovedBy)}
	case a.Kind == Known && b.Kind == Known:
		first := a
		if b.Through.Compare(a.Through) < 0 {
			first = b
		}
		first.MovedBy = union(a.MovedBy, b.MovedBy)
		return first
	case b.Kind == Known:
		a, b = b, a
	}
	if a.Kind == Known { // b is open
		a.MovedBy = union(a.MovedBy, b.MovedBy)
		if b.WaitsFor != "" && !(b.HasNotBefore && b.NotBefore.Compare(a.Through) >= 0) {
			a.MovedBy = union(a.MovedBy, []string{b.WaitsFor})
		}
		return a
	}
	a.MovedBy = union(a.MovedBy, b.MovedBy)
	switch {
	case !a.HasNotBefore || !b.HasNotBefore:
		a.NotBefore, a.HasNotBefore = calendar.Date{}, false
	case b.NotBefore.Compare(a.NotBefore) < 0:
		a.NotBefore = b.NotBefore
	}
	a.WaitsFor = join(a.WaitsFor, b.WaitsFor, " or ")
	return a
}

func join(a, b, between string) string {
	if a == "" || b == "" || a == b {
		return max(a, b)
	}
	return a + between + b
}

// union returns the texts of a and then those of b that a lacks, without
// changing either.
func union(a, b []string) []string {
	for _, text := range b {
		if !slices.Contains(a, text) {
			a = append(slices.Clip(a), text)
		}
	}
	return a
}
