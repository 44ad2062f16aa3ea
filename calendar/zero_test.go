package calendar_test

import (
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

// TestZeroErrors: an error that somebody else has made, and not filled in, can be
// printed.
func TestZeroErrors(t *testing.T) {
	for _, row := range []struct {
		err  error
		want string
	}{
		{&calendar.RegionError{}, `calendar: region: "" is not a region whose holidays are known; write `},
		{&calendar.DateError{}, `calendar: date "": `},
		{&calendar.RangeError{}, "calendar:  "},
	} {
		if got := row.err.Error(); got != row.want {
			t.Errorf("%T: %q, want %q", row.err, got, row.want)
		}
	}
}
