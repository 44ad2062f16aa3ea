package policy

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
)

// New checks an agreement and makes a [Policy] of it. The error lists every mistake with
// its place, one per line in the order of the fields, each an [ErrAgreement]; for a ladder,
// and for the regions, it has only the first. The Policy keeps what a points to, which must
// not change afterwards.
func New(a Agreement) (*Policy, error) {
	p := &Policy{agreement: a, choices: a.Choices.ForTickets()}
	var found mistakes
	if a.Name == "" {
		found.wrong("name", "", "is missing")
	}
	levels := a.Scale.Len() > 0
	if !levels {
		found.wrong("scale", "", "is missing; an agreement has at least one level")
	}
	switch {
	case a.Location == nil:
		found.wrong("location", "", "is missing; answers are printed in it")
	case a.Location == time.Local: // refused, not used (G10)
		found.wrong("location", "time.Local", "depends on the machine; name a zone")
	}
	found.add(a.checkCalendars())
	// What the events do to the ticket is known before what they do to its metrics.
	p.compileEvents()
	found.add(p.compileMetrics())
	found.add(a.checkEvents())
	p.lower = make([]severity.Level, a.Scale.Len()+1)
	if on := a.Lowering.Scale(); on != nil && on != a.Scale && levels {
		found.wrong("lowering", "", "is of another scale than the agreement's")
	}
	for _, level := range a.Scale.Levels() {
		if low, lowers := a.Lowering.After(level); lowers {
			p.lower[level.Rank()] = low
		}
	}
	if levels { // without them every name of one would be a mistake
		found.add(p.compileLadders())
		found.add(p.compileOwners())
	}
	p.still = !p.followed && len(a.Ladders) == 0 && a.Regions == nil
	if !a.SeverityChange.IsValid() {
		found.wrong("severity_change", a.SeverityChange.String(), "is not a mode")
	}
	if err := found.err(); err != nil {
		return nil, err
	}
	return p, nil
}

// A metric is a Metric with its targets by rank.
type metric struct {
	Metric
	place   int       // in the agreement, and so in the lists of a timeline
	bit     uint32    // and in its bits
	targets []*target // by rank; nil where the level has none
	// What an answer says of the next change, put together once.
	starts, falls string   // "response starts", "response due"
	holds         []uint64 // by threshold: the levels at which it holds, by rank
}

// target returns what m owes at a level, or nil.
func (m *metric) target(level severity.Level) *target { return m.targets[level.Rank()] }

// compileMetrics checks the metrics of the agreement and looks their names up.
func (p *Policy) compileMetrics() error {
	days := p.agreement.roundTheClock()
	var found mistakes
	for i := range p.agreement.Metrics {
		if i == MaxMetrics {
			found.wrong(fmt.Sprintf("metrics[%d]", i), p.agreement.Metrics[i].Name, fmt.Sprintf("is one too many; an agreement has at most %d metrics", MaxMetrics))
			break
		}
		found.add(p.compileMetric(i, days))
	}
	for i := range p.metrics {
		p.compileEffects(&p.metrics[i])
	}
	return found.err()
}

// roundTheClock returns, by zone, the agreement's calendars that are open all day, every
// day: those of calendar days. (Each calendar lays its pages out, so one is to do for
// all.)
func (a *Agreement) roundTheClock() map[*time.Location]*calendar.Calendar {
	all := map[*time.Location]*calendar.Calendar{}
	for _, c := range a.Calendars {
		if c == nil {
			continue
		}
		if cfg, ok := c.Config(); ok && reflect.DeepEqual(cfg, calendar.Config{Zone: cfg.Zone, Location: cfg.Location, Week: calendar.Daily(0, 24*time.Hour)}) {
			all[c.Location()] = c
		}
	}
	return all
}

// compileMetric checks metric i of the agreement and looks its names up.
func (p *Policy) compileMetric(i int, days map[*time.Location]*calendar.Calendar) error {
	a, m := &p.agreement, p.agreement.Metrics[i]
	place := fmt.Sprintf("metrics[%d]", i)
	var found mistakes
	switch {
	case m.Name == "":
		found.wrong(place+".name", "", "is missing")
	case slices.ContainsFunc(p.metrics, func(other metric) bool { return other.Name == m.Name }):
		found.wrong(place+".name", m.Name, "is the name of two metrics")
	}
	compiled := metric{Metric: m, place: i, bit: 1 << i, targets: make([]*target, a.Scale.Len()+1), starts: m.Name + " starts", falls: m.Name + " due"}
	for k, t := range m.Targets {
		place := fmt.Sprintf("%s.targets[%d]", place, k)
		c, err := a.compile(place, t, days)
		if rank := c.level.Rank(); compiled.targets[rank] != nil {
			found.wrong(place+".level", t.Level, "has two targets")
		} else if rank > 0 {
			compiled.targets[rank] = c
		}
		if err != nil {
			found.add(err)
			continue
		}
		if c.Gate.Event != 0 {
			p.hears[c.Gate.Event].deeds |= deedLet
		}
		if c.Gate.Opens || m.Ends {
			p.automatic |= 1 << i
		}
	}
	found.add(a.checkMetric(place, m))
	for _, h := range m.Thresholds {
		compiled.holds, p.followed = append(compiled.holds, a.levels(h.Levels)), true
	}
	p.metrics = append(p.metrics, compiled)
	return found.err()
}

func wrong(place, value, why string) error {
	return &PlaceError{Kind: ErrAgreement, Place: place, Value: value, Why: why}
}
