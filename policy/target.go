package policy

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Measure is how long a target gives: working time, or business days by a
// convention (G6). One of Time and Days is set. The zero Measure is not valid.
type Measure struct {
	Time       time.Duration       // working time
	Days       int                 // business days
	Convention calendar.Convention // of Days; close of business if not said (G6)
}

// String returns the measure as agreements put it: "8h0m0s", "1 business day".
func (m Measure) String() string {
	switch m.Days {
	case 0:
		return m.Time.String()
	case 1:
		return "1 business day"
	}
	return strconv.Itoa(m.Days) + " business days"
}

// from returns the instant at which the measure has passed since start.
func (m Measure) from(c *calendar.Calendar, start time.Time) (Moment, error) {
	if m.Days != 0 {
		return momentOf(c.AddDays(start, m.Days, m.Convention))
	}
	return momentOf(c.Add(start, m.Time))
}

// A Target is what a metric owes at one level.
type Target struct {
	Level    string  // the level's name
	Measure  Measure // how long
	Calendar string  // the name of the calendar on which it is counted
	Clause   string  // the clause that promises it
	Gate     Gate    // what a report must be for the clock to start; the zero Gate lets all in
	// StopBy has the channels by which what stops the clock must be done. An
	// event that names no channel does. The zero Channels ask for none.
	StopBy Channels
}

// A Gate says through which channels a report starts a clock. A report through
// another one leaves it waiting for the customer to use one of these (T2).
type Gate struct {
	Accepts  Channels // the zero Channels accept any report
	WaitsFor Channel  // what the answer names as missing
}
