package calendar_test

import (
	"errors"
	"math"
	"strconv"
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

func TestG4_MonthsClamp(t *testing.T) {
	for _, tt := range []struct {
		from string
		n    int
		unit calendar.Unit
		want string
	}{
		{"2026-01-31", 1, calendar.Months, "2026-02-28"},
		{"2024-01-31", 1, calendar.Months, "2024-02-29"},
		{"2026-01-28", 1, calendar.Months, "2026-02-28"},
		{"2026-01-29", 1, calendar.Months, "2026-02-28"},
		{"2024-02-29", 12, calendar.Months, "2025-02-28"},
		{"2024-02-29", 1, calendar.Years, "2025-02-28"},
		{"2024-02-29", 4, calendar.Years, "2028-02-29"},
		{"1896-02-29", 4, calendar.Years, "1900-02-28"},
		{"1996-02-29", 4, calendar.Years, "2000-02-29"},
		{"2026-03-31", -1, calendar.Months, "2026-02-28"},
		{"2026-01-31", -2, calendar.Months, "2025-11-30"},
		{"2026-12-31", 1, calendar.Months, "2027-01-31"},
		{"2026-01-15", -1, calendar.Months, "2025-12-15"},
		{"2026-05-31", 1, calendar.Months, "2026-06-30"},
		{"2026-06-30", 1, calendar.Months, "2026-07-30"}, // not the last day: months keep the number
		{"2026-02-28", 12, calendar.Months, "2027-02-28"},
		{"2027-02-28", 12, calendar.Months, "2028-02-28"},
		{"2026-03-01", 12, calendar.Months, "2027-03-01"},
		{"2026-03-01", 0, calendar.Months, "2026-03-01"},
		{"2026-03-01", 0, calendar.Days, "2026-03-01"},
		{"2026-03-01", -1, calendar.Days, "2026-02-28"},
		{"2026-12-31", 1, calendar.Days, "2027-01-01"},
		{"2026-12-31", 2, calendar.Weeks, "2027-01-14"},
		{"2026-01-01", -1, calendar.Weeks, "2025-12-25"},
		{"0001-01-01", 3_652_058, calendar.Days, "9999-12-31"},
		{"9999-12-31", -3_652_058, calendar.Days, "0001-01-01"},
		{"0001-01-31", 119_987, calendar.Months, "9999-12-31"},
		{"0001-01-01", 9998, calendar.Years, "9999-01-01"},
	} {
		if got, err := on(tt.from).Plus(tt.n, tt.unit); err != nil || got != on(tt.want) {
			t.Errorf("%s plus %d %v = %v, %v; want %s", tt.from, tt.n, tt.unit, got, err, tt.want)
		}
	}
}

// TestG4_NoDrift: a month that is too short shortens only itself.
func TestG4_NoDrift(t *testing.T) {
	anchor := on("2026-01-31")
	for n, want := range []string{
		"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31",
		"2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28",
	} {
		if got, err := anchor.Plus(n, calendar.Months); err != nil || got != on(want) {
			t.Errorf("plus %d months = %v, %v; want %s", n, got, err, want)
		}
	}
}

func TestG4_PlusErrors(t *testing.T) {
	for _, tt := range []struct {
		from string
		n    int
		unit calendar.Unit
		want string
	}{
		{"9999-12-31", 1, calendar.Days, `calendar: date "9999-12-31 plus 1 days": the result must be in the years 1 to 9999`},
		{"0001-01-01", -1, calendar.Days, `calendar: date "0001-01-01 plus -1 days": the result must be in the years 1 to 9999`},
		{"9999-12-25", 1, calendar.Weeks, `calendar: date "9999-12-25 plus 1 weeks": the result must be in the years 1 to 9999`},
		{"9999-12-01", 1, calendar.Months, `calendar: date "9999-12-01 plus 1 months": the result must be in the years 1 to 9999`},
		{"0001-01-31", -1, calendar.Months, `calendar: date "0001-01-31 plus -1 months": the result must be in the years 1 to 9999`},
		{"9999-01-01", 1, calendar.Years, `calendar: date "9999-01-01 plus 1 years": the result must be in the years 1 to 9999`},
		{"0001-12-31", -1, calendar.Years, `calendar: date "0001-12-31 plus -1 years": the result must be in the years 1 to 9999`},
		{"2026-03-01", math.MaxInt, calendar.Years, `calendar: date "2026-03-01 plus ` + strconv.Itoa(math.MaxInt) + ` years": the result must be in the years 1 to 9999`},
		{"2026-03-01", math.MinInt, calendar.Months, `calendar: date "2026-03-01 plus ` + strconv.Itoa(math.MinInt) + ` months": the result must be in the years 1 to 9999`},
		{"2026-03-01", 1, calendar.Unit(4), `calendar: date "2026-03-01 plus 1 Unit(4)": the unit must be Days, Weeks, Months or Years`},
		{"2026-03-01", math.MaxInt, calendar.Unit(9), `calendar: date "2026-03-01 plus ` + strconv.Itoa(math.MaxInt) + ` Unit(9)": the unit must be Days, Weeks, Months or Years`},
	} {
		got, err := on(tt.from).Plus(tt.n, tt.unit)
		if err == nil || err.Error() != tt.want || !errors.Is(err, calendar.ErrDate) || got != (calendar.Date{}) {
			t.Errorf("%s plus %d %v = %v, %v; want %s", tt.from, tt.n, tt.unit, got, err, tt.want)
		}
	}
}

// TestG5_PeriodExcludesTheDayOfTheEvent: three rows at each boundary.
func TestG5_PeriodExcludesTheDayOfTheEvent(t *testing.T) {
	for _, tt := range []struct {
		event         string
		n             int
		unit          calendar.Unit
		from, through string
		days          int
	}{
		{"2026-03-01", 12, calendar.Months, "2026-03-02", "2027-03-01", 365},
		{"2026-03-01", 1, calendar.Years, "2026-03-02", "2027-03-01", 365},
		{"2023-03-01", 1, calendar.Years, "2023-03-02", "2024-03-01", 366},
		{"2026-01-31", 1, calendar.Months, "2026-02-01", "2026-02-28", 28},
		{"2024-02-29", 12, calendar.Months, "2024-03-01", "2025-02-28", 365},
		{"2026-12-31", 1, calendar.Days, "2027-01-01", "2027-01-01", 1},
		{"2026-02-28", 14, calendar.Days, "2026-03-01", "2026-03-14", 14},
		{"2026-02-28", 2, calendar.Weeks, "2026-03-01", "2026-03-14", 14},
		{"9999-12-30", 1, calendar.Days, "9999-12-31", "9999-12-31", 1},
	} {
		p, err := calendar.PeriodAfter(on(tt.event), tt.n, tt.unit)
		if err != nil || p != (calendar.Period{From: on(tt.from), Through: on(tt.through)}) || p.Days() != tt.days {
			t.Errorf("%d %v after %s: %v of %d days, %v; want %s/%s of %d", tt.n, tt.unit, tt.event, p, p.Days(), err, tt.from, tt.through, tt.days)
		}
	}
	p, err := calendar.PeriodAfter(on("2026-03-01"), 12, calendar.Months)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"2026-02-28": false, "2026-03-01": false, "2026-03-02": true,
		"2027-02-28": true, "2027-03-01": true, "2027-03-02": false,
	} {
		if got := p.Contains(on(text)); got != want {
			t.Errorf("%v contains %s: %v, want %v", p, text, got, want)
		}
	}
}

