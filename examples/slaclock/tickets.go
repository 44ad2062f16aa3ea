package main

import (
	"flag"
	"sync"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/picture"
)

// ownInstant says when a ticket is judged where -as-of is left out.
const ownInstant = " (default each ticket's as_of, or its own last event)"

// ticketsCommand answers tickets.
func ticketsCommand() command {
	return lineCommand("tickets", "[-document FILE] [-as-of INSTANT] [-explain]", "evaluate tickets: clocks, deadlines, escalation, owners", drawFormats, func(flags *flag.FlagSet) lineWork {
		ts := newTickets()
		files := documentFlag(flags)
		flags.Func("as-of", "answer all tickets for this `instant`, RFC 3339 with an offset, or now"+ownInstant, ts.setAsOf)
		flags.BoolVar(&ts.explain, "explain", false, "add the steps of its computation to every clock; a picture shows them anyway")
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
	ts := &tickets{policies: policies{agreements: builtIn()}}
	ts.desks.New = func() any {
		d := new(desk)
		d.answer.printed = func() { ts.desks.Put(d) }
		return d
	}
	return ts
}

// addDocuments adds the agreements of documents.
func (ts *tickets) addDocuments(paths documentPaths) error {
	files, err := paths.read()
	if err != nil {
		return err
	}
	return ts.policies.add(files)
}

// A desk is what a worker needs for a ticket, and reuses for the next one.
type desk struct {
	reader policy.TicketReader
	ticket policy.Ticket
	events []policy.Event
	key    []byte
	answer ticketAnswer
}

// setAsOf sets the instant to answer for.
func (ts *tickets) setAsOf(text string) error {
	if text == "now" { // the only place where the program reads a clock
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

// read reads a ticket, and gives it the instant at which all tickets are judged, if there is
// one.
func (ts *tickets) read(d *desk, line []byte) error {
	if err := d.reader.Read(&d.ticket, line); err != nil {
		return err
	}
	if ts.asOf.Text != "" {
		d.ticket.AsOf = ts.asOf
	}
	return nil
}

// prepare reads a ticket, and finds its agreement and the instant to answer for. It puts the
// rest into the desk: the ticket, whose id is set even on error if the line has one, and its
// events.
func (ts *tickets) prepare(d *desk, line []byte) (p *policy.Policy, asOf policy.Stamp, err error) {
	if err := ts.read(d, line); err != nil {
		return nil, asOf, err
	}
	if p, d.key, err = ts.policies.of(&d.ticket, d.key); err != nil {
		return nil, asOf, err
	}
	d.events, err = p.AppendEvents(d.events[:0], &d.ticket)
	asOf, _ = d.ticket.Instant()
	return p, asOf, err
}

// answer is an answerFunc. The desk is used for another ticket once its answer has been
// printed.
func (ts *tickets) answer(line []byte) (string, answer, error) {
	d := ts.desks.Get().(*desk)
	p, asOf, err := ts.prepare(d, line)
	a := &d.answer
	a.policy, a.id, a.asOf = p, d.ticket.ID, asOf
	switch {
	case err != nil:
	case ts.explain:
		a.Answer, err = p.Explain(d.events, asOf.Time)
	default:
		err = p.EvaluateInto(&a.Answer, d.events, asOf.Time)
	}
	id := a.id
	if err != nil {
		ts.desks.Put(d)
		return id, nil, err
	}
	return id, a, nil
}

// draw is a drawFunc.
func (ts *tickets) draw(line []byte, o picture.Options) ([]byte, error) {
	var d desk
	p, asOf, err := ts.prepare(&d, line)
	if err != nil {
		return nil, err
	}
	o.Title = titled(d.ticket.ID, p.Name()+" ticket")
	return picture.Ticket(p, d.events, asOf.Time, o)
}

// A ticketAnswer is the answer to a ticket.
type ticketAnswer struct {
	policy *policy.Policy
	id     string
	asOf   policy.Stamp
	policy.Answer
	printed func() // called when the answer has been printed and may be overwritten
}

func (a *ticketAnswer) appendJSON(b []byte) []byte {
	defer a.printed()
	return a.policy.AppendAnswer(b, a.id, a.asOf, &a.Answer)
}
