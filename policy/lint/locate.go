package lint

import "github.com/slaclock/slaclock/calendar/strictjson"

// locate gives findings the lines and columns of their places in a readable text. A place
// that is not in the text gets the line and column of what it would lie in.
func locate(findings []Finding, data []byte) {
	places := make([]string, len(findings))
	for i := range findings {
		places[i] = findings[i].Place
	}
	for i, at := range strictjson.Locate(data, places) {
		findings[i].Line, findings[i].Column = at.Line, at.Column
	}
}
