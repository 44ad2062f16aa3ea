package policy

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MaxFacts is the greatest number of facts that a [Coverage] can ask for, and of limits
// that they can have: far more than an agreement needs.
const MaxFacts = 256

// A Coverage decides what an agreement covers. [NewCoverage] makes it from rules, which are
// data; it never changes and is safe for concurrent use. The zero Coverage, like a nil one,
// has no rules and decides nothing.
//
// A Coverage is asked with facts: named statements that are true or false. [Coverage.Facts]
// lists the names. A fact that is not given is false. So an exclusion applies only if it is
// stated, and a condition is fulfilled only if somebody has stated so: an empty list of
// facts fulfils nothing that the rules make a condition, such as that the customer has
// paid. A decision says nothing about what no rule asks for, such as a payment that an
// agreement treats elsewhere.
type Coverage struct {
	rules  []CoverageRule
	limits []FactLimit
	facts  []string
}

// NewCoverage makes a Coverage of rules, in the order in which a decision lists its
// reasons, and of the limits that the facts have. The error lists the mistakes with their
// places, each an [ErrCoverage]; beyond a hundred in the limits it says only that there are
// more.
func NewCoverage(rules []CoverageRule, limits []FactLimit) (*Coverage, error) {
	c := &Coverage{}
	var errs []error
	bad := func(place, value, why string) {
		errs = append(errs, &PlaceError{Kind: ErrCoverage, Place: place, Value: value, Why: why})
	}
	if len(rules) == 0 {
		bad("rules", "", "there is none; without a rule there is nothing to decide")
	}
	if len(limits) > MaxFacts {
		bad("limits", "", fmt.Sprintf("are %d; a coverage has at most %d", len(limits), MaxFacts))
		limits = nil
	}
	first := map[string]int{}
	for i, r := range rules {
		place := fmt.Sprintf("rules[%d]", i)
		errs = append(errs, r.check(place)...)
		if before, twice := first[r.Fact]; twice {
			bad(place+".fact", r.Fact, fmt.Sprintf("has a rule already, rules[%d]; one rule answers one question", before))
		} else {
			first[r.Fact] = i
		}
		c.know(r.Fact)
		for _, name := range r.Unless {
			c.know(name)
		}
		if len(c.facts) > MaxFacts {
			bad(place, "", fmt.Sprintf("asks for one fact too many; a coverage asks for at most %d", MaxFacts))
			return nil, errors.Join(errs...)
		}
		r.Unless = slices.Clone(r.Unless)
		c.rules = append(c.rules, r)
	}
	errs = append(errs, checkLimits(limits, c.facts)...)
	for _, l := range limits {
		l.Needs, l.Bars = slices.Clone(l.Needs), slices.Clone(l.Bars)
		c.limits = append(c.limits, l)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return c, nil
}

// know adds a fact to those that c asks for, if it is new and there is room.
func (c *Coverage) know(name string) {
	if len(c.facts) <= MaxFacts && !slices.Contains(c.facts, name) && factFlaw(name) == "" {
		c.facts = append(c.facts, name)
	}
}

// Facts returns the names of the facts that c asks for, in the order of its rules.
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

// Limits returns the limits that the facts of c have, in their order.
func (c *Coverage) Limits() []FactLimit {
	if c == nil {
		return nil
	}
	limits := slices.Clone(c.limits)
	for i := range limits {
		limits[i].Needs, limits[i].Bars = slices.Clone(limits[i].Needs), slices.Clone(limits[i].Bars)
	}
	return limits
}

// notFact says that c does not ask for a fact, and which facts it asks for.
func (c *Coverage) notFact(name string) string {
	why := "is not a fact of this coverage; "
	if near, ok := strictjson.Nearest(name, c.facts); ok {
		return why + "did you mean " + strconv.Quote(near) + "?"
	}
	return why + "write " + enum.Some(c.facts, 20)
}

// Decide returns the decision on facts, with every reason; a fact that is not given is
// false. The error lists the facts that c does not ask for, in the order of their names,
// and the contradictions, each an [ErrFacts] that names what would be valid; beyond a
// hundred it says only that there are more. For the zero Coverage the error is an
// [ErrCoverage].
func (c *Coverage) Decide(facts map[string]bool) (Decision, error) {
	if c == nil || len(c.rules) == 0 {
		return Decision{}, &PlaceError{Kind: ErrCoverage, Place: "coverage", Why: "must be made with NewCoverage"}
	}
	var found mistakes
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		if !found.full() && !slices.Contains(c.facts, name) {
			found.add(&PlaceError{Kind: ErrFacts, Place: strictjson.Inside("facts", name), Why: c.notFact(name)})
		}
	}
	for i := range c.limits {
		found = append(found, c.limits[i].violations(facts)...)
	}
	if err := found.few(ErrFacts, "facts").err(); err != nil {
		return Decision{}, err
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
