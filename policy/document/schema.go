package document

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// Schema returns the JSON Schema (2020-12) of a document, for editors. It is made from the
// same types that [Decode] reads by. It knows names, types and texts; only Decode can say
// whether the parts fit together, such as whether a calendar of a given name exists.
func Schema() []byte {
	s := schemer{defs: map[string]string{}}
	root := s.of(reflect.TypeFor[Document](), nil)
	maps.Copy(s.defs, sharedSchemas())
	w := writer{b: []byte(`{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"A support agreement","$ref":`)}
	w.text(root[len(`{"$ref":"`) : len(root)-len(`"}`)])
	w.key("$defs")
	w.open('{')
	for _, name := range slices.Sorted(maps.Keys(s.defs)) {
		w.key(name)
		w.b = append(w.b, s.defs[name]...)
	}
	w.close('}')
	w.close('}')
	return layout(nil, w.b)
}

// elementOf returns what p points to.
func elementOf(p any) reflect.Value { return reflect.ValueOf(p).Elem() }

// A schemer describes types.
type schemer struct {
	defs map[string]string // by name: the schemas of structs and forms
}

// of returns the schema of a type, narrowed by the description of its field.
func (s *schemer) of(t reflect.Type, f *field) string {
	switch t {
	case reflect.TypeFor[lifecycle.Rule]():
		return ref("rule")
	case reflect.TypeFor[lifecycle.Scheme]():
		return ref("scheme")
	}
	if own, ok := reflect.New(t).Interface().(form); ok {
		return s.named(t, func() string { return own.schemaForm(s) })
	}
	switch t.Kind() {
	case reflect.String:
		return textSchema(f)
	case reflect.Bool:
		return `{"type":"boolean"}`
	case reflect.Int:
		return wholeSchema(f)
	case reflect.Pointer:
		return s.of(t.Elem(), f)
	case reflect.Map:
		return `{"type":"object","additionalProperties":{"type":"string","minLength":1}}`
	case reflect.Slice:
		schema := `{"type":"array","items":` + s.of(t.Elem(), f)
		if f != nil && f.need {
			schema += `,"minItems":1`
		}
		if t.Elem().Kind() == reflect.String {
			schema += `,"maxItems":` + strconv.Itoa(MaxValues)
		}
		return schema + `}`
	}
	return s.named(t, func() string { return s.object(t) })
}

// named defines the schema of a type under its name, once, and returns a reference to it.
func (s *schemer) named(t reflect.Type, schema func() string) string {
	name := t.Name()
	if _, known := s.defs[name]; !known {
		s.defs[name] = "" // a type can contain itself
		s.defs[name] = schema()
	}
	return ref(name)
}

func ref(name string) string { return `{"$ref":"#/$defs/` + name + `"}` }

// object returns the schema of a struct.
func (s *schemer) object(t reflect.Type) string {
	fields := fieldsOf(t)
	w := writer{b: []byte(`{"type":"object","properties":{`)}
	for i := range fields {
		f := &fields[i]
		if f.config {
			for _, h := range hourSchemas() {
				w.key(h.name)
				w.b = append(w.b, describe(h.schema, h.doc)...)
			}
			continue
		}
		w.key(f.name)
		w.b = append(w.b, describe(s.of(t.FieldByIndex(f.index).Type, f), f.doc)...)
	}
	w.close('}')
	var need []string
	for _, f := range fields {
		if f.need {
			need = append(need, f.name)
		}
	}
	if need != nil {
		w.key("required")
		w.texts(need, false)
	}
	w.b = append(w.b, `,"additionalProperties":false}`...)
	return string(w.b)
}

// describe adds a description to a schema.
func describe(schema, doc string) string {
	return string(strictjson.AppendString([]byte(schema[:len(schema)-1]+`,"description":`), doc)) + "}"
}

func textSchema(f *field) string {
	if f == nil || f.enum == nil {
		return `{"type":"string","minLength":1}`
	}
	w := writer{b: []byte(`{"enum":`)}
	w.texts(f.enum, false)
	return string(w.b) + "}"
}

func wholeSchema(f *field) string {
	if f.enum != nil {
		return `{"const":` + f.enum[0] + `}`
	}
	return fmt.Sprintf(`{"type":"integer","minimum":%d,"maximum":%d}`, f.min, f.max)
}
