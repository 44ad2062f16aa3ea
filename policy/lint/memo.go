package lint

import (
	"fmt"
	"maps"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// A memo keeps what the agreements of one version have in common: most of its
// tickets are counted on the same few calendars.
type memo struct {
	starts   []time.Time
	kept     map[string]*calendar.Calendar // by row, zone and holidays
	hours    map[*calendar.Calendar]*hours
	owed     map[counting]*promised
	tellings map[telling][]time.Time // by start
}

// maxOwed is how many lists of due times are kept, and how many of the instants of
// thresholds.
const maxOwed = 256

func newMemo(start time.Time) *memo {
	m := &memo{
		kept: map[string]*calendar.Calendar{}, hours: map[*calendar.Calendar]*hours{}, owed: map[counting]*promised{},
		tellings: map[telling][]time.Time{},
	}
	for at := start; at.Before(start.Add(sampleSpan)); at = at.Add(sampleStep) {
		m.starts = append(m.starts, at)
	}
	return m
}

// promised returns what a metric owes at a level, counted as how says.
func (m *memo) promised(p *policy.Policy, metric, level string, how counting) *promised {
	o := m.owed[how]
	if o != nil {
		return o
	}
	o = &promised{policy: p, metric: metric, level: level, due: make([]due, len(m.starts))}
	for i, at := range m.starts {
		o.due[i].at, o.due[i].err = o.ends(at)
	}
	if len(m.owed) >= maxOwed {
		m.owed = map[counting]*promised{}
	}
	m.owed[how] = o
	return o
}

// share replaces calendars by equal ones that were made for an earlier ticket.
func (m *memo) share(a *policy.Agreement, rows map[string]string) {
	a.Calendars = maps.Clone(a.Calendars)
	instead := map[*calendar.Calendar]*calendar.Calendar{}
	for _, name := range sortedKeys(a.Calendars) {
		c := a.Calendars[name]
		if instead[c] != nil {
			continue
		}
		instead[c] = c
		if cfg, ok := c.Config(); ok {
			key := fmt.Sprintf("%s|%s|%s|%s", rows[name], cfg.Zone, cfg.Region.Code, cfg.Region.List)
			if m.kept[key] == nil {
				m.kept[key] = c
			}
			instead[c] = m.kept[key]
		}
	}
	for name, c := range a.Calendars {
		a.Calendars[name] = instead[c]
	}
	a.Ladders = append([]policy.LevelLadder(nil), a.Ladders...)
	for i := range a.Ladders {
		l := &a.Ladders[i].Ladder
		if c := instead[l.Calendar]; c != nil {
			l.Calendar = c
		}
		if c := instead[l.Notices]; c != nil {
			l.Notices = c
		}
	}
}
