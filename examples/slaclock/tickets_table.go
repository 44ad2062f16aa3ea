package main

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

func (a ticketAnswer) print(t *table) {
	// The names are padded to what usually stands below them, since a table
	// that is printed as it comes cannot know.
	t.header("TICKET  ", "AGREEMENT ", "SEVERITY ", "CLOCK       ", "STATE    ", "TARGET         ", "DUE                           ", "REMAINING ", "CLAUSE")
	first := []string{a.id, a.policy.Name()}
	for _, c := range a.Clocks {
		due := a.moment(c.Due)
		if c.State == policy.Waiting {
			due = "waits for " + c.WaitingFor
		}
		remaining := ""
		if d, ok := c.Remaining.Get(); ok {
			remaining = d.String()
		}
		t.row(append(first, c.Severity.String(), roundName(c.Metric, c.Round), c.State.String(), c.Target, due, remaining, c.Clause)...)
		first = []string{"", ""}
		for _, s := range c.Why {
			t.line("    " + a.step(s))
		}
	}
	if len(a.Clocks) == 0 {
		t.row(append(first, a.Severity.String(), "no clock")...)
		first = []string{"", ""}
	}
	for i := range a.Escalation {
		t.under(clockColumn, a.rung(&a.Escalation[i]))
		for _, s := range a.Escalation[i].Why {
			t.line("    " + a.step(s))
		}
	}
	for i := range a.Ownership {
		o := &a.Ownership[i]
		t.under(clockColumn, o.Region+" from "+a.text(o.From))
		for _, s := range a.policy.WhyOwner(o) {
			t.line("    " + a.step(s))
		}
	}
	at, what := "nothing by itself", ""
	if n, ok := a.Next.Get(); ok {
		at, what = a.text(n.At), n.What
	}
	t.rowThen(what, append(first, "", "next", "", "", at)...)
}

// clockColumn is the column below which steps and owners stand, on lines of their
// own that take no part in the columns.
const clockColumn = 3

// rung returns a step of a ladder, or a threshold of a clock, as people read it.
func (a ticketAnswer) rung(r *policy.Rung) string {
	text := r.String() + " → " + r.To + "  " + r.State.String()
	if at := a.moment(r.At); at != "" {
		text += " " + at
	}
	if told := a.moment(r.Notified); told != "" {
		text += ", told " + told
	}
	return text + "  " + r.Clause
}

// step returns a step of a computation as people read it.
func (a ticketAnswer) step(s policy.Step) string {
	text := fmt.Sprintf("%-8s", s.Kind)
	if at := a.moment(s.At); at != "" {
		text += " " + at
	}
	if until := a.moment(s.Until); until != "" {
		text += " to " + until
	}
	if d, ok := s.Amount.Get(); ok {
		text += "  " + d.String()
	}
	if s.Text != "" {
		text += "  " + s.Text
	}
	if by := s.Source(); by != "" {
		text += "  [" + by + "]"
	}
	return text
}

// moment returns an instant as people read it.
func (a ticketAnswer) moment(m calendar.Moment) string {
	if at, ok := m.Get(); ok {
		return a.text(at)
	}
	if why := m.Unknown(); why != nil {
		return "unknown: " + why.Error()
	}
	return ""
}

// text returns an instant in the agreement's zone.
func (a ticketAnswer) text(at time.Time) string {
	return at.In(a.policy.Location()).Format(tableTime)
}
