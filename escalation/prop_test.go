package escalation_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
	"pgregory.net/rapid"
)

// A world has calendars with the minutes in which they are open, made once.
type world struct {
	calendars []*calendar.Calendar
	hours     []slowHours
}

func newWorld(t testing.TB) *world {
	w := new(world)
	for _, c := range []*calendar.Calendar{
		open(t, "UTC", 0, 24),
		open(t, "Europe/Berlin", 8, 17, "2026-04-03", "2026-04-06"),
		open(t, "Asia/Kuala_Lumpur", 8, 17),
		open(t, "America/Denver", 8, 17, "2026-04-03"),
		open(t, "Europe/Berlin", 22, 30),
	} {
		w.add(t, c)
	}
	return w
}

// add adds a calendar.
func (w *world) add(t testing.TB, c *calendar.Calendar) {
	w.calendars, w.hours = append(w.calendars, c), append(w.hours, slowOf(t, c))
}

// ladderOf makes a ladder of steps after so many minutes.
func ladderOf(c *calendar.Calendar, needs []int) *escalation.Ladder {
	l := &escalation.Ladder{Calendar: c}
	for i, n := range needs {
		l.Steps = append(l.Steps, escalation.Step{To: fmt.Sprint("manager ", i+1), After: escalation.Delay{Time: time.Duration(n) * time.Minute}, Clause: "CUM-7"})
	}
	return l
}

// drawLadder draws a ladder of steps after so many minutes, which may repeat, and
// may have hours of its own for notices.
func drawLadder(t *rapid.T, w *world, c *calendar.Calendar, needs []int) *escalation.Ladder {
	l := ladderOf(c, needs)
	if rapid.Bool().Draw(t, "repeats") {
		l.Repeat = escalation.Repeat{
			Every: escalation.Delay{Time: time.Duration(rapid.SampledFrom([]int{1, 60, 540, 1440}).Draw(t, "every")) * time.Minute},
			Times: rapid.IntRange(1, 8).Draw(t, "times"),
		}
	}
	if rapid.Bool().Draw(t, "notices") {
		l.Notices = w.calendars[rapid.IntRange(0, len(w.calendars)-1).Draw(t, "notices' hours")]
	}
	return l
}

// drawHalts draws halts in their order, which may touch and be empty, around the
// edges of working time.
func drawHalts(t *rapid.T, h slowHours, start, most int) (halts [][2]int) {
	at := start
	for range rapid.IntRange(0, most).Draw(t, "halts") {
		from := drawMinute(t, h, at)
		to := drawMinute(t, h, from)
		halts, at = append(halts, [2]int{from, to}), to
	}
	return halts
}

// drawMinute draws a minute not before another: that one, an opening or closing
// after it, or some while later.
func drawMinute(t *rapid.T, h slowHours, from int) int {
	to := from + rapid.SampledFrom([]int{0, 0, 1, 30, 60, 540, 1440, -1, -1}).Draw(t, "while")
	if to < from {
		for to = from + 1; to < len(h)-1 && h[to] == h[to-1]; to++ {
		}
	}
	return min(to, slowMinutes/3)
}

func drawNeeds(t *rapid.T) (needs []int) {
	total := 0
	for range rapid.IntRange(1, 4).Draw(t, "steps") {
		total += rapid.SampledFrom([]int{0, 1, 60, 539, 540, 541, 1080, 1440}).Draw(t, "delay")
		needs = append(needs, total)
	}
	return needs
}

// climb goes through halts and returns the climb as of a minute.
func climb(t *rapid.T, l *escalation.Ladder, start int, halts [][2]int, asOf int) escalation.Climb {
	var c escalation.Climb
	c.Begin(l)
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	check(c.Start(minute(start)))
	for _, p := range halts {
		if p[0] > asOf {
			break
		}
		advance(t, &c, minute(p[0]))
		c.Halt(minute(p[0]))
		if p[1] > asOf {
			break
		}
		advance(t, &c, minute(p[1]))
		check(c.Resume(minute(p[1])))
	}
	advance(t, &c, minute(asOf))
	return c
}

