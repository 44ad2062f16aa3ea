package calendar

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRegionMalaysia(t *testing.T) {
	checkHolidays(t, Region{Code: "MY"}, 2022, `
		2022-02-01 Chinese New Year, first day
		2022-02-02 Chinese New Year, second day
		2022-05-01 Labour Day
		2022-05-02 Hari Raya Puasa, first day
		2022-05-03 Hari Raya Puasa, second day
		2022-05-15 Wesak Day
		2022-06-06 Birthday of the Yang di-Pertuan Agong
		2022-07-10 Hari Raya Haji
		2022-07-30 Awal Muharram
		2022-08-31 National Day
		2022-09-16 Malaysia Day
		2022-10-10 Birthday of the Prophet Muhammad
		2022-11-18 General election
		2022-11-19 General election
		2022-11-28 Special holiday after the general election
		2022-12-25 Christmas Day
	`)
	checkHolidays(t, Region{Code: "MY-10"}, 2022, `
		2022-01-01 New Year's Day
		2022-01-18 Thaipusam
		2022-02-01 Chinese New Year, first day
		2022-02-02 Chinese New Year, second day
		2022-04-19 Nuzul Al-Quran
		2022-05-02 Hari Raya Puasa, first day
		2022-05-03 Hari Raya Puasa, second day
		2022-05-04 Labour Day for 2022-05-01
		2022-05-16 Wesak Day for 2022-05-15
		2022-06-06 Birthday of the Yang di-Pertuan Agong
		2022-07-11 Hari Raya Haji for 2022-07-10
		2022-07-30 Awal Muharram
		2022-08-31 National Day
		2022-09-16 Malaysia Day
		2022-10-10 Birthday of the Prophet Muhammad
		2022-10-24 Deepavali
		2022-11-18 General election
		2022-11-19 General election
		2022-11-28 Special holiday after the general election
		2022-12-12 Birthday of the Sultan of Selangor for 2022-12-11
		2022-12-26 Christmas Day for 2022-12-25
	`)
	checkHolidays(t, Region{Code: "MY-14"}, 2022, `
		2022-01-01 New Year's Day
		2022-01-18 Thaipusam
		2022-02-01 Chinese New Year, first day
		2022-02-01 Federal Territory Day
		2022-02-02 Chinese New Year, second day
		2022-04-19 Nuzul Al-Quran
		2022-05-02 Hari Raya Puasa, first day
		2022-05-03 Hari Raya Puasa, second day
		2022-05-04 Labour Day for 2022-05-01
		2022-05-16 Wesak Day for 2022-05-15
		2022-06-06 Birthday of the Yang di-Pertuan Agong
		2022-07-11 Hari Raya Haji for 2022-07-10
		2022-07-30 Awal Muharram
		2022-08-31 National Day
		2022-09-16 Malaysia Day
		2022-10-10 Birthday of the Prophet Muhammad
		2022-10-24 Deepavali
		2022-11-18 General election
		2022-11-19 General election
		2022-11-28 Special holiday after the general election
		2022-12-26 Christmas Day for 2022-12-25
	`)
	checkHolidays(t, Region{Code: "MY"}, 2026, `
		2026-02-17 Chinese New Year, first day
		2026-02-18 Chinese New Year, second day
		2026-03-20 Hari Raya Puasa, additional day
		2026-03-21 Hari Raya Puasa, first day
		2026-03-22 Hari Raya Puasa, second day
		2026-05-01 Labour Day
		2026-05-27 Hari Raya Haji
		2026-05-31 Wesak Day
		2026-06-01 Birthday of the Yang di-Pertuan Agong
		2026-06-17 Awal Muharram
		2026-08-25 Birthday of the Prophet Muhammad
		2026-08-31 National Day
		2026-09-16 Malaysia Day
		2026-12-25 Christmas Day
	`)
	checkHolidays(t, Region{Code: "MY-10"}, 2026, `
		2026-01-01 New Year's Day
		2026-02-02 Thaipusam for 2026-02-01
		2026-02-17 Chinese New Year, first day
		2026-02-18 Chinese New Year, second day
		2026-03-07 Nuzul Al-Quran
		2026-03-20 Hari Raya Puasa, additional day
		2026-03-21 Hari Raya Puasa, first day
		2026-03-23 Hari Raya Puasa, second day for 2026-03-22
		2026-05-01 Labour Day
		2026-05-27 Hari Raya Haji
		2026-06-01 Birthday of the Yang di-Pertuan Agong
		2026-06-02 Wesak Day for 2026-05-31
		2026-06-17 Awal Muharram
		2026-08-25 Birthday of the Prophet Muhammad
		2026-08-31 National Day
		2026-09-16 Malaysia Day
		2026-11-09 Deepavali for 2026-11-08
		2026-12-11 Birthday of the Sultan of Selangor
		2026-12-25 Christmas Day
	`)
	checkHolidays(t, Region{Code: "MY-14"}, 2026, `
		2026-01-01 New Year's Day
		2026-02-02 Federal Territory Day for 2026-02-01
		2026-02-02 Thaipusam for 2026-02-01
		2026-02-17 Chinese New Year, first day
		2026-02-18 Chinese New Year, second day
		2026-03-07 Nuzul Al-Quran
		2026-03-20 Hari Raya Puasa, additional day
		2026-03-21 Hari Raya Puasa, first day
		2026-03-23 Hari Raya Puasa, second day for 2026-03-22
		2026-05-01 Labour Day
		2026-05-27 Hari Raya Haji
		2026-06-01 Birthday of the Yang di-Pertuan Agong
		2026-06-02 Wesak Day for 2026-05-31
		2026-06-17 Awal Muharram
		2026-08-25 Birthday of the Prophet Muhammad
		2026-08-31 National Day
		2026-09-16 Malaysia Day
		2026-11-09 Deepavali for 2026-11-08
		2026-12-25 Christmas Day
	`)
}

