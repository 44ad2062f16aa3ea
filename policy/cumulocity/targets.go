package cumulocity

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// The figures of 4.2.
const (
	reactionCrisis   = 30 * time.Minute // CUM-2
	reactionCritical = 2 * time.Hour    // CUM-2
	reactionStandard = 24 * time.Hour   // CUM-2, by the reading "24h"
	reactionDays     = 1                // CUM-2, by the reading "business_day"
	planCrisis       = 4 * time.Hour    // CUM-5
	reportDays       = 1                // CUM-6
)

// terms are what the targets depend on besides the text.
type terms struct {
	standardInDays bool                      // the reaction to Standard is a business day
	opens          bool                      // without a call a reaction starts at the next opening
	reports        map[string]policy.Measure // agreed status reports, by severity
}

// call returns the gate of a Crisis, which must be reported by telephone (CUM-3).
func call() policy.Gate {
	return policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, Clause: "CUM-3"}
}

// metrics returns what is promised.
func metrics(t terms) []policy.Metric {
	// CUM-3: a Crisis is received by telephone.
	call := call()
	// CUM-4: on a non-business day the reaction to the other severities waits for a call too,
	// but not necessarily for ever.
	callOffDays := policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, OffDays: businessHours, Opens: t.opens, Clause: "CUM-4"}

	toStandard := policy.Target{Level: standard, Measure: policy.Measure{Time: reactionStandard}, Calendar: roundTheClock, Clause: "CUM-2", Gate: callOffDays}
	if t.standardInDays {
		toStandard.Measure, toStandard.Calendar = policy.Measure{Days: reactionDays}, businessHours
	}
	update := policy.Metric{
		Name:  "update",
		Start: policy.Report,
		Stop:  policy.On(policy.Updated),
		Renew: true,
	}
	for _, level := range []string{crisis, critical, standard} {
		measure, ok := t.reports[level]
		switch {
		case !ok && level != critical:
			continue
		case !ok:
			measure = policy.Measure{Days: reportDays, Convention: calendar.CloseOfBusiness}
		}
		target := policy.Target{Level: level, Measure: measure, Calendar: roundTheClock, Clause: "CUM-6"}
		if measure.Days != 0 {
			target.Calendar = businessHours
		}
		if level == crisis {
			target.Gate = call
		}
		update.Targets = append(update.Targets, target)
	}
	return []policy.Metric{
		{
			Name:  "response",
			Start: policy.Report,
			Stop:  policy.Response,
			Once:  true,
			Targets: []policy.Target{
				{Level: crisis, Measure: policy.Measure{Time: reactionCrisis}, Calendar: roundTheClock, Clause: "CUM-2", Gate: call},
				{Level: critical, Measure: policy.Measure{Time: reactionCritical}, Calendar: roundTheClock, Clause: "CUM-2", Gate: callOffDays},
				toStandard,
			},
		},
		{
			Name:  "plan",
			Start: policy.Report,
			Stop:  policy.On(policy.PlanProvided),
			Targets: []policy.Target{
				{Level: crisis, Measure: policy.Measure{Time: planCrisis}, Calendar: roundTheClock, Clause: "CUM-5", Gate: call},
			},
		},
		update,
	}
}
