package strictjson

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Fail reports a mistake at the value read last, or at the next one if that has not
// been read. Reading goes on. In the message why follows the quoted value: "is not a
// kind of event". An object or array is not quoted, so what is wrong with one must be
// worded to stand alone: `needs "at"`.
//
// Within a callback of Object or Array, the value is the member or element; after
// Object or Array has returned, it is the object or array itself. If the member or
// element has not been read when the callback returns, it is skipped without a further
// report. If the value could not be read, for instance because of its type, that has
// been reported, and Fail reports nothing; nor does it after a mistake that ended the
// reading.
func (r *Reader) Fail(why string) {
	switch {
	case r.ready:
		r.excused = true
		r.add(r.pos, r.show(r.pos), why)
	case !r.bad:
		r.add(r.start, r.show(r.start), why)
	}
}

// Unknown reports the member that is being read as one that its object does not have,
// at its name, and skips its value. It suggests the known name that is spelt most like
// it, or lists all known names if none is similar. It is for the default branch of a
// switch. For an element of an array, which has no name, it says only that it must not
// be there.
func (r *Reader) Unknown(known ...string) {
	if n := len(r.steps); n > 0 && (r.steps[n-1].index == atMember || r.steps[n-1].index == atKey) {
		s := r.steps[n-1]
		why := "unknown field"
		if s.index == atKey {
			why = "unknown key"
		}
		if near, ok := Nearest(string(s.name), known); ok {
			why += "; did you mean " + quote([]byte(near)) + "?"
		} else if len(known) > 0 {
			why += "; known are " + strings.Join(known, ", ")
		}
		r.add(s.at, "", why)
	} else {
		r.Fail("must not stand here")
	}
	if r.ready {
		r.Skip()
	}
	r.bad = true
}

// mismatch reports and skips the value at pos, which is of another kind. If it only
// begins like a value and has no kind, only its syntax is reported.
func (r *Reader) mismatch(want, got Kind) {
	at, why := r.pos, "must be "+want.String()
	if got == Object || got == Array {
		r.add(at, "", why+", not "+got.String())
		r.Skip()
	} else {
		r.Skip()
		r.add(at, r.show(at), why)
	}
	r.bad = true
}

// misuse reports a mistake of the program, not of the text.
func (r *Reader) misuse(what string) {
	if !r.set {
		r.Reset(nil)
	}
	r.add(r.pos, "", what+": a mistake of the program that reads")
}

// noValue ends the reading at pos, where no value begins.
func (r *Reader) noValue() {
	switch at := r.pos; {
	case at == len(r.data):
		r.stop(at, "", "the text ends where a value must stand")
	case r.data[at] == '\'':
		r.syntax(at, "must be a double quotation mark")
	default:
		r.syntax(at, "is not a JSON value")
	}
}

// missing ends the reading at pos, where something else must stand.
func (r *Reader) missing(why, within string) {
	if r.pos == len(r.data) {
		r.stop(r.pos, "", "the text ends within "+within)
		return
	}
	r.syntax(r.pos, why)
}

// syntax ends the reading with a mistake at a word or sign.
func (r *Reader) syntax(at int, why string) {
	value := sign(r.data[at:])
	if wordByte(r.data[at]) {
		value = r.show(at)
	}
	r.stop(at, value, why)
}

// stop ends the reading with a mistake.
func (r *Reader) stop(at int, value, why string) {
	r.add(at, value, why)
	r.halt()
}

// halt ends the reading: nothing is left to be read.
func (r *Reader) halt() {
	r.ready, r.done = false, true
	r.pos = len(r.data)
}

// add reports a mistake, unless the reading has ended.
func (r *Reader) add(at int, value, why string) {
	if r.done {
		return
	}
	if len(r.mistakes) == MaxMistakes {
		r.more = true
		r.halt()
		return
	}
	line, column := r.lineColumn(at)
	r.mistakes = append(r.mistakes, Mistake{
		Path: r.Path(), Offset: at, Line: line, Column: column, Value: value, Why: why,
	})
}

// lineColumn returns the line and column of a byte, from 1.
func (r *Reader) lineColumn(at int) (line, column int) {
	before := r.data[:at]
	begin := bytes.LastIndexByte(before, '\n') + 1
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[begin:])
}

// place names the line and column of a byte.
func (r *Reader) place(at int) string {
	line, column := r.lineColumn(at)
	return position(r.lines(), line, column)
}

// lines returns how many lines the text has; one that \n ends begins no other.
func (r *Reader) lines() int {
	n := bytes.Count(r.data, []byte("\n"))
	if bytes.HasSuffix(r.data, []byte("\n")) && n > 0 {
		n--
	}
	return n + 1
}
