package strictjson

// Object reads an object, and calls field for each member, in order. Any other value is
// reported and skipped, without a call.
//
// The name has its escapes replaced by what they stand for. It is valid until field
// returns and must not be changed: string(name) makes a copy to keep. A second member
// of the same name is reported and skipped without a call; so is one whose name is not
// UTF-8.
//
// Each call must read the member's value. If it neither reads nor reports it, the
// member is reported as by [Reader.Unknown].
func (r *Reader) Object(field func(name []byte)) {
	if r.begin(Object) {
		r.object(field, atMember)
	}
}

// object reads the object at pos; without field it skips all members. index
// tells whether the names are those of fields, atMember, or keys, atKey.
func (r *Reader) object(field func(name []byte), index int) {
	start, depth := r.pos, len(r.steps)
	firstName, firstByte := len(r.names), len(r.nameBuf)
	if !r.enter() {
		return
	}
	var seen seen
	for more := !r.leave('}'); more; more = r.comma('}') {
		at := r.pos
		text, fit := r.member()
		if r.done {
			return
		}
		r.steps[depth] = step{name: text, index: index, at: at}
		if fit {
			if first, twice := r.twice(&seen, firstName, name{text, at}); twice {
				r.add(at, "", "appears twice in one object, first at "+r.place(first))
				fit = false
			}
		}
		r.ready, r.excused = !r.done, !fit
		if fit && field != nil {
			field(text)
		} else {
			r.Skip()
		}
		if !r.next(depth) {
			return
		}
	}
	if r.done {
		return
	}
	r.steps, r.names, r.nameBuf = r.steps[:depth], r.names[:firstName], r.nameBuf[:firstByte]
	r.end(start)
}

// member reads a name and the colon, and moves to the value. It reports whether
// the name is fit to be handed out.
func (r *Reader) member() (text []byte, fit bool) {
	if r.pos == len(r.data) || r.data[r.pos] != '"' {
		r.missing("must be a name in double quotes", "an object")
		return nil, false
	}
	s := r.scan()
	if r.done {
		return nil, false
	}
	if r.space(); !r.take(':') {
		r.missing("must be a colon", "an object")
		return nil, false
	}
	r.space()
	if !s.escaped || !s.fit {
		return r.data[s.from:s.to:s.to], s.fit
	}
	n := len(r.nameBuf)
	r.nameBuf = unescape(r.nameBuf, r.data[s.from:s.to])
	return r.nameBuf[n:len(r.nameBuf):len(r.nameBuf)], true
}
