package lint

import "github.com/slaclock/slaclock/calendar/strictjson"

// AppendJSON appends the finding to b as one JSON object. Fields are absent where
// there is nothing to say.
func (f *Finding) AppendJSON(b []byte) []byte {
	w := strictjson.NewWriter(b)
	text := func(name, value string) {
		if value != "" {
			w.Name(name).Text(value)
		}
	}
	number := func(name string, n int) {
		if n != 0 {
			w.Name(name).Int(n)
		}
	}
	w.OpenObject()
	w.Name("code").Text(f.Code)
	text("severity", f.Severity.String())
	text("place", f.Place)
	number("line", f.Line)
	number("column", f.Column)
	text("what", f.What)
	text("when", f.When)
	text("consequence", f.Consequence)
	text("remedy", f.Remedy)
	w.CloseObject()
	return w.Bytes()
}
