package policy

import (
	"strconv"
	"time"
)

// An identifier gives the occurrences of an answer their identities. A round is identified
// by the instant at which it began, not by its number: an event that is entered late can
// begin a round before it, and the notices that were sent about it must keep their
// identity.
type identifier struct {
	*Answer
	clocks map[roundKey]int // the place of each clock, if any threshold was reached
}

// A roundKey names a clock of a ticket.
type roundKey struct {
	metric string
	round  int
}

// clock identifies clock i, which has started.
func (d *identifier) clock(i int) string {
	c, nth := &d.Clocks[i], 1
	at := c.Started.Time()
	for k := i - 1; k >= 0 && d.Clocks[k].Started.Time().Equal(at); k-- {
		if d.Clocks[k].Metric == c.Metric {
			nth++
		}
	}
	return c.Metric + "/" + begun(at, nth)
}

// rung identifies a step that was reached.
func (d *identifier) rung(r *Rung) string {
	if r.Metric == "" {
		id := "escalation/" + d.ladder(r.Round) + "/" + strconv.Itoa(r.Step)
		if r.Repeat > 0 {
			id += "/" + strconv.Itoa(r.Repeat)
		}
		return id
	}
	if d.clocks == nil {
		d.clocks = make(map[roundKey]int, len(d.Clocks))
		for i := range d.Clocks {
			d.clocks[roundKey{d.Clocks[i].Metric, d.Clocks[i].Round}] = i
		}
	}
	return "threshold/" + d.clock(d.clocks[roundKey{r.Metric, r.Round}]) + "/" + strconv.Itoa(r.Step)
}

// ladder identifies a ladder of the ticket, counted from 1, by the report or reopening
// that it belongs to.
func (d *identifier) ladder(round int) string {
	at, nth := d.life, 1
	if round <= len(d.climbed) {
		at = d.climbed[round-1]
	}
	for k := min(round, len(d.climbed)+1) - 2; k >= 0 && d.climbed[k].Equal(at); k-- {
		nth++
	}
	return begun(at, nth)
}

// begun identifies the nth of the things that began at an instant.
func begun(at time.Time, nth int) string {
	text := instantID(at)
	if nth > 1 {
		text += "#" + strconv.Itoa(nth)
	}
	return text
}

// instantID identifies an instant, whatever its zone.
func instantID(at time.Time) string { return at.UTC().Format(time.RFC3339Nano) }
