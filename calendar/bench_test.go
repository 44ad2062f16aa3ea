package calendar_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/de"

	"github.com/slaclock/slaclock/calendar"
)

// The benchmarks ask the same of this package and of rickar/cal, with its cache
// on: Monday to Friday, 09:00 to 17:00, in Berlin, German holidays, from 4,096
// random instants of 2026. Floor is what it costs to make any time.Time of a
// second and a zone, which every answer has to do. Read them with
//
//	go test -run '^$' -bench . ./calendar

// A peer adds working time, n times from one instant after the other, and tells
// the working time between two. The loops are the peer's own, so that what is
// measured is its call and nothing around it.
type peer struct {
	name    string
	add     func(b *testing.B, from []time.Time, d time.Duration)
	between func(b *testing.B, from, to []time.Time)
}

// ours is a calendar as a peer.
func ours(b *testing.B, cfg calendar.Config) peer {
	c := makeCalendar(b, cfg)
	return peer{"slaclock", func(b *testing.B, from []time.Time, d time.Duration) {
		for i := 0; b.Loop(); i++ {
			if _, err := c.Add(from[i%len(from)], d); err != nil {
				b.Fatal(err)
			}
		}
	}, func(b *testing.B, from, to []time.Time) {
		for i := 0; b.Loop(); i++ {
			if _, err := c.Between(from[i%len(from)], to[i%len(from)]); err != nil {
				b.Fatal(err)
			}
		}
	}}
}

// rickars is a calendar of rickar/cal as a peer.
func rickars(setUp func(*cal.BusinessCalendar)) peer {
	c := cachedRickar(setUp)
	return peer{"rickar", func(b *testing.B, from []time.Time, d time.Duration) {
		c.AddWorkHours(from[0], d) // fill the cache
		for i := 0; b.Loop(); i++ {
			c.AddWorkHours(from[i%len(from)], d)
		}
	}, func(b *testing.B, from, to []time.Time) {
		c.WorkHoursInRange(from[0], to[0])
		for i := 0; b.Loop(); i++ {
			c.WorkHoursInRange(from[i%len(from)], to[i%len(from)])
		}
	}}
}

func cachedRickar(setUp func(*cal.BusinessCalendar)) *cal.BusinessCalendar {
	c := cal.NewBusinessCalendar()
	c.AddHoliday(de.Holidays...)
	c.Cacheable = true
	setUp(c)
	return c
}

// berlinOffice is the calendar of the benchmarks.
func berlinOffice() calendar.Config {
	return calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE"}}
}

func officeHours(c *cal.BusinessCalendar) { c.SetWorkHours(hm(9, 0), hm(17, 0)) }

// randomInstants returns 4,096 instants of 2026, the same ones in every run.
func randomInstants(b testing.TB) []time.Time {
	loc := must[*time.Location](b)(calendar.Zone("Europe/Berlin"))
	start := time.Date(2026, time.January, 1, 0, 0, 0, 0, loc)
	year := start.AddDate(1, 0, 0).Sub(start)
	random := rand.New(rand.NewPCG(2026, 1))
	instants := make([]time.Time, 4096)
	for i := range instants {
		instants[i] = start.Add(time.Duration(random.Int64N(int64(year)))).Truncate(time.Second)
	}
	return instants
}

// benchmarkAdd runs Add for a short and a long amount for each peer.
func benchmarkAdd(b *testing.B, peers ...peer) {
	instants := randomInstants(b)
	for _, amount := range []struct {
		name string
		d    time.Duration
	}{{"8h", hm(8, 0)}, {"10400h", hm(10400, 0)}} {
		b.Run(amount.name, func(b *testing.B) {
			for _, p := range peers {
				b.Run(p.name, func(b *testing.B) {
					b.ReportAllocs()
					p.add(b, instants, amount.d)
				})
			}
		})
	}
}

func BenchmarkAdd(b *testing.B) {
	benchmarkAdd(b, ours(b, berlinOffice()), rickars(officeHours))
}

