package ispsystem

import (
	"time"

	"github.com/slaclock/slaclock/policy"
)

// responses returns the response times of 2.6, in working hours (ISP-2).
func responses() []response {
	return []response{
		{emergency, 8 * time.Hour, 4 * time.Hour},
		{high, 16 * time.Hour, 8 * time.Hour},
		{medium, 24 * time.Hour, 12 * time.Hour},
		{low, 32 * time.Hour, 16 * time.Hour},
	}
}

type response struct {
	level               string
	standard, privilege time.Duration
}

// autoCloseDays are the calendar days of 3.6 (ISP-6), and autoCloseTime is the same as a
// duration.
const (
	autoCloseDays = 7
	autoCloseTime = autoCloseDays * 24 * time.Hour
)

// metrics returns what is promised to a customer with a product and tier; closing is how long
// a ticket waits for the user.
func metrics(product, tier string, closing policy.Measure) []policy.Metric {
	// ISP-3: a clock for each turn of the contractor.
	turn := policy.Metric{
		Name:    "response",
		Start:   policy.Report | policy.On(policy.InfoReceived, policy.CustomerReplied),
		Unasked: policy.On(policy.CustomerReplied),
		Stop:    policy.Response,
	}
	// ISP-6: a clock for the user's silence after each message of the contractor.
	messages := policy.Response &^ policy.On(policy.Resolved)
	silence := policy.Metric{
		Name:    "auto_close",
		Start:   messages,
		Restart: messages,
		Cancel:  policy.On(policy.CustomerReplied, policy.InfoReceived),
		Ends:    true,
		Steady:  true,
	}
	for _, r := range responses() {
		calendar, after := hoursOf(product, tier, r.level)
		measure := policy.Measure{Time: r.standard}
		if tier == tierPrivilege {
			measure.Time = r.privilege
		}
		turn.Targets = append(turn.Targets, policy.Target{
			Level: r.level, Measure: measure, Calendar: calendar, After: after, Clause: "ISP-2",
			Gate: policy.Gate{Event: policy.Registered, Clause: "ISP-3"},
		})
		silence.Targets = append(silence.Targets, policy.Target{
			Level: r.level, Measure: closing, Calendar: roundTheClock, Clause: "ISP-6",
		})
	}
	return []policy.Metric{turn, silence}
}
