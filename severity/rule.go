package severity

// A Rule is one sentence of an agreement's definitions: under these conditions, the level
// is this one. A rule without a level says why there is none: with Between, the text
// leaves the choice between these levels open; without it, such facts contradict each
// other. The zero Rule is invalid: it says nothing, and [NewClassifier] refuses it.
type Rule struct {
	Key     string      // short and stable: "production_outage"
	When    []Condition // all must hold; empty for a rule that always holds
	Level   string      // the name of the level, or empty
	Between []string    // the names of two or more levels, the gravest first; only if Level is empty
	Clause  string      // the clause that says so: "POR-2"
	Reason  string      // why, in words
}

// A Condition holds if the answer to its fact is one of those that it lists. The zero
// Condition is invalid: it names no fact, and [NewClassifier] refuses it.
type Condition struct {
	Fact string
	Is   []string // at least one answer
}

// Is returns the condition that the answer to a fact is one of those given. A slice
// passed as answers... is not copied.
func Is(fact string, answers ...string) Condition { return Condition{Fact: fact, Is: answers} }

// contradicts reports whether r says that facts contradict each other.
func (r *Rule) contradicts() bool { return r.Level == "" && len(r.Between) == 0 }

// A rule is a Rule with what its names stand for.
type rule struct {
	Rule
	level   Level
	between []Level
	allowed []uint64 // by fact: a bit for each answer with which the rule holds
	asks    []int    // the facts of its conditions, in their order in the classifier
}

// holds reports whether all conditions hold for the answers of c's combination n.
func (r *rule) holds(c *Classifier, n int) bool {
	for _, f := range r.asks {
		if r.allowed[f]&(1<<c.answer(n, f)) == 0 {
			return false
		}
	}
	return true
}
