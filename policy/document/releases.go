package document

import "github.com/slaclock/slaclock/lifecycle"

// Releases is what an agreement says about releases of software; see [policy.ReleasePolicy].
// The zero Releases has no rules, which is a mistake.
type Releases struct {
	Ordered string           `json:"ordered" need:"yes" doc:"the clause that says how versions are told apart and ordered"`
	Scheme  lifecycle.Scheme `json:"scheme" doc:"which forms of version numbers there are besides dotted numbers"`
	Reading string           `json:"reading" doc:"the reading that affects releases and is named in their answers"`
	// LineField names the field by which releases fall into lines. Conditions of Rules can
	// name it, as well as readings.
	LineField string        `json:"line_field" doc:"the field that divides releases into lines, each with its own succession, such as product; conditions of rules can name it"`
	Lines     []string      `json:"lines" doc:"the possible names of a line; any if left out"`
	Fields    []string      `json:"fields" enum:"stable|end_of_maintenance|extension_through|sustained_months" doc:"further fields of a release"`
	Least     Least         `json:"least" doc:"the smallest values of those of these fields that are numbers"`
	Rules     []ReleaseRule `json:"rules" need:"yes" doc:"how long releases are supported; the most specific row that holds"`
}

// Least has the smallest values that the numeric fields of releases can have; see
// [policy.ReleasePolicy]. A value less than 1, as in the zero Least, means 1.
type Least struct {
	SustainedMonths int `json:"sustained_months" min:"1" max:"120000" doc:"the least of sustained_months; 1 if left out"`
}

// A ReleaseRule is a row of release rules. Its conditions are on readings and on the line
// field. The zero ReleaseRule always holds but has no rule, which is a mistake.
type ReleaseRule struct {
	When When           `json:"when" doc:"the readings and lines that it is for"`
	Rule lifecycle.Rule `json:"rule" need:"yes" doc:"how long releases are supported, and with which services"`
}
