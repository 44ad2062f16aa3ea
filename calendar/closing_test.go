package calendar_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
)

// TestDayOfCombination: a combination says why it is closed as its parts do. Days:
// 1 May 2026 is a Friday, 3 June and 6 May are Wednesdays.
func TestDayOfCombination(t *testing.T) {
	get := must[*calendar.Calendar](t)
	union, common, less := calendar.Union, calendar.Intersection, calendar.Difference
	in := func(zone, region string, week calendar.Week) *calendar.Calendar {
		return makeCalendar(t, calendar.Config{Zone: zone, Week: week, Region: calendar.Region{Code: region}})
	}
	special := func(c *calendar.Calendar, date string, windows ...calendar.Window) *calendar.Calendar {
		return get(c.WithSpecial(on(date), windows...))
	}
	const here = "Europe/Berlin"
	office := in(here, "DE-BE", nineToFive())
	plain := in(here, "NONE", nineToFive())
	early := in(here, "DE-BE", calendar.Weekdays(hm(6, 0), hm(9, 0)))
	late := in(here, "GB-ENG", calendar.Weekdays(hm(17, 0), hm(20, 0)))
	saturdays := in(here, "NONE", calendar.Hours(hm(9, 0), hm(12, 0), time.Saturday))
	starts := in(here, "DE-BE", calendar.Hours(hm(9, 0), hm(17, 0), time.Monday, time.Tuesday))
	party := get(plain.WithHolidays(calendar.Holiday{Date: on("2026-05-06"), Name: "party"}, calendar.Holiday{Date: on("2026-05-09"), Name: "fair"}))
	never := in(here, "NONE", calendar.Week{})
	freeze := special(never, "2026-06-03", win(0, 24))
	longFreeze := special(never, "2026-06-02", win(12, 48))
	fridays := in(here, "DE-BE", calendar.Hours(0, hm(24, 0), time.Friday))
	known := makeCalendar(t, calendar.Config{Zone: here, Week: nineToFive(), Holidays: calendar.DaysOff(on("2026-05-07")), HolidaysThrough: on("2026-05-06")})
	dusk := in(here, "NONE", calendar.Daily(hm(2, 0), hm(3, 0)))

	for _, row := range []struct {
		name  string
		c     *calendar.Calendar
		date  string
		want  string
		dated bool
	}{
		// A union is closed for the reasons of all its parts.
		{"union, one holiday", get(union(office, early)), "2026-05-01", "Tag der Arbeit", true},
		{"union, before it", get(union(office, early)), "2026-04-30", "", false},
		{"union, weekend", get(union(office, late)), "2026-05-02", "weekend", false},
		{"union, two names of one day", get(union(office, late)), "2026-12-25", "Weihnachtstag, Christmas Day", true},
		{"union, the other way round", get(union(late, office)), "2026-12-25", "Christmas Day, Weihnachtstag", true},
		{"union, open in one", get(union(office, late)), "2026-05-01", "", false},
		{"union, by the week in the other", get(union(office, saturdays)), "2026-05-01", "Tag der Arbeit", true},
		{"union, by the week in both", get(union(saturdays, starts)), "2026-05-06", "closed on Wednesdays", false},
		{"union, special day and holiday", get(union(special(plain, "2026-05-06"), party)), "2026-05-06", "special day, party", true},
		{"union, hours in a gap", get(union(dusk, saturdays)), "2026-03-29", "no such hours", true},
		{"alone, not known", known, "2026-05-07", "holidays not known", false},
		{"union, not known", get(union(known, party)), "2026-05-09", "fair", true},
		{"union, not known in one", get(union(known, saturdays)), "2026-05-07", "holidays not known", false},
		{"union, not known in one and open in the other", get(union(known, party)), "2026-05-07", "", false},
		{"intersection, not known in one and closed in the other", get(common(known, saturdays)), "2026-05-07", "closed on Thursdays", false},
		{"union of three", get(union(office, early, late)), "2026-12-25", "Weihnachtstag, Christmas Day", true},
		{"union of a union", get(union(early, get(union(office, late)))), "2026-12-25", "Weihnachtstag, Christmas Day", true},
		// As a calendar by itself says of a Saturday that is a holiday.
		{"union, holiday on a weekend", get(union(office, party)), "2026-05-09", "fair", true},
		{"alone, holiday on a weekend", party, "2026-05-09", "fair", true},

		// An intersection is closed for the reasons of the parts that are closed.
		{"intersection, one closed", get(common(office, plain)), "2026-05-01", "Tag der Arbeit", true},
		{"intersection, the other", get(common(plain, office)), "2026-05-01", "Tag der Arbeit", true},
		{"intersection, both closed", get(common(office, get(plain.WithHolidays(calendar.Holiday{Date: on("2026-05-01"), Name: "bridge"})))), "2026-05-01", "Tag der Arbeit, bridge", true},
		{"intersection, open", get(common(office, plain)), "2026-05-04", "", false},
		{"intersection, no common hours", get(common(office, saturdays)), "2026-05-06", "closed on Wednesdays", false},
		{"intersection, the hours do not meet", get(common(early, plain)), "2026-05-06", "closed on Wednesdays", false},
		{"intersection, nor on a special day", get(common(special(plain, "2026-05-06", win(18, 19)), office)), "2026-05-06", "special day", true},
		{"intersection, a special day beside one closed", get(common(special(plain, "2026-05-01", win(18, 19)), office)), "2026-05-01", "Tag der Arbeit", true},
		{"intersection of three", get(common(plain, special(plain, "2026-05-01", win(18, 19)), office)), "2026-05-01", "Tag der Arbeit", true},

		// A difference is closed because what hours are taken from is, or because they
		// are taken.
		{"difference, a holiday", get(less(office, freeze)), "2026-05-01", "Tag der Arbeit", true},
		{"difference, before the freeze", get(less(office, freeze)), "2026-06-02", "", false},
		{"difference, the freeze", get(less(office, freeze)), "2026-06-03", "special day", true},
		{"difference, after the freeze", get(less(office, freeze)), "2026-06-04", "", false},
		{"difference, another Wednesday", get(less(starts, freeze)), "2026-06-10", "closed on Wednesdays", false},
		{"difference, a freeze of the day before", get(less(office, longFreeze)), "2026-06-03", "special day", true},
		{"difference, every Friday", get(less(office, fridays)), "2026-06-05", "closed on Fridays", false},
		{"difference, a Friday that is a holiday in both", get(less(office, fridays)), "2026-05-01", "Tag der Arbeit", true},
		// A special day of what is taken away that does not meet the hours.
		{"difference, at night too", get(less(office, special(fridays, "2026-06-04", win(20, 28)))), "2026-06-05", "closed on Fridays", false},
		{"difference, short hours", get(less(special(office, "2026-06-03", win(9, 12)), in(here, "NONE", calendar.Daily(hm(8, 0), hm(12, 0))))), "2026-06-03", "special day", true},
		{"difference, part by part", get(less(get(less(office, special(never, "2026-06-03", win(0, 12)))), special(never, "2026-06-03", win(12, 24)))), "2026-06-03", "special day", true},
		{"difference, of a union", get(less(get(union(office, late)), freeze)), "2026-12-25", "Weihnachtstag, Christmas Day", true},
		{"difference, a union is taken", get(less(office, get(union(saturdays, freeze)))), "2026-06-03", "special day", true},
		// What keeps hours from being taken is closed on 6 May, so they are.
		{"difference of a difference", get(less(in(here, "NONE", nineToFive()), get(less(in(here, "NONE", calendar.Daily(0, hm(24, 0))), party)))), "2026-05-06", "party", true},
		{"difference of a difference, another day", get(less(in(here, "NONE", nineToFive()), get(less(in(here, "NONE", calendar.Daily(0, hm(24, 0))), party)))), "2026-05-07", "", false},
		{"difference of a difference, nothing to take", get(less(in(here, "NONE", nineToFive()), get(less(in(here, "NONE", calendar.Daily(0, hm(24, 0))), party)))), "2026-05-09", "weekend", false},
		{"a union beside a freeze", get(union(get(less(office, freeze)), early)), "2026-06-03", "", false},
		{"a union of what is frozen", get(union(get(less(office, freeze)), get(less(early, freeze)))), "2026-06-03", "special day", true},
	} {
		day, err := row.c.Day(on(row.date))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]any{row.want, row.dated}, []any{day.Reason(), day.Dated()}); diff != "" {
			t.Errorf("%s, %s (-want +got):\n%s", row.name, row.date, diff)
		}
		if (len(day.Windows) > 0) != (row.want == "") {
			t.Errorf("%s, %s: %d windows", row.name, row.date, len(day.Windows))
		}
	}
}

