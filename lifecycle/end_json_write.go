package lifecycle

import (
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The kinds of end that are a text by themselves.
const (
	ownText      = "own"
	unendingText = "unending"
)

// endKinds returns the kinds of end that are objects, in the order of the
// documentation.
func endKinds() []string {
	return []string{
		"successor", "current", "latest", "given", "end_of", "plus", "plus_number", "align", "later", "earlier", "cases", "held",
	}
}

// end writes an end that has been checked.
func (w *jsonWriter) end(e End) {
	switch e := e.(type) {
	case Own:
		w.b = strictjson.AppendString(w.b, ownText)
		return
	case Successor:
		w.kind("successor")
		w.number("n", e.N)
		w.scope(e.Scope)
	case Current:
		w.kind("current")
		w.scope(e.Scope)
	case Latest:
		w.kind("latest")
		w.number("n", e.N)
		w.scope(e.Scope)
		w.flag("between", e.Between)
	case Given:
		w.kind("given")
		w.text("name", e.Name)
		if e.Else != nil {
			w.part("else", e.Else)
		}
	case EndOf:
		w.open('{')
		w.text("end_of", e.Stage)
		w.b = append(w.b, '}')
		return
	case Plus:
		w.kind("plus")
		w.part("of", e.Of)
		w.number("n", e.N)
		w.text("unit", e.Unit.String())
		w.flag("overflow", e.Overflow)
	case PlusNumber:
		w.kind("plus_number")
		w.part("of", e.Of)
		w.text("name", e.Name)
		w.number("else", e.Else)
		w.text("unit", e.Unit.String())
	case Align:
		w.kind("align")
		w.part("of", e.Of)
		w.field("to")
		w.alignment(e.To)
		w.flag("next", e.Next)
	case Later:
		w.list("later", e)
		return
	case Earlier:
		w.list("earlier", e)
		return
	case Cases:
		w.cases(e)
		return
	case Held:
		w.kind("held")
		w.number("rank", e.Rank)
		w.scope(e.Scope)
		w.part("then", e.Then)
		w.part("else", e.Else)
	default: // Unending
		w.b = strictjson.AppendString(w.b, unendingText)
		return
	}
	w.b = append(w.b, "}}"...)
}

// kind begins an end of a kind.
func (w *jsonWriter) kind(name string) {
	w.open('{')
	w.field(name)
	w.open('{')
}

func (w *jsonWriter) part(field string, e End) {
	w.field(field)
	w.end(e)
}

func (w *jsonWriter) scope(s Scope) {
	if s.Within != 0 {
		w.number("within", s.Within)
	}
	if s.Group != 0 {
		w.number("group", s.Group)
	}
	w.flag("stable", s.Stable)
}

func (w *jsonWriter) list(kind string, ends []End) {
	w.open('{')
	w.field(kind)
	w.open('[')
	for _, e := range ends {
		w.element()
		w.end(e)
	}
	w.b = append(w.b, "]}"...)
}

func (w *jsonWriter) cases(cases Cases) {
	w.open('{')
	w.field("cases")
	w.open('[')
	for _, c := range cases {
		w.element()
		w.open('{')
		w.date("from", c.From)
		w.date("before", c.Before)
		w.part("end", c.End)
		w.b = append(w.b, '}')
	}
	w.b = append(w.b, "]}"...)
}

func (w *jsonWriter) alignment(a Alignment) {
	switch a.Kind {
	case ToYearEnd:
		w.b = strictjson.AppendString(w.b, yearEndText)
	case ToDay:
		w.open('{')
		w.number("day", a.Day)
		w.b = append(w.b, '}')
	case ToWeekday:
		w.open('{')
		w.number("nth", a.Nth)
		w.text("weekday", strings.ToLower(a.Weekday.String()[:3]))
		w.b = append(w.b, '}')
	default:
		w.b = strictjson.AppendString(w.b, monthEndText)
	}
}
