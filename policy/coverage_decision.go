package policy

import (
	"fmt"
	"slices"
)

// A Decision says whether an agreement covers something, and why. The zero Decision decides
// nothing: its Outcome is the zero Outcome.
type Decision struct {
	// Outcome is the highest of the reasons' outcomes, or Covered if there are no reasons.
	Outcome Outcome `json:"outcome"`
	// Reasons lists every reason that applies, in the order of the agreement's rules, not
	// only the one that prevails: a customer who puts one right learns at once what else is
	// in the way.
	Reasons []Reason `json:"reasons,omitempty"`
}

// A Reason is a rule that applies to the facts of a [Decision]. The zero Reason stands for
// no reason.
type Reason struct {
	// Outcome is what the rule alone makes of the request. Covered stands for a duty that
	// was missed, but to which the text attaches no consequence: it is worth telling, and
	// changes nothing.
	Outcome Outcome `json:"outcome"`
	Fact    string  `json:"fact"`    // the fact that the rule asks for: "training"
	Stated  bool    `json:"stated"`  // whether the fact was given; a required fact that was not given counts as false
	Clause  string  `json:"clause"`  // "PUR-8"
	Section string  `json:"section"` // where the text has it: "3.4"
	Rule    string  `json:"rule"`    // the rule, in our words
}

// String returns r as a line for people, such as
// "not_covered by PUR-8 (3.4): training is not part of the service [training]".
func (r Reason) String() string {
	fact := r.Fact
	if !r.Stated {
		fact += ", not stated"
	}
	return fmt.Sprintf("%v by %s (%s): %s [%s]", r.Outcome, r.Clause, r.Section, r.Rule, fact)
}

// With returns d with further reasons after its own, and the outcome that all of them make.
// It joins the decisions on several questions about one agreement: what was asked, for
// which product, in which state of payment. Without reasons it returns d. Neither d nor
// reasons is changed.
func (d Decision) With(reasons ...Reason) Decision {
	for _, r := range reasons {
		d.Outcome = max(d.Outcome, r.Outcome)
	}
	d.Reasons = slices.Concat(d.Reasons, reasons)
	return d
}
