package escalation_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// TestCUM8_NoticeBetweenLooks: a notice that comes while nothing else happens has been
// given, no matter when the climb was advanced before.
func TestCUM8_NoticeBetweenLooks(t *testing.T) {
	l := &escalation.Ladder{
		Calendar: open(t, "UTC", 0, 24), Notices: open(t, "UTC", 8, 17),
		Steps: []escalation.Step{{To: "lead", After: escalation.Delay{Time: 14 * time.Hour}}},
	}
	at := func(s string) time.Time { return instant(t, s) }
	told := at("2026-03-03T08:00:00Z")
	for _, tt := range []struct {
		name  string
		looks []time.Time
		want  calendar.Moment
	}{
		// The step is reached on Monday at 22:00, and told on Tuesday at 08:00.
		{"at the step and at the notice", []time.Time{at("2026-03-02T22:00:00Z"), told}, calendar.At(told)},
		{"before the notice only", []time.Time{at("2026-03-02T22:00:00Z"), at("2026-03-03T07:59:59.999999999Z")}, calendar.Moment{}},
		{"often", []time.Time{at("2026-03-02T22:00:00Z"), at("2026-03-02T23:00:00Z"), at("2026-03-03T07:00:00Z"), at("2026-03-03T09:00:00Z")}, calendar.At(told)},
	} {
		var c escalation.Climb
		c.Begin(l)
		if err := c.Start(at("2026-03-02T08:00:00Z")); err != nil {
			t.Fatal(err)
		}
		for _, until := range tt.looks {
			advance(t, &c, until)
		}
		c.End(tt.looks[len(tt.looks)-1])
		if got := c.Rungs()[0]; got.State != escalation.Reached || !got.Notified.Equal(tt.want) {
			t.Errorf("%s: %v, told at %v, want %v", tt.name, got.State, got.Notified, tt.want)
		}
	}
}

// TestG9_DefaultOpensPerhaps: where the owner's hours end at the very instant at which it
// is not known whether the default region opens, it is not known who has the ticket then.
func TestG9_DefaultOpensPerhaps(t *testing.T) {
	through, err := calendar.ParseDate("2026-12-31")
	if err != nil {
		t.Fatal(err)
	}
	office, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), HolidaysThrough: through})
	if err != nil {
		t.Fatal(err)
	}
	w := escalation.NewWatch(rotaOf(t, escalation.Regions{List: []escalation.Region{
		{Name: "Office", Calendar: office}, {Name: "Early", Calendar: open(t, "UTC", 1, 9)}, {Name: "Late", Calendar: open(t, "UTC", 8, 18)},
	}}))
	// Friday, 1 January 2027: at two the office is surely closed, whatever the day is.
	if err := w.Receive(instant(t, "2027-01-01T02:00:00Z"), false); err != nil {
		t.Fatal(err)
	}
	rows, err := w.Tenures(instant(t, "2027-01-01T12:00:00Z"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"01-01 02:00 Early"}, owners(w.Owners())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"01-01 02:00 to 01-01 09:00 Early", "01-01 09:00 to 01-01 12:00 unknown"}, tenures(rows)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if o, ok, err := w.Next(); ok || err != nil {
		t.Errorf("next %v, %v", o, err)
	}
}

// TestResumedAtOnce: a halted climb whose next step is due at the very instant at which
// it is resumed reaches the step when it is advanced to that instant once more.
func TestResumedAtOnce(t *testing.T) {
	ladder := func(first time.Duration) *escalation.Ladder {
		return &escalation.Ladder{Calendar: open(t, "Europe/Berlin", 8, 17), Steps: []escalation.Step{
			{To: "lead", After: escalation.Delay{Time: first}}, {To: "head", After: escalation.Delay{Time: 8 * time.Hour}},
		}}
	}
	start := func(c *escalation.Climb, at time.Time) error { return c.Start(at) }
	for _, tt := range []struct {
		name   string
		ladder *escalation.Ladder
		events []told
		want   []string
	}{
		{"a step at once", ladder(0), []told{{"2026-03-02 09:00", halt}, {"2026-03-02 09:00", start}, {"2026-03-02 09:00", resume}},
			[]string{"1/0 reached 03-02 09:00", "2/0 pending 03-02 17:00"}},
		// Half an hour from the start is over: it is reached at the change, as soon as
		// the climb goes on.
		{"a step that a change brings forward", ladder(7 * time.Hour), []told{{"2026-03-02 08:00", start}, {"2026-03-02 09:00", halt},
			{"2026-03-02 10:00", change(ladder(30*time.Minute), true, severity.FromStart)}, {"2026-03-02 10:00", resume}},
			[]string{"1/0 reached 03-02 10:00", "2/0 pending 03-02 17:00"}},
	} {
		var c escalation.Climb
		c.Begin(tt.ladder)
		for _, e := range tt.events {
			advance(t, &c, instant(t, e.at))
			if err := e.what(&c, instant(t, e.at)); err != nil {
				t.Fatal(err)
			}
		}
		advance(t, &c, instant(t, "2026-03-02 10:00"))
		var got []string
		for _, r := range c.Rungs() {
			got = append(got, fmt.Sprintf("%d/%d %v %s", r.Step, r.Repeat, r.State, r.At.Time().In(berlin(t)).Format("01-02 15:04")))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestNoticeKnownAfterAHalt: nobody knows whether Tuesday is open, and so when the notice
// of a step of Monday evening is given. After a halt until Wednesday, whose hours are
// special and so known, it is given then, and has been when the climb ends.
func TestNoticeKnownAfterAHalt(t *testing.T) {
	day := func(s string) calendar.Date {
		d, err := calendar.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	notices, err := calendar.New(calendar.Config{
		Zone: "UTC", Week: calendar.Weekdays(8*time.Hour, 17*time.Hour), HolidaysThrough: day("2026-03-02"),
		Special: map[calendar.Date][]calendar.Window{day("2026-03-04"): {{Open: 8 * time.Hour, Close: 17 * time.Hour}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	var c escalation.Climb
	c.Begin(&escalation.Ladder{Calendar: open(t, "UTC", 0, 24), Notices: notices, Steps: []escalation.Step{{To: "lead", After: escalation.Delay{Time: 10 * time.Hour}}}})
	for _, e := range []told{
		{"2026-03-02T10:00:00Z", func(c *escalation.Climb, at time.Time) error { return c.Start(at) }},
		{"2026-03-03T09:00:00Z", halt}, {"2026-03-04T09:00:00Z", resume}, {"2026-03-04T10:00:00Z", end},
	} {
		advance(t, &c, instant(t, e.at))
		if err := e.what(&c, instant(t, e.at)); err != nil {
			t.Fatal(err)
		}
	}
	if r := c.Rungs()[0]; r.State != escalation.Reached || r.Notified.String() != "2026-03-04T09:00:00Z" {
		t.Errorf("%v, told at %v", r.State, r.Notified)
	}
}
