package lint

import (
	"strings"

	"github.com/slaclock/slaclock/policy/document"
)

// The bounds of the work on one document.
const (
	maxTried = 4096    // if there are no more combinations than this, all are tried; else each value and each pair
	maxMost  = 4096    // the most combinations that are tried
	maxWork  = 200_000 // the most rows that are made for a document's combinations
)

// combinations returns which values are tried together, as indexes by axis, and whether these
// are all combinations. If there are too many, it returns each value, and each pair of values
// of two axes, together with the first values of the other axes.
func combinations(axes []axis, most int) (list [][]int, all bool) {
	n, all := 1, true
	for _, x := range axes {
		all = all && !x.partly
		if n *= len(x.values); n > maxTried {
			n = maxTried + 1
		}
	}
	first := make([]int, len(axes))
	if n <= min(maxTried, most) {
		for range n {
			list = append(list, append([]int(nil), first...))
			for a := len(axes) - 1; a >= 0; a-- {
				if first[a]++; first[a] < len(axes[a].values) {
					break
				}
				first[a] = 0
			}
		}
		return list, all
	}
	add := func(change ...int) bool {
		c := make([]int, len(axes))
		for i := 0; i < len(change); i += 2 {
			c[change[i]] = change[i+1]
		}
		list = append(list, c)
		return len(list) < most
	}
	more := add()
	for a := 0; a < len(axes) && more; a++ {
		for v := 1; v < len(axes[a].values) && more; v++ {
			more = add(a, v)
		}
	}
	for a := 0; a < len(axes) && more; a++ {
		for b := 0; b < a && more; b++ {
			for v := 1; v < len(axes[a].values) && more; v++ {
				for w := 1; w < len(axes[b].values) && more; w++ {
					more = add(a, v, b, w)
				}
			}
		}
	}
	return list, false
}

// ticket returns the attributes and readings of a combination, and the state in which
// conditions are evaluated.
func ticket(axes []axis, combination []int, d *document.Document) (attributes, readings map[string]string, s *state) {
	attributes, readings = map[string]string{}, map[string]string{}
	s = &state{texts: map[string]string{}, keys: map[string][]string{}, byLevel: map[string]bool{}}
	for a, i := range combination {
		x := &axes[a]
		v := &x.values[i]
		switch {
		case x.kind == "":
			readings[x.name] = v.text
			s.texts[x.name] = v.text
		case plainType(x.kind):
			if v.text != "" {
				attributes[x.name] = v.text
			}
			s.texts[x.name] = v.text
		default:
			s.keys[x.name] = v.keys
			if x.kind == document.TypeList {
				if len(v.keys) > 0 {
					attributes[x.name] = strings.Join(v.keys, ",")
				}
				continue
			}
			s.byLevel[x.name] = x.kind != document.TypeRegions
			for _, key := range v.keys {
				attributes[x.name+"."+key] = map[string]string{
					document.TypeMeasures: "1h", document.TypeDays: "1", document.TypeRegions: "NONE",
				}[x.kind]
			}
		}
	}
	// Readings that the checks do not vary still have their defaults.
	for _, r := range d.Readings {
		if _, ok := s.texts[r.Name]; !ok && len(r.Values) > 0 {
			s.texts[r.Name] = r.Values[0]
		}
	}
	for i := range d.Attributes {
		if a := &d.Attributes[i]; plainType(a.Type) && s.texts[a.Name] == "" {
			s.texts[a.Name] = a.Default
		}
	}
	return attributes, readings, s
}
