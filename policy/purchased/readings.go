package purchased

import (
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// The names of the open readings.
const (
	readingZone           = "purchased.zone"
	readingHolidays       = "purchased.holidays"
	readingPriorRelease   = "purchased.prior_release"
	readingTermEnd        = "purchased.term_end"
	readingSeverityChange = "purchased.severity_change"

	priorFromOwnRelease = "from_own_release" // the value that the rules for releases test for
)

// Readings returns the choices that the text leaves open, each with its values, the default
// first.
func Readings() []policy.Reading {
	return []policy.Reading{
		// 3.1.1 says "Eastern Standard Time" and gives its offset. Taken literally, that is
		// -05:00 all year; as people use the words, it is New York's time.
		{Name: readingZone, Values: []string{zoneFixed, zoneNewYork}, Tickets: true, Clause: "PUR-1"},
		// 3.1.1 says "legal holidays in Maryland". The days on which the state's offices
		// close differ from the legal holidays of its code.
		{Name: readingHolidays, Values: []string{"state-closings", "statutory"}, Tickets: true, Clause: "PUR-1"},
		{Name: readingPriorRelease, Values: []string{"from_replacement", priorFromOwnRelease}, Clause: "PUR-7"},
		{Name: readingTermEnd, Values: lifecycle.TermEndNames(), Clause: "PUR-10"},
		// The text does not say what becomes of a clock when the severity
		// changes while it runs.
		{Name: readingSeverityChange, Values: severity.ModeNames(), Tickets: true, Clause: "G8"},
	}
}
