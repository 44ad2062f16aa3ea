package whatif

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/escalation"
)

// AppendJSON appends what is different for a ticket to b as one JSON object. "old" and "new"
// are what each side has, absent where it has nothing; instants are in the zone of their
// side's agreement. Fields with nothing to say are absent. For the changes of owner, it
// writes their number and the first one.
func (d *Diff) AppendJSON(b []byte) []byte {
	d = d.data()
	w := writer{strictjson.NewWriter(b)}
	w.OpenObject()
	w.Optional("id", d.ID)
	if d.Old.Policy == nil || d.New.Policy == nil {
		w.CloseObject()
		return w.Bytes()
	}
	w.Name("agreement").Text(d.Old.Policy.Name())
	w.Name("as_of").Text(d.AsOf.Text)
	if d.SeverityDiffers() {
		w.pair("severity", d.Old.Answer.Severity.String(), d.New.Answer.Severity.String())
	}
	if len(d.Clocks) > 0 {
		w.Name("clocks").OpenArray()
		for i := range d.Clocks {
			d.clock(&w, &d.Clocks[i])
		}
		w.CloseArray()
	}
	if len(d.Rungs) > 0 {
		w.Name("escalation").OpenArray()
		for i := range d.Rungs {
			d.rung(&w, &d.Rungs[i])
		}
		w.CloseArray()
	}
	if len(d.Owners) > 0 {
		w.Name("owners").OpenObject()
		w.Name("changes").Int(len(d.Owners))
		w.Name("first").OpenObject()
		d.owner(&w, "old", &d.Old, d.Owners[0].Old)
		d.owner(&w, "new", &d.New, d.Owners[0].New)
		w.CloseObject()
		w.CloseObject()
	}
	if d.NextDiffers() {
		w.Name("next").OpenObject()
		w.next("old", &d.Old)
		w.next("new", &d.New)
		w.CloseObject()
	}
	if readings := d.Readings(); len(readings) > 0 {
		w.Name("readings").OpenArray()
		for i := range readings {
			w.cause(&readings[i], nil)
		}
		w.CloseArray()
	}
	w.CloseObject()
	return w.Bytes()
}

// MarshalJSON returns what [Diff.AppendJSON] appends. The error is always nil. A Diff cannot
// be read back; compare the ticket again instead.
func (d Diff) MarshalJSON() ([]byte, error) { return d.AppendJSON(nil), nil }

func (d *Diff) clock(w *writer, c *Clock) {
	w.OpenObject()
	w.Name("metric").Text(c.Metric)
	w.Name("round").Int(c.Round)
	w.clock("old", c.Old, &d.Old)
	w.clock("new", c.New, &d.New)
	if by, ok := c.Moved(); ok && by != 0 {
		w.Name("moved").Text(by.String())
	}
	if c.Breached() {
		w.Name("verdict").Text("breached")
	}
	if c.Saved() {
		w.Name("verdict").Text("saved")
	}
	if len(c.Causes) > 0 {
		w.Name("because").OpenArray()
		for i := range c.Causes {
			w.cause(&c.Causes[i], &d.New)
		}
		w.CloseArray()
	}
	w.CloseObject()
}

func (d *Diff) rung(w *writer, r *Rung) {
	w.OpenObject()
	w.Optional("metric", r.Metric)
	w.Name("round").Int(r.Round)
	w.Name("step").Int(r.Step)
	if r.Repeat > 0 {
		w.Name("repeat").Int(r.Repeat)
	}
	w.rung("old", r.Old, &d.Old)
	w.rung("new", r.New, &d.New)
	w.CloseObject()
}

func (d *Diff) owner(w *writer, name string, s *Side, o escalation.Owner) {
	if o.Region == "" {
		return
	}
	w.Name(name).OpenObject()
	w.moment("from", calendar.At(o.From), s)
	w.Name("region").Text(o.Region)
	w.CloseObject()
}
