package strictjson

import "strconv"

// enter moves into the object or array at pos. It reports whether that lies
// within [MaxDepth].
func (r *Reader) enter() bool {
	if len(r.steps) == MaxDepth {
		r.stop(r.pos, "", "is nested more than "+strconv.Itoa(MaxDepth)+" deep")
		return false
	}
	r.pos++
	r.steps = append(r.steps, step{index: between})
	return true
}

// leave moves to the first member or element, or beyond the closer if there is
// none.
func (r *Reader) leave(closer byte) bool {
	r.space()
	return r.take(closer)
}

// next goes back to the level at depth after a callback, and makes up for a
// value that was left unread. It reports whether reading goes on.
func (r *Reader) next(depth int) bool {
	// A callback that called Reset has nothing to go back to.
	if r.done || len(r.steps) != depth+1 {
		return false
	}
	switch {
	case r.ready && r.excused:
		r.Skip()
	case r.ready:
		r.Unknown()
	}
	if r.done {
		return false
	}
	r.steps[depth].index = between
	return true
}

// comma moves to the member or element after a comma, or beyond the closer. It
// reports whether there is another.
func (r *Reader) comma(closer byte) bool {
	r.space()
	if r.take(closer) {
		return false
	}
	at := r.pos
	if !r.take(',') {
		if closer == '}' {
			r.missing("must be a comma or }", "an object")
		} else {
			r.missing("must be a comma or ]", "an array")
		}
		return false
	}
	r.space()
	if r.pos < len(r.data) && r.data[r.pos] == closer {
		r.syntax(at, "must not stand before "+string(rune(closer)))
		return false
	}
	return true
}
