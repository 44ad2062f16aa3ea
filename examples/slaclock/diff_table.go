package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// A diffAnswer is what is different for a ticket.
type diffAnswer struct{ *whatif.Diff }

func (a diffAnswer) appendJSON(b []byte) []byte { return a.AppendJSON(b) }

func (a diffAnswer) print(t *table) {
	t.header("TICKET  ", "AGREEMENT ", "SEVERITY ", "DIFFERENT   ", "OLD                           ", "NEW                           ", "MOVED     ", "STATE   ", "BECAUSE")
	first := []string{a.ID, a.Old.Policy.Name()}
	row := func(cells ...string) {
		t.row(append(first, cells...)...)
		first = []string{"", ""}
	}
	if a.SeverityDiffers() {
		row("", "severity", a.Old.Answer.Severity.String(), a.New.Answer.Severity.String())
	}
	for i := range a.Clocks {
		c := &a.Clocks[i]
		level, before, after := "", "no clock", "no clock"
		var states []string
		if c.Old != nil {
			level, before, states = c.Old.Severity.String(), a.moment(&a.Old, c.Old.Due), append(states, c.Old.State.String())
		}
		if c.New != nil {
			level, after, states = c.New.Severity.String(), a.moment(&a.New, c.New.Due), append(states, c.New.State.String())
		}
		moved := ""
		if by, ok := c.Moved(); ok && by != 0 {
			moved = by.String()
		}
		row(level, roundName(c.Metric, c.Round), before, after, moved, strings.Join(slices.Compact(states), " to "), because(c.Causes))
	}
	for i := range a.Rungs {
		s := &a.Rungs[i]
		before, after := "no step", "no step"
		var states []string
		if s.Old != nil {
			before, states = a.moment(&a.Old, s.Old.At), append(states, s.Old.State.String())
		}
		if s.New != nil {
			after, states = a.moment(&a.New, s.New.At), append(states, s.New.State.String())
		}
		from, to := tells(s)
		row("", stepName(s), before+from, after+to, "", strings.Join(slices.Compact(states), " to "), "")
	}
	if n := len(a.Owners); n > 0 {
		o := a.Owners[0]
		row("", "owner", a.owner(&a.Old, o.Old.From, o.Old.Region), a.owner(&a.New, o.New.From, o.New.Region), "", "", fmt.Sprintf("%d changes of owner", n))
	}
	if len(a.Clocks)+len(a.Rungs)+len(a.Owners) == 0 && a.NextDiffers() {
		row("", "next", a.next(&a.Old), a.next(&a.New))
	}
}

// tells returns, to follow the instants of a step, whom it tells and by which clause on each
// side, if they differ.
func tells(s *whatif.Rung) (before, after string) {
	if s.Old == nil || s.New == nil {
		return "", ""
	}
	if s.Old.To != s.New.To {
		before, after = " → "+s.Old.To, " → "+s.New.To
	}
	if s.Old.Clause != s.New.Clause {
		before, after = before+" by "+s.Old.Clause, after+" by "+s.New.Clause
	}
	return before, after
}

// stepName names a step of a ladder, or a threshold of a clock, that differs: a threshold by
// when it is reached, on both sides if that differs.
func stepName(s *whatif.Rung) string {
	switch {
	case s.Old == nil:
		return s.New.String()
	case s.New == nil || s.Old.Threshold == s.New.Threshold:
		return s.Old.String()
	}
	return s.Old.Threshold + " to " + s.New.String()
}

// moment returns an instant in a form for people.
func (a diffAnswer) moment(s *whatif.Side, m calendar.Moment) string {
	at, ok := m.Get()
	if !ok {
		return m.String()
	}
	return at.In(s.Policy.Location()).Format(policy.TimeLayout)
}

// next returns the next change of a side in a form for people.
func (a diffAnswer) next(s *whatif.Side) string {
	next, ok := s.Answer.Next.Get()
	if !ok {
		return "nothing by itself"
	}
	return a.moment(s, calendar.At(next.At)) + " " + next.What
}

