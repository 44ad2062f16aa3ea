package document

import (
	"reflect"
	"strings"

	"github.com/slaclock/slaclock/calendar"
)

// The codec reads, writes and describes a document from one source: the types of this package
// with their tags. json is a field's name, need says that it is required, enum lists the
// texts that it can have, min and max bound a number, doc says what it is for, and config
// marks the fields of a calendar.Config.

// A form is a type with its own JSON form, instead of the one that its Go type would give it.
type form interface {
	readForm(r *reader)
	writeForm(w *writer)
	schemaForm(s *schemer) string // a JSON Schema
}

// A field is a field of a struct.
type field struct {
	index    []int
	name     string
	doc      string
	enum     []string
	min, max int64
	need     bool
	config   bool // it stands for the fields of a calendar.Config
}

// fieldsOf returns the fields of a struct in order, with those of an embedded struct in its
// place.
func fieldsOf(t reflect.Type) []field {
	var all []field
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		if f.Anonymous {
			for _, inner := range fieldsOf(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				all = append(all, inner)
			}
			continue
		}
		d := field{
			index: []int{i}, name: f.Tag.Get("json"), doc: f.Tag.Get("doc"), need: f.Tag.Get("need") != "",
			config: f.Tag.Get("config") != "", min: number(f.Tag.Get("min")), max: number(f.Tag.Get("max")),
		}
		if enum := f.Tag.Get("enum"); enum != "" {
			d.enum = strings.Split(enum, "|")
		}
		all = append(all, d)
	}
	return all
}

// A fieldTable keeps the fields of the structs of one document.
type fieldTable map[reflect.Type][]field

// of returns the fields of a struct.
func (t *fieldTable) of(s reflect.Type) []field {
	fields, known := (*t)[s]
	if !known {
		if *t == nil {
			*t = fieldTable{}
		}
		fields = fieldsOf(s)
		(*t)[s] = fields
	}
	return fields
}

// number returns the number that decimal digits stand for.
func number(digits string) (n int64) {
	for _, c := range digits {
		n = 10*n + int64(c-'0')
	}
	return n
}

// formOf returns v as a form, if it is one.
func formOf(v reflect.Value) (form, bool) {
	f, ok := v.Addr().Interface().(form)
	return f, ok
}

// isZero reports whether a value is left out where it is not required.
func isZero(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Pointer:
		return v.IsNil()
	}
	return v.IsZero()
}

// hourFields returns the fields of a calendar.Config that a row of calendars takes over
// unchanged: those that do not depend on a ticket.
func hourFields() []string {
	var names []string
	for _, name := range calendar.ConfigFields() {
		if name != "zone" && name != "region" && name != "list" {
			names = append(names, name)
		}
	}
	return names
}
