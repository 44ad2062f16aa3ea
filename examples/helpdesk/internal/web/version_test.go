package web

import (
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The months that a version's page draws are those in which it is in force.
func TestMonthsOfVersion(t *testing.T) {
	vienna, err := calendar.Zone("Europe/Vienna")
	if err != nil {
		t.Fatal(err)
	}
	at := func(text string) time.Time {
		if text == "" {
			return time.Time{}
		}
		instant, err := time.Parse(time.RFC3339Nano, text)
		if err != nil {
			t.Fatal(err)
		}
		return instant
	}
	for _, row := range []struct{ name, from, until, at, now, want string }{
		{"one for ever", "", "", "2026-03-31T21:59:59Z", "2026-03-31T21:59:59Z", "2026-03 2026-04"},
		{"the turn of a month", "", "", "2026-03-31T22:00:00Z", "2026-03-31T22:00:00Z", "2026-04 2026-05"},
		{"the turn of a year", "", "", "2026-12-31T22:00:00Z", "2026-12-31T22:00:00Z", "2026-12 2027-01"},
		{"in force, and the next one in May", "", "2026-04-30T22:00:00Z", "2026-03-15T12:00:00Z", "2026-03-15T12:00:00Z", "2026-03 2026-04"},
		{"in force, and the next one on the 1st of April", "", "2026-03-31T22:00:00Z", "2026-03-15T12:00:00Z", "2026-03-15T12:00:00Z", "2026-03"},
		{"and a nanosecond later", "", "2026-03-31T22:00:00.000000001Z", "2026-03-15T12:00:00Z", "2026-03-15T12:00:00Z", "2026-03 2026-04"},
		{"over since this instant", "", "2026-03-31T22:00:00Z", "2026-03-31T21:59:59.999999999Z", "2026-03-31T22:00:00Z", "2026-02 2026-03"},
		{"not over yet", "", "2026-03-31T22:00:00Z", "2026-03-31T21:59:59.999999999Z", "2026-03-31T21:59:59.999999999Z", "2026-03"},
		{"over, at its last but one month", "", "2026-03-31T22:00:00Z", "2026-02-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-02 2026-03"},
		{"over, at one before", "", "2026-03-31T22:00:00Z", "2026-01-31T22:59:59Z", "2026-06-01T00:00:00Z", "2026-01 2026-02"},
		{"over, and shorter than that", "2026-03-10T12:00:00Z", "2026-03-20T12:00:00Z", "2026-03-15T12:00:00Z", "2026-06-01T00:00:00Z", "2026-03"},
		{"over, and of two months", "2026-02-28T23:00:00Z", "2026-04-01T12:00:00Z", "2026-04-01T11:00:00Z", "2026-06-01T00:00:00Z", "2026-03 2026-04"},
		{"the last month that there is", "", "", "9999-12-31T12:00:00Z", "2026-03-15T12:00:00Z", "9999-12"},
		{"the first", "", "", "0001-01-01T00:00:00Z", "2026-03-15T12:00:00Z", "0001-01 0001-02"},
		{"not yet in force", "2026-04-30T22:00:00Z", "", "2026-04-30T22:00:00Z", "2026-03-15T12:00:00Z", "2026-05 2026-06"},
	} {
		in := span{at(row.from), at(row.until)}
		var got []string
		for _, month := range in.months(at(row.at), at(row.now), vienna) {
			got = append(got, month.Format("2006-01"))
		}
		if text := strings.Join(got, " "); text != row.want {
			t.Errorf("%s: %s, want %s", row.name, text, row.want)
		}
	}
}

// The weeks of a version that is over end with that of its last instant, also where the
// next one begins on a Monday; of one that is in force they begin with the present.
func TestWeeksOfVersion(t *testing.T) {
	c, err := calendar.New(calendar.Config{Zone: "Europe/Vienna", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	monday := time.Date(2026, time.June, 1, 0, 0, 0, 0, c.Location())
	now := time.Date(2026, time.July, 1, 0, 0, 0, 0, c.Location())
	for _, row := range []struct {
		name        string
		in          span
		at, now     time.Time
		first, last string
		others      int // days of another version
	}{
		{"over since a Monday", span{until: monday}, monday.Add(-1), now, "2026-04-27", "2026-05-31", 0},
		{"over since a little later", span{until: monday.Add(1)}, monday, now, "2026-05-04", "2026-06-07", 6},
		{"over, at its first days", span{until: monday}, monday.AddDate(0, -2, 0), now, "2026-03-30", "2026-05-03", 0},
		{"over in a week from now", span{until: monday}, monday.AddDate(0, 0, -7), monday.AddDate(0, 0, -7), "2026-05-25", "2026-06-28", 28},
		{"in force since a Monday", span{from: monday}, monday, now, "2026-06-01", "2026-07-05", 0},
		{"in force since a Tuesday", span{from: monday.AddDate(0, 0, 1)}, monday.AddDate(0, 0, 1), now, "2026-06-01", "2026-07-05", 1},
	} {
		v := calendarViewOf("office", c, row.in, row.at, row.now)
		others := 0
		for _, week := range v.Weeks {
			for _, day := range week {
				if day.Reason == "another version" {
					others++
				}
			}
		}
		if len(v.Weeks) != 5 || v.Weeks[0][0].ISO != row.first || v.Weeks[4][6].ISO != row.last || others != row.others || v.Error != "" {
			t.Errorf("%s: %d weeks from %s to %s with %d days of others, want 5 from %s to %s with %d", row.name, len(v.Weeks), v.Weeks[0][0].ISO, v.Weeks[4][6].ISO, others, row.first, row.last, row.others)
		}
	}
}
