package whatif

import (
	"cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
)

// A writer writes the parts of a difference.
type writer struct{ strictjson.Writer }

func (w *writer) moment(name string, m calendar.Moment, s *Side) {
	if at, ok := m.Get(); ok {
		w.Name(name).TextBytes(calendar.AppendTime(nil, at.In(s.Policy.Location())))
	}
}

func (w *writer) pair(name, before, after string) {
	w.Name(name).OpenObject()
	w.Name("old").Text(before)
	w.Name("new").Text(after)
	w.CloseObject()
}

// clock writes a clock as one side has it, if it has one.
func (w *writer) clock(name string, c *policy.Clock, s *Side) {
	if c == nil {
		return
	}
	w.Name(name).OpenObject()
	w.Name("severity").Text(c.Severity.String())
	w.Name("target").Text(c.Target)
	w.Name("calendar").Text(c.Calendar)
	w.Name("clause").Text(c.Clause)
	w.moment("started", c.Started, s)
	w.moment("due", c.Due, s)
	if why := c.Unknown(); why != nil {
		w.Name("unknown").Text(why.Error())
	}
	w.moment("stopped", c.Stopped, s)
	w.Name("state").Text(c.State.String())
	if c.State == policy.Waiting {
		w.Name("waiting_for").Text(c.WaitingFor)
	}
	w.CloseObject()
}

// rung writes a step as one side has it, if it has one.
func (w *writer) rung(name string, r *policy.Rung, s *Side) {
	if r == nil {
		return
	}
	w.Name(name).OpenObject()
	w.Optional("threshold", r.Threshold)
	w.Name("to").Text(r.To)
	w.Name("clause").Text(r.Clause)
	w.moment("at", r.At, s)
	w.moment("notified", r.Notified, s)
	if why := cmp.Or(r.At.Unknown(), r.Notified.Unknown()); why != nil {
		w.Name("unknown").Text(why.Error())
	}
	w.Name("state").Text(r.State.String())
	w.CloseObject()
}

func (w *writer) next(name string, s *Side) {
	next, ok := s.Answer.Next.Get()
	if !ok {
		return
	}
	w.Name(name).OpenObject()
	w.moment("at", calendar.At(next.At), s)
	w.Name("what").Text(next.What)
	w.CloseObject()
}

func (w *writer) cause(c *Cause, s *Side) {
	w.OpenObject()
	w.Name("kind").Text(string(c.Kind))
	w.Name("name").Text(c.Name)
	w.Optional("old", c.Old)
	w.Optional("new", c.New)
	if s != nil {
		w.moment("at", c.At, s)
	}
	w.CloseObject()
}