func TestG5_PeriodErrors(t *testing.T) {
	for _, tt := range []struct {
		event string
		n     int
		unit  calendar.Unit
		want  string
	}{
		{"2026-03-01", 0, calendar.Days, `calendar: date "0 days after 2026-03-01": a period has at least one unit`},
		{"2026-03-01", -1, calendar.Months, `calendar: date "-1 months after 2026-03-01": a period has at least one unit`},
		{"9999-12-31", 1, calendar.Days, `calendar: date "9999-12-31 plus 1 days": the result must be in the years 1 to 9999`},
		{"9999-03-01", 12, calendar.Months, `calendar: date "9999-03-01 plus 12 months": the result must be in the years 1 to 9999`},
		{"2026-03-01", 1, calendar.Unit(7), `calendar: date "2026-03-01 plus 1 Unit(7)": the unit must be Days, Weeks, Months or Years`},
	} {
		p, err := calendar.PeriodAfter(on(tt.event), tt.n, tt.unit)
		if err == nil || err.Error() != tt.want || !errors.Is(err, calendar.ErrDate) || p != (calendar.Period{}) {
			t.Errorf("%d %v after %s: %v, %v; want %s", tt.n, tt.unit, tt.event, p, err, tt.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	p := calendar.Period{From: on("2026-03-02"), Through: on("2026-03-02")}
	if p.Days() != 1 || p.String() != "2026-03-02/2026-03-02" || !p.Contains(on("2026-03-02")) || p.Contains(on("2026-03-01")) || p.Contains(on("2026-03-03")) {
		t.Errorf("a day: %v of %d days", p, p.Days())
	}
	p.Through = on("2026-03-01")
	if p.Days() != 0 || p.Contains(on("2026-03-01")) || p.Contains(on("2026-03-02")) {
		t.Errorf("nothing: %v of %d days", p, p.Days())
	}
	for u, want := range map[calendar.Unit]string{calendar.Days: "days", calendar.Weeks: "weeks", calendar.Months: "months", calendar.Years: "years", 4: "Unit(4)"} {
		if got := u.String(); got != want {
			t.Errorf("%d is called %s, want %s", u, got, want)
		}
	}
}
