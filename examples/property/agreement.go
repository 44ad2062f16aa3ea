// Package property shows how an agreement of your own is tested: property_test.go
// checks what one clause promises with thousands of drawn tickets, and the laws that
// hold for every agreement.
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

// desk has the opening times of the agreement.
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
