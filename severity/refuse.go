package severity

import (
	"slices"
	"strings"
)

// missing returns the error that names the missing facts that would change the level.
func (c *Classifier) missing(given []int) *FactsError {
	e := &FactsError{Kind: ErrMissing, Agreement: c.scale.Name(), Given: c.answers(given)}
	for f, a := range given {
		if a < 0 && c.matters(f, given) {
			e.Valid = append(e.Valid, c.narrowed(f, given))
		}
	}
	if len(e.Valid) == 0 {
		// Where contradictions lie between the levels, only several facts
		// together tell them apart.
		for f, a := range given {
			if a < 0 {
				e.Valid = append(e.Valid, c.narrowed(f, given))
			}
		}
	}
	for _, i := range c.open(given) {
		r := &c.rules[i]
		e.add(r.between...)
		if !r.level.IsZero() {
			e.add(r.level)
		}
	}
	return e
}

// contradiction returns the error for answers that contradict each other, whatever the
// missing answers are. If these decide which contradiction it is, the error has all of
// them.
func (c *Classifier) contradiction(given []int) error {
	var found []int // the rules that find one
	for n := range c.first {
		if i := int(c.first[n]); c.agrees(n, given) && !slices.Contains(found, i) {
			found = append(found, i)
		}
	}
	if len(found) == 0 { // the zero Classifier
		return &PlaceError{ErrClassifier, "classifier", "", "has no rules; make it with NewClassifier"}
	}
	slices.Sort(found)
	first := &c.rules[found[0]]
	e := &FactsError{Kind: ErrContradiction, Agreement: c.scale.Name(), Given: Facts{}, Rule: first.Key, Clause: first.Clause}
	var asks []int
	var reasons []string
	for _, i := range found {
		asks = append(asks, c.rules[i].asks...)
		reasons = append(reasons, c.rules[i].Reason)
	}
	e.Reason = strings.Join(reasons, ", and ")
	slices.Sort(asks)
	for _, f := range slices.Compact(asks) {
		if given[f] < 0 {
			continue
		}
		e.Given[c.facts[f].Name] = c.facts[f].Answers[given[f]].Name
		other := slices.Clone(given)
		other[f] = -1
		e.Valid = append(e.Valid, c.narrowed(f, other))
	}
	return e
}

// unsettled returns the error for facts about which the text does not say enough.
func (c *Classifier) unsettled(given []int, r *rule) *FactsError {
	return &FactsError{
		Kind: ErrUnsettled, Agreement: c.scale.Name(), Given: c.answers(given), Levels: slices.Clone(r.between),
		Rule: r.Key, Clause: r.Clause, Reason: r.Reason,
	}
}

// narrowed returns a fact with the answers that contradict nothing given.
func (c *Classifier) narrowed(fact int, given []int) Fact {
	f := c.facts[fact]
	valid := make([]bool, len(f.Answers))
	for n := range c.first {
		if c.agrees(n, given) && !c.rules[c.first[n]].contradicts() {
			valid[c.answer(n, fact)] = true
		}
	}
	all := f.Answers
	f.Answers = nil
	for a, ok := range valid {
		if ok {
			f.Answers = append(f.Answers, all[a])
		}
	}
	return f
}

// answers returns the given answers as Facts.
func (c *Classifier) answers(given []int) Facts {
	facts := Facts{}
	for f, a := range given {
		if a >= 0 {
			facts[c.facts[f].Name] = c.facts[f].Answers[a].Name
		}
	}
	return facts
}

// add puts levels among those that are possible, each once, the gravest first.
func (e *FactsError) add(levels ...Level) {
	for _, l := range levels {
		if !slices.Contains(e.Levels, l) {
			e.Levels = append(e.Levels, l)
		}
	}
	slices.SortFunc(e.Levels, func(a, b Level) int { return a.Rank() - b.Rank() })
}
