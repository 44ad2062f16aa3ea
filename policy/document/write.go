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
	err   error  // the first part that has no form
	at    string // its place
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
			w.within("["+strconv.Itoa(i)+"]", func() { w.value(v.Index(i)) })
		}
		w.close(']')
	case reflect.Struct:
		w.open('{')
		w.fields(v)
		w.close('}')
	}
}

// fields writes the fields of a struct that are not zero or are required.
func (w *writer) fields(v reflect.Value) {
	for _, f := range w.types.of(v.Type()) {
		value := v.FieldByIndex(f.index)
		switch {
		case f.config:
			w.hours(value.Interface().(calendar.Config))
		case f.need || !isZero(value):
			w.key(f.name)
			w.within(f.name, func() { w.value(value) })
		}
	}
}

// within writes a part, whose name becomes the beginning of the place in an error.
func (w *writer) within(name string, write func()) {
	before := w.err
	write()
	switch {
	case before != nil || w.err == nil:
	case w.at == "" || w.at[0] == '[':
		w.at = name + w.at
	default:
		w.at = name + "." + w.at
	}
}

// hours writes the fields of a calendar.Config that a row of calendars takes over unchanged.
func (w *writer) hours(cfg calendar.Config) {
	cfg.Zone, cfg.Location, cfg.Region.Code, cfg.Region.List = "", nil, "", ""
	text, err := cfg.MarshalJSON()
	w.fail(err)
	if err == nil && len(text) > len("{}") {
		w.comma()
		w.b = append(w.b, text[1:len(text)-1]...)
	}
}

// part writes the JSON of another package's value.
func (w *writer) part(text []byte, err error) {
	w.fail(err)
	w.b = append(w.b, text...)
}

func (w *writer) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) open(sign byte)  { w.b = append(w.b, sign) }
func (w *writer) close(sign byte) { w.b = append(w.b, sign) }

// comma separates what follows from what is before it.
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

// texts writes a list of texts; if single is set, a list of one is written as a text.
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
