package ispsystem

import (
	"slices"
	"strings"

	"github.com/slaclock/slaclock/severity"
)

// A Scenario is an entry of the catalogue of 2.6 (ISP-7): what goes wrong, with which
// product, and how critical that is. The zero Scenario stands for no scenario.
type Scenario struct {
	Product     string // one of the products; "" for a general description, which holds for all products
	Key         string // short and stable: "nodes_lost"; see [Classify]
	Criticality string // Emergency, High, Medium or Low
	Text        string // what goes wrong, paraphrased
}

// Scenarios returns the catalogue in the order of the text: by criticality, the gravest
// first, and within each the general descriptions before those of the products. The text has
// no scenarios for DNSmanager alone.
func Scenarios() []Scenario { return slices.Clone(catalogue) }

// ScenariosOf returns the entries for a product, the general ones included, in the order of
// the catalogue. The error is a [severity.ErrFact] if there is no such product.
func ScenariosOf(product string) ([]Scenario, error) {
	if !slices.Contains(products, product) {
		return nil, noAnswer("product", product, products)
	}
	return slices.DeleteFunc(Scenarios(), func(s Scenario) bool { return s.Product != "" && s.Product != product }), nil
}

// Classify returns the criticality of a scenario of a product, with the reason and clause
// (ISP-7). A scenario is named by its key. If the text lists a scenario under two degrees,
// the key alone is a [severity.ErrUnsettled], and the degree must be added:
// "accounting_documents/High". Other scenarios can be named that way too. If the product or
// scenario does not exist, the error is a [severity.ErrFact]. The level is one of the scale
// on, such as that of a policy; nil means the agreement's own scale.
func Classify(on *severity.Scale, product, scenario string) (severity.Classification, error) {
	on, err := on.Or(scale)
	if err != nil {
		return severity.Classification{}, err
	}
	known, err := ScenariosOf(product)
	if err != nil {
		return severity.Classification{}, err
	}
	key, degree, named := strings.Cut(scenario, "/")
	var found []Scenario
	for _, s := range known {
		if s.Key == key && (!named || s.Criticality == degree) {
			found = append(found, s)
		}
	}
	switch len(found) {
	case 0:
		return severity.Classification{}, noAnswer("scenario", scenario, writings(known))
	case 1:
		return classified(on, product, found[0])
	}
	return severity.Classification{}, twoDegrees(on, product, found)
}

// classified returns the answer for one entry.
func classified(on *severity.Scale, product string, s Scenario) (severity.Classification, error) {
	level, err := on.Parse(s.Criticality)
	if err != nil {
		return severity.Classification{}, err
	}
	where := "every product"
	if s.Product != "" {
		where = product
	}
	return severity.Classification{Level: level, Rule: s.Key, Clause: "ISP-7", Reason: s.Text + ", which the catalogue lists for " + where}, nil
}

// twoDegrees returns the error for a key that the text lists more than once.
func twoDegrees(on *severity.Scale, product string, found []Scenario) error {
	e := &severity.FactsError{
		Kind: severity.ErrUnsettled, Agreement: Name, Given: severity.Facts{"product": product, "scenario": found[0].Key},
		Rule: found[0].Key, Clause: "ISP-7",
	}
	for _, s := range found {
		level, err := on.Parse(s.Criticality)
		if err != nil {
			return err
		}
		e.Levels = append(e.Levels, level)
	}
	e.Reason = "the text lists it under each of them; write " + strings.Join(writings(found), " or ")
	return e
}

// noAnswer returns the error for a product or scenario that does not exist.
func noAnswer(fact, answer string, known []string) error {
	f := severity.Fact{Name: fact}
	for _, name := range known {
		f.Answers = append(f.Answers, severity.Answer{Name: name})
	}
	return &severity.FactsError{Kind: severity.ErrFact, Agreement: Name, Fact: fact, Answer: answer, Answered: true, Valid: []severity.Fact{f}}
}

// writings returns unambiguous names of scenarios: their keys, with the degree added where
// two share a key.
func writings(scenarios []Scenario) []string {
	all := make([]string, len(scenarios))
	for i, s := range scenarios {
		all[i] = s.Key
		for k, other := range scenarios {
			if k != i && other.Key == s.Key {
				all[i] = s.Key + "/" + s.Criticality
			}
		}
	}
	return all
}

// Lowering returns what an accepted workaround does to a degree: by itself, nothing. The
// general descriptions of High and Medium mention a workaround, but no clause lowers a
// degree; the contractor may (ISP-4). A nil scale means the agreement's own.
func Lowering(on *severity.Scale) (severity.Lowering, error) {
	on, err := on.Or(scale)
	if err != nil {
		return severity.Lowering{}, err
	}
	return severity.NewLowering(on, severity.LoweringConfig{
		Kind:   severity.NoLowering,
		Reason: "no clause lowers a degree of criticality; the contractor may change it",
	})
}

// Authority returns who may set a criticality: the user with the ticket, the
// contractor later (ISP-4).
func Authority() severity.Authority {
	return severity.Authority{
		Report: severity.Setter{By: []severity.Party{severity.Customer}, Clause: "ISP-4", Reason: "the user sets the criticality with the ticket"},
		Change: severity.Setter{By: []severity.Party{severity.Supplier}, Clause: "ISP-4", Reason: "the contractor may change the criticality after looking into the ticket"},
	}
}
