package policy

import (
	"cmp"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// AppendAnswer appends the answer to a ticket to b, as one JSON object: the
// ticket's id if it has one, the agreement's name, asOf as it was read, the
// answer, and the open readings with the values used. Instants are in the
// agreement's zone.
func (p *Policy) AppendAnswer(b []byte, id, asOf string, a *Answer) []byte {
	w := writer{b: b, zone: zoneText{loc: p.agreement.Location}}
	w.open('{')
	if id != "" {
		w.text("id", id)
	}
	w.text("agreement", p.agreement.Name)
	w.text("as_of", asOf)
	if !a.Severity.IsZero() {
		w.text("severity", a.Severity.String())
	}
	w.key("clocks")
	w.open('[')
	for i := range a.Clocks {
		w.comma()
		w.clock(&a.Clocks[i])
	}
	w.close(']')
	w.key("escalation")
	w.open('[')
	for i := range a.Escalation {
		w.comma()
		w.rung(&a.Escalation[i])
	}
	w.close(']')
	if p.agreement.Regions != nil {
		w.key("ownership")
		w.open('[')
		for _, o := range a.Ownership {
			w.comma()
			w.open('{')
			w.time("from", o.From)
			w.text("region", o.Region)
			w.why(p.WhyOwner(&o))
			w.close('}')
		}
		w.close(']')
	}
	if next, ok := a.Next.Get(); ok {
		w.key("next")
		w.open('{')
		w.time("at", next.At)
		w.text("what", next.What)
		w.close('}')
	}
	w.key("readings")
	w.open('{')
	for _, c := range p.choices {
		w.comma()
		w.b = append(strictjson.AppendString(w.b, c.Name), ':')
		w.b = strictjson.AppendString(w.b, c.Value)
	}
	w.close('}')
	w.close('}')
	return w.b
}

// A writer writes JSON objects and arrays; it puts the commas.
type writer struct {
	b     []byte
	zone  zoneText
	first bool // nothing has been written yet in the object or array at hand
}

func (w *writer) open(c byte) {
	w.b = append(w.b, c)
	w.first = true
}

func (w *writer) close(c byte) {
	w.b = append(w.b, c)
	w.first = false
}

func (w *writer) comma() {
	if !w.first {
		w.b = append(w.b, ',')
	}
	w.first = false
}

// key writes the name of a field, one of ours, which needs no escapes.
func (w *writer) key(name string) {
	w.comma()
	w.b = append(w.b, '"')
	w.b = append(w.b, name...)
	w.b = append(w.b, `":`...)
}

func (w *writer) text(name, value string) {
	w.key(name)
	w.b = strictjson.AppendString(w.b, value)
}

func (w *writer) time(name string, t time.Time) {
	w.key(name)
	w.b = append(w.b, '"')
	w.b = w.zone.append(w.b, t)
	w.b = append(w.b, '"')
}

func (w *writer) moment(name string, m calendar.Moment) {
	if t, ok := m.Get(); ok {
		w.time(name, t)
	}
}

func (w *writer) length(name string, l Length) {
	if d, ok := l.Get(); ok {
		w.key(name)
		w.b = append(w.b, '"')
		w.b = append(w.b, d.String()...)
		w.b = append(w.b, '"')
	}
}

func (w *writer) clock(c *Clock) {
	w.open('{')
	w.text("metric", c.Metric)
	w.key("round")
	w.number(c.Round)
	w.text("severity", c.Severity.String())
	w.text("target", c.Target)
	w.text("calendar", c.Calendar)
	w.text("clause", c.Clause)
	w.moment("started", c.Started)
	w.moment("due", c.Due)
	if why := c.Unknown(); why != nil {
		w.text("unknown", why.Error())
	}
	w.moment("stopped", c.Stopped)
	w.text("state", c.State.String())
	if c.State == Waiting {
		w.text("waiting_for", c.WaitingFor)
	}
	w.length("elapsed", c.Elapsed)
	w.length("remaining", c.Remaining)
	w.length("elapsed_wall", c.Wall)
	w.why(c.Why)
	w.close('}')
}

// why writes the steps of a reason, where reasons were asked for.
func (w *writer) why(steps []Step) {
	if steps == nil {
		return
	}
	w.key("why")
	w.open('[')
	for _, s := range steps {
		w.comma()
		w.step(s)
	}
	w.close(']')
}

func (w *writer) rung(r *Rung) {
	w.open('{')
	if r.Metric != "" {
		w.text("metric", r.Metric)
		w.text("threshold", r.Threshold)
	}
	w.key("step")
	w.number(r.Step)
	if r.Repeat > 0 {
		w.key("repeat")
		w.number(r.Repeat)
	}
	w.text("to", r.To)
	w.text("clause", r.Clause)
	w.key("round")
	w.number(r.Round)
	w.moment("at", r.At)
	w.moment("notified", r.Notified)
	if why := cmp.Or(r.At.Unknown(), r.Notified.Unknown()); why != nil {
		w.text("unknown", why.Error())
	}
	w.text("state", r.State.String())
	w.why(r.Why)
	w.close('}')
}

func (w *writer) step(s Step) {
	w.open('{')
	w.text("step", string(s.Kind))
	w.moment("at", s.At)
	w.moment("until", s.Until)
	w.length("amount", s.Amount)
	if s.Text != "" {
		w.text("text", s.Text)
	}
	if by := s.Source(); by != "" {
		w.text("by", by)
	}
	w.close('}')
}

func (w *writer) number(n int) {
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}
