package calendartest

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// Holidays generates up to six days off near a date, in no particular order. Some of
// them stand for another day, as a holiday does that was moved from a weekend.
func Holidays(near calendar.Date) *rapid.Generator[[]calendar.Holiday] {
	day := rapid.Custom(func(t *rapid.T) calendar.Holiday {
		d := DatesNear(near).Draw(t, "day off")
		actual := d
		if rapid.IntRange(0, 2).Draw(t, "moved") == 2 {
			actual = plus(d, rapid.IntRange(-3, 3).Draw(t, "moved by"))
		}
		return calendar.Holiday{Date: d, Name: rapid.SampledFrom([]string{"", "Bank Holiday"}).Draw(t, "name"), Actual: actual}
	})
	return rapid.SliceOfNDistinct(day, 0, 6, func(h calendar.Holiday) calendar.Date { return h.Date })
}

// Special generates up to four dates near a date with windows of their own, or
// with none.
func Special(near calendar.Date) *rapid.Generator[map[calendar.Date][]calendar.Window] {
	return rapid.MapOfN(DatesNear(near), WindowsOfDay(), 0, 4)
}

// WeekChanges generates up to three week changes, on ascending dates near a given one.
func WeekChanges(near calendar.Date) *rapid.Generator[[]calendar.WeekChange] {
	return rapid.Custom(func(t *rapid.T) []calendar.WeekChange {
		dates := rapid.SliceOfNDistinct(DatesNear(near), 0, 3, rapid.ID).Draw(t, "dates of change")
		slices.SortFunc(dates, calendar.Date.Compare)
		var changes []calendar.WeekChange
		for _, d := range dates {
			changes = append(changes, calendar.WeekChange{From: d, Week: Weeks().Draw(t, "week from then on")})
		}
		return changes
	})
}

// Coverage generates the first and the last date on which holidays are known, both near
// a date. The zero Date, which is frequent, stands for no limit.
func Coverage(near calendar.Date) *rapid.Generator[calendar.Period] {
	return rapid.Custom(func(t *rapid.T) calendar.Period {
		var p calendar.Period
		if rapid.IntRange(0, 3).Draw(t, "limited from") == 3 {
			p.From = DatesNear(plus(near, -20)).Draw(t, "known from")
		}
		if rapid.IntRange(0, 2).Draw(t, "limited through") == 2 {
			p.Through = DatesNear(plus(near, 20)).Draw(t, "known through")
		}
		if p.From != (calendar.Date{}) && p.Through != (calendar.Date{}) && p.Through.Compare(p.From) < 0 {
			p.From, p.Through = p.Through, p.From
		}
		return p
	})
}

// Configs generates valid configs without a region, in the zones of [Zones] and now and
// then in a location with an odd offset. What is special about a config (holidays,
// special dates, changes, limits of coverage) lies around one date, often one on which
// its zone puts the clocks forward or back. Use [InstantsOf] for instants at which that
// matters.
func Configs() *rapid.Generator[calendar.Config] {
	return rapid.Custom(func(t *rapid.T) calendar.Config {
		cfg := calendar.Config{Zone: Zones().Draw(t, "zone")}
		if rapid.IntRange(0, 19).Draw(t, "own location") == 19 {
			seconds := rapid.SampledFrom([]int{0, 3208, -17762, 50400, -43200}).Draw(t, "offset")
			cfg = calendar.Config{Location: time.FixedZone("LMT", seconds)}
		}
		near := Dates().Draw(t, "date")
		if rapid.IntRange(0, 3).Draw(t, "at a transition") > 0 {
			near, _ = calendar.DateOf(Transitions(location(cfg)).Draw(t, "transition"))
		}
		cfg.Week = Weeks().Draw(t, "week")
		cfg.Changes = WeekChanges(near).Draw(t, "changes")
		cfg.Holidays = Holidays(near).Draw(t, "holidays")
		cfg.Special = Special(near).Draw(t, "special")
		known := Coverage(near).Draw(t, "coverage")
		cfg.HolidaysFrom, cfg.HolidaysThrough = known.From, known.Through
		if rapid.IntRange(0, 2).Draw(t, "regular day given") == 2 {
			cfg.RegularDay = time.Duration(rapid.IntRange(1, 24*3600).Draw(t, "regular day")) * time.Second
		}
		return cfg
	})
}

// location returns the location of a config that Configs made.
func location(cfg calendar.Config) *time.Location {
	if cfg.Location != nil {
		return cfg.Location
	}
	loc, err := calendar.Zone(cfg.Zone)
	if err != nil {
		return time.UTC // Configs names no zone that is unknown
	}
	return loc
}
