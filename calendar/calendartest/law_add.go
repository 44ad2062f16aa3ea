package calendartest

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

func addThenBetween(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	if r, err := q.add(at, d); err == nil {
		if r.Before(at) {
			t.Fatalf("Add(%v, %v) = %v, which is earlier", show(at), d, show(r))
		}
		q.wantBetween("after Add", at, r, d)
	}
	if r, err := q.sub(at, d); err == nil {
		if r.After(at) {
			t.Fatalf("Sub(%v, %v) = %v, which is later", show(at), d, show(r))
		}
		q.wantBetween("after Sub", r, at, d)
	}
}

func addIsEarliest(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	if r, err := q.add(at, d); err == nil && d > 0 {
		q.wantBetween("just before the end", at, r.Add(-1), d-1)
		q.wantOpen("just before the end", r.Add(-1), true)
	}
}

func subIsLatest(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	if r, err := q.sub(at, d); err == nil && d > 0 {
		q.wantBetween("just after the start", r.Add(1), at, d-1)
		q.wantOpen("at the start", r, true)
	}
}

func addZero(t *rapid.T, c *calendar.Calendar) {
	q, at, _ := start(t, c)
	at = at.In(time.FixedZone("elsewhere", 12345))
	r, err := q.add(at, 0)
	q.wantInstant("Add of 0", r, err, at)
	r, err = q.sub(at, 0)
	q.wantInstant("Sub of 0", r, err, at)
	for _, conv := range []calendar.Convention{calendar.CloseOfBusiness, calendar.SameTime, calendar.WorkingTime} {
		r, err = q.addDays(at, 0, conv)
		q.wantInstant("AddDays of 0", r, err, at)
	}
}

func addNegative(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	plus, err1 := q.add(at, d)
	minus, err2 := q.sub(at, -d)
	if err1 != err2 || err1 == nil && !plus.Equal(minus) {
		t.Fatalf("Add(%v, %v) = %v, %v; Sub of %v = %v, %v", show(at), d, show(plus), err1, -d, show(minus), err2)
	}
	plus, err1 = q.add(at, -d)
	minus, err2 = q.sub(at, d)
	if err1 != err2 || err1 == nil && !plus.Equal(minus) {
		t.Fatalf("Add(%v, %v) = %v, %v; Sub of %v = %v, %v", show(at), -d, show(plus), err1, d, show(minus), err2)
	}
}

func addMonotone(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	later := at.Add(Durations().Draw(t, "later by"))
	more := d + Durations().Draw(t, "more")
	for _, ask := range []struct {
		name string
		op   func(time.Time, time.Duration) (time.Time, error)
		sign int
	}{{"Add", q.add, 1}, {"Sub", q.sub, -1}} {
		r, err := ask.op(at, d)
		if s, err2 := ask.op(later, d); err == nil && err2 == nil && s.Before(r) {
			t.Fatalf("%s(%v, %v) = %v, but from %v it is %v", ask.name, show(at), d, show(r), show(later), show(s))
		}
		s, err2 := ask.op(at, more)
		if err == nil && err2 == nil && s.Compare(r)*ask.sign < 0 {
			t.Fatalf("%s(%v, %v) = %v, but of %v it is %v", ask.name, show(at), d, show(r), more, show(s))
		}
		if err != nil && err2 == nil {
			t.Fatalf("%s(%v, %v): %v, but of %v it is %v", ask.name, show(at), d, err, more, show(s))
		}
	}
}

func addAdditive(t *rapid.T, c *calendar.Calendar) {
	q, at, a := start(t, c)
	b := Durations().Draw(t, "and then")
	if a == 0 || b == 0 {
		return
	}
	for _, ask := range []struct {
		name string
		op   func(time.Time, time.Duration) (time.Time, error)
	}{{"Add", q.add}, {"Sub", q.sub}} {
		whole, err := ask.op(at, a+b)
		part, err2 := ask.op(at, a)
		if err2 == nil {
			part, err2 = ask.op(part, b)
		}
		if err != err2 || err == nil && !whole.Equal(part) {
			t.Fatalf("%s(%v, %v) = %v, %v; %v and then %v: %v, %v", ask.name, show(at), a+b, show(whole), err, a, b, show(part), err2)
		}
	}
}

func addThenSub(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	if r, err := q.add(at, d); err == nil && d > 0 {
		open, err := q.nextOpen(at)
		if err != nil {
			t.Fatalf("Add(%v, %v) = %v, but NextOpen: %v", show(at), d, show(r), err)
		}
		back, err := q.sub(r, d)
		q.wantInstant("back from "+show(r), back, err, open)
	}
}

func subThenAdd(t *rapid.T, c *calendar.Calendar) {
	q, at, d := start(t, c)
	if r, err := q.sub(at, d); err == nil && d > 0 {
		closed, err := q.prevClose(at)
		if err != nil {
			t.Fatalf("Sub(%v, %v) = %v, but PrevClose: %v", show(at), d, show(r), err)
		}
		back, err := q.add(r, d)
		q.wantInstant("forward from "+show(r), back, err, closed)
	}
}

func addReaches(t *rapid.T, c *calendar.Calendar) {
	q, a, _ := start(t, c)
	b := a.Add(Durations().Draw(t, "elapsed"))
	d, err := q.between(a, b)
	if err != nil || d == 0 {
		return
	}
	closed, err := q.prevClose(b)
	if err != nil {
		t.Fatalf("Between(%v, %v) = %v, but PrevClose: %v", show(a), show(b), d, err)
	}
	r, err := q.add(a, d)
	q.wantInstant("Add of Between", r, err, closed)
	open, err := q.nextOpen(a)
	if err != nil {
		t.Fatalf("Between(%v, %v) = %v, but NextOpen: %v", show(a), show(b), d, err)
	}
	r, err = q.sub(b, d)
	q.wantInstant("Sub of Between", r, err, open)
}
