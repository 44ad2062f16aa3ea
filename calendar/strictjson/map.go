package strictjson

// Map reads an object whose names are not fields but keys: days of the week, dates,
// severities. It does what [Reader.Object] does; only mistakes look different: a place
// within is "week[mon][1]" instead of "week.mon[1]", and an entry that is not read is
// an unknown key.
func (r *Reader) Map(entry func(key []byte)) {
	if r.begin(Object) {
		r.object(entry, atKey)
	}
}
