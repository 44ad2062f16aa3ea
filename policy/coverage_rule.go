package policy

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A CoverageRule says what one fact does to coverage. The zero CoverageRule is invalid: it
// names no fact, so [NewCoverage] refuses it.
type CoverageRule struct {
	// Fact is the name of the fact that the rule asks for, in lower case with underscores:
	// "training".
	Fact string
	// Required makes the rule a condition, which applies unless the fact is true. Otherwise
	// the rule is an exclusion, which applies if the fact is true.
	Required bool
	// Unless names facts that take the rule back: if any of them is true, the rule does not
	// apply.
	Unless  []string
	Outcome Outcome // what it makes of the request where it applies
	Clause  string  // "PUR-8"
	Section string  // where the text has it: "3.4"
	Rule    string  // the rule, in our words
}

// applies reports whether r gives a reason, given the facts.
func (r *CoverageRule) applies(facts map[string]bool) bool {
	if facts[r.Fact] == r.Required {
		return false
	}
	return !slices.ContainsFunc(r.Unless, func(name string) bool { return facts[name] })
}

// ErrCoverage means that the rules of a [Coverage] contradict each other or lack something.
var ErrCoverage = errors.New("policy: invalid coverage")

// ErrFacts means that facts are unknown to an agreement's coverage, or contradict each
// other.
var ErrFacts = errors.New("policy: invalid facts")

// check returns what is wrong with a rule by itself.
func (r *CoverageRule) check(place string) (errs []error) {
	bad := func(field, value, why string) {
		errs = append(errs, &PlaceError{Kind: ErrCoverage, Place: place + field, Value: value, Why: why})
	}
	if why := factFlaw(r.Fact); why != "" {
		bad(".fact", r.Fact, why)
	}
	unless := r.Unless
	if len(unless) > MaxFacts {
		bad(".unless", "", fmt.Sprintf("are %d; a coverage asks for at most %d facts", len(unless), MaxFacts))
		unless = nil
	}
	for i, other := range unless {
		why := factFlaw(other)
		switch {
		case why != "":
		case other == r.Fact:
			why = "cannot take back its own rule; write another fact"
		case slices.Contains(r.Unless[:i], other):
			why = "stands there twice"
		}
		if why != "" {
			bad(fmt.Sprintf(".unless[%d]", i), other, why)
		}
	}
	if !outcomeNames.Has(r.Outcome) {
		bad(".outcome", r.Outcome.String(), outcomeNames.Why())
	}
	for _, f := range []struct{ name, value, what string }{
		{".clause", r.Clause, "write the id of the clause, such as PUR-8"},
		{".section", r.Section, "write where the text has it, such as 3.4"},
		{".rule", r.Rule, "write the rule in words"},
	} {
		if f.value == "" {
			bad(f.name, "", "is missing; "+f.what)
		}
	}
	return errs
}

// longestFact is how many letters the name of a fact can have.
const longestFact = 64

// factFlaw says why a text cannot be the name of a fact; "" if it can.
func factFlaw(name string) string {
	switch {
	case name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "":
		return "is not a name of a fact; write small letters with underscores, such as on_site_work"
	case len(name) > longestFact:
		return fmt.Sprintf("is too long; the name of a fact has at most %d letters", longestFact)
	}
	return ""
}
