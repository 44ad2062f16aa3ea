package policy

import (
	"fmt"
	"maps"
	"slices"

	"github.com/slaclock/slaclock/calendar"
)

// An Alternative is the answer to a ticket under one choice of the open readings that
// matter to it. The zero Alternative stands for no alternative.
type Alternative struct {
	Choices Choices // of the readings that matter to the ticket
	Answer  Answer
}

// maxAlternatives is the greatest number of combinations of readings that are tried.
const maxAlternatives = 4096

// Alternatives answers a ticket under every combination of the open readings that matter to
// it: a reading is left out if its value never changes a start, a due time, a state, a step
// or an owner of this ticket. The first alternative has the defaults. If it is the only
// one, nothing that the text leaves open affects the ticket; if there are more, [Deadlines]
// shows which due times differ.
//
// The readings are those of the agreement, and with makes its Policy under a choice of
// their values. The error is that of with, of [Policy.Events] or of [Policy.Evaluate], an
// [ErrAgreement] if with is nil or makes no Policy, an [ErrTicket] if the ticket is nil or
// names another agreement, or an [ErrReading] if a reading has no values or there are more
// than 4096 combinations.
func Alternatives(readings []Reading, t *Ticket, with func(Customer, map[string]string) (*Policy, error)) ([]Alternative, error) {
	switch {
	case with == nil:
		return nil, wrong("with", "", "is nil; give the function that makes the agreement")
	case t == nil:
		return nil, errNoTicket()
	}
	var open []Reading
	total := 1
	for _, r := range readings {
		if r.Tickets {
			if len(r.Values) == 0 {
				return nil, r.valueless()
			}
			open = append(open, r)
			if total *= len(r.Values); total > maxAlternatives {
				return nil, &PlaceError{Kind: ErrReading, Place: "readings", Why: fmt.Sprintf("have too many combinations; ask with readings that have at most %d", maxAlternatives)}
			}
		}
	}
	answers := make([]Answer, total)
	keys := make([]string, total)
	for n := range answers {
		given := maps.Clone(t.Readings)
		if given == nil {
			given = map[string]string{}
		}
		for i, v := range valuesOf(open, n) {
			given[open[i].Name] = v
		}
		p, err := with(t.Customer, given)
		if err == nil && p == nil {
			err = wrong("with", "", "made no Policy, and gave no error")
		}
		if err != nil {
			return nil, err
		}
		if answers[n], _, err = p.AnswerTicket(t); err != nil {
			return nil, err
		}
		keys[n] = answers[n].key()
	}
	matters := make([]bool, len(open))
	step := 1
	for i, r := range open {
		for n := range answers {
			// The same combination with the first value of this reading.
			base := n - n/step%len(r.Values)*step
			matters[i] = matters[i] || keys[n] != keys[base]
		}
		step *= len(r.Values)
	}
	var all []Alternative
	for n := range answers {
		values := valuesOf(open, n)
		var choices Choices
		wanted := true
		for i, r := range open {
			if matters[i] {
				choices = append(choices, Choice{r.Name, values[i], true})
			} else {
				wanted = wanted && values[i] == r.Values[0]
			}
		}
		if wanted {
			all = append(all, Alternative{choices, answers[n]})
		}
	}
	return all, nil
}

// valuesOf returns the values of readings in combination n, counted with the
// first reading changing fastest.
func valuesOf(readings []Reading, n int) []string {
	values := make([]string, len(readings))
	for i, r := range readings {
		values[i] = r.Values[n%len(r.Values)]
		n /= len(r.Values)
	}
	return values
}

// key tells answers apart by what they owe, who is told and who owns the ticket.
func (a *Answer) key() string {
	var key []byte
	for i := range a.Clocks {
		c := &a.Clocks[i]
		key = fmt.Appendf(key, "%s %d %v %v %v %v;", c.Metric, c.Round, c.State, inUTC(c.Due), c.Severity, inUTC(c.Started))
	}
	for i := range a.Escalation {
		r := &a.Escalation[i]
		key = fmt.Appendf(key, "%s %s %d %d %d %s %v %v %v;", r.Metric, r.Threshold, r.Round, r.Step, r.Repeat, r.To, r.State, inUTC(r.At), inUTC(r.Notified))
	}
	for i := range a.Ownership {
		key = fmt.Appendf(key, "%v %s;", a.Ownership[i].From.UTC(), a.Ownership[i].Region)
	}
	return string(key)
}

// inUTC returns a Moment in UTC, so that two of them can be compared as text.
func inUTC(m calendar.Moment) calendar.Moment {
	if at, ok := m.Get(); ok {
		return calendar.At(at.UTC())
	}
	return m
}

// A Deadline is a clock whose due time depends on the open readings. The zero Deadline
// stands for no clock.
type Deadline struct {
	Metric string
	Round  int
	Due    []calendar.Moment // by alternative; zero where the clock has no due time
}

// Deadlines returns the clocks whose due times differ between alternatives, in
// the order in which the first alternative that has them lists them.
func Deadlines(all []Alternative) []Deadline {
	var found []Deadline
	for n := range all {
		for _, c := range all[n].Answer.Clocks {
			i := slices.IndexFunc(found, func(d Deadline) bool { return d.Metric == c.Metric && d.Round == c.Round })
			if i < 0 {
				i = len(found)
				found = append(found, Deadline{c.Metric, c.Round, make([]calendar.Moment, len(all))})
			}
			found[i].Due[n] = c.Due
		}
	}
	return slices.DeleteFunc(found, func(d Deadline) bool {
		for _, m := range d.Due {
			if !m.Equal(d.Due[0]) {
				return false
			}
		}
		return true
	})
}
