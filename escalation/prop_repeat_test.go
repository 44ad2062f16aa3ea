package escalation_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"pgregory.net/rapid"
)

// splitHalts cuts the halts at an instant, and says whether one lasts there.
func splitHalts(halts [][2]int, asOf int) (past [][2]int, testing bool) {
	for _, p := range halts {
		if p[0] <= asOf {
			testing = p[1] > asOf
			past = append(past, [2]int{p[0], min(p[1], asOf)})
		}
	}
	return past, testing
}

// TestPropCUM8_Repeats compares the repeats of a climb, and the notices of a
// ladder with hours for them, with the twins that walk minutes: the nth repeat is
// a stopwatch of n times Every from when the last step was reached.
func TestPropCUM8_Repeats(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(w.hours)-1).Draw(t, "calendar")
		k := rapid.IntRange(0, len(w.hours)-1).Draw(t, "notices")
		h := w.hours[i]
		start := drawMinute(t, h, rapid.IntRange(0, 3*1440).Draw(t, "start"))
		needs, halts := drawNeeds(t), drawHalts(t, h, start, 4)
		asOf := drawMinute(t, h, start+rapid.IntRange(0, 10*1440).Draw(t, "as of"))
		l := ladderOf(w.calendars[i], needs)
		every := rapid.SampledFrom([]int{1, 60, 540, 541, 1440}).Draw(t, "every")
		l.Repeat = escalation.Repeat{Every: escalation.Delay{Time: time.Duration(every) * time.Minute}, Times: rapid.IntRange(1, 20).Draw(t, "times")}
		l.Notices = w.calendars[k]
		if err := l.Check(); err != nil {
			t.Fatal(err)
		}
		c := climb(t, l, start, halts, asOf)

		past, testing := splitHalts(halts, asOf)
		want := slowStopwatch(h, start, needs, past)
		reached := func(at int) bool { return at >= 0 && at <= asOf && !(testing && at > past[len(past)-1][0]) }
		anchor := want[len(want)-1]
		for n := 1; n <= l.Repeat.Times && reached(want[len(want)-1]); n++ {
			var since [][2]int // the step was reached before the halts that begin then
			for _, p := range past {
				if p[0] >= anchor {
					since = append(since, p)
				}
			}
			want = append(want, slowStopwatch(h, anchor, []int{n * every}, since)[0])
		}
		rungs := c.Rungs()
		if len(rungs) != len(want) {
			t.Fatalf("%d rungs, want %d", len(rungs), len(want))
		}
		for n, r := range rungs {
			at, _ := r.At.Get()
			told, _ := r.Notified.Get()
			step, repeat := min(n+1, len(needs)), max(0, n+1-len(needs))
			switch notice := slowNotice(w.hours[k], max(want[n], 0), past); {
			case r.Step != step || r.Repeat != repeat:
				t.Fatalf("rung %d is step %d, repeat %d", n, r.Step, r.Repeat)
			case !reached(want[n]):
				if state := r.State; testing && state != escalation.Halted || !testing && (state != escalation.Pending || !at.Equal(minute(want[n]))) {
					t.Fatalf("rung %d is %v at %v, want it at %v", n, state, at, minute(want[n]))
				}
			case r.State != escalation.Reached || !at.Equal(minute(want[n])):
				t.Fatalf("rung %d is %v at %v, want it reached at %v", n, r.State, at, minute(want[n]))
			case testing && notice > past[len(past)-1][0]:
				if r.Notified.IsKnown() {
					t.Fatalf("rung %d is told at %v, during a halt", n, told)
				}
			case notice < 0:
			case !told.Equal(minute(notice)):
				t.Fatalf("rung %d is told at %v, want %v", n, told, minute(notice))
			}
		}
	})
}

// TestPropG6_Conventions compares steps in business days with the twin that walks
// days, and halts that put them off with the one that walks minutes.
func TestPropG6_Conventions(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(1, len(w.hours)-1).Draw(t, "calendar") // round the clock no window shows in the minutes
		h := w.hours[i]
		start := drawMinute(t, h, rapid.IntRange(1, 3*1440).Draw(t, "start"))
		halts := drawHalts(t, h, start, 3)
		d := escalation.Delay{Days: rapid.IntRange(1, 6).Draw(t, "days"), Convention: calendar.Convention(rapid.IntRange(0, 2).Draw(t, "convention"))}
		asOf := drawMinute(t, h, start+rapid.IntRange(0, 12*1440).Draw(t, "as of"))
		past, testing := splitHalts(halts, asOf)
		var want int
		if d.Convention == calendar.WorkingTime {
			day := 540
			if i == 4 {
				day = 480
			}
			want = slowStopwatch(h, start, []int{d.Days * day}, past)[0]
		} else {
			want = slowPutOff(h, slowDays(h, w.calendars[i].Location(), start, d.Days, d.Convention == calendar.SameTime), past)
		}
		l := &escalation.Ladder{Calendar: w.calendars[i], Steps: []escalation.Step{{To: "a", After: d}}}
		c := climb(t, l, start, halts, asOf)
		r := c.Rungs()[0]
		at, _ := r.At.Get()
		state := escalation.Pending
		switch {
		case want <= asOf && !(testing && want > past[len(past)-1][0]):
			state = escalation.Reached
		case testing:
			state = escalation.Halted
		}
		if r.State != state || state != escalation.Halted && !at.Equal(minute(want)) {
			t.Fatalf("%v: %v at %v, want %v at %v", d, r.State, r.At, state, minute(want))
		}
	})
}
