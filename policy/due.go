package policy

import (
	"errors"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
)

// ErrMetric means that an agreement has no metric of the given name.
var ErrMetric = errors.New("policy: no such metric")

// Due returns when a clock of a metric is due if it starts at an instant and at a level,
// given by any of its names, and nothing happens to it: no pause, no change of severity, no
// switch to other hours, no other version of the agreement. It is what [Policy.Evaluate]
// answers in that case. Due takes it as given that the clock starts, whatever its gate asks
// for.
//
// The start must be an instant of the years 1 to 9999 in UTC, and not the zero time. At the
// due time itself the clock is not yet overdue. The Moment is zero if the metric owes
// nothing at the level, and unknown if it depends on holidays that are not known (G9).
//
// The error is an [ErrMetric] or a [severity.ErrLevel] that lists the names there are, an
// [ErrAgreement] for the zero Policy, or an [ErrEvents] for any other start. Otherwise it
// says why the target has no due time: the calendar does not open often enough, or cannot
// be made.
func (p *Policy) Due(metric, level string, start time.Time) (calendar.Moment, error) {
	if p == nil || p.agreement.Scale == nil {
		return calendar.Moment{}, errUnmade()
	}
	m, err := p.metric(metric)
	if err != nil {
		return calendar.Moment{}, err
	}
	at, err := p.agreement.Scale.Parse(level)
	if err != nil {
		return calendar.Moment{}, err
	}
	if outside(start) {
		return calendar.Moment{}, badInstant("start", start)
	}
	g := m.targets[at.Rank()]
	if g == nil {
		return calendar.Moment{}, nil
	}
	if err := g.lacks(new(calendar.Moment)); err != nil {
		return calendar.Moment{}, err
	}
	return g.due(start, new(calendar.Moment))
}

// metric returns the metric with a name.
func (p *Policy) metric(name string) (*metric, error) {
	for i := range p.metrics {
		if p.metrics[i].Name == name {
			return &p.metrics[i], nil
		}
	}
	why := "is not a metric of " + p.agreement.Name + ", which has none"
	if len(p.metrics) > 0 {
		names := make([]string, len(p.metrics))
		for i := range p.metrics {
			names[i] = p.metrics[i].Name
		}
		why = "is not a metric of " + p.agreement.Name + "; write " + enum.Either(names)
	}
	return nil, &PlaceError{Kind: ErrMetric, Place: "metric", Value: name, Why: why}
}
