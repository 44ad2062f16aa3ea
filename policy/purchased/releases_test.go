package purchased_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/purchased"
)

// A year from the replacement: the day before, on and after its last day (PUR-7).
func TestPUR7_Year(t *testing.T) {
	const releases = `{"version":"5.0","released":"2020-01-01"},{"version":"5.1","released":"2024-02-29"}`
	for on, want := range map[string]string{"2025-02-27": "supported", "2025-02-28": "supported", "2025-03-01": "unsupported"} {
		if got := agreementtest.SayReleases(t, purchased.Releases(), on, releases, ""); !strings.HasPrefix(got, "5.0 previous known "+want+" PUR-7") {
			t.Errorf("on %s: %s; want %s", on, got, want)
		}
	}
}

// The readings differ in what the year is counted from (PUR-7).
func TestPUR7_Readings(t *testing.T) {
	const releases = `{"version":"5.0","released":"2024-01-01"},{"version":"5.1","released":"2024-06-01"}`
	for readings, want := range map[string]string{
		"": "5.0 previous known supported PUR-7 support,maintenance; 5.1 current open supported PUR-7 support,maintenance",
		`"purchased.prior_release":"from_replacement"`:                         "5.0 previous known supported PUR-7 support,maintenance; 5.1 current open supported PUR-7 support,maintenance",
		`"purchased.prior_release":"from_own_release"`:                         "5.0 previous known unsupported PUR-7 ; 5.1 current open supported PUR-7 support,maintenance",
		`"purchased.zone":"America/New_York","purchased.term_end":"month_end"`: "5.0 previous known supported PUR-7 support,maintenance; 5.1 current open supported PUR-7 support,maintenance",
	} {
		if diff := cmp.Diff(want, agreementtest.SayReleases(t, purchased.Releases(), "2025-01-02", releases, readings)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", readings, diff)
		}
	}
}
