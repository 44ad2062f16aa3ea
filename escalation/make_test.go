package escalation_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// instant reads an instant: RFC 3339, or a wall-clock time in Berlin such as
// "2026-03-02 09:00".
func instant(t testing.TB, s string) time.Time {
	t.Helper()
	if at, err := time.Parse(time.RFC3339Nano, s); err == nil {
		return at
	}
	at, err := time.ParseInLocation("2006-01-02 15:04:05.999999999", s, berlin(t))
	if err != nil {
		if at, err = time.ParseInLocation("2006-01-02 15:04", s, berlin(t)); err != nil {
			t.Fatal(err)
		}
	}
	return at
}

func berlin(t testing.TB) *time.Location {
	t.Helper()
	loc, err := calendar.Zone("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// advance lets time pass for a climb of which no calendar lacks an answer.
func advance(t interface {
	Helper()
	Fatal(args ...any)
}, c *escalation.Climb, until time.Time) {
	t.Helper()
	if err := c.Advance(until); err != nil {
		t.Fatal(err)
	}
}

// rotaOf makes a rota of regions that are right.
func rotaOf(t interface {
	Helper()
	Fatal(args ...any)
}, r escalation.Regions) *escalation.Rota {
	t.Helper()
	rota, err := escalation.NewRota(r)
	if err != nil {
		t.Fatal(err)
	}
	return rota
}

// owners lists the owners of an answer, in UTC: "01-14 07:00 EMEA".
func owners(rows []escalation.Owner) []string {
	var out []string
	for _, o := range rows {
		out = append(out, o.From.UTC().Format("01-02 15:04 ")+o.Region)
	}
	return out
}

// open makes a calendar that is open from Monday to Friday, or, from 0 to 24,
// round the clock.
func open(t testing.TB, zone string, from, to int, holidays ...string) *calendar.Calendar {
	t.Helper()
	cfg := calendar.Config{Zone: zone, Week: calendar.Weekdays(time.Duration(from)*time.Hour, time.Duration(to)*time.Hour)}
	if from == 0 && to == 24 {
		cfg.Week = calendar.Daily(0, 24*time.Hour)
	}
	for _, s := range holidays {
		d, err := calendar.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		cfg.Holidays = append(cfg.Holidays, calendar.DaysOff(d)...)
	}
	c, err := calendar.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
