package strictjson

import "strconv"

// Number reads a number and returns it as it is written. Any other value is reported
// and read as "".
func (r *Reader) Number() string {
	return string(r.numberBytes())
}

// Int64 reads a whole number and returns it. A number that is written with a fraction
// or an exponent, even 1.0, or that does not fit into an int64, is reported and read as
// 0; so is any other value.
func (r *Reader) Int64() int64 {
	literal := r.numberBytes()
	if literal == nil {
		return 0
	}
	for _, c := range literal {
		if c == '.' || c == 'e' || c == 'E' {
			return r.notInt("must be a whole number, without fraction and exponent")
		}
	}
	n, err := strconv.ParseInt(string(literal), 10, 64)
	if err != nil {
		return r.notInt("must lie between -9223372036854775808 and 9223372036854775807")
	}
	return n
}

// notInt reports the number just read.
func (r *Reader) notInt(why string) int64 {
	r.Fail(why)
	r.bad = true
	return 0
}

func (r *Reader) numberBytes() []byte {
	if !r.begin(Number) || !r.number() {
		return nil
	}
	return r.data[r.start:r.pos:r.pos]
}

// number moves beyond the number at pos and checks it.
func (r *Reader) number() bool {
	start := r.pos
	r.take('-')
	first := r.pos
	ok := r.digits()
	switch {
	case ok && r.data[first] == '0' && r.pos > first+1:
		r.syntax(start, "must be written without leading zeros")
		return false
	case ok && r.take('.'):
		ok = r.digits()
	}
	if ok && (r.take('e') || r.take('E')) {
		if !r.take('+') {
			r.take('-')
		}
		ok = r.digits()
	}
	if !ok || r.pos < len(r.data) && wordByte(r.data[r.pos]) {
		r.syntax(start, "is not a JSON number")
		return false
	}
	return true
}

// digits moves beyond decimal digits and reports whether there is any.
func (r *Reader) digits() bool {
	start := r.pos
	for r.pos < len(r.data) && r.data[r.pos] >= '0' && r.data[r.pos] <= '9' {
		r.pos++
	}
	return r.pos > start
}
