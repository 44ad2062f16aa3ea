package policy_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
)

// TestReleases_FirstDay: on the first day there is, releases that replace each other
// are answered as on any other.
func TestReleases_FirstDay(t *testing.T) {
	for _, tt := range []struct{ fields, of, want string }{
		{`"agreement":"sempre"`, ``, "1.0 superseded never; 2.0 previous through 0002-01-01; 3.0 current open"},
		{`"agreement":"sempre","readings":{"sempre.previous":"lenient"}`, ``, "1.0 superseded never; 2.0 previous through 0002-01-01; 3.0 current open"},
		{`"agreement":"purchased"`, ``, "1.0 superseded through 0002-01-01; 2.0 previous through 0002-01-01; 3.0 current open"},
		{`"agreement":"purchased","readings":{"purchased.prior_release":"from_own_release"}`, ``,
			"1.0 superseded through 0002-01-01; 2.0 previous through 0002-01-01; 3.0 current open"},
		{`"agreement":"ispsystem"`, `"product":"VMmanager",`, "1.0 outdated never; 2.0 supported open; 3.0 supported open"},
		{`"agreement":"ispsystem"`, `"product":"DNSmanager",`, "1.0 outdated never; 2.0 outdated never; 3.0 supported open"},
		{`"agreement":"portx"`, ``, "1.0 unsupported never; 2.0 previous through 0002-07-01; 3.0 current open"},
	} {
		line := `{` + tt.fields + `,"on":"0001-01-01","releases":[`
		for i, version := range []string{"1.0", "2.0", "3.0"} {
			line += []string{"", ","}[min(i, 1)] + `{` + tt.of + `"version":"` + version + `","released":"0001-01-01"}`
		}
		list, p, err := policy.ReadReleases([]byte(line+`]}`), releasePolicies())
		if err != nil {
			t.Fatal(err)
		}
		answer, err := p.Answer(list)
		if err != nil {
			t.Errorf("%s: %v", tt.fields, err)
			continue
		}
		var got []string
		for _, r := range answer.Releases {
			end, _, _ := strings.Cut(r.Through.String(), ",")
			got = append(got, r.Version.String()+" "+r.Phase+" "+end)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s %s (-want +got):\n%s", tt.fields, tt.of, diff)
		}
	}
}
