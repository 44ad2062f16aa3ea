package portx_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/portx"
)

// Eighteen months for the prior major release: the day before, on and after their
// last day (POR-5).
func TestPOR5_EighteenMonths(t *testing.T) {
	const releases = `{"version":"2.4","released":"2022-01-01"},{"version":"3.0","released":"2022-08-31"},{"version":"3.1","released":"2022-12-01"}`
	const rest = "; 3.0 unsupported known unsupported POR-5 ; 3.1 current open supported POR-5 support,maintenance"
	for on, want := range map[string]string{
		"2024-02-28": "2.4 previous known supported POR-5 support,maintenance",
		"2024-02-29": "2.4 previous known supported POR-5 support,maintenance",
		"2024-03-01": "2.4 unsupported known unsupported POR-5 ",
	} {
		if diff := cmp.Diff(want+rest, agreementtest.SayReleases(t, portx.Releases(), on, releases, "")); diff != "" {
			t.Errorf("on %s (-want +got):\n%s", on, diff)
		}
	}
}

// The number left of the point makes a major release, whatever follows a minor
// one (POR-8).
func TestPOR8_MajorAndMinor(t *testing.T) {
	for text, minor := range map[string]bool{"3": false, "3.0": false, "3.0.0": false, "3.1": true, "3.10": true, "10.0": false, "3.0.1": true} {
		v, err := portx.Releases().Scheme.Parse(text)
		if err != nil || portx.IsMinor(v) != minor {
			t.Errorf("%s is minor: %v, %v", text, !minor, err)
		}
	}
	const releases = `{"version":"9.9","released":"2024-01-01"},{"version":"9.10","released":"2024-02-01"},{"version":"10.0","released":"2024-03-01"}`
	want := "9.9 unsupported known unsupported POR-5 ; 9.10 previous known supported POR-5 support,maintenance; 10.0 current open supported POR-5 support,maintenance"
	if diff := cmp.Diff(want, agreementtest.SayReleases(t, portx.Releases(), "2024-03-01", releases, "")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
