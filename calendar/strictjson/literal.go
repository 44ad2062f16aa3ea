package strictjson

// Bool returns the true or false that stands next. Any other value is reported
// and read as false.
func (r *Reader) Bool() bool {
	if !r.begin(Bool) {
		return false
	}
	return r.literal() == "true"
}

// Null reports whether null stands next, and reads it if so. Any other value it
// leaves to be read.
func (r *Reader) Null() bool {
	if r.Kind() != Null || !r.begin(Null) {
		return false
	}
	return r.literal() == "null"
}

// literal reads true, false or null, by its first letter; "" after a mistake.
func (r *Reader) literal() string {
	want := "null"
	switch r.data[r.pos] {
	case 't':
		want = "true"
	case 'f':
		want = "false"
	}
	end := r.pos + len(want)
	if end > len(r.data) || string(r.data[r.pos:end]) != want ||
		end < len(r.data) && wordByte(r.data[end]) {
		r.syntax(r.pos, "is not a JSON value")
		return ""
	}
	r.pos = end
	return want
}
