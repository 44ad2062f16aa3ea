package enum

import (
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// An Error says that a text is not one of the names that are valid there, or that a
// value has no name; Text is then what the value's String returns. With [errors.Is] it
// matches its Kind. The zero Error has no kind.
type Error struct {
	Kind  error    // the error of a package for what is not one of the names
	What  string   // the noun for what should be named, without an article: "channel"
	Text  string   // what was given
	Known []string // the names; the list is the caller's
}

// Error begins with the name of the package of the kind, quotes the text, cut to forty
// characters if it is long, and lists the names.
func (e *Error) Error() string {
	text := e.What + ": " + strconv.Quote(strictjson.Shorten(e.Text)) + " " + e.Why()
	if name := PackageOf(e.Kind); name != "" {
		return name + ": " + text
	}
	return text
}

// Is reports whether target is the kind of e.
func (e *Error) Is(target error) bool { return target == e.Kind }

// Why returns what is wrong with the text, in words that follow the text, for callers
// that say themselves where it is; see [NotOneOf].
func (e *Error) Why() string { return NotOneOf(e.What, e.Known) }

// PackageOf returns the name of the package that a kind of error belongs to, from the
// beginning of its text: "policy" for "policy: no such channel". It is empty if the
// text does not begin with a package name, or if kind is nil.
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
