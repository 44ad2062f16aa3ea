package calendartest

import (
	"errors"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// An ask puts questions to a calendar. It fails the test at errors of no known
// kind and at answers outside the calendar's zone.
type ask struct {
	t *rapid.T
	c *calendar.Calendar
}

// kind returns the kind of an error that a good question can have, nil for
// none.
func (q ask) kind(what string, err error) error {
	q.t.Helper()
	if err == nil {
		return nil
	}
	for _, kind := range []error{calendar.ErrCoverage, calendar.ErrNeverOpen, calendar.ErrRange, calendar.ErrRegularDay} {
		if errors.Is(err, kind) {
			var missing *calendar.CoverageError
			if kind == calendar.ErrCoverage && !errors.As(err, &missing) {
				q.t.Fatalf("%s: %v is no *CoverageError", what, err)
			}
			return kind
		}
	}
	q.t.Fatalf("%s: an error of no known kind: %v", what, err)
	return err
}

func (q ask) instant(what string, t time.Time, err error) (time.Time, error) {
	q.t.Helper()
	if err = q.kind(what, err); err == nil && t.Location() != q.c.Location() {
		q.t.Fatalf("%s = %v: in zone %v, want %v", what, show(t), t.Location(), q.c.Location())
	}
	return t, err
}

func (q ask) isOpen(t time.Time) (bool, error) {
	q.t.Helper()
	open, err := q.c.IsOpen(t)
	return open, q.kind("IsOpen", err)
}

func (q ask) nextOpen(t time.Time) (time.Time, error) {
	q.t.Helper()
	r, err := q.c.NextOpen(t)
	return q.instant("NextOpen", r, err)
}

func (q ask) prevClose(t time.Time) (time.Time, error) {
	q.t.Helper()
	r, err := q.c.PrevClose(t)
	return q.instant("PrevClose", r, err)
}

func (q ask) add(t time.Time, d time.Duration) (time.Time, error) {
	q.t.Helper()
	r, err := q.c.Add(t, d)
	return q.instant("Add", r, err)
}

func (q ask) sub(t time.Time, d time.Duration) (time.Time, error) {
	q.t.Helper()
	r, err := q.c.Sub(t, d)
	return q.instant("Sub", r, err)
}

func (q ask) between(a, b time.Time) (time.Duration, error) {
	q.t.Helper()
	d, err := q.c.Between(a, b)
	return d, q.kind("Between", err)
}

func (q ask) addDays(t time.Time, n int, conv calendar.Convention) (time.Time, error) {
	q.t.Helper()
	r, err := q.c.AddDays(t, n, conv)
	return q.instant("AddDays", r, err)
}

// windows returns the windows from t on that open before end, n at most. The
// error is nil unless it came before all that.
func (q ask) windows(t, end time.Time, n int) ([]calendar.Span, error) {
	q.t.Helper()
	var spans []calendar.Span
	for span, err := range q.c.Windows(t) {
		if err != nil {
			return spans, q.kind("Windows", err)
		}
		if len(spans) == n || !span.Open.Before(end) {
			break
		}
		if span.Open.Location() != q.c.Location() || span.Close.Location() != q.c.Location() {
			q.t.Fatalf("Windows: %v to %v: not in zone %v", show(span.Open), show(span.Close), q.c.Location())
		}
		spans = append(spans, span)
	}
	return spans, nil
}

// wantBetween fails unless the working time from a to b is known and is d.
func (q ask) wantBetween(why string, a, b time.Time, d time.Duration) {
	q.t.Helper()
	if got, err := q.between(a, b); err != nil || got != d {
		q.t.Fatalf("%s: Between(%v, %v) = %v, %v; want %v", why, show(a), show(b), got, err, d)
	}
}

// wantInstant fails unless got, with its error, is the instant want.
func (q ask) wantInstant(why string, got time.Time, err error, want time.Time) {
	q.t.Helper()
	if err != nil || !got.Equal(want) {
		q.t.Fatalf("%s: got %v, %v; want %v", why, show(got), err, show(want))
	}
}

// wantOpen fails unless it is known to be open, or not, at t.
func (q ask) wantOpen(why string, t time.Time, want bool) {
	q.t.Helper()
	if open, err := q.isOpen(t); err != nil || open != want {
		q.t.Fatalf("%s: IsOpen(%v) = %v, %v; want %v", why, show(t), open, err, want)
	}
}

// show writes an instant so that its zone and its nanoseconds can be seen.
func show(t time.Time) string { return t.Format("Mon 2006-01-02T15:04:05.999999999Z07:00") }

// start draws the instant and the amount that most laws are about.
func start(t *rapid.T, c *calendar.Calendar) (ask, time.Time, time.Duration) {
	q := ask{t, c}
	at := Instants(c).Draw(t, "t")
	return q, at, amount(q, at).Draw(t, "d")
}

// amount generates amounts of working time from t: those of Durations, and some that
// end at the bound of a window, or a nanosecond to either side of it.
func amount(q ask, at time.Time) *rapid.Generator[time.Duration] {
	return rapid.Custom(func(t *rapid.T) time.Duration {
		if rapid.Bool().Draw(t, "to a bound") {
			bound := bounded(q.c, at).Draw(t, "bound")
			d, err := q.c.Between(at, bound)
			if err == nil {
				return max(0, d+time.Duration(rapid.IntRange(-1, 1).Draw(t, "nanoseconds")))
			}
		}
		return Durations().Draw(t, "duration")
	})
}
