package lifecycle

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A jsonWriter writes what has been checked.
type jsonWriter struct{ b []byte }

func (w *jsonWriter) rule(r *Rule) {
	w.open('{')
	if len(r.Stages) > 0 {
		w.field("stages")
		w.open('[')
		for i := range r.Stages {
			w.element()
			w.stage(&r.Stages[i], true, true)
		}
		w.b = append(w.b, ']')
	}
	if r.Rest.Name != "" || r.Rest.Services != nil || r.Rest.Without != nil {
		w.field("rest")
		w.stage(&r.Rest, false, true)
	}
	if r.Support != nil {
		w.field("support")
		w.end(r.Support)
	}
	if r.Extension.End != nil {
		w.field("extension")
		w.stage(&r.Extension, true, false)
	}
	w.name("clause", r.Clause)
	w.b = append(w.b, '}')
}

// stage writes a stage, and of its end and Without what counts.
func (w *jsonWriter) stage(s *Stage, ends, without bool) {
	w.open('{')
	w.name("name", s.Name)
	if ends {
		w.field("end")
		w.end(s.End)
	}
	w.texts("services", s.Services)
	if without {
		w.texts("without", s.Without)
	}
	w.b = append(w.b, '}')
}

func (w *jsonWriter) scheme(s Scheme) {
	w.open('{')
	if len(s.ServiceWords) > 0 {
		w.texts("service_words", s.ServiceWords)
	}
	w.flag("prereleases", s.Prereleases)
	w.b = append(w.b, '}')
}

// texts writes a list that is not nil.
func (w *jsonWriter) texts(name string, texts []string) {
	if texts == nil {
		return
	}
	w.field(name)
	w.open('[')
	for _, text := range texts {
		w.element()
		w.b = strictjson.AppendString(w.b, text)
	}
	w.b = append(w.b, ']')
}

// name writes a text that is not empty.
func (w *jsonWriter) name(field, text string) {
	if text != "" {
		w.text(field, text)
	}
}

func (w *jsonWriter) text(field, text string) {
	w.field(field)
	w.b = strictjson.AppendString(w.b, text)
}

func (w *jsonWriter) number(field string, n int) {
	w.field(field)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

// flag writes what is true.
func (w *jsonWriter) flag(field string, is bool) {
	if is {
		w.field(field)
		w.b = append(w.b, "true"...)
	}
}

// date writes a date that is a limit; the zero date is none.
func (w *jsonWriter) date(field string, d calendar.Date) {
	if d != (calendar.Date{}) {
		w.text(field, d.String())
	}
}

// open begins an object or array.
func (w *jsonWriter) open(sign byte) { w.b = append(w.b, sign) }

// field begins a member.
func (w *jsonWriter) field(name string) {
	w.element()
	w.b = append(strictjson.AppendString(w.b, name), ':')
}

// element begins an element or member: with a comma, unless it is the first.
func (w *jsonWriter) element() {
	if last := w.b[len(w.b)-1]; last != '{' && last != '[' {
		w.b = append(w.b, ',')
	}
}

// checkText returns an error if a text of a rule that makes sense is not UTF-8.
func (r *Rule) checkText() error {
	c := textCheck{}
	for i, s := range r.Stages {
		c.stage(fmt.Sprintf("Stages[%d]", i), s)
	}
	c.stage("Rest", Stage{Name: r.Rest.Name, Services: r.Rest.Services, Without: r.Rest.Without})
	c.end("Support", r.Support)
	if r.Extension.End != nil {
		c.stage("Extension", r.Extension)
	}
	c.text("Clause", r.Clause)
	return c.err
}

// A textCheck has the first text that is not UTF-8.
type textCheck struct{ err error }

func (c *textCheck) text(place, text string) {
	if c.err == nil && !utf8.ValidString(text) {
		c.err = &RuleError{place, strconv.Quote(text) + " is not UTF-8"}
	}
}

func (c *textCheck) stage(place string, s Stage) {
	c.text(place+".Name", s.Name)
	for i, text := range s.Services {
		c.text(fmt.Sprintf("%s.Services[%d]", place, i), text)
	}
	for i, text := range s.Without {
		c.text(fmt.Sprintf("%s.Without[%d]", place, i), text)
	}
	c.end(place+".End", s.End)
}

func (c *textCheck) end(place string, e End) {
	switch e := e.(type) {
	case Given:
		c.text(place, e.Name)
	case PlusNumber:
		c.text(place, e.Name)
	}
	for i, part := range endParts(e) {
		c.end(fmt.Sprintf("%s.%d", place, i), part)
	}
}
