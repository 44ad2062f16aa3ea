package lifecycle

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
)

// A Rounding says what becomes of a part of a minor unit. The zero Rounding is
// RoundDown. Amounts are never negative, so down is towards zero.
type Rounding uint8

// The roundings.
const (
	RoundDown   Rounding = iota // a part is dropped
	RoundUp                     // a part makes a whole unit
	RoundHalfUp                 // half a unit or more makes a whole one
)

var roundingNames = enum.Of[Rounding](ErrTerms, "way of rounding", "down", "up", "half_up")

// RoundingNames returns the names of the roundings, the zero one first. The list is
// the caller's.
func RoundingNames() []string { return roundingNames.All() }

// String returns down, up or half_up; Rounding(9) and the like of what is none.
func (r Rounding) String() string { return roundingNames.String(r) }

// ParseRounding returns the rounding that text names. The error is an [ErrTerms],
// as an [enum.Error] that has the names.
func ParseRounding(text string) (Rounding, error) { return roundingNames.Parse(text) }

// MarshalText returns the name of r. An unknown one is an [ErrTerms].
func (r Rounding) MarshalText() ([]byte, error) { return roundingNames.Marshal(r) }

// UnmarshalText sets r to the rounding that text names; see [ParseRounding]. With an
// error r is as before.
func (r *Rounding) UnmarshalText(text []byte) error { return roundingNames.Unmarshal(r, text) }

// A LiabilityRule limits what is owed in damages to a share of the cost of a
// term, in proportion to what is left of it. The zero LiabilityRule limits it to
// nothing.
type LiabilityRule struct {
	Percent  int      `json:"percent"` // 0 to 100
	Rounding Rounding `json:"rounding"`
}

// A LiabilityCap is the limit, and how it came about. The zero LiabilityCap is
// nothing.
type LiabilityCap struct {
	Minor    int64    `json:"minor"`     // the limit in the minor units of the currency
	TermDays int      `json:"term_days"` // the term's days, the first and the last included
	RestDays int      `json:"rest_days"` // those after the day of the claim
	Rounding Rounding `json:"rounding"`
}

// Cap returns the limit for a claim made on a day, in the minor units of the
// currency in which the cost is: cost × Percent × rest ÷ (100 × days), exactly,
// rounded once at the end.
//
// The days of the term count its first and its last one. The rest is the days
// after that of the claim: on the first day all but one, on the last day and
// later none.
//
// The error, an [ErrTerms], says that the cost is negative, that the term has no
// day, that the claim is before it, or that the rule makes no sense.
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
