package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A failure stands in the place of the answer to a line that has none.
type failure struct {
	line int    // in its file, from 1
	file string // "" where it goes without saying
	id   string // the line's own, "" if it has none that could be read
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

// describe returns what an error says, on one line: several mistakes are
// separated by semicolons.
func describe(err error) string {
	text := err.Error()
	var read *strictjson.Error
	var config *calendar.ConfigError
	switch { // what an error that has one of them says before its mistakes stays
	case errors.As(err, &read):
		text = strings.Replace(text, read.Error(), readMistakes(read), 1)
	case errors.As(err, &config):
		mistakes := make([]string, len(config.Mistakes))
		for i, m := range config.Mistakes {
			mistakes[i] = m.String()
		}
		text = strings.Replace(text, config.Error(), "calendar: "+strings.Join(mistakes, "; "), 1)
	}
	return strings.ReplaceAll(text, "\n", "; ")
}

// readMistakes returns the mistakes of a line, which needs no column for each.
func readMistakes(e *strictjson.Error) string {
	mistakes := make([]string, 0, len(e.Mistakes)+1)
	for _, m := range e.Mistakes {
		text := m.String()
		if m.Path == "" && m.Offset > 0 { // nothing but the column says where
			text = "column " + strconv.Itoa(m.Column) + ": " + text
		}
		mistakes = append(mistakes, text)
	}
	if e.More {
		mistakes = append(mistakes, "and more")
	}
	return strings.Join(mistakes, "; ")
}
