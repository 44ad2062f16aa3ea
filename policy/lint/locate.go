package lint

import "github.com/slaclock/slaclock/calendar/strictjson"

// locate gives findings the lines and columns of their places in a text that can
// be read: where a place itself does not stand there, those of what it lies in.
func locate(findings []Finding, data []byte) {
	places := make([]string, len(findings))
	for i := range findings {
		places[i] = findings[i].Place
	}
	for i, at := range strictjson.Locate(data, places) {
		findings[i].Line, findings[i].Column = at.Line, at.Column
	}
}
