package calendar_test

import (
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

// TestG9_FingerprintOfParts: what a union knows is what both of its parts know, so it
// is the same in both orders, and another one where one part knows more.
func TestG9_FingerprintOfParts(t *testing.T) {
	known := func(from, through string) *calendar.Calendar {
		return makeCalendar(t, calendar.Config{Zone: "UTC", Week: nineToFive(), HolidaysFrom: on(from), HolidaysThrough: on(through)})
	}
	union := func(a, b *calendar.Calendar) string {
		return must[*calendar.Calendar](t)(calendar.Union(a, b)).Fingerprint()
	}
	long, short := known("2025-01-01", "2027-12-31"), known("2026-01-01", "2026-12-31")
	print := union(short, short)
	if union(long, short) != print || union(short, long) != print {
		t.Error("a part that knows more changes what the union knows")
	}
	for _, more := range []*calendar.Calendar{known("2025-12-31", "2026-12-31"), known("2026-01-01", "2027-01-01"), long} {
		if union(more, more) == print {
			t.Error("a day more that is known does not show")
		}
	}
}
