package escalation_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// TestFirstOfSeveral: of steps, and of notices, at one instant the first is next.
func TestFirstOfSeveral(t *testing.T) {
	l := &escalation.Ladder{Calendar: open(t, "Europe/Berlin", 0, 24), Notices: open(t, "Europe/Berlin", 8, 17)}
	for _, hours := range []int{20, 14, 14, 15} {
		l.Steps = append(l.Steps, escalation.Step{To: "a", After: escalation.Delay{Time: time.Duration(hours) * time.Hour}})
	}
	var c escalation.Climb
	c.Begin(l)
	if err := c.Start(instant(t, "2026-03-02 08:00")); err != nil {
		t.Fatal(err)
	}
	// The steps are at 04:00 the next day, at 22:00 twice and at 23:00; all are told
	// at 08:00.
	for _, row := range []struct {
		at           string
		step, notice int // 0: none
	}{
		{"2026-03-02 08:00", 2, 0},
		{"2026-03-02 21:59:59.999999999", 2, 0},
		{"2026-03-02 22:00", 4, 2},
		{"2026-03-02 23:00", 1, 2},
		{"2026-03-03 04:00", 0, 1},
		{"2026-03-03 07:59:59.999999999", 0, 1},
		{"2026-03-03 08:00", 0, 0},
	} {
		at := instant(t, row.at)
		advance(t, &c, at)
		if r, ok := c.Next(at); r.Step != row.step || ok != (row.step > 0) {
			t.Errorf("at %s the next step is %d, want %d", row.at, r.Step, row.step)
		}
		if r, ok := c.NextNotice(at); r.Step != row.notice || ok != (row.notice > 0) {
			t.Errorf("at %s the next notice is of step %d, want %d", row.at, r.Step, row.notice)
		}
	}
}

