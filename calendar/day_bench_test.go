package calendar_test

import (
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

// BenchmarkDay asks what a calendar says of one date after the other, as an answer with
// its reasons does of each closed night: the 365 dates of 2026, and forty dates five years
// apart, of which each asks for three years that no other has asked for lately.
func BenchmarkDay(b *testing.B) {
	dates := func(n, step int, unit calendar.Unit) (dates []calendar.Date) {
		for i := range n {
			dates = append(dates, must[calendar.Date](b)(on("2026-01-01").Plus(i*step, unit)))
		}
		return dates
	}
	for _, of := range []struct {
		name  string
		dates []calendar.Date
	}{{"of_a_year", dates(365, 1, calendar.Days)}, {"of_200_years", dates(40, 5, calendar.Years)}} {
		for _, code := range []string{"DE", "US", "MY-14"} {
			b.Run(of.name+"/"+code, func(b *testing.B) {
				cfg := berlinOffice()
				cfg.Region = calendar.Region{Code: code}
				c := makeCalendar(b, cfg)
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if _, err := c.Day(of.dates[i%len(of.dates)]); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
