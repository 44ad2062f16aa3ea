package whatif

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// AppendJSON appends what is different on a ticket to b as one JSON object.
// "old" and "new" are what each side has, absent where it has nothing; instants
// are in the zone of their side's agreement. Fields are absent where there is
// nothing to say. Of the changes of owner there are the number and the first.
func (d *Diff) AppendJSON(b []byte) []byte {
	w := writer{b: b}
	w.open('{')
	if d.ID != "" {
		w.text("id", d.ID)
	}
	if d.Old.Policy == nil || d.New.Policy == nil {
		w.close('}')
		return w.b
	}
	w.text("agreement", d.Old.Policy.Name())
	w.text("as_of", d.AsOf.Text)
	if d.SeverityDiffers() {
		w.pair("severity", d.Old.Answer.Severity.String(), d.New.Answer.Severity.String())
	}
	if len(d.Clocks) > 0 {
		w.list("clocks", len(d.Clocks), func(i int) { d.clock(&w, &d.Clocks[i]) })
	}
	if len(d.Steps) > 0 {
		w.list("escalation", len(d.Steps), func(i int) { d.step(&w, &d.Steps[i]) })
	}
	if len(d.Owners) > 0 {
		w.key("owners")
		w.open('{')
		w.number("changes", len(d.Owners))
		w.key("first")
		w.open('{')
		d.owner(&w, "old", &d.Old, d.Owners[0].Old)
		d.owner(&w, "new", &d.New, d.Owners[0].New)
		w.close('}')
		w.close('}')
	}
	if d.NextDiffers() {
		w.key("next")
		w.open('{')
		w.next("old", &d.Old)
		w.next("new", &d.New)
		w.close('}')
	}
	if readings := d.Readings(); len(readings) > 0 {
		w.list("readings", len(readings), func(i int) { w.cause(&readings[i], nil) })
	}
	w.close('}')
	return w.b
}

func (d *Diff) clock(w *writer, c *Clock) {
	w.open('{')
	w.text("metric", c.Metric)
	w.number("round", c.Round)
	w.clock("old", c.Old, &d.Old)
	w.clock("new", c.New, &d.New)
	if by, ok := c.Moved(); ok && by != 0 {
		w.text("moved", by.String())
	}
	if c.Breached() {
		w.text("verdict", "breached")
	}
	if c.Saved() {
		w.text("verdict", "saved")
	}
	if len(c.Causes) > 0 {
		w.list("because", len(c.Causes), func(i int) { w.cause(&c.Causes[i], &d.New) })
	}
	w.close('}')
}

func (d *Diff) step(w *writer, s *Step) {
	w.open('{')
	if s.Metric != "" {
		w.text("metric", s.Metric)
	}
	w.number("round", s.Round)
	w.number("step", s.Step)
	if s.Repeat > 0 {
		w.number("repeat", s.Repeat)
	}
	w.rung("old", s.Old, &d.Old)
	w.rung("new", s.New, &d.New)
	w.close('}')
}

func (d *Diff) owner(w *writer, name string, s *Side, o escalation.Owner) {
	if o.Region == "" {
		return
	}
	w.key(name)
	w.open('{')
	w.moment("from", calendar.At(o.From), s)
	w.text("region", o.Region)
	w.close('}')
}
