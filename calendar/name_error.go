package calendar

import "strconv"

// A nameError says that a text is not one of the names of a kind of value. It is an
// error of its kind.
type nameError struct {
	kind  error
	what  string // what should have been named
	text  string // what was
	names []string
}

// Error quotes the text and lists the names.
func (e *nameError) Error() string {
	return "calendar: " + e.what + ": " + strconv.Quote(e.text) + " is not a " + e.what + "; write " + either(e.names)
}

// Is reports whether target is the kind of e.
func (e *nameError) Is(target error) bool { return target == e.kind }
