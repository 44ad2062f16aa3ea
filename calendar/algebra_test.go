package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// hubs returns the calendars of three offices, 09:00 to 17:00 each.
func hubs(t testing.TB) (berlin, kl, denver *calendar.Calendar) {
	t.Helper()
	in := func(zone string) *calendar.Calendar {
		return makeCalendar(t, calendar.Config{Zone: zone, Week: nineToFive()})
	}
	return in("Europe/Berlin"), in("Asia/Kuala_Lumpur"), in("America/Denver")
}

// TestUnionFollowsTheSun: three offices cover most of a working day, with the
// differences between them moving twice a year on different dates.
func TestUnionFollowsTheSun(t *testing.T) {
	berlin, kl, denver := hubs(t)
	c := must[*calendar.Calendar](t)(calendar.Union(berlin, kl, denver))
	askAll(t, c, []question{
		// Winter: 02:00 to 10:00, 09:00 to 17:00, 17:00 to 01:00 in Berlin.
		{"is_open", "2026-03-02T01:59:59+01:00", "", "false"},
		{"is_open", "2026-03-02T02:00:00+01:00", "", "true"},
		{"is_open", "2026-03-02T17:00:00+01:00", "", "true"},
		{"is_open", "2026-03-03T00:59:59+01:00", "", "true"},
		{"is_open", "2026-03-03T01:00:00+01:00", "", "false"},
		{"add", "2026-03-02T08:00:00+01:00", "24h", "2026-03-03T09:00:00+01:00"}, // an hour's gap
		{"sub", "2026-03-03T09:00:00+01:00", "24h", "2026-03-02T08:00:00+01:00"},
		{"between", "2026-03-02T00:00:00+01:00", "2026-03-09T00:00:00+01:00", "115h0m0s"},
		// From 8 March in Denver, from 29 March in Berlin too.
		{"between", "2026-03-09T00:00:00+01:00", "2026-03-16T00:00:00+01:00", "110h0m0s"}, // 02:00 to 24:00
		{"between", "2026-03-30T00:00:00+02:00", "2026-04-06T00:00:00+02:00", "110h0m0s"}, // 03:00 to 01:00
		{"prev_close", "2026-03-14T12:00:00+01:00", "", "2026-03-14T00:00:00+01:00"},
		{"prev_close", "2026-04-04T12:00:00+02:00", "", "2026-04-04T01:00:00+02:00"},
		// The day of a window is that on which it opens in Berlin.
		{"close_of_business", "2026-03-02T12:00:00+01:00", "1", "2026-03-04T01:00:00+01:00"},
		{"close_of_business", "2026-03-06T12:00:00+01:00", "1", "2026-03-10T00:00:00+01:00"},
		{"same_time", "2026-03-06T12:00:00+01:00", "1", "2026-03-09T12:00:00+01:00"},
		{"working_time", "2026-03-06T12:00:00+01:00", "1", "ErrRegularDay"},
	})
	// In Kuala Lumpur's zone Denver's Friday is Saturday morning, from 00:00 in
	// winter, and Friday night, from 23:00, in summer.
	inKL := must[*calendar.Calendar](t)(calendar.Union(kl, denver, berlin))
	if inKL.Location().String() != "Asia/Kuala_Lumpur" {
		t.Errorf("the zone is %v", inKL.Location())
	}
	askAll(t, inKL, []question{
		{"close_of_business", "2026-03-06T12:00:00+08:00", "1", "2026-03-07T08:00:00+08:00"},
		{"same_time", "2026-03-06T12:00:00+08:00", "1", "2026-03-07T12:00:00+08:00"},
		{"same_time", "2026-03-13T12:00:00+08:00", "1", "2026-03-16T12:00:00+08:00"},
		{"close_of_business", "2026-03-12T12:00:00+08:00", "1", "2026-03-14T07:00:00+08:00"},
		{"between", "2026-03-02T00:00:00+01:00", "2026-03-09T00:00:00+01:00", "115h0m0s"}, // the same working time
	})
}

