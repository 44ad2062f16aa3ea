package lint

import (
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// AppendJSON appends the finding to b as one JSON object. Fields are absent where
// there is nothing to say.
func (f *Finding) AppendJSON(b []byte) []byte {
	b = append(b, `{"code":`...)
	b = strictjson.AppendString(b, f.Code)
	text := func(name, value string) {
		if value != "" {
			b = strictjson.AppendString(append(b, `,"`+name+`":`...), value)
		}
	}
	number := func(name string, n int) {
		if n != 0 {
			b = strconv.AppendInt(append(b, `,"`+name+`":`...), int64(n), 10)
		}
	}
	text("severity", f.Severity.String())
	text("place", f.Place)
	number("line", f.Line)
	number("column", f.Column)
	text("what", f.What)
	text("when", f.When)
	text("consequence", f.Consequence)
	text("remedy", f.Remedy)
	return append(b, '}')
}
