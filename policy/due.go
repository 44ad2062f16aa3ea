package policy

import (
	"errors"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
)

// ErrMetric says that an agreement has no metric of a name.
var ErrMetric = errors.New("policy: no such metric")

// Due returns when a clock of a metric is due that starts at an instant and at a
// level, by one of its names, if nothing happens to it: no pause, no change of
// severity, no switch to other hours, no other version of the agreement. It is what
// [Policy.Evaluate] answers then. That the clock starts is taken as given, whatever
// its gate asks for.
//
// The start is an instant of the years 1 to 9999 in UTC, and not the zero time. At the
// due time itself the clock is not yet overdue. The Moment is none if the metric
// owes nothing at the level, and unknown if it hangs on holidays that are not known
// (G9). The error is an [ErrMetric] or a [severity.ErrLevel] that names what there is,
// an [ErrEvents] for another start, or says why the target has no due time: the
// calendar does not open often enough, or cannot be made.
func (p *Policy) Due(metric, level string, start time.Time) (calendar.Moment, error) {
	if p == nil || p.agreement.Scale == nil {
		return calendar.Moment{}, &PlaceError{Kind: ErrMetric, Place: "agreement", Why: "is none; make the Policy with New"}
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
	if err := g.lacks(calendar.Moment{}); err != nil {
		return calendar.Moment{}, err
	}
	return g.due(start, calendar.Moment{})
}

// metric returns the metric of a name.
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
