package calendartest

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// stretch draws two instants, the second some way from the first.
func stretch(t *rapid.T, c *calendar.Calendar) (q ask, a, b time.Time) {
	a = Instants(c).Draw(t, "a")
	reach := rapid.SampledFrom([]time.Duration{3 * 24 * time.Hour, 30 * 24 * time.Hour, 500 * 24 * time.Hour}).Draw(t, "reach")
	return ask{t, c}, a, InstantsNear(c, a, reach).Draw(t, "b")
}

func betweenAntisymmetric(t *rapid.T, c *calendar.Calendar) {
	q, a, b := stretch(t, c)
	d, err := q.between(a, b)
	back, err2 := q.between(b, a)
	if err != err2 || err == nil && d != -back {
		t.Fatalf("Between(%v, %v) = %v, %v; reversed %v, %v", show(a), show(b), d, err, back, err2)
	}
	q.wantBetween("nothing", a, a, 0)
}

func betweenAdditive(t *rapid.T, c *calendar.Calendar) {
	q, x, y := stretch(t, c)
	z := InstantsNear(c, y, 30*24*time.Hour).Draw(t, "c")
	xy, err1 := q.between(x, y)
	yz, err2 := q.between(y, z)
	xz, err3 := q.between(x, z)
	if err1 == nil && err2 == nil && (err3 != nil || xy+yz != xz) {
		t.Fatalf("Between: %v to %v: %v, on to %v: %v; all at once: %v, %v", show(x), show(y), xy, show(z), yz, xz, err3)
	}
}

func betweenBounded(t *rapid.T, c *calendar.Calendar) {
	q, a, b := stretch(t, c)
	if b.Before(a) {
		a, b = b, a
	}
	d, err := q.between(a, b)
	if err != nil {
		return
	}
	elapsed := b.Sub(a)
	if d < 0 || d > elapsed {
		t.Fatalf("Between(%v, %v) = %v; %v have elapsed", show(a), show(b), d, elapsed)
	}
	inside := a.Add(time.Duration(rapid.Int64Range(0, max(0, int64(elapsed)-1)).Draw(t, "inside")))
	open, err := q.isOpen(inside)
	if elapsed == 0 {
		return
	}
	if err != nil {
		t.Fatalf("Between(%v, %v) = %v, but IsOpen(%v): %v", show(a), show(b), d, show(inside), err)
	}
	if d == elapsed && !open {
		t.Fatalf("Between(%v, %v) = %v, all that elapsed, but closed at %v", show(a), show(b), d, show(inside))
	}
	if d == 0 && open {
		t.Fatalf("Between(%v, %v) = 0, but open at %v", show(a), show(b), show(inside))
	}
}

func betweenNested(t *rapid.T, c *calendar.Calendar) {
	q, a, b := stretch(t, c)
	if b.Before(a) {
		a, b = b, a
	}
	whole, err := q.between(a, b)
	if err != nil || !a.Before(b) {
		return
	}
	from := a.Add(time.Duration(rapid.Int64Range(0, int64(b.Sub(a))).Draw(t, "from")))
	to := from.Add(time.Duration(rapid.Int64Range(0, int64(b.Sub(from))).Draw(t, "to")))
	part, err := q.between(from, to)
	if err != nil || part > whole {
		t.Fatalf("Between(%v, %v) = %v, but inside it Between(%v, %v) = %v, %v", show(a), show(b), whole, show(from), show(to), part, err)
	}
	if part > 0 {
		if r, err := q.add(from, part); err != nil || r.After(to) {
			t.Fatalf("Between(%v, %v) = %v, but Add of it = %v, %v", show(from), show(to), part, show(r), err)
		}
	}
}
