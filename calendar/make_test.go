package calendar_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The tables of these tests are written in text, and what turns the text into
// values stops the test binary if a test is written wrongly.

// on returns the date that text spells.
func on(text string) calendar.Date {
	d, err := calendar.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// when returns the instant that text spells in RFC 3339, with nanoseconds if
// there are any.
func when(text string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		panic(err)
	}
	return t
}

// hm is a time of day, or an amount of time.
func hm(hours, minutes int) time.Duration {
	return time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
}

// win is a window of whole hours.
func win(open, close int) calendar.Window {
	return calendar.Window{Open: hm(open, 0), Close: hm(close, 0)}
}

// nineToFive is Monday to Friday, 09:00 to 17:00.
func nineToFive() calendar.Week { return calendar.Weekdays(hm(9, 0), hm(17, 0)) }

// makeCalendar returns the calendar of a Config that has no mistakes.
func makeCalendar(t testing.TB, cfg calendar.Config) *calendar.Calendar {
	t.Helper()
	c, err := calendar.New(cfg)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	return c
}

// must returns what was made, or fails the test.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// shown is an instant, a duration, a truth or an error as the tables write it:
// an error of a known kind as its kind.
func shown(v any, err error) string {
	switch {
	case err != nil:
		return shownError(err)
	}
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.RFC3339Nano)
	default:
		return fmt.Sprint(v)
	}
}

func shownError(err error) string {
	if errors.Is(err, calendar.ErrConfig) {
		return "ErrConfig" // which can be of another kind as well
	}
	for name, kind := range map[string]error{
		"ErrCoverage": calendar.ErrCoverage, "ErrNeverOpen": calendar.ErrNeverOpen, "ErrRange": calendar.ErrRange,
		"ErrRegularDay": calendar.ErrRegularDay, "ErrDate": calendar.ErrDate,
		"ErrZone": calendar.ErrZone, "ErrRegion": calendar.ErrRegion,
	} {
		if errors.Is(err, kind) {
			return name
		}
	}
	return err.Error()
}

// A question is one row of a table: what is asked of a calendar, in the words
// "add 2026-03-02T09:00:00+01:00 8h", and what it must answer.
type question struct {
	op    string // add, sub, between, is_open, next_open, prev_close, close_of_business, same_time, working_time, first_window
	start string // RFC 3339
	by    string // a duration, a number of days, or the other end of between
	want  string // RFC 3339 in the calendar's zone, a duration, true, false, or a kind of error
}

// ask puts a question to a calendar and returns the answer as the tables write
// it.
func ask(c *calendar.Calendar, q question) string {
	start := when(q.start)
	amount := func() time.Duration {
		d, err := time.ParseDuration(q.by)
		if err != nil {
			panic(err)
		}
		return d
	}
	days := func(v calendar.Convention) string {
		n := 0
		if _, err := fmt.Sscanf(q.by, "%d", &n); err != nil {
			panic(err)
		}
		t, err := c.AddDays(start, n, v)
		return shown(t, err)
	}
	switch q.op {
	case "add":
		t, err := c.Add(start, amount())
		return shown(t, err)
	case "sub":
		t, err := c.Sub(start, amount())
		return shown(t, err)
	case "between":
		d, err := c.Between(start, when(q.by))
		return shown(d, err)
	case "is_open":
		open, err := c.IsOpen(start)
		return shown(open, err)
	case "next_open":
		t, err := c.NextOpen(start)
		return shown(t, err)
	case "prev_close":
		t, err := c.PrevClose(start)
		return shown(t, err)
	case "close_of_business":
		return days(calendar.CloseOfBusiness)
	case "same_time":
		return days(calendar.SameTime)
	case "working_time":
		return days(calendar.WorkingTime)
	case "first_window":
		for w, err := range c.Windows(start) {
			return shown(w.Open.Format(time.RFC3339)+"/"+w.Close.Format(time.RFC3339), err)
		}
		return "none"
	}
	panic("no such op: " + q.op)
}

// askAll puts questions to a calendar and fails where an answer is another one.
func askAll(t *testing.T, c *calendar.Calendar, questions []question) {
	t.Helper()
	for _, q := range questions {
		if got := ask(c, q); got != q.want {
			t.Errorf("%s %s %s\n got %s\nwant %s", q.op, q.start, q.by, got, q.want)
		}
	}
}
