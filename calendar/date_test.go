package calendar_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
)

// TestDateEveryDay goes through all 3,652,059 dates and compares them with
// package time, whose civil dates in UTC are known to be right.
func TestDateEveryDay(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	d := on("0001-01-01")
	utc := time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)
	stride := 1
	if testing.Short() {
		stride = 97
	}
	last := on("9999-12-31")
	count := 0
	for {
		year, month, day := utc.Date()
		gotYear, gotMonth, gotDay := d.Civil()
		if gotYear != year || gotMonth != month || gotDay != day || d.Year() != year || d.Weekday() != utc.Weekday() {
			t.Fatalf("day %d: %v %v, want %v", count, d, d.Weekday(), utc.Format("2006-01-02 Monday"))
		}
		if made, err := calendar.NewDate(year, month, day); err != nil || made != d {
			t.Fatalf("NewDate(%d, %d, %d) = %v, %v", year, month, day, made, err)
		}
		if count%61 == 0 { // text is slow to compare
			if text := utc.Format(time.DateOnly); d.String() != text || on(text) != d {
				t.Fatalf("%s: %s", text, d)
			}
			if got, err := calendar.DateOf(utc.Add(23 * time.Hour)); err != nil || got != d {
				t.Fatalf("DateOf: %v, %v; want %v", got, err, d)
			}
		}
		if month != utc.AddDate(0, 0, 1).Month() != d.IsLastOfMonth() {
			t.Fatalf("%v: IsLastOfMonth %v", d, d.IsLastOfMonth())
		}
		next, err := d.Plus(stride, calendar.Days)
		if err != nil {
			break
		}
		if d.DaysUntil(next) != stride || next.DaysUntil(d) != -stride || d.Compare(next) != -1 || next.Compare(d) != 1 || d.Compare(d) != 0 {
			t.Fatalf("%v and %v: %d, %d", d, next, d.DaysUntil(next), d.Compare(next))
		}
		d, utc = next, utc.AddDate(0, 0, stride)
		count++
	}
	if d.DaysUntil(last) >= stride {
		t.Errorf("the dates end with %v", d)
	}
	if stride == 1 && count != 3_652_058 {
		t.Errorf("%d steps, want 3,652,058", count)
	}
}

func TestDateZero(t *testing.T) {
	var zero calendar.Date
	if got := zero.String(); got != "0001-01-01" {
		t.Errorf("the zero Date is %s", got)
	}
	if got := zero.Weekday(); got != time.Monday {
		t.Errorf("the zero Date is a %v", got)
	}
}

func TestDateWeekday(t *testing.T) {
	for text, want := range map[string]time.Weekday{
		"1582-10-15": time.Friday, // the first day of the Gregorian calendar
		"1900-01-01": time.Monday, "1970-01-01": time.Thursday, "2000-02-29": time.Tuesday, "2026-11-21": time.Saturday,
		"9999-12-31": time.Friday,
	} {
		if got := on(text).Weekday(); got != want {
			t.Errorf("%s is a %v, want %v", text, got, want)
		}
	}
}

func TestParseDateErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                     `calendar: date "": write it as 2006-01-02`,
		"2026-1-02":            `calendar: date "2026-1-02": write it as 2006-01-02`,
		"2026-01-2":            `calendar: date "2026-01-2": write it as 2006-01-02`,
		"26-01-02":             `calendar: date "26-01-02": write it as 2006-01-02`,
		"20260102":             `calendar: date "20260102": write it as 2006-01-02`,
		"2026/01/02":           `calendar: date "2026/01/02": write it as 2006-01-02`,
		"2026-01/02":           `calendar: date "2026-01/02": write it as 2006-01-02`,
		"2026-01-02T00:00:00Z": `calendar: date "2026-01-02T00:00:00Z": write it as 2006-01-02`,
		" 2026-01-02":          `calendar: date " 2026-01-02": write it as 2006-01-02`,
		"2026-01-02 ":          `calendar: date "2026-01-02 ": write it as 2006-01-02`,
		"+026-01-02":           `calendar: date "+026-01-02": write it as 2006-01-02`,
		"2026-+1-02":           `calendar: date "2026-+1-02": write it as 2006-01-02`,
		"2026-01--2":           `calendar: date "2026-01--2": write it as 2006-01-02`,
		"２０２６":                 `calendar: date "２０２６": write it as 2006-01-02`,
		"0000-01-01":           `calendar: date "0000-01-01": the year must be 1 to 9999`,
		"2026-00-01":           `calendar: date "2026-00-01": the month must be 1 to 12`,
		"2026-13-01":           `calendar: date "2026-13-01": the month must be 1 to 12`,
		"2026-01-00":           `calendar: date "2026-01-00": the day must be 1 to 31`,
		"2026-01-32":           `calendar: date "2026-01-32": the day must be 1 to 31`,
		"2026-04-31":           `calendar: date "2026-04-31": the day must be 1 to 30`,
		"2026-02-29":           `calendar: date "2026-02-29": the day must be 1 to 28`,
		"2024-02-30":           `calendar: date "2024-02-30": the day must be 1 to 29`,
		"1900-02-29":           `calendar: date "1900-02-29": the day must be 1 to 28`,
		"2000-02-30":           `calendar: date "2000-02-30": the day must be 1 to 29`,
	} {
		d, err := calendar.ParseDate(text)
		if err == nil || err.Error() != want || !errors.Is(err, calendar.ErrDate) || d != (calendar.Date{}) {
			t.Errorf("ParseDate(%q) = %v, %v; want %s", text, d, err, want)
		}
	}
}

func TestNewDateErrors(t *testing.T) {
	for _, tt := range []struct {
		year  int
		month time.Month
		day   int
		want  string
	}{
		{0, 1, 1, `calendar: date "0000-01-01": the year must be 1 to 9999`},
		{-5, 1, 1, `calendar: date "-0005-01-01": the year must be 1 to 9999`},
		{10000, 1, 1, `calendar: date "10000-01-01": the year must be 1 to 9999`},
		{2026, 0, 1, `calendar: date "2026-00-01": the month must be 1 to 12`},
		{2026, 13, 1, `calendar: date "2026-13-01": the month must be 1 to 12`},
		{2026, 6, 0, `calendar: date "2026-06-00": the day must be 1 to 30`},
		{2026, 6, 31, `calendar: date "2026-06-31": the day must be 1 to 30`},
	} {
		if d, err := calendar.NewDate(tt.year, tt.month, tt.day); err == nil || err.Error() != tt.want {
			t.Errorf("NewDate(%d, %d, %d) = %v, %v; want %s", tt.year, tt.month, tt.day, d, err, tt.want)
		}
	}
}

// TestDateOfIsThatOfTheLocation: an instant has a date only in a zone.
func TestDateOfIsThatOfTheLocation(t *testing.T) {
	kl := must[*time.Location](t)(calendar.Zone("Asia/Kuala_Lumpur"))
	at := when("2026-03-01T20:00:00Z")
	if got := must[calendar.Date](t)(calendar.DateOf(at)); got != on("2026-03-01") {
		t.Errorf("in UTC %v", got)
	}
	if got := must[calendar.Date](t)(calendar.DateOf(at.In(kl))); got != on("2026-03-02") {
		t.Errorf("in Kuala Lumpur %v", got)
	}
	if _, err := calendar.DateOf(time.Date(0, 12, 31, 23, 0, 0, 0, time.UTC)); !errors.Is(err, calendar.ErrDate) {
		t.Errorf("the year 0: %v", err)
	}
	if _, err := calendar.DateOf(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)); !errors.Is(err, calendar.ErrDate) {
		t.Errorf("the year 10000: %v", err)
	}
}

