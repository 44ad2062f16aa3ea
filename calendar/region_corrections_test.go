package calendar

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestRegionSomeDays checks single days of regions, most of them days that the
// source of the rules has wrong.
func TestRegionSomeDays(t *testing.T) {
	for _, test := range []struct {
		region string
		year   int
		name   string // a part of it
		want   string
	}{
		{"AR", 2026, "Viernes Santo", "2026-04-03"},
		{"AU-NSW", 2022, "Birthday", "2022-06-13 Queen's"},
		{"AU-NSW", 2023, "Birthday", "2023-06-12 King's"},
		{"AU-WA", 2021, "Birthday", "2021-09-27 Queen's"},
		{"AU-WA", 2022, "Birthday", "2022-09-26 King's"},
		{"AU-WA", 2024, "Birthday", "2024-09-23 King's"},
		{"AU-VIC", 2020, "AFL", "2020-10-23"},
		{"AU-VIC", 2026, "AFL", "2026-09-25"},
		{"BG", 2016, "Ден на труда", "2016-05-03 for 2016-05-01"},
		{"BG", 2021, "Ден на труда", "2021-05-04 for 2021-05-01"},
		{"BG", 2022, "Ден на труда", "2022-05-02 for 2022-05-01"},
		{"BG", 2024, "Ден на труда", "2024-05-01"},
		{"BG", 2027, "Велики петък", "2027-04-30"},
		{"BR", 2023, "Consciência", ""},
		{"BR", 2024, "Consciência", "2024-11-20"},
		{"CH-GE", 2026, "genevois", "2026-09-10"},
		{"CH-GE", 2026, "Fronleichnam", ""},
		{"CH-VD", 2026, "fédéral", "2026-09-21"},
		{"CY", 2026, "Μεγάλη Παρασκευή", "2026-04-10"},
		{"CY", 2026, "Δευτέρα του Πάσχα", "2026-04-13"},
		{"CY", 2100, "Δευτέρα του Πάσχα", "2100-05-03"},
		{"CZ", 2015, "Velký pátek", ""},
		{"CZ", 2016, "Velký pátek", "2016-03-25"},
		{"DE-BE", 2018, "Frauentag", ""},
		{"DE-BE", 2019, "Frauentag", "2019-03-08"},
		{"DE-BE", 2020, "Befreiung", "2020-05-08"},
		{"DE-BE", 2025, "Befreiung", "2025-05-08"},
		{"DE-BE", 2027, "Volksaufstand", ""},
		{"DE-BE", 2028, "Volksaufstand", "2028-06-17"},
		{"DE-BE", 2029, "Volksaufstand", ""},
		{"DE-BB", 2028, "Volksaufstand", ""},
		{"DE-BB", 2026, "sonntag", "2026-04-05 2026-05-24"},
		{"DE-HH", 2016, "Reformationstag", ""},
		{"DE-HH", 2017, "Reformationstag", "2017-10-31"},
		{"DE-HH", 2018, "Reformationstag", "2018-10-31"},
		{"DE-MV", 2022, "Frauentag", ""},
		{"DE-MV", 2023, "Frauentag", "2023-03-08"},
		{"DE-SN", 2016, "Reformationstag", "2016-10-31"},
		{"DE-SN", 2017, "Reformationstag", "2017-10-31"},
		{"DE-SN", 2026, "Bettag", "2026-11-18"},
		{"DE-TH", 2018, "Weltkindertag", ""},
		{"DE-TH", 2019, "Weltkindertag", "2019-09-20"},
		{"FI", 2026, "Jouluaatto", ""},
		{"FI", 2026, "Juhannuspäivä", "2026-06-20"},
		{"GB", 1995, "Early May", "1995-05-08"},
		{"GB", 1996, "Early May", "1996-05-06"},
		{"GB", 1999, "Millennium", "1999-12-31"},
		{"GB", 2002, "Jubilee", "2002-06-03"},
		{"GB", 2002, "Spring", "2002-06-04"},
		{"GB", 2011, "Wedding", "2011-04-29"},
		{"GB", 2016, "Christmas", "2016-12-27 for 2016-12-25"},
		{"GB", 2016, "Boxing", "2016-12-26"},
		{"GB", 2023, "Coronation", "2023-05-08"},
		{"GR", 2026, "Πρωτοχρονιά", "2026-01-01"},
		{"GR", 1899, "Δευτέρα του Πάσχα", "1899-05-01"},
		{"GR", 2024, "Δευτέρα του Πάσχα", "2024-05-06"},
		{"GR", 2200, "Δευτέρα του Πάσχα", "2200-04-07"},
		{"HR", 2019, "Dan državnosti", "2019-06-25"},
		{"HR", 2020, "Dan državnosti", "2020-05-30"},
		{"HU", 2016, "Nagypéntek", ""},
		{"IE", 2026, "Brigid", "2026-02-02"},
		{"IE", 2030, "Brigid", "2030-02-01"},
		{"IT", 2025, "Francesco", ""},
		{"IT", 2026, "Francesco", "2026-10-04"},
		{"JP", 2019, "Emperor's Birthday", ""},
		{"JP", 2021, "Mountain", "2021-08-09 for 2021-08-08"},
		{"JP", 2021, "Sports", "2021-07-23"},
		{"JP", 2024, "Equinox Day", "2024-03-20 2024-09-23 for 2024-09-22"},
		{"JP", 2026, "Equinox Day", "2026-03-20 2026-09-22 2026-09-23"},
		{"JP", 2032, "between", "2032-09-21"},
		{"JP", 2033, "between", ""},
		{"JP", 2037, "between", "2037-09-22"},
		{"KE", 2023, "Utamaduni", "2023-10-10"},
		{"KE", 2024, "10", ""},
		{"LU", 2018, "Europadag", ""},
		{"LU", 2026, "Europadag", "2026-05-09"},
		{"LU", 2026, "Nationalfeierdag", "2026-06-23"},
		{"MX", 2005, "Constitution", "2005-02-05"},
		{"MX", 2026, "Constitution", "2026-02-02"},
		{"MX", 2026, "Juárez", "2026-03-16"},
		{"MX", 2027, "Labour", "2027-05-01"},
		{"MX", 2018, "Inauguration", "2018-12-01"},
		{"MX", 2024, "Inauguration", "2024-10-01"},
		{"MX", 2029, "Inauguration", ""},
		{"MX", 2030, "Inauguration", "2030-10-01"},
		{"NL", 2013, "Konin", "2013-04-30"},
		{"NL", 2014, "Konin", "2014-04-26 for 2014-04-27"},
		{"NZ", 2012, "Waitangi", "2012-02-06"},
		{"NZ", 2011, "ANZAC", "2011-04-25"},
		{"NZ", 2010, "ANZAC", "2010-04-25"},
		{"NZ", 2021, "ANZAC", "2021-04-26 for 2021-04-25"},
		{"NZ", 2022, "Memorial", "2022-09-26"},
		{"NZ", 2022, "Birthday", "2022-06-06 Queen's"},
		{"NZ", 2026, "Birthday", "2026-06-01 King's"},
		{"NZ", 2021, "Matariki", ""},
		{"NZ", 2022, "Matariki", "2022-06-24"},
		{"NZ", 2024, "Matariki", "2024-06-28"},
		{"NZ", 2026, "Matariki", "2026-07-10"},
		{"NZ", 2041, "Matariki", "2041-07-19"},
		{"NZ", 2052, "Matariki", "2052-06-21"},
		{"PL", 2010, "Trzech", ""},
		{"PL", 2011, "Trzech", "2011-01-06"},
		{"PL", 2018, "Święto Narodowe", "2018-05-03 2018-11-12"},
		{"PT", 2012, "Deus", "2012-06-07"},
		{"PT", 2013, "Deus", ""},
		{"PT", 2016, "Deus", "2016-05-26"},
		{"RO", 2026, "Paște", "2026-04-12 2026-04-13"},
		{"SE", 2026, "afton", ""},
		{"SI", 2016, "novo leto", "2016-01-01"},
		{"SI", 2017, "novo leto", "2017-01-01 2017-01-02"},
		{"UA", 2016, "Різдво", "2016-01-07"},
		{"UA", 2023, "Різдво", "2023-01-09 for 2023-01-07 2023-12-25"},
		{"UA", 2024, "Різдво", "2024-12-25"},
		{"UA", 2022, "захисник", "2022-10-14"},
		{"UA", 2025, "захисник", "2025-10-01"},
		{"UA", 2025, "Державності", "2025-07-15"},
		{"US", 1985, "King", ""},
		{"US", 1986, "King", "1986-01-20"},
		{"US", 2020, "Juneteenth", ""},
		{"US-MD", 2010, "Election", "2010-11-02"},
		{"US-MD", 2016, "Election", "2016-11-08"},
		{"US-MD", 2022, "Election", "2022-11-08"},
		{"US-MD", 2023, "Election", ""},
		{"CA", 2026, "Victoria", "2026-05-18"},
		{"ZA", 2024, "Elections", "2024-05-29"},
	} {
		s, err := Region{Code: test.region}.source()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range s.appendYear(nil, test.year) {
			if !strings.Contains(h.Name, test.name) {
				continue
			}
			text := h.Date.String()
			if h.Actual != h.Date {
				text += " for " + h.Actual.String()
			}
			for _, monarch := range []string{" Queen's", " King's"} {
				if strings.HasPrefix(" "+h.Name, monarch) {
					text += monarch
				}
			}
			got = append(got, text)
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s, %d, %s (-want +got):\n%s", test.region, test.year, test.name, diff)
		}
	}
}

