package calendar_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
)

// year2026 limits a Config to one year, whose fingerprint is quick to take.
func year2026(cfg calendar.Config) calendar.Config {
	cfg.HolidaysFrom, cfg.HolidaysThrough = on("2026-01-01"), on("2026-12-31")
	return cfg
}

// TestFingerprintGolden: services compare fingerprints across releases, so this
// one must stay what it is. It was computed outside Go, from the description of
// what is hashed: SHA-256 of the version's name, of the known dates and the regular
// day, its seconds and its nanoseconds, as zigzag varints of the differences from each
// number to the next, and of the SHA-256 of the year, which is that of the offset of
// UTC, -2^40, and date, opening and closing of each window, written likewise, counted
// from the beginning of the year in days and seconds.
func TestFingerprintGolden(t *testing.T) {
	c := makeCalendar(t, calendar.Config{Zone: "UTC", Week: nineToFive(), HolidaysFrom: on("2026-03-02"), HolidaysThrough: on("2026-03-08")})
	if got, want := c.Fingerprint(), "870aa729524f89eecd05eb4f213a0b24"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if again := c.Fingerprint(); again != c.Fingerprint() || len(again) != 32 {
		t.Errorf("%q", again)
	}
}

// TestFingerprintEqual: different descriptions of the same working time.
func TestFingerprintEqual(t *testing.T) {
	base := calendar.Config{
		Zone: "Europe/Berlin", Week: nineToFive(), Holidays: calendar.DaysOff(on("2026-01-01"), on("2026-05-01")),
		Special: map[calendar.Date][]calendar.Window{on("2026-12-24"): {win(9, 12)}},
	}
	want := makeCalendar(t, year2026(base)).Fingerprint()
	for name, change := range map[string]func(*calendar.Config){
		"touching windows": func(c *calendar.Config) {
			for d := time.Monday; d <= time.Friday; d++ {
				c.Week[d] = []calendar.Window{win(12, 17), win(9, 10), win(10, 12)}
			}
		},
		"holiday on a weekend": func(c *calendar.Config) {
			c.Holidays = append(c.Holidays, calendar.DaysOff(on("2026-03-07"), on("2026-03-08"))...)
		},
		"holiday twice": func(c *calendar.Config) { c.Holidays = append(c.Holidays, calendar.DaysOff(on("2026-05-01"))...) },
		"holiday in another year": func(c *calendar.Config) {
			c.Holidays = append(c.Holidays, calendar.DaysOff(on("2027-05-03"))...)
		},
		"holidays in another order": func(c *calendar.Config) { slices.Reverse(c.Holidays) },
		"holidays with names": func(c *calendar.Config) {
			for i := range c.Holidays {
				c.Holidays[i].Name = "day off"
			}
		},
		"special equal to regular hours": func(c *calendar.Config) { c.Special[on("2026-03-04")] = []calendar.Window{win(9, 17)} },
		"closed on a closed day":         func(c *calendar.Config) { c.Special[on("2026-03-07")] = nil },
		"special instead of a holiday": func(c *calendar.Config) {
			c.Holidays = c.Holidays[:1]
			c.Special[on("2026-05-01")] = []calendar.Window{}
		},
		"a change to the same week": func(c *calendar.Config) {
			c.Changes = []calendar.WeekChange{{From: on("2026-07-01"), Week: nineToFive()}}
		},
		"a change after the year": func(c *calendar.Config) {
			c.Changes = []calendar.WeekChange{{From: on("2027-01-01"), Week: calendar.Weekdays(hm(8, 0), hm(16, 0))}}
		},
		"the regular day, said":      func(c *calendar.Config) { c.RegularDay = hm(8, 0) },
		"a zone of the same offsets": func(c *calendar.Config) { c.Zone = "Europe/Vienna" },
		"region NONE":                func(c *calendar.Config) { c.Region = calendar.Region{Code: "NONE"} },
		"a workday without region":   func(c *calendar.Config) { c.Workdays = []calendar.Date{on("2026-03-03")} },
	} {
		cfg := base
		cfg.Holidays = slices.Clone(base.Holidays)
		cfg.Special = map[calendar.Date][]calendar.Window{on("2026-12-24"): {win(9, 12)}}
		change(&cfg)
		if got := makeCalendar(t, year2026(cfg)).Fingerprint(); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// TestFingerprintAnswers: with the same fingerprint all answers about working time and
// business days are the same; windows that touch, and why a day is closed, are not.
func TestFingerprintAnswers(t *testing.T) {
	cfg := year2026(calendar.Config{Zone: "Europe/Berlin", Week: nineToFive()})
	one := makeCalendar(t, cfg)
	cfg.Week, cfg.Holidays = calendar.Weekdays(hm(9, 0), hm(12, 0)), calendar.DaysOff(on("2026-03-07"))
	morning := makeCalendar(t, cfg)
	cfg.Week = calendar.Weekdays(hm(12, 0), hm(17, 0))
	two, err := calendar.Union(morning, makeCalendar(t, cfg))
	if err == nil {
		two, err = two.WithRegularDay(hm(8, 0))
	}
	if err != nil {
		t.Fatal(err)
	}
	if one.Fingerprint() != two.Fingerprint() {
		t.Fatal("the fingerprints differ")
	}
	at := func(text string) time.Time {
		instant, err := calendar.ParseTime(text)
		if err != nil {
			t.Fatal(err)
		}
		return instant
	}
	answers := func(c *calendar.Calendar) (all []string) {
		keep := func(answer any, err error) { all = append(all, fmt.Sprint(answer, err)) }
		for _, text := range []string{"2026-03-02T08:00:00+01:00", "2026-03-02T09:00:00+01:00", "2026-03-02T12:00:00+01:00", "2026-03-02T17:00:00+01:00", "2026-03-06T13:30:00+01:00", "2026-03-07T12:00:00+01:00"} {
			for _, d := range []time.Duration{0, 1, hm(3, 0), hm(8, 0), hm(40, 30)} {
				keep(c.Add(at(text), d))
				keep(c.Sub(at(text), d))
			}
			keep(c.Between(at("2026-03-01T00:00:00Z"), at(text)))
			keep(c.IsOpen(at(text)))
			keep(c.NextOpen(at(text)))
			keep(c.PrevClose(at(text)))
			span, open, err := c.OpenSpan(at(text))
			keep([]any{span, open}, err)
			for _, convention := range []calendar.Convention{calendar.CloseOfBusiness, calendar.SameTime, calendar.WorkingTime} {
				keep(c.AddDays(at(text), 2, convention))
				keep(c.AddDays(at(text), -2, convention))
			}
			keep(c.Date(at(text)))
		}
		for _, date := range []string{"2026-03-06", "2026-03-07", "2026-03-09"} {
			keep(c.IsBusinessDay(on(date)))
			keep(c.StartOfDay(on(date)))
			keep(c.BusinessDays(on("2026-03-02"), on(date)))
		}
		keep(c.RegularDay())
		return all
	}
	if diff := cmp.Diff(answers(one), answers(two)); diff != "" {
		t.Errorf("the answers differ:\n%s", diff)
	}
	days := func(c *calendar.Calendar) (windows, reasons int) {
		monday, err := c.Day(on("2026-03-02"))
		if err != nil {
			t.Fatal(err)
		}
		saturday, err := c.Day(on("2026-03-07"))
		if err != nil {
			t.Fatal(err)
		}
		return len(monday.Windows), len(saturday.Holidays) + len(saturday.Parts)
	}
	if windows, reasons := days(one); windows != 1 || reasons != 0 {
		t.Errorf("one has %d windows and %d reasons, want 1 and 0", windows, reasons)
	}
	if windows, reasons := days(two); windows != 2 || reasons == 0 {
		t.Errorf("two has %d windows and %d reasons, want 2 and some", windows, reasons)
	}
}

// TestFingerprintDifferent: one window, one holiday, one second of difference.
func TestFingerprintDifferent(t *testing.T) {
	seen := map[string]string{}
	for name, change := range map[string]func(*calendar.Config){
		"base":             func(*calendar.Config) {},
		"one holiday more": func(c *calendar.Config) { c.Holidays = calendar.DaysOff(on("2026-12-31")) },
		"another holiday":  func(c *calendar.Config) { c.Holidays = calendar.DaysOff(on("2026-01-01")) },
		"one second on Fridays": func(c *calendar.Config) {
			c.Week[time.Friday] = []calendar.Window{{Open: hm(9, 0) + time.Second, Close: hm(17, 0) + time.Second}}
		},
		"a second's gap on one day": func(c *calendar.Config) {
			c.Special = map[calendar.Date][]calendar.Window{on("2026-06-01"): {{Open: hm(9, 0), Close: hm(12, 0)}, {Open: hm(12, 0) + time.Second, Close: hm(17, 0)}}}
		},
		"a special date": func(c *calendar.Config) {
			c.Special = map[calendar.Date][]calendar.Window{on("2026-06-06"): {win(9, 10)}}
		},
		"a change of week": func(c *calendar.Config) {
			c.Changes = []calendar.WeekChange{{From: on("2026-12-31"), Week: calendar.Weekdays(hm(8, 0), hm(16, 0))}}
		},
		"another zone":                func(c *calendar.Config) { c.Zone = "Europe/London" },
		"another offset":              func(c *calendar.Config) { c.Zone = "+01:00" },
		"another regular day":         func(c *calendar.Config) { c.RegularDay = hm(7, 0) },
		"one day of coverage less":    func(c *calendar.Config) { c.HolidaysThrough = on("2026-12-30") },
		"one day of coverage earlier": func(c *calendar.Config) { c.HolidaysFrom = on("2025-12-31") },
		"nothing":                     func(c *calendar.Config) { c.Week = calendar.Week{} },
		// The same time, but another business day: at midnight the date changes.
		"nights": func(c *calendar.Config) { c.Week = night() },
		"nights cut in two": func(c *calendar.Config) {
			c.Week = calendar.Weekdays(0, hm(6, 0))
			for d := range c.Week {
				if d >= 1 && d <= 5 {
					c.Week[d] = append(c.Week[d], win(22, 24))
				}
			}
			c.Week[time.Monday] = c.Week[time.Monday][1:]
			c.Week[time.Saturday] = []calendar.Window{win(0, 6)}
		},
	} {
		cfg := year2026(calendar.Config{Zone: "Europe/Berlin", Week: nineToFive()})
		change(&cfg)
		got := makeCalendar(t, cfg).Fingerprint()
		if other, ok := seen[got]; ok {
			t.Errorf("%s and %s have the same fingerprint", name, other)
		}
		seen[got] = name
	}
}

// TestFingerprintOfAllTime: a calendar without limits has one too.
func TestFingerprintOfAllTime(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through all years of several calendars; skipped with -short")
	}
	c := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE"}})
	d := makeCalendar(t, calendar.Config{Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE"}, Holidays: calendar.DaysOff(on("9999-12-31"))})
	if c.Fingerprint() == d.Fingerprint() {
		t.Error("a holiday on Friday, 31 December 9999 makes no difference")
	}
}
