package whatif

import (
	"cmp"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
)

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

// clock writes a clock as one side has it, if it has it.
func (w *writer) clock(name string, c *policy.Clock, s *Side) {
	if c == nil {
		return
	}
	w.key(name)
	w.open('{')
	w.text("severity", c.Severity.String())
	w.text("target", c.Target)
	w.text("calendar", c.Calendar)
	w.text("clause", c.Clause)
	w.moment("started", c.Started, s)
	w.moment("due", c.Due, s)
	if why := c.Due.Unknown(); why != nil {
		w.text("unknown", why.Error())
	}
	w.moment("stopped", c.Stopped, s)
	w.text("state", c.State.String())
	if c.State == policy.Waiting {
		w.text("waiting_for", c.WaitingFor)
	}
	w.close('}')
}

// rung writes a step as one side has it, if it has it.
func (w *writer) rung(name string, r *policy.Rung, s *Side) {
	if r == nil {
		return
	}
	w.key(name)
	w.open('{')
	if r.Threshold != "" {
		w.text("threshold", r.Threshold)
	}
	w.text("to", r.To)
	w.text("clause", r.Clause)
	w.moment("at", r.At, s)
	w.moment("notified", r.Notified, s)
	if why := cmp.Or(r.At.Unknown(), r.Notified.Unknown()); why != nil {
		w.text("unknown", why.Error())
	}
	w.text("state", r.State.String())
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
