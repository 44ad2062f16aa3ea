package calendar

import (
	"time"
)

// A Config describes a calendar. It is plain data, with a JSON form; [New] makes
// a [Calendar] of it. The zero Config is not valid: it names no zone.
type Config struct {
	// Zone is the zone of the wall-clock times: a name of the pinned tz
	// database ("Europe/Berlin", "UTC") or a fixed offset ("+08:00").
	Zone string
	// Location can be given instead of Zone by a caller with a zone of its own.
	// JSON has only its name; see [Config.MarshalJSON].
	Location *time.Location

	// Week has the windows of each day of the week.
	Week Week
	// Changes has the weeks that replace Week, each from a date on.
	Changes []WeekChange

	// Region names the public holidays. The zero Region has none.
	Region Region
	// Holidays are days off besides those of Region. No window opens on the day off of
	// a holiday, whether of Region or of Holidays, nor on a Saturday or Sunday that it
	// stands for. Any other actual day, such as a Tuesday whose holiday a decree has
	// moved to Monday, is an ordinary day.
	Holidays []Holiday
	// Workdays are dates on which Region's holidays do not apply, after a late
	// correction. Holidays win over Workdays.
	Workdays []Date
	// Special has dates with windows of their own, or none: they replace the
	// week's windows and win over holidays.
	Special map[Date][]Window

	// HolidaysFrom and HolidaysThrough are the first and last date on which the
	// holidays are known (G9). The zero Date stands for what Region knows, or, without
	// a Region, for no limit; any other date is the caller's word and replaces what
	// Region knows.
	HolidaysFrom, HolidaysThrough Date

	// RegularDay is the working time of a regular day (G6). Zero stands for the
	// one length that all weekdays with windows share, if they do.
	RegularDay time.Duration
}

// A Week has the windows of each day of the week, indexed by [time.Weekday]. The zero
// Week has no windows.
type Week [7][]Window

// A WeekChange is a week that applies to the dates from From on. The zero
// WeekChange is closed from the first date on.
type WeekChange struct {
	From Date // the first date
	Week Week
}

// A Window is a half-open stretch of working time (G1): Open is inside, Close is
// outside. Both are wall-clock times in whole seconds since the midnight that begins
// the date on which the window opens (G2a). Open is at least 0 and before 24 h, Close
// is after Open and at most 48 h; a Close beyond 24 h lies in the next day.
//
// Windows of one date may touch but must not overlap. The bounds of each are resolved
// independently (G2), so that a gap of the zone never takes more from two windows that
// touch than from one. The zero Window has no length, which is a mistake in a [Config].
type Window struct {
	Open, Close time.Duration
}

// Hours returns the week that is open from opens to closes on each of the given days;
// see [Window] for the two times. Values other than the seven days of [time.Weekday]
// are ignored.
func Hours(opens, closes time.Duration, days ...time.Weekday) Week {
	var w Week
	for _, d := range days {
		if d >= time.Sunday && d <= time.Saturday {
			w[d] = []Window{{opens, closes}}
		}
	}
	return w
}

// Weekdays returns the week that is open from opens to closes, Monday to Friday.
func Weekdays(opens, closes time.Duration) Week {
	return Hours(opens, closes, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
}

// Daily returns the week that is open from opens to closes on all seven days.
// Daily(0, 24*time.Hour) is round the clock.
func Daily(opens, closes time.Duration) Week {
	return Hours(opens, closes, 0, 1, 2, 3, 4, 5, 6)
}
