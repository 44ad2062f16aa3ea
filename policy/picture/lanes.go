package picture

// Lanes are rows of labels that must not overlap. The zero value of a lane is
// empty.
type lanes [][]interval

// An interval is a stretch of a lane, both ends included.
type interval struct{ from, to px }

// gap is the least space between two labels.
const gap = 6 * pixel

// take takes room in the first lane that has it, and returns the index of the lane. It
// returns false if no lane has room.
func (l lanes) take(from, to px) (lane int, ok bool) {
	for i := range l {
		if l.free(i, from, to) {
			l[i] = append(l[i], interval{from, to})
			return i, true
		}
	}
	return 0, false
}

func (l lanes) free(lane int, from, to px) bool {
	for _, t := range l[lane] {
		if from < t.to+gap && t.from < to+gap {
			return false
		}
	}
	return true
}

// used returns how many lanes have labels.
func (l lanes) used() int {
	n := 0
	for i := range l {
		if len(l[i]) > 0 {
			n = i + 1
		}
	}
	return n
}

// within moves a label of width w that begins at x into a stretch.
func within(x, w, from, to px) px { return max(from, min(x, to-w)) }
