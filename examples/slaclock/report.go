package main

import (
	"flag"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
)

// reportCommand counts how promises were kept. Package compliance says what is
// counted where.
func reportCommand() command {
	const about = `summarise how tickets kept the promises of their agreements

For each agreement, metric, severity and month the report counts the clocks that
were met, breached and so on, and gives the share met / (met + breached) in percent,
rounded down. For clocks that have stopped it gives the median and the 90th and 95th
percentile (nearest rank) of the elapsed working time, and of that time as a share of
the target in percent, rounded up. It then lists the worst clocks of each agreement
and metric, longest overdue in working time first (by the wall clock where working
time is unknown), and the time that each owner held tickets in the month of the report.

A ticket is judged at its as_of, or without one at its own last event, so that it is
never overdue for the silence that follows. The last line says how many tickets with
open clocks were judged that way; -as-of judges all tickets at one instant.

With -format json each row is a line with "row": "clocks", "late" or "owner"; the last
line is {"row":"total","tickets":…,"at_last_event":…}. Memory grows by 12 bytes for
each stopped clock, not with the size of the input.`
	return gatherCommand("report", "[-document FILE] [-as-of INSTANT] [-month started|due|stopped] [-n N]", about, func(flags *flag.FlagSet) gatherer {
		r := &reporter{tickets: newTickets(), options: compliance.Options{Worst: 5}, documents: documentFlag(flags)}
		r.parts.make = func() (*compliance.Report, error) { return compliance.NewReport(r.options) }
		flags.Func("as-of", "judge all tickets at this `instant`, RFC 3339 with an offset, or now"+ownInstant, r.tickets.setAsOf)
		flags.Func("month", "count a clock in the month of this `INSTANT` of it: "+enum.Either(compliance.BasisNames())+"; one without it has no month (default started)", func(text string) (err error) {
			r.options.Basis, err = compliance.ParseBasis(text)
			return err
		})
		flags.Func("n", "list the `N` worst clocks of each metric (default 5)", func(text string) (err error) {
			r.options.Worst, err = parseCount(text)
			return err
		})
		return r
	})
}

// A reporter counts tickets.
type reporter struct {
	tickets   *tickets
	options   compliance.Options
	documents *documentPaths
	parts     stock[*compliance.Report]
	silent    atomic.Int64 // tickets with open clocks that were judged at their own last event
}

func (r *reporter) check() error { return r.tickets.addDocuments(*r.documents) }

// answer is an answerFunc; a ticket that can be counted has no answer of its own.
func (r *reporter) answer(line []byte) (string, answer, error) {
	d := r.tickets.desks.Get().(*desk)
	defer r.tickets.desks.Put(d)
	p, asOf, err := r.tickets.prepare(d, line)
	if err != nil {
		return d.ticket.ID, nil, err
	}
	judged, err := compliance.Judge(d.ticket.ID, p, d.events, asOf.Time)
	if err != nil {
		return d.ticket.ID, nil, err
	}
	if d.ticket.AsOf == (policy.Stamp{}) && slices.ContainsFunc(judged.Answer.Clocks, isOpen) {
		r.silent.Add(1)
	}
	return d.ticket.ID, nil, r.parts.with(func(part *compliance.Report) { part.Add(&judged) })
}

// isOpen reports whether a clock runs, waits or pauses.
func isOpen(c policy.Clock) bool {
	_, stopped := c.Stopped.Get()
	return !stopped && c.State != policy.Cancelled
}

// finish prints the report.
func (r *reporter) finish(out *output) error {
	all, err := compliance.NewReport(r.options)
	if err != nil {
		return err
	}
	for _, part := range r.parts.all {
		if err := all.Merge(part); err != nil {
			return err
		}
	}
	for _, row := range all.Rows() {
		out.one(clocksRow{row})
	}
	for _, late := range all.Worst() {
		out.one(lateRow{late})
	}
	for _, owner := range all.Owners() {
		out.one(ownerRow{owner})
	}
	out.one(totalRow{all.Tickets(), int(r.silent.Load())})
	return nil
}

// appendRow appends an object of the report's, with its kind of row as first field.
func appendRow(b []byte, kind string, row interface{ AppendJSON([]byte) []byte }) []byte {
	b = append(append(append(b, `{"row":"`...), kind...), '"')
	begin := len(b)
	b = row.AppendJSON(b)
	b[begin] = ',' // in place of its brace, since fields precede it
	return b
}

// A clocksRow is a row of the report.
type clocksRow struct{ compliance.Row }

func (r clocksRow) appendJSON(b []byte) []byte { return appendRow(b, "clocks", &r.Row) }