// TestDayOfCombination_Parts: a combination's day has those of its parts.
func TestDayOfCombination_Parts(t *testing.T) {
	get := must[*calendar.Calendar](t)
	holiday := func(date, name string) calendar.Holiday {
		return calendar.Holiday{Date: on(date), Name: name, Actual: on(date)}
	}
	in := func(zone string, off ...calendar.Holiday) *calendar.Calendar {
		return makeCalendar(t, calendar.Config{Zone: zone, Week: nineToFive(), Holidays: off})
	}
	fair, party := holiday("2026-05-06", "fair"), holiday("2026-05-06", "party")
	both := get(calendar.Union(in("UTC", fair), in("UTC", fair, party)))
	// The freeze has two windows and makes one part.
	halves := []calendar.Window{{Open: hm(8, 0), Close: hm(12, 30)}, {Open: hm(12, 45), Close: hm(18, 0)}}
	lunch := makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Daily(hm(12, 0), hm(13, 0))})
	frozen := get(calendar.Difference(get(calendar.Difference(both, lunch)), get(in("UTC").WithSpecial(on("2026-05-07"), halves...))))
	for date, want := range map[string]calendar.Day{
		"2026-05-06": {Date: on("2026-05-06"), Holidays: []calendar.Holiday{fair, party}, Parts: []calendar.Day{
			{Date: on("2026-05-06"), Holidays: []calendar.Holiday{fair}}, {Date: on("2026-05-06"), Holidays: []calendar.Holiday{fair, party}}}},
		"2026-05-07": {Date: on("2026-05-07"), Special: true, Parts: []calendar.Day{{Date: on("2026-05-07"), Special: true}}},
		"2026-05-09": {Date: on("2026-05-09")},
	} {
		got, err := frozen.Day(on(date))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b calendar.Date) bool { return a == b })); diff != "" {
			t.Errorf("%s (-want +got):\n%s", date, diff)
		}
	}
}

