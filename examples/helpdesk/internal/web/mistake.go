package web

import (
	"errors"
	"html/template"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

// A mistake is what is wrong with a form, as its page shows it: in words above the form, to
// which the wrong field refers. That field gets the focus, or the words do if no field is
// wrong.
type mistake struct {
	Text  string // a sentence; "" if nothing is wrong
	Field string // the name of the field in the form; "" for none
}

// ownFields are the fields that the forms have under all agreements.
var ownFields = [...]string{"title", "severity", "channel", "at", "id", "note", "kind"}

// mistakeOf returns the mistake of an error, in a form with fields of its agreement.
func mistakeOf(err error, text string, fields []agreements.Field) mistake {
	m := mistake{Text: sentence(text)}
	var invalid *desk.InvalidError
	switch {
	case errors.As(err, &invalid) && invalid.Field != "":
		if slices.Contains(ownFields[:], invalid.Field) { // not the key, which nobody sees
			m.Field = invalid.Field
		}
	case errors.Is(err, desk.ErrIDTaken):
		m.Field = "id"
	default:
		m.Field = fieldAt(text, fields)
	}
	return m
}

// fieldAt returns the name of the field whose place is at the beginning of an error's text,
// such as customer.zone, attributes["agreed.urgent"] or readings; "" for none.
func fieldAt(text string, fields []agreements.Field) string {
	place, _, _ := strings.Cut(text, ": ")
	for _, whose := range []string{"customer", "attributes"} {
		if rest, ok := strings.CutPrefix(place, whose); ok {
			place = strings.TrimLeft(rest, `.["`)
			break
		}
	}
	for _, f := range fields {
		rest, ok := strings.CutPrefix(place, f.Name)
		if ok && (rest == "" || strings.Contains(`.[]"`, rest[:1])) {
			return f.Key()
		}
	}
	return ""
}

// Mark returns the attributes by which a screen reader and the style show that a field of the
// form is wrong. help is the id of what explains it; "" for nothing.
func (m mistake) Mark(field, help string) template.HTMLAttr {
	wrong := m.Text != "" && m.Field == field
	about := strings.Fields(help)
	if wrong {
		about = append(about, "mistake")
	}
	var b strings.Builder
	if len(about) > 0 {
		b.WriteString(` aria-describedby="` + template.HTMLEscapeString(strings.Join(about, " ")) + `"`)
	}
	if wrong {
		b.WriteString(` aria-invalid="true" autofocus`)
	}
	return template.HTMLAttr(b.String())
}
