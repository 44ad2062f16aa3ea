// Package property shows how to test an agreement of your own: property_test.go checks what
// one clause promises, and the laws that hold for every agreement, with thousands of random
// tickets.
//
//	go test ./examples/property
package property

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// responseTime is the figure of §1: a report is answered within four opening hours.
const responseTime = 4 * time.Hour

// desk returns the calendar of the agreement's opening times.
func desk() (*calendar.Calendar, error) {
	return calendar.New(calendar.Config{Zone: "Europe/Berlin", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
}

// newAgreement makes the agreement.
func newAgreement() (*policy.Policy, error) {
	open, err := desk()
	if err != nil {
		return nil, err
	}
	scale, err := severity.NewScale("desk", "urgent", "normal")
	if err != nil {
		return nil, err
	}
	target := func(level string) policy.Target {
		return policy.Target{Level: level, Measure: policy.Measure{Time: responseTime}, Calendar: "opening times", Clause: "§1"}
	}
	return policy.New(policy.Agreement{
		Name: "desk", Scale: scale, Location: open.Location(),
		Calendars: map[string]*calendar.Calendar{"opening times": open},
		Metrics: []policy.Metric{{
			Name: "response", Start: policy.Report, Stop: policy.On(policy.Responded),
			Targets: []policy.Target{target("urgent"), target("normal")},
		}},
	})
}
