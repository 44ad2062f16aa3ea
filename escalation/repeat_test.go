package escalation_test

import (
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// repeating is a ladder of Berlin's office hours: after 2 and 9 hours, and then
// again every so often.
func repeating(t testing.TB, every escalation.Delay, times int) *escalation.Ladder {
	t.Helper()
	return &escalation.Ladder{
		Calendar: open(t, "Europe/Berlin", 8, 17),
		Steps: []escalation.Step{
			{To: "lead", After: escalation.Delay{Time: 2 * time.Hour}, Clause: "X-1"},
			{To: "boss", After: escalation.Delay{Time: 9 * time.Hour}, Clause: "X-1"},
		},
		Repeat: escalation.Repeat{Every: every, Times: times},
	}
}

// told is something that a climb is told at a wall-clock time in Berlin.
type told struct {
	at   string
	what func(c *escalation.Climb, at time.Time) error
}

func halt(c *escalation.Climb, at time.Time) error   { c.Halt(at); return nil }
func resume(c *escalation.Climb, at time.Time) error { return c.Resume(at) }
func end(c *escalation.Climb, at time.Time) error    { c.End(at); return nil }

func change(l *escalation.Ladder, raised bool, mode severity.Mode) func(*escalation.Climb, time.Time) error {
	return func(c *escalation.Climb, at time.Time) error { return c.Change(at, l, raised, mode) }
}

// follow goes up a ladder from Monday, 2 March, 08:00, and lists the rungs as of
// an instant: "2/1 reached 03-03 17:00".
func follow(t testing.TB, l *escalation.Ladder, asOf string, events ...told) []string {
	t.Helper()
	var c escalation.Climb
	c.Begin(l)
	if err := c.Start(instant(t, "2026-03-02 08:00")); err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		at := instant(t, e.at)
		advance(t, &c, at)
		if err := e.what(&c, at); err != nil {
			t.Fatal(err)
		}
	}
	advance(t, &c, instant(t, asOf))
	var out []string
	for _, r := range c.Rungs() {
		text := fmt.Sprintf("%d/%d %v", r.Step, r.Repeat, r.State)
		if at, ok := r.At.Get(); ok && r.State != escalation.Halted {
			text += at.In(berlin(t)).Format(" 01-02 15:04")
		}
		if at, ok := r.Notified.Get(); ok && r.State != escalation.Halted {
			text += at.In(berlin(t)).Format(", told 01-02 15:04")
		}
		out = append(out, text)
	}
	return out
}

