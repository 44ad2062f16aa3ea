package main

import (
	"errors"
	"flag"
	"fmt"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// diffCommand prints what a change would do to tickets. Package whatif says what a difference
// is, and what causes it.
func diffCommand() command {
	const about = `compare the deadlines of tickets before and after a change

Each ticket is judged twice, once with what -a says and once with what -b says, and
the differences are printed.

A side given as FILE.json uses that document instead of the agreement of the same
name, whether built in or from -document: -a acme.json -b acme-2027.json.

A side given as NAME=VALUE overrides one thing; give several separated by commas, or
repeat the flag. NAME is an open reading, such as purchased.zone, which affects the
tickets whose agreement has it; a field of the customer: customer.country, .region,
.zone, .product, .tier, .add_ons, .hub_holidays.HUB, .report_every.LEVEL or
.response_days.LEVEL, so that -b customer.country=DE-BY uses the holidays of Bavaria;
or an attribute that an agreement asks of its tickets, such as attributes.type. An
empty VALUE removes the field or attribute. A reading can also be written as
readings.NAME, and must be if its name has no dot or could be a field or an attribute.

With -format json each ticket that differs is a line, in the order of the input, with
"old", "new", "moved", "verdict" (breached or saved) and "because" for each clock;
where a due time depends on unknown holidays (G9) there is no verdict. The last line
is {"summary":{…}}: for each agreement, metric and severity the number of clocks, the
smallest, median and largest move, the steps that differ, that come earlier or later
and that notify somebody else, the clocks that are newly breached and newly saved, and
how many clocks differ for which cause; "unused" beside it, in a table the last lines,
lists the readings that no ticket has. A ticket that cannot be judged on one of the
sides is an error that says which.`
	return gatherCommand("diff", "-a NAME=VALUE|FILE.json -b NAME=VALUE|FILE.json [-document FILE] [-as-of INSTANT] [-n N] [-why=false]", about, func(flags *flag.FlagSet) gatherer {
		d := &differ{tickets: newTickets(), list: 10, documents: documentFlag(flags)}
		d.old.flag, d.new.flag = "-a", "-b"
		d.parts.make = func() (*whatif.Summary, error) { return whatif.NewSummary(d.list), nil }
		flags.Func("a", "`overrides` of the old side, or a document", d.old.set)
		flags.Func("b", "`overrides` of the new side, or a document", d.new.set)
		flags.Func("as-of", "judge all tickets at this `instant`, RFC 3339 with an offset, or now"+ownInstant, d.tickets.setAsOf)
		flags.BoolVar(&d.why, "why", true, "name the events, hours and days that cause each difference; -why=false is faster and names readings and clauses only")
		flags.Func("n", "list the first `N` clocks, by id, that are newly breached, and the first N that are newly saved (default 10)", func(text string) (err error) {
			d.list, err = parseCount(text)
			return err
		})
		return d
	})
}

// A differ compares tickets.
type differ struct {
	tickets   *tickets
	old, new  diffSide
	documents *documentPaths // the documents of both sides
	list      int
	why       bool
	parts     stock[*whatif.Summary]
}

// check says what is wrong with the overrides, and makes the makers.
func (d *differ) check() error {
	if len(d.old.List())+len(d.new.List())+len(d.old.documents)+len(d.new.documents) == 0 {
		return errors.New("say what is different, such as -b purchased.zone=America/New_York")
	}
	if err := d.tickets.addDocuments(*d.documents); err != nil {
		return err
	}
	sides := [...]*diffSide{&d.old, &d.new}
	for _, side := range sides {
		if err := side.choose(&d.tickets.policies); err != nil {
			return err
		}
	}
	for i, side := range sides {
		for _, a := range side.policies.agreements {
			if sides[1-i].policies.index(a.name) < 0 {
				return fmt.Errorf("%s: %q is an agreement of one side alone; give the other side a document of it too, or both by -document", a.from, a.name)
			}
		}
		for _, o := range side.List() {
			if err := side.addReading(o); err != nil {
				return err
			}
		}
		side.maker = side.Maker(func(t *policy.Ticket) (*policy.Policy, error) {
			p, _, err := side.policies.of(t, nil)
			if err == nil {
				side.note(t)
			}
			return p, err
		})
	}
	return nil
}

// answer is an answerFunc; a ticket that does not differ has no answer.
func (d *differ) answer(line []byte) (string, answer, error) {
	k := d.tickets.desks.Get().(*desk)
	defer d.tickets.desks.Put(k)
	if err := d.tickets.read(k, line); err != nil {
		return k.ticket.ID, nil, err
	}
	diff, err := whatif.Compare(&k.ticket, d.old.maker, d.new.maker)
	if err != nil {
		return k.ticket.ID, nil, err
	}
	if d.why {
		if err := diff.Explain(&k.ticket); err != nil {
			return k.ticket.ID, nil, err
		}
	}
	if err := d.parts.with(func(part *whatif.Summary) { part.Add(&diff) }); err != nil || !diff.Differs() {
		return diff.ID, nil, err
	}
	return diff.ID, diffAnswer{&diff}, nil
}

// finish prints the summary.
func (d *differ) finish(out *output) error {
	all := whatif.NewSummary(d.list)
	for _, part := range d.parts.all {
		if err := all.Merge(part); err != nil {
			return err
		}
	}
	out.one(summaryAnswer{all, append(d.old.unused(), d.new.unused()...)})
	return nil
}
