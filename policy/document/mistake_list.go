package document

import (
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A mistakeList collects mistakes, up to maxMistakes. The zero mistakeList has none.
type mistakeList struct {
	mistakes []Mistake
	more     bool
}

// wrong reports a mistake.
func (l *mistakeList) wrong(place, value, why string) {
	if value != "" {
		value = strconv.Quote(strictjson.Shorten(value))
	}
	l.mistake(Mistake{Place: place, Value: value, Why: why})
}

func (l *mistakeList) mistake(m Mistake) {
	if len(l.mistakes) == maxMistakes {
		l.more = true
		return
	}
	l.mistakes = append(l.mistakes, m)
}

// found returns the mistakes, or nil if there are none.
func (l *mistakeList) found() *Error {
	if len(l.mistakes) == 0 {
		return nil
	}
	return &Error{Mistakes: l.mistakes, More: l.more}
}
