package picture

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// MaxElements is the most XML elements that a picture has.
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

// The kind of error, besides those of package policy and package calendar. Test
// for it with [errors.Is].
var (
	// ErrOptions: Options cannot be used. See [OptionsError].
	ErrOptions = errors.New("picture: invalid options")
)

// Options say how a picture looks. The zero Options are good for a picture that
// stands alone.
type Options struct {
	// Width is the width in pixels, MinWidth to MaxWidth; 0 stands for
	// DefaultWidth. The height follows from what there is to show. Text keeps its
	// size, so that a wider picture shows more.
	Width int
	// ID is the id of the svg element, and the beginning of all others in it: of
	// several pictures in one page each needs its own. It is 1 to 64 letters,
	// digits, hyphens and underscores of ASCII and begins with a letter; ""
	// stands for slaclock.
	ID string
	// Title is the title; "" stands for one that is made of what is shown.
	Title string
}

// An OptionsError says what is wrong with Options, and where. It is an ErrOptions. The
// zero OptionsError names nothing.
type OptionsError struct {
	Place string // for example "width"
	Value string // what stands there
	Why   string // what would be right
}

// Error puts the place, what stands there and what is wrong in a line.
func (e *OptionsError) Error() string {
	return fmt.Sprintf("picture: %s: %q %s", e.Place, e.Value, e.Why)
}

// Is reports whether target is ErrOptions.
func (e *OptionsError) Is(target error) bool { return target == ErrOptions }

// filled returns o with what its empty fields stand for.
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

// isID reports whether s can be an id in XML and in a style sheet as it is.
func isID(s string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	return s != "" && len(s) <= maxID && strings.Contains(letters, s[:1]) && strings.Trim(s, letters+"0123456789-_") == ""
}
