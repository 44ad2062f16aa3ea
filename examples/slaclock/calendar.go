package main

import (
	"flag"
	"sync"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy/picture"
)

// calendarCommand answers questions about working time.
func calendarCommand() command {
	return lineCommand("calendar", "[-month 2026-03]", "answer questions about working time", drawFormats, func(flags *flag.FlagSet) lineWork {
		cs, m := new(calendars), new(month)
		flags.Func("month", "with -format svg, the `MONTH` to draw, such as 2026-03, even for lines that have a calendar and\nno question (default the month of start)", m.set)
		return lineWork{cs.answer, m.check, func(line []byte, o picture.Options) ([]byte, error) { return cs.draw(line, m, o) }}
	})
}

// maxCalendars is how many calendars are kept for further questions.
const maxCalendars = 64

// A calendars answers questions from several workers at once. It keeps recently used
// calendars, since many lines tend to ask about the same one.
type calendars struct {
	readers sync.Pool // of *strictjson.Reader
	mu      sync.Mutex
	kept    map[string]*calendar.Calendar // by the description in JSON
}

// answer is an answerFunc.
func (cs *calendars) answer(line []byte) (string, answer, error) {
	r, _ := cs.readers.Get().(*strictjson.Reader)
	if r == nil {
		r = new(strictjson.Reader)
	}
	q, err := readQuestion(r, line, true)
	cs.readers.Put(r)
	if err != nil {
		return q.id, nil, err
	}
	c, err := cs.calendar(&q.cfg)
	if err != nil {
		return q.id, nil, err
	}
	result, err := q.op.answer(c, q)
	if err != nil {
		return q.id, nil, err
	}
	return q.id, calendarAnswer{q.id, q.op.name, result}, nil
}

// calendar returns the calendar of a description.
func (cs *calendars) calendar(cfg *calendar.Config) (*calendar.Calendar, error) {
	key, err := cfg.MarshalJSON()
	if err != nil {
		return nil, err
	}
	cs.mu.Lock()
	c := cs.kept[string(key)]
	cs.mu.Unlock()
	if c != nil {
		return c, nil
	}
	if c, err = calendar.New(*cfg); err != nil {
		return nil, err
	}
	cs.mu.Lock()
	defer cs.mu.Unlock()
	if cs.kept == nil || len(cs.kept) >= maxCalendars {
		cs.kept = map[string]*calendar.Calendar{}
	}
	cs.kept[string(key)] = c
	return c, nil
}

// A calendarAnswer is the answer to a question.
type calendarAnswer struct {
	id, op string
	result result
}

func (a calendarAnswer) appendJSON(b []byte) []byte {
	b = append(b, '{')
	if a.id != "" {
		b = strictjson.AppendString(append(b, `"id":`...), a.id)
		b = append(b, ',')
	}
	b = append(b, `"result":`...)
	if a.result.literal {
		b = append(b, a.result.text...)
	} else {
		b = strictjson.AppendString(b, a.result.text)
	}
	return append(b, '}')
}

func (a calendarAnswer) print(t *table) {
	t.header("ID      ", "OP        ", "RESULT")
	t.row(a.id, a.op, a.result.text)
}
