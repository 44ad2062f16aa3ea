package document

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// list returns the versions of the document with their places, in its order.
func (d *Document) list() (all []*Version, places []string) {
	if len(d.Versions) == 0 {
		return []*Version{&d.Version}, []string{""}
	}
	for i := range d.Versions {
		all = append(all, &d.Versions[i])
		places = append(places, fmt.Sprintf("versions[%d].", i))
	}
	return all, places
}

// Choices returns the values of the document's readings: the ones in given, and the defaults
// for the rest. The error is a [policy.ErrReading], or an [ErrDocument] if the Document is
// nil.
func (d *Document) Choices(given map[string]string) (policy.Choices, error) {
	if d == nil {
		return nil, isNil()
	}
	return policy.Choose(d.policyReadings(), given)
}

// policyReadings returns the readings as [policy.Reading] values.
func (d *Document) policyReadings() []policy.Reading {
	all := make([]policy.Reading, len(d.Readings))
	for i, r := range d.Readings {
		all[i] = policy.Reading{Name: r.Name, Values: r.Values, Tickets: r.Tickets, Clause: r.Clause}
	}
	return all
}

// For makes all versions of the agreement for the tickets of a customer with the same
// attributes, under a choice of the readings. The document must be valid; see
// [Document.Check].
//
// The error is a [policy.ErrReading]; a [policy.ErrCustomer] if an attribute is missing,
// unknown or refused; an [ErrDocument] if the Document is nil; or a [policy.ErrAgreement].
// That last one is a [*ContradictionError] if two rows contradict each other for these
// attributes, a [*RowError] if another package finds a row invalid, or a [*policy.PlaceError]
// if there are too many metrics or if open tickets cannot move from one version to the next.
//
// Making versions and computing their first answer takes some hundred times as long as each
// later answer: make them once for each customer, attributes and choice of readings, and keep
// them. All policies of a Document that [Decode] has read have the same levels wherever the
// rows of the levels are the same, so an event made for one can be judged by another. A
// Document written in Go has new levels with each call; encode and decode it first to get the
// same ones.
func (d *Document) For(customer policy.Customer, attributes, readings map[string]string) (*policy.Versions, error) {
	choices, err := d.Choices(readings)
	if err != nil {
		return nil, err
	}
	list, places := d.list()
	if len(list[0].Levels) == 0 {
		return nil, &policy.PlaceError{Kind: policy.ErrAgreement, Place: places[0] + "levels", Why: "are missing; the document says nothing of tickets"}
	}
	versions := make([]policy.Version, len(list))
	scales := make([]*severity.Scale, len(list))
	for i, v := range list {
		versions[i].From = v.from()
		if scales[i], err = d.scaleOf(list[:i], scales, v, places[i]); err != nil {
			return nil, err
		}
		if versions[i].Policy, err = d.policy(v, places[i], scales[i], &customer, attributes, choices); err != nil {
			return nil, err
		}
	}
	made, err := policy.NewVersions(versions...)
	if err != nil || !d.moves() {
		return made, err
	}
	mode, err := severity.ParseMode(d.Open)
	if err == nil {
		made, err = made.Moving(mode)
	}
	if err != nil {
		return nil, d.cannotMove(err)
	}
	return made, nil
}

// cannotMove says why open tickets cannot move to the next version, with the places of the
// document and what would be valid.
func (d *Document) cannotMove(err error) error {
	var in *policy.VersionError
	if !errors.As(err, &in) {
		return &RowError{"open", err}
	}
	e := *in.Err
	i := slices.IndexFunc(d.Versions, func(v Version) bool { return v.from().Equal(in.From) })
	switch conditional := func(m Metric) bool { return m.When != nil }; {
	case e.Place == "scale":
		e.Place, e.Why = "levels", "are others than those of the version before; open tickets keep their levels, so write the same names and aliases"
	case e.Place == "regions":
		e.Place, e.Why = "ownership", "cannot change under an open ticket; leave it out of all versions"
	case slices.ContainsFunc(d.Versions[i].Metrics, conditional): // the ticket's metrics are not the rows
		e.Place, _, _ = strings.Cut(e.Place, "[")
	}
	e.Place = fmt.Sprintf("versions[%d].%s", i, e.Place)
	e.Why += `, or write "open": "keep"`
	return &e
}

// moves reports whether open tickets move to the next version.
func (d *Document) moves() bool { return d.Open != "" && d.Open != "keep" && len(d.Versions) > 1 }

// policy makes the policy of a version.
func (d *Document) policy(v *Version, place string, scale *severity.Scale, customer *policy.Customer, attributes map[string]string, choices policy.Choices) (*policy.Policy, error) {
	e, err := d.env(scale, customer, attributes, choices)
	if err != nil {
		return nil, err
	}
	a, err := d.agreement(v, place, scale, e, choices)
	if err != nil {
		return nil, err
	}
	p, err := policy.New(a)
	if err != nil {
		var found []error
		for _, one := range each(err) {
			found = append(found, v.placed(place, &a, one))
		}
		return nil, errors.Join(found...)
	}
	return p, nil
}

