package calendar_test

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
)

// A duration that is one second too long is told as that; the one before it is one. What
// is less than a nanosecond is not left out.
func TestParseDuration(t *testing.T) {
	const (
		none = "is not a duration; write it as 8h30m"
		long = "is too long; write 2562047h47m16s at most"
		part = "has a part that is less than a nanosecond; write it in whole ones"
	)
	for _, tt := range []struct {
		text string
		want time.Duration
		why  string
	}{
		{"2562047h47m16s", 1<<63 - 1 - 854775807, ""},
		{"-2562047h47m16s", -(1<<63 - 1 - 854775807), ""},
		{"2562047h47m16.854775807s", 1<<63 - 1, ""},
		{"-2562047h47m16.854775808s", -1 << 63, ""},
		{"2562047h47m16.854775808s", 0, long},
		{"-2562047h47m16.854775809s", 0, long},
		{"2562047h47m17s", 0, long},
		{"-2562047h47m17s", 0, long},
		{"9999999h", 0, long},
		{"0.5h99999999999999999999m", 0, long},
		{"0", 0, ""},
		{"0s", 0, ""},
		{"0.0", 0, none},
		{"", 0, none},
		{"8", 0, none},
		{"99999999999999999999", 0, none},
		{"8h30", 0, none},
		{"8 h", 0, none},
		{"h", 0, none},
		{".h", 0, none},
		{"1.5.5h", 0, none},
		{"8d", 0, none},
		{"9999999h9", 0, none},
		{"1.5h", 90 * time.Minute, ""},
		{"-1.5h", -90 * time.Minute, ""},
		{"+.5h.5m.5s", 30*time.Minute + 30*time.Second + 500*time.Millisecond, ""},
		{"1.h", time.Hour, ""},
		{"1.h1.m", 61 * time.Minute, ""},
		{"0.000000001s", 1, ""},
		{"0.0000000010s", 1, ""},
		{"0.0000000005s", 0, part},
		{"0.0000000015s", 0, part},
		{"1s0.5ns", 0, part},
		{"1.0ns", 1, ""},
		{"0.001us0.001µs0.001μs0.000001ms", 4, ""},
		{"0.0001µs", 0, part},
		{"0.00000000005m", 3, ""},
		{"0.00000000004m", 0, part},
		{"0.0000000000025h", 9, ""},
		{"0.0000000000026h", 0, part},
		{"0.0000000000001h", 0, part},
		{"0." + strings.Repeat("0", 100) + "1h", 0, part},
		{"0." + strings.Repeat("0", 100) + "h", 0, ""},
	} {
		got, err := calendar.ParseDuration(tt.text)
		var e *calendar.DurationError
		if got != tt.want || calendar.WhyNot(err) != tt.why || errors.Is(err, calendar.ErrDuration) != (tt.why != "") || errors.As(err, &e) != (tt.why != "") {
			t.Errorf("%q: %v, %v; want %v, %s", tt.text, got, err, tt.want, tt.why)
		}
	}
}

// TestPropParseDuration_Exact: numbers and units of any kind are worth their exact sum, or
// an error says that there is no such duration; whatever package time refuses is refused.
func TestPropParseDuration_Exact(t *testing.T) {
	units := map[string]int64{"ns": 1, "us": 1e3, "µs": 1e3, "μs": 1e3, "ms": 1e6, "s": 1e9, "m": 6e10, "h": 36e11}
	names := []string{"ns", "us", "µs", "μs", "ms", "s", "m", "h"}
	rapid.Check(t, func(t *rapid.T) {
		sum, text := new(big.Rat), ""
		for range rapid.IntRange(1, 3).Draw(t, "numbers") {
			number := rapid.StringMatching(`[0-9]{1,4}(\.([0-9]{0,3}|0{0,12}[0-9]{1,2}))?`).Draw(t, "number")
			unit := rapid.SampledFrom(names).Draw(t, "unit")
			text += number + unit
			value, ok := new(big.Rat).SetString(strings.TrimSuffix(number, "."))
			if !ok {
				t.Fatal(number)
			}
			sum.Add(sum, value.Mul(value, new(big.Rat).SetInt64(units[unit])))
		}
		sign := rapid.SampledFrom([]string{"", "-", "+"}).Draw(t, "sign")
		if sign == "-" {
			sum.Neg(sum)
		}
		got, err := calendar.ParseDuration(sign + text)
		switch {
		case err == nil && sum.Cmp(new(big.Rat).SetInt64(int64(got))) != 0:
			t.Errorf("%s%s: %v, want %v ns", sign, text, got, sum)
		case err != nil && !strings.Contains(text, "."):
			t.Errorf("%s%s: %v", sign, text, err)
		}
		odd := rapid.StringMatching(`[-+]?([0-9.]{0,4}(ns|us|µ|m|s|h|d| )?){0,3}`).Draw(t, "odd")
		want, refused := time.ParseDuration(odd)
		got, err = calendar.ParseDuration(odd)
		if refused != nil && err == nil || !strings.Contains(odd, ".") && got != want {
			t.Errorf("%q: %v, %v; package time has %v, %v", odd, got, err, want, refused)
		}
	})
}

func ExampleParseDuration() {
	for _, text := range []string{"8h30m", "0.0000000005s", "8 hours", "9999999h"} {
		d, err := calendar.ParseDuration(text)
		fmt.Println(d, err)
	}
	// Output:
	// 8h30m0s <nil>
	// 0s calendar: duration "0.0000000005s" has a part that is less than a nanosecond; write it in whole ones
	// 0s calendar: duration "8 hours" is not a duration; write it as 8h30m
	// 0s calendar: duration "9999999h" is too long; write 2562047h47m16s at most
}
