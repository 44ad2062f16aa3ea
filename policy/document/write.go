package document

import (
	"maps"
	"reflect"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// A writer writes a document without white space.
type writer struct {
	b     []byte
	types fieldTable
	err   error // the first part that has no form
}

// value writes a value.
func (w *writer) value(v reflect.Value) {
	switch x := v.Addr().Interface().(type) {
	case *lifecycle.Rule:
		w.part(x.MarshalJSON())
		return
	case *lifecycle.Scheme:
		w.part(x.MarshalJSON())
		return
	case form:
		x.writeForm(w)
		return
	}
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Bool:
		w.b = strconv.AppendBool(w.b, v.Bool())
	case reflect.Int:
		w.b = strconv.AppendInt(w.b, v.Int(), 10)
	case reflect.Pointer:
		if v.IsNil() { // a field that is needed
			v = reflect.New(v.Type().Elem())
		}
		w.value(v.Elem())
	case reflect.Map:
		w.open('{')
		texts := v.Interface().(map[string]string)
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			w.key(key)
			w.text(texts[key])
		}
		w.close('}')
	case reflect.Slice:
		w.open('[')
		for i := range v.Len() {
			w.comma()
			w.value(v.Index(i))
		}
		w.close(']')
	case reflect.Struct:
		w.open('{')
		w.fields(v)
		w.close('}')
	}
}

// fields writes the fields of a struct that are not zero or must stand.
func (w *writer) fields(v reflect.Value) {
	for _, f := range w.types.of(v.Type()) {
		value := v.FieldByIndex(f.index)
		switch {
		case f.config:
			w.hours(value.Interface().(calendar.Config))
		case f.need || !isZero(value):
			w.key(f.name)
			w.value(value)
		}
	}
}

// hours writes the fields of a calendar.Config that are one's own.
func (w *writer) hours(cfg calendar.Config) {
	cfg.Zone, cfg.Location, cfg.Region.Code, cfg.Region.List = "", nil, "", ""
	text, err := cfg.MarshalJSON()
	if err != nil {
		w.fail(err)
		return
	}
	if inner := text[1 : len(text)-1]; len(inner) > 0 {
		w.comma()
		w.b = append(w.b, inner...)
	}
}

// part writes the JSON of another package's value.
func (w *writer) part(text []byte, err error) {
	w.fail(err)
	w.b = append(w.b, text...)
	if len(text) == 0 {
		w.b = append(w.b, "{}"...)
	}
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) open(sign byte)  { w.b = append(w.b, sign) }
func (w *writer) close(sign byte) { w.b = append(w.b, sign) }

// comma separates what follows from what stands before it.
func (w *writer) comma() {
	if last := w.b[len(w.b)-1]; last != '{' && last != '[' {
		w.b = append(w.b, ',')
	}
}

func (w *writer) key(name string) {
	w.comma()
	w.text(name)
	w.b = append(w.b, ':')
}

func (w *writer) text(text string) { w.b = strictjson.AppendString(w.b, text) }

// texts writes a list of texts, one alone as a text if single.
func (w *writer) texts(texts []string, single bool) {
	if single && len(texts) == 1 {
		w.text(texts[0])
		return
	}
	w.open('[')
	for _, text := range texts {
		w.comma()
		w.text(text)
	}
	w.close(']')
}