// TestIntersectionAcrossZones: the hours that two offices share.
func TestIntersectionAcrossZones(t *testing.T) {
	berlin, kl, denver := hubs(t)
	get := must[*calendar.Calendar](t)
	askAll(t, get(calendar.Intersection(berlin, kl)), []question{
		{"first_window", "2026-03-02T00:00:00+01:00", "", "2026-03-02T09:00:00+01:00/2026-03-02T10:00:00+01:00"},
		{"first_window", "2026-03-30T00:00:00+02:00", "", "2026-03-30T09:00:00+02:00/2026-03-30T11:00:00+02:00"},
		{"close_of_business", "2026-03-02T12:00:00+01:00", "1", "2026-03-03T10:00:00+01:00"},
		{"add", "2026-03-02T00:00:00+01:00", "2h", "2026-03-03T10:00:00+01:00"},
		{"between", "2026-03-01T00:00:00+01:00", "2026-04-01T00:00:00+02:00", "24h0m0s"}, // 20 days of 1 h, 2 of 2 h
	})
	askAll(t, get(calendar.Intersection(berlin, denver)), []question{ // only while the two differ by 7 h
		{"next_open", "2026-01-01T00:00:00+01:00", "", "2026-03-09T16:00:00+01:00"},
		{"next_open", "2026-03-27T17:00:00+01:00", "", "2026-10-26T16:00:00+01:00"},
		{"between", "2026-01-01T00:00:00+01:00", "2026-07-01T00:00:00+02:00", "15h0m0s"},
		{"same_time", "2026-03-27T12:00:00+01:00", "1", "2026-10-26T12:00:00+01:00"},
	})
	askAll(t, get(calendar.Intersection(berlin, kl, denver)), []question{
		{"between", "2026-01-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00", "0s"},
	})
	// A window opens on the date on which the last of them opens: on that of the
	// night where the other one is open all the time, but where that opens anew
	// at midnight, the rest of the night is the next date's.
	nights := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: night()})
	askAll(t, get(calendar.Intersection(nights, zoned(t, "Europe/Berlin", win(20, 32)))), []question{
		{"first_window", "2026-03-06T12:00:00+01:00", "", "2026-03-06T22:00:00+01:00/2026-03-07T06:00:00+01:00"},
		{"close_of_business", "2026-03-05T12:00:00+01:00", "1", "2026-03-07T06:00:00+01:00"},
		{"close_of_business", "2026-03-06T12:00:00+01:00", "1", "2026-03-10T06:00:00+01:00"},
	})
	clock := zoned(t, "Europe/Berlin", win(0, 24))
	for _, c := range []*calendar.Calendar{get(calendar.Intersection(nights, clock)), get(calendar.Intersection(clock, nights))} {
		askAll(t, c, []question{
			{"close_of_business", "2026-03-05T12:00:00+01:00", "1", "2026-03-07T00:00:00+01:00"},
			{"close_of_business", "2026-03-06T12:00:00+01:00", "1", "2026-03-07T06:00:00+01:00"},
			{"between", "2026-03-06T12:00:00+01:00", "2026-03-07T12:00:00+01:00", "8h0m0s"},
		})
	}
}

