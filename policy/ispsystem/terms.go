package ispsystem

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// The figures of the terms.
const (
	coTermRest       = 5  // 10.2.1: a remainder of up to this many days is rounded down
	liabilityPercent = 50 // 7.8: the share of the cost of the services
)

// standardTerms returns the terms, in months, for which services are sold with a licence
// extension (10.2.2).
func standardTerms() []int { return []int{12, 24, 36} }

// License returns a licence with its terms of service and its payments for missed periods
// (ISP-9). It says what is owed during a term, after it, and after a break.
func License(perpetual bool, terms []calendar.Period, paid []lifecycle.MissedPayment) lifecycle.License {
	return lifecycle.License{Perpetual: perpetual, Terms: terms, Paid: paid, Clause: "ISP-9"}
}

// CoTerm returns the rule for licence extensions that are to end with the licence (ISP-10): a
// remainder of up to 5 days is rounded down, a longer one up to a full month.
func CoTerm() lifecycle.CoTermRule {
	return lifecycle.CoTermRule{RoundDown: coTermRest}
}

// StandardTerm returns the rule for a licence extension whose services are cut to end with
// those of earlier extensions (ISP-10, 10.2.2): a term of 12, 24 or 36 months, no shorter
// than what remains.
func StandardTerm() lifecycle.StandardTermRule {
	return lifecycle.StandardTermRule{Months: standardTerms()}
}

// Liability returns the rule for the limit of liability (ISP-11): half of the cost of the
// services, in proportion to what is left of their term. The text does not say how to round;
// rounding down gives the least that it can mean.
func Liability(rounding lifecycle.Rounding) lifecycle.LiabilityRule {
	return lifecycle.LiabilityRule{Percent: liabilityPercent, Rounding: rounding}
}
