package picture

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// MaxElements is the maximum number of XML elements in a picture.
const MaxElements = 2500

// Widths of pictures, in pixels at their natural size.
const (
	MinWidth     = 360
	DefaultWidth = 840
	MaxWidth     = 4000
)

const (
	defaultID = "slaclock"
	maxID     = 64
)

// The kind of error of this package; other errors are those of packages policy and calendar.
// Test for it with [errors.Is].
var (
	// ErrOptions says that Options are invalid. See [OptionsError].
	ErrOptions = errors.New("picture: invalid options")
)

// Options say how a picture looks. The zero Options suit a picture on its own.
type Options struct {
	// Width is the width in pixels, from MinWidth to MaxWidth; 0 means DefaultWidth. The
	// height follows from what there is to show. Text keeps its size, so a wider picture
	// shows more.
	Width int
	// ID is the id of the svg element, and the prefix of all other ids in it: each of several
	// pictures in one page needs its own. It is 1 to 64 ASCII letters, digits, hyphens and
	// underscores and begins with a letter; "" means "slaclock".
	ID string
	// Title is the title; "" means one made from what is shown.
	Title string
}

// An OptionsError says what is wrong with Options, and where. It matches [ErrOptions]. The
// zero OptionsError names no option.
type OptionsError struct {
	Place string // for example "width"
	Value string // the value there
	Why   string // what would be valid
}

// Error returns the place, its value and what would be valid, as one line.
func (e *OptionsError) Error() string {
	return fmt.Sprintf("picture: %s: %q %s", e.Place, e.Value, e.Why)
}

// Is reports whether target is [ErrOptions].
func (e *OptionsError) Is(target error) bool { return target == ErrOptions }

// filled returns o with defaults for its empty fields.
func (o Options) filled() (Options, error) {
	switch {
	case o.Width == 0:
		o.Width = DefaultWidth
	case o.Width < MinWidth || o.Width > MaxWidth:
		return o, &OptionsError{"width", strconv.Itoa(o.Width), fmt.Sprintf("is not %d to %d pixels, or 0 for %d", MinWidth, MaxWidth, DefaultWidth)}
	}
	if o.ID == "" {
		o.ID = defaultID
	}
	if !isID(o.ID) {
		return o, &OptionsError{"id", o.ID, "is no id; write a letter and then letters, digits, hyphens and underscores, 64 at most"}
	}
	return o, nil
}

// isID reports whether s can be used unchanged as an id in XML and in a style sheet.
func isID(s string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	return s != "" && len(s) <= maxID && strings.Contains(letters, s[:1]) && strings.Trim(s, letters+"0123456789-_") == ""
}
