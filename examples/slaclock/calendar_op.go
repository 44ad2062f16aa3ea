package main

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
)

// An operation is a kind of question to a calendar.
type operation struct {
	name     string
	needs    []string // the fields that it must have
	optional string   // one that it can have, or ""
	days     bool     // whether amount is a number of days; else it is a duration
	answer   func(*calendar.Calendar, *question) (result, error)
}

// A result is what an operation gives: a text, or a word of JSON.
type result struct {
	text    string
	literal bool // a word of JSON
}

// operations returns all operations.
func operations() []operation {
	amount, between, instant := []string{"start", "amount"}, []string{"start", "end"}, []string{"start"}
	return []operation{
		{name: "add", needs: amount, answer: func(c *calendar.Calendar, q *question) (result, error) {
			return instantResult(c.Add(q.start, q.work))
		}},
		{name: "sub", needs: amount, answer: func(c *calendar.Calendar, q *question) (result, error) {
			return instantResult(c.Sub(q.start, q.work))
		}},
		{name: "between", needs: between, answer: func(c *calendar.Calendar, q *question) (result, error) {
			d, err := c.Between(q.start, q.end)
			return result{text: d.String()}, err
		}},
		{name: "is_open", needs: instant, answer: func(c *calendar.Calendar, q *question) (result, error) {
			open, err := c.IsOpen(q.start)
			return result{text: strconv.FormatBool(open), literal: true}, err
		}},
		{name: "next_open", needs: instant, answer: func(c *calendar.Calendar, q *question) (result, error) {
			return instantResult(c.NextOpen(q.start))
		}},
		{name: "prev_close", needs: instant, answer: func(c *calendar.Calendar, q *question) (result, error) {
			return instantResult(c.PrevClose(q.start))
		}},
		{name: "add_days", needs: amount, optional: "convention", days: true, answer: func(c *calendar.Calendar, q *question) (result, error) {
			return instantResult(c.AddDays(q.start, q.days, q.convention))
		}},
	}
}

func instantResult(t time.Time, err error) (result, error) {
	return result{text: string(calendar.AppendTime(nil, t))}, err
}

// operationNames lists the names, for an error.
func operationNames() string {
	var names []string
	for _, op := range operations() {
		names = append(names, op.name)
	}
	return enum.Either(names)
}
