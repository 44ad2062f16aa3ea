package document

import "github.com/slaclock/slaclock/policy"

// A Coverage says what the agreement covers; see [policy.NewCoverage]. It depends on facts
// of a request alone, not on attributes or readings. The zero Coverage has no rules, which
// is a mistake.
type Coverage struct {
	Rules  []CoverageRule `json:"rules" need:"yes" doc:"what each fact does to coverage; a decision's reasons stand in this order"`
	Limits []FactLimit    `json:"limits" doc:"facts that cannot be true without others, or beside them"`
}

// A CoverageRule says what one fact does to coverage; see [policy.CoverageRule]. The
// zero CoverageRule names no fact, which is a mistake.
type CoverageRule struct {
	Fact     string   `json:"fact" need:"yes" doc:"what is asked for, in small letters with underscores; a fact that is not given is false"`
	Required bool     `json:"required" doc:"a condition, which speaks against the request unless the fact is true; otherwise an exclusion, which does if it is true"`
	Unless   []string `json:"unless" doc:"facts of which any one that is true takes the rule back"`
	Outcome  string   `json:"outcome" need:"yes" enum:"covered|chargeable|suspended|not_covered" doc:"what the rule makes of the request; of several the last in this list decides: covered, a duty without consequence; chargeable; suspended until the customer has done it; not_covered"`
	Clause   string   `json:"clause" need:"yes" doc:"the clause that says so"`
	Section  string   `json:"section" need:"yes" doc:"where the text has it"`
	Rule     string   `json:"rule" need:"yes" doc:"the rule, in words"`
}

// A FactLimit names facts that contradict each other; see [policy.FactLimit]. The zero
// FactLimit names no fact, which is a mistake.
type FactLimit struct {
	Fact  string   `json:"fact" need:"yes" doc:"a fact; if it is true"`
	Needs []string `json:"needs" doc:"these must be true"`
	Bars  []string `json:"bars" doc:"none of these can be true"`
}

// CoveragePolicy makes what the version covers. The error is a [policy.ErrCoverage]: of
// what is wrong, with its place within the coverage, or that the version has none.
func (v *Version) CoveragePolicy() (*policy.Coverage, error) {
	if v == nil || v.Coverage == nil {
		return nil, &policy.PlaceError{Kind: policy.ErrCoverage, Place: "coverage", Why: "is missing; the document does not say what is covered"}
	}
	rules := make([]policy.CoverageRule, len(v.Coverage.Rules))
	for i, r := range v.Coverage.Rules {
		outcome, _ := policy.ParseOutcome(r.Outcome) // what is none NewCoverage refuses
		rules[i] = policy.CoverageRule{Fact: r.Fact, Required: r.Required, Unless: r.Unless, Outcome: outcome, Clause: r.Clause, Section: r.Section, Rule: r.Rule}
	}
	limits := make([]policy.FactLimit, len(v.Coverage.Limits))
	for i, l := range v.Coverage.Limits {
		limits[i] = policy.FactLimit(l)
	}
	return policy.NewCoverage(rules, limits)
}

// ticketless reports whether a document may be without levels, since it promises
// nothing for tickets: it says what is covered, or what is said of releases, and else
// nothing.
func (d *Document) ticketless() bool {
	list, _ := d.list()
	covered := 0
	for _, v := range list {
		if v.Coverage != nil {
			covered++
		}
		for _, name := range v.says() {
			if name != "coverage" && name != "from" {
				return false
			}
		}
	}
	return len(d.Refuse) == 0 && (covered == len(list) || len(d.Versions) == 0 && d.From == "" && d.Releases != nil)
}

// coverage checks what is covered.
func (c *versionChecker) coverage() {
	if c.v.Coverage != nil {
		_, err := c.v.CoveragePolicy()
		c.placed(c.at+"coverage", err)
	}
}
