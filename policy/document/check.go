package document

import (
	"fmt"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/severity"
)

// Check reports what is wrong with a document, as far as that can be known without a ticket:
// names that stand for nothing or for two things, invalid values, contradicting rows for one
// question, calendars that are made of themselves. The error is an [*Error] that lists all
// mistakes with their places. It has no lines and columns: those belong to a text, so only
// [Decode] reports them.
//
// To find contradicting rows, Check goes through the combinations of values that matter, up
// to [MaxCombinations] in all; a contradiction beyond that appears when a policy is made for
// a ticket. A nil Document is a single mistake, without a place.
func (d *Document) Check() error {
	if d == nil {
		return isNil()
	}
	w := writer{}
	w.value(elementOf(d))
	if e := w.found(); e != nil {
		return e
	}
	r := reader{Reader: strictjson.NewReader(w.b)}
	r.value(elementOf(new(Document)), &field{})
	if err := r.End(); err != nil {
		e := textError(err)
		for i := range e.Mistakes {
			e.Mistakes[i].Line, e.Mistakes[i].Column = 0, 0
		}
		return e
	}
	if e := d.check(); e != nil {
		return e
	}
	return nil
}

// check is Check for a document whose parts are well formed. It returns nil if nothing is
// wrong.
func (d *Document) check() *Error {
	c := &checker{doc: d, budget: MaxCombinations, touching: map[string]string{}}
	c.attributes()
	c.readings()
	list, places := d.list()
	c.inline()
	for i, v := range list {
		c.version(v, places[i])
	}
	for i, r := range d.Refuse {
		if len(r.When) == 0 {
			c.wrong(fmt.Sprintf("refuse[%d].when", i), "", "is empty, so that every ticket would be refused; write the attributes and readings of those that are")
		}
		before := len(c.mistakes)
		for _, v := range c.versions {
			if v.scale != nil && len(c.mistakes) == before { // else the other versions would report the same
				c.when(fmt.Sprintf("refuse[%d].when", i), r.When, v.scale, nil)
			}
		}
	}
	if d.Releases != nil {
		c.releases(d.Releases)
	}
	c.silent()
	if len(c.mistakes) == 0 {
		c.try()
	}
	return c.found()
}

// A checker collects the mistakes of a document.
type checker struct {
	doc *Document
	mistakeList
	budget   int // how many more rows may be examined for contradictions
	versions []*versionChecker
	touching map[string]string // by reading: the first place where it affects a ticket
}

// A versionChecker checks one version.
type versionChecker struct {
	*checker
	v         *Version
	at        string          // its place: "" or "versions[1]."
	scale     *severity.Scale // nil if it cannot be made
	calendars map[string]bool
}

// unique reports each text that stands twice in a list.
func (c *checker) unique(place string, list []string) {
	seen := map[string]bool{}
	for i, text := range list {
		if seen[text] {
			c.wrong(fmt.Sprintf("%s[%d]", place, i), text, "stands there twice")
		}
		seen[text] = true
	}
}

// choose returns the advice to use one of the names instead.
func choose(names []string) string {
	if len(names) == 0 {
		return "; there is none"
	}
	return "; write " + either(names)
}

// either lists names as alternatives; "none" if there are none.
func either(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return enum.Some(names, 20)
}

func (c *checker) attributes() {
	names := map[string]int{}
	for i := range c.doc.Attributes {
		a := &c.doc.Attributes[i]
		place := fmt.Sprintf("attributes[%d]", i)
		if _, twice := names[a.Name]; twice {
			c.wrong(place+".name", a.Name, "is the name of two attributes")
		}
		names[a.Name] = i
		if types := customerTypes(a.Name); types != nil && !slices.Contains(types, a.Type) {
			c.wrong(place+".type", a.Type, "cannot be: a customer has this field as "+strings.Join(types, " or "))
		}
		c.unique(place+".values", a.Values)
		plain := a.Type == TypeText || a.Type == TypeZone || a.Type == TypeRegion
		if a.Default != "" {
			switch why := a.textFlaw(a.Default); {
			case !plain:
				c.wrong(place+".default", a.Default, "is for a text, zone or region only")
			case a.Required:
				c.wrong(place+".default", a.Default, "is never used; the attribute is required")
			case why != "":
				c.wrong(place+".default", a.Default, why)
			}
		}
		switch a.Type {
		case TypeMeasures, TypeDays:
			if a.Values != nil {
				c.wrong(place+".values", "", "are not for what is by level; its names are the levels")
			}
		case TypeZone, TypeRegion:
			for k, value := range a.Values {
				if why := (&Attribute{Type: a.Type}).textFlaw(value); why != "" {
					c.wrong(fmt.Sprintf("%s.values[%d]", place, k), value, why)
				}
			}
		}
	}
	for i := range c.doc.Attributes {
		for _, a := range c.doc.Attributes {
			if name := c.doc.Attributes[i].Name; a.keyed() && strings.HasPrefix(name, a.Name+".") {
				c.wrong(fmt.Sprintf("attributes[%d].name", i), name, "is also how tickets write a value of "+a.Name)
				break
			}
		}
		if i >= MaxValues {
			c.wrong("attributes", "", fmt.Sprintf("are %d; a document has at most %d", len(c.doc.Attributes), MaxValues))
			break
		}
	}
}

// inline checks that a document has one version or several.
func (c *checker) inline() {
	if len(c.doc.Versions) == 0 {
		return
	}
	for _, name := range c.doc.says() {
		c.wrong(name, "", "stands beside versions; write it in each of them")
	}
	if len(c.doc.Versions) > MaxVersions {
		c.wrong("versions", "", fmt.Sprintf("are %d; a document has at most %d", len(c.doc.Versions), MaxVersions))
	}
	for i := range c.doc.Versions {
		for k := range c.doc.Versions[:i] {
			if from := c.doc.Versions[i].from(); from.Equal(c.doc.Versions[k].from()) {
				why := fmt.Sprintf("is the beginning of versions[%d] too", k)
				if c.doc.Versions[i].From == "" {
					why = fmt.Sprintf("is missing; versions[%d] has no beginning either, and one alone can be without", k)
				}
				c.wrong(fmt.Sprintf("versions[%d].from", i), string(c.doc.Versions[i].From), why)
				break
			}
		}
	}
}

// says returns the names of the version's fields that are set.
func (v *Version) says() (names []string) {
	all := elementOf(v)
	for _, f := range fieldsOf(all.Type()) {
		if !isZero(all.FieldByIndex(f.index)) {
			names = append(names, f.name)
		}
	}
	return names
}