// TestDifferenceFreeze: hours without a freeze and a weekly maintenance.
func TestDifferenceFreeze(t *testing.T) {
	get := must[*calendar.Calendar](t)
	hours := berlin(t, nineToFive())
	freeze := makeCalendar(t, calendar.Config{Zone: "UTC", Special: map[calendar.Date][]calendar.Window{ // in its own zone
		on("2026-12-24"): {win(11, 24)}, on("2026-12-25"): {win(0, 24)}, on("2026-12-26"): {win(0, 48)},
	}})
	askAll(t, get(calendar.Difference(hours, freeze)), []question{
		{"first_window", "2026-12-24T00:00:00+01:00", "", "2026-12-24T09:00:00+01:00/2026-12-24T12:00:00+01:00"},
		{"next_open", "2026-12-24T12:00:00+01:00", "", "2026-12-28T09:00:00+01:00"},
		{"add", "2026-12-24T11:00:00+01:00", "2h", "2026-12-28T10:00:00+01:00"},
		{"close_of_business", "2026-12-23T12:00:00+01:00", "1", "2026-12-24T12:00:00+01:00"},
		{"close_of_business", "2026-12-23T12:00:00+01:00", "2", "2026-12-28T17:00:00+01:00"},
		{"between", "2026-12-21T00:00:00+01:00", "2026-12-28T00:00:00+01:00", "27h0m0s"},
	})
	maintenance := berlin(t, calendar.Week{time.Tuesday: {win(11, 12)}, time.Thursday: {win(16, 20)}, time.Friday: {win(0, 24)}})
	askAll(t, get(calendar.Difference(hours, maintenance)), []question{
		{"add", "2026-03-03T10:00:00+01:00", "3h", "2026-03-03T14:00:00+01:00"},
		{"is_open", "2026-03-03T11:00:00+01:00", "", "false"},
		{"is_open", "2026-03-03T12:00:00+01:00", "", "true"},
		{"prev_close", "2026-03-03T11:30:00+01:00", "", "2026-03-03T11:00:00+01:00"},
		{"next_open", "2026-03-03T11:30:00+01:00", "", "2026-03-03T12:00:00+01:00"},
		{"close_of_business", "2026-03-04T12:00:00+01:00", "1", "2026-03-05T16:00:00+01:00"},
		{"close_of_business", "2026-03-04T12:00:00+01:00", "2", "2026-03-09T17:00:00+01:00"}, // no Friday is left
		{"between", "2026-03-02T00:00:00+01:00", "2026-03-09T00:00:00+01:00", "30h0m0s"},
	})
	// What is left of a night after a gap belongs to the date on which the gap
	// ends: Friday's night makes Saturday a business day.
	rest := get(calendar.Difference(berlin(t, night()), berlin(t, calendar.Daily(hm(23, 0), hm(25, 0)))))
	askAll(t, rest, []question{
		{"first_window", "2026-03-06T12:00:00+01:00", "", "2026-03-06T22:00:00+01:00/2026-03-06T23:00:00+01:00"},
		{"close_of_business", "2026-03-05T12:00:00+01:00", "1", "2026-03-06T23:00:00+01:00"},
		{"close_of_business", "2026-03-06T12:00:00+01:00", "1", "2026-03-07T06:00:00+01:00"},
		{"between", "2026-03-06T12:00:00+01:00", "2026-03-09T12:00:00+01:00", "6h0m0s"},
	})
}

// TestUnionOfShifts: two shifts that touch are one day, two that overlap count
// once.
func TestUnionOfShifts(t *testing.T) {
	get := must[*calendar.Calendar](t)
	shift := func(open, close int) *calendar.Calendar { // of a year whose fingerprint is quick to take
		return makeCalendar(t, year2026(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(hm(open, 0), hm(close, 0))}))
	}
	early, late, whole := shift(6, 14), shift(14, 22), shift(6, 22)
	both := get(calendar.Union(early, late))
	askAll(t, both, []question{
		{"add", "2026-03-02T06:00:00+01:00", "16h", "2026-03-02T22:00:00+01:00"},
		{"is_open", "2026-03-02T14:00:00+01:00", "", "true"},
		{"prev_close", "2026-03-02T14:00:00+01:00", "", "2026-03-02T14:00:00+01:00"},
		{"close_of_business", "2026-03-02T12:00:00+01:00", "1", "2026-03-03T22:00:00+01:00"},
	})
	overlap := get(calendar.Union(shift(6, 15), late))
	same := get(calendar.Union(whole, whole))
	for name, c := range map[string]*calendar.Calendar{
		"touching": both, "the other way round": get(calendar.Union(late, early)), "overlapping": overlap,
		"intersection with itself": get(calendar.Intersection(whole, whole)),
		"less nothing":             get(calendar.Difference(whole, berlin(t, calendar.Week{}))),
		"less the night":           get(calendar.Difference(whole, berlin(t, night()))),
		"less, and again":          get(calendar.Union(get(calendar.Difference(whole, late)), late)),
	} {
		if c.Fingerprint() != same.Fingerprint() {
			t.Errorf("%s: other working time", name)
		}
	}
	alone := get(calendar.Union(whole))
	if alone != whole {
		t.Error("the union of one is another")
	}
	askAll(t, alone, []question{{"working_time", "2026-03-02T06:00:00+01:00", "1", "2026-03-02T22:00:00+01:00"}})
}

