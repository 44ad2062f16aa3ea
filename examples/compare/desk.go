// Package compare asks slaclock and other Go libraries the same questions about working time:
// its tests say where they agree and where they do not, its benchmarks what a question costs.
// README.md has the figures and says how to reproduce them.
package compare

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/de"

	"github.com/slaclock/slaclock/calendar"
)

// A Desk is what every library is given: a window on some weekdays, in a zone, except on
// holidays.
type Desk struct {
	Zone        string
	Open, Close time.Duration // from midnight
	Days        []time.Weekday
	Holidays    []*cal.Holiday // from rickar/cal, for all libraries
}

// Office is a desk in Berlin, open from Monday to Friday, 09:00 to 17:00, except on the
// German holidays.
func Office() Desk {
	return Desk{
		Zone: "Europe/Berlin", Open: 9 * time.Hour, Close: 17 * time.Hour, Holidays: de.Holidays,
		Days: []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday},
	}
}

// EveryDay is a desk in Berlin that is open on all days.
func EveryDay(open, shut time.Duration) Desk {
	return Desk{
		Zone: "Europe/Berlin", Open: open, Close: shut,
		Days: []time.Weekday{time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday},
	}
}

// The years for which the libraries get their holidays as dates. An answer beyond them would
// be wrong, so the questions stay within them.
const firstYear, lastYear = 2025, 2034

// dates returns the holidays that fall into these years, at midnight in a zone.
func (d Desk) dates(loc *time.Location) []time.Time {
	var all []time.Time
	for year := firstYear; year <= lastYear; year++ {
		for _, h := range d.Holidays {
			if _, observed := h.Calc(year); !observed.IsZero() {
				y, m, day := observed.Date()
				all = append(all, time.Date(y, m, day, 0, 0, 0, 0, loc))
			}
		}
	}
	return all
}

// A Peer is a library that has been given a desk. Questions that it cannot answer are nil.
type Peer struct {
	Name     string
	Add      func(t time.Time, d time.Duration) time.Time
	Between  func(a, b time.Time) time.Duration
	IsOpen   func(t time.Time) bool
	NextOpen func(t time.Time) time.Time // asked while the desk is closed
}

// Peers returns all libraries, slaclock first. Each takes instants in its desk's zone.
func Peers(d Desk) ([]Peer, error) {
	var all []Peer
	for _, peer := range []func(Desk, *time.Location) (Peer, error){ours, rickar, rruled, cronned, alertmanager} {
		// One tz database for all: the machine's own can be older or newer than slaclock's.
		loc, err := calendar.Zone(d.Zone)
		if err != nil {
			return nil, err
		}
		p, err := peer(d, loc)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}
