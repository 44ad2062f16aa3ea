package cumulocity_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCUM4_StartBehindADoubt: the holidays of Malaysia are known through 2026. A Critical
// that is reported in writing waits for the next opening, or for a call (CUM-4). A call
// after an opening that may have been, or may not, does not settle when the clock started:
// the unknown opening would have been the earlier of the two, and the breach (G9).
func TestCUM4_StartBehindADoubt(t *testing.T) {
	const unknown = "holidays of MY-14 are known through 2026-12-31 only"
	type clock struct{ Started, Due, State, Elapsed, Wall, Unknown string }
	for _, tt := range []struct {
		name, level, reported, events, readings string
		want                                    clock
	}{
		{"no call", "Critical", "2027-01-04T02:00:00Z", ``, ``, clock{State: "waiting", Unknown: unknown}},
		{"reported on a Monday that may be a business day, and called", "Critical", "2027-01-04T02:00:00Z",
			`,{"at":"2027-01-04T04:30:00Z","kind":"contacted"}`, ``, clock{"2027-01-04T12:30:00+08:00", "", "running", "", "", unknown}},
		{"and responded", "Critical", "2027-01-04T02:00:00Z",
			`,{"at":"2027-01-04T04:30:00Z","kind":"contacted"},{"at":"2027-01-04T04:40:00Z","kind":"responded"}`, ``,
			clock{"2027-01-04T12:30:00+08:00", "", "met", "", "", unknown}},
		{"reported on Saturday, called on Sunday: no opening in between", "Critical", "2027-01-02T02:00:00Z",
			`,{"at":"2027-01-03T02:00:00Z","kind":"contacted"}`, ``, clock{"2027-01-03T10:00:00+08:00", "2027-01-03T12:00:00+08:00", "breached", "71h0m0s", "71h0m0s", ""}},
		{"called a nanosecond before the hour of Monday's opening", "Critical", "2027-01-02T02:00:00Z",
			`,{"at":"2027-01-03T23:59:59.999999999Z","kind":"contacted"}`, ``,
			clock{"2027-01-04T07:59:59.999999999+08:00", "2027-01-04T09:59:59.999999999+08:00", "breached", "49h0m0.000000001s", "49h0m0.000000001s", ""}},
		{"called at that hour, when the opening would have come first (G10)", "Critical", "2027-01-02T02:00:00Z",
			`,{"at":"2027-01-04T00:00:00Z","kind":"contacted"}`, ``, clock{"2027-01-04T08:00:00+08:00", "", "running", "", "", unknown}},
		{"raised in the doubt", "Standard", "2027-01-04T02:00:00Z",
			`,{"at":"2027-01-05T01:30:00Z","kind":"severity_changed","severity":"Critical"}`, ``, clock{"2027-01-05T09:30:00+08:00", "", "running", "", "", unknown}},
		{"raised on Sunday: no opening in between", "Standard", "2027-01-02T02:00:00Z",
			`,{"at":"2027-01-03T02:00:00Z","kind":"severity_changed","severity":"Critical"}`, ``, clock{"2027-01-03T10:00:00+08:00", "2027-01-03T12:00:00+08:00", "breached", "71h0m0s", "71h0m0s", ""}},
		{"raised again: the earlier of an unknown instant and one in the doubt", "Standard", "2027-01-04T02:00:00Z",
			`,{"at":"2027-01-05T01:30:00Z","kind":"severity_changed","severity":"Critical"},{"at":"2027-01-05T02:00:00Z","kind":"severity_changed","severity":"Crisis"}`, ``,
			clock{"2027-01-05T09:30:00+08:00", "", "running", "", "", unknown}},
		{"what is counted from the change does not need the start", "Standard", "2027-01-04T02:00:00Z",
			`,{"at":"2027-01-05T01:30:00Z","kind":"severity_changed","severity":"Critical"},{"at":"2027-01-05T02:00:00Z","kind":"severity_changed","severity":"Crisis"}`,
			`"cumulocity.severity_change":"from_change"`, clock{"2027-01-05T09:30:00+08:00", "2027-01-05T10:30:00+08:00", "breached", "", "", unknown}},
		{"what is counted from the start does", "Standard", "2027-01-04T02:00:00Z",
			`,{"at":"2027-01-05T01:30:00Z","kind":"severity_changed","severity":"Critical"},{"at":"2027-01-05T02:00:00Z","kind":"severity_changed","severity":"Crisis"}`,
			`"cumulocity.severity_change":"from_start"`, clock{"2027-01-05T09:30:00+08:00", "", "running", "", "", unknown}},
		{"where no opening starts the clock, the call does", "Critical", "2027-01-02T02:00:00Z",
			`,{"at":"2027-01-04T04:30:00Z","kind":"contacted"}`, `"cumulocity.no_call":"never"`,
			clock{"2027-01-04T12:30:00+08:00", "2027-01-04T14:30:00+08:00", "breached", "44h30m0s", "44h30m0s", ""}},
	} {
		got, err := answer([]byte(`{"agreement":"cumulocity","as_of":"2027-01-06T01:00:00Z","customer":{"region":"APJ","country":"MY-14"},"readings":{` + tt.readings + `},"events":[` +
			`{"at":"` + tt.reported + `","kind":"reported","severity":"` + tt.level + `","channel":"portal"}` + tt.events + `]}`))
		if err != nil {
			t.Fatal(err)
		}
		var a struct {
			Clocks []struct {
				Metric, Started, Due, State, Elapsed, Unknown string
				Wall                                          string `json:"elapsed_wall"`
			}
		}
		if err := json.Unmarshal(got, &a); err != nil {
			t.Fatal(err)
		}
		for _, c := range a.Clocks {
			if c.Metric != "response" {
				continue
			}
			if diff := cmp.Diff(tt.want, clock{c.Started, c.Due, c.State, c.Elapsed, c.Wall, c.Unknown}); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.name, diff)
			}
		}
	}
}
