package policy

import "cmp"

// A CoverageTable holds rules of a [Coverage] that have much in common, such as the
// conditions of a clause or its exclusions. A rule takes from the table what it leaves
// empty itself. The zero CoverageTable has no rules.
type CoverageTable struct {
	Clause   string         // of the rules that name none
	Section  string         // likewise
	Outcome  Outcome        // likewise
	Required bool           // all of them are conditions; otherwise only those that say so
	Rules    []CoverageRule // in the order of a decision's reasons
}

// CoverageRules returns the rules of tables for [NewCoverage], one table after the other,
// each rule with what it takes from its table. What neither of them has stays empty, and
// NewCoverage refuses it. The caller may modify the returned slice, but not the lists
// within its rules.
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
