package calendartest

import (
	"time"

	"pgregory.net/rapid"
)

// Offsets generates small shifts of an instant, often none: a nanosecond, a
// second, an hour or less, a day or less, to either side.
func Offsets() *rapid.Generator[time.Duration] {
	return rapid.Custom(func(t *rapid.T) time.Duration {
		switch rapid.IntRange(0, 5).Draw(t, "kind of shift") {
		case 0, 1:
			return 0
		case 2:
			return time.Duration(rapid.SampledFrom([]int{1, -1}).Draw(t, "nanoseconds"))
		case 3:
			return time.Second * time.Duration(rapid.IntRange(-1, 1).Draw(t, "seconds"))
		case 4:
			return time.Minute * time.Duration(rapid.IntRange(-4, 4).Draw(t, "quarters")*15)
		}
		return time.Duration(rapid.Int64Range(int64(-24*time.Hour), int64(24*time.Hour)).Draw(t, "any shift"))
	})
}

// Durations generates amounts of working time, zero or more: a nanosecond, round
// hours, hours with a nanosecond more or less, arbitrary ones up to two weeks,
// and now and then up to a thousand hours.
func Durations() *rapid.Generator[time.Duration] {
	return rapid.Custom(func(t *rapid.T) time.Duration {
		hours := time.Duration(rapid.SampledFrom([]int{1, 2, 4, 8, 16, 24, 40, 48, 120, 168}).Draw(t, "hours")) * time.Hour
		switch rapid.IntRange(0, 6).Draw(t, "kind of duration") {
		case 0, 1:
			return hours
		case 2:
			return hours + time.Duration(rapid.IntRange(-1, 1).Draw(t, "nanoseconds"))
		case 3:
			return time.Duration(rapid.IntRange(0, 2).Draw(t, "hardly any"))
		case 4, 5:
			return time.Duration(rapid.Int64Range(0, int64(14*24*time.Hour)).Draw(t, "any duration"))
		}
		return time.Duration(rapid.Int64Range(0, int64(1000*time.Hour)).Draw(t, "long duration"))
	})
}
