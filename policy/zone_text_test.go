package policy

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// TestZoneText: the bytes are those of calendar.AppendTime, in whatever order the
// instants come.
func TestZoneText(t *testing.T) {
	var zones []*time.Location
	for _, name := range []string{"UTC", "Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Asia/Kuala_Lumpur", "Africa/Monrovia",
		"Australia/Lord_Howe", "Africa/Casablanca", "-05:00", "+14:00", "-00:30"} {
		loc, err := calendar.Zone(name)
		if err != nil {
			t.Fatal(err)
		}
		zones = append(zones, loc)
	}
	rapid.Check(t, func(t *rapid.T) {
		loc := rapid.SampledFrom(zones).Draw(t, "zone")
		z := zoneText{loc: loc}
		at := time.Unix(rapid.Int64Range(-6e10, 2.5e11).Draw(t, "at"), 0)
		if rapid.Bool().Draw(t, "now") {
			at = time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "near"), 0)
		}
		for range rapid.IntRange(1, 8).Draw(t, "n") {
			if got, want := string(z.append([]byte("x"), at)), string(calendar.AppendTime([]byte("x"), at.In(loc))); got != want {
				t.Fatalf("%s: got %s, want %s", loc, got, want)
			}
			// The neighbourhood of a change of the clocks, to the nanosecond.
			start, end := at.In(loc).ZoneBounds()
			switch rapid.IntRange(0, 4).Draw(t, "step") {
			case 0:
				if !end.IsZero() {
					at = end.Add(-1)
				}
			case 1:
				if !end.IsZero() {
					at = end
				}
			case 2:
				if !start.IsZero() {
					at = start.Add(-1)
				}
			case 3:
				at = at.Add(time.Duration(rapid.Int64Range(-1e18, 1e18).Draw(t, "by")))
			}
		}
	})
}
