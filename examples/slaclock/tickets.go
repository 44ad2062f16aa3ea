package main

import (
	"flag"
	"sync"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// ticketsCommand answers tickets.
func ticketsCommand() command {
	return lineCommand("tickets", "[-document FILE] [-as-of INSTANT] [-explain]", "ticket timelines in, clocks out", func(flags *flag.FlagSet) (answerFunc, func() error) {
		ts := newTickets()
		files := documentFlag(flags)
		flags.Func("as-of", "answer all tickets for this `instant`, RFC 3339 with an offset, or now", ts.setAsOf)
		flags.BoolVar(&ts.explain, "explain", false, "add to every clock the steps of its computation")
		return ts.answer, func() error { return ts.addDocuments(*files) }
	})
}

// A tickets answers tickets.
type tickets struct {
	asOf     policy.Stamp // empty: each ticket's own
	explain  bool
	policies policies
	desks    sync.Pool // of *desk
}

// newTickets returns what answers tickets under the agreements of the library.
func newTickets() *tickets {
	return &tickets{policies: policies{agreements: builtIn()}, desks: sync.Pool{New: func() any { return new(desk) }}}
}

// addDocuments adds the agreements of documents.
func (ts *tickets) addDocuments(paths documentPaths) error {
	files, err := paths.read()
	if err != nil {
		return err
	}
	return ts.policies.add(files)
}

// A desk is what a worker needs for a ticket, and uses again for the next.
type desk struct {
	reader policy.TicketReader
	ticket policy.Ticket
	events []policy.Event
	key    []byte
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
	d := ts.desks.Get().(*desk)
	defer ts.desks.Put(d)
	t := &d.ticket
	if err := d.reader.Read(t, line); err != nil {
		return t.ID, nil, err
	}
	p, key, err := ts.policies.of(t, d.key)
	d.key = key
	if err != nil {
		return t.ID, nil, err
	}
	if ts.asOf.Text != "" {
		t.AsOf = ts.asOf
	}
	d.events, err = p.AppendEvents(d.events[:0], t)
	if err != nil {
		return t.ID, nil, err
	}
	asOf, _ := t.Instant()
	evaluate := p.Evaluate
	if ts.explain {
		evaluate = p.Explain
	}
	a, err := evaluate(d.events, asOf.Time)
	if err != nil {
		return t.ID, nil, err
	}
	return t.ID, ticketAnswer{p, t.ID, asOf.Text, a}, nil
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
