package portx

import (
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// readingSeverityChange is the name of the only open reading.
const readingSeverityChange = "portx.severity_change"

// Readings returns the choices that the text leaves open, each with its values, the default
// first.
func Readings() []policy.Reading {
	return []policy.Reading{
		// The text does not say what becomes of a clock when the severity
		// changes while it runs.
		{Name: readingSeverityChange, Values: severity.ModeNames(), Tickets: true, Clause: "G8"},
	}
}
