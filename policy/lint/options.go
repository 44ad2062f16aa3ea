package lint

import (
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// Options say what an agreement is looked at with. The zero Options know no date
// and no customers.
type Options struct {
	// On is the date on which holidays must be known for twelve months to come. The
	// zero Date leaves that check out: nothing here reads a clock.
	On calendar.Date
	// Attributes has values that customers have, by the name of a text, zone or
	// region that can be anything. Without them representatives are tried: for a
	// zone its default, or UTC, and America/New_York, for a region NONE.
	Attributes map[string][]string
}

// check says which attributes are none that could be given.
func (o *Options) check(d *document.Document) error {
	for _, name := range sortedKeys(o.Attributes) {
		i := slices.IndexFunc(d.Attributes, func(a document.Attribute) bool { return a.Name == name && plainType(a.Type) })
		if i < 0 {
			var names []string
			for _, a := range d.Attributes {
				if plainType(a.Type) {
					names = append(names, a.Name)
				}
			}
			return &policy.PlaceError{Kind: policy.ErrCustomer, Place: "attributes", Value: name, Why: "is not a text, zone or region of this agreement; it has " + either(names)}
		}
	}
	return nil
}

// firstDay is the day from which tickets are tried where nothing names another: a
// Thursday, at the beginning of a year for which all regions know their holidays.
const firstDay = "2026-01-01T00:00:00Z"

// start returns the instant from which tickets are tried: the date that is asked
// for, or the beginning of the version.
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

// either lists names as alternatives.
func either(names []string) string {
	const most = 12
	switch {
	case len(names) == 0:
		return "none"
	case len(names) > most:
		return strings.Join(names[:most], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}