func TestCUM8_Repeat(t *testing.T) {
	daily := repeating(t, escalation.Delay{Days: 1, Convention: calendar.WorkingTime}, 2)
	three := repeating(t, escalation.Delay{Time: 3 * time.Hour}, 3)
	always := &escalation.Ladder{Calendar: open(t, "Europe/Berlin", 0, 24), Steps: three.Steps, Repeat: escalation.Repeat{Every: escalation.Delay{Time: time.Hour}, Times: 5}}
	plain := &escalation.Ladder{Calendar: three.Calendar, Steps: three.Steps}
	closing := repeating(t, escalation.Delay{Days: 1}, 3)
	single := repeating(t, escalation.Delay{Time: 4 * time.Hour}, 1)
	const first, second = "1/0 reached 03-02 10:00", "2/0 reached 03-02 17:00"
	for _, tt := range []struct {
		name   string
		ladder *escalation.Ladder
		asOf   string
		events []told
		want   []string
	}{
		{"just before the last step", daily, "2026-03-02 16:59:59.999999999", nil, []string{first, "2/0 pending 03-02 17:00"}},
		{"at the last step", daily, "2026-03-02 17:00", nil, []string{first, second, "2/1 pending 03-03 17:00"}},
		{"just before the first repeat", daily, "2026-03-03 16:59:59.999999999", nil, []string{first, second, "2/1 pending 03-03 17:00"}},
		{"at it", daily, "2026-03-03 17:00", nil, []string{first, second, "2/1 reached 03-03 17:00", "2/2 pending 03-04 17:00"}},
		{"just after it", daily, "2026-03-03 17:00:00.000000001", nil, []string{first, second, "2/1 reached 03-03 17:00", "2/2 pending 03-04 17:00"}},
		{"no more than its times, much later", daily, "2027-03-03 17:00", nil, []string{first, second, "2/1 reached 03-03 17:00", "2/2 reached 03-04 17:00"}},
		// A halt of two hours and one of a night.
		{"halted", three, "2026-03-03 10:00", []told{{"2026-03-03 09:00", halt}}, []string{first, second, "2/1 halted"}},
		{"and on", three, "2026-03-03 14:00", []told{{"2026-03-03 09:00", halt}, {"2026-03-03 11:00", resume}},
			[]string{first, second, "2/1 reached 03-03 13:00", "2/2 pending 03-03 16:00"}},
		{"over a night it costs nothing", three, "2026-03-03 11:00", []told{{"2026-03-02 17:00", halt}, {"2026-03-03 08:00", resume}},
			[]string{first, second, "2/1 reached 03-03 11:00", "2/2 pending 03-03 14:00"}},
		{"the end", three, "2026-03-09 11:00", []told{{"2026-03-03 12:00", end}}, []string{first, second, "2/1 reached 03-03 11:00", "2/2 cancelled"}},
		// 2/1 is due on Tuesday at 11:00. Raised at 02:00, an hour from the change.
		{"raised", three, "2026-03-03 02:00", []told{{"2026-03-03 02:00", change(always, true, severity.Fair)}}, []string{first, second, "2/1 pending 03-03 03:00"}},
		{"raised, and the next are counted from it", three, "2026-03-03 04:30", []told{{"2026-03-03 02:00", change(always, true, severity.Fair)}},
			[]string{first, second, "2/1 reached 03-03 03:00", "2/2 reached 03-03 04:00", "2/3 pending 03-03 05:00"}},
		// From the start would be at 18:00 on Monday: it is reached at the change,
		// once, and the next an hour later.
		{"raised, from the start", three, "2026-03-03 02:00", []told{{"2026-03-03 02:00", change(always, true, severity.FromStart)}},
			[]string{first, second, "2/1 reached 03-03 02:00", "2/2 pending 03-03 03:00"}},
		{"lowered: from the reaching before, and not earlier", always, "2026-03-02 18:30", []told{{"2026-03-02 17:30", change(three, false, severity.Fair)}},
			[]string{first, second, "2/1 pending 03-03 11:00"}},
		{"lowered, from the change", always, "2026-03-03 08:30", []told{{"2026-03-03 08:30", change(three, false, severity.FromChange)}},
			[]string{first, second, "2/1 reached 03-02 18:00", "2/2 reached 03-02 19:00", "2/3 reached 03-02 20:00", "2/4 reached 03-02 21:00", "2/5 reached 03-02 22:00"}},
		{"to a ladder without repeats", three, "2026-03-05 08:00", []told{{"2026-03-03 08:30", change(plain, false, severity.Fair)}}, []string{first, second, "2/1 cancelled"}},
		{"and back: they begin at the change", three, "2026-03-03 13:00", []told{{"2026-03-03 08:30", change(plain, false, severity.Fair)}, {"2026-03-03 09:30", change(three, true, severity.Fair)}},
			[]string{first, second, "2/1 reached 03-03 12:30", "2/2 pending 03-03 15:30"}},
		{"from a ladder without repeats", plain, "2026-03-03 09:30", []told{{"2026-03-03 09:30", change(three, true, severity.Fair)}}, []string{first, second, "2/1 pending 03-03 12:30"}},
		{"no ladder cancels it", three, "2026-03-05 08:00", []told{{"2026-03-03 08:30", change(nil, false, severity.Fair)}}, []string{first, second, "2/1 cancelled"}},
		{"and a later one counts from its change", three, "2026-03-04 09:00",
			[]told{{"2026-03-03 08:30", change(nil, false, severity.Fair)}, {"2026-03-04 08:30", change(always, true, severity.Fair)}}, []string{first, second, "2/1 pending 03-04 09:30"}},
		{"to a ladder with fewer", three, "2026-03-03 08:30", []told{{"2026-03-03 08:30", change(single, false, severity.Fair)}}, []string{first, second, "2/1 pending 03-03 12:00"}},
		// Four halts of an hour: three before the last step is reached, at 20:00, and
		// one before the repeat, which is outside the office hours of its new ladder.
		{"lowered after many halts", always, "2026-03-02 22:30", []told{{"2026-03-02 09:00", halt}, {"2026-03-02 10:00", resume}, {"2026-03-02 11:30", halt}, {"2026-03-02 12:30", resume},
			{"2026-03-02 13:00", halt}, {"2026-03-02 14:00", resume}, {"2026-03-02 20:15", halt}, {"2026-03-02 21:15", resume}, {"2026-03-02 21:30", change(closing, false, severity.FromStart)}},
			[]string{"1/0 reached 03-02 11:00", "2/0 reached 03-02 20:00", "2/1 pending 03-03 17:00"}},
		{"a step lowered after many halts", plain, "2026-03-02 15:30", []told{{"2026-03-02 09:00", halt}, {"2026-03-02 10:00", resume}, {"2026-03-02 11:30", halt}, {"2026-03-02 12:30", resume},
			{"2026-03-02 13:00", halt}, {"2026-03-02 14:00", resume}, {"2026-03-02 14:30", halt}, {"2026-03-02 15:30", resume}, {"2026-03-02 15:30", change(plain, false, severity.FromStart)}},
			[]string{"1/0 reached 03-02 11:00", "2/0 pending 03-03 12:00"}},
		{"a ladder begun anew during a halt", plain, "2026-03-02 13:00",
			[]told{{"2026-03-02 11:00", change(nil, false, severity.Fair)}, {"2026-03-02 11:30", halt}, {"2026-03-02 12:00", change(plain, true, severity.Fair)}}, []string{"1/0 reached 03-02 10:00", "2/0 halted"}},
		{"by close of business, after a halt before the step", closing, "2026-03-03 11:00", []told{{"2026-03-02 09:00", halt}, {"2026-03-02 11:00", resume}},
			[]string{"1/0 reached 03-02 12:00", "2/0 reached 03-03 10:00", "2/1 pending 03-04 17:00"}},
		{"begun during a halt", plain, "2026-03-03 09:00", []told{{"2026-03-03 08:00", halt}, {"2026-03-03 08:30", change(three, true, severity.Fair)}}, []string{first, second, "2/1 halted"}},
		{"begun anew during a halt", three, "2026-03-04 09:00",
			[]told{{"2026-03-03 08:30", change(nil, false, severity.Fair)}, {"2026-03-04 08:00", halt}, {"2026-03-04 08:30", change(always, true, severity.Fair)}}, []string{first, second, "2/1 halted"}},
		{"also during a halt", three, "2026-03-04 12:00",
			[]told{{"2026-03-03 08:30", change(nil, false, severity.Fair)}, {"2026-03-04 08:00", halt}, {"2026-03-04 08:30", change(always, true, severity.Fair)}, {"2026-03-04 11:30", resume}},
			[]string{first, second, "2/1 pending 03-04 12:30"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, follow(t, tt.ladder, tt.asOf, tt.events...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestCUM8_RepeatAsOften: how often anybody looks changes nothing, and a long
// silence is bounded work.
func TestCUM8_RepeatAsOften(t *testing.T) {
	l := repeating(t, escalation.Delay{Time: 7 * time.Hour}, escalation.MaxTimes)
	if err := l.Check(); err != nil {
		t.Fatal(err)
	}
	start := instant(t, "2026-03-02 08:00")
	var once, often escalation.Climb
	once.Begin(l)
	often.Begin(l)
	for _, c := range []*escalation.Climb{&once, &often} {
		if err := c.Start(start); err != nil {
			t.Fatal(err)
		}
	}
	asOf := start.AddDate(0, 2, 0)
	for at := start; at.Before(asOf); at = at.Add(37 * time.Minute) {
		advance(t, &often, at)
	}
	advance(t, &once, asOf)
	advance(t, &often, asOf)
	for k, r := range once.Rungs() {
		if o := often.Rungs()[k]; r.State != o.State || r.At != o.At {
			t.Fatalf("%+v, and looked at often %+v", r, o)
		}
	}
	advance(t, &once, start.AddDate(200, 0, 0))
	if n := len(once.Rungs()); n != 2+escalation.MaxTimes {
		t.Errorf("%d rungs after two hundred years", n)
	}
}

// TestG6_Delays has a step two business days from a Monday, 10:00, by each
// convention, just before, at and just after it, and put off by a halt of an hour
// before it and one of a night (G7).
func TestG6_Delays(t *testing.T) {
	cal := open(t, "Europe/Berlin", 8, 17)
	for convention, want := range map[calendar.Convention][2]string{
		calendar.CloseOfBusiness: {"2026-03-04 17:00", "2026-03-05 09:00"},
		calendar.SameTime:        {"2026-03-04 10:00", "2026-03-04 11:00"},
		calendar.WorkingTime:     {"2026-03-04 10:00", "2026-03-04 11:00"},
	} {
		l := &escalation.Ladder{Calendar: cal, Steps: []escalation.Step{{To: "a", After: escalation.Delay{Days: 2, Convention: convention}}}}
		for i, halts := range [][][2]string{nil, {{"2026-03-02 23:00", "2026-03-03 04:00"}, {"2026-03-03 12:00", "2026-03-03 13:00"}}} {
			at := instant(t, want[i])
			for _, beside := range []time.Duration{-1, 0, 1} {
				var c escalation.Climb
				c.Begin(l)
				if err := c.Start(instant(t, "2026-03-02 10:00")); err != nil {
					t.Fatal(err)
				}
				for _, h := range halts {
					c.Halt(instant(t, h[0]))
					if err := c.Resume(instant(t, h[1])); err != nil {
						t.Fatal(err)
					}
				}
				advance(t, &c, at.Add(beside))
				r := c.Rungs()[0]
				if got, ok := r.At.Get(); !ok || !got.Equal(at) || (r.State == escalation.Reached) != (beside >= 0) {
					t.Errorf("%v, halts %v: %v at %v, want %v", convention, halts, r.State, r.At, at)
				}
			}
		}
	}
}

// TestG6_ChangedDelays has a lowering to close of business on the second business
// day, after a halt of two hours before it: those put it off too.
func TestG6_ChangedDelays(t *testing.T) {
	cal := open(t, "Europe/Berlin", 8, 17)
	hours := &escalation.Ladder{Calendar: cal, Steps: []escalation.Step{{To: "a", After: escalation.Delay{Time: 9 * time.Hour}}}}
	days := &escalation.Ladder{Calendar: cal, Steps: []escalation.Step{{To: "a", After: escalation.Delay{Days: 2}}}}
	got := follow(t, hours, "2026-03-02 14:00", told{"2026-03-02 10:00", halt}, told{"2026-03-02 12:00", resume}, told{"2026-03-02 14:00", change(days, false, severity.Fair)})
	if diff := cmp.Diff([]string{"1/0 pending 03-05 10:00"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRepeatErrors(t *testing.T) {
	c := open(t, "UTC", 8, 17)
	mixed, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Week{
		time.Monday:  {{Open: 8 * time.Hour, Close: 17 * time.Hour}},
		time.Tuesday: {{Open: 8 * time.Hour, Close: 12 * time.Hour}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	hour := escalation.Delay{Time: time.Hour}
	for name, tt := range map[string]struct {
		calendar *calendar.Calendar
		after    escalation.Delay
		repeat   escalation.Repeat
		kind     error
		text     string
	}{
		"no times":           {c, hour, escalation.Repeat{Every: hour}, escalation.ErrLadder, `escalation: repeat.times: "0" is not within 1 and 1000`},
		"too many times":     {c, hour, escalation.Repeat{Every: hour, Times: 1001}, escalation.ErrLadder, `escalation: repeat.times: "1001" is not within 1 and 1000`},
		"as many as can be":  {c, hour, escalation.Repeat{Every: hour, Times: 1000}, nil, ""},
		"negative times":     {c, hour, escalation.Repeat{Every: hour, Times: -1}, escalation.ErrLadder, `escalation: repeat.times: "-1" is not within 1 and 1000`},
		"nothing":            {c, hour, escalation.Repeat{Times: 1}, escalation.ErrLadder, `escalation: repeat.every: is missing; a step comes again after more than nothing`},
		"negative":           {c, hour, escalation.Repeat{Every: escalation.Delay{Time: -1}, Times: 1}, escalation.ErrLadder, `escalation: repeat.every: "-1ns" is negative; a step comes at the start or later`},
		"longer than can be": {c, hour, escalation.Repeat{Every: escalation.Delay{Time: math.MaxInt64 / 2}, Times: 3}, calendar.ErrRange, ""},
		"more days than are": {c, hour, escalation.Repeat{Every: escalation.Delay{Days: 3_660_000 / 2}, Times: 3}, calendar.ErrRange, ""},
		"no regular day":     {mixed, hour, escalation.Repeat{Every: escalation.Delay{Days: 1, Convention: calendar.WorkingTime}, Times: 3}, calendar.ErrRegularDay, ""},
		"none is needed":     {mixed, hour, escalation.Repeat{Every: escalation.Delay{Days: 1}, Times: 3}, nil, ""},
		"nor for a step":     {mixed, escalation.Delay{Days: 2, Convention: calendar.SameTime}, escalation.Repeat{}, nil, ""},
		"a convention of no days": {c, escalation.Delay{Time: time.Hour, Convention: calendar.SameTime}, escalation.Repeat{}, escalation.ErrLadder,
			`escalation: steps[0].after: "same_time" says how business days are counted, and stands beside 1h0m0s`},
		"no convention": {c, escalation.Delay{Days: 1, Convention: 9}, escalation.Repeat{}, escalation.ErrLadder,
			`escalation: steps[0].after: "Convention(9)" is not close_of_business, same_time or working_time`},
		"too many days": {c, escalation.Delay{Days: math.MaxInt32}, escalation.Repeat{}, calendar.ErrRange,
			""},
	} {
		l := &escalation.Ladder{Calendar: tt.calendar, Steps: []escalation.Step{{To: "a", After: tt.after}}, Repeat: tt.repeat}
		if err := l.Check(); !errors.Is(err, tt.kind) || tt.text != "" && err.Error() != tt.text {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRepeatBeyondTheCalendar: a repeat that no calendar can have an instant for
// is an error of the climb, not a step that never comes.
func TestRepeatBeyondTheCalendar(t *testing.T) {
	l := repeating(t, escalation.Delay{Time: 9 * time.Hour}, 3)
	var c escalation.Climb
	c.Begin(l)
	if err := c.Start(instant(t, "9999-12-30T08:00:00+01:00")); err != nil {
		t.Fatal(err)
	}
	if err := c.Advance(instant(t, "9999-12-31T23:00:00Z")); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("%v, %+v", err, c.Rungs())
	}
}

// TestCopies: a climb and a watch can be copied, and what one is told the other
// does not know.
func TestCopies(t *testing.T) {
	var c escalation.Climb
	c.Begin(repeating(t, escalation.Delay{Time: time.Hour}, 2))
	if err := c.Start(instant(t, "2026-03-02 08:00")); err != nil {
		t.Fatal(err)
	}
	d := c
	advance(t, &d, instant(t, "2026-03-02 17:00"))
	if len(c.Rungs()) != 2 || c.Rungs()[0].State != escalation.Pending || len(d.Rungs()) != 3 {
		t.Errorf("%+v and %+v", c.Rungs(), d.Rungs())
	}
	w := escalation.NewWatch(hubs(t, 0))
	if err := w.Receive(instant(t, "2026-03-02 08:00"), false); err != nil {
		t.Fatal(err)
	}
	v := w
	if err := v.Advance(instant(t, "2026-03-03 08:00")); err != nil {
		t.Fatal(err)
	}
	if len(w.Owners()) != 1 || len(v.Owners()) < 3 {
		t.Errorf("%v and %v", w.Owners(), v.Owners())
	}
}
