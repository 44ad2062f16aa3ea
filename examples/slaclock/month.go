package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy/picture"
)

// A month is the month given by the flag; the zero month means none.
type month struct{ first calendar.Date }

// set sets the month by a flag.
func (m *month) set(text string) error {
	first, err := calendar.ParseDate(text + "-01")
	if err != nil {
		return errors.New("write a year and a month, such as 2026-03")
	}
	m.first = first
	return nil
}

// check says what is wrong with the flag for a format.
func (m *month) check(format string) error {
	if m.first != (calendar.Date{}) && format != formatSVG {
		return errOnlySVG("-month")
	}
	return nil
}

// of returns the month of the flag or, without one, that of a question.
func (m *month) of(q *question, c *calendar.Calendar) (year int, month time.Month, err error) {
	on := m.first
	if on == (calendar.Date{}) {
		if q.op == nil {
			return 0, 0, errors.New("no month is asked for; name it with -month, or ask a question, whose start names it")
		}
		if on, err = c.Date(q.start); err != nil {
			return 0, 0, err
		}
	}
	year, month, _ = on.Civil()
	return year, month, nil
}

// draw draws a month of the calendar of a line.
func (cs *calendars) draw(line []byte, m *month, o picture.Options) ([]byte, error) {
	q, err := readQuestion(new(strictjson.Reader), line, false)
	if err != nil {
		return nil, err
	}
	c, err := cs.calendar(&q.cfg)
	if err != nil {
		return nil, err
	}
	year, month, err := m.of(q, c)
	if err != nil {
		return nil, err
	}
	o.Title = titled(q.id, month.String()+" "+fmt.Sprintf("%04d", year))
	return picture.Month(c, year, month, o)
}
