package compliance

import (
	"slices"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// Percentiles are nearest ranks of some values; see the package. The zero Percentiles have no
// values.
type Percentiles[T time.Duration | Tenths] struct {
	Count  int // how many values there are
	Median T   // the 50th; like P90 and P95, it is 0 if Count is 0
	P90    T   // the 90th
	P95    T   // the 95th
}

// MarshalJSON returns the percentiles as in a row's JSON: durations as [time.Duration.String]
// writes them, shares as numbers with one decimal, and {"count":0} if there are no values.
// The error is always nil. Percentiles cannot be read back.
func (p Percentiles[T]) MarshalJSON() ([]byte, error) {
	w := writer{strictjson.NewWriter(nil)}
	p.write(&w)
	return w.Bytes(), nil
}

// write writes the percentiles as an object.
func (p *Percentiles[T]) write(w *writer) {
	w.OpenObject()
	w.Name("count").Int(p.Count)
	if p.Count > 0 {
		for i, value := range [...]T{p.Median, p.P90, p.P95} {
			w.Name([...]string{"median", "p90", "p95"}[i])
			switch v := any(value).(type) {
			case time.Duration:
				w.Text(v.String())
			case Tenths:
				w.Number(v.String())
			}
		}
	}
	w.CloseObject()
}

// percentiles sorts values, and returns their percentiles converted to T.
func percentiles[T time.Duration | Tenths, V ~int64 | ~uint32](values []V) Percentiles[T] {
	p := Percentiles[T]{Count: len(values)}
	if len(values) == 0 {
		return p
	}
	slices.Sort(values)
	at := func(percent int) T { return T(values[rank(percent, len(values))-1]) }
	p.Median, p.P90, p.P95 = at(50), at(90), at(95)
	return p
}

// rank returns the place of a percentile among n values, from 1.
func rank(percent, n int) int {
	// n/100 and the remainder are multiplied apart, so that the product cannot overflow.
	return n/100*percent + (n%100*percent+99)/100
}

// Tenths are tenths of a percent: 975 is 97.5 %. The greatest value, 429496729.5 %, also
// stands for anything above it. The zero Tenths are 0.0 %.
type Tenths uint32

// String returns t in percent with one decimal: "97.5".
func (t Tenths) String() string {
	return strconv.FormatUint(uint64(t)/10, 10) + "." + strconv.FormatUint(uint64(t)%10, 10)
}

// MarshalJSON returns t in percent as a number with one decimal: 97.5. The error is
// always nil.
func (t Tenths) MarshalJSON() ([]byte, error) { return []byte(t.String()), nil }

// A Share is an exact fraction: Met of the Decided clocks, which are those that were met or
// breached, were met. The zero Share has no decided clocks, and so no value.
type Share struct {
	Met     int `json:"met"`
	Decided int `json:"decided"`
}

// Tenths returns the share in tenths of a percent, rounded down, so that it is 100.0 only if
// all clocks were met. It returns false if none was decided.
func (s Share) Tenths() (Tenths, bool) {
	if s.Decided <= 0 {
		return 0, false
	}
	// In 64 bits, since some two million clocks would overflow an int of 32.
	return Tenths(int64(s.Met) * 1000 / int64(s.Decided)), true
}

// String returns the share in percent with one decimal, and the counts: "97.5 (39 of 40)". If
// no clock was decided, it returns "none".
func (s Share) String() string {
	t, ok := s.Tenths()
	if !ok {
		return "none"
	}
	return t.String() + " (" + strconv.Itoa(s.Met) + " of " + strconv.Itoa(s.Decided) + ")"
}