func TestDateLastOfMonth(t *testing.T) {
	for text, want := range map[string]string{
		"2026-01-01": "2026-01-31", "2026-02-01": "2026-02-28", "2024-02-29": "2024-02-29", "2026-04-30": "2026-04-30",
		"1900-02-15": "1900-02-28", "2000-02-15": "2000-02-29", "9999-12-01": "9999-12-31", "0001-01-31": "0001-01-31",
	} {
		if got := on(text).LastOfMonth(); got != on(want) {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"2026-02-27": false, "2026-02-28": true, "2024-02-28": false, "2024-02-29": true, "2026-12-31": true, "2026-12-30": false,
	} {
		if got := on(text).IsLastOfMonth(); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

// TestG2_DateIn: where a date begins, also where midnight does not exist, or
// exists twice, or the date does not exist at all.
func TestG2_DateIn(t *testing.T) {
	for _, tt := range []struct{ date, zone, want string }{
		{"2026-03-02", "Europe/Berlin", "2026-03-02T00:00:00+01:00"},
		{"2026-03-30", "Europe/Berlin", "2026-03-30T00:00:00+02:00"},
		{"2026-03-08", "America/Havana", "2026-03-08T01:00:00-04:00"}, // 00:00 to 01:00 is skipped
		{"2026-11-01", "America/Havana", "2026-11-01T00:00:00-04:00"}, // 00:00 to 01:00 occurs twice: the first
		{"2026-04-05", "America/Santiago", "2026-04-05T00:00:00-04:00"},
		{"2011-12-29", "Pacific/Apia", "2011-12-29T00:00:00-10:00"},
		{"2011-12-30", "Pacific/Apia", "2011-12-31T00:00:00+14:00"}, // no such date
		{"2011-12-31", "Pacific/Apia", "2011-12-31T00:00:00+14:00"},
		{"0001-01-01", "UTC", "0001-01-01T00:00:00Z"},
		{"9999-12-31", "+14:00", "9999-12-31T00:00:00+14:00"},
	} {
		loc := must[*time.Location](t)(calendar.Zone(tt.zone))
		if got := on(tt.date).In(loc).Format(time.RFC3339); got != tt.want {
			t.Errorf("%s in %s begins %s, want %s", tt.date, tt.zone, got, tt.want)
		}
		c := must[*calendar.Calendar](t)(calendar.New(calendar.Config{Location: loc, Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)}))
		if got := must[time.Time](t)(c.StartOfDay(on(tt.date))).Format(time.RFC3339); got != tt.want {
			t.Errorf("%s on a calendar in %s begins %s, want %s", tt.date, tt.zone, got, tt.want)
		}
	}
}

func TestDateInNoLocation(t *testing.T) {
	if got, want := on("2026-03-02").In(nil), time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestG2_StartOfDay: a calendar looks up what Date.In finds anew, on each day of a
// century and at both ends of time, in zones that are odd in one way or another.
func TestG2_StartOfDay(t *testing.T) {
	for _, zone := range []string{
		"UTC", "-12:00", "+14:00", "Europe/Berlin", "Europe/Dublin", "America/Havana", "America/Santiago", "America/St_Johns",
		"Africa/Casablanca", "Africa/Monrovia", "Antarctica/Troll", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kwajalein",
	} {
		loc := must[*time.Location](t)(calendar.Zone(zone))
		c := must[*calendar.Calendar](t)(calendar.New(calendar.Config{Location: loc, Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)}))
		for _, span := range [][2]string{{"0001-01-01", "0001-01-09"}, {"1940-01-01", "2040-12-31"}, {"9999-12-23", "9999-12-31"}} {
			for d := on(span[0]); ; d = must[calendar.Date](t)(d.Plus(1, calendar.Days)) {
				if got, want := must[time.Time](t)(c.StartOfDay(d)), d.In(loc); !got.Equal(want) || got.Location() != loc {
					t.Errorf("%v in %s begins %v, want %v", d, zone, got, want)
				}
				if d == on(span[1]) {
					break
				}
			}
		}
	}
	if _, err := (&calendar.Calendar{}).StartOfDay(on("2026-03-02")); !errors.Is(err, calendar.ErrRange) {
		t.Errorf("the zero Calendar says %v, want ErrRange", err)
	}
}

func TestDateSorts(t *testing.T) {
	dates := []calendar.Date{on("2026-03-01"), on("0001-01-01"), on("9999-12-31"), on("2025-12-31")}
	slices.SortFunc(dates, calendar.Date.Compare)
	var got []string
	for _, d := range dates {
		got = append(got, d.String())
	}
	if diff := cmp.Diff([]string{"0001-01-01", "2025-12-31", "2026-03-01", "9999-12-31"}, got); diff != "" {
		t.Error(diff)
	}
}
