package compliance

import (
	"slices"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// Percentiles are the nearest ranks of a number of values; see the package. The
// zero Percentiles are of none.
type Percentiles[T time.Duration | Tenths] struct {
	Count  int // of the values
	Median T   // the 50th; like the next two it is nothing if Count is 0
	P90    T   // the 90th
	P95    T   // the 95th
}

// MarshalJSON returns the percentiles as a row has them: times as Go writes them, shares
// as numbers with one decimal, {"count":0} for none. The error is always nil. Times and
// shares have no way back.
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

// percentiles sorts values, and returns their percentiles as values of another
// type.
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
	// n/100 and the rest apart, so that the product cannot overflow.
	return n/100*percent + (n%100*percent+99)/100
}

// Tenths are tenths of a percent: 975 is 97.5 %. The greatest, 429496729.5 %,
// stands for all that is more. The zero Tenths are 0.0 %.
type Tenths uint32

// String returns t in percent with one decimal: "97.5".
func (t Tenths) String() string {
	return strconv.FormatUint(uint64(t)/10, 10) + "." + strconv.FormatUint(uint64(t)%10, 10)
}

// MarshalJSON returns t in percent as a number with one decimal: 97.5. The error is
// always nil.
func (t Tenths) MarshalJSON() ([]byte, error) { return []byte(t.String()), nil }

// A Share is an exact fraction: so many of the clocks that were decided, met or
// breached, were met. The zero Share is of none, and no number.
type Share struct {
	Met     int `json:"met"`
	Decided int `json:"decided"`
}

// Tenths returns the share in tenths of a percent, rounded down, so that it is
// 100.0 only if all were met. It is false if none was decided.
func (s Share) Tenths() (Tenths, bool) {
	if s.Decided <= 0 {
		return 0, false
	}
	// As 64 bits: where an int has 32, some two million clocks would overflow it.
	return Tenths(int64(s.Met) * 1000 / int64(s.Decided)), true
}

// String returns the share in percent with one decimal, and the counts: "97.5
// (39 of 40)". That of none is "none".
func (s Share) String() string {
	t, ok := s.Tenths()
	if !ok {
		return "none"
	}
	return t.String() + " (" + strconv.Itoa(s.Met) + " of " + strconv.Itoa(s.Decided) + ")"
}
