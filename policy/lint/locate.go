package lint

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// locate gives findings the lines and columns of their places in a text that can
// be read: where a place itself does not stand there, those of what it lies in.
func locate(findings []Finding, data []byte) {
	at := map[string]int{"": 0}
	for i := range findings {
		for place := findings[i].Place; place != ""; place = outer(place) {
			at[place] = -1
		}
	}
	walk(strictjson.NewReader(data), at)
	for i := range findings {
		f := &findings[i]
		place := f.Place
		for at[place] < 0 {
			place = outer(place)
		}
		before := data[:at[place]]
		f.Line = 1 + bytes.Count(before, []byte("\n"))
		f.Column = 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	}
}

// walk finds where the places stand that at asks for.
func walk(r *strictjson.Reader, at map[string]int) {
	path := r.Path()
	offset, asked := at[path]
	if asked && offset < 0 {
		at[path] = r.Offset()
	}
	if !asked && path != "" {
		r.Skip() // nor is anything in it
		return
	}
	switch r.Kind() {
	case strictjson.Object:
		r.Object(func([]byte) { walk(r, at) })
	case strictjson.Array:
		r.Array(func(int) { walk(r, at) })
	default:
		r.Skip()
	}
}

// outer returns the place that a place lies in.
func outer(place string) string {
	i := max(strings.LastIndexByte(place, '.'), strings.LastIndexByte(place, '['))
	return place[:max(i, 0)]
}
