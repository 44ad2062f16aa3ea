package calendartest

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// WindowsOfDay generates the windows of one date as a [calendar.Config] wants
// them: none to four, ascending, touching at times but not overlapping; some
// bounds at 00:00, 24:00 or 48:00, at the hours at which clocks change, or on
// an odd second.
func WindowsOfDay() *rapid.Generator[[]calendar.Window] {
	return rapid.Custom(func(t *rapid.T) []calendar.Window {
		bounds := rapid.SliceOfNDistinct(bound(), 0, 8, rapid.ID).Draw(t, "bounds")
		slices.Sort(bounds)
		touch := rapid.IntRange(0, 3).Draw(t, "touch") == 3
		var windows []calendar.Window
		for len(bounds) >= 2 && bounds[0] < 24*time.Hour {
			windows = append(windows, calendar.Window{Open: bounds[0], Close: bounds[1]})
			if touch {
				bounds = bounds[1:]
			} else {
				bounds = bounds[2:]
			}
		}
		return windows
	})
}

// bound generates a bound of a window, 0 to 48 h.
func bound() *rapid.Generator[time.Duration] {
	return rapid.Custom(func(t *rapid.T) time.Duration {
		switch rapid.IntRange(0, 4).Draw(t, "kind of bound") {
		case 0, 1:
			return time.Duration(rapid.IntRange(0, 24).Draw(t, "hour")) * time.Hour
		case 2:
			return rapid.SampledFrom([]time.Duration{
				0, 24 * time.Hour, 48 * time.Hour, 30 * time.Minute, 90 * time.Minute, 150 * time.Minute, 165 * time.Minute,
				23*time.Hour + 30*time.Minute, 24*time.Hour - time.Second, time.Second, 24*time.Hour + 30*time.Minute, 26*time.Hour + 30*time.Minute,
			}).Draw(t, "edge")
		case 3:
			return time.Duration(rapid.IntRange(0, 36*60).Draw(t, "minute")) * time.Minute
		}
		return time.Duration(rapid.IntRange(0, 48*3600).Draw(t, "second")) * time.Second
	})
}

// Weeks generates weeks: office hours, shifts, nights, round the clock, one day
// a week, arbitrary windows, and now and then none at all. They shrink towards
// Monday to Friday, 09:00 to 17:00.
func Weeks() *rapid.Generator[calendar.Week] {
	return rapid.Custom(func(t *rapid.T) calendar.Week {
		switch rapid.IntRange(0, 11).Draw(t, "kind of week") {
		case 0, 1:
			return calendar.Weekdays(9*time.Hour, 17*time.Hour)
		case 2:
			return calendar.Daily(0, 24*time.Hour)
		case 3:
			return calendar.Daily(22*time.Hour, 30*time.Hour)
		case 4:
			return calendar.Daily(0, 48*time.Hour)
		case 5:
			return calendar.Week{}
		case 6, 7: // the same every day
			var week calendar.Week
			windows := WindowsOfDay().Draw(t, "windows")
			for day := range week {
				week[day] = windows
			}
			return week
		case 8: // one day a week
			var week calendar.Week
			week[rapid.IntRange(0, 6).Draw(t, "weekday")] = WindowsOfDay().Draw(t, "windows")
			return week
		}
		var week calendar.Week
		for day := range week {
			if rapid.IntRange(0, 3).Draw(t, "works") > 0 {
				week[day] = WindowsOfDay().Draw(t, "windows")
			}
		}
		return week
	})
}
