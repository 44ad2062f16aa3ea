package escalation_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// TestLimitsOfLadders: working time of more than the 292 years that a time.Duration
// holds, and business days of more than there are, are refused; the last that fit
// are not. 106,751 days of 24 h are 292 years.
func TestLimitsOfLadders(t *testing.T) {
	always := open(t, "UTC", 0, 24)
	days := func(n int, v calendar.Convention) escalation.Delay { return escalation.Delay{Days: n, Convention: v} }
	for _, tt := range []struct {
		after  escalation.Delay
		repeat escalation.Repeat
		want   string // "" if it is right
	}{
		{days(106_751, calendar.WorkingTime), escalation.Repeat{}, ""},
		{days(106_752, calendar.WorkingTime), escalation.Repeat{}, "escalation: steps[0].after: calendar: 106752 days are more than a time.Duration can hold"},
		{days(3_660_000, calendar.SameTime), escalation.Repeat{}, ""},
		{days(3_660_001, calendar.SameTime), escalation.Repeat{}, "escalation: steps[0].after: calendar: 3660001 business days are more than the years 1 to 9999 have"},
		{days(1, 0), escalation.Repeat{Every: days(36_600, calendar.SameTime), Times: 100}, ""},
		{days(1, 0), escalation.Repeat{Every: days(36_601, calendar.SameTime), Times: 100}, "escalation: repeat: calendar: 100 times 36601 business days (same_time) is more than the years 1 to 9999 have"},
	} {
		l := escalation.Ladder{Calendar: always, Steps: []escalation.Step{{To: "lead", After: tt.after}}, Repeat: tt.repeat}
		err := l.Check()
		if tt.want == "" && err != nil || tt.want != "" && (!errors.Is(err, calendar.ErrRange) || err.Error() != tt.want) {
			t.Errorf("%v, %v\n got %v\nwant %s", tt.after, tt.repeat, err, tt.want)
		}
	}
}

// TestUncheckedLadders: a climb of a ladder that nobody has checked says what is
// wrong when it comes to it.
func TestUncheckedLadders(t *testing.T) {
	uneven, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Week{time.Monday: {{Open: 0, Close: time.Hour}}, time.Tuesday: {{Open: 0, Close: 2 * time.Hour}}}})
	if err != nil {
		t.Fatal(err)
	}
	at := instant(t, "2026-03-02T08:00:00Z")
	var c escalation.Climb
	c.Begin(&escalation.Ladder{Calendar: uneven, Steps: []escalation.Step{{To: "lead", After: escalation.Delay{Days: 1, Convention: calendar.WorkingTime}}}})
	if err := c.Start(at); !errors.Is(err, calendar.ErrRegularDay) {
		t.Errorf("days of two lengths: %v", err)
	}
	// A hundred years, three times: the third is too far.
	c.Begin(&escalation.Ladder{Calendar: open(t, "UTC", 0, 24), Steps: []escalation.Step{{To: "lead"}},
		Repeat: escalation.Repeat{Every: escalation.Delay{Time: 100 * 365 * 24 * time.Hour}, Times: 5}})
	if err := c.Start(at); err != nil {
		t.Fatal(err)
	}
	if err := c.Advance(at.AddDate(150, 0, 0)); err != nil || len(c.Rungs()) != 3 {
		t.Errorf("after 150 years: %v, %d rows, want the step, one repeat and the next", err, len(c.Rungs()))
	}
	if err := c.Advance(at.AddDate(201, 0, 0)); !errors.Is(err, calendar.ErrRange) || len(c.Rungs()) != 3 {
		t.Errorf("after 201 years: %v, %d rows", err, len(c.Rungs()))
	}
}

