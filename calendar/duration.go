package calendar

import (
	"math/bits"
	"strconv"
	"strings"
	"time"
)

// ParseDuration reads a duration as [time.ParseDuration] does, such as "8h30m", but
// exactly: that leaves out what is less than a nanosecond, while here "0.0000000005s" is
// an error. The error is a [*DurationError].
func ParseDuration(text string) (time.Duration, error) {
	d, err := time.ParseDuration(text)
	switch {
	case err == nil && strings.IndexByte(text, '.') >= 0:
		whole, ok := withoutFractions(text)
		if !ok {
			return 0, &DurationError{Text: text, Why: "has a part that is less than a nanosecond; write it in whole ones"}
		}
		if d, err = time.ParseDuration(whole); err == nil {
			return d, nil
		}
		fallthrough // exactly, it is a nanosecond longer than the longest one
	case err != nil && tooLong(text):
		return 0, &DurationError{Text: text, Why: whyTooLong}
	case err != nil:
		return 0, &DurationError{Text: text, Why: WhyDuration}
	}
	return d, nil
}

// whyTooLong says what is wrong with a duration that a [time.Duration] does not hold.
const whyTooLong = "is too long; write 2562047h47m16s at most"

// nanoseconds says how long the units of a duration are.
var nanoseconds = map[string]uint64{"ns": 1, "us": 1e3, "µs": 1e3, "μs": 1e3, "ms": 1e6, "s": 1e9, "m": 6e10, "h": 36e11}

// withoutFractions writes a duration that package time can read with its fractions in
// nanoseconds, such as 1h1800000000000ns for 1.5h, which that package reads exactly. ok is
// false if one of them is not a whole number of nanoseconds.
func withoutFractions(text string) (whole string, ok bool) {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, ".")
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		if before == "" || before[len(before)-1] < '0' || before[len(before)-1] > '9' {
			b.WriteByte('0') // .5h is 0.5h
		}
		unit := strings.TrimLeft(after, decimal)
		fraction := strings.TrimRight(after[:len(after)-len(unit)], "0")
		text = strings.TrimLeft(unit, "nuµμmsh")
		unit = unit[:len(unit)-len(text)]
		n, exact := part(fraction, nanoseconds[unit])
		if !exact {
			return "", false
		}
		b.WriteString(unit + strconv.FormatUint(n, 10) + "ns")
	}
}

const decimal = "0123456789"

// part returns the part of a unit that a decimal fraction is, given by its digits, the
// last of which is not 0. exact is false if that is not a whole number.
func part(fraction string, unit uint64) (n uint64, exact bool) {
	// A unit, 2^13 · 3^2 · 5^11 ns at the most, has whole parts of 13 digits at the most.
	if len(fraction) > 13 {
		return 0, false
	}
	number, scale := uint64(0), uint64(1)
	for i := range len(fraction) {
		number, scale = number*10+uint64(fraction[i]-'0'), scale*10
	}
	hi, lo := bits.Mul64(number, unit)
	n, rest := bits.Div64(hi, lo, scale)
	return n, rest == 0
}

// tooLong reports whether a text that is not a duration would be one with zeros for its
// digits.
func tooLong(text string) bool {
	_, err := time.ParseDuration(strings.Map(func(r rune) rune {
		if r >= '1' && r <= '9' {
			return '0'
		}
		return r
	}, text))
	return err == nil && strings.ContainsAny(text, "hms") // 0 alone needs no unit
}