// placed gives an error of package policy, about the agreement made from a version, its place
// in the document. If rows of metrics are conditional, a ticket's metrics are not the same
// list as the rows.
func (v *Version) placed(place string, a *policy.Agreement, err error) error {
	if e, ok := err.(*policy.PlaceError); ok {
		for i := range a.Metrics {
			if e.Place != fmt.Sprintf("metrics[%d]", i) {
				continue
			}
			row := slices.IndexFunc(v.Metrics, func(m Metric) bool { return m.Name == a.Metrics[i].Name })
			in := *e
			in.Place = fmt.Sprintf("%smetrics[%d]", place, row)
			return &in
		}
	}
	return &RowError{strings.TrimSuffix(place, "."), err}
}

// Policy makes the policy by which a ticket is judged: the version in force when it was
// reported. The error is that of [Document.For], a [policy.ErrTicket] if the ticket is nil or
// belongs to another agreement, or a [policy.ErrEvents] if it was reported before the first
// version.
//
// Making a policy and computing its first answer takes some hundred times as long as each
// later answer: make one for each customer, attributes and choice of readings, and keep it.
// If the document has several versions, keep the result of [Document.For] instead. What For
// says about levels applies here too.
func (d *Document) Policy(t *policy.Ticket) (*policy.Policy, error) {
	if d == nil {
		return nil, isNil()
	}
	if t == nil {
		return nil, &policy.PlaceError{Kind: policy.ErrTicket, Place: "ticket", Why: "is nil"}
	}
	if t.Agreement != d.Name {
		return nil, &policy.PlaceError{Kind: policy.ErrTicket, Place: "agreement", Value: t.Agreement, Why: "is not this agreement, " + d.Name}
	}
	list, places := d.list()
	i, ok := d.InForce(t)
	if !ok || d.moves() || len(list[0].Levels) == 0 {
		versions, err := d.For(t.Customer, t.Attributes, t.Readings)
		if err != nil {
			return nil, err
		}
		reported, ok := t.Reported()
		if !ok { // the ticket's answer says so
			reported.Time = list[len(list)-1].from()
		}
		return versions.InForce(reported.Time) // whose error says that it is before all of them
	}
	choices, err := d.Choices(t.Readings)
	if err != nil {
		return nil, err
	}
	scale, err := d.scale(list[i], places[i])
	if err != nil {
		return nil, err
	}
	return d.policy(list[i], places[i], scale, &t.Customer, t.Attributes, choices)
}

// InForce returns the index in Versions of the version in force when a ticket is reported,
// the version's first instant included. It is 0 for a document without Versions, which is a
// single version itself. It returns false if the ticket has no report or was reported before
// the first version, or if the ticket or the Document is nil.
func (d *Document) InForce(t *policy.Ticket) (i int, ok bool) {
	reported, ok := t.Reported()
	if !ok || d == nil {
		return 0, false
	}
	list, _ := d.list()
	i = -1
	var begun time.Time
	for k, v := range list {
		if from := v.from(); from.Compare(reported.Time) <= 0 && (i < 0 || begun.Before(from)) {
			i, begun = k, from
		}
	}
	return max(i, 0), i >= 0
}

// from returns the first instant of a version, or the zero time if it has no beginning.
func (v *Version) from() time.Time {
	at, err := calendar.ParseTime(string(v.From))
	if err != nil {
		return time.Time{}
	}
	return at
}

// Classifier makes the version's classifier on a scale, such as that of a policy made from
// the version. The error is a [severity.ErrClassifier]. A nil Version is treated as the zero
// Version.
func (v *Version) Classifier(on *severity.Scale) (*severity.Classifier, error) {
	cfg := severity.ClassifierConfig{Scale: on}
	if v != nil && v.Classification != nil {
		for _, f := range v.Classification.Facts {
			fact := severity.Fact{Name: f.Name, Asks: f.Asks}
			for _, a := range f.Answers {
				fact.Answers = append(fact.Answers, severity.Answer(a))
			}
			cfg.Facts = append(cfg.Facts, fact)
		}
		for _, r := range v.Classification.Rules {
			rule := severity.Rule{Key: r.Key, Level: r.Level, Between: r.Between, Clause: r.Clause, Reason: r.Reason}
			for _, c := range r.When {
				rule.When = append(rule.When, severity.Condition(c))
			}
			cfg.Rules = append(cfg.Rules, rule)
		}
	}
	return severity.NewClassifier(cfg)
}

// Setters returns who may set a severity under the version. If the version does not say, or
// is nil, it returns the zero Authority, which names nobody.
func (v *Version) Setters() severity.Authority {
	if v == nil || v.Authority == nil {
		return severity.Authority{}
	}
	return severity.Authority{Report: v.Authority.Report.setter(), Change: v.Authority.Change.setter()}
}

func (s *Setter) setter() (setter severity.Setter) {
	if s == nil {
		return setter
	}
	for _, name := range s.By {
		if p, err := severity.ParseParty(name); err == nil { // the document's check has refused others
			setter.By = append(setter.By, p)
		}
	}
	setter.Clause, setter.Reason = s.Clause, s.Reason
	return setter
}
