// Package clock says what time it is. It is the service's only source of the time, so that a
// test or a demonstration can have its own.
package clock

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// A Clock tells the time. Wait says how long a timer has to run until an instant.
type Clock interface {
	Now() time.Time
	Wait(until time.Time) time.Duration
}

// Wall is the machine's clock.
type Wall struct{}

// Now returns the time in UTC, without the monotonic clock reading, which does not belong in
// a database.
func (Wall) Now() time.Time { return time.Now().UTC().Round(0) }

// Wait returns the time from now to an instant.
func (Wall) Wait(until time.Time) time.Duration { return time.Until(until) }

// A Fast clock runs at another pace than the machine's: at the real instant Anchor it shows
// From, and it runs Rate times as fast. Two programs with the same three values show the same
// time, so a restart does not set it back. It shows the years 2000 to 2199, and stops at
// either end.
type Fast struct {
	From, Anchor time.Time
	Rate         float64
}

// maxRate is the fastest rate of a clock.
const maxRate = 1e6

// The first and the last instant that a clock shows: what the service stores begins in
// the year 2000, and nanoseconds since 1970 end in 2262.
var (
	earliest = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	latest   = time.Date(2200, time.January, 1, 0, 0, 0, 0, time.UTC).Add(-1)
)

// Now returns the time in UTC.
func (f Fast) Now() time.Time {
	// The time between the two instants is less than the longest time.Duration, and so is
	// that from From to either.
	switch shown := float64(time.Since(f.Anchor)) * f.Rate; {
	case shown >= float64(latest.Sub(f.From)):
		return latest
	case shown <= float64(earliest.Sub(f.From)):
		return earliest
	default:
		return f.From.Add(time.Duration(shown)).UTC()
	}
}

// Wait returns the real time until the clock shows an instant, or the longest time.Duration
// if that is longer.
func (f Fast) Wait(until time.Time) time.Duration {
	if wait := float64(until.Sub(f.Now())) / f.Rate; wait < float64(math.MaxInt64) {
		return time.Duration(wait)
	}
	return math.MaxInt64
}

// Parse reads a clock: the empty text is the machine's clock, and
// "2026-03-02T08:00:00Z,2026-11-21T10:00:00Z,600" one that shows the first instant at the
// second and runs 600 times as fast. The second can be "now".
func Parse(text string) (Clock, error) {
	if text == "" {
		return Wall{}, nil
	}
	parts := strings.Split(text, ",")
	if len(parts) != 3 {
		return nil, fmt.Errorf("clock: %q: write what it shows, the real instant at which it does, and its rate: 2026-03-02T08:00:00Z,now,600", text)
	}
	from, err := time.Parse(time.RFC3339Nano, parts[0])
	if err != nil {
		return nil, fmt.Errorf("clock: %q is not an instant; write it as 2026-03-02T08:00:00Z", parts[0])
	}
	if from.Before(earliest) || from.After(latest) {
		return nil, fmt.Errorf("clock: %q is not in the years 2000 to 2199", parts[0])
	}
	anchor := time.Now()
	if parts[1] != "now" {
		if anchor, err = time.Parse(time.RFC3339Nano, parts[1]); err != nil {
			return nil, fmt.Errorf("clock: %q is neither an instant nor now", parts[1])
		}
	}
	rate, err := strconv.ParseFloat(parts[2], 64)
	if err != nil || !(rate > 0 && rate <= maxRate) {
		return nil, fmt.Errorf("clock: the rate %q is not a number above 0 and at most %d", parts[2], int(maxRate))
	}
	return Fast{From: from.UTC(), Anchor: anchor, Rate: rate}, nil
}
