package lint

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// Options say on which date and for which customers an agreement is examined. The zero
// Options have no date and no customers.
type Options struct {
	// On is the date from which holidays must be known for twelve months. The zero Date skips
	// that check: nothing here reads a clock.
	On calendar.Date
	// Attributes has, by the name of an attribute, values that customers have: for a text,
	// zone or region that can be anything. An attribute that lists its values needs none
	// here, since all of them are tried. For a zone, the values replace UTC and
	// America/New_York; for a region, they replace NONE. The default and the values that
	// conditions ask for are tried in any case, and so is, for a text, a value that nothing
	// asks for.
	Attributes map[string][]string
}

// check returns an error if a value of an attribute is invalid.
func (o *Options) check(d *document.Document) error {
	for _, name := range sortedKeys(o.Attributes) {
		i := slices.IndexFunc(d.Attributes, func(a document.Attribute) bool { return a.Name == name && anyText(&a) })
		if i < 0 {
			var names []string
			for k := range d.Attributes {
				if anyText(&d.Attributes[k]) {
					names = append(names, d.Attributes[k].Name)
				}
			}
			return &policy.PlaceError{Kind: policy.ErrCustomer, Place: "attributes", Value: name,
				Why: "is not a text, zone or region of this agreement that can be anything" + choose(names)}
		}
		values := o.Attributes[name]
		for k, value := range values {
			why := textFlaw(d.Attributes[i].Type, value)
			if slices.Contains(values[:k], value) {
				why = "is there twice"
			}
			if why != "" {
				return &policy.PlaceError{Kind: policy.ErrCustomer, Place: fmt.Sprintf("%s[%d]", strictjson.Inside("attributes", name), k), Value: value, Why: why}
			}
		}
		if len(values) == 0 {
			return &policy.PlaceError{Kind: policy.ErrCustomer, Place: strictjson.Inside("attributes", name), Why: "has no value; give one, or leave the attribute out"}
		}
	}
	return nil
}

// anyText reports whether an attribute is a text, zone or region that can be anything.
func anyText(a *document.Attribute) bool { return plainType(a.Type) && a.Values == nil }

// textFlaw says what is wrong with the value of a text, zone or region; it returns "" if
// nothing is.
func textFlaw(kind, value string) string {
	switch {
	case value == "":
		return "is empty; that it is not given is tried as it is"
	case kind == document.TypeZone:
		_, err := calendar.Zone(value)
		return calendar.WhyNot(err)
	case kind == document.TypeRegion:
		_, err := (calendar.Region{Code: value}).Reach()
		return calendar.WhyNot(err)
	}
	return ""
}

// firstDay is the day from which tickets are tried by default: a Thursday, at the beginning
// of a year for which the holidays of all regions are known.
const firstDay = "2026-01-01T00:00:00Z"

// start returns the instant from which tickets are tried: the date in the options, or the
// beginning of the version.
func (o *Options) start(from string) time.Time {
	if o.On != (calendar.Date{}) {
		return o.On.In(time.UTC)
	}
	at, err := calendar.ParseTime(from)
	if err != nil {
		at, _ = calendar.ParseTime(firstDay)
	}
	return at
}

// plainType reports whether an attribute's value is one text.
func plainType(name string) bool {
	return name == document.TypeText || name == document.TypeZone || name == document.TypeRegion
}

// most is how many names are listed.
const most = 12

// list lists names, at least one.
func list(names []string) string {
	if len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// choose returns the advice to write one of the names: "; write zone or country".
func choose(names []string) string {
	if len(names) == 0 {
		return "; it has none"
	}
	return "; write " + enum.Some(names, most)
}