// malaysianKeys are the holidays' keys in the table that SLACLOCK_DATA has.
var malaysianKeys = map[string]string{
	"agong_birthday": "Birthday of the Yang di-Pertuan Agong", "awal_muharram": "Awal Muharram", "christmas": "Christmas Day",
	"cny1": "Chinese New Year, first day", "cny2": "Chinese New Year, second day", "deepavali": "Deepavali",
	"federal_territory_day": "Federal Territory Day", "labour_day": "Labour Day", "malaysia_day": "Malaysia Day",
	"maulidur_rasul": "Birthday of the Prophet Muhammad", "national_day": "National Day", "new_year": "New Year's Day",
	"nuzul_quran": "Nuzul Al-Quran", "raya_haji": "Hari Raya Haji", "raya_puasa_1": "Hari Raya Puasa, first day",
	"raya_puasa_2": "Hari Raya Puasa, second day", "sultan_selangor_birthday": "Birthday of the Sultan of Selangor",
	"thaipusam": "Thaipusam", "wesak": "Wesak Day", "special_agong_installation": "Installation of the Yang di-Pertuan Agong",
	"special_general_election": "General election", "special_malaysia_cup": "Victory in the Malaysia Cup",
	"special_malaysia_day_extra": "Malaysia Day, additional day", "special_prime_minister": "Special holiday after the general election",
	"special_raya_extra": "Hari Raya Puasa, additional day", "special_sea_games": "Success at the SEA Games",
}

// TestRegionMalaysiaData compares the table with the one that it was written
// from, row by row.
func TestRegionMalaysiaData(t *testing.T) {
	folder := os.Getenv("SLACLOCK_DATA")
	if folder == "" {
		t.Skip("SLACLOCK_DATA does not name the folder with holidays-my.csv")
	}
	f, err := os.Open(filepath.Join(folder, "holidays-my.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rows = rows[1:]
	for _, test := range []struct {
		region  Region
		through int
	}{
		{Region{Code: "MY"}, 2026}, {Region{Code: "MY-10"}, 2026}, {Region{Code: "MY-14"}, 2026},
		{Region{Code: "MY", Estimated: true}, 2029}, {Region{Code: "MY-10", Estimated: true}, 2027}, {Region{Code: "MY-14", Estimated: true}, 2027},
	} {
		var want []Holiday
		for _, row := range rows {
			day, key, scope := regionDate(t, row[0]), row[1], strings.Split(row[2], "|")
			if day.Year() > test.through || !slices.Contains(scope, "MY") && !slices.Contains(scope, test.region.Code) {
				continue
			}
			keys, replaces := strings.CutPrefix(key, "replacement:")
			if !replaces {
				if malaysianKeys[key] == "" {
					t.Fatalf("%s has no name", key)
				}
				want = append(want, Holiday{Date: day, Name: malaysianKeys[key], Actual: day})
				continue
			}
			// The rows are in order, so the last of that name is the one that moved.
			for key := range strings.SplitSeq(keys, "+") {
				i := len(want) - 1
				for want[i].Name != malaysianKeys[key] {
					i--
				}
				want[i].Date = day
			}
		}
		slices.SortFunc(want, compareHolidays)
		var got []Holiday
		for year := 2015; year <= test.through; year++ {
			holidays, err := test.region.Holidays(year)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, holidays...)
		}
		if diff := cmp.Diff(listed(want), listed(got)); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.region, diff)
		}
	}
}

// TestRegionMalaysiaMoves: only Sundays move, past Mondays that are holidays,
// and the table is in order, since a year's rows are looked for in it.
func TestRegionMalaysiaMoves(t *testing.T) {
	for code, scope := range malaysia {
		for year := 2015; year <= malaysiaEstimated(scope); year++ {
			holidays, err := Region{Code: code, Estimated: true}.Holidays(year)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range holidays {
				switch moved := h.Actual.DaysUntil(h.Date); {
				case moved == 0 && h.Date.Weekday() == 0 && code != "MY":
					t.Errorf("%s: %v is a Sunday", code, listed([]Holiday{h}))
				case moved != 0 && (h.Actual.Weekday() != 0 || moved < 1 || moved > 3 || code == "MY"):
					t.Errorf("%s: %v", code, listed([]Holiday{h}))
				}
			}
		}
	}
	for _, part := range [][]malaysianDay{malaysia2015, malaysia2021, malaysia2027} {
		if !slices.IsSortedFunc(part, func(a, b malaysianDay) int { return a.year - b.year }) {
			t.Errorf("the part that begins with %d is not in order", part[0].year)
		}
	}
}
