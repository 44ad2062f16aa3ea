package document

import "github.com/slaclock/slaclock/calendar/strictjson"

// The parts whose JSON differs from what their Go type suggests have that JSON wherever they
// appear, in structs of other packages too. Rows have no JSON of their own; see the package.

// MarshalJSON returns the measure as it is written in a document. The error is an [*Error] if
// a text is not UTF-8. The zero Measure is written as the empty text, which UnmarshalJSON
// refuses.
func (m Measure) MarshalJSON() ([]byte, error) { return partJSON(&m) }

// UnmarshalJSON sets m to the measure that data encodes. The error is an [*Error]. On error,
// m is unchanged.
func (m *Measure) UnmarshalJSON(data []byte) error { return readPart(m, data) }

// MarshalJSON returns the value as it is written in a document. The error is an [*Error] if a
// text is not UTF-8, or a choose is nested more than [MaxChoice] deep. The zero Value is
// written as the empty text, which UnmarshalJSON refuses.
func (v Value) MarshalJSON() ([]byte, error) { return partJSON(&v) }

// UnmarshalJSON sets v to the value that data encodes. The error is an [*Error]. On error, v
// is unchanged.
func (v *Value) UnmarshalJSON(data []byte) error { return readPart(v, data) }

// MarshalJSON returns the zone as it is written in a document. The error is that of
// [Value.MarshalJSON]. The zero Zone is written as the empty text, which UnmarshalJSON
// refuses.
func (z Zone) MarshalJSON() ([]byte, error) { return partJSON(&z) }

// UnmarshalJSON sets z to the zone that data encodes. The error is an [*Error]. On error, z
// is unchanged.
func (z *Zone) UnmarshalJSON(data []byte) error { return readPart(z, data) }

// MarshalJSON returns the conditions as they are written in a document, a single value as a
// text. The error is an [*Error] if a text is not UTF-8. The zero When is written as {}.
func (w When) MarshalJSON() ([]byte, error) { return partJSON(&w) }

// UnmarshalJSON sets w to the conditions that data encodes. The error is an [*Error]. On
// error, w is unchanged.
func (w *When) UnmarshalJSON(data []byte) error { return readPart(w, data) }

// partJSON returns the JSON of a part. The error is an [*Error].
func partJSON(part form) ([]byte, error) {
	w := writer{}
	part.writeForm(&w)
	return w.end()
}

// readPart reads a part. On error, the part is unchanged.
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
