package strictjson

import "bytes"

const (
	// MaxDepth is how deep arrays and objects can be nested: a text nested MaxDepth
	// deep is read, a deeper one is a mistake that ends the reading.
	MaxDepth = 64
	// MaxMistakes is how many mistakes are reported for one text. The next one ends the
	// reading; see [Error.More].
	MaxMistakes = 100
)

// A Reader reads one JSON value, and all that is in it, from a byte slice. The slice
// must not change meanwhile. The zero Reader reads an empty text. A Reader must not be
// copied, nor used by two goroutines at once.
type Reader struct {
	data []byte
	pos  int

	ready   bool // the value at pos can be read; else it has been
	set     bool // Reset was called
	done    bool // a mistake ended the reading
	start   int  // where the value read last begins
	bad     bool // that value has been reported as one that cannot be read
	excused bool // the value at pos has been reported; it may stay unread

	steps   []step // the way to the value, a step for each level
	names   []name // the names so far of the objects on that way
	nameBuf []byte // what those names spell that have escapes
	textBuf []byte // what the text read last spells, if it has escapes

	mistakes []Mistake
	more     bool

	firstSteps [8]step
	firstNames [manyNames]name
}

// NewReader returns a Reader of data.
func NewReader(data []byte) *Reader {
	r := new(Reader)
	r.Reset(data)
	return r
}

// Reset makes r a Reader of data, as if new. It keeps r's buffers and forgets its
// mistakes; an error that r has returned does not change.
func (r *Reader) Reset(data []byte) {
	if !r.set {
		r.steps, r.names = r.firstSteps[:0], r.firstNames[:0]
	}
	r.data, r.pos = data, 0
	r.ready, r.set, r.done = true, true, false
	r.start, r.bad, r.excused = 0, false, false
	r.steps, r.names, r.nameBuf = r.steps[:0], r.names[:0], r.nameBuf[:0]
	r.mistakes, r.more = nil, false

	if why := foreign(data); why != "" {
		r.stop(0, "", why)
		return
	}
	r.space()
	if r.pos == len(data) {
		r.stop(r.pos, "", "the text is empty; a JSON value must stand here")
	}
}

// foreign says what a text is that begins as no JSON in UTF-8 can, and what to do about
// it. For any other text it returns "".
func foreign(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\uFEFF")):
		return "the text begins with a byte order mark (U+FEFF); leave it out"
	case len(data) < 2:
		return ""
	// The mark in two bytes, in either order; without it, each character of ASCII has a
	// zero beside it, which JSON has nowhere.
	case data[0] == 0xFF && data[1] == 0xFE, data[0] == 0xFE && data[1] == 0xFF, (data[0] == 0) != (data[1] == 0):
		return "the text is UTF-16; write UTF-8"
	case data[0] == 0x1F && data[1] == 0x8B:
		return "the text is compressed with gzip; write it as text"
	}
	return ""
}

// End returns nil if the text was one JSON value without a mistake, else an
// [*Error]. Whatever follows the value, other than white space, is a mistake. A
// value that has not been read is checked and skipped.
func (r *Reader) End() error {
	if !r.set {
		r.Reset(nil)
	}
	if len(r.steps) > 0 {
		r.misuse("End within an object or array")
		return r.Err()
	}
	if r.ready {
		r.Skip()
	}
	if r.space(); !r.done && r.pos < len(r.data) {
		r.syntax(r.pos, "must not follow the value")
	}
	return r.Err()
}

// Err returns the mistakes found so far, as an [*Error], or nil if there are none. Only
// [Reader.End] knows that there are none at all. Even before anything is read there is
// one if the text is empty, has a byte order mark, or begins as UTF-16 or gzip.
func (r *Reader) Err() error {
	if len(r.mistakes) == 0 {
		return nil
	}
	n := len(r.mistakes)
	return &Error{Mistakes: r.mistakes[:n:n], More: r.more, Lines: r.lines()}
}

// space moves to the next byte that is not white space.
func (r *Reader) space() {
	for r.pos < len(r.data) {
		switch r.data[r.pos] {
		case ' ', '\n', '\t', '\r':
			r.pos++
		default:
			return
		}
	}
}

// take moves beyond the next byte if it is c.
func (r *Reader) take(c byte) bool {
	if r.pos < len(r.data) && r.data[r.pos] == c {
		r.pos++
		return true
	}
	return false
}

// begin reports whether the next value is of the kind that is wanted, and makes
// it the present one. Any other is reported and skipped.
func (r *Reader) begin(want Kind) bool {
	if !r.ready {
		r.misuse("a value read twice")
		return false
	}
	got := r.Kind()
	if got == want {
		r.ready, r.bad, r.start = false, false, r.pos
		return true
	}
	r.mismatch(want, got)
	return false
}

// end makes the value that began at start, and ends here, the one read last.
func (r *Reader) end(start int) {
	r.ready, r.bad, r.start = false, false, start
}
