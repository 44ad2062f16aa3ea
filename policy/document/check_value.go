package document

import (
	"fmt"
	"slices"
)

// A valueKind is what a [Value] must be: the type of an attribute, and the test that its
// texts must pass.
type valueKind struct {
	of   string
	flaw func(text string) string
}

// attribute says which type an attribute must have to serve as such a value.
func (k valueKind) attribute() string {
	if k.of == TypeText {
		return "of the type text, with values"
	}
	return "of the type " + k.of + ", or of the type text with values"
}

// ways returns in how many ways a value says what it is.
func (v *Value) ways() (n int) {
	for _, set := range []bool{v.Text != "", v.Attribute != "", v.Reading != "", v.Choose != nil} {
		if set {
			n++
		}
	}
	return n
}

// value checks a value.
func (c *versionChecker) value(place string, v *Value, kind valueKind) {
	switch {
	case v == nil:
	case v.ways() > 1: // of which only one would be written
		c.wrong(place, "", "must have exactly one of Text, Attribute, Reading and Choose")
	case v.Key != "" && v.Attribute == "":
		c.wrong(place, "", "has Key without Attribute; write both, or none")
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
		r := c.doc.reading(v.Reading)
		if r == nil {
			c.wrong(place+".reading", v.Reading, "is not a reading"+choose(c.doc.readingNames()))
			return
		}
		c.touches(v.Reading, place+".reading")
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
	a := c.doc.attribute(v.Attribute)
	switch {
	case a == nil:
		c.wrong(place+".attribute", v.Attribute, "is not an attribute"+choose(c.doc.attributeNames()))
	case v.Key != "" && a.Type != TypeRegions:
		c.wrong(place+".key", v.Key, "is for an attribute of the type regions")
	case v.Key != "" && a.Values != nil && !slices.Contains(a.Values, v.Key):
		c.wrong(place+".key", v.Key, "is not a name of it"+choose(a.Values))
	case v.Key != "" && kind.of != TypeRegion, v.Key == "" && (a.keyed() || a.Type == TypeList):
		c.wrong(place+".attribute", v.Attribute, "is of the type "+a.Type+"; write one "+kind.attribute())
	case v.Key != "" || a.Type == kind.of && kind.of != TypeText: // its values have been checked already
	case a.Values != nil:
		c.flaws(place, "the attribute", a.Values, kind)
	default:
		c.wrong(place+".attribute", v.Attribute, "can be any "+a.Type+"; write one "+kind.attribute())
	}
}

// flaws checks the texts that a value can have.
func (c *versionChecker) flaws(place, what string, texts []string, kind valueKind) {
	for _, text := range texts {
		if why := kind.flaw(text); why != "" {
			c.wrong(place, text, "is a value of "+what+" and "+why)
			return
		}
	}
}