func (r clocksRow) print(t *table) {
	t.header("AGREEMENT ", "CLOCK     ", "SEVERITY ", "MONTH  ", "CLOCKS", "MET", "BREACHED", "OVERDUE", "OPEN", "PAUSED", "WAITING", "CANCELLED", "UNKNOWN",
		"SHARE", "MEDIAN    ", "90TH      ", "95TH      ", "OF TARGET", "90TH ", "95TH ")
	cells := []string{r.Agreement, r.Metric, r.Level, r.Month.String()}
	for _, n := range [...]int{r.Clocks, r.Met, r.Breached, r.Overdue, r.Open, r.Paused, r.Waiting, r.Cancelled, r.Unknown} {
		cells = append(cells, strconv.Itoa(n))
	}
	share := "none"
	if s, ok := r.Share().Tenths(); ok {
		share = s.String() + "%"
	}
	cells = append(cells, share)
	if p := r.Elapsed; p.Count > 0 {
		cells = append(cells, p.Median.String(), p.P90.String(), p.P95.String())
	} else {
		cells = append(cells, "", "", "")
	}
	if p := r.OfTarget; p.Count > 0 {
		cells = append(cells, p.Median.String()+"%", p.P90.String()+"%", p.P95.String()+"%")
	}
	t.row(cells...)
}

// A lateRow is one of the worst clocks.
type lateRow struct{ compliance.LateClock }

func (r lateRow) appendJSON(b []byte) []byte { return appendRow(b, "late", &r.LateClock) }

func (r lateRow) print(t *table) {
	t.header("AGREEMENT ", "LATE      ", "TICKET  ", "SEVERITY ", "DUE                           ", "OVERDUE   ", "BY THE WALL")
	overdue := "unknown"
	if d, ok := r.Overdue.Get(); ok {
		overdue = d.String()
	}
	wall := r.Wall.String()
	if !r.Stopped {
		wall += " and on"
	}
	t.row(r.Agreement, roundName(r.Metric, r.Round), r.ID, r.Level, r.Due.Format(policy.TimeLayout), overdue, wall)
}

// An ownerRow is how long a region owned tickets.
type ownerRow struct{ compliance.Owner }

func (r ownerRow) appendJSON(b []byte) []byte { return appendRow(b, "owner", &r.Owner) }

func (r ownerRow) print(t *table) {
	t.header("AGREEMENT ", "OWNER   ", "MONTH  ", "TICKETS", "OPEN      ", "WORKED")
	owner, worked := r.Region, r.Worked.String()
	if owner == "" {
		owner = "not known"
	}
	if r.Unknown > 0 {
		worked += fmt.Sprintf(", and not known of %d", r.Unknown)
	}
	t.row(r.Agreement, owner, r.Month.String(), strconv.Itoa(r.Tickets), r.Open.String(), worked)
}

// A totalRow is the number of tickets that were counted, and of those that may look better
// than they are, because they have open clocks and were judged at their own last event.
type totalRow struct{ tickets, silent int }

func (n totalRow) appendJSON(b []byte) []byte {
	w := strictjson.NewWriter(b)
	w.OpenObject()
	w.Name("row").Text("total")
	w.Name("tickets").Int(n.tickets)
	w.Name("at_last_event").Int(n.silent)
	w.CloseObject()
	return w.Bytes()
}

func (n totalRow) print(t *table) {
	if t.head != nil {
		t.line("")
	}
	t.line("tickets: " + strconv.Itoa(n.tickets))
	switch n.silent {
	case 0:
	case 1:
		t.line("1 open ticket was judged at its own last event; give -as-of to judge it later")
	default:
		t.line(strconv.Itoa(n.silent) + " open tickets were judged at their own last event; give -as-of to judge them later")
	}
}

// roundName names a clock: "response", "update 2".
func roundName(metric string, round int) string {
	if round > 1 {
		return fmt.Sprintf("%s %d", metric, round)
	}
	return metric
}

// parseCount reads how many of something are listed.
func parseCount(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 1_000_000 {
		return 0, fmt.Errorf("write a number from 0 to 1000000")
	}
	return n, nil
}

// A stock has the parts of a count: a worker has one part to itself while it counts
// something, and all parts together are the whole.
type stock[T any] struct {
	make func() (T, error)
	mu   sync.Mutex
	all  []T
	free []T
}

// with hands a part to a function that counts something.
func (s *stock[T]) with(count func(T)) error {
	s.mu.Lock()
	var part T
	if n := len(s.free); n > 0 {
		part, s.free = s.free[n-1], s.free[:n-1]
	} else {
		var err error
		if part, err = s.make(); err != nil {
			s.mu.Unlock()
			return err
		}
		s.all = append(s.all, part)
	}
	s.mu.Unlock()
	count(part)
	s.mu.Lock()
	s.free = append(s.free, part)
	s.mu.Unlock()
	return nil
}
