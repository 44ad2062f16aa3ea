package main

import (
	"fmt"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// A diffReading is an override of a reading.
type diffReading struct {
	whatif.Override
	set atomic.Bool // on any ticket; several workers write it
}

// addReading adds an override if it is that of a reading. It is an error if the reading, or
// its value, does not exist. What a field of the customer or an attribute can be is for each
// ticket's agreement to say.
func (s *diffSide) addReading(o whatif.Override) error {
	if strings.HasPrefix(o.Name, "customer.") || strings.HasPrefix(o.Name, "attributes.") {
		return nil
	}
	if err := s.checkReading(o); err != nil {
		return err
	}
	s.readings = append(s.readings, diffReading{Override: o})
	return nil
}

// readingNames returns the names of the reading that an override can be for: an agreement
// that is called readings can have one with the whole name.
func readingNames(o whatif.Override) []string {
	return slices.Compact([]string{strings.TrimPrefix(o.Name, "readings."), o.Name})
}

// checkReading returns what is wrong with a reading if no agreement has it, with this value,
// for its tickets.
func (s *diffSide) checkReading(o whatif.Override) error {
	var wrong, misspelt error
	var known []string
	for _, a := range s.policies.agreements {
		choices, err := a.choose(nil)
		if err != nil {
			return err
		}
		for _, c := range choices {
			if c.Tickets {
				known = append(known, c.Name)
			}
			if !slices.Contains(readingNames(o), c.Name) {
				continue
			}
			switch _, err := a.choose(map[string]string{c.Name: o.Value}); {
			case err == nil && c.Tickets:
				return nil
			case err == nil:
				wrong = fmt.Errorf("%s is a reading on which no ticket depends; leave it out", quote(c.Name))
			default:
				wrong = err
			}
		}
		if name := readingNames(o)[0]; strings.HasPrefix(name, a.name+".") {
			_, misspelt = a.choose(map[string]string{name: o.Value}) // the error lists its readings
		}
	}
	switch {
	case wrong != nil:
		return wrong
	case misspelt != nil:
		return misspelt
	case len(known) == 0:
		return fmt.Errorf("%s is not a reading; the agreements have none", quote(o.Name))
	}
	return fmt.Errorf("%s is not a reading; write %s", quote(o.Name), enum.Either(known))
}

// note notes which readings a ticket was given.
func (s *diffSide) note(t *policy.Ticket) {
	for i := range s.readings {
		r := &s.readings[i]
		for _, name := range readingNames(r.Override) {
			if t.Readings[name] == r.Value {
				r.set.Store(true)
			}
		}
	}
}

// unused returns the overrides that no ticket was given, as they stand on the command line.
func (s *diffSide) unused() (all []string) {
	for i := range s.readings {
		if r := &s.readings[i]; !r.set.Load() {
			all = append(all, s.flag+" "+r.Name+"="+r.Value)
		}
	}
	return all
}
