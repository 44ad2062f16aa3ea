package document

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// Decode reads a document and checks it, see [Document.Check]. Fields that do not
// exist or stand twice are mistakes, and so is null. The error is an [*Error] with
// all mistakes and their lines and columns: those of the form, or, where there are
// none, those of what the document says. A text longer than [MaxBytes] is not read.
func Decode(data []byte) (*Document, error) {
	if len(data) > MaxBytes {
		return nil, &Error{Mistakes: []Mistake{{Line: 1, Column: 1, Why: fmt.Sprintf("the text has %d bytes; a document has at most %d", len(data), MaxBytes)}}}
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
	return d, nil
}

// textError returns the mistakes of a text's form, a [*strictjson.Error].
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

// locate gives mistakes the lines and columns of their places in a text that can
// be read: where a place itself does not stand there, those of what it lies in.
func (e *Error) locate(data []byte) {
	at := map[string]int{"": 0}
	for _, m := range e.Mistakes {
		for place := m.Place; place != ""; place = outer(place) {
			at[place] = -1
		}
	}
	places(strictjson.NewReader(data), at)
	for i := range e.Mistakes {
		m := &e.Mistakes[i]
		place := m.Place
		for at[place] < 0 {
			place = outer(place)
		}
		before := data[:at[place]]
		m.Line = 1 + bytes.Count(before, []byte("\n"))
		m.Column = 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
	}
}

// outer returns the place that a place lies in.
func outer(place string) string {
	i := max(strings.LastIndexByte(place, '.'), strings.LastIndexByte(place, '['))
	return place[:max(i, 0)]
}

// places finds where the places of a text stand that at asks for.
func places(r *strictjson.Reader, at map[string]int) {
	d := reader{Reader: r, at: at}
	d.value(elementOf(new(Document)), &field{})
}

// Encode returns the document as JSON that people can read: the same bytes for
// the same document, with what is empty left out. It does not check it. The error
// says what has no form: times of a calendar that are not whole seconds, or a rule
// for releases that makes no sense. A nil Document is an [ErrDocument].
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

// MarshalJSON returns the document as JSON without white space; see
// [Document.Encode]. Of a nil Document encoding/json makes null.
func (d Document) MarshalJSON() ([]byte, error) {
	w := writer{}
	w.value(elementOf(&d))
	if w.err != nil {
		return nil, fmt.Errorf("document: %s: %w", w.at, w.err)
	}
	return w.b, nil
}

// UnmarshalJSON sets d to the document that data spells; see [Decode]. On an error
// d stays as it is.
func (d *Document) UnmarshalJSON(data []byte) error {
	read, err := Decode(data)
	if err != nil {
		return err
	}
	*d = *read
	return nil
}
