package cumulocity

import (
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// The names of the open readings, and the values that the code tests for.
const (
	readingZone             = "cumulocity.zone"
	readingOtherHubs        = "cumulocity.other_hubs"
	readingReactionStandard = "cumulocity.reaction_standard"
	readingNoCall           = "cumulocity.no_call"
	readingSeverityChange   = "cumulocity.severity_change"

	zoneFixed           = "fixed"
	otherHubsCustomer   = "customer"
	reactionBusinessDay = "business_day"
	noCallOpening       = "opening"
)

// Readings returns the choices that the text leaves open, each with its values, the default
// first.
func Readings() []policy.Reading {
	return []policy.Reading{
		// 1.1 names standard times. As people use the words, they are the hubs' local times;
		// taken literally, they are fixed offsets.
		{Name: readingZone, Values: []string{"local", zoneFixed}, Tickets: true, Clause: "CUM-1"},
		// 1.1 names the holidays of the customer's country, but not which hubs they close.
		{Name: readingOtherHubs, Values: []string{"weekdays", otherHubsCustomer}, Tickets: true, Clause: "CUM-1"},
		// The table of 4.2 says Day in one cell and Business Day in another.
		{Name: readingReactionStandard, Values: []string{"24h", reactionBusinessDay}, Tickets: true, Clause: "CUM-2"},
		// 4.1(5) measures the reaction from the customer's call, and does not
		// say what holds if none comes.
		{Name: readingNoCall, Values: []string{noCallOpening, "never"}, Tickets: true, Clause: "CUM-4"},
		// The text does not say what becomes of a clock when the severity
		// changes while it runs.
		{Name: readingSeverityChange, Values: severity.ModeNames(), Tickets: true, Clause: "G8"},
	}
}
