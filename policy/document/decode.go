package document

import (
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// Decode reads a document and checks it; see [Document.Check]. Unknown fields, repeated
// fields and null are mistakes. The error is an [*Error] that lists all mistakes with their
// lines and columns: mistakes of form or, if there are none, those that Check finds. A text
// longer than [MaxBytes] is refused unread. All policies made from the Document have the same
// levels; see [Document.For].
func Decode(data []byte) (*Document, error) {
	if len(data) > MaxBytes {
		return nil, &Error{Mistakes: []Mistake{{Line: 1, Column: 1, Why: fmt.Sprintf("the text has more than %d bytes, which is the most that a document can have", MaxBytes)}}}
	}
	d := new(Document)
	r := reader{Reader: strictjson.NewReader(data)}
	r.value(elementOf(d), &field{})
	if err := r.End(); err != nil {
		return nil, textError(err)
	}
	if e := d.check(); e != nil {
		e.locate(data)
		return nil, e
	}
	d.keepScales()
	return d, nil
}

// textError returns the mistakes of a text's form, which are a [*strictjson.Error].
func textError(err error) *Error {
	e := &Error{}
	var s *strictjson.Error
	if errors.As(err, &s) {
		e.More = s.More
		for _, m := range s.Mistakes {
			e.Mistakes = append(e.Mistakes, Mistake{m.Path, m.Line, m.Column, m.Value, m.Why})
		}
	}
	return e
}

// locate gives mistakes the lines and columns of their places in a readable text. A place
// that is not in the text gets the line and column of what it would lie in.
func (e *Error) locate(data []byte) {
	places := make([]string, len(e.Mistakes))
	for i := range e.Mistakes {
		places[i] = e.Mistakes[i].Place
	}
	for i, at := range strictjson.Locate(data, places) {
		e.Mistakes[i].Line, e.Mistakes[i].Column = at.Line, at.Column
	}
}

// Encode returns the document as JSON for people to read, with empty fields left out: always
// the same bytes for the same document. It does not check the document. The error is an
// [ErrDocument], also for a nil Document. It lists what has no JSON form: texts that are not
// UTF-8, times of a calendar that are not whole seconds, an invalid rule for releases, and a
// choose that is nested more than [MaxChoice] deep, as one that holds itself is, or that has
// more than [MaxRows] rows.
func (d *Document) Encode() ([]byte, error) {
	if d == nil {
		return nil, isNil()
	}
	text, err := d.MarshalJSON()
	if err != nil {
		return nil, err
	}
	return layout(nil, text), nil
}

// MarshalJSON returns the document as JSON without white space; see [Document.Encode].
// encoding/json writes a nil *Document as null.
func (d Document) MarshalJSON() ([]byte, error) {
	w := writer{}
	w.value(elementOf(&d))
	return w.end()
}

// UnmarshalJSON sets d to the document that data encodes; see [Decode]. On error, d is
// unchanged.
func (d *Document) UnmarshalJSON(data []byte) error {
	read, err := Decode(data)
	if err != nil {
		return err
	}
	*d = *read
	return nil
}
