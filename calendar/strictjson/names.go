package strictjson

// manyNames is the number of members from which an object's names are kept in a map,
// lest the time to find a duplicate grow with the square of their number.
const manyNames = 32

// A name is the name of a member, without escapes.
type name struct {
	text []byte
	at   int // where its quotation mark stands
}

// seen tells quickly, for most names, that they are new in their object.
type seen struct {
	bits uint64         // a bit for each name; names can share one
	many map[string]int // all names and where they are, once there are many
}

// twice reports whether the object whose names begin at first in r.names has
// had a member of n's name, and where; else it remembers n.
func (r *Reader) twice(s *seen, first int, n name) (at int, twice bool) {
	if s.many != nil {
		if at, twice = s.many[string(n.text)]; !twice {
			s.many[string(n.text)] = n.at
		}
		return at, twice
	}
	hash := len(n.text)
	if hash > 0 {
		hash += 5*int(n.text[0]) + 11*int(n.text[hash-1]) + 17*int(n.text[hash/2])
	}
	bit := uint64(1) << (hash & 63)
	if s.bits&bit != 0 {
		for _, m := range r.names[first:] {
			if string(m.text) == string(n.text) {
				return m.at, true
			}
		}
	}
	s.bits |= bit
	if len(r.names)-first < manyNames {
		r.names = append(r.names, n)
		return 0, false
	}
	s.many = make(map[string]int, 2*manyNames)
	for _, m := range r.names[first:] {
		s.many[string(m.text)] = m.at
	}
	s.many[string(n.text)] = n.at
	return 0, false
}
