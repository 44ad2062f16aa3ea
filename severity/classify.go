package severity

import (
	"errors"
	"maps"
	"slices"
	"strings"
)

// Scale returns the scale whose levels c determines, nil for the zero Classifier.
func (c *Classifier) Scale() *Scale {
	if c == nil {
		return nil
	}
	return c.scale
}

// Facts returns the facts that c asks for, in order; for the zero Classifier there are
// none.
func (c *Classifier) Facts() []Fact {
	if c == nil {
		return nil
	}
	all := slices.Clone(c.facts)
	for i := range all {
		all[i].Answers = slices.Clone(all[i].Answers)
	}
	return all
}

// Classify returns the level that follows from the facts, with the rule, the clause and
// the reason.
//
// A fact may be left out if it changes nothing. The reason is then that of the rule that
// holds by the known facts, even if an earlier rule with the same level and clause might
// also hold by the unknown ones. If the known facts do not settle which of several such
// rules holds, the reason joins the reasons of all of them.
//
// The error is a [FactsError] that names the facts and what would be valid: an [ErrFact]
// for each fact or answer that does not exist, joined, or else an [ErrMissing], an
// [ErrContradiction] or an [ErrUnsettled]. The zero Classifier knows no facts: if none
// are given, its error is an [ErrClassifier].
func (c *Classifier) Classify(facts Facts) (Classification, error) {
	if c == nil {
		c = new(Classifier)
	}
	given, err := c.read(facts)
	if err != nil {
		return Classification{}, err
	}
	open := c.open(given)
	if len(open) == 0 {
		return Classification{}, c.contradiction(given)
	}
	// More than one rule may be left: only a level and clause common to all of
	// them are certain.
	for _, i := range open {
		if c.result(i) != c.result(open[0]) {
			return Classification{}, c.missing(given)
		}
	}
	// A rule that holds whatever is not known is the last one left, since none after
	// it decides. Without such a rule each of them may be the reason.
	if last := open[len(open)-1]; len(open) > 1 && c.certain(last, given) {
		open = []int{last}
	}
	certain, reasons := &c.rules[open[0]], []string(nil)
	for _, i := range open {
		reasons = append(reasons, c.rules[i].Reason)
	}
	if certain.level.IsZero() {
		return Classification{}, c.unsettled(given, certain)
	}
	reason := strings.Join(reasons, ", or ")
	if known := c.known(given, open); known != "" {
		reason += ": " + known
	}
	return Classification{Level: certain.level, Rule: certain.Key, Clause: certain.Clause, Reason: reason}, nil
}

// read returns the given answer to each fact, -1 for those left out.
func (c *Classifier) read(facts Facts) ([]int, error) {
	given := c.given()
	var wrong []error
	for _, name := range slices.Sorted(maps.Keys(facts)) {
		f := c.fact(name)
		if f < 0 {
			wrong = append(wrong, &FactsError{Kind: ErrFact, Agreement: c.scale.Name(), Fact: name, Valid: c.Facts()})
			continue
		}
		if given[f] = c.facts[f].answer(facts[name]); given[f] < 0 {
			wrong = append(wrong, &FactsError{Kind: ErrFact, Agreement: c.scale.Name(), Fact: name, Answer: facts[name], Answered: true, Valid: c.Facts()[f : f+1]})
		}
	}
	return given, errors.Join(wrong...)
}

// given returns the answers to all facts before any is given.
func (c *Classifier) given() []int {
	given := make([]int, len(c.facts))
	for f := range given {
		given[f] = -1
	}
	return given
}

// open returns the rules that may decide, each once and in order, over all possible
// answers to the facts that are not given. Rules that report a contradiction are left
// out.
func (c *Classifier) open(given []int) []int {
	var open []int
	for n := range c.first {
		i := int(c.first[n])
		if c.agrees(n, given) && !c.rules[i].contradicts() && !slices.Contains(open, i) {
			open = append(open, i)
		}
	}
	slices.Sort(open)
	return open
}

// certain reports whether a rule holds whatever the missing answers are. Answers that
// contradict each other do not count.
func (c *Classifier) certain(i int, given []int) bool {
	for n := range c.first {
		if c.agrees(n, given) && !c.rules[c.first[n]].contradicts() && !c.rules[i].holds(c, n) {
			return false
		}
	}
	return true
}

// known writes the given answers that the rules ask for.
func (c *Classifier) known(given, rules []int) string {
	var parts []string
	for f, fact := range c.facts {
		asked := slices.ContainsFunc(rules, func(i int) bool { return slices.Contains(c.rules[i].asks, f) })
		if asked && given[f] >= 0 {
			parts = append(parts, fact.Name+" "+fact.Answers[given[f]].Name)
		}
	}
	return strings.Join(parts, ", ")
}

// result returns the first rule with the same result as rule i: the same level by the
// same clause. A rule that sets no level has only itself.
func (c *Classifier) result(i int) int {
	r := &c.rules[i]
	return slices.IndexFunc(c.rules, func(o rule) bool {
		return o.Key == r.Key || !r.level.IsZero() && o.level == r.level && o.Clause == r.Clause
	})
}

// answer returns the place of the answer to a fact in a combination of answers.
func (c *Classifier) answer(n, fact int) int {
	return n / c.stride[fact] % len(c.facts[fact].Answers)
}

// agrees reports whether a combination has all given answers.
func (c *Classifier) agrees(n int, given []int) bool {
	for f, a := range given {
		if a >= 0 && c.answer(n, f) != a {
			return false
		}
	}
	return true
}

// matters reports whether the answer to a fact that is not given can alone change the
// result.
func (c *Classifier) matters(fact int, given []int) bool {
	for n := range c.first {
		if c.answer(n, fact) != 0 || !c.agrees(n, given) {
			continue
		}
		result := -1
		for a := range c.facts[fact].Answers {
			i := int(c.first[n+a*c.stride[fact]])
			switch {
			case c.rules[i].contradicts():
			case result < 0:
				result = c.result(i)
			case result != c.result(i):
				return true
			}
		}
	}
	return false
}

// fact returns the place of a fact, -1 if there is none of that name.
func (c *Classifier) fact(name string) int {
	return slices.IndexFunc(c.facts, func(f Fact) bool { return f.Name == name })
}

// names returns the names of the facts.
func (c *Classifier) names() []string {
	all := make([]string, len(c.facts))
	for i, f := range c.facts {
		all[i] = f.Name
	}
	return all
}