// TestNoticesThatEnd: the people of a ladder have hours on Monday, 2 March, from
// 08:00 to 17:00 and never again: a step or repeat whose notice would come later is
// an error where it is found out.
func TestNoticesThatEnd(t *testing.T) {
	day, err := calendar.ParseDate("2026-03-02")
	if err != nil {
		t.Fatal(err)
	}
	ends, err := calendar.New(calendar.Config{Zone: "Europe/Berlin", Special: map[calendar.Date][]calendar.Window{day: {{Open: 8 * time.Hour, Close: 17 * time.Hour}}}})
	if err != nil {
		t.Fatal(err)
	}
	ladder := func(after, every time.Duration) *escalation.Ladder {
		l := &escalation.Ladder{Calendar: open(t, "Europe/Berlin", 0, 24), Notices: ends, Steps: []escalation.Step{{To: "lead", After: escalation.Delay{Time: after}}}}
		if every != 0 {
			l.Repeat = escalation.Repeat{Every: escalation.Delay{Time: every}, Times: 3}
		}
		return l
	}
	at := func(text string) time.Time { return instant(t, "2026-03-02 "+text) }
	begin := func(l *escalation.Ladder) (*escalation.Climb, error) {
		var c escalation.Climb
		c.Begin(l)
		return &c, c.Start(at("08:00"))
	}
	if _, err := begin(ladder(9*time.Hour-1, 0)); err != nil {
		t.Errorf("a nanosecond before the end: %v", err)
	}
	if _, err := begin(ladder(9*time.Hour, 0)); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("at the end: %v", err)
	}
	// A repeat is counted when the step before it is reached.
	c, err := begin(ladder(time.Hour, 8*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Advance(at("08:59:59.999999999")); err != nil {
		t.Errorf("before the step: %v", err)
	}
	if err := c.Advance(at("09:00")); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("at the step: %v", err)
	}
	// Of several the first is told, though the last repeat has none after it.
	if c, err = begin(ladder(time.Hour, 8*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if err := c.Advance(at("10:00").AddDate(0, 0, 1)); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("after all of them: %v", err)
	}
	if n := len(c.Rungs()); n != 4 || c.Rungs()[3].State != escalation.Reached {
		t.Errorf("the step and three repeats: %+v", c.Rungs())
	}
	// A change that brings repeats where there were none counts them at once.
	if c, err = begin(ladder(time.Hour, 0)); err != nil {
		t.Fatal(err)
	}
	advance(t, c, at("10:00"))
	if err := c.Change(at("10:00"), ladder(time.Hour, 7*time.Hour), true, severity.Fair); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("repeats from 10:00, every seven hours: %v", err)
	}
	// A notice that a halt holds back finds no hours any more.
	night := ladder(time.Hour, 0)
	if c, err = begin(night); err != nil {
		t.Fatal(err)
	}
	c.Halt(at("08:30"))
	if err := c.Resume(at("16:29:59.999999999")); err != nil {
		t.Errorf("half an hour before the end: %v", err)
	}
	if c, err = begin(night); err != nil {
		t.Fatal(err)
	}
	c.Halt(at("08:30"))
	if err := c.Resume(at("16:30")); !errors.Is(err, calendar.ErrNeverOpen) {
		t.Errorf("resumed half an hour before the end: %v", err)
	}
}

// TestG9_NoticeOfAnUnknownStep: where it is not known when a step is reached, why is
// said of its notice too.
func TestG9_NoticeOfAnUnknownStep(t *testing.T) {
	through, err := calendar.ParseDate("2026-03-02")
	if err != nil {
		t.Fatal(err)
	}
	known, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(8*time.Hour, 17*time.Hour), HolidaysThrough: through})
	if err != nil {
		t.Fatal(err)
	}
	var c escalation.Climb
	c.Begin(&escalation.Ladder{Calendar: known, Notices: open(t, "UTC", 0, 24), Steps: []escalation.Step{{To: "lead", After: escalation.Delay{Time: 9 * time.Hour}}}})
	if err := c.Start(instant(t, "2026-03-02T09:00:00Z")); err != nil {
		t.Fatal(err)
	}
	const want = "holidays are known through 2026-03-02 only"
	r := c.Rungs()[0]
	if r.At.Unknown() == nil || r.Notified.Unknown() == nil || r.At.Unknown().Error() != want || r.Notified.Unknown().Error() != want {
		t.Errorf("reached %v, told %v", r.At, r.Notified)
	}
}

