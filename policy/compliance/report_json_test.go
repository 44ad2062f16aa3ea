package compliance_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/compliance"
)

// TestReport_JSON: a report has its rows, late clocks and owners in JSON. The ticket of late was to be answered within
// two hours, and was after three, which is one hour too late, and 150 % of the target. Its report of Tuesday's close of
// business was owed no more when it was resolved. The default region owned it from its receipt, within its hours.
func TestReport_JSON(t *testing.T) {
	r := count(t, compliance.Options{Worst: 5}, []compliance.Judgement{*late()})
	const want = `{"tickets":1,"basis":"started","rows":[` +
		`{"agreement":"cumulocity","metric":"response","severity":"Critical","month":"2026-03","clocks":1,"met":0,"breached":1,"overdue":0,"open":0,"paused":0,"waiting":0,"cancelled":0,"unknown":0,"share":0.0,` +
		`"elapsed":{"count":1,"median":"3h0m0s","p90":"3h0m0s","p95":"3h0m0s"},"of_target":{"count":1,"median":150.0,"p90":150.0,"p95":150.0}},` +
		`{"agreement":"cumulocity","metric":"update","severity":"Critical","month":"2026-03","clocks":1,"met":0,"breached":0,"overdue":0,"open":0,"paused":0,"waiting":0,"cancelled":1,"unknown":0}],` +
		`"worst":[{"agreement":"cumulocity","metric":"response","id":"T-1","round":1,"severity":"Critical","due":"2026-03-02T11:00:00+01:00","stopped":true,"overdue":"1h0m0s","wall":"1h0m0s"}],` +
		`"owners":[{"agreement":"cumulocity","month":"2026-03","region":"EMEA","tickets":1,"open":"3h0m0s","worked":"3h0m0s","unknown":0}]}`
	for _, in := range []any{r, *r} {
		got, err := json.Marshal(in)
		if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
			t.Error(diff, err)
		}
	}
	if got := string(r.AppendJSON([]byte("x"))); got != "x"+want {
		t.Error(got)
	}
}

// TestNil: what is nil is counted and written as what is zero, and takes nothing in.
func TestNil(t *testing.T) {
	var r *compliance.Report
	r.Add(late())
	const empty = `{"tickets":0,"basis":"started","rows":[],"worst":[],"owners":[]}`
	if r.Tickets() != 0 || len(r.Rows()) != 0 || len(r.Worst()) != 0 || len(r.Owners()) != 0 || string(r.AppendJSON(nil)) != empty {
		t.Errorf("%s", r.AppendJSON(nil))
	}
	if text, err := json.Marshal(r); string(text) != "null" || err != nil {
		t.Errorf("%s, %v", text, err)
	}
	if err := r.Merge(nil); err != nil {
		t.Error(err)
	}
	const want = "compliance: a nil report cannot take another; make it with NewReport"
	if err := r.Merge(new(compliance.Report)); !errors.Is(err, compliance.ErrMerge) || err.Error() != want {
		t.Errorf("%v; want %s", err, want)
	}
	var row *compliance.Row
	var clock *compliance.LateClock
	var owner *compliance.Owner
	got := []string{row.Share().String(), string(row.AppendJSON(nil)), string(clock.AppendJSON(nil)), string(owner.AppendJSON(nil))}
	if diff := cmp.Diff([]string{"none",
		`{"agreement":"","metric":"","severity":"","clocks":0,"met":0,"breached":0,"overdue":0,"open":0,"paused":0,"waiting":0,"cancelled":0,"unknown":0}`,
		`{"agreement":"","metric":"","round":0,"severity":"","due":"0001-01-01T00:00:00Z","stopped":false,"wall":"0s"}`,
		`{"agreement":"","region":"","tickets":0,"open":"0s","worked":"0s","unknown":0}`}, got); diff != "" {
		t.Error(diff)
	}
}
