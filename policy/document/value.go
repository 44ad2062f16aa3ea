package document

import (
	"fmt"
	"reflect"
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A Value is a text, or a way to get one from a ticket: exactly one of Text, Attribute,
// Reading and Choose is set. The zero Value is the empty text, which says nothing. In JSON a
// Value is one of
//
//	"Europe/Berlin"
//	{"attribute": "country"}
//	{"attribute": "hub_holidays", "key": "EMEA"}
//	{"reading": "acme.zone"}
//	{"choose": [{"value": "UTC"}, {"when": {"tier": "gold"}, "value": {"attribute": "zone"}}]}
type Value struct {
	Text      string
	Attribute string   // the name of an attribute of type text, zone or region or, with Key, regions
	Key       string   // the name of the region
	Reading   string   // the name of a reading
	Choose    []Choice // the most specific one that holds counts
}

// A Choice is a row of "choose". Without When it holds for all tickets. The zero Choice has
// no value, which is a mistake.
type Choice struct {
	When  When  `json:"when" doc:"the tickets that it is for"`
	Value Value `json:"value" need:"yes" doc:"the value"`
}

// Text returns the Value that is text for every ticket.
func Text(text string) *Value { return &Value{Text: text} }

// FromAttribute returns the Value of the ticket's attribute called name.
func FromAttribute(name string) *Value { return &Value{Attribute: name} }

// FromReading returns the Value of the reading called name.
func FromReading(name string) *Value { return &Value{Reading: name} }

func (v *Value) readForm(r *reader) { v.read(r, nil) }

// read reads a value. If calendar is not nil, the value's object can name a calendar instead.
func (v *Value) read(r *reader, calendar *string) {
	switch r.Kind() {
	case strictjson.String:
		v.Text = r.text(nil, false)
		return
	case strictjson.Object:
	case strictjson.Invalid:
		r.Skip()
		return
	default:
		r.Fail(`must be a text, or an object such as {"attribute":"country"}`)
		return
	}
	kinds := 0
	known, oneOf := []string{"attribute", "key", "reading", "choose"}, `must have exactly one of "attribute", "reading" and "choose"`
	if calendar != nil {
		known, oneOf = append(known, "calendar"), `must have exactly one of "attribute", "reading", "choose" and "calendar"`
	}
	r.Object(func(name []byte) {
		switch string(name) {
		case "attribute":
			v.Attribute = r.text(nil, true)
			kinds++
		case "key":
			v.Key = r.text(nil, false)
		case "reading":
			v.Reading = r.text(nil, true)
			kinds++
		case "choose":
			v.choices(r)
			kinds++
		case "calendar":
			if calendar == nil {
				r.Unknown(known...)
				return
			}
			*calendar = r.text(nil, true)
			kinds++
		default:
			r.Unknown(known...)
		}
	})
	switch {
	case kinds != 1:
		r.Fail(oneOf)
	case v.Key != "" && v.Attribute == "":
		r.Fail(`has "key" without "attribute"`)
	}
}

// choices reads the rows of "choose".
func (v *Value) choices(r *reader) {
	if r.depth == MaxChoice {
		r.Fail(tooDeep())
		return
	}
	r.depth++
	defer func() { r.depth-- }()
	f := field{need: true}
	r.list(elementOf(&v.Choose), &f)
}

func (v *Value) writeForm(w *writer) {
	switch {
	case v.Attribute != "":
		w.open('{')
		w.member("attribute", v.Attribute)
		if v.Key != "" {
			w.member("key", v.Key)
		}
	case v.Reading != "":
		w.open('{')
		w.member("reading", v.Reading)
	case v.Choose != nil:
		w.open('{')
		w.key("choose")
		w.within("choose", func() { w.choices(v.Choose) })
	default:
		w.text(v.Text)
		return
	}
	w.close('}')
}

// tooDeep says that a choose is nested too deep. All that go through a [Value] stop there: in
// Go, a slice of choices can hold itself.
func tooDeep() string { return fmt.Sprintf("lies deeper than %d in others", MaxChoice) }

// choices writes the rows of "choose". A slice that holds itself has more of them at each
// depth, by its length, so they are counted too.
func (w *writer) choices(rows []Choice) {
	if w.depth == MaxChoice {
		w.wrong(string(w.at), "", tooDeep())
		return
	}
	w.depth++
	defer func() { w.depth-- }()
	w.open('[')
	for i := range rows {
		if w.rows++; w.rows > MaxRows {
			if w.rows == MaxRows+1 {
				w.within("["+strconv.Itoa(i)+"]", func() { w.wrong(string(w.at), "", tooManyRows()) })
			}
			return
		}
		w.comma()
		w.within("["+strconv.Itoa(i)+"]", func() { w.value(elementOf(&rows[i])) })
	}
	w.close(']')
}

// tooManyRows says that a row is beyond [MaxRows].
func tooManyRows() string {
	return fmt.Sprintf("is one too many; a document has at most %d objects in lists", MaxRows)
}

func (v *Value) schemaForm(s *schemer) string { return `{"anyOf":[` + valueSchemas(s) + `]}` }

// valueSchemas returns the schemas of the forms of a Value.
func valueSchemas(s *schemer) string {
	return `{"type":"string","minLength":1},` +
		`{"type":"object","properties":{"attribute":{"type":"string","minLength":1},"key":{"type":"string","minLength":1}},"required":["attribute"],"additionalProperties":false},` +
		`{"type":"object","properties":{"reading":{"type":"string","minLength":1}},"required":["reading"],"additionalProperties":false},` +
		`{"type":"object","properties":{"choose":{"type":"array","minItems":1,"items":` + s.of(reflect.TypeFor[Choice](), nil) + `}},"required":["choose"],"additionalProperties":false}`
}

// A Zone is a [Value] that names a zone, or the name of a calendar whose zone is used, in
// JSON {"calendar": "office"}. The zero Zone stands for no zone: answers are printed in UTC.
type Zone struct {
	Value
	Calendar string // the name of a calendar, instead of the Value
}

func (z *Zone) readForm(r *reader) { z.read(r, &z.Calendar) }

func (z *Zone) writeForm(w *writer) {
	if z.Calendar == "" {
		z.Value.writeForm(w)
		return
	}
	w.open('{')
	w.member("calendar", z.Calendar)
	w.close('}')
}

func (z *Zone) schemaForm(s *schemer) string {
	return `{"anyOf":[` + valueSchemas(s) + `,{"type":"object","properties":{"calendar":{"type":"string","minLength":1}},"required":["calendar"],"additionalProperties":false}]}`
}
