package compliance

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// A Total is an exact sum of durations, none of them negative. The sum can be beyond the 292
// years of a [time.Duration]: ten thousand tickets that are open for eleven days are more
// than that. Totals are comparable with ==. The zero Total is no time.
type Total struct {
	seconds int64
	nanos   int32 // less than a second
}

// TotalOf returns the total of one duration. A negative duration is taken as 0.
func TotalOf(d time.Duration) Total {
	d = max(d, 0)
	return Total{int64(d / time.Second), int32(d % time.Second)}
}

// Plus returns the sum of two totals.
func (t Total) Plus(o Total) Total {
	t.seconds += o.seconds
	t.nanos += o.nanos
	if t.nanos >= int32(time.Second) {
		t.seconds++
		t.nanos -= int32(time.Second)
	}
	return t
}

// Get returns the total as a [time.Duration], for example for a chart. It returns false if
// the total is too long for one, beyond some 292 years.
func (t Total) Get() (d time.Duration, ok bool) {
	if t.seconds >= int64(math.MaxInt64/time.Second) {
		return 0, false
	}
	return time.Duration(t.seconds)*time.Second + time.Duration(t.nanos), true
}

// MarshalText returns t.String(), so a Total is a string in JSON. The error is always nil.
func (t Total) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// String returns the total in the form of a [time.Duration]: "2629800h0m0.5s".
func (t Total) String() string {
	hours := t.seconds / 3600
	rest := time.Duration(t.seconds%3600)*time.Second + time.Duration(t.nanos)
	if hours == 0 {
		return rest.String()
	}
	return strconv.FormatInt(hours, 10) + strings.TrimPrefix((time.Hour+rest).String(), "1")
}
