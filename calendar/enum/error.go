package enum

import (
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// An Error says that a text is not one of the names that could stand there, or that a
// value has none, and Text then is what its String returns. It is an error of its kind.
// The zero Error is of none.
type Error struct {
	Kind  error    // the error of a package for what is not one of the names
	What  string   // what should have been named, without an article: "channel"
	Text  string   // what was
	Known []string // the names; the list is the caller's
}

// Error has the name of the package that the kind is of, quotes the text, of a long one the
// first forty characters, and lists the names.
func (e *Error) Error() string {
	text := e.What + ": " + strconv.Quote(strictjson.Shorten(e.Text)) + " " + e.Why()
	if name := PackageOf(e.Kind); name != "" {
		return name + ": " + text
	}
	return text
}

// Is reports whether target is the kind of e.
func (e *Error) Is(target error) bool { return target == e.Kind }

// Why returns what is wrong with the text, in the words that follow it, for those who say
// themselves where it stands; see [NotOneOf].
func (e *Error) Why() string { return NotOneOf(e.What, e.Known) }

// PackageOf returns the name of the package that a kind of error is of, as its text has
// it: "policy" of "policy: no such channel". It is empty if the text has none, and of
// nil.
func PackageOf(kind error) string {
	if kind == nil {
		return ""
	}
	name, _, ok := strings.Cut(kind.Error(), ": ")
	if !ok || strings.Contains(name, " ") {
		return ""
	}
	return name
}
