package document

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// An env is what is known of one ticket: the values of the document's attributes
// and readings.
type env struct {
	doc     *Document
	texts   map[string]string            // texts, zones, regions and readings; "" where not given
	lists   map[string][]string          // lists
	regions map[string]map[string]string // codes by name
	// measures are those by level; a level that is not given has none.
	measures map[string]map[string]policy.Measure
}

// customerTypes are the types of the attributes that a customer's fields can be.
func customerTypes(name string) []string {
	switch name {
	case "region", "country", "zone", "product", "tier":
		return []string{TypeText, TypeZone, TypeRegion}
	case "add_ons":
		return []string{TypeList}
	case "response_days":
		return []string{TypeDays, TypeMeasures}
	case "report_every":
		return []string{TypeMeasures}
	case "hub_holidays":
		return []string{TypeRegions}
	}
	return nil
}

// customerText returns a field of a customer that is a text.
func customerText(c *policy.Customer, name string) string {
	switch name {
	case "region":
		return c.Region
	case "country":
		return c.Country
	case "zone":
		return c.Zone
	case "product":
		return c.Product
	case "tier":
		return c.Tier
	}
	return ""
}

// customerKeyed returns a field of a customer that has values by level or name.
func customerKeyed(c *policy.Customer, name string) map[string]string {
	switch name {
	case "hub_holidays":
		return c.HubHolidays
	case "report_every":
		return c.ReportEvery
	case "response_days":
		texts := map[string]string{}
		for level, n := range c.ResponseDays {
			texts[level] = strconv.Itoa(n)
		}
		return texts
	}
	return nil
}

// placeOf names an attribute in an error about a ticket.
func placeOf(name string) string {
	if customerTypes(name) != nil {
		return "customer." + name
	}
	return "attributes[" + name + "]"
}

func lacks(place, value, why string) error {
	return &policy.PlaceError{Kind: policy.ErrCustomer, Place: place, Value: value, Why: why}
}

// env returns what is known of a ticket under one version, whose levels are those
// of scale.
func (d *Document) env(scale *severity.Scale, customer *policy.Customer, attributes map[string]string, choices policy.Choices) (*env, error) {
	e := &env{doc: d, texts: map[string]string{}, lists: map[string][]string{},
		regions: map[string]map[string]string{}, measures: map[string]map[string]policy.Measure{}}
	for _, c := range choices {
		e.texts[c.Name] = c.Value
	}
	if err := d.known(attributes); err != nil {
		return nil, err
	}
	for i := range d.Attributes {
		a := &d.Attributes[i]
		given, err := a.given(customer, attributes)
		if err == nil {
			err = e.set(a, given, scale)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, r := range d.Refuse {
		if e.holds(r.When, scale) {
			return nil, lacks(placeOf(slices.Sorted(maps.Keys(r.When))[0]), "", "is refused where "+r.When.String()+": "+r.Why)
		}
	}
	return e, nil
}

// known says which attribute of a ticket the document does not declare.
func (d *Document) known(attributes map[string]string) error {
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		if !slices.ContainsFunc(d.Attributes, func(a Attribute) bool {
			return a.Name == name && !a.keyed() || a.keyed() && strings.HasPrefix(name, a.Name+".")
		}) {
			names := make([]string, len(d.Attributes))
			for i, a := range d.Attributes {
				if names[i] = a.Name; a.keyed() {
					names[i] += ".…"
				}
			}
			return lacks("attributes", name, "is not an attribute of this agreement; it has "+either(names))
		}
	}
	return nil
}

// keyed reports whether an attribute has values by level or by name.
func (a *Attribute) keyed() bool {
	return a.Type == TypeMeasures || a.Type == TypeDays || a.Type == TypeRegions
}

// given returns what a ticket says of an attribute: the values by key, a list, or
// one text.
func (a *Attribute) given(customer *policy.Customer, attributes map[string]string) (given map[string]string, err error) {
	given = map[string]string{}
	switch {
	case a.keyed():
		for key, value := range customerKeyed(customer, a.Name) {
			given[key] = value
		}
		for name, value := range attributes {
			if key, ok := strings.CutPrefix(name, a.Name+"."); ok {
				if other, both := given[key]; both && other != value {
					return nil, lacks("attributes["+name+"]", value, "is not what customer."+a.Name+" says, "+other+"; give one of the two")
				}
				given[key] = value
			}
		}
	case a.Type == TypeList:
		own, written := attributes[a.Name]
		var list []string
		if written && own != "" {
			list = strings.Split(own, ",")
		}
		if a.Name == "add_ons" && len(customer.AddOns) > 0 {
			if written && !slices.Equal(list, customer.AddOns) {
				return nil, lacks("attributes["+a.Name+"]", own, "is not what customer."+a.Name+" says; give one of the two")
			}
			list = customer.AddOns
		}
		for i, one := range list {
			given[strconv.Itoa(i)] = one
		}
	default:
		own, written := attributes[a.Name]
		text := customerText(customer, a.Name)
		switch {
		case written && text != "" && own != text:
			return nil, lacks("attributes["+a.Name+"]", own, "is not what customer."+a.Name+" says, "+text+"; give one of the two")
		case text == "":
			text = own
		}
		if text != "" {
			given[""] = text
		}
	}
	return given, nil
}
