package policy

import (
	"maps"
	"slices"
)

// Owned reports whether regions own the tickets, as [Policy.Progress] requires.
func (p *Policy) Owned() bool { return p.data().Regions != nil }

// copied returns the agreement with maps and lists of its own. Calendars, the scale,
// the location, the lowering and the errors of Lacking never change, and stay the same.
func (a Agreement) copied() Agreement {
	a.Calendars, a.Lacking = maps.Clone(a.Calendars), maps.Clone(a.Lacking)
	a.Events, a.Roaming, a.Choices = slices.Clone(a.Events), slices.Clone(a.Roaming), slices.Clone(a.Choices)
	a.Metrics = slices.Clone(a.Metrics)
	for i := range a.Metrics {
		m := &a.Metrics[i]
		m.Targets, m.Thresholds = slices.Clone(m.Targets), slices.Clone(m.Thresholds)
		for k := range m.Thresholds {
			m.Thresholds[k].Levels = slices.Clone(m.Thresholds[k].Levels)
		}
	}
	a.Ladders = slices.Clone(a.Ladders)
	for i := range a.Ladders {
		l := &a.Ladders[i].Ladder
		l.Steps = slices.Clone(l.Steps)
	}
	if r := a.Regions; r != nil {
		own := *r
		own.List = slices.Clone(r.List)
		a.Regions = &own
	}
	return a
}
