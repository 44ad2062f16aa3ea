package ispsystem

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// The figures of the terms.
const (
	coTermRest       = 5  // 10.2.1: a rest of up to so many days is rounded down
	liabilityPercent = 50 // 7.8: the share of the cost of the services
)

// standardTerms are the months for which services are sold with a licence
// extension (10.2.2).
func standardTerms() []int { return []int{12, 24, 36} }

// License returns a licence by its terms of service and its payments for missed
// periods (ISP-9): what is owed in a term, after it, and after a break.
func License(perpetual bool, terms []calendar.Period, paid []lifecycle.MissedPayment) lifecycle.License {
	return lifecycle.License{Perpetual: perpetual, Terms: terms, Paid: paid, Clause: "ISP-9"}
}

// CoTerm returns the rule for licence extensions that are to end with the
// licence (ISP-10): a rest of up to 5 days is rounded down, a longer one up to a
// full month.
func CoTerm() lifecycle.CoTermRule {
	return lifecycle.CoTermRule{RoundDown: coTermRest}
}

// StandardTerm returns the rule for a licence extension whose services are cut to
// the end of those of earlier extensions (ISP-10, 10.2.2): a term of 12, 24 or 36
// months, no shorter than what remains.
func StandardTerm() lifecycle.StandardTermRule {
	return lifecycle.StandardTermRule{Months: standardTerms()}
}

// Liability returns the rule for the limit of liability (ISP-11): half of the
// cost of the services, in proportion to what is left of their term. The text
// does not say how to round; down is the least that it can mean.
func Liability(rounding lifecycle.Rounding) lifecycle.LiabilityRule {
	return lifecycle.LiabilityRule{Percent: liabilityPercent, Rounding: rounding}
}
