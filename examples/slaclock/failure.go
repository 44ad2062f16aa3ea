package main

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A failure takes the place of an answer that could not be given.
type failure struct {
	line int    // in its file, from 1
	file string // "" if there is only one
	id   string // the line's own; "" if it has none that could be read
	text string // what is wrong, and where
}

func (f failure) appendJSON(b []byte) []byte {
	b = append(b, `{"line":`...)
	b = strconv.AppendInt(b, int64(f.line), 10)
	if f.file != "" {
		b = strictjson.AppendString(append(b, `,"file":`...), f.file)
	}
	if f.id != "" {
		b = strictjson.AppendString(append(b, `,"id":`...), f.id)
	}
	b = strictjson.AppendString(append(b, `,"error":`...), f.text)
	return append(b, '}')
}

func (f failure) print(t *table) {
	place := "line " + strconv.Itoa(f.line)
	if f.file != "" {
		place = f.file + ", " + place
	}
	if f.id != "" {
		place += ", " + f.id
	}
	t.line("error: " + place + ": " + f.text)
}

// describe returns an error's text on one line, with several mistakes separated by
// semicolons.
func describe(err error) string {
	text := err.Error()
	var read *strictjson.Error
	var config *calendar.ConfigError
	switch { // what an error that has one of them says before its mistakes stays
	case errors.As(err, &read):
		text = strings.Replace(text, read.Error(), read.Brief(), 1)
	case errors.As(err, &config):
		mistakes := make([]string, len(config.Mistakes))
		for i, m := range config.Mistakes {
			mistakes[i] = m.String()
		}
		text = strings.Replace(text, config.Error(), "calendar: "+strings.Join(mistakes, "; "), 1)
	}
	// Name the package of several mistakes only once.
	if name, _, ok := strings.Cut(text, ": "); ok && !strings.Contains(name, "\n") {
		text = strings.ReplaceAll(text, "\n"+name+": ", "\n")
	}
	return strings.ReplaceAll(text, "\n", "; ")
}

// whyLines is the advice for a line that is only part of a JSON value.
const whyLines = "input is JSON Lines: write each object on a line of its own, with nothing around them"

// describeLine is describe for an error in a line. If the line looks like a part of a value
// that extends over several lines, or has several objects, it adds that input is JSON Lines.
func describeLine(err error, line []byte) string {
	text := describe(err)
	var read *strictjson.Error
	if errors.As(err, &read) && partial(read, line) {
		text += "; " + whyLines
	}
	return text
}

// partial reports whether a line that could not be read begins or ends like the lines of an
// object or array, or has several objects.
func partial(e *strictjson.Error, line []byte) bool {
	inner := bytes.TrimSpace(line)
	if len(inner) == 0 || len(e.Mistakes) == 0 {
		return false
	}
	last := e.Mistakes[len(e.Mistakes)-1]
	if last.Why == "must not follow the value" && (last.Value == "'{'" || last.Value == "','") {
		return true
	}
	return strings.IndexByte(`["]}`, inner[0]) >= 0 || inner[len(inner)-1] == ',' || last.Offset == len(line)
}
