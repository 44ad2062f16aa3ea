package policy

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// mistakes collects what is wrong, in the order in which it was found.
type mistakes []error

// wrong adds a mistake of an agreement.
func (m *mistakes) wrong(place, value, why string) { m.add(wrong(place, value, why)) }

// add adds an error, unless it is nil.
func (m *mistakes) add(err error) {
	if err != nil {
		*m = append(*m, err)
	}
}

// err returns the mistakes as one error, whose text has a line for each, or nil if there
// are none.
func (m mistakes) err() error { return errors.Join(m...) }

// full reports whether there are more mistakes than few returns.
func (m mistakes) full() bool { return len(m) > strictjson.MaxMistakes }

// few returns the mistakes or, of more than a hundred, the first hundred and a last one
// that says that a place has more: each lists what would be valid, so many of them would be
// long.
func (m mistakes) few(kind error, place string) mistakes {
	if m.full() {
		return append(m[:strictjson.MaxMistakes:strictjson.MaxMistakes], &PlaceError{Kind: kind, Place: place, Why: "have more mistakes than these"})
	}
	return m
}
