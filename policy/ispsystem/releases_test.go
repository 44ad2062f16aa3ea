package ispsystem_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
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

// An intermediate version of which a lower stable one of a later day takes the place is
// supported again once a higher one has taken that of the lower (ISP-8).
func TestISP8_IntermediateTwice(t *testing.T) {
	const line = `{"agreement":"ispsystem","on":"2023-09-15","releases":[` +
		`{"version":"2","released":"2022-11-30","product":"VMmanager"},{"version":"2.5","released":"2022-12-05","product":"VMmanager","stable":false},` +
		`{"version":"1","released":"2023-05-29","product":"VMmanager"},{"version":"4","released":"2023-09-15","product":"VMmanager"}]}`
	list, p, err := policy.ReadReleases([]byte(line), []*policy.ReleasePolicy{ispsystem.Releases()})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := p.Answer(list)
	if err != nil {
		t.Fatal(err)
	}
	const want = `"phases":[{"phase":"supported","from":"2022-12-05","through":"2023-05-28"},` +
		`{"phase":"supported","from":"2023-09-15","waits_for":"the next higher stable release"}]`
	if got := string(p.AppendAnswer(nil, list, &answer)); !strings.Contains(got, want) {
		t.Errorf("got %s\nwant %s in it", got, want)
	}
}
