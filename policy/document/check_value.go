package document

import (
	"fmt"
	"slices"
)

// A valueKind is what a [Value] must be: of a type of attributes, with texts that
// have no flaw.
type valueKind struct {
	of   string
	flaw func(text string) string
}

// value checks a value.
func (c *versionChecker) value(place string, v *Value, kind valueKind) {
	switch {
	case v == nil:
	case v.Choose != nil:
		rows := make([]candidate, len(v.Choose))
		for i := range v.Choose {
			at := fmt.Sprintf("%s.choose[%d]", place, i)
			rows[i] = candidate{place: at, when: v.Choose[i].When}
			c.when(at+".when", v.Choose[i].When, c.scale, nil)
			c.value(at+".value", &v.Choose[i].Value, kind)
		}
		c.contradictions(rows, true)
	case v.Reading != "":
		r := c.reading(v.Reading)
		if r == nil {
			c.wrong(place+".reading", v.Reading, "is not a reading of the document")
			return
		}
		c.flaws(place, "the reading", r.Values, kind)
	case v.Attribute != "":
		c.valueOfAttribute(place, v, kind)
	default:
		if why := kind.flaw(v.Text); why != "" {
			c.wrong(place, v.Text, why)
		}
	}
}

func (c *versionChecker) valueOfAttribute(place string, v *Value, kind valueKind) {
	a := c.attribute(v.Attribute)
	switch {
	case a == nil:
		c.wrong(place+".attribute", v.Attribute, "is not an attribute of the document")
	case v.Key != "" && a.Type != TypeRegions:
		c.wrong(place+".key", v.Key, "is for an attribute of the type regions")
	case v.Key != "" && a.Values != nil && !slices.Contains(a.Values, v.Key):
		c.wrong(place+".key", v.Key, "is not a name of it; write "+either(a.Values))
	case v.Key != "" && kind.of != TypeRegion, v.Key == "" && (a.keyed() || a.Type == TypeList):
		c.wrong(place+".attribute", v.Attribute, "is of the type "+a.Type+", which is not one "+kind.of)
	case v.Key != "" || a.Type == kind.of && a.Values == nil && kind.of != TypeText:
	case a.Values != nil:
		c.flaws(place, "the attribute", a.Values, kind)
	default:
		c.wrong(place+".attribute", v.Attribute, "can be any "+a.Type+"; declare it of the type "+kind.of+", or with values")
	}
}

// flaws checks the texts that a value can be.
func (c *versionChecker) flaws(place, what string, texts []string, kind valueKind) {
	for _, text := range texts {
		if why := kind.flaw(text); why != "" {
			c.wrong(place, text, "is a value of "+what+" and "+why)
			return
		}
	}
}
