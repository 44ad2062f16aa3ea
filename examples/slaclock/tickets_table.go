package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

func (a *ticketAnswer) print(t *table) {
	defer a.printed()
	// The names are padded to the usual width of the cells below them, since a table that is
	// printed row by row cannot know it in advance.
	t.header("TICKET  ", "AGREEMENT ", "SEVERITY ", "CLOCK        ", "STATE    ", "TARGET         ", "DUE                           ", "REMAINING ", "CLAUSE")
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
		a.printRung(t, &a.Escalation[i])
		for _, s := range a.Escalation[i].Why {
			t.line("    " + a.step(s))
		}
	}
	for i := range a.Ownership {
		o := &a.Ownership[i]
		t.row("", "", "", "owner "+o.Region, "from", "", a.text(o.From))
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

// printRung prints a step of a ladder, or a threshold of a clock. Who is told follows the
// columns, since that can be long, and so does the reason if the instant is unknown.
func (a *ticketAnswer) printRung(t *table, r *policy.Rung) {
	at, who := a.moment(r.At), "→ "+r.To
	if r.At.Unknown() != nil {
		at, who = "", who+", "+at
	}
	if told := a.moment(r.Notified); told != "" {
		who += ", told " + told
	}
	name, of := rungNames(r)
	t.rowThen(who, "", "", "", name, r.State.String(), of, at, "", r.Clause)
}

// rungNames returns the cells below CLOCK and TARGET for a step: a threshold shows its clock,
// a step its ladder and, after the first time, the repeat.
func rungNames(r *policy.Rung) (name, of string) {
	if r.Metric != "" {
		return roundName(r.Metric, r.Round), r.Threshold
	}
	name = "step " + strconv.Itoa(r.Step)
	if r.Round > 1 {
		of = "ladder " + strconv.Itoa(r.Round)
	}
	if r.Repeat > 0 {
		of = strings.TrimPrefix(of+", repeat "+strconv.Itoa(r.Repeat), ", ")
	}
	return name, of
}

// step returns a step of a computation in a form for people.
func (a *ticketAnswer) step(s policy.Step) string { return s.In(a.policy.Location()).String() }

// moment returns an instant in a form for people.
func (a *ticketAnswer) moment(m calendar.Moment) string {
	if at, ok := m.Get(); ok {
		return a.text(at)
	}
	if why := m.Unknown(); why != nil {
		return "unknown: " + why.Error()
	}
	return ""
}

// text returns an instant in the agreement's zone.
func (a *ticketAnswer) text(at time.Time) string {
	return at.In(a.policy.Location()).Format(policy.TimeLayout)
}