// TestDayOfCombination_Zones: of a part in another zone those dates count whose hours
// by the week would open on the date. Denver's Friday, 09:00, is Saturday, 00:00 in
// Kuala Lumpur in winter, and Friday, 23:00 in summer.
func TestDayOfCombination_Zones(t *testing.T) {
	get := must[*calendar.Calendar](t)
	in := func(zone string, week calendar.Week, off ...string) *calendar.Calendar {
		cfg := calendar.Config{Zone: zone, Week: week}
		for _, date := range off {
			cfg.Holidays = append(cfg.Holidays, calendar.Holiday{Date: on(date), Name: "Denver " + date})
		}
		return makeCalendar(t, cfg)
	}
	// Fridays: 18 and 25 December 2026, and 8 May and 15 May.
	kl := in("Asia/Kuala_Lumpur", nineToFive())
	denver := in("America/Denver", nineToFive(), "2026-05-15", "2026-05-20", "2026-12-24", "2026-12-25", "2026-12-26")
	both := get(calendar.Union(kl, denver))
	same := get(calendar.Union(in("Asia/Kuala_Lumpur", calendar.Week{}), denver)) // only Denver's hours
	apia := makeCalendar(t, calendar.Config{Zone: "Pacific/Apia", Week: nineToFive()})
	samoa := get(calendar.Union(in("UTC", calendar.Week{}), apia))
	for _, row := range []struct {
		name       string
		c          *calendar.Calendar
		date, want string
		part       string // the date of the part
	}{
		{"winter", both, "2026-12-19", "", ""}, // from 00:00
		{"winter, a holiday on the Friday", both, "2026-12-26", "Denver 2026-12-25", "2026-12-25"},
		{"winter, a holiday without hours", both, "2026-12-27", "weekend", ""},
		{"summer", both, "2026-05-09", "weekend", ""},
		{"summer, a holiday on the Friday", both, "2026-05-16", "weekend", ""},
		{"summer, Denver alone", same, "2026-05-15", "Denver 2026-05-15", "2026-05-15"},
		{"summer, Denver alone, on Wednesday", same, "2026-05-20", "Denver 2026-05-20", "2026-05-20"},
		{"winter, Denver alone, on Thursday", same, "2026-12-24", "", ""},
		{"winter, Denver alone, on Friday", same, "2026-12-25", "Denver 2026-12-24", "2026-12-24"},
		{"winter, Denver alone, on Saturday", same, "2026-12-26", "Denver 2026-12-25", "2026-12-25"},
		{"winter, Denver alone, on Monday", same, "2026-12-28", "closed on Mondays", ""},
		// Apia was at UTC−10:00, and its hours began at 19:00 of UTC. It had no Friday, 30
		// December 2011, and went on at UTC+14:00 with a weekend.
		{"no such date", samoa, "2011-12-29", "", ""},
		{"no such date", samoa, "2011-12-30", "no such date", "2011-12-30"},
		{"no such date", samoa, "2011-12-31", "weekend", ""},
	} {
		day, err := row.c.Day(on(row.date))
		if err != nil {
			t.Fatal(err)
		}
		part := ""
		for _, p := range day.Parts {
			part += p.Date.String()
		}
		if day.Gap || day.Skipped {
			t.Errorf("%s, %s: %+v", row.name, row.date, day)
		}
		if diff := cmp.Diff([]string{row.want, row.part}, []string{day.Reason(), part}); diff != "" {
			t.Errorf("%s, %s (-want +got):\n%s", row.name, row.date, diff)
		}
	}
}
