package agreements

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// A Document is an agreement in a JSON file.
type Document struct {
	doc    *document.Document
	begins []time.Time // as Begins returns them
}

// versions returns the versions of the document, at least one.
func (d *Document) versions() []document.Version {
	if len(d.doc.Versions) > 0 {
		return d.doc.Versions
	}
	return []document.Version{d.doc.Version}
}

// Names returns the agreement's name.
func (d *Document) Names() []string { return []string{d.doc.Name} }

// Versions makes the agreement of a ticket.
func (d *Document) Versions(t *policy.Ticket) (*policy.Versions, error) {
	return d.doc.For(t.Customer, t.Attributes, t.Readings)
}

// Severities returns the levels of all versions, those of the latest first.
func (d *Document) Severities(string) []string {
	var names []string
	for _, v := range slices.Backward(d.versions()) {
		for _, level := range v.Levels {
			if !slices.Contains(names, level.Name) {
				names = append(names, level.Name)
			}
		}
	}
	return names
}

// Begins returns the instants at which its versions come into force, the zero time for a
// first version without a beginning.
func (d *Document) Begins(string) []time.Time { return d.begins }

// Fields returns a field for each attribute that the document declares.
func (d *Document) Fields(string) []Field {
	fields := make([]Field, len(d.doc.Attributes))
	for i := range fields {
		fields[i] = d.field(&d.doc.Attributes[i])
	}
	return fields
}

func (d *Document) field(a *document.Attribute) Field {
	f := Field{
		Name: a.Name, Label: label(a.Name), Help: a.Why, Required: a.Required && a.Default == "", Attribute: true,
		Sample: cmp.Or(a.Default, firstOf(a.Values)),
	}
	if !f.Required {
		f.Sample = a.Default
	}
	switch a.Type {
	case document.TypeText:
		f.Options = a.Values
		if f.Required {
			f.Sample = cmp.Or(f.Sample, "example")
		}
	case document.TypeRegion:
		f.Options = append([]string{"NONE"}, calendar.Regions()...)
		if f.Required {
			f.Sample = "NONE"
		}
	case document.TypeZone:
		f.Help = cmp.Or(f.Help, "A time zone, such as Europe/Berlin or +08:00.")
		if f.Required {
			f.Sample = "UTC"
		}
	case document.TypeList:
		f.Help = cmp.Or(f.Help, "Several with commas between them"+among(a.Values))
	case document.TypeMeasures:
		f.Kind, f.Help = TextMap, cmp.Or(f.Help, "By severity, such as: "+d.byLevel("8h"))
		f.Sample = d.sample(f.Required, "8h")
	case document.TypeDays:
		f.Kind, f.Help = TextMap, cmp.Or(f.Help, "Business days by severity, such as: "+d.byLevel("1"))
		f.Sample = d.sample(f.Required, "1")
	case document.TypeRegions:
		f.Kind, f.Help = TextMap, cmp.Or(f.Help, "Public holidays by name"+among(a.Values)+", such as: "+cmp.Or(firstOf(a.Values), "hub")+"=DE-BY")
		f.Sample = ""
		if f.Required {
			f.Sample = strings.Join(each(a.Values, "NONE"), ", ")
		}
	}
	if len(f.Options) > 0 && !f.Required {
		f.Options = append([]string{""}, f.Options...)
		f.Sample = ""
		if a.Default != "" {
			f.Empty = a.Default + " (if nothing is chosen)"
		}
	}
	return f
}

// sample returns a value for every level, if there has to be one.
func (d *Document) sample(required bool, value string) string {
	if !required {
		return ""
	}
	return d.byLevel(value)
}

func (d *Document) byLevel(value string) string {
	return strings.Join(each(d.Severities(""), value), ", ")
}

// each gives each of some names a value.
func each(names []string, value string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = name + "=" + value
	}
	return all
}

func among(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return ", of " + strings.Join(values, ", ")
}

func firstOf(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// label returns a name as a form shows it: "Response days".
func label(name string) string {
	name = strings.ReplaceAll(name, "_", " ")
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}
