package ispsystem

import (
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// The names of the open readings, and the values that the code tests for.
const (
	readingBillingDays    = "ispsystem.billing_days"
	readingAutoClose      = "ispsystem.auto_close"
	readingSeverityChange = "ispsystem.severity_change"

	billingBusinessDays = "business_days"
	autoCloseHours      = "168h"
)

// Readings returns the choices that the text leaves open, each with its values, the default
// first.
func Readings() []policy.Reading {
	return []policy.Reading{
		// 3.1 marks the line of the developers with "business days", but not that of
		// BILLmanager and DNSmanager.
		{Name: readingBillingDays, Values: []string{"every_day", billingBusinessDays}, Tickets: true, Clause: "ISP-1"},
		// 3.6 counts calendar days from a date; taken as a duration, that is 168 hours.
		{Name: readingAutoClose, Values: []string{"calendar_days", autoCloseHours}, Tickets: true, Clause: "ISP-6"},
		// The text does not say what becomes of a clock when the criticality
		// changes while it runs.
		{Name: readingSeverityChange, Values: severity.ModeNames(), Tickets: true, Clause: "G8"},
	}
}
