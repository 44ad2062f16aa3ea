package lint

import (
	"errors"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// A view is an agreement under examination.
type view struct {
	*policy.Agreement
	places
	*memo
	on     calendar.Date // the zero Date if none was given
	start  time.Time
	clocks [][]*clock // by metric and rank; nil where the level has no target
}

// A clock is a target, with its due times from the starts that are tried.
type clock struct {
	*policy.Target
	*promised
	calendar *calendar.Calendar
	level    severity.Level
	place    string
	open     bool // its measure comes from an attribute, and so is not known
}

// A due is when a target is due from some start, or why it is not.
type due struct {
	at  time.Time
	err error
}

// Tickets are reported every 11 hours for a year: at all hours of all weekdays, and
// on all dates.
const (
	sampleStep = 11 * time.Hour
	sampleSpan = 365 * 24 * time.Hour
)

// newView returns the view of the agreement that a policy was made from, with calendars that
// may be shared.
func newView(made *policy.Policy, a *policy.Agreement, p places, m *memo, on calendar.Date) *view {
	v := &view{Agreement: a, places: p, memo: m, on: on, start: m.starts[0]}
	for i := range a.Metrics {
		byRank := make([]*clock, a.Scale.Len()+1)
		for k := range a.Metrics[i].Targets {
			t := &a.Metrics[i].Targets[k]
			level, err := a.Scale.Parse(t.Level)
			if err != nil {
				continue
			}
			c := &clock{Target: t, calendar: a.Calendars[t.Calendar], level: level, place: p.metrics[i].targets[k], open: p.metrics[i].open[k]}
			c.promised = m.promised(made, a.Metrics[i].Name, t.Level, countingOf(t, c.calendar))
			byRank[level.Rank()] = c
		}
		v.clocks = append(v.clocks, byRank)
	}
	return v
}

// look runs all checks.
func (v *view) look(f *found) {
	v.checkLevels(f)
	v.checkHours(f)
	for i := range v.Metrics {
		v.checkEvents(f, i)
		v.checkGraver(f, i)
		for _, c := range v.clocks[i] {
			if c != nil {
				v.checkClock(f, c)
				v.checkGate(f, c, v.Metrics[i].Start)
			}
		}
		v.checkThresholds(f, i)
	}
	v.checkTicketEvents(f)
	v.checkLadderInPause(f)
	v.checkLadders(f)
}

// morning returns 09:00 of the first day, for a ticket whose hour does not matter.
func (v *view) morning() string {
	day := v.start.In(time.UTC)
	return stamp(time.Date(day.Year(), day.Month(), day.Day(), 9, 0, 0, 0, v.Location), v.Location)
}

// promise returns the clock that a metric has at a level, or nil if it has none.
func (v *view) promise(metric int, level severity.Level) *clock {
	return v.clocks[metric][level.Rank()]
}

// unknown returns why an instant is not known, or nil if it is another error.
func unknown(err error) *calendar.CoverageError {
	var e *calendar.CoverageError
	errors.As(err, &e)
	return e
}

// ended are the events after which a ticket has ended (T9).
const ended = policy.Kinds(1<<policy.Resolved | 1<<policy.Closed)

// names returns the names of kinds of events in order.
func (v *view) names(s policy.Kinds) []string {
	var all []string
	for k := policy.Kind(1); k < 64; k++ {
		if s.Has(k) {
			all = append(all, v.kind(k))
		}
	}
	return all
}

// kind returns the name of a kind of event, which can be one of the agreement's own.
func (v *view) kind(k policy.Kind) string {
	for i, name := range v.Events {
		if own, ok := policy.Own(i); ok && own == k {
			return name
		}
	}
	return k.String()
}
