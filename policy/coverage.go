package policy

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// A Coverage decides what an agreement covers. It is made once from rules,
// which are data, by [NewCoverage]; it never changes and can be shared by all
// goroutines. The zero Coverage, and a nil one, has no rules: nothing is decided by it.
//
// It is asked with facts: statements that are so or are not, by name, as
// [Coverage.Facts] lists them. A fact that is not given is false. So an
// exclusion must be stated to apply, and a condition that nobody has stated to
// be fulfilled is not: an empty list of facts is never an assurance that the
// customer has paid.
type Coverage struct {
	rules  []CoverageRule
	limits []FactLimit
	facts  []string
}

// NewCoverage makes a Coverage of rules, whose order is that of a decision's
// reasons, and of the limits that facts have. The error has every mistake with
// its place, each an [ErrCoverage].
func NewCoverage(rules []CoverageRule, limits []FactLimit) (*Coverage, error) {
	c := &Coverage{}
	var errs []error
	if len(rules) == 0 {
		errs = append(errs, &PlaceError{Kind: ErrCoverage, Place: "rules", Why: "there is none; without a rule there is nothing to decide"})
	}
	first := map[string]int{}
	for i, r := range rules {
		place := fmt.Sprintf("rules[%d]", i)
		errs = append(errs, r.check(place)...)
		if before, twice := first[r.Fact]; twice {
			errs = append(errs, &PlaceError{Kind: ErrCoverage, Place: place + ".fact", Value: r.Fact, Why: fmt.Sprintf("has a rule already, rules[%d]; one rule answers one question", before)})
		} else {
			first[r.Fact] = i
		}
		for _, name := range append([]string{r.Fact}, r.Unless...) {
			if !slices.Contains(c.facts, name) {
				c.facts = append(c.facts, name)
			}
		}
		r.Unless = slices.Clone(r.Unless)
		c.rules = append(c.rules, r)
	}
	for i, l := range limits {
		errs = append(errs, l.check(fmt.Sprintf("limits[%d]", i), c.facts)...)
		l.Needs, l.Bars = slices.Clone(l.Needs), slices.Clone(l.Bars)
		c.limits = append(c.limits, l)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return c, nil
}

// Facts returns the names of the facts that c asks for, in the order of its
// rules.
func (c *Coverage) Facts() []string {
	if c == nil {
		return nil
	}
	return slices.Clone(c.facts)
}

// Rules returns the rules of c, in their order.
func (c *Coverage) Rules() []CoverageRule {
	if c == nil {
		return nil
	}
	rules := slices.Clone(c.rules)
	for i := range rules {
		rules[i].Unless = slices.Clone(rules[i].Unless)
	}
	return rules
}

// Decide returns the decision on facts, with every reason; a fact that is not
// given is false. The error has all facts that c does not ask for, in the order
// of their names, and all contradictions, each an [ErrFacts] that names what
// would be valid.
func (c *Coverage) Decide(facts map[string]bool) (Decision, error) {
	if c == nil || len(c.rules) == 0 {
		return Decision{}, &PlaceError{Kind: ErrCoverage, Place: "coverage", Why: "must be made with NewCoverage"}
	}
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		if !slices.Contains(c.facts, name) {
			errs = append(errs, &PlaceError{Kind: ErrFacts, Place: inside("facts", name), Why: "is not a fact of this coverage; write " + either(c.facts)})
		}
	}
	for i := range c.limits {
		errs = append(errs, c.limits[i].violations(facts)...)
	}
	if len(errs) > 0 {
		return Decision{}, errors.Join(errs...)
	}
	decision := Decision{Outcome: Covered}
	for i := range c.rules {
		r := &c.rules[i]
		if r.applies(facts) {
			_, stated := facts[r.Fact]
			decision = decision.With(Reason{r.Outcome, r.Fact, stated, r.Clause, r.Section, r.Rule})
		}
	}
	return decision, nil
}
