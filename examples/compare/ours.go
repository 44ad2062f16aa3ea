package compare

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// ours is slaclock. Its errors, which say that an answer is unknown, would be the zero time
// here, which no test accepts.
func ours(d Desk, loc *time.Location) (Peer, error) {
	cfg := calendar.Config{Zone: d.Zone, Week: calendar.Week{}}
	for _, day := range d.Days {
		cfg.Week[day] = []calendar.Window{{Open: d.Open, Close: d.Close}}
	}
	for _, h := range d.dates(loc) {
		date, err := calendar.DateOf(h)
		if err != nil {
			return Peer{}, err
		}
		cfg.Holidays = append(cfg.Holidays, calendar.Holiday{Date: date})
	}
	c, err := calendar.New(cfg)
	if err != nil {
		return Peer{}, err
	}
	return Peer{
		Name:     "slaclock",
		Add:      func(t time.Time, d time.Duration) time.Time { r, _ := c.Add(t, d); return r },
		Between:  func(a, b time.Time) time.Duration { r, _ := c.Between(a, b); return r },
		IsOpen:   func(t time.Time) bool { r, _ := c.IsOpen(t); return r },
		NextOpen: func(t time.Time) time.Time { r, _ := c.NextOpen(t); return r },
	}, nil
}
