package calendar_test

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// slowOpenings lists the windows that open before end, each trimmed where an
// earlier one overlaps it, from some that close before from on. The error says
// that the list ends early, at an unknown window that closes after from.
func (s *slowPlain) slowOpenings(from, end time.Time) ([]calendar.Span, error) {
	var why error
	for _, seg := range slowSegs(s, from, end) {
		if seg.state == slowUnknown {
			end, why = seg.from, calendar.ErrCoverage
			break
		}
	}
	windows := slices.Clone(s.near(from, end))
	windows = slices.DeleteFunc(windows, func(w slowWindow) bool { return !w.known })
	slices.SortStableFunc(windows, func(v, w slowWindow) int { return v.open.Compare(w.open) })
	var spans []calendar.Span
	var until time.Time
	for _, w := range windows {
		if w.open.Before(until) {
			w.open = until
		}
		if until.Before(w.close) {
			until = w.close
		}
		if w.open.Before(w.close) && w.open.Before(end) {
			spans = append(spans, calendar.Span{Open: w.open, Close: w.close})
		}
	}
	return spans, why
}

// slowJoin joins neighbours that touch and open on the same date: nothing says
// whether these are one window or two.
func slowJoin(spans []calendar.Span) []calendar.Span {
	joined := []calendar.Span{}
	for _, s := range spans {
		if last := len(joined) - 1; last >= 0 && joined[last].Close.Equal(s.Open) && slowDayOf(joined[last].Open) == slowDayOf(s.Open) {
			joined[last].Close = s.Close
			continue
		}
		joined = append(joined, s)
	}
	return joined
}
