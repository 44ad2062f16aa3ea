package strictjson

// Array reads an array, and calls elem for each element, in order, with its index, from
// 0. Any other value is reported and skipped, without a call. Each call must read its
// element; an element that is neither read nor reported is a mistake.
func (r *Reader) Array(elem func(i int)) {
	if r.begin(Array) {
		r.array(elem)
	}
}

// array reads the array at pos; without elem it skips all elements.
func (r *Reader) array(elem func(i int)) {
	start, depth := r.pos, len(r.steps)
	if !r.enter() {
		return
	}
	i := 0
	for more := !r.leave(']'); more; more = r.comma(']') {
		r.steps[depth] = step{index: i, at: r.pos}
		r.ready, r.excused = true, false
		if elem != nil {
			elem(i)
		} else {
			r.Skip()
		}
		if !r.next(depth) {
			return
		}
		i++
	}
	if r.done {
		return
	}
	r.steps = r.steps[:depth]
	r.end(start)
}