// TestNoNextNoticeWhileHalted: a climb that is halted, or over, has no next notice,
// whatever instant is asked about.
func TestNoNextNoticeWhileHalted(t *testing.T) {
	for name, stop := range map[string]func(*escalation.Climb, time.Time) error{"halted": halt, "over": end} {
		var c escalation.Climb
		c.Begin(nightly(t))
		if err := c.Start(instant(t, "2026-03-02 08:00")); err != nil {
			t.Fatal(err)
		}
		at := instant(t, "2026-03-02 17:00")
		advance(t, &c, at)
		before := instant(t, "2026-03-02 15:00")
		if n, ok := c.NextNotice(before); !ok || !n.Notified.Time().Equal(instant(t, "2026-03-02 16:00")) {
			t.Errorf("%s: until then it is %v, %v", name, n.Notified, ok)
		}
		if err := stop(&c, at); err != nil {
			t.Fatal(err)
		}
		if n, ok := c.NextNotice(before); ok {
			t.Errorf("%s: %v", name, n)
		}
	}
}

// TestCUM8_ChangeBeforeRepeats: a change before the last step is reached brings no
// repeat: they begin with that step. From 08:00 the steps are at 10:00 and 17:00.
func TestCUM8_ChangeBeforeRepeats(t *testing.T) {
	l := repeating(t, escalation.Delay{Time: 3 * time.Hour}, 2)
	for _, tt := range []struct {
		asOf string
		want []string
	}{
		{"2026-03-02 11:00", []string{"1/0 reached 03-02 10:00", "2/0 pending 03-02 17:00"}},
		{"2026-03-02 17:00", []string{"1/0 reached 03-02 10:00", "2/0 reached 03-02 17:00", "2/1 pending 03-03 11:00"}},
	} {
		if diff := cmp.Diff(tt.want, follow(t, l, tt.asOf, told{"2026-03-02 10:30", change(l, false, severity.Fair)})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.asOf, diff)
		}
	}
}

// TestG7_ChangeAfterHaltByDays: business days to the close of business, put off by
// what a halt took, stay so when a change counts them anew. Monday to Thursday is
// 17:00; two hours on Tuesday put it off to Friday at 10:00.
func TestG7_ChangeAfterHaltByDays(t *testing.T) {
	ladder := func(days int) *escalation.Ladder {
		return &escalation.Ladder{Calendar: open(t, "Europe/Berlin", 8, 17), Steps: []escalation.Step{{To: "lead", After: escalation.Delay{Days: days}}}}
	}
	for _, tt := range []struct {
		name   string
		events []told
		want   string
	}{
		{"a change", []told{{"2026-03-03 12:00", change(ladder(3), false, severity.FromStart)}}, "1/0 pending 03-05 17:00"},
		{"after a halt", []told{{"2026-03-03 09:00", halt}, {"2026-03-03 11:00", resume}, {"2026-03-03 12:00", change(ladder(3), false, severity.FromStart)}}, "1/0 pending 03-06 10:00"},
		{"counted from the change", []told{{"2026-03-03 09:00", halt}, {"2026-03-03 11:00", resume}, {"2026-03-03 12:00", change(ladder(3), true, severity.FromChange)}}, "1/0 pending 03-06 17:00"},
	} {
		if diff := cmp.Diff([]string{tt.want}, follow(t, ladder(2), "2026-03-03 12:00", tt.events...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestLongTexts: an error quotes the first 40 characters of a name, not all of it; its
// field is whole.
func TestLongTexts(t *testing.T) {
	long, hours := strings.Repeat("é", 100_000), open(t, "UTC", 9, 17)
	_, err := escalation.NewRota(escalation.Regions{List: []escalation.Region{{Name: long, Calendar: hours}, {Name: long, Calendar: hours}}})
	want := `escalation: regions[1].name: "` + strings.Repeat("é", 40) + `…" is the name of two regions`
	var at *escalation.PlaceError
	if !errors.As(err, &at) || at.Value != long {
		t.Fatalf("%v has lost the name", err)
	}
	if diff := cmp.Diff(want, err.Error()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
