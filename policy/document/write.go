package document

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// A writer writes a document without white space, and lists what has no form.
type writer struct {
	b     []byte
	types fieldTable
	at    []byte // the place of what is being written
	depth int    // nesting of choose
	rows  int    // rows of choose so far
	mistakeList
	err error // the first error of another package
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
			w.entry(key, func() { w.text(texts[key]) })
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

// within writes a part, whose name becomes part of the place.
func (w *writer) within(name string, write func()) {
	outer := len(w.at)
	if outer > 0 && name != "" && name[0] != '[' {
		w.at = append(w.at, '.')
	}
	w.at = append(w.at, name...)
	write()
	w.at = w.at[:outer]
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

// fail reports the error of another package, each mistake at its own place.
func (w *writer) fail(err error) {
	if err == nil {
		return
	}
	if w.err == nil {
		w.err = err
	}
	var hours *calendar.ConfigError
	var rule *lifecycle.RuleError
	switch {
	case errors.As(err, &hours):
		for _, m := range hours.Mistakes {
			w.within(m.Place, func() { w.mistake(Mistake{Place: string(w.at), Value: m.Value, Why: m.Why}) })
		}
	case errors.As(err, &rule):
		w.within(rule.Place, func() { w.mistake(Mistake{Place: string(w.at), Why: rule.Why}) })
	default:
		w.mistake(Mistake{Place: string(w.at), Why: reason(err)})
	}
}

// end returns the text, or an error that lists what has no form.
func (w *writer) end() ([]byte, error) {
	switch e := w.found(); {
	case e == nil:
		return w.b, nil
	case w.err != nil:
		return nil, &formError{e, w.err}
	default:
		return nil, e
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

// text writes a text. One that is not UTF-8 would be another when it is read.
func (w *writer) text(text string) {
	if !utf8.ValidString(text) {
		w.wrong(string(w.at), text, "is not UTF-8, and cannot be written as JSON")
	}
	w.b = strictjson.AppendString(w.b, text)
}

// member writes a member that is a text.
func (w *writer) member(name, text string) {
	w.key(name)
	w.within(name, func() { w.text(text) })
}

// entry writes an entry of a map, whose place is the map's for the key and that of the key
// for the value.
func (w *writer) entry(key string, write func()) {
	w.key(key)
	w.within(strictjson.Inside("", key), write)
}

// texts writes a list of texts; if single is set, a list of one is written as a text.
func (w *writer) texts(texts []string, single bool) {
	if single && len(texts) == 1 {
		w.text(texts[0])
		return
	}
	w.open('[')
	for i, text := range texts {
		w.comma()
		w.within("["+strconv.Itoa(i)+"]", func() { w.text(text) })
	}
	w.close(']')
}
