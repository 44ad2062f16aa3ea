package sempre_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/sempre"
)

// The positions follow from the versions alone, by environment (SEM-1).
func TestSEM1_Positions(t *testing.T) {
	const releases = `{"version":"4.9","released":"2024-01-01"},{"version":"4.10","released":"2024-06-01"},{"version":"4.11","released":"2024-07-01"},` +
		`{"version":"4.9","released":"2024-01-01","environment":"Windows"}`
	want := "4.9 superseded known unsupported SEM-2 ; 4.10 previous known supported SEM-2 software and hardware maintenance; " +
		"4.11 current open supported SEM-2 software and hardware maintenance; 4.9 current open supported SEM-2 software and hardware maintenance"
	if diff := cmp.Diff(want, agreementtest.SayReleases(t, sempre.Releases(), "2024-07-01", releases, "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Twelve months for the previous release: the day before, on and after their last
// day, which is 28 February after a leap day (SEM-2).
func TestSEM2_TwelveMonths(t *testing.T) {
	const releases = `{"version":"4.0","released":"2023-05-01"},{"version":"4.1","released":"2024-02-29"}`
	for on, want := range map[string]string{"2025-02-27": "supported", "2025-02-28": "supported", "2025-03-01": "unsupported"} {
		got := agreementtest.SayReleases(t, sempre.Releases(), on, releases, "")
		if !strings.HasPrefix(got, "4.0 previous known "+want+" ") {
			t.Errorf("on %s: %s; want %s", on, got, want)
		}
	}
}

// The reading shows where a newer release comes within the twelve months (SEM-2).
func TestSEM2_Readings(t *testing.T) {
	const releases = `{"version":"4.0","released":"2023-05-01"},{"version":"4.1","released":"2024-03-01"},{"version":"4.2","released":"2024-09-01"}`
	for readings, want := range map[string]string{
		"":                            "4.0 superseded known unsupported",
		`"sempre.previous":"strict"`:  "4.0 superseded known unsupported",
		`"sempre.previous":"lenient"`: "4.0 superseded known supported",
	} {
		if got := agreementtest.SayReleases(t, sempre.Releases(), "2024-09-01", releases, readings); !strings.HasPrefix(got, want+" ") {
			t.Errorf("%s: %s; want %s", readings, got, want)
		}
	}
}
