package policy

import (
	"errors"
	"math"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A Length is an amount of time in an answer: one that is known, one that depends on
// holidays that are not known (G9), or none at all, as for a clock that never ran. The zero
// Length stands for no amount.
type Length struct {
	d   time.Duration
	why *calendar.CoverageError // nil of none, known of a known amount, and otherwise what is not known
}

// known marks the Lengths of known amounts. It is never read.
var known = new(calendar.CoverageError)

// LengthOf returns the Length of a known amount of time.
func LengthOf(d time.Duration) Length { return Length{d, known} }

// Get returns the amount of time; ok is false if it is unknown or there is none.
func (l Length) Get() (d time.Duration, ok bool) { return l.d, l.why == known }

// IsZero reports whether l is the zero Length, which stands for no amount: not whether it
// is an amount of 0.
func (l Length) IsZero() bool { return l.why == nil }

// IsKnown reports whether l is an amount that is known: neither unknown nor the zero
// Length.
func (l Length) IsKnown() bool { return l.why == known }

// String returns the amount as Go writes durations, such as "8h0m0s", or "unknown", or
// "none" for the zero Length.
func (l Length) String() string {
	switch l.why {
	case known:
		return l.d.String()
	case nil:
		return "none"
	}
	return "unknown"
}

// MarshalJSON returns a known amount as the text that Go writes for a duration, an unknown
// one as {"unknown":"…"} with the reason, and the zero Length as null. The error is always
// nil. There is no UnmarshalJSON: what is not known, and so an answer as a whole, must be
// computed again.
func (l Length) MarshalJSON() ([]byte, error) {
	w := strictjson.NewWriter(nil)
	switch l.why {
	case known:
		w.Text(l.d.String())
	case nil:
		w.Null()
	default:
		w.OpenObject()
		w.Name("unknown").Text(l.why.Error())
		w.CloseObject()
	}
	return w.Bytes(), nil
}

// Unknown returns why the amount is not known, a [*calendar.CoverageError], or nil.
func (l Length) Unknown() error {
	if l.why == nil || l.why == known {
		return nil
	}
	return l.why
}

// lengthOf makes a Length of what a calendar answered: of unknown holidays an
// unknown one. Any other error stays one.
func lengthOf(d time.Duration, err error) (Length, error) {
	if err == nil {
		return LengthOf(d), nil
	}
	var unknown *calendar.CoverageError
	if errors.As(err, &unknown) {
		return Length{why: unknown}, nil
	}
	return Length{}, err
}

// wallFrom returns the time by the wall clock from a to b, which is not before a. It
// is false if that is more than a time.Duration holds.
func wallFrom(a, b time.Time) (d time.Duration, ok bool) {
	const most = math.MaxInt64/int64(time.Second) - 1
	if secs := b.Unix() - a.Unix(); secs <= most {
		return time.Duration(secs)*time.Second + time.Duration(b.Nanosecond()-a.Nanosecond()), true
	}
	d = b.Sub(a) // it is cut
	return d, a.Add(d).Equal(b)
}
