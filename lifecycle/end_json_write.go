package lifecycle

// The kinds of end that are written as a text.
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
		w.Text(ownText)
		return
	case Successor:
		w.kind("successor")
		w.Name("n").Int(e.N)
		w.scope(e.Scope)
	case Current:
		w.kind("current")
		w.scope(e.Scope)
	case Latest:
		w.kind("latest")
		w.Name("n").Int(e.N)
		w.scope(e.Scope)
		w.flag("between", e.Between)
	case Given:
		w.kind("given")
		w.Name("name").Text(e.Name)
		if e.Else != nil {
			w.part("else", e.Else)
		}
	case EndOf:
		w.OpenObject()
		w.Name("end_of").Text(e.Stage)
		w.CloseObject()
		return
	case Plus:
		w.kind("plus")
		w.part("of", e.Of)
		w.Name("n").Int(e.N)
		w.Name("unit").Text(e.Unit.String())
		w.flag("overflow", e.Overflow)
	case PlusNumber:
		w.kind("plus_number")
		w.part("of", e.Of)
		w.Name("name").Text(e.Name)
		w.Name("else").Int(e.Else)
		w.Name("unit").Text(e.Unit.String())
	case Align:
		w.kind("align")
		w.part("of", e.Of)
		w.Name("to")
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
		w.Name("rank").Int(e.Rank)
		w.scope(e.Scope)
		w.part("then", e.Then)
		w.part("else", e.Else)
	default: // Unending
		w.Text(unendingText)
		return
	}
	w.CloseObject()
	w.CloseObject()
}

// kind begins an end of a kind.
func (w *jsonWriter) kind(name string) {
	w.OpenObject()
	w.Name(name).OpenObject()
}

func (w *jsonWriter) part(field string, e End) {
	w.Name(field)
	w.end(e)
}

func (w *jsonWriter) scope(s Scope) {
	if s.Within != 0 {
		w.Name("within").Int(s.Within)
	}
	if s.Group != 0 {
		w.Name("group").Int(s.Group)
	}
	w.flag("stable", s.Stable)
}

func (w *jsonWriter) list(kind string, ends []End) {
	w.OpenObject()
	w.Name(kind).OpenArray()
	for _, e := range ends {
		w.end(e)
	}
	w.CloseArray()
	w.CloseObject()
}

func (w *jsonWriter) cases(cases Cases) {
	w.OpenObject()
	w.Name("cases").OpenArray()
	for _, c := range cases {
		w.OpenObject()
		w.date("from", c.From)
		w.date("before", c.Before)
		w.part("end", c.End)
		w.CloseObject()
	}
	w.CloseArray()
	w.CloseObject()
}
