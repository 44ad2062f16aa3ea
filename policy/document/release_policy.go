package document

import (
	"fmt"

	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// ReleasePolicy makes the agreement's rules for releases. The document must be valid; see
// [Document.Check]. The error is a [policy.ErrAgreement] if the document says nothing about
// releases, or an [ErrDocument] if it is nil.
func (d *Document) ReleasePolicy() (*policy.ReleasePolicy, error) {
	if d == nil {
		return nil, isNil()
	}
	r := d.Releases
	if r == nil {
		return nil, &policy.PlaceError{Kind: policy.ErrAgreement, Place: "releases", Why: "are missing; the document says nothing of releases"}
	}
	p := &policy.ReleasePolicy{
		Agreement: d.Name, Scheme: r.Scheme, Ordered: r.Ordered, Readings: d.policyReadings(), Reading: r.Reading,
		LineField: r.LineField, Fields: r.Fields,
	}
	if len(r.Lines) > 0 {
		p.Lines = r.Lines
	}
	if n := r.Least.SustainedMonths; n != 0 {
		p.Least = map[string]int{policy.SustainedMonths: n}
	}
	p.Rule = func(line string, choices policy.Choices) lifecycle.Rule {
		e := &env{doc: d, texts: map[string]string{r.LineField: line}}
		for _, c := range choices {
			e.texts[c.Name] = c.Value
		}
		rows := r.candidates()
		// Check has verified that a rule holds, and that one of them is most specific.
		if i, err := e.best(rows, nil); err == nil && i >= 0 {
			return r.Rules[i].Rule
		}
		return lifecycle.Rule{}
	}
	return p, nil
}

// candidates returns the rules as rows for one question.
func (r *Releases) candidates() []candidate {
	rows := make([]candidate, len(r.Rules))
	for i := range r.Rules {
		rows[i] = candidate{place: fmt.Sprintf("releases.rules[%d]", i), when: r.Rules[i].When}
	}
	return rows
}
