package policy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/severity"
)

// A scale has few enough levels for their ranks, from 1, to be bits of a uint64:
// this does not compile otherwise.
const _ = uint(63 - severity.MaxLevels)

// checkEvents says what is wrong with the events that an agreement declares and
// listens to.
func (a *Agreement) checkEvents() error {
	if len(a.Events) > maxOwn {
		return wrong("events", fmt.Sprint(len(a.Events)), fmt.Sprintf("are too many; an agreement can declare %d", maxOwn))
	}
	for i, name := range a.Events {
		place := fmt.Sprintf("events[%d]", i)
		switch {
		case name == "":
			return wrong(place, "", "is missing; an event has a name")
		case slices.Contains(kindNames, name):
			return wrong(place, name, "is an event that every agreement has")
		case slices.Index(a.Events, name) < i:
			return wrong(place, name, "is declared twice")
		}
	}
	for _, set := range []struct {
		field string
		Kinds
	}{
		{"halt", a.Halt}, {"switch", a.Switch}, {"asked", a.Asked}, {"given", a.Given}, {"test", a.Test}, {"failed", a.Failed},
	} {
		if err := a.checkKinds(set.field, set.Kinds); err != nil {
			return err
		}
	}
	return nil
}

// checkMetric says what is wrong with the events and thresholds of a metric.
func (a *Agreement) checkMetric(place string, m Metric) error {
	for _, set := range []struct {
		field string
		Kinds
	}{
		{"start", m.Start}, {"unasked", m.Unasked}, {"restart", m.Restart}, {"resume", m.Resume},
		{"stop", m.Stop}, {"cancel", m.Cancel}, {"pause", m.Pause},
	} {
		if err := a.checkKinds(place+"."+set.field, set.Kinds); err != nil {
			return err
		}
	}
	for _, sub := range []struct {
		field string
		Kinds
	}{{"unasked", m.Unasked}, {"restart", m.Restart}} {
		if extra := sub.Kinds &^ m.Start; extra != 0 {
			return wrong(place+"."+sub.field, a.kindNames(extra), "is not among the events of start")
		}
	}
	if both := m.Pause & m.Resume; both != 0 {
		return wrong(place+".pause", a.kindNames(both), "is in resume too; an event does one of the two")
	}
	if m.Ends && m.Continue {
		return wrong(place+".continue", m.Name, "closes the ticket when it runs out; a clock that has closed it cannot go on")
	}
	for i, h := range m.Thresholds {
		if err := a.checkThreshold(fmt.Sprintf("%s.thresholds[%d]", place, i), h); err != nil {
			return err
		}
	}
	return nil
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
	for k := Kind(0); k < 64; k++ {
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

// levels returns the ranks of levels as bits; of none, those of all.
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
