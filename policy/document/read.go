package document

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// A reader reads a document.
type reader struct {
	*strictjson.Reader
	rows  int // objects in lists so far
	depth int // nesting of choose
	types fieldTable
}

// value reads the next value into v, by the description of its field.
func (r *reader) value(v reflect.Value, f *field) {
	if special(r, v) {
		return
	}
	if own, ok := formOf(v); ok {
		own.readForm(r)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(r.text(f.enum, f.need))
		if f.name == "name" && strings.ContainsFunc(v.String(), unicode.IsControl) {
			r.Fail("has a control character, such as a line break; write a name on one line")
		}
	case reflect.Bool:
		v.SetBool(r.Bool())
	case reflect.Int:
		v.SetInt(r.whole(f))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.value(v.Elem(), f)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		r.Map(func(key []byte) {
			v.SetMapIndex(reflect.ValueOf(string(key)), reflect.ValueOf(r.text(nil, false)))
		})
	case reflect.Slice:
		r.list(v, f)
	case reflect.Struct:
		r.object(v)
	}
}

// special reads values of other packages that have their own readers.
func special(r *reader, v reflect.Value) bool {
	switch x := v.Addr().Interface().(type) {
	case *lifecycle.Rule:
		x.ReadJSON(r.Reader)
	case *lifecycle.Scheme:
		x.ReadJSON(r.Reader)
	default:
		return false
	}
	return true
}

// list reads an array.
func (r *reader) list(v reflect.Value, f *field) {
	elem := v.Type().Elem()
	n := 0
	r.Array(func(i int) {
		n++
		if elem.Kind() == reflect.Struct {
			if r.rows++; r.rows > MaxRows {
				if r.rows == MaxRows+1 {
					r.Fail(tooManyRows())
				}
				r.Skip()
				return
			}
		} else if i >= MaxValues {
			if i == MaxValues {
				r.Fail(fmt.Sprintf("is one too many; a list has at most %d texts", MaxValues))
			}
			r.Skip()
			return
		}
		one := reflect.New(elem).Elem()
		r.value(one, f)
		v.Set(reflect.Append(v, one))
	})
	if n == 0 && f.need {
		r.Fail("must not be empty")
	}
}

// object reads an object with the fields of a struct.
func (r *reader) object(v reflect.Value) {
	fields := r.types.of(v.Type())
	known := namesOf(fields)
	has := map[string]bool{}
	r.Object(func(name []byte) {
		text := string(name)
		has[text] = true
		i := slices.IndexFunc(fields, func(f field) bool { return !f.config && f.name == text })
		if i >= 0 {
			r.value(v.FieldByIndex(fields[i].index), &fields[i])
			return
		}
		if i = slices.IndexFunc(fields, func(f field) bool { return f.config }); i >= 0 && slices.Contains(hourFields(), text) {
			v.FieldByIndex(fields[i].index).Addr().Interface().(*calendar.Config).ReadField(r.Reader, text)
			return
		}
		r.Unknown(known...)
	})
	for _, f := range fields {
		if f.need && !has[f.name] {
			r.Fail(fmt.Sprintf("needs %q", f.name))
		}
	}
}

// namesOf returns the names of fields, in order.
func namesOf(fields []field) []string {
	var names []string
	for _, f := range fields {
		if f.config {
			names = append(names, hourFields()...)
		} else {
			names = append(names, f.name)
		}
	}
	return names
}

// text reads a text that is not empty and, unless known is nil, is one of known; need says
// that it is required.
func (r *reader) text(known []string, need bool) string {
	text := r.Text()
	switch {
	case known != nil && !slices.Contains(known, text):
		r.Fail("is not known; write " + enum.Either(known))
	case text == "" && need:
		r.Fail("is empty; write a text")
	case text == "":
		r.Fail("is empty; write a text, or leave it out")
	}
	return text
}

// whole reads a whole number.
func (r *reader) whole(f *field) int64 {
	n := r.Int64()
	switch {
	case f.enum != nil && fmt.Sprint(n) != f.enum[0]:
		r.Fail("must be " + f.enum[0])
	case f.max != 0 && (n < f.min || n > f.max):
		r.Fail(fmt.Sprintf("is out of range; write %d through %d", f.min, f.max))
	}
	return n
}
