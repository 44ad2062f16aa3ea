package enum

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
)

// Names are the names of the values of a type. They never change, and are safe for
// concurrent use. The zero Names hold no name.
type Names[E ~uint8] struct {
	kind  error
	what  string
	names []string // by value; empty for a value that cannot be named
}

// Of returns the names of a type's values, beginning with that of the value 0. An empty
// name is for a value that cannot be written or read, such as a zero value that stands
// for nothing. Any other name should be given once; if two values have the same name,
// the first is read. A type has at most 256 names, and any more are ignored.
//
// The errors are of the given kind, and their text begins with the package name with
// which the text of kind begins. The parameter what is the noun for a value, without an
// article: "channel".
func Of[E ~uint8](kind error, what string, names ...string) Names[E] {
	return Names[E]{kind, what, slices.Clone(names[:min(len(names), 256)])}
}

// String returns the name of v, which is empty if v cannot be named. For a v beyond the
// names it returns its type and number: "Channel(9)".
func (n Names[E]) String(v E) string {
	if int(v) < len(n.names) {
		return n.names[v]
	}
	return beyond(v)
}

// beyond returns the text of a value beyond the names of its type. It is a function of
// its own so that String, which is called for every answer, can be inlined.
func beyond[E ~uint8](v E) string {
	return reflect.TypeFor[E]().Name() + "(" + strconv.Itoa(int(v)) + ")"
}

// Has reports whether v has a name that is not empty.
func (n Names[E]) Has(v E) bool { return int(v) < len(n.names) && n.names[v] != "" }

// All returns the names that are not empty, in the order of their values. The list is
// the caller's.
func (n Names[E]) All() []string {
	return slices.DeleteFunc(slices.Clone(n.names), func(name string) bool { return name == "" })
}

// Find returns the value that text names. It returns false if text names none. Case
// matters. It does not allocate.
func (n Names[E]) Find(text []byte) (E, bool) { return find[E](n.names, text) }

// Parse returns the value that text names. Case matters. The error is an [*Error] of
// the kind of n.
func (n Names[E]) Parse(text string) (E, error) {
	if v, ok := find[E](n.names, text); ok {
		return v, nil
	}
	return 0, n.none(text)
}

// Marshal returns the name of v. If v has no name, or an empty one, the error is an
// [*Error] of the kind of n, whose Text is what package fmt prints for v: the result of
// its own String.
func (n Names[E]) Marshal(v E) ([]byte, error) {
	if !n.Has(v) {
		return nil, n.none(fmt.Sprint(v))
	}
	return []byte(n.names[v]), nil
}

// Unmarshal sets v to the value that text names; see [Names.Parse]. On error, v is
// unchanged.
func (n Names[E]) Unmarshal(v *E, text []byte) error {
	found, ok := n.Find(text)
	if !ok {
		return n.none(string(text))
	}
	*v = found
	return nil
}

// Why returns what is wrong with a text or a value that is not one of n, in words that
// follow it; see [NotOneOf].
func (n Names[E]) Why() string { return NotOneOf(n.what, n.All()) }

// none returns the error for a text or a value that is not one of n.
func (n Names[E]) none(text string) error {
	return &Error{Kind: n.kind, What: n.what, Text: text, Known: n.All()}
}

// find returns the value whose name a text is.
func find[E ~uint8, T string | []byte](names []string, text T) (E, bool) {
	for i, name := range names {
		if name == string(text) && name != "" {
			return E(i), true
		}
	}
	return 0, false
}
