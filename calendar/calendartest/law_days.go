package calendartest

import (
	"sync"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// days draws a number of business days other than 0, on either side.
func days(t *rapid.T) int {
	n := rapid.IntRange(1, 12).Draw(t, "n")
	if rapid.Bool().Draw(t, "backwards") {
		return -n
	}
	return n
}

func daysCloseOfBusiness(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	n := days(t)
	if r, err := q.addDays(at, n, calendar.CloseOfBusiness); err == nil {
		q.wantOpen("just before close of business", r.Add(-1), true)
	}
}

func daysAscend(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	n := rapid.IntRange(1, 12).Draw(t, "n")
	day := func(n int, from time.Time) (calendar.Date, time.Time, error) {
		r, err := q.addDays(from, n, calendar.SameTime)
		if err != nil {
			return calendar.Date{}, r, err
		}
		d, err := calendar.DateOf(r)
		if err != nil {
			t.Fatalf("AddDays(%v, %d, SameTime) = %v: %v", show(from), n, show(r), err)
		}
		return d, r, nil
	}
	for _, sign := range []int{1, -1} {
		near, _, err1 := day(sign*n, at)
		far, end, err2 := day(sign*(n+1), at)
		if err1 != nil && err2 == nil || err2 == nil && far.Compare(near) != sign {
			t.Fatalf("from %v, business day %d is %v, %v, and %d is %v", show(at), sign*n, near, err1, sign*(n+1), far)
		}
		if err2 != nil {
			continue
		}
		first, one, err := day(sign, at)
		if err != nil {
			t.Fatalf("from %v, business day %d is %v, but %d: %v", show(at), sign*(n+1), far, sign, err)
		}
		// As many days back from the far one as from the first.
		back, _, err1 := day(-sign*(n+1), end)
		want, _, err2 := day(-sign, one)
		if err1 != err2 || err1 == nil && back != want {
			t.Fatalf("from %v, %d business days and back: %v, %v; one (%v) and back: %v, %v", show(at), sign*(n+1), back, err1, first, want, err2)
		}
	}
}

func daysSameTime(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	n := days(t)
	r, err := q.addDays(at, n, calendar.SameTime)
	if err != nil {
		return
	}
	at = at.In(c.Location())
	hour, minute, second := at.Clock()
	h, m, s := r.Clock()
	if h == hour && m == minute && s == second && r.Nanosecond() == at.Nanosecond() {
		return
	}
	if change, _ := r.ZoneBounds(); r.Sub(change) > 24*time.Hour || change.IsZero() {
		t.Fatalf("AddDays(%v, %d, SameTime) = %v: another time, and clocks were not put forward before it", show(at), n, show(r))
	}
}

func daysWorkingTime(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	n := days(t)
	r, err := q.addDays(at, n, calendar.WorkingTime)
	one, err1 := q.addDays(at, 1, calendar.WorkingTime)
	if err == calendar.ErrRegularDay || err1 == calendar.ErrRegularDay {
		if err != err1 {
			t.Fatalf("AddDays(%v, %d, WorkingTime): %v; of 1: %v", show(at), n, err, err1)
		}
		return
	}
	if err1 != nil {
		return
	}
	regular, err1 := q.between(at, one)
	if err1 != nil {
		t.Fatalf("AddDays(%v, 1, WorkingTime) = %v, but Between: %v", show(at), show(one), err1)
	}
	want, err1 := q.add(at, time.Duration(n)*regular)
	if err != err1 || err == nil && !r.Equal(want) {
		t.Fatalf("AddDays(%v, %d, WorkingTime) = %v, %v; Add(%v) = %v, %v", show(at), n, show(r), err, time.Duration(n)*regular, show(want), err1)
	}
}

// An answer is what the laws compare where only sameness matters.
type answer struct {
	at  time.Time
	d   time.Duration
	ok  bool
	err error
}

func (a answer) same(b answer) bool {
	return a.err == b.err && (a.err != nil || a.at.Equal(b.at) && a.d == b.d && a.ok == b.ok)
}

// all asks one question of each kind.
func (q ask) all(at time.Time, d time.Duration, n int) []answer {
	var answers []answer
	instant := func(r time.Time, err error) { answers = append(answers, answer{at: r, err: err}) }
	instant(q.add(at, d))
	instant(q.sub(at, d))
	instant(q.nextOpen(at))
	instant(q.prevClose(at))
	for _, conv := range []calendar.Convention{calendar.CloseOfBusiness, calendar.SameTime, calendar.WorkingTime} {
		instant(q.addDays(at, n, conv))
	}
	open, err := q.isOpen(at)
	answers = append(answers, answer{ok: open, err: err})
	passed, err := q.between(at, at.Add(d))
	return append(answers, answer{d: passed, err: err})
}

func zoneOfAnswer(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	n := days(t)
	here := q.all(at, d, n)
	for _, loc := range []*time.Location{time.UTC, time.FixedZone("elsewhere", 50400)} {
		for i, there := range q.all(at.In(loc), d, n) {
			if !there.same(here[i]) {
				t.Fatalf("question %d about %v: %+v; written as %v: %+v", i, show(at), here[i], show(at.In(loc)), there)
			}
		}
	}
}

func concurrent(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	n := days(t)
	alone := q.all(at, d, n) // any complaint about the answers themselves comes here
	var all [4][]answer
	var wg sync.WaitGroup
	for i := range all {
		wg.Add(1)
		go func() {
			defer wg.Done()
			all[i] = q.all(at, d, n)
		}()
	}
	wg.Wait()
	for _, answers := range all {
		for i, a := range answers {
			if !a.same(alone[i]) {
				t.Fatalf("question %d about %v: %+v, but with others %+v", i, show(at), alone[i], a)
			}
		}
	}
}
