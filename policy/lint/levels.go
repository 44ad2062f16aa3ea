package lint

import (
	"fmt"
	"strings"
)

// checkLevels looks for levels at which nothing is promised.
func (v *view) checkLevels(f *found) {
	at := v.morning()
	for _, level := range v.Scale.Levels() {
		promised := false
		for i := range v.Metrics {
			promised = promised || !v.Metrics[i].Ends && v.promise(i, level) != nil
		}
		if !promised {
			f.say(Warning, "level-without-target", v.level(level.Rank()), fmt.Sprintf("nothing is promised at %v", level),
				fmt.Sprintf("a ticket reported on %s as %v has no clock: nothing is ever due", at, level),
				"add a target for it, or a row without a level, or remove the level")
		}
	}
	for i := range v.Metrics {
		m := &v.Metrics[i]
		if len(m.Targets) == 0 && !v.metrics[i].elsewhere {
			f.say(Note, "metric-without-target", v.metrics[i].at, m.Name+" has no target", "it never has a clock", "add a target, or remove the metric")
		}
		if len(m.Targets) == 0 || m.Ends {
			continue
		}
		for rank := 1; rank < v.Scale.Len(); rank++ {
			level, _ := v.Scale.Level(rank)
			milder, _ := v.Scale.Level(rank + 1)
			if v.promise(i, level) == nil && v.promise(i, milder) != nil {
				f.say(Warning, "graver-level-without-target", v.metrics[i].at, fmt.Sprintf("%s has a target at %v and none at %v, which is graver", m.Name, milder, level),
					fmt.Sprintf("a ticket reported on %s as %v has no %s clock, and as %v it has one", at, level, m.Name, milder),
					fmt.Sprintf("add a target for %v", level))
			}
		}
	}
}

// often is from how many of a hundred starts a graver level must be due later than a milder
// one: fewer are explained by days on which the clocks change.
const often = 1

// checkGraver looks for a graver level that is due later than the next milder one.
func (v *view) checkGraver(f *found, metric int) {
	if v.Metrics[metric].Ends {
		return // the later a ticket closes by itself the better for the customer
	}
	var grave *clock
	for _, c := range v.clocks[metric] {
		if c == nil || c.open {
			continue
		}
		if grave != nil {
			v.compare(f, v.Metrics[metric].Name, grave, c)
		}
		grave = c
	}
}

// compare compares the due times of two levels of a metric.
func (v *view) compare(f *found, metric string, grave, mild *clock) {
	compared, later, first := 0, 0, -1
	for i := range v.starts {
		if grave.due[i].err != nil || mild.due[i].err != nil {
			continue
		}
		compared++
		if mild.due[i].at.Before(grave.due[i].at) {
			if later++; first < 0 {
				first = i
			}
		}
	}
	if compared == 0 || later*100 < compared*often || later == 0 {
		return
	}
	severity, how := Warning, fmt.Sprintf("can be due later than at %v", mild.level)
	if later == compared {
		severity, how = Error, fmt.Sprintf("is always due later than at %v", mild.level)
	}
	loc := v.Location
	f.say(severity, "graver-level-longer", grave.place, strings.Join([]string{metric, "at", grave.level.String(), how}, " ")+", which is milder",
		fmt.Sprintf("a ticket reported on %s is due on %s as %v (%v on %s) and on %s as %v (%v on %s); so it is at %d of %d instants of a year that were tried",
			stamp(v.starts[first], loc), stamp(grave.due[first].at, loc), grave.level, grave.Measure, grave.Calendar,
			stamp(mild.due[first].at, loc), mild.level, mild.Measure, mild.Calendar, later, compared),
		fmt.Sprintf("give %v the shorter measure or the longer hours", grave.level))
}
