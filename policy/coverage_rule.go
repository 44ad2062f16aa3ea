package policy

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A CoverageRule says what one fact does to coverage. The zero CoverageRule names
// no fact, which [NewCoverage] refuses.
type CoverageRule struct {
	// Fact is the name of what the rule asks for, in small letters with
	// underscores: "training".
	Fact string
	// Required makes the rule a condition, which applies unless the fact is
	// true. Otherwise it is an exclusion, which applies if the fact is true.
	Required bool
	// Unless names facts of which any one that is true takes the rule back.
	Unless  []string
	Outcome Outcome // what it makes of the request where it applies
	Clause  string  // "PUR-8"
	Section string  // where the text has it: "3.4"
	Rule    string  // the rule, in our words
}

// applies reports whether r speaks against, or on, what the facts describe.
func (r *CoverageRule) applies(facts map[string]bool) bool {
	if facts[r.Fact] == r.Required {
		return false
	}
	return !slices.ContainsFunc(r.Unless, func(name string) bool { return facts[name] })
}

// A FactLimit names facts that contradict each other, so that a slip of the
// caller is an error and not an answer. The zero FactLimit limits nothing, which
// [NewCoverage] refuses.
type FactLimit struct {
	Fact  string   // if this fact is true, then
	Needs []string // these must be true,
	Bars  []string // and none of these can be
}

// ErrCoverage says that the rules of a [Coverage] contradict themselves or lack something.
var ErrCoverage = errors.New("policy: invalid coverage")

// ErrFacts says that facts are unknown to an agreement's coverage, or contradict each
// other.
var ErrFacts = errors.New("policy: invalid facts")

// check returns what is wrong with a rule by itself.
func (r *CoverageRule) check(place string) (errs []error) {
	bad := func(field, value, why string) {
		errs = append(errs, &PlaceError{Kind: ErrCoverage, Place: place + field, Value: value, Why: why})
	}
	for _, name := range append([]string{r.Fact}, r.Unless...) {
		if !isFactName(name) {
			bad(".fact", name, "is not a name of a fact; write small letters with underscores, such as on_site_work")
		}
	}
	if slices.Contains(r.Unless, r.Fact) {
		bad(".unless", r.Fact, "cannot take back its own rule; write another fact")
	}
	if r.Outcome == 0 || r.Outcome >= outcomeEnd {
		bad(".outcome", r.Outcome.String(), "is not an outcome; write "+either(outcomeNames[1:]))
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

// isFactName reports whether a text can be the name of a fact.
func isFactName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// check returns what is wrong with a limit; names are the facts that exist.
func (l *FactLimit) check(place string, names []string) (errs []error) {
	if len(l.Needs)+len(l.Bars) == 0 {
		errs = append(errs, &PlaceError{Kind: ErrCoverage, Place: place, Value: l.Fact, Why: "limits nothing; write what the fact needs or bars"})
	}
	for _, name := range slices.Concat([]string{l.Fact}, l.Needs, l.Bars) {
		if !slices.Contains(names, name) {
			errs = append(errs, &PlaceError{Kind: ErrCoverage, Place: place, Value: name, Why: "is a fact of no rule; write " + either(names)})
		}
	}
	return errs
}

// violations returns how facts contradict a limit.
func (l *FactLimit) violations(facts map[string]bool) (errs []error) {
	if !facts[l.Fact] {
		return nil
	}
	place := "facts[" + l.Fact + "]"
	for _, name := range l.Needs {
		if !facts[name] {
			errs = append(errs, &PlaceError{Kind: ErrFacts, Place: place, Value: "true", Why: fmt.Sprintf("is possible only with %s; write that as true too, or leave %s out", name, l.Fact)})
		}
	}
	for _, name := range l.Bars {
		if facts[name] {
			errs = append(errs, &PlaceError{Kind: ErrFacts, Place: place, Value: "true", Why: fmt.Sprintf("is not possible together with %s; write one of them as false", name)})
		}
	}
	return errs
}
