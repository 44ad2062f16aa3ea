package calendar_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The twin is only worth something if it is right itself: these wants are
// worked out from the conventions by hand.

func TestG2_SlowTwinResolvesWallTime(t *testing.T) {
	for _, tt := range []struct{ zone, wall, want string }{
		{"Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z"},
		{"Europe/Berlin", "2026-03-29T02:00:00", "2026-03-29T01:00:00Z"}, // gap: shows 03:00
		{"Europe/Berlin", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"}, // gap: shows 03:30
		{"Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z"},
		{"Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"}, // fold: the first
		{"Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z"},
		{"Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00Z"}, // gap of half an hour: shows 02:45 at +11:00
		{"Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z"}, // fold: the first, at +11:00
		{"America/Havana", "2026-03-08T00:00:00", "2026-03-08T05:00:00Z"},      // gap at midnight: shows 01:00
		{"America/Havana", "2026-11-01T00:30:00", "2026-11-01T04:30:00Z"},      // fold: the first
		{"Antarctica/Troll", "2026-03-29T01:30:00", "2026-03-29T01:30:00Z"},    // gap of two hours: shows 03:30
		{"Pacific/Apia", "2011-12-30T09:00:00", "2011-12-30T19:00:00Z"},        // skipped date: shows 09:00 on the 31st
		{"-05:00", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z"},
	} {
		wall, err := time.Parse("2006-01-02T15:04:05", tt.wall)
		if err != nil {
			t.Fatal(err)
		}
		if got := slowInstant(slowZone(tt.zone), wall.Unix()).UTC().Format(time.RFC3339); got != tt.want {
			t.Errorf("%s %s: got %s, want %s", tt.zone, tt.wall, got, tt.want)
		}
	}
}

func TestG2_SlowTwinSkipsDates(t *testing.T) {
	day := func(text string) int {
		d, err := calendar.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return slowDay(d)
	}
	for _, tt := range []struct {
		zone, date string
		want       bool
	}{
		{"Pacific/Apia", "2011-12-29", true},
		{"Pacific/Apia", "2011-12-30", false},
		{"Pacific/Apia", "2011-12-31", true},
		{"Pacific/Kwajalein", "1993-08-21", false},
		{"Pacific/Kiritimati", "1994-12-31", false},
		{"America/Havana", "2026-03-08", true},
		{"UTC", "2011-12-30", true},
	} {
		if got := slowDayExists(slowZone(tt.zone), day(tt.date)); got != tt.want {
			t.Errorf("%s %s: got %v, want %v", tt.zone, tt.date, got, tt.want)
		}
	}
	if got := day("1970-01-02"); got != 1 {
		t.Errorf("1970-01-02 is day %d, want 1", got)
	}
	if got := day("1969-12-31"); got != -1 {
		t.Errorf("1969-12-31 is day %d, want -1", got)
	}
}

func TestG1_SlowTwinAdds(t *testing.T) {
	office := calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)}
	nights := calendar.Config{Zone: "Europe/Berlin", Week: calendar.Daily(22*time.Hour, 30*time.Hour)}
	for _, tt := range []struct {
		name  string
		cfg   calendar.Config
		start string
		d     time.Duration
		want  string
	}{
		{"a whole day ends at its close", office, "2026-03-02T09:00:00+01:00", 8 * time.Hour, "2026-03-02T17:00:00+01:00"},
		{"a nanosecond more does not", office, "2026-03-02T09:00:00+01:00", 8*time.Hour + time.Second, "2026-03-03T09:00:01+01:00"},
		{"over a weekend", office, "2026-03-06T16:00:00+01:00", 2 * time.Hour, "2026-03-09T10:00:00+01:00"},
		{"back over a weekend", office, "2026-03-09T10:00:00+01:00", -2 * time.Hour, "2026-03-06T16:00:00+01:00"},
		{"a night of seven hours", nights, "2026-03-28T22:00:00+01:00", 8 * time.Hour, "2026-03-29T23:00:00+02:00"},
		{"nothing", nights, "2026-03-28T12:00:00+01:00", 0, "2026-03-28T12:00:00+01:00"},
	} {
		start, err := time.Parse(time.RFC3339, tt.start)
		if err != nil {
			t.Fatal(err)
		}
		got, err := slowAdd(newSlow(tt.cfg), start, tt.d)
		if err != nil || got.Format(time.RFC3339) != tt.want {
			t.Errorf("%s: got %v, %v; want %s", tt.name, got.Format(time.RFC3339), err, tt.want)
		}
	}
}
