package calendar

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// kindCalendars are a few calendars and what can be made of them.
func kindCalendars(t testing.TB) map[string]*Calendar {
	is := func(c *Calendar, err error) *Calendar {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	week := Weekdays(9*time.Hour, 17*time.Hour)
	office := is(New(Config{Zone: "Europe/Berlin", Week: week, Region: Region{Code: "DE-BY"}}))
	late := is(New(Config{Zone: "Europe/Berlin", Week: Weekdays(14*time.Hour, 26*time.Hour), Region: Region{Code: "DE"}}))
	denver := is(New(Config{Zone: "America/Denver", Week: week, Region: Region{Code: "US"}}))
	tokyo := is(New(Config{Zone: "Asia/Tokyo", Week: week, Holidays: DaysOff(fromCivil(2026, time.May, 4))}))
	sunday := is(New(Config{Zone: "Europe/Berlin", Week: Hours(2*time.Hour, 30*time.Hour, time.Sunday, time.Wednesday)}))
	freeze := is(New(Config{Zone: "America/Denver", Special: map[Date][]Window{fromCivil(2026, time.December, 31): {{10 * time.Hour, 34 * time.Hour}}}}))
	hubs := is(Union(office, denver, tokyo))
	return map[string]*Calendar{
		"round the clock": is(New(Config{Zone: "Europe/Berlin", Week: Daily(0, 24*time.Hour)})),
		"office":          office,
		"union":           is(Union(office, late)),
		"hubs":            hubs,
		"intersection":    is(Intersection(office, denver)),
		"difference":      is(Difference(hubs, sunday)),
		"freeze":          is(Difference(office, freeze)),
		"nested":          is(Union(denver, is(Difference(hubs, is(Difference(sunday, late)))))),
	}
}

// TestFingerprintOfParts: the fingerprints of combinations through all of time, as they
// were when each year of theirs was hashed by itself. They are told in answers, and must
// stay what they are.
func TestFingerprintOfParts(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	of := kindCalendars(t)
	for name, want := range map[string]string{
		"office":       "431ea1c9530db2c41f39e6e061cab844",
		"union":        "c6254f827431ab1e73dfe91c555ba0b1",
		"hubs":         "d1bbae9f3834670299a675050d6cfa73",
		"intersection": "ab436432df8a141ff418262232052df7",
		"difference":   "0198d08f2287a4d23d14b292b071fefe",
		"freeze":       "274295d9155e5c3428b036b8b4ce9fae",
		"nested":       "20440208f056ed152a74b97db9e1343a",
	} {
		if got := of[name].Fingerprint(); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestKindsOfParts: Easter falls on 35 dates, in years with and without a leap day. The
// years of combinations have few kinds more, so that few years of theirs are hashed.
func TestKindsOfParts(t *testing.T) {
	for name, c := range kindCalendars(t) {
		kinds, seen := newYearKinds(c.schedule), map[yearKind]bool{}
		for year := 2100; year < 9000; year++ {
			january := fromCivil(year, time.January, 1).n
			kind, ok := kinds.of(january, january+daysInYear(year))
			if !ok {
				t.Fatalf("%s: the year %d is of no kind", name, year)
			}
			seen[kind] = true
		}
		if len(seen) > 200 {
			t.Errorf("%s: the years 2100 to 8999 are of %d kinds", name, len(seen))
		}
	}
}

// TestPropFingerprintOfEachYearOfParts is TestPropFingerprintOfEachYear of combinations.
func TestPropFingerprintOfEachYearOfParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var configs []Config
		c := kindCombination(t, 3, &configs)
		if alike, each := fingerprint(c, true), fingerprint(c, false); alike != each {
			t.Errorf("%v of %+v:\n%s with years alike, %s with each by itself", c, configs, alike, each)
		}
	})
}

// kindCombination draws a combination of a depth, and notes the Configs in it. They know
// the holidays of a few decades.
func kindCombination(t *rapid.T, depth int, configs *[]Config) *Calendar {
	if depth == 0 || depth < 3 && rapid.Bool().Draw(t, "plain") {
		cfg := kindConfig(t, 2000, 2010)
		cfg.HolidaysFrom, cfg.HolidaysThrough = fromCivil(rapid.IntRange(1980, 1990).Draw(t, "from"), time.January, 1), fromCivil(2030, time.June, 30)
		c, err := New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		*configs = append(*configs, cfg)
		return c
	}
	a, b := kindCombination(t, depth-1, configs), kindCombination(t, depth-1, configs)
	var c *Calendar
	var err error
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 0:
		c, err = Union(a, b)
	case 1:
		c, err = Intersection(a, b)
	default:
		c, err = Difference(a, b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}
