package lint

import (
	"fmt"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// places are the places of an agreement's parts, without the place of the version.
type places struct {
	metrics   []metricPlaces
	ladders   []string
	calendars map[string]string
	level     func(rank int) string
	// spelled has the places of times written in days of 24 hours; nil if there is no text.
	spelled map[string]bool
}

// metricPlaces are the places of a metric's parts.
type metricPlaces struct {
	at         string
	elsewhere  bool // another row of the same name has targets
	targets    []string
	open       []bool // by target: whether its measure comes from an attribute, and so is not known
	thresholds []string
}

// places returns the rows that an agreement was made from, and a key that is the same for
// agreements made from the same rows, zones and holidays.
func (v *version) places(a *policy.Agreement, s *state) (p places, key string) {
	p.level = func(rank int) string { return fmt.Sprintf("levels[%d]", rank-1) }
	p.calendars, p.spelled = map[string]string{}, v.days
	var b strings.Builder
	for _, name := range namesOf(v.v.Calendars, calendarName) {
		place := fmt.Sprintf("calendars[%d]", s.best(calendarRows(v.v.Calendars, name)))
		p.calendars[name] = place
		b.WriteString(place)
		if c := a.Calendars[name]; c != nil {
			if cfg, ok := c.Config(); ok {
				fmt.Fprintf(&b, "|%s|%s|%s", cfg.Zone, cfg.Region.Code, cfg.Region.List)
			}
		} else {
			b.WriteString("|lacking")
		}
		b.WriteByte('\n')
	}
	for _, name := range namesOf(v.v.Metrics, metricName) {
		i := s.best(metricRows(v.v.Metrics, name))
		if i < 0 {
			continue
		}
		row := &v.v.Metrics[i]
		m := metricPlaces{at: fmt.Sprintf("metrics[%d]", i), elsewhere: v.promised(name)}
		for _, level := range s.scale.Levels() {
			if k := s.best(targetRows(row.Targets, level)); k >= 0 {
				m.targets = append(m.targets, fmt.Sprintf("%s.targets[%d]", m.at, k))
				m.open = append(m.open, row.Targets[k].Measure.Attribute != "")
			}
		}
		for k := range row.Thresholds {
			if s.holds(row.Thresholds[k].When) {
				m.thresholds = append(m.thresholds, fmt.Sprintf("%s.thresholds[%d]", m.at, k))
			}
		}
		p.metrics = append(p.metrics, m)
		b.WriteString(m.at + strings.Join(m.targets, ",") + ";" + strings.Join(m.thresholds, ",") + "\n")
	}
	for _, level := range s.scale.Levels() {
		if i := s.best(ladderRows(v.v.Ladders, level)); i >= 0 {
			p.ladders = append(p.ladders, fmt.Sprintf("ladders[%d]", i))
		}
	}
	b.WriteString(strings.Join(p.ladders, ","))
	return p, b.String()
}

// promised reports whether any row of a metric has a target, in any version. If so, a row
// without one says that such tickets have none.
func (v *version) promised(name string) bool {
	for _, w := range versions(v.Document) {
		for i := range w.Metrics {
			if w.Metrics[i].Name == name && len(w.Metrics[i].Targets) > 0 {
				return true
			}
		}
	}
	return false
}
