package strictjson

import "strconv"

// A Writer appends JSON without white space to a slice, and inserts the commas. The
// zero Writer appends to an empty slice.
//
//	w := strictjson.NewWriter(b)
//	w.OpenObject()
//	w.Name("kind").Text(e.Kind)
//	w.Name("days").Int(e.Days)
//	w.CloseObject()
//	return w.Bytes()
//
// It writes what it is told and checks nothing. It is up to the program to close what
// it opens, to write a name before each value in an object and no name twice, and to
// write exactly one value in all.
//
// It allocates only what the slice needs to grow.
type Writer struct {
	b    []byte
	more bool // the current object or array has a value already
}

// NewWriter returns a Writer that appends to b. Whatever b ends with, no comma
// comes before the first value.
func NewWriter(b []byte) Writer { return Writer{b: b} }

// Bytes returns the slice with all that has been written.
func (w *Writer) Bytes() []byte { return w.b }

// OpenObject begins an object: names with their values follow.
func (w *Writer) OpenObject() { w.open('{') }

// CloseObject ends the current object.
func (w *Writer) CloseObject() { w.close('}') }

// OpenArray begins an array: values follow.
func (w *Writer) OpenArray() { w.open('[') }

// CloseArray ends the current array.
func (w *Writer) CloseArray() { w.close(']') }

// Name writes the name of a field, whose value comes next, and returns w, so that both
// fit on one line. A field is one that the program knows by name: the name is written
// as it is, and must need no escapes. See [Writer.Key] for all other names.
func (w *Writer) Name(name string) *Writer {
	b := w.b
	if w.more {
		b = append(b, ',')
	}
	b = append(append(append(b, '"'), name...), '"', ':')
	w.b, w.more = b, false // no comma before the value
	return w
}

// Key is [Writer.Name] for any text: for a name that is not a field but a key, as
// [Reader.Map] reads it. It is escaped as by [AppendString].
func (w *Writer) Key(key string) *Writer {
	w.Text(key)
	w.b, w.more = append(w.b, ':'), false
	return w
}

// Optional writes a field with a string as its value, as by [Writer.Name] and
// [Writer.Text], or nothing if the string is empty.
func (w *Writer) Optional(name, text string) {
	if text != "" {
		w.Name(name).Text(text)
	}
}

// Text writes a string, as [AppendString] does.
func (w *Writer) Text(s string) {
	w.comma()
	w.b = AppendString(w.b, s)
}

// TextBytes is [Writer.Text] for bytes, which it does not keep.
func (w *Writer) TextBytes(s []byte) {
	w.comma()
	if b := w.b; verbatim(s) {
		w.b = append(append(append(b, '"'), s...), '"')
	} else {
		w.b = AppendString(b, string(s))
	}
}

// Int writes a whole number with all its digits.
func (w *Writer) Int(n int) {
	w.comma()
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

// Number writes a number that is already text, as [Reader.Number] returns it: "99.5".
// It is written as it is, and must be a JSON number.
func (w *Writer) Number(literal string) {
	w.comma()
	w.b = append(w.b, literal...)
}

// Bool writes true or false.
func (w *Writer) Bool(v bool) {
	w.comma()
	w.b = strconv.AppendBool(w.b, v)
}

// Null writes null.
func (w *Writer) Null() {
	w.comma()
	w.b = append(w.b, "null"...)
}

func (w *Writer) open(sign byte) {
	w.comma()
	w.b, w.more = append(w.b, sign), false
}

func (w *Writer) close(sign byte) { w.b, w.more = append(w.b, sign), true }

// comma separates the next name or value from what comes before it.
func (w *Writer) comma() {
	if w.more {
		w.b = append(w.b, ',')
	}
	w.more = true
}
