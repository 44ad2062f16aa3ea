package policy

import "errors"

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
