package agreements

import (
	"fmt"
	"maps"
	"sort"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A Kind says how a field's text becomes JSON.
type Kind uint8

// The kinds of fields.
const (
	Text      Kind = iota // a text
	Texts                 // texts separated by commas
	TextMap               // name=text, separated by commas
	NumberMap             // name=number, separated by commas
)

// A Field is something that an agreement needs to know of a customer or, if it is an
// attribute, of a ticket, as a form shows it.
type Field struct {
	Name      string // as in JSON
	Label     string
	Help      string
	Kind      Kind
	Options   []string // the only valid values; empty if any is valid
	Empty     string   // what the empty option is called; "" for none
	Required  bool
	Sample    string // a value to begin with
	Attribute bool
}

// Key returns the name of a field in a form. An attribute can have any name, including that
// of another field of the form.
func (f Field) Key() string {
	if f.Attribute {
		return "attribute-" + f.Name
	}
	return f.Name
}

// Samples returns the initial values, in the form that Customer takes.
func Samples(fields []Field) func(key string) string {
	samples := map[string]string{}
	for _, f := range fields {
		samples[f.Key()] = f.Sample
	}
	return func(key string) string { return samples[key] }
}

// Attributes makes a ticket's attributes from the fields of a form. If a field has a value
// for each of several names, each becomes a separate attribute.
func Attributes(fields []Field, value func(key string) string) (string, error) {
	b := []byte{'{'}
	add := func(name, text string) {
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(strictjson.AppendString(b, name), ':')
		b = strictjson.AppendString(b, text)
	}
	for _, f := range fields {
		text := strings.TrimSpace(value(f.Key()))
		switch {
		case !f.Attribute || text == "":
		case f.Kind != TextMap:
			add(f.Name, text)
		default:
			for part := range strings.SplitSeq(text, ",") {
				name, text, ok := strings.Cut(part, "=")
				name, text = strings.TrimSpace(name), strings.TrimSpace(text)
				if !ok || name == "" || text == "" {
					return "", fmt.Errorf("attributes.%s: %q: write name=value, with commas between them", f.Name, strings.TrimSpace(part))
				}
				add(f.Name+"."+name, text)
			}
		}
	}
	return string(append(b, '}')), nil
}

// Customer makes the customer's JSON from the fields of a form. It only converts the texts:
// whether they make sense is for the agreement to say.
func Customer(fields []Field, value func(key string) string) (string, error) {
	b := []byte{'{'}
	for _, f := range fields {
		text := strings.TrimSpace(value(f.Key()))
		if f.Attribute || text == "" {
			continue
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(strictjson.AppendString(b, f.Name), ':')
		var err error
		if b, err = f.appendJSON(b, text); err != nil {
			return "", fmt.Errorf("customer.%s: %w", f.Name, err)
		}
	}
	return string(append(b, '}')), nil
}

func (f Field) appendJSON(b []byte, text string) ([]byte, error) {
	if f.Kind == Text {
		return strictjson.AppendString(b, text), nil
	}
	open, end := byte('{'), byte('}')
	if f.Kind == Texts {
		open, end = '[', ']'
	}
	b = append(b, open)
	for i, part := range strings.Split(text, ",") {
		if i > 0 {
			b = append(b, ',')
		}
		name, value, ok := strings.Cut(part, "=")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		switch {
		case f.Kind == Texts:
			b = strictjson.AppendString(b, strings.TrimSpace(part))
		case !ok || name == "" || value == "":
			return nil, fmt.Errorf("%q: write name=value, with commas between them", strings.TrimSpace(part))
		case f.Kind == TextMap:
			b = strictjson.AppendString(append(strictjson.AppendString(b, name), ':'), value)
		default:
			if strings.Trim(value, "0123456789") != "" || len(value) > 9 || len(value) > 1 && value[0] == '0' {
				return nil, fmt.Errorf("%q is not a whole number", value)
			}
			b = append(append(strictjson.AppendString(b, name), ':'), value...)
		}
	}
	return append(b, end), nil
}

// Values returns the texts of fields, by their keys, for a customer and attributes that were
// read from JSON: the inverse of Customer and Attributes. An agreement can also find an
// attribute in the customer.
func Values(fields []Field, customer, attributes map[string]any) map[string]string {
	values := map[string]string{}
	for _, f := range fields {
		key, given := f.Key(), customer[f.Name]
		if f.Attribute {
			given = attributeOf(f, given, attributes)
		}
		switch v := given.(type) {
		case string:
			values[key] = v
		case []any:
			parts := make([]string, len(v))
			for i, x := range v {
				parts[i] = fmt.Sprint(x)
			}
			values[key] = strings.Join(parts, ", ")
		case map[string]any:
			var parts []string
			for name, x := range v {
				parts = append(parts, fmt.Sprintf("%s=%v", name, x))
			}
			sort.Strings(parts)
			values[key] = strings.Join(parts, ", ")
		}
	}
	return values
}

// attributeOf returns what a ticket says of a field: the customer's value, replaced or
// supplemented by the attributes.
func attributeOf(f Field, customer any, attributes map[string]any) any {
	if f.Kind != TextMap {
		if text, ok := attributes[f.Name]; ok {
			return text
		}
		return customer
	}
	all := map[string]any{}
	if by, ok := customer.(map[string]any); ok {
		maps.Copy(all, by)
	}
	for name, text := range attributes {
		if key, ok := strings.CutPrefix(name, f.Name+"."); ok {
			all[key] = text
		}
	}
	return all
}
