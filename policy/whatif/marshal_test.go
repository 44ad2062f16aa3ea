package whatif_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/whatif"
)

// TestOneJSON: a comparison and a summary are the same JSON through encoding/json, as a
// value or by a pointer, and appended; and what a summary has is alone what it is in it.
func TestOneJSON(t *testing.T) {
	d := mustCompare(t, mustTicket(t, "T", "Mid phone 02T09:00 as of 05T10:00"), "shop.resolution=none", "")
	s := whatif.NewSummary(1)
	s.Add(d)
	for name, test := range map[string]struct {
		value, pointer any
		want           string
	}{
		"a comparison": {*d, d, string(d.AppendJSON(nil))},
		"a summary":    {*s, s, string(s.AppendJSON(nil))},
	} {
		for _, v := range []any{test.value, test.pointer} {
			got, err := json.Marshal(struct{ In any }{v})
			if diff := cmp.Diff(`{"In":`+test.want+`}`, string(got)); err != nil || diff != "" {
				t.Errorf("%s as %T: %v (-want +got)\n%s", name, v, err, diff)
			}
		}
	}
	const (
		// The resolution is on the new side only, and breached there.
		rows = `[{"agreement":"shop","metric":"resolution","severity":"Mid","clocks":1,"differ":1,"earlier":0,"later":0,"appeared":1,"vanished":0,"breached":1,"saved":0},` +
			`{"agreement":"shop","metric":"response","severity":"Mid","clocks":1,"differ":0,"earlier":0,"later":0,"appeared":0,"vanished":0,"breached":0,"saved":0}]`
		breached = `{"total":1,"list":[{"id":"T","agreement":"shop","metric":"resolution","round":1,"severity":"Mid"}]}`
		causes   = `[{"agreement":"shop","kind":"reading","name":"shop.resolution","old":"none","new":"2 days","clocks":1},{"agreement":"shop","kind":"clause","name":"SHP-3","new":"SHP-3","clocks":1}]`
	)
	for name, v := range map[string]struct {
		value any
		want  string
	}{
		"rows": {s.Rows(), rows}, "breached": {s.Breached(), breached}, "saved": {s.Saved(), `{"total":0,"list":[]}`}, "because": {s.Causes(), causes},
	} {
		got, err := json.Marshal(v.value)
		var of map[string]json.RawMessage
		if err := json.Unmarshal(s.AppendJSON(nil), &of); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(of[name]), string(got)); err != nil || diff != "" {
			t.Errorf("%s: %v (-summary +alone)\n%s", name, err, diff)
		}
		if diff := cmp.Diff(v.want, string(got)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

// TestPartsJSON: moves stand in a row where there are any, and a cause has an instant
// where it is a matter of time.
func TestPartsJSON(t *testing.T) {
	for want, v := range map[string]any{
		`{"agreement":"shop","metric":"m","severity":"Mid","clocks":2,"differ":1,"earlier":1,"later":0,"appeared":0,"vanished":0,"breached":0,"saved":0,"min":"-1h0m0s","median":"-1h0m0s","max":"-1h0m0s"}`: whatif.Row{
			Agreement: "shop", Metric: "m", Level: "Mid", Clocks: 2, Differ: 1, Earlier: 1, Min: -time.Hour, Median: -time.Hour, Max: -time.Hour},
		`{"kind":"clause","name":"SHP-3","new":"SHP-3"}`: whatif.Cause{Kind: whatif.CauseClause, Name: "SHP-3", New: "SHP-3"},
		`{"kind":"event","name":"SHP-2","old":"a","new":"b","at":"2026-03-02T09:00:00Z"}`: whatif.Cause{Kind: whatif.CauseEvent, Name: "SHP-2", Old: "a", New: "b",
			At: calendar.At(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))},
		`{"name":"customer.country","value":"DE"}`: whatif.Override{Name: "customer.country", Value: "DE"},
		`{}`: whatif.Diff{},
		`{"tickets":0,"differ":0,"rows":[],"breached":{"total":0,"list":[]},"saved":{"total":0,"list":[]},"because":[]}`: whatif.Summary{},
	} {
		if got, err := json.Marshal(v); err != nil || string(got) != want {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
}
