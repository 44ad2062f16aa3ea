package cumulocity

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
)

// A step of the Management Assistance Process of 4.2 (CUM-7): who is told, after
// how many days of 24 hours in a Crisis, and after how many business days in a
// Critical incident.
type step struct {
	to               string
	crisis, critical int
}

func steps() []step {
	return []step{
		{"Regional Director", 1, 5},
		{"Global Vice President", 2, 7},
		{"Global Senior Vice President", 3, 9},
		{"Chief Operating Officer", 5, 11},
	}
}

// ladders returns the ladders of the two severities that have one. The ladder of a Crisis
// waits for the call (CUM-3).
func ladders(calendars map[string]*calendar.Calendar) []policy.LevelLadder {
	toCrisis := policy.LevelLadder{Level: crisis, Gate: call(), Ladder: escalation.Ladder{Calendar: calendars[roundTheClock], HaltClause: "CUM-8"}}
	toCritical := policy.LevelLadder{Level: critical, Ladder: escalation.Ladder{Calendar: calendars[businessHours], HaltClause: "CUM-8"}}
	for _, s := range steps() {
		toCrisis.Ladder.Steps = append(toCrisis.Ladder.Steps, escalation.Step{
			To: s.to, After: escalation.Delay{Time: time.Duration(s.crisis) * 24 * time.Hour}, Clause: "CUM-7",
		})
		toCritical.Ladder.Steps = append(toCritical.Ladder.Steps, escalation.Step{
			To: s.to, After: escalation.Delay{Days: s.critical, Convention: calendar.WorkingTime}, Clause: "CUM-7",
		})
	}
	return []policy.LevelLadder{toCrisis, toCritical}
}
