package policy

import (
	"errors"
	"strconv"
)

// mistakes collects what is wrong, in the order in which it stands there.
type mistakes []error

// wrong adds a mistake of an agreement.
func (m *mistakes) wrong(place, value, why string) { m.add(wrong(place, value, why)) }

// add adds an error, unless it is nil.
func (m *mistakes) add(err error) {
	if err != nil {
		*m = append(*m, err)
	}
}

// err returns all of them as one error, whose text has a line for each; nil if there
// is none.
func (m mistakes) err() error { return errors.Join(m...) }

// inside returns the place of a key within another place: readings[purchased.zone]. A
// key that is not a plain name is quoted, since anybody may have written it.
func inside(place, key string) string {
	short := shorten(key)
	quote := key == "" || short != key
	for i := 0; i < len(key); i++ {
		switch c := key[i]; {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_', c == '-', c == '+', c == '.':
		default:
			quote = true
		}
	}
	if quote {
		short = strconv.Quote(short)
	}
	return place + "[" + short + "]"
}