// TestPropCUM8_SlowTwin compares a climb with the stopwatch that walks minutes.
func TestPropCUM8_SlowTwin(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(w.hours)-1).Draw(t, "calendar")
		start := drawMinute(t, w.hours[i], rapid.IntRange(0, 3*1440).Draw(t, "start"))
		needs, halts := drawNeeds(t), drawHalts(t, w.hours[i], start, 4)
		asOf := drawMinute(t, w.hours[i], start+rapid.IntRange(0, 20*1440).Draw(t, "as of"))
		c := climb(t, ladderOf(w.calendars[i], needs), start, halts, asOf)
		// Of a halt that has not ended nobody knows the end.
		var past [][2]int
		testing := false
		for _, p := range halts {
			if p[0] <= asOf {
				testing = p[1] > asOf
				past = append(past, [2]int{p[0], min(p[1], asOf)})
			}
		}
		want := slowStopwatch(w.hours[i], start, needs, past)
		for k, r := range c.Rungs() {
			at, _ := r.At.Get()
			var state escalation.State
			switch {
			case want[k] >= 0 && want[k] <= asOf && !(testing && want[k] > past[len(past)-1][0]):
				state = escalation.Reached
			case testing:
				state = escalation.Halted
			}
			if r.State != state || state != escalation.Halted && want[k] >= 0 && !at.Equal(minute(want[k])) {
				t.Fatalf("step %d is %v at %v, want %v at %v", k+1, r.State, at, state, minute(want[k]))
			}
		}
	})
}

// TestPropCUM8_ZeroHalt: a halt of zero length changes nothing.
func TestPropCUM8_ZeroHalt(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(w.hours)-1).Draw(t, "calendar")
		start := rapid.IntRange(0, 3*1440).Draw(t, "start")
		needs, halts := drawNeeds(t), drawHalts(t, w.hours[i], start, 3)
		asOf := slowMinutes / 2
		l := drawLadder(t, w, w.calendars[i], needs)
		plain := climb(t, l, start, halts, asOf)
		k := rapid.IntRange(0, len(halts)).Draw(t, "before")
		at := start
		if k > 0 {
			at = halts[k-1][1]
		}
		more := append(append(append([][2]int{}, halts[:k]...), [2]int{at, at}), halts[k:]...)
		equal(t, plain, climb(t, l, start, more, asOf))
	})
}

func equal(t *rapid.T, a, b escalation.Climb) {
	if len(a.Rungs()) != len(b.Rungs()) {
		t.Fatalf("%d rungs, and %d", len(a.Rungs()), len(b.Rungs()))
	}
	for k, r := range a.Rungs() {
		if o := b.Rungs()[k]; r.State != o.State || r.At.String() != o.At.String() || r.Notified.String() != o.Notified.String() {
			t.Fatalf("step %d: %v at %v, and %v at %v", k+1, r.State, r.At, o.State, o.At)
		}
	}
}

// TestPropCUM8_NeverForward: one more halt never brings a step forward.
func TestPropCUM8_NeverForward(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(w.hours)-1).Draw(t, "calendar")
		start := rapid.IntRange(0, 3*1440).Draw(t, "start")
		halts := drawHalts(t, w.hours[i], start, 4)
		l := drawLadder(t, w, w.calendars[i], drawNeeds(t))
		var before []escalation.Rung
		for n := range len(halts) + 1 {
			c := climb(t, l, start, halts[:n], slowMinutes/2)
			for k, r := range before {
				if k == len(c.Rungs()) {
					break // a repeat that is not reached by now, nor is the one before
				}
				if c.Rungs()[k].At.Time().Before(r.At.Time()) {
					t.Fatalf("halt %d brings step %d forward from %v to %v", n, k+1, r.At, c.Rungs()[k].At)
				}
			}
			before = slices.Clone(c.Rungs())
		}
	})
}