// BenchmarkAddSpecial: 200 dates of five years have hours of their own, 10:00
// to 14:00.
func BenchmarkAddSpecial(b *testing.B) {
	cfg := berlinOffice()
	cfg.Special = map[calendar.Date][]calendar.Window{}
	special := map[time.Time]bool{} // by midnight in UTC
	d, n := on("2026-01-02"), 0
	for ; n < 200; d, _ = d.Plus(9, calendar.Days) {
		if wd := d.Weekday(); wd == time.Saturday || wd == time.Sunday {
			continue // rickar/cal would need another function to work on these
		}
		cfg.Special[d] = []calendar.Window{win(10, 14)}
		special[d.In(time.UTC)] = true
		n++
	}
	at := func(date time.Time, onSpecial, otherwise int) time.Time {
		y, m, d := date.Date()
		if special[time.Date(y, m, d, 0, 0, 0, 0, time.UTC)] {
			return time.Date(y, m, d, onSpecial, 0, 0, 0, date.Location())
		}
		return time.Date(y, m, d, otherwise, 0, 0, 0, date.Location())
	}
	benchmarkAdd(b, ours(b, cfg), rickars(func(c *cal.BusinessCalendar) {
		c.WorkdayStartFunc = func(date time.Time) time.Time { return at(date, 10, 9) }
		c.WorkdayEndFunc = func(date time.Time) time.Time { return at(date, 14, 17) }
	}))
}

// BenchmarkAddOvernight: open every day from 18:00 to 02:00. rickar/cal has no
// windows past midnight; it is given the same eight hours before it.
func BenchmarkAddOvernight(b *testing.B) {
	cfg := berlinOffice()
	cfg.Week = calendar.Daily(hm(18, 0), hm(26, 0))
	benchmarkAdd(b, ours(b, cfg), rickars(func(c *cal.BusinessCalendar) {
		c.SetWorkHours(hm(15, 0), hm(23, 0))
		c.SetWorkday(time.Saturday, true)
		c.SetWorkday(time.Sunday, true)
	}))
}

func BenchmarkBetween(b *testing.B) {
	instants := randomInstants(b)
	ends := make([]time.Time, len(instants))
	for i, t := range instants {
		ends[i] = t.AddDate(1, 0, 0)
	}
	b.Run("1y", func(b *testing.B) {
		for _, p := range []peer{ours(b, berlinOffice()), rickars(officeHours)} {
			b.Run(p.name, func(b *testing.B) {
				b.ReportAllocs()
				p.between(b, instants, ends)
			})
		}
	})
}

// benchmarkAsk runs one question to the calendar of the benchmarks.
func benchmarkAsk(b *testing.B, ask func(*calendar.Calendar, time.Time) error) {
	c := makeCalendar(b, berlinOffice())
	instants := randomInstants(b)
	for _, t := range instants {
		if err := ask(c, t); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := ask(c, instants[i%4096]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNextOpen(b *testing.B) {
	benchmarkAsk(b, func(c *calendar.Calendar, t time.Time) error { _, err := c.NextOpen(t); return err })
}

func BenchmarkIsOpen(b *testing.B) {
	benchmarkAsk(b, func(c *calendar.Calendar, t time.Time) error { _, err := c.IsOpen(t); return err })
}

func BenchmarkAddDays(b *testing.B) {
	b.Run("5", func(b *testing.B) {
		benchmarkAsk(b, func(c *calendar.Calendar, t time.Time) error {
			_, err := c.AddDays(t, 5, calendar.CloseOfBusiness)
			return err
		})
	})
}

// BenchmarkBusinessDays counts those from the date of an instant to before others.
func BenchmarkBusinessDays(b *testing.B) {
	for _, to := range []string{"2026-07-01", "2036-07-01"} {
		b.Run(to, func(b *testing.B) {
			end := on(to)
			benchmarkAsk(b, func(c *calendar.Calendar, t time.Time) error {
				from, err := c.Date(t)
				if err == nil {
					_, err = c.BusinessDays(from, end)
				}
				return err
			})
		})
	}
}

// BenchmarkNew makes a calendar, its zone by name, and asks it once.
func BenchmarkNew(b *testing.B) {
	instants := randomInstants(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		c, err := calendar.New(berlinOffice())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := c.Add(instants[i%4096], hm(8, 0)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFloor(b *testing.B) {
	loc := must[*time.Location](b)(calendar.Zone("Europe/Berlin"))
	instants := randomInstants(b)
	seconds := make([]int64, len(instants))
	for i, t := range instants {
		seconds[i] = t.Unix()
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		time.Unix(seconds[i%len(seconds)], 0).In(loc)
	}
}

// TestBenchmarkPeersAgree: the benchmarks compare like with like. The amount is
// one that cannot end at a closing from a whole second at random, since there
// the two differ: rickar/cal takes the closing instant for open.
func TestBenchmarkPeersAgree(t *testing.T) {
	c := makeCalendar(t, berlinOffice())
	peer := cachedRickar(officeHours)
	for _, at := range randomInstants(t)[:512] {
		got, err := c.Add(at, hm(7, 30))
		if err != nil {
			t.Fatal(err)
		}
		if want := peer.AddWorkHours(at, hm(7, 30)); !got.Equal(want) {
			t.Fatalf("%v plus 7h30m: %v, rickar/cal %v", at, got, want)
		}
	}
}
