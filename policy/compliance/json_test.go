package compliance_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
)

// TestOneJSON: what a report has is the same JSON through encoding/json, alone, by a
// pointer or within something, and appended.
func TestOneJSON(t *testing.T) {
	march := compliance.Month{Year: 2026, Month: time.March}
	row := compliance.Row{Agreement: "desk", Metric: "response", Level: "Mid", Month: march, Clocks: 3, Met: 2, Breached: 1,
		Elapsed:  compliance.Percentiles[time.Duration]{Count: 3, Median: 2 * time.Hour, P90: 4 * time.Hour, P95: 4 * time.Hour},
		OfTarget: compliance.Percentiles[compliance.Tenths]{Count: 2, Median: 500, P90: 1001, P95: 1001}}
	late := compliance.LateClock{Agreement: "desk", Metric: "response", ID: "T-1", Round: 1, Level: "Mid",
		Due: time.Date(2026, 3, 2, 9, 0, 0, 0, time.FixedZone("", 3600)), Stopped: true, Overdue: policy.LengthOf(96 * time.Hour), Wall: 96 * time.Hour}
	owner := compliance.Owner{Agreement: "desk", Month: march, Region: "EMEA", Tickets: 2, Open: compliance.TotalOf(3 * time.Hour), Worked: compliance.TotalOf(time.Hour), Unknown: 1}
	nobody := compliance.Owner{Agreement: "desk", Tickets: 1}
	for _, test := range []struct {
		values   [2]any // the value, and a pointer to it
		appended []byte
		want     string
	}{
		{[2]any{row, &row}, row.AppendJSON(nil), `{"agreement":"desk","metric":"response","severity":"Mid","month":"2026-03","clocks":3,"met":2,"breached":1,` +
			`"overdue":0,"open":0,"paused":0,"waiting":0,"cancelled":0,"unknown":0,"share":66.6,` +
			`"elapsed":{"count":3,"median":"2h0m0s","p90":"4h0m0s","p95":"4h0m0s"},"of_target":{"count":2,"median":50.0,"p90":100.1,"p95":100.1}}`},
		{[2]any{late, &late}, late.AppendJSON(nil), `{"agreement":"desk","metric":"response","id":"T-1","round":1,"severity":"Mid",` +
			`"due":"2026-03-02T09:00:00+01:00","stopped":true,"overdue":"96h0m0s","wall":"96h0m0s"}`},
		{[2]any{owner, &owner}, owner.AppendJSON(nil), `{"agreement":"desk","month":"2026-03","region":"EMEA","tickets":2,"open":"3h0m0s","worked":"1h0m0s","unknown":1}`},
		{[2]any{nobody, &nobody}, nobody.AppendJSON(nil), `{"agreement":"desk","region":"","tickets":1,"open":"0s","worked":"0s","unknown":0}`},
	} {
		for _, v := range test.values {
			got, err := json.Marshal(struct{ In any }{v})
			if diff := cmp.Diff(`{"In":`+test.want+`}`, string(got)); err != nil || diff != "" {
				t.Errorf("%T: %v (-want +got)\n%s", v, err, diff)
			}
		}
		if diff := cmp.Diff(test.want, string(test.appended)); diff != "" {
			t.Errorf("appended (-want +got)\n%s", diff)
		}
	}
}

// TestPartsJSON: the parts of a row alone are what they are in it, but for a share, which
// is exact.
func TestPartsJSON(t *testing.T) {
	for want, v := range map[string]any{
		`97.5`: compliance.Tenths(975), `0.0`: compliance.Tenths(0), `429496729.5`: compliance.Tenths(math.MaxUint32),
		`{"met":39,"decided":40}`: compliance.Share{Met: 39, Decided: 40},
		`{"count":0}`:             compliance.Percentiles[time.Duration]{},
		`{"count":1,"median":"2h0m0s","p90":"2h0m0s","p95":"2h0m0s"}`: compliance.Percentiles[time.Duration]{Count: 1, Median: 2 * time.Hour, P90: 2 * time.Hour, P95: 2 * time.Hour},
		`{"basis":"due","worst":3}`:                                   compliance.Options{Basis: compliance.ByDue, Worst: 3},
		`["2026-03","none"]`:                                          []compliance.Month{{Year: 2026, Month: time.March}, {}},
	} {
		if got, err := json.Marshal(v); err != nil || string(got) != want {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
}
