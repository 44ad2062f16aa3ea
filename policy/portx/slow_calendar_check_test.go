package portx_test

import (
	"testing"
	"time"
)

// TestPOR1_SlowTwinHolidays checks the twin's lists against dates written down
// from printed calendars: every weekday of the year that is missing is open.
func TestPOR1_SlowTwinHolidays(t *testing.T) {
	tests := []struct {
		country string
		closed  map[int][]string
	}{
		{"DE", map[int][]string{
			2016: {"01-01", "03-25", "03-28", "05-05", "05-16", "10-03", "12-26"},
			2017: {"04-14", "04-17", "05-01", "05-25", "06-05", "10-03", "10-31", "12-25", "12-26"},
			2024: {"01-01", "03-29", "04-01", "05-01", "05-09", "05-20", "10-03", "12-25", "12-26"},
			2025: {"01-01", "04-18", "04-21", "05-01", "05-29", "06-09", "10-03", "12-25", "12-26"},
			2026: {"01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "12-25"},
			2027: {"01-01", "03-26", "03-29", "05-06", "05-17"},
			2038: {"01-01", "04-23", "04-26", "06-03", "06-14"}, // the latest Easter, 25 April
		}},
		{"US", map[int][]string{
			2020: {"01-01", "01-20", "02-17", "05-25", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"},
			2021: {"01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25", "12-24", "12-31"},
			2023: {"01-02", "01-16", "02-20", "05-29", "06-19", "07-04", "09-04", "10-09", "11-10", "11-23", "12-25"},
			2026: {"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26", "12-25"},
		}},
		{"NONE", map[int][]string{2026: nil}},
		{"MY-14", map[int][]string{
			2024: {
				"01-01", "01-25", "02-01", "02-12", "03-28", "04-10", "04-11", "05-01", "05-22", "06-03", "06-17", "07-08",
				"09-16", "10-31", "12-25",
			},
			2026: {
				"01-01", "02-02", "02-17", "02-18", "03-20", "03-23", "05-01", "05-27", "06-01", "06-02", "06-17", "08-25",
				"08-31", "09-16", "11-09", "12-25",
			},
		}},
	}
	for _, tt := range tests {
		hours := slowHours{zone: time.UTC, country: tt.country}
		for year, dates := range tt.closed {
			closed := map[string]bool{}
			for _, d := range dates {
				closed[d] = true
			}
			for day := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() == year; day = day.AddDate(0, 0, 1) {
				text := day.Format("01-02")
				want := !closed[text] && day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
				if got, known := hours.businessDay(day); got != want || !known {
					t.Errorf("%s: %d-%s: business day %v, known %v, want %v", tt.country, year, text, got, known, want)
				}
			}
		}
	}
}

// TestPOR1_SlowTwinKnownDays holds where the table of Malaysia ends (G9).
func TestPOR1_SlowTwinKnownDays(t *testing.T) {
	hours := slowHours{zone: slowZone("Asia/Kuala_Lumpur"), country: "MY-14"}
	for text, want := range map[string]bool{
		"2026-12-31": true,
		"2027-01-01": false,
		"2027-01-02": true, // a Saturday has no hours, holiday or not
		"2027-01-04": false,
	} {
		day, _ := time.Parse(time.DateOnly, text)
		if _, known := hours.businessDay(day); known != want {
			t.Errorf("%s: known %v, want %v", text, known, want)
		}
	}
}

// TestPOR1_SlowTwinWall checks what a clock on the wall shows, in gaps and folds
// too, in which no business hours lie, but for those of Vostok (G2).
func TestPOR1_SlowTwinWall(t *testing.T) {
	tests := []struct{ zone, day, want string }{
		{"Europe/Berlin", "2026-03-29 01", "2026-03-29T01:00:00+01:00"},
		{"Europe/Berlin", "2026-03-29 02", "2026-03-29T03:00:00+02:00"}, // gap
		{"Europe/Berlin", "2026-03-29 03", "2026-03-29T03:00:00+02:00"},
		{"Europe/Berlin", "2026-10-25 02", "2026-10-25T02:00:00+02:00"}, // fold
		{"Europe/Berlin", "2026-10-25 03", "2026-10-25T03:00:00+01:00"},
		{"America/New_York", "2026-11-01 01", "2026-11-01T01:00:00-04:00"}, // fold
		{"Australia/Lord_Howe", "2026-10-04 02", "2026-10-04T02:30:00+11:00"},
		{"Antarctica/Vostok", "1994-01-31 17", "1994-01-31T17:00:00+07:00"}, // fold
		{"Antarctica/Vostok", "1994-02-01 17", "1994-02-01T17:00:00Z"},
		{"Pacific/Apia", "2011-12-29 17", "2011-12-29T17:00:00-10:00"},
		{"Pacific/Apia", "2011-12-31 08", "2011-12-31T08:00:00+14:00"},
		{"+05:30", "2026-03-02 08", "2026-03-02T08:00:00+05:30"},
		{"-03:30", "2026-03-02 08", "2026-03-02T08:00:00-03:30"},
	}
	for _, tt := range tests {
		at, err := time.Parse("2006-01-02 15", tt.day)
		if err != nil {
			t.Fatal(err)
		}
		day := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
		hours := slowHours{zone: slowZone(tt.zone), country: "NONE"}
		if got := hours.wall(day, at.Hour()).In(hours.zone).Format(time.RFC3339); got != tt.want {
			t.Errorf("%s in %s: %s, want %s", tt.day, tt.zone, got, tt.want)
		}
	}

	apia := slowHours{zone: slowZone("Pacific/Apia"), country: "NONE"}
	for text, want := range map[string]bool{"2011-12-29": true, "2011-12-30": false, "2012-01-02": true} {
		day, _ := time.Parse(time.DateOnly, text)
		if got, _ := apia.businessDay(day); got != want {
			t.Errorf("%s in Apia: business day %v, want %v", text, got, want)
		}
	}
}
