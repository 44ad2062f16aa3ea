package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestG9_BackFromUnknownDays: who goes back meets the last day first that is not
// known, and hears of that one. The holidays of 2026 are known, from a Thursday
// through a Thursday.
func TestG9_BackFromUnknownDays(t *testing.T) {
	c := makeCalendar(t, calendar.Config{
		Zone: "UTC", Week: nineToFive(), Holidays: calendar.DaysOff(on("2026-01-01")),
		HolidaysFrom: on("2026-01-01"), HolidaysThrough: on("2026-12-31"),
	})
	for _, row := range []struct {
		name string
		ask  func(*calendar.Calendar) error
		day  string
		text string
	}{
		{"Sub before them", func(c *calendar.Calendar) error {
			_, err := c.Sub(when("2026-01-05T09:00:00Z"), 24*time.Hour)
			return err
		}, "2025-12-31", "holidays are known from 2026-01-01 only"},
		{"Sub by years before them", func(c *calendar.Calendar) error {
			_, err := c.Sub(when("2026-01-05T09:00:00Z"), 50_000*time.Hour)
			return err
		}, "2025-12-31", "holidays are known from 2026-01-01 only"},
		{"Sub after them", func(c *calendar.Calendar) error {
			_, err := c.Sub(when("2028-06-01T09:00:00Z"), 50_000*time.Hour)
			return err
		}, "2028-05-31", "holidays are known through 2026-12-31 only"},
		{"AddDays before them", func(c *calendar.Calendar) error {
			_, err := c.AddDays(when("2026-01-05T09:00:00Z"), -2, calendar.CloseOfBusiness)
			return err
		}, "2025-12-31", "holidays are known from 2026-01-01 only"},
		{"AddDays by years before them", func(c *calendar.Calendar) error {
			_, err := c.AddDays(when("2026-01-05T09:00:00Z"), -2000, calendar.SameTime)
			return err
		}, "2025-12-31", "holidays are known from 2026-01-01 only"},
		{"AddDays after them", func(c *calendar.Calendar) error {
			_, err := c.AddDays(when("2028-06-01T09:00:00Z"), -2000, calendar.SameTime)
			return err
		}, "2028-05-31", "holidays are known through 2026-12-31 only"},
		{"PrevClose", func(c *calendar.Calendar) error {
			_, err := c.PrevClose(when("2028-06-04T09:00:00Z")) // a Sunday
			return err
		}, "2028-06-02", "holidays are known through 2026-12-31 only"},
		{"Add", func(c *calendar.Calendar) error {
			_, err := c.Add(when("2026-12-31T09:00:00Z"), 50_000*time.Hour)
			return err
		}, "2027-01-01", "holidays are known through 2026-12-31 only"},
		{"Between", func(c *calendar.Calendar) error {
			_, err := c.Between(when("2028-06-01T09:00:00Z"), when("2020-06-01T09:00:00Z"))
			return err
		}, "2020-06-01", "holidays are known from 2026-01-01 only"},
	} {
		var unknown *calendar.CoverageError
		if err := row.ask(c); !errors.As(err, &unknown) || unknown.Day != on(row.day) || unknown.Error() != row.text {
			t.Errorf("%s: %#v, %v, want %s, %s", row.name, unknown, err, row.day, row.text)
		}
	}
}
