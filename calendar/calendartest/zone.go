package calendartest

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// A trouble is a zone with a moment at which its clocks did something that
// programs tend to get wrong. The moment is near, not exact.
type trouble struct {
	zone string
	near string // a date, or "" for any of the zone's changes
	what string
}

// troubles returns the table from which Zones and Transitions draw; the
// simplest rows come first, so that a failing case shrinks to one of them.
func troubles() []trouble {
	return []trouble{
		{"UTC", "", "no change ever"},
		{"Europe/Berlin", "", "gap and fold at 02:00 and 03:00"},
		{"America/New_York", "", "gap and fold at 02:00"},
		{"+08:00", "", "fixed"},
		{"-05:00", "", "fixed"},
		{"+05:45", "", "fixed, with minutes"},
		{"Australia/Lord_Howe", "", "half an hour"},
		{"America/Havana", "", "gap at midnight, fold back to midnight"},
		{"Africa/Cairo", "2010-09-09", "four changes in a year; gap at midnight"},
		{"Africa/Cairo", "2023-04-28", "gap at midnight on a Friday"},
		{"Asia/Beirut", "2023-03-30", "a late decision; gap at midnight"},
		{"America/Santiago", "", "gap at 24:00, southern"},
		{"America/Santiago", "2019-09-08", "gap at 24:00"},
		{"Pacific/Apia", "2011-12-30", "a date that is skipped"},
		{"Pacific/Fakaofo", "2011-12-30", "a date that is skipped"},
		{"Pacific/Kwajalein", "1993-08-21", "a date that is skipped"},
		{"Pacific/Kiritimati", "1994-12-31", "a date that is skipped, at a year's end"},
		{"Asia/Kolkata", "", "an offset with half an hour"},
		{"Asia/Kathmandu", "", "an offset with three quarters"},
		{"Antarctica/Troll", "2020-03-29", "two hours"},
		{"Antarctica/Troll", "2020-10-25", "two hours"},
		{"Antarctica/Casey", "2009-10-18", "three hours"},
		{"Antarctica/Casey", "2018-03-11", "three hours back"},
		{"Antarctica/Vostok", "2023-12-18", "two hours back"},
		{"Africa/Casablanca", "", "winter time in Ramadan"},
		{"Africa/El_Aaiun", "2026-02-15", "winter time in Ramadan"},
		{"Europe/Dublin", "", "winter time is the exception"},
		{"America/Caracas", "2007-12-09", "half an hour for good, back"},
		{"America/Caracas", "2016-05-01", "half an hour for good, forward"},
		{"Asia/Pyongyang", "2015-08-15", "half an hour back over midnight"},
		{"Asia/Pyongyang", "2018-05-04", "half an hour over midnight"},
		{"America/Nuuk", "2023-03-25", "gap at 22:00"},
		{"America/Scoresbysund", "2024-03-31", "a change that shows in the name only"},
		{"America/St_Johns", "2006-04-02", "gap at 00:01, offset with half an hour"},
		{"America/Goose_Bay", "2010-11-07", "fold at 00:01, back over midnight"},
		{"Asia/Gaza", "2014-10-24", "fold at midnight"},
		{"Asia/Amman", "2021-03-26", "gap at midnight"},
		{"America/Sao_Paulo", "2018-11-04", "gap at midnight"},
		{"Asia/Tehran", "2021-03-22", "gap at midnight"},
		{"Atlantic/Azores", "", "fold back over midnight"},
		{"Europe/Volgograd", "2020-12-27", "an hour for good, back"},
		{"Pacific/Chatham", "", "three quarters, with a gap at 02:45"},
	}
}

// Zones generates names that [calendar.Zone] accepts: those of zones with
// difficult changes, and a few fixed offsets. They shrink towards UTC.
func Zones() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return rapid.SampledFrom(troubles()).Draw(t, "zone").zone
	})
}

// Transitions generates instants at which the offset of loc changes, in the years 1990
// to 2040. If it finds none, it generates an arbitrary instant of about these years.
func Transitions(loc *time.Location) *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		var known []time.Time
		for _, x := range troubles() {
			if near, err := time.Parse(time.DateOnly, x.near); err == nil && x.zone == loc.String() {
				known = append(known, near)
			}
		}
		at := midnight(Dates().Draw(t, "about"))
		if len(known) > 0 && rapid.IntRange(0, 3).Draw(t, "which") > 0 {
			at = rapid.SampledFrom(known).Draw(t, "known").AddDate(0, 0, -3)
		}
		start, end := at.In(loc).ZoneBounds()
		for _, change := range []time.Time{end, start} {
			if year := change.Year(); 1990 <= year && year <= 2040 {
				return change.In(loc)
			}
		}
		return at.In(loc)
	})
}

// midnight returns the midnight of d in UTC.
func midnight(d calendar.Date) time.Time {
	year, month, day := d.Civil()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
