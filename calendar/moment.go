package calendar

import (
	"errors"
	"time"
)

// A Moment is an instant of an answer: one that is known, one that depends on
// holidays which are not known (G9), or none at all. The zero Moment is none.
type Moment struct {
	t time.Time
	// why is nil of none, known of a known instant, and otherwise what is not
	// known. (One word for all three: answers have many Moments.)
	why *CoverageError
}

// known marks the Moments of known instants. It is never read.
var known = new(CoverageError)

// At returns the Moment of a known instant.
func At(t time.Time) Moment { return Moment{t, known} }

// MomentOf makes a Moment of what a calendar answered: of a [CoverageError] an
// unknown one. Any other error stays one.
func MomentOf(t time.Time, err error) (Moment, error) {
	if err == nil {
		return At(t), nil
	}
	var unknown *CoverageError
	if errors.As(err, &unknown) {
		return Moment{why: unknown}, nil
	}
	return Moment{}, err
}

// Get returns the instant; it is false if it is unknown or none.
func (m Moment) Get() (t time.Time, ok bool) { return m.t, m.why == known }

// IsZero reports whether m is none, neither known nor unknown: encoding/json leaves such a
// field out where its tag has omitzero.
func (m Moment) IsZero() bool { return m.why == nil }

// IsKnown reports whether m is an instant that is known.
func (m Moment) IsKnown() bool { return m.why == known }

// Unknown returns why the instant is not known, a [*CoverageError], or nil.
func (m Moment) Unknown() error {
	if m.why == nil || m.why == known {
		return nil
	}
	return m.why
}

// Passed reports whether m is known and lies before t.
func (m Moment) Passed(t time.Time) bool {
	return m.why == known && m.t.Before(t)
}

// Equal reports whether two Moments are the same instant, in whatever zones, or both
// unknown, whatever the reason, or both none.
func (m Moment) Equal(n Moment) bool {
	if m.IsKnown() && n.IsKnown() {
		return m.t.Equal(n.t)
	}
	return m.IsKnown() == n.IsKnown() && (m.why == nil) == (n.why == nil)
}

// Earlier returns the earlier of two Moments, neither of which is none. Of one
// that is known and one that is not it is the former if that lies within the
// known days (G9), and otherwise it is not known.
func (m Moment) Earlier(n Moment) Moment {
	switch {
	case m.IsKnown() && n.IsKnown():
		if n.t.Before(m.t) {
			return n
		}
		return m
	case n.IsKnown():
		m, n = n, m
	}
	if !m.IsKnown() || n.why == nil {
		return m
	}
	if day, err := DateOf(m.t); err == nil && day.Compare(n.why.Known.Through) <= 0 {
		return m
	}
	return n
}

// Later returns the later of two Moments, neither of which is none. If one is
// not known, nor is the later one.
func (m Moment) Later(n Moment) Moment {
	if m.IsKnown() && (!n.IsKnown() || n.t.After(m.t)) {
		return n
	}
	return m
}

// String returns the instant as RFC 3339 has it, or "unknown" or "none".
func (m Moment) String() string {
	switch {
	case m.IsKnown():
		return string(AppendTime(nil, m.t))
	case m.why != nil:
		return "unknown"
	}
	return "none"
}

// In returns m with its instant in a zone. One that is unknown or none stays as it is, and
// so does any where loc is nil.
func (m Moment) In(loc *time.Location) Moment {
	if m.IsKnown() && loc != nil {
		m.t = m.t.In(loc)
	}
	return m
}

// Time returns the instant, or the zero time where it is unknown or none: it is
// for callers that have asked [Moment.IsKnown].
func (m Moment) Time() time.Time { return m.t }
