package policy

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/severity"
)

// A scale has few enough levels for their ranks, which start at 1, to be bits of a uint64;
// otherwise this does not compile.
const _ = uint(63 - severity.MaxLevels)

// checkCalendars says which calendars of an agreement are nil or were not made with
// calendar.New.
func (a *Agreement) checkCalendars() error {
	var found mistakes
	for _, name := range slices.Sorted(maps.Keys(a.Calendars)) {
		c := a.Calendars[name]
		if c == nil {
			found.wrong(strictjson.Inside("calendars", name), "", "is nil; make it with calendar.New")
		} else if _, err := c.Add(time.Unix(0, 0).UTC(), 0); err != nil { // only the zero Calendar has no answer here
			found.wrong(strictjson.Inside("calendars", name), "", "was not made with calendar.New")
		}
	}
	return found.err()
}

// checkEvents says what is wrong with the events that an agreement declares and
// listens to.
func (a *Agreement) checkEvents() error {
	if len(a.Events) > MaxEvents {
		return wrong("events", fmt.Sprint(len(a.Events)), fmt.Sprintf("are too many; an agreement can declare %d", MaxEvents))
	}
	var found mistakes
	for i, name := range a.Events {
		place := fmt.Sprintf("events[%d]", i)
		switch {
		case name == "":
			found.wrong(place, "", "is missing; an event has a name")
		case slices.Contains(kindNames.All(), name):
			found.wrong(place, name, "is an event that every agreement has")
		case slices.Index(a.Events, name) < i:
			found.wrong(place, name, "is declared twice")
		}
	}
	for _, set := range []struct {
		field string
		Kinds
	}{
		{"halt", a.Halt}, {"switch", a.Switch}, {"asked", a.Asked}, {"given", a.Given}, {"test", a.Test}, {"failed", a.Failed},
	} {
		found.add(a.checkKinds(set.field, set.Kinds))
	}
	return found.err()
}

// checkMetric says what is wrong with the events and thresholds of a metric.
func (a *Agreement) checkMetric(place string, m Metric) error {
	var found mistakes
	for _, set := range []struct {
		field string
		Kinds
	}{
		{"start", m.Start}, {"unasked", m.Unasked}, {"restart", m.Restart}, {"resume", m.Resume},
		{"stop", m.Stop}, {"cancel", m.Cancel}, {"pause", m.Pause},
	} {
		found.add(a.checkKinds(place+"."+set.field, set.Kinds))
	}
	for _, sub := range []struct {
		field string
		Kinds
	}{{"unasked", m.Unasked}, {"restart", m.Restart}} {
		if extra := sub.Kinds &^ m.Start; extra != 0 {
			found.wrong(place+"."+sub.field, a.kindNames(extra), "is not among the events of start")
		}
	}
	if both := m.Pause & m.Resume; both != 0 {
		found.wrong(place+".pause", a.kindNames(both), "is in resume too; an event does one of the two")
	}
	if m.Ends && m.Continue {
		found.wrong(place+".continue", m.Name, "closes the ticket when it runs out; a clock that has closed it cannot go on")
	}
	for i, h := range m.Thresholds {
		found.add(a.checkThreshold(fmt.Sprintf("%s.thresholds[%d]", place, i), h))
	}
	return found.err()
}

// checkKinds says which of a set of kinds the agreement does not have.
func (a *Agreement) checkKinds(place string, s Kinds) error {
	if extra := s&^(1<<(int(kindEnd)+len(a.Events))-1) | s&1; extra != 0 {
		return wrong(place, a.kindNames(extra), "is not an event of the agreement")
	}
	return nil
}

// kindNames returns the names of kinds of events, in their order.
func (a *Agreement) kindNames(s Kinds) string {
	var names []string
	for k := range Kind(64) {
		if s.Has(k) {
			names = append(names, a.kindName(k))
		}
	}
	return strings.Join(names, ", ")
}

// kindName returns the name of a kind of event.
func (a *Agreement) kindName(k Kind) string {
	if i := int(k) - int(kindEnd); i >= 0 && i < len(a.Events) {
		return a.Events[i]
	}
	return k.String()
}

// levels returns the ranks of levels as bits; without names, those of all levels.
func (a *Agreement) levels(names []string) (ranks uint64) {
	for _, name := range names {
		if level, err := a.Scale.Parse(name); err == nil {
			ranks |= 1 << level.Rank()
		}
	}
	if len(names) == 0 {
		return 1<<64 - 1
	}
	return ranks
}
