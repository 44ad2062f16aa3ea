package escalation_test

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// inUTC makes hours of a week.
func inUTC(week calendar.Week) *calendar.Calendar {
	c, err := calendar.New(calendar.Config{Zone: "UTC", Week: week})
	if err != nil {
		panic(err)
	}
	return c
}

// nineToFive are hours of Monday to Friday.
func nineToFive() *calendar.Calendar { return inUTC(calendar.Weekdays(9*time.Hour, 17*time.Hour)) }

// hourly tells the team lead after four hours, and then each hour, twice.
func hourly() *escalation.Ladder {
	return &escalation.Ladder{
		Calendar: nineToFive(),
		Steps:    []escalation.Step{{To: "team lead", After: escalation.Delay{Time: 4 * time.Hour}, Clause: "5.1"}},
		Repeat:   escalation.Repeat{Every: escalation.Delay{Time: time.Hour}, Times: 2},
	}
}

// sooner tells the team lead after an hour.
func sooner() *escalation.Ladder {
	return &escalation.Ladder{Calendar: nineToFive(), Steps: []escalation.Step{{To: "team lead", After: escalation.Delay{Time: time.Hour}, Clause: "5.2"}}}
}

// second is an hour of Monday, 2 March 2026, in UTC.
func second(hour int) time.Time { return time.Date(2026, time.March, 2, hour, 0, 0, 0, time.UTC) }

func ExampleDelay_String() {
	fmt.Println(escalation.Delay{Time: 90 * time.Minute})
	fmt.Println(escalation.Delay{Days: 5, Convention: calendar.WorkingTime})
	fmt.Println(escalation.Delay{})
	// Output:
	// 1h30m0s
	// 5 business days (working_time)
	// at once
}

func ExampleRepeat() {
	var c escalation.Climb
	c.Begin(hourly())
	_ = c.Start(second(9))
	_ = c.Advance(second(14))
	for _, r := range c.Rungs() {
		fmt.Println(r.Step, r.Repeat, r.State, r.At)
	}
	// Output:
	// 1 0 reached 2026-03-02T13:00:00Z
	// 1 1 reached 2026-03-02T14:00:00Z
	// 1 2 pending 2026-03-02T15:00:00Z
}

// A step that is due at night is reached at night, and its notice is given in the
// morning.
func ExampleClimb_NextNotice() {
	l := hourly()
	l.Calendar, l.Notices = inUTC(calendar.Daily(0, 24*time.Hour)), nineToFive()
	var c escalation.Climb
	c.Begin(l)
	_ = c.Start(second(18))
	_ = c.Advance(second(22))
	next, ok := c.NextNotice(second(22))
	fmt.Println(next.Step, next.At, next.Notified, ok)
	// Output: 1 2026-03-02T22:00:00Z 2026-03-03T09:00:00Z true
}

func ExampleRung_HasNoticeHours() {
	var c escalation.Climb
	c.Begin(hourly())
	fmt.Println(c.Rungs()[0].HasNoticeHours())
	// Output: false
}

func ExampleClimb_KeepReasons() {
	cause := "reported"
	var c escalation.Climb
	c.Begin(hourly())
	c.KeepReasons(second(9), func() string { return cause })
	_ = c.Start(second(9))
	cause = "raised"
	_ = c.Change(second(11), sooner(), true, severity.Fair)
	for _, n := range c.Notes(0) {
		fmt.Println(n.Kind, n.Cause, n.After, n.Due)
	}
	// Output:
	// waiting reported 4h0m0s none
	// started reported 4h0m0s 2026-03-02T13:00:00Z
	// changed raised 1h0m0s 2026-03-02T12:00:00Z
}

func ExampleClimb_Notes() {
	var c escalation.Climb
	c.Begin(hourly())
	fmt.Println(len(c.Notes(0))) // nobody asked for any
	// Output: 0
}

func ExampleNoteKind_String() {
	fmt.Println(escalation.NotePaused)
	// Output: paused
}

func ExampleReason_String() {
	fmt.Println(escalation.DefaultOpens)
	// Output: the default region opens and takes over
}
