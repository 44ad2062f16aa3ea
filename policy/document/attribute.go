package document

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// An env is what is known about one ticket: the values of the document's attributes and
// readings.
type env struct {
	doc     *Document
	given   map[string]map[string]said   // what the ticket says of each attribute
	texts   map[string]string            // texts, zones, regions and readings; "" where not given
	lists   map[string][]string          // lists
	regions map[string]map[string]string // codes by name
	// measures has the measures by level; a level that is not given has none.
	measures map[string]map[string]policy.Measure
}

// A said is what a ticket says of an attribute, as a whole or under one key.
type said struct {
	value string
	under string // its name in the ticket's attributes; "" if it is the customer's
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

// placeOf names where a ticket says something of an attribute, of a key of it, or
// of an element of a list.
func (a *Attribute) placeOf(key string, s said) string {
	switch {
	case s.under != "":
		return strictjson.Inside("attributes", s.under)
	case key != "":
		return strictjson.Inside("customer."+a.Name, key)
	}
	return "customer." + a.Name
}

// placeFor names where a ticket could say what it does not say yet: beside the other keys
// that it gives, else with the customer, if customers have such a field.
func (a *Attribute) placeFor(key string, given map[string]said) string {
	s := said{}
	for _, other := range given {
		s.under = other.under
	}
	if s.under != "" || customerTypes(a.Name) == nil {
		s.under = a.Name
		if key != "" {
			s.under += "." + key
		}
	}
	return a.placeOf(key, s)
}

func lacks(place, value, why string) error {
	return &policy.PlaceError{Kind: policy.ErrCustomer, Place: place, Value: value, Why: why}
}

// env returns what is known about a ticket under one version, whose levels are those of
// scale.
func (d *Document) env(scale *severity.Scale, customer *policy.Customer, attributes map[string]string, choices policy.Choices) (*env, error) {
	e := &env{doc: d, given: map[string]map[string]said{}, texts: map[string]string{}, lists: map[string][]string{},
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
		if err != nil {
			return nil, err
		}
		e.given[a.Name] = given
		if err := e.set(a, given, scale); err != nil {
			return nil, err
		}
	}
	for _, r := range d.Refuse {
		if e.holds(r.When, scale) {
			return nil, lacks(e.reason(r.When, scale), "", "is refused where "+r.When.String()+": "+r.Why)
		}
	}
	return e, nil
}

// known reports an attribute of a ticket that the document does not declare.
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
			return lacks(strictjson.Inside("attributes", name), "", "is not an attribute of this agreement"+choose(names))
		}
	}
	return nil
}

// keyed reports whether an attribute has values by level or by name.
func (a *Attribute) keyed() bool {
	return a.Type == TypeMeasures || a.Type == TypeDays || a.Type == TypeRegions
}

// given returns what a ticket says of an attribute: the values by key, a list by
// index, or one text under "".
func (a *Attribute) given(customer *policy.Customer, attributes map[string]string) (given map[string]said, err error) {
	given = map[string]said{}
	switch {
	case a.keyed():
		for key, value := range customerKeyed(customer, a.Name) {
			given[key] = said{value: value}
		}
		for _, name := range slices.Sorted(maps.Keys(attributes)) {
			if key, ok := strings.CutPrefix(name, a.Name+"."); ok {
				if other, both := given[key]; both && other.value != attributes[name] {
					return nil, a.differs(name, attributes[name], strictjson.Inside("", key)+" says, "+other.value)
				}
				given[key] = said{attributes[name], name}
			}
		}
	case a.Type == TypeList:
		own, written := attributes[a.Name]
		var list []string
		s := said{under: a.Name}
		if own != "" {
			list = strings.Split(own, ",")
		}
		if a.Name == "add_ons" && len(customer.AddOns) > 0 {
			if written && !slices.Equal(list, customer.AddOns) {
				return nil, a.differs(a.Name, own, " says, "+strings.Join(customer.AddOns, ","))
			}
			list, s.under = customer.AddOns, ""
		}
		for i, one := range list {
			s.value = one
			given[strconv.Itoa(i)] = s
		}
	default:
		own, written := attributes[a.Name]
		text := customerText(customer, a.Name)
		switch {
		case written && text != "" && own != text:
			return nil, a.differs(a.Name, own, " says, "+text)
		case text != "":
			given[""] = said{value: text}
		case own != "":
			given[""] = said{own, a.Name}
		}
	}
	return given, nil
}

// differs returns the error for a ticket's attribute that contradicts the customer's field.
func (a *Attribute) differs(name, value, says string) error {
	return lacks(strictjson.Inside("attributes", name), value, "is not what customer."+a.Name+says+"; give one of the two")
}

// reason returns the place of what a ticket is refused for: of the names in the conditions,
// the first for which the ticket itself says something, else the first.
func (e *env) reason(w When, scale *severity.Scale) string {
	first := ""
	for _, name := range slices.Sorted(maps.Keys(w)) {
		place := strictjson.Inside("readings", name)
		if a := e.doc.attribute(name); a != nil {
			for _, key := range slices.Sorted(maps.Keys(e.given[name])) {
				if s := e.given[name][key]; a.isOneOf(w[name], key, s, scale) {
					return a.placeOf(key, s)
				}
			}
			place = a.placeFor("", e.given[name])
		}
		if first == "" {
			first = place
		}
	}
	return first
}

// isOneOf reports whether what a ticket says is what a condition asks for. The condition
// holds.
func (a *Attribute) isOneOf(values []string, key string, s said, scale *severity.Scale) bool {
	return slices.ContainsFunc(values, func(value string) bool {
		switch a.Type {
		case TypeList:
			return value == s.value
		case TypeRegions:
			return value == key
		case TypeMeasures, TypeDays:
			return levelName(scale, value) == levelName(scale, key)
		}
		return true
	})
}

// levelName returns the name of the level that text names, or text itself if it names none.
func levelName(scale *severity.Scale, text string) string {
	if level, err := scale.Parse(text); err == nil {
		return level.String()
	}
	return text
}