// TestEaster: the earliest and the latest Easter of the Gregorian calendar, and
// the two calendars on both sides of the centuries that part them.
func TestEaster(t *testing.T) {
	for _, want := range []string{"1818-03-22", "1943-04-25", "2008-03-23", "2026-04-05", "2038-04-25", "2285-03-22"} {
		if got := easter(regionDate(t, want).Year()).String(); got != want {
			t.Errorf("Easter: %s, want %s", got, want)
		}
	}
	for _, want := range []string{
		"1899-04-30", "1900-04-22", "2021-05-02", "2024-05-05", "2026-04-12", "2027-05-02", "2099-04-12", "2100-05-02", "2101-04-24",
		"2200-04-06", "2300-04-15",
	} {
		if got := orthodoxEaster(regionDate(t, want).Year()).String(); got != want {
			t.Errorf("Orthodox Easter: %s, want %s", got, want)
		}
	}
}

// TestRuleYearEnd: a holiday of the last year's end can have its day off in
// this year's list. No region has one, so the rule is the test's.
func TestRuleYearEnd(t *testing.T) {
	r := &rule{name: "New Year's Eve", month: time.December, day: 31, moves: [7]int8{time.Saturday: 2, time.Sunday: 1}}
	for _, test := range []struct {
		year int
		want []string
	}{
		{2021, []string{"2021-12-31 New Year's Eve"}},
		{2022, nil},
		{2023, []string{"2023-01-02 New Year's Eve for 2022-12-31"}},
		{2024, []string{"2024-01-01 New Year's Eve for 2023-12-31", "2024-12-31 New Year's Eve"}},
	} {
		if got := listed(r.appendYear(nil, test.year)); !slices.Equal(got, test.want) {
			t.Errorf("%d: %v, want %v", test.year, got, test.want)
		}
	}
}
