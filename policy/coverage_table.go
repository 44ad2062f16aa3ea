package policy

import "cmp"

// A CoverageTable is rules of a [Coverage] that have much in common, as the conditions of
// a clause do, or its exclusions. What a rule leaves empty it has from the table. The
// zero CoverageTable has no rules.
type CoverageTable struct {
	Clause   string         // of the rules that name none
	Section  string         // likewise
	Outcome  Outcome        // likewise
	Required bool           // all of them are conditions; else those are that say so
	Rules    []CoverageRule // in the order of a decision's reasons
}

// CoverageRules returns the rules of tables for [NewCoverage], one table after the other,
// each rule with all that it has from its table. What neither has is empty still, which
// NewCoverage refuses. The list is the caller's, but for the lists within its rules.
func CoverageRules(tables ...CoverageTable) []CoverageRule {
	var rules []CoverageRule
	for _, t := range tables {
		for _, r := range t.Rules {
			r.Clause, r.Section, r.Outcome = cmp.Or(r.Clause, t.Clause), cmp.Or(r.Section, t.Section), cmp.Or(r.Outcome, t.Outcome)
			r.Required = r.Required || t.Required
			rules = append(rules, r)
		}
	}
	return rules
}