// TestPropCUM8_GrowingPrefix: the steps that are reached are the first ones,
// repeats after them, and stay so whatever happens: halts, changes of severity in any mode, the end.
func TestPropCUM8_GrowingPrefix(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		needs := drawNeeds(t)
		// The graver ladder comes sooner, on each calendar of its own.
		lower := make([]int, len(needs))
		for k, n := range needs {
			lower[k] = 2 * n
		}
		ladders := []*escalation.Ladder{drawLadder(t, w, w.calendars[0], needs), drawLadder(t, w, w.calendars[1], lower), nil}
		level := rapid.IntRange(0, 1).Draw(t, "level")
		mode := severity.Mode(rapid.IntRange(0, 2).Draw(t, "mode"))
		var c escalation.Climb
		c.Begin(ladders[level])
		at := rapid.IntRange(0, 3*1440).Draw(t, "start")
		if rapid.IntRange(0, 3).Draw(t, "waits") > 0 {
			if err := c.Start(minute(at)); err != nil {
				t.Fatal(err)
			}
		}
		reached := 0
		var kept []string
		for range rapid.IntRange(1, 12).Draw(t, "events") {
			advance(t, &c, minute(at))
			n := 0
			for k, r := range c.Rungs() {
				if r.State != escalation.Reached {
					break
				}
				n++
				if k < len(kept) && kept[k] != r.At.String() {
					t.Fatalf("step %d was reached at %s and now at %v", k+1, kept[k], r.At)
				}
				if k >= len(kept) {
					kept = append(kept, r.At.String())
				}
				if r.At.Time().After(minute(at)) {
					t.Fatalf("step %d is reached at %v, which is to come", k+1, r.At)
				}
			}
			for k, r := range c.Rungs()[n:] {
				if r.State == escalation.Reached {
					t.Fatalf("step %d is reached, and one before it is not", n+k+1)
				}
			}
			if n < reached {
				t.Fatalf("%d steps were reached, and now %d", reached, n)
			}
			reached = n
			at = drawMinute(t, w.hours[1], at)
			advance(t, &c, minute(at))
			var err error
			switch rapid.IntRange(0, 5).Draw(t, "event") {
			case 0, 1:
				c.Halt(minute(at))
			case 2:
				err = c.Resume(minute(at))
			case 3:
				old := level
				level = rapid.IntRange(0, 2).Draw(t, "level")
				if level != old {
					err = c.Change(minute(at), ladders[level], level < old, mode)
				}
			case 4:
				err = c.Start(minute(at))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		c.End(minute(at))
		for k := range reached {
			if c.Rungs()[k].State != escalation.Reached {
				t.Fatalf("step %d is %v after the end", k+1, c.Rungs()[k].State)
			}
		}
	})
}

// TestPropCUM8_Remaining: the working time that remains to each step when the
// climb resumes is what remained when it was halted.
func TestPropCUM8_Remaining(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(w.hours)-1).Draw(t, "calendar")
		cal := w.calendars[i]
		start := rapid.IntRange(0, 3*1440).Draw(t, "start")
		from := drawMinute(t, w.hours[i], start)
		to := drawMinute(t, w.hours[i], from)
		l := drawLadder(t, w, cal, drawNeeds(t))
		before := climb(t, l, start, nil, from)
		after := climb(t, l, start, [][2]int{{from, to}}, to)
		for k, r := range before.Rungs() {
			if r.State == escalation.Reached {
				continue
			}
			left, err := cal.Between(minute(from), r.At.Time())
			if err != nil {
				t.Fatal(err)
			}
			now, err := cal.Between(minute(to), after.Rungs()[k].At.Time())
			if err != nil || left != now {
				t.Fatalf("step %d: %v remained, and now %v (%v)", k+1, left, now, err)
			}
		}
	})
}
