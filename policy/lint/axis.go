package lint

import (
	"slices"

	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/severity"
)

// An axis is an attribute or reading with the values that are tried.
type axis struct {
	name   string
	kind   string // the attribute's type; "" for a reading
	values []axisValue
	partly bool // only some of the values that could tell tickets apart are tried
}

// An axisValue is one value of an axis.
type axisValue struct {
	label string   // in words
	text  string   // for a reading, text, zone or region; "" where not given
	keys  []string // for a list, its texts; for values by level or by name, the keys
}

// other stands for a text that no condition asks for.
const other = "something-else"

// maxKeys is how many texts or keys are tried in all their combinations.
const maxKeys = 4

// axes returns what tells the tickets of a version apart, in the order of the document:
// attributes, then readings. Names that nothing mentions are left out, except attributes that
// a ticket must have.
func axes(d *document.Document, m *mention, scale *severity.Scale, o *Options) []axis {
	var all []axis
	for i := range d.Attributes {
		a := &d.Attributes[i]
		asked, mentioned := m.values[a.Name]
		if !mentioned && !a.Required {
			continue
		}
		x := axis{name: a.Name, kind: a.Type}
		switch {
		case plainType(a.Type):
			x.texts(a, asked, o.Attributes[a.Name])
		case a.Type == document.TypeList:
			x.sets(asked, nil, true)
		case a.Type == document.TypeRegions:
			x.sets(asked, nil, !a.Required)
			if len(x.values) == 0 { // it must be given, whatever the name
				name := other
				if len(a.Values) > 0 {
					name = a.Values[0]
				}
				x.values = []axisValue{{name, "", []string{name}}}
			}
		default:
			keys := make([]string, len(asked))
			for k, key := range asked {
				if level, err := scale.Parse(key); err == nil {
					key = level.String()
				}
				keys[k] = key
			}
			x.sets(keys, scale.Names(), !a.Required)
		}
		all = append(all, x)
	}
	for _, r := range d.Readings {
		if _, mentioned := m.values[r.Name]; !mentioned {
			continue
		}
		x := axis{name: r.Name}
		for _, value := range r.Values {
			x.values = append(x.values, axisValue{value, value, nil})
		}
		all = append(all, x)
	}
	return all
}

// texts gives an axis the values of a text, zone or region.
func (x *axis) texts(a *document.Attribute, asked, given []string) {
	add := func(text string) {
		if !slices.ContainsFunc(x.values, func(v axisValue) bool { return v.text == text }) {
			label := text
			switch {
			case text == "":
				label = "not given"
			case text == other:
				label = "something else"
			}
			x.values = append(x.values, axisValue{label, text, nil})
		}
	}
	values := slices.Clone(a.Values)
	if a.Values == nil {
		if a.Default != "" {
			values = append(values, a.Default)
		}
		values = append(values, given...)
		switch {
		case a.Type == document.TypeText:
			values = append(append(values, asked...), other)
		case given != nil:
			values = append(values, asked...)
		case a.Type == document.TypeZone:
			values = append(append(values, "UTC", "America/New_York"), asked...)
		default:
			values = append(append(values, "NONE"), asked...)
		}
	}
	for _, text := range values {
		if text != "" {
			add(text)
		}
	}
	if !a.Required && a.Default == "" {
		add("")
	}
}

// sets gives an axis the sets of texts or keys that are tried: the empty set, if none is set;
// all combinations of those that conditions ask for or, if they are many, each on its own;
// and all of them.
func (x *axis) sets(asked, all []string, none bool) {
	slices.Sort(asked)
	asked = slices.Compact(asked)
	add := func(keys []string) {
		if len(keys) == 0 && !none || slices.ContainsFunc(x.values, func(v axisValue) bool { return slices.Equal(v.keys, keys) }) {
			return
		}
		x.values = append(x.values, axisValue{label(keys), "", keys})
	}
	if len(asked) <= maxKeys {
		if all != nil && !none {
			add(all)
		}
		for set := range 1 << len(asked) {
			var keys []string
			for i, key := range asked {
				if set>>i&1 != 0 {
					keys = append(keys, key)
				}
			}
			add(keys)
		}
	} else {
		x.partly = true
		add(nil)
		for _, key := range asked {
			add([]string{key})
		}
		add(asked)
	}
	if all != nil {
		add(all)
	}
}

// label names a set of keys.
func label(keys []string) string {
	switch len(keys) {
	case 0:
		return "not given"
	case 1:
		return keys[0]
	}
	s := keys[0]
	for _, key := range keys[1:] {
		s += " and " + key
	}
	return s
}
