package whatif

// A place is what rows of the two sides are matched by.
type place struct {
	name         string
	round        int
	step, repeat int // of a step of a ladder, and of a threshold
}

// An index finds a row of one side by its place. Most rows stand where those of
// the other side do; only where one does not is a table made, so that tickets
// that are alike cost nothing, and long ones that are not no square.
type index[T any] struct {
	rows []T
	name func(*T) place
	at   map[place]int
}

func newIndex[T any](rows []T, name func(*T) place) *index[T] {
	return &index[T]{rows: rows, name: name}
}

// find returns the row at a place, or nil; i is where it stands as a rule.
func (x *index[T]) find(i int, p place) *T {
	if i < len(x.rows) && x.name(&x.rows[i]) == p {
		return &x.rows[i]
	}
	if x.at == nil {
		x.at = make(map[place]int, len(x.rows))
		for k := range x.rows {
			x.at[x.name(&x.rows[k])] = k
		}
	}
	if k, ok := x.at[p]; ok {
		return &x.rows[k]
	}
	return nil
}
