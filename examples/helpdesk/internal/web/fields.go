package web

import (
	"cmp"
	"encoding/json"
	"errors"
	"html/template"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A fieldView is a field of a customer or a ticket as a form shows it.
type fieldView struct {
	ID, Name, Label, Help, Value string
	Options                      []option // where only these are valid
	Required                     bool
	Mark                         template.HTMLAttr // says whether it is wrong
}

// fieldViews returns fields with their values; that which is wrong is marked.
func fieldViews(fields []agreements.Field, value func(string) string, wrong mistake) []fieldView {
	all := make([]fieldView, len(fields))
	for i, f := range fields {
		key := f.Key()
		v := fieldView{ID: strings.Join(strings.Fields(key), "-"), Name: key, Label: f.Label, Help: f.Help, Value: value(key), Required: f.Required}
		for _, o := range f.Options {
			label := o
			if o == "" {
				label = cmp.Or(f.Empty, "none")
			}
			v.Options = append(v.Options, option{o, label, o == v.Value})
		}
		help := ""
		if v.Help != "" {
			help = "h-" + v.ID
		}
		v.Mark = wrong.Mark(key, help)
		all[i] = v
	}
	return all
}

// haveAttributes reports whether fields are asked of a ticket and not of a customer.
func haveAttributes(fields []agreements.Field) bool {
	return slices.ContainsFunc(fields, func(f agreements.Field) bool { return f.Attribute })
}

// termsOf makes a ticket's terms of what a form has.
func termsOf(agreement string, fields []agreements.Field, value func(string) string) (store.Terms, error) {
	terms := store.Terms{Agreement: agreement}
	var err error
	if terms.Customer, err = agreements.Customer(fields, value); err != nil {
		return terms, err
	}
	if terms.Attributes, err = agreements.Attributes(fields, value); err != nil {
		return terms, err
	}
	readings, err := agreements.Customer([]agreements.Field{readingsField()}, value)
	if err != nil {
		return terms, errors.New(strings.TrimPrefix(err.Error(), "customer."))
	}
	terms.Readings = "{}"
	if inner, ok := strings.CutPrefix(readings, `{"readings":`); ok {
		terms.Readings = strings.TrimSuffix(inner, "}")
	}
	return terms, nil
}

// fieldValues returns the texts of the fields of a ticket's terms, by their keys.
func fieldValues(fields []agreements.Field, terms store.Terms) map[string]string {
	var customer, attributes, readings map[string]any
	// What is stored was read strictly before; what cannot be read has no fields.
	_ = json.Unmarshal([]byte(terms.Customer), &customer)
	_ = json.Unmarshal([]byte(terms.Attributes), &attributes)
	_ = json.Unmarshal([]byte(terms.Readings), &readings)
	values := agreements.Values(fields, customer, attributes)
	maps.Copy(values, agreements.Values([]agreements.Field{readingsField()}, map[string]any{"readings": readings}, nil))
	return values
}

// valuesOf returns the values of an address or a form, or if it has none those with
// which an agreement's page begins.
func valuesOf(fields []agreements.Field, query url.Values) func(string) string {
	if len(query) > 0 {
		return query.Get
	}
	return agreements.Samples(fields)
}
