package calendar_test

import (
	"errors"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// This file has the questions, answered by walking.

// errSlowFar says that the twin gave up: the answer lies farther away than it
// is willing to walk.
var errSlowFar = errors.New("slow twin: too far to walk")

// slowReach is how many days the twin walks past the farthest of the start and
// the last special day before it gives up.
const slowReach = 1000

// slowSegs cuts [a, b) into stretches of one state.
func slowSegs(s slowTwin, a, b time.Time) []slowSeg {
	bounds := s.bounds(a, b)
	slices.SortFunc(bounds, time.Time.Compare)
	bounds = slices.CompactFunc(bounds, time.Time.Equal)
	segs := make([]slowSeg, len(bounds))
	for i, from := range bounds {
		to := b
		if i+1 < len(bounds) {
			to = bounds[i+1]
		}
		segs[i] = slowSeg{from: from, to: to, state: s.at(from)}
	}
	return segs
}

// slowForward visits the stretches from t on until visit returns false. Its
// error says why the walk ended otherwise.
func slowForward(s slowTwin, t time.Time, visit func(slowSeg) bool) error {
	_, last := s.reach()
	_, settled := s.settled()
	t = t.UTC()
	start := slowDayOf(t)
	day := start
	for chunk := 3; ; chunk = 30 {
		if last != slowNoLast && day > last+4 {
			return calendar.ErrNeverOpen
		}
		if day > max(settled, start)+slowReach {
			return errSlowFar
		}
		end := t.AddDate(0, 0, chunk)
		for _, seg := range slowSegs(s, t, end) {
			if !visit(seg) {
				return nil
			}
		}
		t, day = end, day+chunk
	}
}

// slowBackward is slowForward towards the past, from t excluded.
func slowBackward(s slowTwin, t time.Time, visit func(slowSeg) bool) error {
	first, _ := s.reach()
	settled, _ := s.settled()
	t = t.UTC()
	start := slowDayOf(t)
	day := start
	for chunk := 3; ; chunk = 30 {
		if first != slowNoFirst && day < first-4 {
			return calendar.ErrNeverOpen
		}
		if day < min(settled, start)-slowReach {
			return errSlowFar
		}
		from := t.AddDate(0, 0, -chunk)
		segs := slowSegs(s, from, t)
		slices.Reverse(segs)
		for _, seg := range segs {
			if !visit(seg) {
				return nil
			}
		}
		t, day = from, day-chunk
	}
}

func slowIsOpen(s slowTwin, t time.Time) (bool, error) {
	state := s.at(t)
	if state == slowUnknown {
		return false, calendar.ErrCoverage
	}
	return state == slowOpen, nil
}

func slowNextOpen(s slowTwin, t time.Time) (time.Time, error) {
	return slowFirst(slowForward, s, t, func(seg slowSeg) time.Time { return seg.from })
}

func slowPrevClose(s slowTwin, t time.Time) (time.Time, error) {
	return slowFirst(slowBackward, s, t, func(seg slowSeg) time.Time { return seg.to })
}

type slowWalk func(slowTwin, time.Time, func(slowSeg) bool) error

// slowFirst is the near end of the first open stretch of a walk.
func slowFirst(walk slowWalk, s slowTwin, t time.Time, end func(slowSeg) time.Time) (time.Time, error) {
	var answer time.Time
	var unknown error
	err := walk(s, t, func(seg slowSeg) bool {
		switch seg.state {
		case slowUnknown:
			unknown = calendar.ErrCoverage
			return false
		case slowOpen:
			answer = end(seg)
			return false
		}
		return true
	})
	return answer.In(s.location()), errors.Join(unknown, err)
}

func slowAdd(s slowTwin, t time.Time, d time.Duration) (time.Time, error) {
	switch {
	case d == 0:
		return t.In(s.location()), nil
	case d < 0:
		return slowSub(s, t, -d)
	}
	return slowCount(slowForward, s, t, d, func(seg slowSeg, d time.Duration) time.Time { return seg.from.Add(d) })
}

func slowSub(s slowTwin, t time.Time, d time.Duration) (time.Time, error) {
	switch {
	case d == 0:
		return t.In(s.location()), nil
	case d < 0:
		return slowAdd(s, t, -d)
	}
	return slowCount(slowBackward, s, t, d, func(seg slowSeg, d time.Duration) time.Time { return seg.to.Add(-d) })
}

// slowCount walks until d has passed in open stretches.
func slowCount(walk slowWalk, s slowTwin, t time.Time, d time.Duration, end func(slowSeg, time.Duration) time.Time) (time.Time, error) {
	var answer time.Time
	var unknown error
	err := walk(s, t, func(seg slowSeg) bool {
		switch seg.state {
		case slowUnknown:
			unknown = calendar.ErrCoverage
			return false
		case slowOpen:
			if length := seg.to.Sub(seg.from); length < d {
				d -= length
				return true
			}
			answer = end(seg, d)
			return false
		}
		return true
	})
	return answer.In(s.location()), errors.Join(unknown, err)
}

func slowBetween(s slowTwin, a, b time.Time) (time.Duration, error) {
	if b.Before(a) {
		d, err := slowBetween(s, b, a)
		return -d, err
	}
	a = a.UTC()
	var sum time.Duration
	for a.Before(b) {
		end := a.AddDate(0, 0, 30)
		if b.Before(end) {
			end = b
		}
		for _, seg := range slowSegs(s, a, end) {
			switch seg.state {
			case slowUnknown:
				return 0, calendar.ErrCoverage
			case slowOpen:
				sum += seg.to.Sub(seg.from)
			}
		}
		a = end
	}
	return sum, nil
}
