package lifecycle

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A jsonWriter writes what has been checked.
type jsonWriter struct{ strictjson.Writer }

func (w *jsonWriter) rule(r *Rule) {
	w.OpenObject()
	if len(r.Stages) > 0 {
		w.Name("stages").OpenArray()
		for i := range r.Stages {
			w.stage(&r.Stages[i], true, true)
		}
		w.CloseArray()
	}
	if r.Rest.Name != "" || r.Rest.Services != nil || r.Rest.Without != nil {
		w.Name("rest")
		w.stage(&r.Rest, false, true)
	}
	if r.Support != nil {
		w.Name("support")
		w.end(r.Support)
	}
	if r.Extension.End != nil {
		w.Name("extension")
		w.stage(&r.Extension, true, false)
	}
	w.Optional("clause", r.Clause)
	w.CloseObject()
}

// stage writes a stage: its End and Without only if they count.
func (w *jsonWriter) stage(s *Stage, ends, without bool) {
	w.OpenObject()
	w.Optional("name", s.Name)
	if ends {
		w.Name("end")
		w.end(s.End)
	}
	w.texts("services", s.Services)
	if without {
		w.texts("without", s.Without)
	}
	w.CloseObject()
}

func (w *jsonWriter) scheme(s Scheme) {
	w.OpenObject()
	if len(s.ServiceWords) > 0 {
		w.texts("service_words", s.ServiceWords)
	}
	w.flag("prereleases", s.Prereleases)
	w.CloseObject()
}

// texts writes a list that is not nil.
func (w *jsonWriter) texts(name string, texts []string) {
	if texts == nil {
		return
	}
	w.Name(name).OpenArray()
	for _, text := range texts {
		w.Text(text)
	}
	w.CloseArray()
}

// flag writes what is true.
func (w *jsonWriter) flag(field string, is bool) {
	if is {
		w.Name(field).Bool(true)
	}
}

// date writes a date that is a limit; the zero date is none.
func (w *jsonWriter) date(field string, d calendar.Date) {
	if d != (calendar.Date{}) {
		w.Name(field).Text(d.String())
	}
}

// checkText returns an error if a text of a rule that makes sense is not UTF-8.
func (r *Rule) checkText() error {
	c := textCheck{}
	for i, s := range r.Stages {
		c.stage(fmt.Sprintf("stages[%d]", i), s)
	}
	c.stage("rest", Stage{Name: r.Rest.Name, Services: r.Rest.Services, Without: r.Rest.Without})
	c.end("support", r.Support)
	if r.Extension.End != nil {
		c.stage("extension", r.Extension)
	}
	c.text("clause", r.Clause)
	return c.err
}

// A textCheck has the first text that is not UTF-8.
type textCheck struct{ err error }

func (c *textCheck) text(place, text string) {
	if c.err == nil && !utf8.ValidString(text) {
		c.err = &RuleError{place, strconv.Quote(strictjson.Shorten(text)) + " is not UTF-8"}
	}
}

func (c *textCheck) stage(place string, s Stage) {
	c.text(place+".name", s.Name)
	for i, text := range s.Services {
		c.text(fmt.Sprintf("%s.services[%d]", place, i), text)
	}
	for i, text := range s.Without {
		c.text(fmt.Sprintf("%s.without[%d]", place, i), text)
	}
	c.end(place+".end", s.End)
}

func (c *textCheck) end(place string, e End) {
	switch e := e.(type) {
	case Given:
		c.text(place+".given.name", e.Name)
	case PlusNumber:
		c.text(place+".plus_number.name", e.Name)
	}
	for i, part := range endParts(e) {
		c.end(place+partPlace(e, i), part)
	}
}
