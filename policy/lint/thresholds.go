package lint

import (
	"fmt"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// checkThresholds checks who is told while the clocks of a metric run.
func (v *view) checkThresholds(f *found, metric int) {
	m := &v.Metrics[metric]
	all := v.newTold(len(m.Thresholds))
	for i := range m.Thresholds {
		h, place := &m.Thresholds[i], v.metrics[metric].thresholds[i]
		clocks := 0
		var bare []severity.Level // levels of the threshold at which there is no target
		never := error(nil)       // why it is never reached
		early := (*clock)(nil)    // a clock at whose start it has been reached already
		hours := (*clock)(nil)    // a clock in working hours on whose calendar it is counted, if there is one
		for _, level := range v.Scale.Levels() {
			if !h.Holds(level) {
				continue
			}
			c := v.promise(metric, level)
			switch {
			case c != nil:
				if clocks++; hours == nil || v.of(hours.calendar).always {
					hours = c
				}
				if never == nil {
					if never = v.neverTold(c, h); never != nil {
						f.say(Error, "unreachable-step", place, fmt.Sprintf("%v never comes", h),
							fmt.Sprintf("a ticket reported on %s as %v is answered with an error: %v", stamp(v.starts[0], v.Location), level, never), moreHours(never, "time"))
					}
				}
				if early == nil && v.atStart(h, c) {
					early = c
				}
			case len(h.Levels) > 0:
				bare = append(bare, level)
			}
		}
		switch {
		case clocks == 0 && len(m.Targets) > 0:
			f.say(Error, "unreachable-step", place, fmt.Sprintf("%v is at no level that has a target of %s", h, m.Name), h.To+" is never told", "add a target for its levels, or name a level that has one")
			bare = nil // which is all of them
		case m.Ends && afterDue(h):
			f.say(Error, "unreachable-step", place, fmt.Sprintf("%v comes after the ticket has closed by itself", h),
				"the ticket ends when "+m.Name+" runs out, so that "+h.To+" is never told", "take a time before the due time")
		case early != nil:
			f.say(Warning, "step-at-start", place, fmt.Sprintf("%v is no later than the start at %v, where %s gives %v", h, early.level, m.Name, early.Measure),
				fmt.Sprintf("a ticket reported on %s as %v has %s told at once", stamp(v.starts[0], v.Location), early.level, h.To), "take less time before the due time")
		}
		for _, level := range bare {
			f.say(Warning, "unreachable-step", place, fmt.Sprintf("%v is at %v, where %s has no target", h, level, m.Name),
				fmt.Sprintf("%s is never told of a ticket at %v", h.To, level), "add a target for the level, or leave the level out")
		}
		if hours != nil {
			v.checkDays(f, place+".before", h.Before.Time, hours.calendar, false)
			v.checkDays(f, place+".after", h.After.Time, hours.calendar, false)
		}
		if !m.Ends || !afterDue(h) {
			v.checkTwice(f, metric, i, all)
		}
	}
}

// afterDue reports whether a threshold comes after the due time.
func afterDue(h *policy.Threshold) bool { return h.Percent > 100 || h.After != policy.Measure{} }

// atStart reports whether a threshold before the due time is never later than the
// start of a clock.
func (v *view) atStart(h *policy.Threshold, c *clock) bool {
	if h.Before == (policy.Measure{}) || c.open {
		return false
	}
	tried := false
	for i, d := range c.due {
		at, err := toldAt(c.calendar, h, v.starts[i], d)
		if err != nil {
			continue
		}
		// A start outside the hours counts as the next opening.
		if left, err := c.calendar.Between(v.starts[i], at); err != nil || left > 0 {
			return false
		}
		tried = true
	}
	return tried
}