// TestG9_AlgebraOutOfCoverage: a holiday that one calendar does not know matters
// only where no other one settles the question. Berlin knows all; Kuala Lumpur,
// 02:00 to 10:00 there, does not know 2027. 1 January 2027 is a Friday.
func TestG9_AlgebraOutOfCoverage(t *testing.T) {
	get := must[*calendar.Calendar](t)
	berlin, _, _ := hubs(t)
	kl := makeCalendar(t, calendar.Config{Zone: "Asia/Kuala_Lumpur", Week: nineToFive(), HolidaysThrough: on("2026-12-31")})
	askAll(t, get(calendar.Union(berlin, kl)), []question{
		{"is_open", "2027-01-01T05:00:00+01:00", "", "ErrCoverage"},
		{"is_open", "2027-01-01T09:00:00+01:00", "", "true"},
		{"is_open", "2027-01-01T18:00:00+01:00", "", "false"},
		{"next_open", "2026-12-31T18:00:00+01:00", "", "ErrCoverage"},
		{"next_open", "2027-01-01T12:00:00+01:00", "", "2027-01-01T12:00:00+01:00"},
		{"between", "2027-01-01T09:00:00+01:00", "2027-01-02T00:00:00+01:00", "8h0m0s"},
		{"between", "2027-01-01T08:59:59+01:00", "2027-01-02T00:00:00+01:00", "ErrCoverage"},
		{"prev_close", "2027-01-01T09:30:00+01:00", "", "2027-01-01T09:30:00+01:00"},
		{"close_of_business", "2026-12-31T12:00:00+01:00", "1", "2027-01-01T17:00:00+01:00"}, // whatever Kuala Lumpur does
		{"same_time", "2026-12-31T12:00:00+01:00", "1", "2027-01-01T12:00:00+01:00"},
		{"add", "2026-12-31T16:00:00+01:00", "2h", "ErrCoverage"},
	})
	askAll(t, get(calendar.Union(kl, berlin)), []question{
		{"is_open", "2027-01-01T17:00:00+08:00", "", "true"}, // 10:00 in Berlin
		{"is_open", "2027-01-01T15:00:00+08:00", "", "ErrCoverage"},
	})
	askAll(t, get(calendar.Intersection(berlin, kl)), []question{
		{"is_open", "2027-01-01T09:30:00+01:00", "", "ErrCoverage"},
		{"is_open", "2027-01-01T12:00:00+01:00", "", "false"},
		{"is_open", "2027-01-01T05:00:00+01:00", "", "false"},
		{"next_open", "2026-12-31T10:00:00+01:00", "", "ErrCoverage"},
		{"close_of_business", "2026-12-31T12:00:00+01:00", "1", "ErrCoverage"},
		{"close_of_business", "2026-12-30T12:00:00+01:00", "1", "2026-12-31T10:00:00+01:00"},
	})
	askAll(t, get(calendar.Difference(berlin, kl)), []question{
		{"is_open", "2027-01-01T09:30:00+01:00", "", "ErrCoverage"},
		{"is_open", "2027-01-01T12:00:00+01:00", "", "true"},
		{"next_open", "2026-12-31T17:00:00+01:00", "", "ErrCoverage"}, // 09:00 or 10:00
		{"close_of_business", "2026-12-31T12:00:00+01:00", "1", "2027-01-01T17:00:00+01:00"},
	})
	askAll(t, get(calendar.Difference(kl, berlin)), []question{
		{"is_open", "2027-01-01T12:00:00+08:00", "", "ErrCoverage"},
		{"is_open", "2027-01-01T16:30:00+08:00", "", "false"}, // Berlin has opened for certain
	})
	// Denver, 17:00 to 01:00 in Berlin, does not know 2027 either: a business day
	// it is for certain, but not when it ends.
	denver := makeCalendar(t, calendar.Config{Zone: "America/Denver", Week: nineToFive(), HolidaysThrough: on("2026-12-31")})
	askAll(t, get(calendar.Union(berlin, denver)), []question{
		{"same_time", "2026-12-31T12:00:00+01:00", "1", "2027-01-01T12:00:00+01:00"},
		{"close_of_business", "2026-12-31T12:00:00+01:00", "1", "ErrCoverage"},
		{"close_of_business", "2026-12-30T12:00:00+01:00", "1", "2027-01-01T01:00:00+01:00"},
		{"close_of_business", "2027-01-04T12:00:00+01:00", "-1", "ErrCoverage"},
		{"same_time", "2027-01-04T12:00:00+01:00", "-1", "2027-01-01T12:00:00+01:00"},
	})
	_, err := get(calendar.Union(berlin, kl)).IsOpen(when("2027-01-01T05:00:00+01:00"))
	if want := "holidays are known through 2026-12-31 only"; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestAlgebraErrors(t *testing.T) {
	c := berlin(t, nineToFive())
	var busy []calendar.Window
	for i := range 1440 {
		busy = append(busy, calendar.Window{Open: time.Duration(i) * time.Minute, Close: time.Duration(i)*time.Minute + 30*time.Second})
	}
	many := zoned(t, "UTC", busy...)
	crowd := make([]*calendar.Calendar, 11)
	for i := range crowd {
		crowd[i] = many
	}
	if _, err := calendar.Union(many, crowd[:10]...); err != nil { // 15,840 windows a day
		t.Error(err)
	}
	for want, combine := range map[string]func() (*calendar.Calendar, error){
		"calendar: union: calendar 1 is nil or was not made with New":        func() (*calendar.Calendar, error) { return calendar.Union(nil) },
		"calendar: union: calendar 3 is nil or was not made with New":        func() (*calendar.Calendar, error) { return calendar.Union(c, c, nil) },
		"calendar: intersection: calendar 2 is nil or was not made with New": func() (*calendar.Calendar, error) { return calendar.Intersection(c, &calendar.Calendar{}) },
		"calendar: difference: calendar 1 is nil or was not made with New":   func() (*calendar.Calendar, error) { return calendar.Difference(nil, c) },
		"calendar: difference: calendar 2 is nil or was not made with New":   func() (*calendar.Calendar, error) { return calendar.Difference(c, nil) },
		"calendar: union: too many windows a day":                            func() (*calendar.Calendar, error) { return calendar.Union(many, crowd...) },
	} {
		if got, err := combine(); !errors.Is(err, calendar.ErrConfig) || err.Error() != want || got != nil {
			t.Errorf("%v, %v; want %s", got, err, want)
		}
	}
}

// TestAlgebraOfAlgebra: combinations are calendars like any other.
func TestAlgebraOfAlgebra(t *testing.T) {
	get := must[*calendar.Calendar](t)
	berlin, kl, denver := hubs(t)
	sun := get(calendar.Union(berlin, kl, denver))
	lunch := zoned(t, "Europe/Berlin", win(12, 13))
	c := get(calendar.Difference(get(calendar.Intersection(sun, zoned(t, "Europe/Berlin", win(8, 20)))), lunch))
	askAll(t, c, []question{
		{"between", "2026-03-02T00:00:00+01:00", "2026-03-03T00:00:00+01:00", "11h0m0s"},
		{"add", "2026-03-02T11:00:00+01:00", "2h", "2026-03-02T14:00:00+01:00"},
		{"prev_close", "2026-03-03T08:00:00+01:00", "", "2026-03-02T20:00:00+01:00"},
		{"close_of_business", "2026-03-06T12:00:00+01:00", "1", "2026-03-09T20:00:00+01:00"},
	})
	// A without B is A within what B leaves of the clock.
	clock := zoned(t, "Europe/Berlin", win(0, 24))
	office := makeCalendar(t, year2026(calendar.Config{Zone: "Europe/Berlin", Week: nineToFive()}))
	left := get(calendar.Difference(office, lunch))
	right := get(calendar.Intersection(office, get(calendar.Difference(clock, lunch))))
	if left.Fingerprint() != right.Fingerprint() {
		t.Error("A without B is not A within the complement of B")
	}
}

// TestUnionOfMany has a thousand people, each of whom is there for a minute of the day,
// given at once, one after the other, and as an intersection of what each leaves open:
// the work grows with their number, not with its power.
func TestUnionOfMany(t *testing.T) {
	const n = 1000
	minute := func(i int) (opens, closes time.Duration) {
		return time.Duration(i) * time.Minute, time.Duration(i+1) * time.Minute
	}
	var there, away []*calendar.Calendar
	for i := range n {
		opens, closes := minute(i)
		there = append(there, makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Daily(opens, closes)}))
		away = append(away, makeCalendar(t, calendar.Config{Zone: "UTC", Week: calendar.Daily(closes, 24*time.Hour)}))
	}
	chain := there[0]
	for _, c := range there[1:] {
		chain = must[*calendar.Calendar](t)(calendar.Union(chain, c))
	}
	all := must[*calendar.Calendar](t)(calendar.Union(there[0], there[1:]...))
	nobody := must[*calendar.Calendar](t)(calendar.Intersection(away[0], away[1:]...))
	from := time.Date(2026, time.March, 2, 23, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		name string
		c    *calendar.Calendar
		want time.Time
	}{
		{"all at once", all, time.Date(2026, time.March, 3, 16, 40, 0, 0, time.UTC)}, // 1,000 minutes from midnight
		{"one after the other", chain, time.Date(2026, time.March, 3, 16, 40, 0, 0, time.UTC)},
		{"nobody", nobody, time.Date(2026, time.March, 5, 17, 40, 0, 0, time.UTC)}, // an hour, twice 440 minutes, and 60 from 16:40
	} {
		if got, err := row.c.Add(from, n*time.Minute); err != nil || !got.Equal(row.want) {
			t.Errorf("%s: %v, %v; want %v", row.name, got, err, row.want)
		}
	}
}

