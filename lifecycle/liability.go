package lifecycle

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
)

// A Rounding says what happens to a part of a minor unit. Amounts are never negative, so
// down is towards zero. The zero Rounding is RoundDown.
type Rounding uint8

// The roundings.
const (
	RoundDown   Rounding = iota // a part of a unit is dropped
	RoundUp                     // a part of a unit makes a whole one
	RoundHalfUp                 // half a unit or more makes a whole one
)

var roundingNames = enum.Of[Rounding](ErrTerms, "way of rounding", "down", "up", "half_up")

// RoundingNames returns the names of the roundings, the zero one first. The list is
// the caller's.
func RoundingNames() []string { return roundingNames.All() }

// String returns down, up or half_up. If r is not one of the roundings, it returns a text
// such as Rounding(9).
func (r Rounding) String() string { return roundingNames.String(r) }

// ParseRounding returns the rounding that text names. The error is an [ErrTerms]: an
// [enum.Error] that lists the names.
func ParseRounding(text string) (Rounding, error) { return roundingNames.Parse(text) }

// MarshalText returns the name of r. The error is an [ErrTerms] if r is not one of the
// roundings.
func (r Rounding) MarshalText() ([]byte, error) { return roundingNames.Marshal(r) }

// UnmarshalText sets r to the rounding that text names; see [ParseRounding]. On error, r
// is unchanged.
func (r *Rounding) UnmarshalText(text []byte) error { return roundingNames.Unmarshal(r, text) }

// A LiabilityRule limits what is owed in damages to a share of the cost of a
// term, in proportion to what is left of it. The zero LiabilityRule limits it to
// nothing.
type LiabilityRule struct {
	Percent  int      `json:"percent"` // 0 to 100
	Rounding Rounding `json:"rounding"`
}

// A LiabilityCap is the limit, and how it was computed. The zero LiabilityCap is a limit
// of nothing.
type LiabilityCap struct {
	Minor    int64    `json:"minor"`     // the limit in the minor units of the currency
	TermDays int      `json:"term_days"` // the term's days, the first and the last included
	RestDays int      `json:"rest_days"` // those after the day of the claim
	Rounding Rounding `json:"rounding"`
}

// Cap returns the limit for a claim made on a day, in the minor units in which cost is
// given: cost × Percent × rest ÷ (100 × days), exactly, rounded once at the end.
//
// The days of the term include its first and its last. The rest is the days after the day
// of the claim: all days but one for a claim on the first day, none on the last day and
// later.
//
// The error is an [ErrTerms] if the cost is negative, the term has no day, the claim is
// before the term, or the rule makes no sense.
func (r LiabilityRule) Cap(cost int64, term calendar.Period, claim calendar.Date) (LiabilityCap, error) {
	switch {
	case r.Percent < 0 || r.Percent > 100:
		return LiabilityCap{}, &TermError{Place: "percent", Value: strconv.Itoa(r.Percent), Why: "is no share; write 0 to 100"}
	case !roundingNames.Has(r.Rounding):
		return LiabilityCap{}, &TermError{Place: "rounding", Value: r.Rounding.String(), Why: roundingNames.Why()}
	case cost < 0:
		return LiabilityCap{}, &TermError{Place: "cost", Value: strconv.FormatInt(cost, 10), Why: "is less than nothing; write 0 or more minor units"}
	case term.Days() == 0:
		return LiabilityCap{}, backwards("term", term)
	case claim.Compare(term.From) < 0:
		return LiabilityCap{}, &TermError{Place: "claim", Value: claim.String(), Why: fmt.Sprintf("is before the term; write %v or later", term.From)}
	}
	limit := LiabilityCap{TermDays: term.Days(), RestDays: max(0, claim.DaysUntil(term.Through)), Rounding: r.Rounding}
	share := big.NewInt(cost)
	share.Mul(share, big.NewInt(int64(r.Percent)*int64(limit.RestDays)))
	whole, part := share.QuoRem(share, big.NewInt(100*int64(limit.TermDays)), new(big.Int))
	limit.Minor = whole.Int64() // at most the cost, so it fits
	half := part.Lsh(part, 1).Cmp(big.NewInt(100*int64(limit.TermDays))) >= 0
	if r.Rounding == RoundUp && part.Sign() > 0 || r.Rounding == RoundHalfUp && half {
		limit.Minor++
	}
	return limit, nil
}
