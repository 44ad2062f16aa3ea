package document

import "github.com/slaclock/slaclock/lifecycle"

// Releases is what an agreement says of releases of software; see
// [policy.ReleasePolicy]. The zero Releases has no rules, which is a mistake.
type Releases struct {
	Ordered string           `json:"ordered" need:"yes" doc:"the clause that says how versions are told apart and ordered"`
	Scheme  lifecycle.Scheme `json:"scheme" doc:"how version numbers are written, besides dotted numbers"`
	Reading string           `json:"reading" doc:"the reading that touches releases, which their answers name"`
	// LineField names the field by which releases fall into lines. Conditions of
	// Rules can name it, beside readings.
	LineField string        `json:"line_field" doc:"the field by which releases fall into lines that count for one another, such as product; conditions of rules can name it"`
	Lines     []string      `json:"lines" doc:"the names that a line can have; any if left out"`
	Fields    []string      `json:"fields" enum:"stable|end_of_maintenance|extension_through|sustained_months" doc:"further fields that a release can have"`
	Least     Least         `json:"least" doc:"the least that those of these fields can be which are numbers"`
	Rules     []ReleaseRule `json:"rules" need:"yes" doc:"how long releases are supported; the most specific row that holds"`
}

// Least has the least that fields of releases can be which are numbers; see
// [policy.ReleasePolicy]. The zero Least has 1 of each, as has one of less than that.
type Least struct {
	SustainedMonths int `json:"sustained_months" min:"1" max:"120000" doc:"of sustained_months; 1 if left out"`
}

// A ReleaseRule is a row of release rules. Its conditions are on readings and on
// the line field. The zero ReleaseRule holds always and has no rule, which is a
// mistake.
type ReleaseRule struct {
	When When           `json:"when" doc:"for which readings and lines"`
	Rule lifecycle.Rule `json:"rule" need:"yes" doc:"how long releases are supported, and with what"`
}
