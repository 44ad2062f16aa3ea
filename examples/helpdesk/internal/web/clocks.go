package web

import (
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// A clockRow is a clock in a ticket's table: for those who cannot see the picture,
// and with a countdown for all.
type clockRow struct {
	Name, State, Words, Severity, Target, Calendar, Clause string
	Started, Due, Stopped                                  *instant
	Unknown                                                string
	Elapsed, Remaining                                     string
	Counts                                                 bool // a countdown runs to Due
}

func clockRowOf(c *policy.Clock, loc *time.Location, now time.Time) clockRow {
	row := clockRow{
		Name: clockName(c), State: c.State.String(), Words: stateWords(c), Severity: c.Severity.String(),
		Target: c.Target, Calendar: c.Calendar, Clause: c.Clause,
		Elapsed: length(c.Elapsed), Remaining: length(c.Remaining),
	}
	if d, err := time.ParseDuration(c.Target); err == nil {
		row.Target = exactly(d)
	}
	row.Started, _ = moment(c.Started, loc, now)
	row.Due, row.Unknown = moment(c.Due, loc, now)
	row.Stopped, _ = moment(c.Stopped, loc, now)
	row.Counts = row.Due != nil && row.Stopped == nil && (c.State == policy.Running || c.State == policy.Breached)
	return row
}

// clockName names a clock: "response", "update, round 3".
func clockName(c *policy.Clock) string {
	if c.Round > 1 {
		return fmt.Sprintf("%s, round %d", human(c.Metric), c.Round)
	}
	return human(c.Metric)
}

// stateWords says what has become of a clock.
func stateWords(c *policy.Clock) string {
	_, stopped := c.Stopped.Get()
	switch {
	case c.State == policy.Waiting:
		return "waits for " + human(c.WaitingFor)
	case c.State == policy.Breached && !stopped:
		return "overdue"
	case c.State == policy.Breached:
		return "breached"
	}
	return c.State.String()
}

// spoken returns the library's text for something that happens in a form for people:
// "response 2 h before due".
func spoken(what string) string {
	words := strings.Fields(human(what))
	for i, word := range words {
		if d, err := time.ParseDuration(word); err == nil {
			words[i] = exactly(d)
		}
	}
	return strings.Join(words, " ")
}
