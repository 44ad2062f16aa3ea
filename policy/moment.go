package policy

import (
	"errors"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Moment is an instant of an answer: one that is known, one that depends on
// holidays which are not known (G9), or none at all. The zero Moment is none.
type Moment struct {
	t       time.Time
	unknown *calendar.CoverageError
	known   bool
}

// At returns the Moment of a known instant.
func At(t time.Time) Moment { return Moment{t: t, known: true} }

// momentOf makes a Moment of what a calendar answered. Unknown holidays make an
// unknown Moment; any other error stays one.
func momentOf(t time.Time, err error) (Moment, error) {
	if err == nil {
		return At(t), nil
	}
	var unknown *calendar.CoverageError
	if errors.As(err, &unknown) {
		return Moment{unknown: unknown}, nil
	}
	return Moment{}, err
}

// Get returns the instant; it is false if it is unknown or none.
func (m Moment) Get() (t time.Time, ok bool) { return m.t, m.known }

// Unknown returns why the instant is not known, or nil.
func (m Moment) Unknown() error {
	if m.unknown == nil {
		return nil
	}
	return m.unknown
}

// earlier returns the earlier of two Moments, neither of which is none. What is
// known lies within the known days, so an unknown one is later (G9).
func earlier(a, b Moment) Moment {
	switch {
	case !a.known:
		return b
	case !b.known:
		return a
	case b.t.Compare(a.t) < 0:
		return b
	}
	return a
}

// later returns the later of two Moments, neither of which is none.
func later(a, b Moment) Moment {
	switch {
	case !a.known:
		return a
	case !b.known:
		return b
	case b.t.Compare(a.t) > 0:
		return b
	}
	return a
}

// passed reports whether m lies before t.
func (m Moment) passed(t time.Time) bool {
	return m.known && m.t.Compare(t) < 0
}

// A Length is an amount of time of an answer, or none: where a clock never ran
// or unknown holidays lie in between. The zero Length is none.
type Length struct {
	d     time.Duration
	known bool
}

// LengthOf returns the Length of a known amount of time.
func LengthOf(d time.Duration) Length { return Length{d, true} }

// Get returns the amount of time; it is false if there is none.
func (l Length) Get() (d time.Duration, ok bool) { return l.d, l.known }

func lengthOf(d time.Duration, err error) (Length, error) {
	switch {
	case err == nil:
		return LengthOf(d), nil
	case errors.Is(err, calendar.ErrCoverage):
		return Length{}, nil
	}
	return Length{}, err
}
