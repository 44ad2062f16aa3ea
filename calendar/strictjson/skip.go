package strictjson

// Skip reads the next value, whatever it is, and discards it. Its syntax and the names
// within are checked.
func (r *Reader) Skip() {
	kind := r.Kind()
	if !r.ready {
		r.misuse("a value read twice")
		return
	}
	r.ready, r.bad, r.start = false, false, r.pos
	switch kind {
	case Object:
		r.object(nil, atMember)
	case Array:
		r.array(nil)
	case String:
		r.scan()
	case Number:
		r.number()
	case Bool, Null:
		r.literal()
	default:
		r.noValue()
	}
}

// Raw returns the text of the next value, whatever it is, without the white space
// around it. It is checked as by [Reader.Skip]. The bytes are part of the text that r
// reads: they are valid as long as that is, and must not be changed. If there is a
// mistake in the value, Raw returns nil.
func (r *Reader) Raw() []byte {
	start, before := r.pos, len(r.mistakes)
	if !r.ready {
		r.misuse("a value read twice")
		return nil
	}
	if r.Skip(); r.done || len(r.mistakes) > before {
		r.bad = true
		return nil
	}
	return r.data[start:r.pos:r.pos]
}
