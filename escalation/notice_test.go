package escalation_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// nightly is a ladder round the clock whose people are told in office hours: from
// Monday 08:00 its steps are at 16:00 and 22:00, and 24 hours after that.
func nightly(t testing.TB) *escalation.Ladder {
	t.Helper()
	return &escalation.Ladder{
		Calendar: open(t, "Europe/Berlin", 0, 24), Notices: open(t, "Europe/Berlin", 8, 17),
		Steps: []escalation.Step{
			{To: "lead", After: escalation.Delay{Time: 8 * time.Hour}},
			{To: "boss", After: escalation.Delay{Time: 14 * time.Hour}},
		},
		Repeat: escalation.Repeat{Every: escalation.Delay{Time: 24 * time.Hour}, Times: 5},
	}
}

// TestCUM8_Notices: a step that is due at night is reached at night and told at
// the next opening.
func TestCUM8_Notices(t *testing.T) {
	l := nightly(t)
	plain := &escalation.Ladder{Calendar: l.Calendar, Steps: l.Steps}
	const first, second = "1/0 reached 03-02 16:00, told 03-02 16:00", "2/0 reached 03-02 22:00, told 03-03 08:00"
	for _, tt := range []struct {
		name   string
		asOf   string
		events []told
		want   []string
	}{
		{"pending", "2026-03-02 15:59:59.999999999", nil, []string{"1/0 pending 03-02 16:00, told 03-02 16:00", "2/0 pending 03-02 22:00, told 03-03 08:00"}},
		{"reached at night", "2026-03-02 22:00", nil, []string{first, second, "2/1 pending 03-03 22:00, told 03-04 08:00"}},
		{"over a weekend", "2026-03-06 22:00", nil, []string{first, second, "2/1 reached 03-03 22:00, told 03-04 08:00", "2/2 reached 03-04 22:00, told 03-05 08:00",
			"2/3 reached 03-05 22:00, told 03-06 08:00", "2/4 reached 03-06 22:00, told 03-09 08:00", "2/5 pending 03-07 22:00, told 03-09 08:00"}},
		{"ended before the notice", "2026-03-04 08:00", []told{{"2026-03-03 07:59:59.999999999", end}}, []string{first, "2/0 reached 03-02 22:00", "2/1 cancelled"}},
		{"ended at the notice, which is given", "2026-03-04 08:00", []told{{"2026-03-03 08:00", end}}, []string{first, second, "2/1 cancelled"}},
		{"halted before the notice: it waits", "2026-03-03 12:00", []told{{"2026-03-03 07:00", halt}}, []string{first, "2/0 reached 03-02 22:00", "2/1 halted"}},
		{"halted at the notice, which is given", "2026-03-03 12:00", []told{{"2026-03-03 08:00", halt}}, []string{first, second, "2/1 halted"}},
		{"and on, in hours", "2026-03-03 09:30", []told{{"2026-03-03 07:00", halt}, {"2026-03-03 09:30", resume}},
			[]string{first, "2/0 reached 03-02 22:00, told 03-03 09:30", "2/1 pending 03-04 00:30, told 03-04 08:00"}},
		{"and on, at night", "2026-03-03 07:30", []told{{"2026-03-03 07:00", halt}, {"2026-03-03 07:30", resume}},
			[]string{first, second, "2/1 pending 03-03 22:30, told 03-04 08:00"}},
		{"a level without a ladder needs none", "2026-03-04 08:00", []told{{"2026-03-03 07:00", change(nil, false, severity.Fair)}}, []string{first, "2/0 reached 03-02 22:00", "2/1 cancelled"}},
		{"nor when a ladder is back", "2026-03-03 07:30", []told{{"2026-03-03 07:00", change(nil, false, severity.Fair)}, {"2026-03-03 07:30", change(l, true, severity.Fair)}},
			[]string{first, "2/0 reached 03-02 22:00", "2/1 pending 03-04 07:30, told 03-04 08:00"}},
		{"nor after a halt", "2026-03-03 09:00", []told{{"2026-03-03 07:00", change(nil, false, severity.Fair)}, {"2026-03-03 07:30", change(l, true, severity.Fair)},
			{"2026-03-03 07:40", halt}, {"2026-03-03 07:40", resume}}, []string{first, "2/0 reached 03-02 22:00", "2/1 pending 03-04 07:30, told 03-04 08:00"}},
		{"of a step under a ladder without hours there is none", "2026-03-03 08:00", []told{{"2026-03-02 17:00", change(plain, false, severity.Fair)}},
			[]string{first, "2/0 reached 03-02 22:00"}},
		{"and the one of a step before it stays", "2026-03-03 08:00", []told{{"2026-03-02 23:00", change(plain, false, severity.Fair)}}, []string{first, second, "2/1 cancelled"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, follow(t, l, tt.asOf, tt.events...)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestCUM8_NextNotice(t *testing.T) {
	var c escalation.Climb
	c.Begin(nightly(t))
	if err := c.Start(instant(t, "2026-03-02 08:00")); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		asOf string
		step int // 0: none
	}{
		{"2026-03-02 15:00", 0}, {"2026-03-02 16:00", 0}, {"2026-03-02 21:59:59.999999999", 0},
		{"2026-03-02 22:00", 2}, {"2026-03-03 07:59:59.999999999", 2}, {"2026-03-03 08:00", 0},
	} {
		at := instant(t, tt.asOf)
		advance(t, &c, at)
		if r, ok := c.NextNotice(at); r.Step != tt.step || ok != (tt.step > 0) {
			t.Errorf("as of %s the next notice is of step %d, want %d", tt.asOf, r.Step, tt.step)
		}
	}
	c.Halt(instant(t, "2026-03-03 22:30"))
	if _, ok := c.NextNotice(instant(t, "2026-03-03 22:30")); ok {
		t.Error("a notice during a halt")
	}
}

// TestG9_Notices has notices' hours whose holidays are known through Monday: that
// of a step on Monday evening is unknown, and the step is reached all the same.
func TestG9_Notices(t *testing.T) {
	through, err := calendar.ParseDate("2026-03-02")
	if err != nil {
		t.Fatal(err)
	}
	l := nightly(t)
	if l.Notices, err = calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(8*time.Hour, 17*time.Hour), HolidaysThrough: through}); err != nil {
		t.Fatal(err)
	}
	var c escalation.Climb
	c.Begin(l)
	if err := c.Start(instant(t, "2026-03-02 08:00")); err != nil {
		t.Fatal(err)
	}
	advance(t, &c, instant(t, "2026-03-03 09:00"))
	first, second := c.Rungs()[0], c.Rungs()[1]
	if second.State != escalation.Reached || second.Notified.Unknown() == nil || !first.Notified.IsKnown() {
		t.Errorf("%+v", c.Rungs())
	}
}

// TestNotes has what a climb tells of itself: halted for two hours, raised, and
// ended.
func TestNotes(t *testing.T) {
	cal := open(t, "Europe/Berlin", 8, 17)
	low := &escalation.Ladder{Calendar: cal, Steps: []escalation.Step{{To: "a", After: escalation.Delay{Time: 6 * time.Hour}, Clause: "X-1"}}}
	high := &escalation.Ladder{Calendar: cal, Steps: []escalation.Step{{To: "b", After: escalation.Delay{Time: 3 * time.Hour}, Clause: "X-2"}}}
	cause := ""
	var c escalation.Climb
	c.Begin(low)
	c.KeepReasons(instant(t, "2026-03-02 08:00"), func() string { return cause })
	for _, e := range []told{
		{"2026-03-02 08:00", func(c *escalation.Climb, at time.Time) error { return c.Start(at) }},
		{"2026-03-02 09:00", halt}, {"2026-03-02 11:00", resume}, {"2026-03-02 12:00", change(high, true, severity.Fair)}, {"2026-03-02 13:00", end},
	} {
		cause = "at " + e.at[11:]
		advance(t, &c, instant(t, e.at))
		if err := e.what(&c, instant(t, e.at)); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	for _, n := range c.Notes(0) {
		text := n.Kind.String() + " " + n.Cause + " by " + n.Clause + ", due "
		if due, ok := n.Due.Get(); ok {
			text += due.In(berlin(t)).Format("15:04")
		}
		if n.Kind == escalation.NotePaused {
			text += ", " + n.Paused.String() + n.Since.In(berlin(t)).Format(" since 15:04")
		}
		got = append(got, text)
	}
	want := []string{
		"waiting  by X-1, due ",
		"started at 08:00 by X-1, due 14:00",
		"halted at 09:00 by X-1, due 14:00",
		"paused at 11:00 by X-1, due 16:00, 2h0m0s since 09:00",
		"resumed at 11:00 by X-1, due 16:00",
		"changed at 12:00 by X-2, due 15:00",
		"cancelled at 13:00 by X-2, due 15:00",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if c.Notes(1) != nil || c.Notes(-1) != nil {
		t.Error("notes of a step that is not there")
	}
}

// TestCUM9_Reasons has a ticket that follows the sun through a summer's day with
// an hour on call, and one that its default region takes over.
func TestCUM9_Reasons(t *testing.T) {
	for _, tt := range []struct {
		at, until string
		byDefault int
		stays     bool
		want      []string
	}{
		{"2026-07-15T06:00:00Z", "2026-07-16T06:00:00Z", 0, false, []string{
			"EMEA: reported: the default region is active",
			"US: EMEA closes: the owner's hours end, and of the regions that are active this one opened last",
			"on-call: US closes: the owner's hours end and no region is active, so it is on call",
			"APJ: APJ opens: the first region that opens takes over from on-call",
			"EMEA: EMEA opens: the default region opens and takes over",
		}},
		{"2026-07-15T23:30:00Z", "2026-07-16T20:00:00Z", 0, true, []string{
			"on-call: reported: no region is active, so it is on call",
			"APJ: APJ opens: the first region that opens takes over from on-call",
			"EMEA: EMEA opens: the default region opens and takes over",
		}},
		{"2026-07-15T10:00:00Z", "2026-07-15T10:00:00Z", 2, true, []string{
			"EMEA: reported: the default region is not active, and of those that are this one opened last",
		}},
	} {
		w := escalation.NewWatch(hubs(t, tt.byDefault))
		w.KeepReasons(func() string { return "reported" })
		if err := w.Receive(instant(t, tt.at), tt.stays); err != nil {
			t.Fatal(err)
		}
		if err := w.Advance(instant(t, tt.until)); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, o := range w.Owners() {
			if o.Stays != tt.stays {
				t.Errorf("%+v", o)
			}
			got = append(got, o.Region+": "+o.Cause+": "+o.Reason.String())
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	w := escalation.NewWatch(hubs(t, 0))
	if err := w.Receive(instant(t, "2026-07-15T10:00:00Z"), false); err != nil {
		t.Fatal(err)
	}
	if err := w.Advance(instant(t, "2026-07-15T11:00:00Z")); err != nil {
		t.Fatal(err)
	}
	if w.End(); len(w.Owners()) != 1 {
		t.Errorf("%+v", w.Owners())
	}
	if next, ok, err := w.Next(); ok || err != nil {
		t.Errorf("after the end it is handed over: %+v, %v", next, err)
	}
	if escalation.Reason(9).String() != "Reason(9)" || escalation.NoteKind(9).String() != "NoteKind(9)" {
		t.Error("a value that is none has a name")
	}
}
