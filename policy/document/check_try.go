package document

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/policy"
)

// releases checks the rules for releases.
func (c *checker) releases(r *Releases) {
	if r.Reading != "" && c.doc.reading(r.Reading) == nil {
		c.wrong("releases.reading", r.Reading, "is not a reading"+choose(c.doc.readingNames()))
	}
	if r.LineField != "" && c.doc.reading(r.LineField) != nil {
		c.wrong("releases.line_field", r.LineField, "is the name of a reading")
	}
	if taken := []string{"version", "released", "stable", policy.EndOfMaintenance, policy.ExtensionThrough, policy.SustainedMonths}; slices.Contains(taken, r.LineField) {
		c.wrong("releases.line_field", r.LineField, "is another field of releases")
	}
	if len(r.Lines) > 0 && r.LineField == "" {
		c.wrong("releases.lines", "", "need line_field, the field that names them")
	}
	c.unique("releases.lines", r.Lines)
	c.unique("releases.fields", r.Fields)
	if n := r.Least.SustainedMonths; n != 0 && !slices.Contains(r.Fields, policy.SustainedMonths) {
		c.wrong("releases.least.sustained_months", strconv.Itoa(n), "is of a field that releases do not have; name it in fields")
	}
	lines := map[string][]string{}
	if r.LineField != "" {
		lines[r.LineField] = nil
		if len(r.Lines) > 0 {
			lines[r.LineField] = r.Lines
		}
	}
	for i, rule := range r.Rules {
		c.when(fmt.Sprintf("releases.rules[%d].when", i), rule.When, nil, lines)
	}
	c.tell(r.candidates(), true, nil)
}

// maxTries is how many tickets are tried.
const maxTries = 12

// try makes the versions for sample tickets: a customer whose attributes each have their
// first possible value, under the default readings and then under each other value of one
// reading. Whatever package policy reports is a mistake of the document, unless it is a
// mistake of the ticket.
func (c *checker) try() {
	if len(c.versions) == 0 || c.versions[0].scale == nil {
		return
	}
	tries := []map[string]string{nil}
	for _, r := range c.doc.Readings {
		for _, value := range r.Values[1:] {
			tries = append(tries, map[string]string{r.Name: value})
		}
	}
	rows := 0
	for _, v := range c.versions {
		rows += len(v.v.Calendars) + len(v.v.Metrics) + len(v.v.Ladders)
		for i := range v.v.Metrics {
			rows += len(v.v.Metrics[i].Targets)
		}
	}
	attributes := c.sample()
	for _, readings := range tries[:min(len(tries), maxTries, 1+MaxRows/(rows+1))] {
		_, err := c.doc.For(policy.Customer{}, attributes, readings)
		if err == nil || errors.Is(err, policy.ErrCustomer) {
			continue
		}
		for _, one := range each(err) {
			var row *RowError
			var e *policy.PlaceError
			place, value, why := "", "", reason(one)
			if errors.As(one, &row) {
				place, why = row.Place, row.Why()
			} else if errors.As(one, &e) {
				place, value, why = e.Place, e.Value, e.Why
			}
			c.wrong(place, value, why)
		}
		return
	}
}

// sample returns attributes that a ticket could have. Lists, and codes by name, are left out
// unless they are required.
func (c *checker) sample() map[string]string {
	all := map[string]string{}
	for i := range c.doc.Attributes {
		a := &c.doc.Attributes[i]
		first := "x"
		if len(a.Values) > 0 {
			first = a.Values[0]
		}
		switch {
		case a.keyed() && a.Type != TypeRegions:
			for _, level := range c.versions[0].scale.Names() {
				all[a.Name+"."+level] = "1"
				if a.Type == TypeMeasures {
					all[a.Name+"."+level] = "1h"
				}
			}
		case (a.keyed() || a.Type == TypeList) && !a.Required:
		case a.keyed():
			all[a.Name+"."+first] = "NONE"
		case a.Type == TypeZone && a.Values == nil:
			all[a.Name] = "UTC"
		case a.Type == TypeRegion && a.Values == nil:
			all[a.Name] = "NONE"
		default:
			all[a.Name] = first
		}
	}
	return all
}
