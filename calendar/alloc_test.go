package calendar_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// TestNoAllocations: once a calendar has laid out the time in question, no
// answer costs memory, however far away it is.
func TestNoAllocations(t *testing.T) {
	overnight := berlinOffice()
	overnight.Week = calendar.Daily(hm(18, 0), hm(26, 0))
	overnight.RegularDay = hm(8, 0)
	limited := berlinOffice()
	limited.HolidaysThrough = on("2030-12-31")
	limited.Special = map[calendar.Date][]calendar.Window{on("2026-03-03"): {win(10, 14)}}
	sun, kl, denver := hubs(t)
	for name, c := range map[string]*calendar.Calendar{
		"office": makeCalendar(t, berlinOffice()), "overnight": makeCalendar(t, overnight), "limited": makeCalendar(t, limited),
		"union": must[*calendar.Calendar](t)(calendar.Union(sun, kl, denver)),
	} {
		for _, start := range []string{"2026-03-02T10:00:00.5+01:00", "2026-03-07T03:00:00+01:00"} {
			at := when(start)
			year := at.AddDate(1, 0, 0)
			for _, q := range []struct {
				name string
				ask  func() error
			}{
				{"Add 8h", func() error { _, err := c.Add(at, hm(8, 0)); return err }},
				{"Add 8000h", func() error { _, err := c.Add(at, hm(8000, 0)); return err }},
				{"Add 0", func() error { _, err := c.Add(at, 0); return err }},
				{"Sub 8h", func() error { _, err := c.Sub(at, hm(8, 0)); return err }},
				{"Sub 8000h", func() error { _, err := c.Sub(at, hm(8000, 0)); return err }},
				{"Between", func() error { _, err := c.Between(at, year); return err }},
				{"Between, reversed", func() error { _, err := c.Between(year, at); return err }},
				{"IsOpen", func() error { _, err := c.IsOpen(at); return err }},
				{"NextOpen", func() error { _, err := c.NextOpen(at); return err }},
				{"PrevClose", func() error { _, err := c.PrevClose(at); return err }},
				{"AddDays 5, close of business", func() error { _, err := c.AddDays(at, 5, calendar.CloseOfBusiness); return err }},
				{"AddDays -1000, close of business", func() error { _, err := c.AddDays(at, -1000, calendar.CloseOfBusiness); return err }},
				{"AddDays 1000, same time", func() error { _, err := c.AddDays(at, 1000, calendar.SameTime); return err }},
				{"BusinessDays of a week", func() error { _, err := c.BusinessDays(on("2026-03-02"), on("2026-03-09")); return err }},
				{"BusinessDays of two years back", func() error { _, err := c.BusinessDays(on("2026-12-31"), on("2024-12-31")); return err }},
				{"AddDays 5, working time", func() error {
					if name == "union" {
						return nil // a combination has no regular day
					}
					_, err := c.AddDays(at, 5, calendar.WorkingTime)
					return err
				}},
			} {
				if err := q.ask(); err != nil {
					t.Fatalf("%s, %s from %s: %v", name, q.name, start, err)
				}
				if n := testing.AllocsPerRun(20, func() { _ = q.ask() }); n != 0 {
					t.Errorf("%s, %s from %s: %v allocations", name, q.name, start, n)
				}
			}
		}
	}
}

// TestNoAllocationsAtDates: nor does arithmetic with dates.
func TestNoAllocationsAtDates(t *testing.T) {
	d := on("2026-01-31")
	var sum int
	if n := testing.AllocsPerRun(100, func() {
		e, _ := d.Plus(1, calendar.Months)
		p, _ := calendar.PeriodAfter(e, 12, calendar.Months)
		made, _ := calendar.NewDate(2026, time.March, 1)
		sum += e.DaysUntil(made) + p.Days() + int(made.Weekday())
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
