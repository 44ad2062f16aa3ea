package whatif

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
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
	for _, side := range [...]struct {
		name string
		side *Side
		c    *policy.Clock
	}{{"old", &d.Old, c.Old}, {"new", &d.New, c.New}} {
		if side.c == nil {
			continue
		}
		w.key(side.name)
		w.open('{')
		w.text("severity", side.c.Severity.String())
		w.text("target", side.c.Target)
		w.text("calendar", side.c.Calendar)
		w.text("clause", side.c.Clause)
		w.moment("started", side.c.Started, side.side)
		w.moment("due", side.c.Due, side.side)
		if why := side.c.Due.Unknown(); why != nil {
			w.text("unknown", why.Error())
		}
		w.moment("stopped", side.c.Stopped, side.side)
		w.text("state", side.c.State.String())
		if side.c.State == policy.Waiting {
			w.text("waiting_for", side.c.WaitingFor)
		}
		w.close('}')
	}
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
	w.number("round", s.Round)
	w.number("step", s.Step)
	for _, side := range [...]struct {
		name string
		side *Side
		r    *policy.Rung
	}{{"old", &d.Old, s.Old}, {"new", &d.New, s.New}} {
		if side.r == nil {
			continue
		}
		w.key(side.name)
		w.open('{')
		w.text("to", side.r.To)
		w.text("clause", side.r.Clause)
		w.moment("at", side.r.At, side.side)
		if why := side.r.At.Unknown(); why != nil {
			w.text("unknown", why.Error())
		}
		w.text("state", side.r.State.String())
		w.close('}')
	}
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

// A writer writes JSON; it puts the commas.
type writer struct {
	b     []byte
	begun bool // there is something before in the object or array at hand
}

func (w *writer) open(c byte) {
	w.comma()
	w.b, w.begun = append(w.b, c), false
}

func (w *writer) close(c byte) { w.b, w.begun = append(w.b, c), true }

func (w *writer) comma() {
	if w.begun {
		w.b = append(w.b, ',')
	}
	w.begun = true
}

func (w *writer) key(name string) {
	w.comma()
	w.b = append(strictjson.AppendString(w.b, name), ':')
	w.begun = false
}

func (w *writer) text(name, value string) {
	w.key(name)
	w.b = strictjson.AppendString(w.b, value)
	w.begun = true
}

func (w *writer) number(name string, n int) {
	w.key(name)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
	w.begun = true
}

func (w *writer) moment(name string, m calendar.Moment, s *Side) {
	if at, ok := m.Get(); ok {
		w.text(name, instant(at, s.Policy.Location()))
	}
}

func instant(at time.Time, zone *time.Location) string {
	return string(calendar.AppendTime(nil, at.In(zone)))
}

func (w *writer) list(name string, n int, each func(int)) {
	w.key(name)
	w.open('[')
	for i := range n {
		each(i)
	}
	w.close(']')
}

func (w *writer) pair(name, before, after string) {
	w.key(name)
	w.open('{')
	w.text("old", before)
	w.text("new", after)
	w.close('}')
}

func (w *writer) next(name string, s *Side) {
	next, ok := s.Answer.Next.Get()
	if !ok {
		return
	}
	w.key(name)
	w.open('{')
	w.moment("at", calendar.At(next.At), s)
	w.text("what", next.What)
	w.close('}')
}

func (w *writer) cause(c *Cause, s *Side) {
	w.open('{')
	w.text("kind", string(c.Kind))
	w.text("name", c.Name)
	if c.Old != "" {
		w.text("old", c.Old)
	}
	if c.New != "" {
		w.text("new", c.New)
	}
	if s != nil {
		w.moment("at", c.At, s)
	}
	w.close('}')
}
