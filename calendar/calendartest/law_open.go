package calendartest

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

func nextOpenIsOpen(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	r, err := q.nextOpen(at)
	if err != nil {
		return
	}
	if r.Before(at) {
		t.Fatalf("NextOpen(%v) = %v, which is earlier", show(at), show(r))
	}
	q.wantOpen("at NextOpen", r, true)
	again, err := q.nextOpen(r)
	q.wantInstant("NextOpen again", again, err, r)
	q.wantBetween("before NextOpen", at, r, 0)
	if at.Before(r) {
		q.wantOpen("just before NextOpen", r.Add(-1), false)
		r, err := q.add(at, 1)
		q.wantInstant("a nanosecond on", r, err, again.Add(1))
	}
}

func nextOpenStays(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	open, err := q.isOpen(at)
	r, err2 := q.nextOpen(at)
	if err != nil && err != err2 || open && err2 != nil {
		t.Fatalf("IsOpen(%v) = %v, %v; NextOpen = %v, %v", show(at), open, err, show(r), err2)
	}
	if err == nil && err2 == nil && open != r.Equal(at) {
		t.Fatalf("IsOpen(%v) = %v; NextOpen = %v", show(at), open, show(r))
	}
}

func prevCloseIsClose(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	r, err := q.prevClose(at)
	if err != nil {
		return
	}
	if r.After(at) {
		t.Fatalf("PrevClose(%v) = %v, which is later", show(at), show(r))
	}
	q.wantOpen("just before PrevClose", r.Add(-1), true)
	again, err := q.prevClose(r)
	q.wantInstant("PrevClose again", again, err, r)
	q.wantBetween("after PrevClose", r, at, 0)
	if r.Before(at) {
		q.wantOpen("at PrevClose", r, false)
		s, err := q.sub(at, 1)
		q.wantInstant("a nanosecond back", s, err, r.Add(-1))
	}
}

func prevCloseStays(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	open, err := q.isOpen(at.Add(-1))
	r, err2 := q.prevClose(at)
	if err != nil && err != err2 || open && err2 != nil {
		t.Fatalf("IsOpen just before %v = %v, %v; PrevClose = %v, %v", show(at), open, err, show(r), err2)
	}
	if err == nil && err2 == nil && open != r.Equal(at) {
		t.Fatalf("IsOpen just before %v = %v; PrevClose = %v", show(at), open, show(r))
	}
}

// manyWindows is how many windows the laws about them look at.
const manyWindows = 12

func windowsAscend(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	spans, _ := q.windows(at, at.Add(100*24*time.Hour), manyWindows)
	before := at
	for i, s := range spans {
		switch {
		case !s.Open.Before(s.Close):
			t.Fatalf("window %d from %v on is empty: %v to %v", i, show(at), show(s.Open), show(s.Close))
		case i == 0 && !s.Close.After(at):
			t.Fatalf("the first window from %v on, %v to %v, closes before", show(at), show(s.Open), show(s.Close))
		case i > 0 && s.Open.Before(before):
			t.Fatalf("window %d from %v on, %v to %v, opens before the last one closes, %v", i, show(at), show(s.Open), show(s.Close), show(before))
		}
		before = s.Close
	}
}

func windowsAreOpen(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	spans, _ := q.windows(at, at.Add(100*24*time.Hour), manyWindows)
	for i, s := range spans {
		q.wantOpen("at a window's open", s.Open, true)
		q.wantOpen("just before a window's close", s.Close.Add(-1), true)
		q.wantBetween("in a window", s.Open, s.Close, s.Close.Sub(s.Open))
		if i > 0 {
			q.wantBetween("between two windows", spans[i-1].Close, s.Open, 0)
		}
	}
}

func windowsSum(t *rapid.T, c *calendar.Calendar) {
	q, a, b := stretch(t, c)
	if b.Before(a) {
		a, b = b, a
	}
	var sum time.Duration
	spans, err := q.windows(a, b, 100_000)
	for _, s := range spans {
		from, to := s.Open, s.Close
		if from.Before(a) {
			from = a
		}
		if to.After(b) {
			to = b
		}
		sum += to.Sub(from)
	}
	d, err2 := q.between(a, b)
	if err == nil && err2 != nil || err2 == nil && d != sum {
		t.Fatalf("the %d windows in %v to %v have %v, %v; Between = %v, %v", len(spans), show(a), show(b), sum, err, d, err2)
	}
}

func windowsStart(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	spans, err := q.windows(at, time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC), 1)
	open, err2 := q.nextOpen(at)
	switch {
	case err2 == nil && len(spans) == 0:
		t.Fatalf("no window from %v on, %v; NextOpen = %v", show(at), err, show(open))
	case err2 != nil && len(spans) > 0:
		t.Fatalf("a window from %v on, at %v; NextOpen: %v", show(at), show(spans[0].Open), err2)
	case err2 == nil && spans[0].Open.After(at) && !spans[0].Open.Equal(open), err2 == nil && !spans[0].Open.After(at) && !open.Equal(at):
		t.Fatalf("the first window from %v on opens at %v; NextOpen = %v", show(at), show(spans[0].Open), show(open))
	}
}
