package enum

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
)

// Names are the names of the values of a type. They never change, and are safe for
// concurrent use. The zero Names have none.
type Names[E ~uint8] struct {
	kind  error
	what  string
	names []string // by value; that of one which nobody can name is empty
}

// Of returns the names of a type's values, the one of 0 first. An empty name is that of
// a value which nobody can write or read: the zero value where that is none. Each other
// name should be there once; of two the first is read. Values have at most 256 names,
// and more are left out.
//
// The kind is that of the errors, whose text begins with the name of the package that
// the kind's text begins with; what is the noun for a value, without an article:
// "channel".
func Of[E ~uint8](kind error, what string, names ...string) Names[E] {
	return Names[E]{kind, what, slices.Clone(names[:min(len(names), 256)])}
}

// String returns the name of v, which is empty if nobody can name it; of a v beyond the
// names its type and number: "Channel(9)".
func (n Names[E]) String(v E) string {
	if int(v) < len(n.names) {
		return n.names[v]
	}
	return beyond(v)
}

// beyond is the text of a value that is none of its type's. It stands by itself so that
// String, which is called for every answer, can be inlined.
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

// Find returns the value that text names. It is false if text names none. Case matters.
// It does not allocate.
func (n Names[E]) Find(text []byte) (E, bool) { return find[E](n.names, text) }

// Parse returns the value that text names. Case matters. The error is an [Error] of the
// kind of n.
func (n Names[E]) Parse(text string) (E, error) {
	if v, ok := find[E](n.names, text); ok {
		return v, nil
	}
	return 0, n.none(text)
}

// Marshal returns the name of v. A v that has none, or an empty one, is an [Error] of the
// kind of n, in which it stands as fmt has it: as its own String returns it.
func (n Names[E]) Marshal(v E) ([]byte, error) {
	if !n.Has(v) {
		return nil, n.none(fmt.Sprint(v))
	}
	return []byte(n.names[v]), nil
}

// Unmarshal sets v to the value that text names; see [Names.Parse]. With an error v is as
// before.
func (n Names[E]) Unmarshal(v *E, text []byte) error {
	found, ok := n.Find(text)
	if !ok {
		return n.none(string(text))
	}
	*v = found
	return nil
}

// Why returns what is wrong with a text or a value that is none of n, in the words that
// follow it; see [NotOneOf].
func (n Names[E]) Why() string { return NotOneOf(n.what, n.All()) }

// none is the error of a text or a value that is none of n.
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
