package lifecycle

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar"
)

// What bounds a rule, and the work that it makes: how many versions it can
// count, and how far it can reach; how many ends it can have, and how deep they
// can lie within each other, which a slice that holds itself would do for ever.
const (
	maxN    = 100_000
	maxEnds = 1000
	maxDeep = 16
)

const (
	tooManyWhy = "is one end too many; write 1000 at most"
	tooDeepWhy = "lies too deep within other ends; write 16 levels at most"
)

// A ruleCheck checks the ends of one rule.
type ruleCheck struct {
	stages map[string]bool // those whose end can be named
	ends   int             // how many there were
}

// check checks an end and all of its parts; deep is 1 for one that is no part.
func (c *ruleCheck) check(e End, place string, deep int) error {
	c.ends++
	switch {
	case c.ends > maxEnds:
		return &RuleError{place, tooManyWhy}
	case deep > maxDeep:
		return &RuleError{place, tooDeepWhy}
	}
	why := flaw(e)
	if of, ok := e.(EndOf); ok && !c.stages[of.Stage] {
		why = fmt.Sprintf("names stage %q, which is no earlier one", of.Stage)
	}
	if why != "" {
		return &RuleError{place, why}
	}
	for i, part := range endParts(e) {
		if err := c.check(part, fmt.Sprintf("%s.%d", place, i), deep+1); err != nil {
			return err
		}
	}
	return nil
}

// endParts returns the ends that an end is made of.
func endParts(e End) []End {
	switch e := e.(type) {
	case Given:
		if e.Else != nil {
			return []End{e.Else}
		}
	case Plus:
		return []End{e.Of}
	case PlusNumber:
		return []End{e.Of}
	case Align:
		return []End{e.Of}
	case Later:
		return e
	case Earlier:
		return e
	case Cases:
		parts := make([]End, min(len(e), maxEnds+1))
		for i := range parts {
			parts[i] = e[i].End
		}
		return parts
	case Held:
		return []End{e.Then, e.Else}
	}
	return nil
}

// flaw says what is wrong with an end, whatever its parts are and whatever
// stages there are; it is empty if nothing is.
func flaw(e End) string {
	switch e := e.(type) {
	case nil:
		return "is missing; write Unending{} for no end"
	case Successor:
		return countFlaw(e.N, e.Scope)
	case Current:
		return countFlaw(1, e.Scope)
	case Latest:
		if e.Between && !e.Scope.Stable {
			return "counts intermediate releases, so that there are none between; write Stable in its scope, or not Between"
		}
		return countFlaw(e.N, e.Scope)
	case Held:
		return countFlaw(e.Rank, e.Scope)
	case Given:
		if e.Name == "" {
			return "names no date; write the name by which releases carry it"
		}
	case Plus:
		if e.Unit > calendar.Years || e.N < -maxN || e.N > maxN {
			return fmt.Sprintf("adds %d %v; write days, weeks, months or years, up to %d", e.N, e.Unit, maxN)
		}
	case PlusNumber:
		switch {
		case e.Unit > calendar.Years || e.Else < -maxN || e.Else > maxN:
			return fmt.Sprintf("adds %d %v; write days, weeks, months or years, up to %d", e.Else, e.Unit, maxN)
		case e.Name == "":
			return "names no number; write the name by which releases carry it"
		}
	case Align:
		return e.To.flaw()
	case Later:
		return emptyFlaw(len(e))
	case Earlier:
		return emptyFlaw(len(e))
	case Cases:
		for i, c := range e {
			if c.empty() {
				return fmt.Sprintf("has no day in case %d; write a Before that is after %v, or none", i, c.From)
			}
		}
		return emptyFlaw(len(e))
	case EndOf, Own, Unending:
	default:
		return fmt.Sprintf("is a %T; write a value of a kind that End lists", e)
	}
	return ""
}

func countFlaw(n int, s Scope) string {
	switch {
	case n < 1 || n > maxN:
		return fmt.Sprintf("counts %d versions; write 1 to %d", n, maxN)
	case s.Within < 0 || s.Within > maxParts || s.Group < 0 || s.Group > maxParts || s.Group > 0 && s.Group <= s.Within:
		return fmt.Sprintf("has a scope of %d leading parts within %d; write 0, or more than it is within, to %d", s.Group, s.Within, maxParts)
	}
	return ""
}

func emptyFlaw(parts int) string {
	if parts == 0 {
		return "is empty; give at least one end"
	}
	return ""
}

// empty reports whether no release date is within a case.
func (c Case) empty() bool {
	return c.Before != calendar.Date{} && c.Before.Compare(c.From) <= 0
}
