package strictjson

// Bool reads true or false and returns it. Any other value is reported and read as
// false.
func (r *Reader) Bool() bool {
	if !r.begin(Bool) {
		return false
	}
	return r.literal() == "true"
}

// Null reports whether the next value is null, and reads it if so. It leaves any other
// value unread.
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
