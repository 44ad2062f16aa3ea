package lint

import "github.com/slaclock/slaclock/calendar/strictjson"

// AppendJSON appends the finding to b as one JSON object. Fields with nothing to say are
// absent. A nil Finding is written like the zero Finding.
func (f *Finding) AppendJSON(b []byte) []byte {
	if f == nil {
		f = new(Finding)
	}
	w := strictjson.NewWriter(b)
	number := func(name string, n int) {
		if n != 0 {
			w.Name(name).Int(n)
		}
	}
	w.OpenObject()
	w.Name("code").Text(f.Code)
	w.Optional("severity", f.Severity.String())
	w.Optional("place", f.Place)
	number("line", f.Line)
	number("column", f.Column)
	w.Optional("what", f.What)
	w.Optional("when", f.When)
	w.Optional("consequence", f.Consequence)
	w.Optional("remedy", f.Remedy)
	w.CloseObject()
	return w.Bytes()
}

// MarshalJSON returns what [Finding.AppendJSON] appends. The error is always nil.
func (f Finding) MarshalJSON() ([]byte, error) { return f.AppendJSON(nil), nil }
