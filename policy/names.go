package policy

import "strconv"

// named returns the value whose name a text is. The names are by value; that of one
// which nobody can name is empty.
func named[V ~uint8](names []string, text []byte) (V, bool) {
	for i, name := range names {
		if name == string(text) && name != "" {
			return V(i), true
		}
	}
	return 0, false
}

// nameless is what stands for the name of a value of a type that has none:
// "Channel(9)".
func nameless[V ~uint8](kind string, v V) string {
	return kind + "(" + strconv.Itoa(int(v)) + ")"
}
