package severity

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// The limits of a classifier.
const (
	MaxAnswers      = 64   // the most answers to one fact
	MaxCombinations = 4096 // the most combinations of answers to all facts
)

// A ClassifierConfig is an agreement's definitions of its levels, as data. The zero
// ClassifierConfig is invalid: it defines no levels, and [NewClassifier] refuses it.
type ClassifierConfig struct {
	Scale *Scale
	Facts []Fact // in the order in which they are asked for
	Rules []Rule // the first rule whose conditions all hold decides
}

// A Classifier determines a level from facts. It is made by [NewClassifier], never
// changes and is safe for concurrent use. The zero Classifier, like a nil one, knows no
// facts and classifies nothing.
type Classifier struct {
	scale  *Scale
	facts  []Fact
	rules  []rule
	stride []int    // by fact: the distance between combinations in which only its answer is the next one
	first  []uint16 // by combination of answers: the rule that decides
}

// NewClassifier checks cfg as a whole and returns a [Classifier] of its definitions. The
// error is an [ErrClassifier] that lists the mistakes with their places: for example a
// name that stands for nothing or for two things, a combination of answers for which no
// rule holds, a rule that never decides because an earlier one always does, or a fact
// that never changes the level. Mistakes in the facts hide those in the rules, and the
// first combination without a rule hides the others.
func NewClassifier(cfg ClassifierConfig) (*Classifier, error) {
	c := &Classifier{scale: cfg.Scale}
	var wrong []error
	report := func(place, value, why string) {
		wrong = append(wrong, &PlaceError{ErrClassifier, place, value, why})
	}
	if cfg.Scale.Len() == 0 {
		report("scale", "", "is missing; rules decide between at least one level")
	}
	c.addFacts(cfg.Facts, report)
	if len(wrong) == 0 {
		c.addRules(cfg.Rules, report)
	}
	if len(wrong) == 0 {
		c.decide(report)
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return c, nil
}

// addFacts checks the facts and numbers the combinations of their answers.
func (c *Classifier) addFacts(facts []Fact, report func(place, value, why string)) {
	if len(facts) == 0 {
		report("facts", "", "are missing; a level is told from at least one")
	}
	total := 1
	for i, f := range facts {
		place := fmt.Sprintf("facts[%d]", i)
		if f.Name == "" {
			report(place+".name", "", "is missing")
		}
		if c.fact(f.Name) >= 0 {
			report(place+".name", f.Name, "is the name of two facts")
		}
		if n := len(f.Answers); n < 2 || n > MaxAnswers {
			report(place+".answers", "", fmt.Sprintf("are %d; a fact has 2 to %d", n, MaxAnswers))
		}
		for k, a := range f.Answers {
			switch {
			case a.Name == "":
				report(fmt.Sprintf("%s.answers[%d].name", place, k), "", "is missing")
			case f.answer(a.Name) != k:
				report(fmt.Sprintf("%s.answers[%d].name", place, k), a.Name, "is the name of two answers")
			}
		}
		f.Answers = slices.Clone(f.Answers)
		c.facts = append(c.facts, f)
		c.stride = append(c.stride, total)
		if total <= MaxCombinations {
			total *= max(1, len(f.Answers))
		}
	}
	if total > MaxCombinations {
		report("facts", "", fmt.Sprintf("have more than %d combinations of answers; ask for fewer facts, or tell fewer answers apart", MaxCombinations))
		return
	}
	c.first = make([]uint16, total)
}

// addRules checks the rules and resolves the names in them.
func (c *Classifier) addRules(rules []Rule, report func(place, value, why string)) {
	keys := map[string]bool{}
	for i, given := range rules {
		place := fmt.Sprintf("rules[%d]", i)
		r := rule{Rule: given, allowed: make([]uint64, len(c.facts))}
		switch {
		case r.Key == "":
			report(place+".key", "", "is missing")
		case keys[r.Key]:
			report(place+".key", r.Key, "is the key of two rules")
		}
		keys[r.Key] = true
		if r.Clause == "" {
			report(place+".clause", "", "is missing; every rule cites the clause that says so")
		}
		if r.Reason == "" {
			report(place+".reason", "", "is missing; every rule says why in words")
		}
		if r.Level != "" {
			var err error
			if r.level, err = c.scale.Parse(r.Level); err != nil {
				report(place+".level", r.Level, "is not a level; write "+list(c.scale.Names()))
			}
			if len(r.Between) > 0 {
				report(place+".between", "", "is for rules without a level")
			}
		}
		for k, name := range r.Between {
			l, err := c.scale.Parse(name)
			if err != nil {
				report(fmt.Sprintf("%s.between[%d]", place, k), name, "is not a level; write "+list(c.scale.Names()))
			} else if k > 0 && len(r.between) == k && !r.between[k-1].GraverThan(l) {
				report(fmt.Sprintf("%s.between[%d]", place, k), name, "is not less grave than the one before it")
			}
			r.between = append(r.between, l)
		}
		if len(r.Between) == 1 {
			report(place+".between", r.Between[0], "is one level only; name it as the level")
		}
		for k, when := range r.When {
			r.add(c, when, func(field, value, why string) { report(fmt.Sprintf("%s.when[%d]%s", place, k, field), value, why) })
		}
		if r.contradicts() && len(r.When) < 2 {
			report(place+".when", "", "must have two facts or more, which contradict each other")
		}
		slices.Sort(r.asks)
		c.rules = append(c.rules, r)
	}
}

// add adds a condition to r.
func (r *rule) add(c *Classifier, when Condition, report func(field, value, why string)) {
	f := c.fact(when.Fact)
	switch {
	case f < 0:
		report(".fact", when.Fact, "is not a fact; write "+list(c.names()))
		return
	case slices.Contains(r.asks, f):
		report(".fact", when.Fact, "has two conditions; write all its answers in one")
		return
	case len(when.Is) == 0:
		report(".is", "", "is missing; write one answer or more")
	}
	r.asks = append(r.asks, f)
	for k, name := range when.Is {
		a := c.facts[f].answer(name)
		if a < 0 {
			report(fmt.Sprintf(".is[%d]", k), name, "is not an answer; write "+list(c.facts[f].names()))
			continue
		}
		r.allowed[f] |= 1 << a
	}
}

// decide finds the rule for each combination of answers, and what the rules as a
// whole leave out.
func (c *Classifier) decide(report func(place, value, why string)) {
	used := make([]bool, len(c.rules))
	for n := range c.first {
		i := slices.IndexFunc(c.rules, func(r rule) bool { return r.holds(c, n) })
		if i < 0 {
			report("rules", "", strconv.Quote(c.write(n))+" is decided by no rule; add one, even if it only says what is left open")
			return // one is enough: the others are often its neighbours
		}
		c.first[n], used[i] = uint16(i), true
	}
	for i, r := range c.rules {
		if !used[i] {
			report(fmt.Sprintf("rules[%d]", i), r.Key, "never decides; the rules before it hold wherever it does")
		}
	}
	given := c.given()
	for f := range c.facts {
		for a, answer := range c.facts[f].Answers {
			given[f] = a
			if len(c.open(given)) == 0 {
				report(fmt.Sprintf("facts[%d].answers[%d]", f, a), answer.Name, "contradicts whatever else is answered; leave it out")
			}
		}
		given[f] = -1
		if !c.matters(f, given) {
			report(fmt.Sprintf("facts[%d]", f), c.facts[f].Name, "never changes the level; leave it out")
		}
	}
}

// write writes a combination of answers.
func (c *Classifier) write(n int) string {
	parts := make([]string, len(c.facts))
	for f, fact := range c.facts {
		parts[f] = fact.Name + " " + fact.Answers[c.answer(n, f)].Name
	}
	return strings.Join(parts, ", ")
}