// TestUnionWithNothing: a calendar that is never open adds nothing, wherever it stands.
func TestUnionWithNothing(t *testing.T) {
	office := makeCalendar(t, calendar.Config{Zone: "UTC", Week: nineToFive()})
	never := makeCalendar(t, calendar.Config{Zone: "UTC"})
	at := time.Date(2026, time.March, 2, 8, 0, 0, 0, time.UTC)
	for name, all := range map[string][]*calendar.Calendar{"first": {never, office}, "last": {office, never}, "around": {never, office, never}} {
		c := must[*calendar.Calendar](t)(calendar.Union(all[0], all[1:]...))
		if got, err := c.Add(at, time.Hour); err != nil || !got.Equal(at.Add(2*time.Hour)) {
			t.Errorf("%s: %v, %v; want 10:00", name, got, err)
		}
		if got, err := c.Add(at, 40_000*time.Hour); err != nil || !got.Equal(at.AddDate(0, 0, 999*7+4).Add(9*time.Hour)) {
			t.Errorf("%s: a thousand weeks: %v, %v; want the Friday of the last", name, got, err)
		}
		if got, err := c.Sub(at, time.Hour); err != nil || !got.Equal(at.Add(-64*time.Hour)) {
			t.Errorf("%s: back: %v, %v; want Friday 16:00", name, got, err)
		}
	}
	if _, err := must[*calendar.Calendar](t)(calendar.Union(never, never)).Add(at, time.Hour); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("nothing and nothing: %v", err)
	}
}
