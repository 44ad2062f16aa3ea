package document

import "github.com/slaclock/slaclock/calendar/strictjson"

// What is written otherwise than its Go type suggests has its form wherever it stands,
// in a struct of one's own too. Rows have no JSON of their own; see the package.

// MarshalJSON returns the measure as it stands in a document. The error is always nil.
// The zero Measure is the empty text, which is not read back.
func (m Measure) MarshalJSON() ([]byte, error) { return partJSON(&m), nil }

// UnmarshalJSON sets m to the measure that data spells. The error is an [*Error]; m is
// then as before.
func (m *Measure) UnmarshalJSON(data []byte) error { return readPart(m, data) }

// MarshalJSON returns the value as it stands in a document. The error is always nil.
// The zero Value is the empty text, which is not read back.
func (v Value) MarshalJSON() ([]byte, error) { return partJSON(&v), nil }

// UnmarshalJSON sets v to the value that data spells. The error is an [*Error]; v is
// then as before.
func (v *Value) UnmarshalJSON(data []byte) error { return readPart(v, data) }

// MarshalJSON returns the zone as it stands in a document. The error is always nil.
// The zero Zone is the empty text, which is not read back.
func (z Zone) MarshalJSON() ([]byte, error) { return partJSON(&z), nil }

// UnmarshalJSON sets z to the zone that data spells. The error is an [*Error]; z is
// then as before.
func (z *Zone) UnmarshalJSON(data []byte) error { return readPart(z, data) }

// MarshalJSON returns the conditions as they stand in a document, one value as a text.
// The error is always nil. The zero When is {}.
func (w When) MarshalJSON() ([]byte, error) { return partJSON(&w), nil }

// UnmarshalJSON sets w to the conditions that data spells. The error is an [*Error]; w
// is then as before.
func (w *When) UnmarshalJSON(data []byte) error { return readPart(w, data) }

// partJSON returns the JSON of a part, none of which has anything in it that has no
// form.
func partJSON(part form) []byte {
	w := writer{}
	part.writeForm(&w)
	return w.b
}

// readPart reads a part, which stays as it is if it cannot be read.
func readPart[T any](part *T, data []byte) error {
	read := new(T)
	r := reader{Reader: strictjson.NewReader(data)}
	r.value(elementOf(read), &field{})
	if err := r.End(); err != nil {
		return textError(err)
	}
	*part = *read
	return nil
}
