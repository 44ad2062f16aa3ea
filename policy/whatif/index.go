package whatif

// A match is what rows of the two sides are matched by.
type match struct {
	name         string
	round        int
	step, repeat int // for a step of a ladder, or a threshold
}

// differing returns the result of row for each pair of rows that differ, or that only one
// side has: those of the old side in their order, then those that only the new side has.
func differing[T, D any](before, after []T, name func(*T) match, same func(a, b *T) bool, row func(m match, a, b *T) D) []D {
	inBefore, inAfter := newIndex(before, name), newIndex(after, name)
	var all []D
	for i := range before {
		a := &before[i]
		if b := inAfter.find(i, name(a)); b == nil || !same(a, b) {
			all = append(all, row(name(a), a, b))
		}
	}
	for i := range after {
		if b := &after[i]; inBefore.find(i, name(b)) == nil {
			all = append(all, row(name(b), nil, b))
		}
	}
	return all
}

// An index finds a row of one side by its match. Most rows are at the same index on both
// sides. A table is made only if one is not, so that similar tickets cost nothing extra, and
// long ones that differ do not take quadratic time.
type index[T any] struct {
	rows []T
	name func(*T) match
	at   map[match]int
}

func newIndex[T any](rows []T, name func(*T) match) *index[T] {
	return &index[T]{rows: rows, name: name}
}

// find returns the row of a match, or nil; i is where it usually is.
func (x *index[T]) find(i int, m match) *T {
	if i < len(x.rows) && x.name(&x.rows[i]) == m {
		return &x.rows[i]
	}
	if x.at == nil {
		x.at = make(map[match]int, len(x.rows))
		for k := range x.rows {
			x.at[x.name(&x.rows[k])] = k
		}
	}
	if k, ok := x.at[m]; ok {
		return &x.rows[k]
	}
	return nil
}
