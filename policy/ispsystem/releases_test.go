package ispsystem_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/ispsystem"
)

// The latest stable versions, two of most products and one of DNSmanager, with
// what each phase gives (ISP-8).
func TestISP8_Latest(t *testing.T) {
	const (
		up  = "supported open supported ISP-8 vulnerability fixes,bug fixes,proposals,consultations"
		out = "outdated known unsupported ISP-8 known solutions,existing fixes and updates,help with migration"
	)
	for product, want := range map[string]string{
		"VMmanager":   "6.1 " + out + "; 6.2 " + up + "; 6.3 " + up,
		"DCImanager":  "6.1 " + out + "; 6.2 " + up + "; 6.3 " + up,
		"BILLmanager": "6.1 " + out + "; 6.2 " + up + "; 6.3 " + up,
		"DNSmanager":  "6.1 " + out + "; 6.2 " + out + "; 6.3 " + up,
	} {
		releases := strings.ReplaceAll(`{"version":"6.1","released":"2024-01-01","product":"P"},{"version":"6.2","released":"2024-02-01","product":"P"},`+
			`{"version":"6.3","released":"2024-03-01","product":"P"}`, "P", product)
		if diff := cmp.Diff(want, agreementtest.SayReleases(t, ispsystem.Releases(), "2024-03-01", releases, "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", product, diff)
		}
	}
}

// An intermediate version is in from the day of the older of the latest two on:
// the day before, that day, the day after (ISP-8).
func TestISP8_Intermediate(t *testing.T) {
	for released, want := range map[string]string{"2024-01-31": "outdated", "2024-02-01": "supported", "2024-02-02": "supported"} {
		releases := `{"version":"6.1","released":"2024-01-01","product":"VMmanager"},{"version":"6.2","released":"2024-02-01","product":"VMmanager"},` +
			`{"version":"6.3","released":"2024-03-01","product":"VMmanager"},{"version":"6.2.1","released":"` + released + `","product":"VMmanager","stable":false}`
		if got := agreementtest.SayReleases(t, ispsystem.Releases(), "2024-03-01", releases, ""); !strings.Contains(got, "6.2.1 "+want+" ") {
			t.Errorf("released on %s: %s; want %s", released, got, want)
		}
	}
}