// TestReachedStays: a step that was reached keeps whom it told, by which clause
// and after how long, whatever ladder comes; the others are those of the new one.
func TestReachedStays(t *testing.T) {
	cal := open(t, "Europe/Berlin", 8, 17)
	low := &escalation.Ladder{Calendar: cal, Steps: []escalation.Step{
		{To: "lead", After: escalation.Delay{Time: time.Hour}, Clause: "X-1"}, {To: "boss", After: escalation.Delay{Time: 8 * time.Hour}, Clause: "X-1"}}}
	high := &escalation.Ladder{Calendar: cal, Steps: []escalation.Step{
		{To: "chief", After: escalation.Delay{Time: 2 * time.Hour}, Clause: "X-2"}, {To: "owner", After: escalation.Delay{Time: 5 * time.Hour}, Clause: "X-2"}},
		Repeat: escalation.Repeat{Every: escalation.Delay{Days: 1}, Times: 2}}
	var c escalation.Climb
	c.Begin(low)
	if err := c.Start(instant(t, "2026-03-02 08:00")); err != nil {
		t.Fatal(err)
	}
	advance(t, &c, instant(t, "2026-03-02 10:00"))
	if err := c.Change(instant(t, "2026-03-02 10:00"), high, true, severity.Fair); err != nil {
		t.Fatal(err)
	}
	advance(t, &c, instant(t, "2026-03-02 15:00"))
	var got []string
	for _, r := range c.Rungs() {
		text := r.To() + " by " + r.Clause() + " after " + r.After().String() + " " + r.State.String()
		if at, ok := r.At.Get(); ok {
			text += at.In(berlin(t)).Format(" 01-02 15:04")
		}
		got = append(got, text)
	}
	// Fair: 5 h from the change, 15:00, come before 16:00.
	if diff := cmp.Diff([]string{
		"lead by X-1 after 1h0m0s reached 03-02 09:00", "owner by X-2 after 5h0m0s reached 03-02 15:00",
		"owner by X-2 after 1 business day (close_of_business) pending 03-03 17:00",
	}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNotesOfRepeats: each repeat has notes of its own, also of what moved it.
func TestNotesOfRepeats(t *testing.T) {
	three := repeating(t, escalation.Delay{Time: 3 * time.Hour}, 3)
	always := &escalation.Ladder{Calendar: open(t, "Europe/Berlin", 0, 24), Steps: three.Steps, Repeat: escalation.Repeat{Every: escalation.Delay{Time: time.Hour}, Times: 5}}
	var c escalation.Climb
	c.Begin(three)
	c.KeepReasons(instant(t, "2026-03-02 08:00"), func() string { return "" })
	for _, e := range []told{
		{"2026-03-02 08:00", func(c *escalation.Climb, at time.Time) error { return c.Start(at) }},
		{"2026-03-03 02:00", change(always, true, severity.Fair)},
		{"2026-03-03 03:30", halt}, {"2026-03-03 04:30", resume}, {"2026-03-03 04:45", end},
	} {
		advance(t, &c, instant(t, e.at))
		if err := e.what(&c, instant(t, e.at)); err != nil {
			t.Fatal(err)
		}
	}
	tell := func(i int) (all []string) {
		for _, n := range c.Notes(i) {
			text := n.Kind.String()
			if due, ok := n.Due.Get(); ok {
				text += due.In(berlin(t)).Format(" 01-02 15:04")
			}
			all = append(all, text+n.At.In(berlin(t)).Format(" at 01-02 15:04"))
		}
		return all
	}
	// The last step is reached at 17:00; three hours of the office later is 11:00.
	for i, want := range map[int][]string{
		1: {"waiting at 03-02 08:00", "started 03-02 17:00 at 03-02 08:00", "reached 03-02 17:00 at 03-02 17:00"},
		2: {"repeated 03-03 11:00 at 03-02 17:00", "changed 03-03 03:00 at 03-03 02:00", "reached 03-03 03:00 at 03-03 03:00"},
		3: {"repeated 03-03 04:00 at 03-03 03:00", "halted 03-03 04:00 at 03-03 03:30", "paused 03-03 05:00 at 03-03 04:30", "resumed 03-03 05:00 at 03-03 04:30", "cancelled 03-03 05:00 at 03-03 04:45"},
		4: nil,
	} {
		if diff := cmp.Diff(want, tell(i)); diff != "" {
			t.Errorf("rung %d (-want +got):\n%s", i, diff)
		}
	}
}

// TestReasonsOfTakingOver: the default region takes over when it opens, be it
// before the owner closes or at that very instant.
func TestReasonsOfTakingOver(t *testing.T) {
	for _, row := range []struct {
		name   string
		other  [2]int // hours of the other region, UTC; the default one opens at 08:00
		at     string
		region string
		want   escalation.Reason
	}{
		{"before the owner closes", [2]int{4, 12}, "2026-03-02T05:00:00Z", "home", escalation.DefaultOpens},
		{"as the owner closes", [2]int{4, 8}, "2026-03-02T05:00:00Z", "home", escalation.DefaultOpens},
		{"after the owner has closed", [2]int{4, 7}, "2026-03-02T05:00:00Z", escalation.OnCall, escalation.AllClosed},
		{"from on-call", [2]int{4, 7}, "2026-03-02T07:00:00Z", "home", escalation.DefaultOpens},
		{"on-call, to the other", [2]int{4, 7}, "2026-03-02T03:00:00Z", "away", escalation.FirstOpens},
		{"the default region closes while the other is open", [2]int{14, 22}, "2026-03-02T08:00:00Z", "away", escalation.OwnerCloses},
		{"and as the other opens", [2]int{16, 22}, "2026-03-02T08:00:00Z", "away", escalation.OwnerCloses},
	} {
		r := escalation.Regions{List: []escalation.Region{
			{Name: "home", Calendar: open(t, "UTC", 8, 16)}, {Name: "away", Calendar: open(t, "UTC", row.other[0], row.other[1])},
		}}
		w := escalation.NewWatch(rotaOf(t, r))
		if err := w.Receive(instant(t, row.at), false); err != nil {
			t.Fatal(err)
		}
		next, ok, err := w.Next()
		if !ok || err != nil || next.Region != row.region || next.Reason != row.want {
			t.Errorf("%s: %s because %v (%v, %v), want %s because %v", row.name, next.Region, next.Reason, ok, err, row.region, row.want)
		}
	}
}
