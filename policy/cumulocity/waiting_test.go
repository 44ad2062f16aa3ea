package cumulocity_test

import (
	"strings"
	"testing"
)

// TestT5_BeforeAnUnknownOpening: the holidays of Malaysia are known through 2026. What
// is answered while its clock surely waits is met, and nothing of it is unknown; the
// first opening that there may be after Saturday, 2 January 2027, is Monday at 08:00,
// at which the clock may start before the answer (G10).
func TestT5_BeforeAnUnknownOpening(t *testing.T) {
	const unknown = `"unknown":"holidays of MY-14 are known through 2026-12-31 only"`
	for _, row := range []struct {
		name, report, stop string
		want               bool
	}{
		{"on Saturday", "2027-01-02T10:00:00+08:00", "2027-01-02T11:00:00+08:00", false},
		{"just before the opening", "2027-01-02T10:00:00+08:00", "2027-01-04T07:59:59.999999999+08:00", false},
		{"at the opening", "2027-01-02T10:00:00+08:00", "2027-01-04T08:00:00+08:00", true},
		{"reported on the unknown day, before it opens", "2027-01-04T07:00:00+08:00", "2027-01-04T07:30:00+08:00", true},
	} {
		for _, kind := range []string{"responded", "resolved"} {
			got, err := answer([]byte(`{"agreement":"cumulocity","as_of":"2027-01-05T12:00:00+08:00","customer":{"region":"APJ","country":"MY-14"},"events":[` +
				`{"at":"` + row.report + `","kind":"reported","severity":"Standard","channel":"portal"},{"at":"` + row.stop + `","kind":"` + kind + `"}]}`))
			if err != nil {
				t.Fatal(err)
			}
			_, clock, _ := strings.Cut(string(got), `"clocks":[{`)
			clock, _, _ = strings.Cut(clock, "}")
			if !strings.Contains(clock, `"state":"met"`) || strings.Contains(clock, `"started"`) || strings.Contains(clock, unknown) != row.want {
				t.Errorf("%s, %s: %s, want unknown %v", row.name, kind, clock, row.want)
			}
		}
	}
}
