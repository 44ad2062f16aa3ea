package compliance

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// A Total is an exact sum of times, none of them negative, which a time.Duration
// with its 292 years could not hold: ten thousand tickets that are open for eleven
// days are more. Totals are comparable with ==. The zero Total is none.
type Total struct {
	seconds int64
	nanos   int32 // below a second
}

// TotalOf returns the total of one time. A negative one is taken as none.
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

// Get returns the total as a time.Duration, for a chart; it is false if that holds
// no more than a part of it, beyond some 292 years.
func (t Total) Get() (d time.Duration, ok bool) {
	if t.seconds >= int64(math.MaxInt64/time.Second) {
		return 0, false
	}
	return time.Duration(t.seconds)*time.Second + time.Duration(t.nanos), true
}

// MarshalText returns what String does; JSON shows it as a string. The error is always
// nil.
func (t Total) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// String returns the total as a time.Duration is written: "2629800h0m0.5s".
func (t Total) String() string {
	hours := t.seconds / 3600
	rest := time.Duration(t.seconds%3600)*time.Second + time.Duration(t.nanos)
	if hours == 0 {
		return rest.String()
	}
	return strconv.FormatInt(hours, 10) + strings.TrimPrefix((time.Hour+rest).String(), "1")
}
