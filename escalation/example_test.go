package escalation_test

import (
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// office makes hours of Monday to Friday, 09:00 to 17:00, of a zone.
func office(zone string) *calendar.Calendar {
	c, err := calendar.New(calendar.Config{Zone: zone, Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		panic(err)
	}
	return c
}

// urgent tells a manager after a day of working time, and another after two.
func urgent() *escalation.Ladder {
	return &escalation.Ladder{Calendar: office("UTC"), Steps: []escalation.Step{
		{To: "team lead", After: escalation.Delay{Days: 1, Convention: calendar.WorkingTime}, Clause: "5.1"},
		{To: "director", After: escalation.Delay{Days: 2, Convention: calendar.WorkingTime}, Clause: "5.1"},
	}}
}

// monday is a time of day on Monday, 2 March 2026, in UTC.
func monday(hour int) time.Time { return time.Date(2026, 3, 2, hour, 0, 0, 0, time.UTC) }

func show(c *escalation.Climb) {
	for _, r := range c.Rungs() {
		fmt.Println(r.Step, r.To(), r.State, r.At)
	}
}

func ExampleLadder() {
	l := escalation.Ladder{Calendar: office("UTC"), Steps: []escalation.Step{{To: "team lead", After: escalation.Delay{Time: 4 * time.Hour}, Clause: "5.1"}}}
	var c escalation.Climb
	c.Begin(&l)
	fmt.Println(c.Start(monday(15)))
	show(&c)
	// Output:
	// <nil>
	// 1 team lead pending 2026-03-03T11:00:00Z
}

func ExampleLadder_Check() {
	l := urgent()
	fmt.Println(l.Check())
	l.Steps[1].After.Time = time.Hour
	fmt.Println(l.Check())
	// Output:
	// <nil>
	// escalation: steps[1].after: "1h0m0s" stands beside 2 days; write one of the two
}

func ExamplePlaceError() {
	var wrong *escalation.PlaceError
	if errors.As(new(escalation.Ladder).Check(), &wrong) {
		fmt.Println(wrong.Place)
	}
	// Output: calendar
}

func ExamplePlaceError_Error() {
	fmt.Println(new(escalation.Ladder).Check().Error())
	// Output: escalation: calendar: is missing; delays are counted on it
}

func ExamplePlaceError_Is() {
	fmt.Println(errors.Is(new(escalation.Ladder).Check(), escalation.ErrLadder))
	// Output: true
}

// An error that comes from a calendar has its place in the ladder.
func ExamplePlaceError_Unwrap() {
	l := urgent()
	l.Repeat = escalation.Repeat{Every: escalation.Delay{Time: math.MaxInt64}, Times: 2}
	err := l.Check()
	fmt.Println(errors.Is(err, escalation.ErrLadder), errors.Is(err, calendar.ErrRange))
	// Output: true true
}

func ExampleClimb_Begin() {
	var c escalation.Climb
	c.Begin(urgent())
	show(&c)
	// Output:
	// 1 team lead pending none
	// 2 director pending none
}

// A ticket's way: the steps stand still while the customer tests, and go on
// where they stood.
func ExampleClimb() {
	var c escalation.Climb
	c.Begin(urgent())
	_ = c.Start(monday(9))
	_ = c.Advance(monday(15))
	c.Halt(monday(15)) // a solution is proposed
	tuesday := monday(10).AddDate(0, 0, 1)
	_ = c.Advance(tuesday)
	_ = c.Resume(tuesday) // and does not help: two hours on Monday, one today
	show(&c)
	// Output:
	// 1 team lead pending 2026-03-03T12:00:00Z
	// 2 director pending 2026-03-04T12:00:00Z
}

func ExampleClimb_Begun() {
	var c escalation.Climb
	fmt.Println(c.Begun())
	c.Begin(urgent())
	fmt.Println(c.Begun())
	// Output:
	// false
	// true
}

func ExampleClimb_Waits() {
	var c escalation.Climb
	c.Begin(urgent())
	fmt.Println(c.Waits())
	_ = c.Start(monday(9))
	fmt.Println(c.Waits())
	// Output:
	// true
	// false
}

func ExampleClimb_Rungs() {
	var c escalation.Climb
	c.Begin(urgent())
	for _, r := range c.Rungs() {
		fmt.Println(r.Step, r.To(), r.After().Days, r.Clause())
	}
	// Output:
	// 1 team lead 1 5.1
	// 2 director 2 5.1
}

func ExampleClimb_Start() {
	var c escalation.Climb
	c.Begin(urgent())
	fmt.Println(c.Start(monday(12)))
	show(&c)
	// Output:
	// <nil>
	// 1 team lead pending 2026-03-03T12:00:00Z
	// 2 director pending 2026-03-04T12:00:00Z
}

func ExampleClimb_Advance() {
	var c escalation.Climb
	c.Begin(urgent())
	_ = c.Start(monday(9))
	_ = c.Advance(monday(17)) // the very instant of the first step
	show(&c)
	// Output:
	// 1 team lead reached 2026-03-02T17:00:00Z
	// 2 director pending 2026-03-03T17:00:00Z
}

func ExampleClimb_Halt() {
	var c escalation.Climb
	c.Begin(urgent())
	_ = c.Start(monday(9))
	c.Halt(monday(12))
	for _, r := range c.Rungs() {
		fmt.Println(r.Step, r.State)
	}
	// Output:
	// 1 halted
	// 2 halted
}

func ExampleClimb_Resume() {
	var c escalation.Climb
	c.Begin(urgent())
	_ = c.Start(monday(9))
	c.Halt(monday(12))
	fmt.Println(c.Resume(monday(14)))
	show(&c)
	// Output:
	// <nil>
	// 1 team lead pending 2026-03-03T11:00:00Z
	// 2 director pending 2026-03-04T11:00:00Z
}

func ExampleClimb_Change() {
	graver := urgent()
	for i := range graver.Steps {
		graver.Steps[i].After = escalation.Delay{Time: time.Duration(i+1) * time.Hour}
	}
	var c escalation.Climb
	c.Begin(urgent())
	_ = c.Start(monday(9))
	fmt.Println(c.Change(monday(12), graver, true, severity.Fair))
	show(&c)
	fmt.Println(c.Change(monday(13), nil, false, severity.Fair)) // a level without a ladder
	// Output:
	// <nil>
	// 1 team lead pending 2026-03-02T13:00:00Z
	// 2 director pending 2026-03-02T14:00:00Z
	// <nil>
}

func ExampleClimb_End() {
	var c escalation.Climb
	c.Begin(urgent())
	_ = c.Start(monday(9))
	_ = c.Advance(monday(18))
	c.End(monday(18))
	show(&c)
	// Output:
	// 1 team lead reached 2026-03-02T17:00:00Z
	// 2 director cancelled none
}

func ExampleClimb_Next() {
	var c escalation.Climb
	c.Begin(urgent())
	_ = c.Start(monday(9))
	next, ok := c.Next(monday(17))
	fmt.Println(next.Step, next.At, ok)
	// Output: 2 2026-03-03T17:00:00Z true
}

func ExampleStateNames() {
	fmt.Println(escalation.StateNames())
	// Output: [pending reached halted cancelled]
}

func ExampleParseState() {
	s, err := escalation.ParseState("halted")
	fmt.Println(s == escalation.Halted, err)
	_, err = escalation.ParseState("done")
	fmt.Println(err)
	// Output:
	// true <nil>
	// escalation: state: "done" is not a state; write pending, reached, halted or cancelled
}

func ExampleState_MarshalText() {
	text, err := escalation.Reached.MarshalText()
	fmt.Println(string(text), err)
	// Output: reached <nil>
}

func ExampleState_UnmarshalText() {
	var s escalation.State
	err := s.UnmarshalText([]byte("cancelled"))
	fmt.Println(s, err)
	// Output: cancelled <nil>
}

func ExampleState_String() {
	fmt.Println(escalation.Halted)
	// Output: halted
}

func ExampleRung_To() {
	var c escalation.Climb
	c.Begin(urgent())
	fmt.Println(c.Rungs()[1].To())
	// Output: director
}

func ExampleRung_Clause() {
	var c escalation.Climb
	c.Begin(urgent())
	fmt.Println(c.Rungs()[0].Clause())
	// Output: 5.1
}

func ExampleRung_After() {
	var c escalation.Climb
	c.Begin(urgent())
	fmt.Println(c.Rungs()[0].After())
	// Output: 1 business day (working_time)
}
