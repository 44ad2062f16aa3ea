package policy

import (
	"cmp"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// AppendAnswer appends the answer to a ticket to b as one JSON object: the ticket's id, if
// it has one, the agreement's name, asOf as it was read (see [Stamp.String]), the answer,
// and the open readings with the values used. All other instants are in the agreement's
// zone. A nil Answer is written as the zero Answer. The zero Policy has no name, and its
// zone is UTC.
func (p *Policy) AppendAnswer(b []byte, id string, asOf Stamp, a *Answer) []byte {
	if p == nil {
		p = new(Policy)
	}
	if a == nil {
		a = new(Answer)
	}
	w := answerWriter{Writer: strictjson.NewWriter(b), zone: zoneText{loc: p.Location()}}
	w.OpenObject()
	w.Optional("id", id)
	w.Name("agreement").Text(p.agreement.Name)
	w.Name("as_of").Text(asOf.String())
	if !a.Severity.IsZero() {
		w.Name("severity").Text(a.Severity.String())
	}
	w.Name("clocks").OpenArray()
	for i := range a.Clocks {
		w.clock(&a.Clocks[i])
	}
	w.CloseArray()
	w.Name("escalation").OpenArray()
	for i := range a.Escalation {
		w.rung(&a.Escalation[i])
	}
	w.CloseArray()
	if p.agreement.Regions != nil {
		w.Name("ownership").OpenArray()
		for _, o := range a.Ownership {
			w.OpenObject()
			w.time("from", o.From)
			w.Name("region").Text(o.Region)
			w.why(p.WhyOwner(&o))
			w.CloseObject()
		}
		w.CloseArray()
	}
	if next, ok := a.Next.Get(); ok {
		w.Name("next").OpenObject()
		w.time("at", next.At)
		w.Name("what").Text(next.What)
		w.CloseObject()
	}
	w.Name("readings").OpenObject()
	for _, c := range p.choices {
		w.Key(c.Name).Text(c.Value)
	}
	w.CloseObject()
	w.CloseObject()
	return w.Bytes()
}

// An answerWriter writes the parts of an answer.
type answerWriter struct {
	strictjson.Writer
	zone zoneText
}

func (w *answerWriter) time(name string, t time.Time) {
	var text [len(time.RFC3339Nano)]byte
	w.Name(name).TextBytes(w.zone.append(text[:0], t))
}

func (w *answerWriter) moment(name string, m calendar.Moment) {
	if t, ok := m.Get(); ok {
		w.time(name, t)
	}
}

func (w *answerWriter) length(name string, l Length) {
	if d, ok := l.Get(); ok {
		w.Name(name).Text(d.String())
	}
}

func (w *answerWriter) clock(c *Clock) {
	w.OpenObject()
	w.Name("metric").Text(c.Metric)
	w.Name("round").Int(c.Round)
	w.Name("severity").Text(c.Severity.String())
	w.Name("target").Text(c.Target)
	w.Name("calendar").Text(c.Calendar)
	w.Name("clause").Text(c.Clause)
	w.moment("started", c.Started)
	w.moment("due", c.Due)
	if why := c.Unknown(); why != nil {
		w.Name("unknown").Text(why.Error())
	}
	w.moment("stopped", c.Stopped)
	w.Name("state").Text(c.State.String())
	if c.State == Waiting {
		w.Name("waiting_for").Text(c.WaitingFor)
	}
	w.length("elapsed", c.Elapsed)
	w.length("remaining", c.Remaining)
	w.length("elapsed_wall", c.Wall)
	w.why(c.Why)
	w.CloseObject()
}

// why writes the steps of a reason, where reasons were asked for.
func (w *answerWriter) why(steps []Step) {
	if steps == nil {
		return
	}
	w.Name("why").OpenArray()
	for _, s := range steps {
		w.step(s)
	}
	w.CloseArray()
}

func (w *answerWriter) rung(r *Rung) {
	w.OpenObject()
	if r.Metric != "" {
		w.Name("metric").Text(r.Metric)
		w.Name("threshold").Text(r.Threshold)
	}
	w.Name("step").Int(r.Step)
	if r.Repeat > 0 {
		w.Name("repeat").Int(r.Repeat)
	}
	w.Name("to").Text(r.To)
	w.Name("clause").Text(r.Clause)
	w.Name("round").Int(r.Round)
	w.moment("at", r.At)
	w.moment("notified", r.Notified)
	if why := cmp.Or(r.At.Unknown(), r.Notified.Unknown()); why != nil {
		w.Name("unknown").Text(why.Error())
	}
	w.Name("state").Text(r.State.String())
	w.why(r.Why)
	w.CloseObject()
}

func (w *answerWriter) step(s Step) {
	w.OpenObject()
	w.Name("step").Text(string(s.Kind))
	w.moment("at", s.At)
	w.moment("until", s.Until)
	w.length("amount", s.Amount)
	w.Optional("text", s.Text)
	w.Optional("by", s.Source())
	w.CloseObject()
}
