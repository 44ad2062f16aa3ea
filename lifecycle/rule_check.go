package lifecycle

import (
	"fmt"
	"slices"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The bounds of a rule, and of the work that it makes: how many versions it can
// count, and how far it can reach; how many ends it can have, and how deep they
// can be nested, which a slice that holds itself would be for ever.
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

// check checks an end and all of its parts; deep is 1 for an end that is not a part of
// another. The place in its result begins at the end.
func (c *ruleCheck) check(e End, deep int) *RuleError {
	c.ends++
	switch {
	case c.ends > maxEnds:
		return &RuleError{"", tooManyWhy}
	case deep > maxDeep:
		return &RuleError{"", tooDeepWhy}
	}
	wrong := flaw(e)
	if of, ok := e.(EndOf); ok && !c.stages[of.Stage] {
		wrong = &RuleError{".end_of", fmt.Sprintf("names stage %q, which is no earlier one", strictjson.Shorten(of.Stage))}
	}
	if wrong != nil {
		return wrong
	}
	for i, part := range endParts(e) {
		if wrong := c.check(part, deep+1); wrong != nil {
			return wrong.within(partPlace(e, i))
		}
	}
	return nil
}

// within returns e as an error in something that lies at a place.
func (e *RuleError) within(place string) *RuleError {
	e.Place = place + e.Place
	return e
}

// partPlace returns where a part of an end lies in its JSON; see [Rule.MarshalJSON].
func partPlace(e End, i int) string {
	switch e.(type) {
	case Given:
		return ".given.else"
	case Plus:
		return ".plus.of"
	case PlusNumber:
		return ".plus_number.of"
	case Align:
		return ".align.of"
	case Later:
		return fmt.Sprintf(".later[%d]", i)
	case Earlier:
		return fmt.Sprintf(".earlier[%d]", i)
	case Cases:
		return fmt.Sprintf(".cases[%d].end", i)
	}
	return [...]string{".held.then", ".held.else"}[i]
}

// endParts returns the ends of which an end is made.
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

// flaw returns what is wrong with an end, apart from its parts and the names of stages;
// it is nil if nothing is. The place begins at the end.
func flaw(e End) *RuleError {
	place, why := "", ""
	switch e := e.(type) {
	case nil:
		why = "is missing; write Unending{} for no end"
	case Successor:
		place, why = ".successor", countFlaw(e.N, e.Scope)
	case Current:
		place, why = ".current", countFlaw(1, e.Scope)
	case Latest:
		place, why = ".latest", countFlaw(e.N, e.Scope)
		if e.Between && !e.Scope.Stable {
			why = "counts intermediate releases, so that there are none between; write Stable in its scope, or not Between"
		}
	case Held:
		place, why = ".held", countFlaw(e.Rank, e.Scope)
	case Given:
		if e.Name == "" {
			place, why = ".given", "names no date; write the name by which releases carry it"
		}
	case Plus:
		place, why = ".plus", addFlaw(e.N, e.Unit)
	case PlusNumber:
		if place, why = ".plus_number", addFlaw(e.Else, e.Unit); why == "" && e.Name == "" {
			why = "names no number; write the name by which releases carry it"
		}
	case Align:
		place, why = ".align.to", e.To.flaw()
	case Later:
		place, why = ".later", emptyFlaw(len(e))
	case Earlier:
		place, why = ".earlier", emptyFlaw(len(e))
	case Cases:
		place, why = ".cases", emptyFlaw(len(e))
		if i := slices.IndexFunc(e, Case.empty); i >= 0 {
			place, why = fmt.Sprintf(".cases[%d]", i), fmt.Sprintf("has no day; write a Before that is after %v, or none", e[i].From)
		}
	case EndOf, Own, Unending:
	default:
		why = fmt.Sprintf("is a %T; write a value of a kind that End lists", e)
	}
	if why == "" {
		return nil
	}
	return &RuleError{place, why}
}

func addFlaw(n int, unit calendar.Unit) string {
	if unit > calendar.Years || n < -maxN || n > maxN {
		return fmt.Sprintf("adds %d %v; write days, weeks, months or years, up to %d", n, unit, maxN)
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