func (a diffAnswer) owner(s *whatif.Side, from time.Time, region string) string {
	if region == "" {
		return "no change"
	}
	return a.moment(s, calendar.At(from)) + " " + region
}

// because describes causes in a few words. It leaves out the hours: the causes next to them
// say why they differ.
func because(causes []whatif.Cause) string {
	var words []string
	for _, c := range causes {
		switch c.Kind {
		case whatif.CauseHours:
		case whatif.CauseReading:
			words = append(words, c.Name+"="+c.New)
		default:
			words = append(words, c.Name)
		}
	}
	return strings.Join(slices.Compact(words), ", ")
}

// A summaryAnswer is the summary of all tickets.
type summaryAnswer struct {
	*whatif.Summary
	unused []string // the overrides of readings that no ticket has
}

func (a summaryAnswer) appendJSON(b []byte) []byte {
	b = a.AppendJSON(append(b, `{"summary":`...))
	for i, o := range a.unused {
		b = append(b, [...]string{`,"unused":[`, ","}[min(i, 1)]...)
		b = strictjson.AppendString(b, o)
	}
	if len(a.unused) > 0 {
		b = append(b, ']')
	}
	return append(b, '}')
}

func (a summaryAnswer) print(t *table) {
	t.header("AGREEMENT ", "CLOCK     ", "SEVERITY ", "CLOCKS", "DIFFER", "EARLIER", "LATER", "APPEARED", "VANISHED", "BREACHED", "SAVED", "LEAST     ", "MEDIAN    ", "GREATEST")
	for _, r := range a.Rows() {
		if r.Differ == 0 {
			continue
		}
		cells := []string{r.Agreement, r.Metric, r.Level}
		for _, n := range [...]int{r.Clocks, r.Differ, r.Earlier, r.Later, r.Appeared, r.Vanished, r.Breached, r.Saved} {
			cells = append(cells, strconv.Itoa(n))
		}
		if r.Moves() > 0 {
			cells = append(cells, r.Min.String(), r.Median.String(), r.Max.String())
		}
		t.row(cells...)
	}
	if steps := a.Steps(); len(steps) > 0 {
		t.header("AGREEMENT ", "STEPS OF  ", "DIFFER", "EARLIER", "LATER", "APPEARED", "VANISHED", "RECIPIENT")
		for _, r := range steps {
			of := r.Metric
			if of == "" {
				of = "ladders"
			}
			cells := []string{r.Agreement, of}
			for _, n := range [...]int{r.Differ, r.Earlier, r.Later, r.Appeared, r.Vanished, r.Recipient} {
				cells = append(cells, strconv.Itoa(n))
			}
			t.row(cells...)
		}
	}
	if causes := a.Causes(); len(causes) > 0 {
		t.header("AGREEMENT ", "BECAUSE ", "OF                            ", "OLD       ", "NEW       ", "CLOCKS")
		for _, c := range causes {
			t.row(c.Agreement, string(c.Kind), c.Name, c.Old, c.New, strconv.Itoa(c.Clocks))
		}
	}
	t.line("")
	t.line(fmt.Sprintf("tickets: %d, of which %d differ", a.Tickets(), a.Differing()))
	for _, v := range [...]struct {
		name string
		whatif.Verdicts
	}{{"newly breached", a.Breached()}, {"saved", a.Saved()}} {
		line := fmt.Sprintf("%s: %d", v.name, v.Total)
		for i, one := range v.List {
			line += [...]string{": ", ", "}[min(i, 1)] + strings.TrimSpace(one.ID+" "+roundName(one.Metric, one.Round))
		}
		if more := v.Total - len(v.List); more > 0 && len(v.List) > 0 {
			line += fmt.Sprintf(", and %d more", more)
		}
		t.line(line)
	}
	for _, o := range a.unused {
		t.line("unused: " + o + ": it is a reading of none of the tickets")
	}
}
