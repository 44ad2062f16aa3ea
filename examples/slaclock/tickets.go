package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
)

// An agreement is one that tickets can name.
type agreement struct {
	name string
	make func(policy.Customer, map[string]string) (*policy.Policy, error)
}

// agreements returns the agreements that promise times.
func agreements() []agreement {
	return []agreement{
		{purchased.Name, purchased.New},
		{cumulocity.Name, cumulocity.New},
		{ispsystem.Name, ispsystem.New},
		{portx.Name, portx.New},
	}
}

// ticketsCommand answers tickets.
func ticketsCommand() command {
	return lineCommand("tickets", "[-as-of INSTANT] [-explain]", "ticket timelines in, clocks out", func(flags *flag.FlagSet) answerFunc {
		ts := new(tickets)
		flags.Func("as-of", "answer all tickets for this `instant`, RFC 3339 with an offset, or now", ts.setAsOf)
		flags.BoolVar(&ts.explain, "explain", false, "add to every clock the steps of its computation")
		return ts.answer
	})
}

// maxPolicies is how many customers' agreements are kept for further tickets.
const maxPolicies = 4096

// A tickets answers tickets. It keeps the agreements of the last ones, since
// many tickets tend to be of one customer.
type tickets struct {
	asOf    policy.Stamp // empty: each ticket's own
	explain bool
	kept    map[string]*policy.Policy
}

// setAsOf sets the instant to answer for.
func (ts *tickets) setAsOf(text string) error {
	if text == "now" { // the one place at which the program looks at a clock
		now := time.Now().UTC()
		ts.asOf = policy.Stamp{Text: string(calendar.AppendTime(nil, now)), Time: now}
		return nil
	}
	at, err := calendar.ParseTime(text)
	if err != nil {
		return err
	}
	ts.asOf = policy.Stamp{Text: text, Time: at}
	return nil
}

// answer is an answerFunc.
func (ts *tickets) answer(line []byte) (string, answer, error) {
	var t policy.Ticket
	if err := t.UnmarshalJSON(line); err != nil {
		return t.ID, nil, err
	}
	p, err := ts.policy(&t)
	if err != nil {
		return t.ID, nil, err
	}
	if ts.asOf.Text != "" {
		t.AsOf = ts.asOf
	}
	events, err := p.Events(&t)
	if err != nil {
		return t.ID, nil, err
	}
	asOf, _ := t.Instant()
	evaluate := p.Evaluate
	if ts.explain {
		evaluate = p.Explain
	}
	a, err := evaluate(events, asOf.Time)
	if err != nil {
		return t.ID, nil, err
	}
	return t.ID, ticketAnswer{p, t.ID, asOf.Text, a}, nil
}

// policy returns the agreement of a ticket, for its customer and its readings.
func (ts *tickets) policy(t *policy.Ticket) (*policy.Policy, error) {
	key, err := json.Marshal([]any{t.Agreement, t.Customer, t.Readings})
	if err != nil {
		return nil, err
	}
	if p := ts.kept[string(key)]; p != nil {
		return p, nil
	}
	var names []string
	for _, a := range agreements() {
		names = append(names, a.name)
		if a.name != t.Agreement {
			continue
		}
		p, err := a.make(t.Customer, t.Readings)
		if err != nil {
			return nil, err
		}
		if ts.kept == nil || len(ts.kept) >= maxPolicies {
			ts.kept = map[string]*policy.Policy{}
		}
		ts.kept[string(key)] = p
		return p, nil
	}
	if t.Agreement == "sempre" {
		return nil, fmt.Errorf("agreement: %q promises no times: it has coverage and lifecycle only; write %s", t.Agreement, strings.Join(names, ", "))
	}
	return nil, fmt.Errorf("agreement: %q is not known; write %s", t.Agreement, strings.Join(names, ", "))
}

// A ticketAnswer is the answer to a ticket.
type ticketAnswer struct {
	policy   *policy.Policy
	id, asOf string
	policy.Answer
}

func (a ticketAnswer) appendJSON(b []byte) []byte {
	return a.policy.AppendAnswer(b, a.id, a.asOf, &a.Answer)
}

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
		name := c.Metric
		if c.Round > 1 {
			name = fmt.Sprintf("%s %d", c.Metric, c.Round)
		}
		t.row(append(first, c.Severity.String(), name, c.State.String(), c.Target, due, remaining, c.Clause)...)
		first = []string{"", ""}
		for _, s := range c.Why {
			t.line("    " + a.step(s))
		}
	}
	if len(a.Clocks) == 0 {
		t.row(append(first, a.Severity.String(), "no clock")...)
		first = []string{"", ""}
	}
	next := "nothing by itself"
	if n, ok := a.Next.Get(); ok {
		next = a.text(n.At) + "  " + n.What
	}
	t.row(append(first, "", "next", "", "", next)...)
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
	if s.By != "" {
		text += "  [" + s.By + "]"
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
	return at.In(a.policy.Location()).Format("Mon 2006-01-02 15:04:05.999999999 -07:00")
}
