package main

import (
	"flag"
	"sync"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/picture"
)

// ticketsCommand answers tickets.
func ticketsCommand() command {
	return lineCommand("tickets", "[-document FILE] [-as-of INSTANT] [-explain]", "ticket timelines in, clocks out", drawFormats, func(flags *flag.FlagSet) lineWork {
		ts := newTickets()
		files := documentFlag(flags)
		flags.Func("as-of", "answer all tickets for this `instant`, RFC 3339 with an offset, or now", ts.setAsOf)
		flags.BoolVar(&ts.explain, "explain", false, "add to every clock the steps of its computation; a picture has them as it is")
		return lineWork{ts.answer, func(string) error { return ts.addDocuments(*files) }, ts.draw}
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
	if err := ts.read(d, line); err != nil {
		return t.ID, nil, err
	}
	p, key, err := ts.policies.of(t, d.key)
	d.key = key
	if err != nil {
		return t.ID, nil, err
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

// draw is a drawFunc.
func (ts *tickets) draw(line []byte, o picture.Options) ([]byte, error) {
	var d desk
	if err := ts.read(&d, line); err != nil {
		return nil, err
	}
	p, _, err := ts.policies.of(&d.ticket, nil)
	if err != nil {
		return nil, err
	}
	events, err := p.AppendEvents(nil, &d.ticket)
	if err != nil {
		return nil, err
	}
	asOf, _ := d.ticket.Instant()
	o.Title = titled(d.ticket.ID, p.Name()+" ticket")
	return picture.Ticket(p, events, asOf.Time, o)
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
