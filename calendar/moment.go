package calendar

import (
	"errors"
	"time"
)

// A Moment is an instant in an answer: a known one, an unknown one, which depends on
// holidays that are not known (G9), or none at all. The zero Moment stands for no
// instant.
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

// MomentOf makes a Moment of what a calendar answered: a known one if err is nil, and
// an unknown one if err is a [*CoverageError]. It returns any other error as it is.
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

// Get returns the instant. It returns false if the instant is unknown or there is none.
func (m Moment) Get() (t time.Time, ok bool) { return m.t, m.why == known }

// IsZero reports whether m is the zero Moment, neither known nor unknown. Package
// encoding/json leaves such a field out if its tag has omitzero.
func (m Moment) IsZero() bool { return m.why == nil }

// IsKnown reports whether m is a known instant.
func (m Moment) IsKnown() bool { return m.why == known }

// Unknown returns why the instant is unknown, as a [*CoverageError], or nil if it is
// known or there is none.
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

// Equal reports whether two Moments are the same instant, in whatever zones, or are
// both unknown, for whatever reason, or both stand for no instant.
func (m Moment) Equal(n Moment) bool {
	if m.IsKnown() && n.IsKnown() {
		return m.t.Equal(n.t)
	}
	return m.IsKnown() == n.IsKnown() && (m.why == nil) == (n.why == nil)
}

// Earlier returns the earlier of two Moments, neither of which is the zero Moment. If
// only one of them is known, the result is that one if its date, in its own zone, is
// one of the days on which the other's holidays are known (G9), and otherwise it is
// unknown.
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
	if day, err := DateOf(m.t); err == nil && n.why.Known.Contains(day) {
		return m
	}
	return n
}

// Later returns the later of two Moments, neither of which is the zero Moment. If
// either is unknown, so is the result.
func (m Moment) Later(n Moment) Moment {
	if m.IsKnown() && (!n.IsKnown() || n.t.After(m.t)) {
		return n
	}
	return m
}

// String returns the instant as [AppendTime] writes it, or "unknown" or "none".
func (m Moment) String() string {
	switch {
	case m.IsKnown():
		return string(AppendTime(nil, m.t))
	case m.why != nil:
		return "unknown"
	}
	return "none"
}

// In returns m with its instant in a zone. If m is not a known instant, or if loc is
// nil, it returns m as it is.
func (m Moment) In(loc *time.Location) Moment {
	if m.IsKnown() && loc != nil {
		m.t = m.t.In(loc)
	}
	return m
}

// Time returns the instant, or the zero time if it is unknown or there is none. It is
// for callers that have checked [Moment.IsKnown].
func (m Moment) Time() time.Time { return m.t }
