package document

import "github.com/slaclock/slaclock/policy"

// A Coverage says what the agreement covers; see [policy.NewCoverage]. It depends only on the
// facts of a request, not on attributes or readings. The zero Coverage has no rules, which is
// a mistake.
type Coverage struct {
	Rules  []CoverageRule `json:"rules" need:"yes" doc:"what each fact does to coverage; the reasons of a decision are in this order"`
	Limits []FactLimit    `json:"limits" doc:"facts that require or exclude others"`
}

// A CoverageRule says what one fact does to coverage; see [policy.CoverageRule]. The
// zero CoverageRule names no fact, which is a mistake.
type CoverageRule struct {
	Fact     string   `json:"fact" need:"yes" doc:"the name of the fact, in small letters with underscores; a fact that is not given is false"`
	Required bool     `json:"required" doc:"the rule is a condition, which applies unless the fact is true; otherwise it is an exclusion, which applies if the fact is true"`
	Unless   []string `json:"unless" doc:"facts that lift the rule; one that is true is enough"`
	Outcome  string   `json:"outcome" need:"yes" enum:"covered|chargeable|suspended|not_covered" doc:"what the rule makes of the request; if several rules apply, the last of this list decides: covered, a duty without consequence; chargeable; suspended until the customer has done it; not_covered"`
	Clause   string   `json:"clause" need:"yes" doc:"the clause that says so"`
	Section  string   `json:"section" need:"yes" doc:"the section of the text"`
	Rule     string   `json:"rule" need:"yes" doc:"the rule, in words"`
}

// A FactLimit names facts that contradict each other; see [policy.FactLimit]. The zero
// FactLimit names no fact, which is a mistake.
type FactLimit struct {
	Fact  string   `json:"fact" need:"yes" doc:"the fact that is limited"`
	Needs []string `json:"needs" doc:"facts that must be true if it is true"`
	Bars  []string `json:"bars" doc:"facts that cannot be true if it is true"`
}

// CoveragePolicy makes the version's coverage. The error is a [policy.ErrCoverage]: either
// the mistakes, with their places within the coverage, or that the version has no coverage.
func (v *Version) CoveragePolicy() (*policy.Coverage, error) {
	if v == nil || v.Coverage == nil {
		return nil, &policy.PlaceError{Kind: policy.ErrCoverage, Place: "coverage", Why: "is missing; the document does not say what is covered"}
	}
	rules := make([]policy.CoverageRule, len(v.Coverage.Rules))
	for i, r := range v.Coverage.Rules {
		outcome, _ := policy.ParseOutcome(r.Outcome) // NewCoverage refuses an invalid outcome
		rules[i] = policy.CoverageRule{Fact: r.Fact, Required: r.Required, Unless: r.Unless, Outcome: outcome, Clause: r.Clause, Section: r.Section, Rule: r.Rule}
	}
	limits := make([]policy.FactLimit, len(v.Coverage.Limits))
	for i, l := range v.Coverage.Limits {
		limits[i] = policy.FactLimit(l)
	}
	return policy.NewCoverage(rules, limits)
}

// ticketless reports whether a document may be without levels because it promises nothing for
// tickets: it says what is covered, or how long releases are supported, and nothing else.
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

// coverage checks the rules of coverage.
func (c *versionChecker) coverage() {
	if c.v.Coverage != nil {
		_, err := c.v.CoveragePolicy()
		c.placed(c.at+"coverage", err)
	}
}
