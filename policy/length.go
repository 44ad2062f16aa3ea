package policy

import (
	"errors"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

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

// lengthOf makes a Length of what a calendar answered: none if holidays are not
// known. Any other error stays one.
func lengthOf(d time.Duration, err error) (Length, error) {
	switch {
	case err == nil:
		return LengthOf(d), nil
	case errors.Is(err, calendar.ErrCoverage):
		return Length{}, nil
	}
	return Length{}, err
}
