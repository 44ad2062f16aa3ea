package main

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A question is a line of the calendar command.
type question struct {
	id         string
	cfg        calendar.Config
	op         *operation // nil if it is unknown
	start, end time.Time
	work       time.Duration // amount, of an operation that takes working time
	days       int           // amount, of one that takes business days
	convention calendar.Convention
}

// questionFields are the fields besides those of a calendar.
var questionFields = [...]string{"id", "op", "start", "end", "amount", "convention"}

// readQuestion reads a question or, unless must is set, a calendar alone. Even on error it
// returns the id, if the line has one.
func readQuestion(r *strictjson.Reader, line []byte, must bool) (*question, error) {
	q := new(question)
	r.Reset(line)
	name := findOp(r)
	for _, op := range operations() {
		if op.name == name {
			q.op = &op
		}
	}
	r.Reset(line)
	q.read(r, must)
	return q, r.End()
}

// findOp returns the operation's name. The meaning of the other fields depends on it,
// wherever it appears; mistakes are found later, when the fields are read.
func findOp(r *strictjson.Reader) (op string) {
	r.Object(func(name []byte) {
		if string(name) == "op" && r.Kind() == strictjson.String {
			op = r.Text()
		} else {
			r.Skip()
		}
	})
	return op
}

func (q *question) read(r *strictjson.Reader, must bool) {
	var has []string
	r.Object(func(name []byte) {
		field := string(name)
		has = append(has, field)
		switch {
		case field == "id":
			q.id = r.Text()
		case field == "op":
			if r.Text(); q.op == nil {
				r.Fail("is not an operation; write " + operationNames())
			}
		case q.cfg.ReadField(r, field):
		case !slices.Contains(questionFields[:], field):
			r.Unknown(append(questionFields[:], calendar.ConfigFields()...)...)
		case q.op == nil:
			r.Skip() // it is unknown what it should be
		case !slices.Contains(q.op.needs, field) && field != q.op.optional:
			r.Fail("is not a field of " + q.op.name)
		default:
			q.readField(r, field)
		}
	})
	if q.op == nil {
		// Without a question there is nothing to ask it about.
		asks := slices.ContainsFunc(has, func(field string) bool { return field != "id" && slices.Contains(questionFields[:], field) })
		if (must || asks) && !slices.Contains(has, "op") {
			r.Fail(`needs "op": ` + operationNames())
		}
		return
	}
	for _, field := range q.op.needs {
		if !slices.Contains(has, field) {
			r.Fail(q.op.name + " needs " + quote(field))
		}
	}
}

// readField reads a field that the operation has.
func (q *question) readField(r *strictjson.Reader, field string) {
	switch field {
	case "start":
		q.start = readInstant(r)
	case "end":
		q.end = readInstant(r)
	case "amount":
		q.readAmount(r)
	case "convention":
		if err := q.convention.UnmarshalText(r.TextBytes()); err != nil {
			r.Fail(calendar.WhyNot(err))
		}
	}
}

func (q *question) readAmount(r *strictjson.Reader) {
	if !q.op.days {
		if r.Kind() != strictjson.String {
			r.Skip() // first: if it is no JSON value at all, only that is reported
			r.Fail(`must be a duration, such as "8h30m"`)
			return
		}
		text := string(r.TextBytes())
		var err error
		if q.work, err = calendar.ParseDuration(text); err != nil {
			r.Fail(calendar.WhyNot(err))
		}
		return
	}
	if r.Kind() != strictjson.Number {
		r.Skip()
		r.Fail("must be a number of business days, such as 5")
		return
	}
	n := r.Int64()
	if q.days = int(n); int64(q.days) != n {
		r.Fail("is too many business days")
	}
}

func readInstant(r *strictjson.Reader) time.Time {
	t, err := calendar.ParseTime(string(r.TextBytes()))
	if err != nil {
		r.Fail(calendar.WhyNot(err))
	}
	return t
}
