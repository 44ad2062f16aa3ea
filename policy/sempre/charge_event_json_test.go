package sempre_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/sempre"
)

// TestChargeEventJSON: events have the names of intervals in JSON; work that goes on
// has no end there, and not the zero time.
func TestChargeEventJSON(t *testing.T) {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	events := []sempre.ChargeEvent{{Kind: sempre.Work, At: at, Until: at.Add(time.Hour)}, {Kind: sempre.Work, At: at}, {Kind: sempre.Consented, At: at}}
	const want = `[{"kind":"work","at":"2026-03-02T09:00:00Z","until":"2026-03-02T10:00:00Z"},{"kind":"work","at":"2026-03-02T09:00:00Z"},{"kind":"consented","at":"2026-03-02T09:00:00Z"}]`
	got, err := json.Marshal(events)
	if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	var back []sempre.ChargeEvent
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(events, back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestSEM7_ChargeJSON: a charge without intervals has an empty list of them, as release
// answers have, whether nothing was worked at, nothing was consented to or nothing is
// charged; so has the zero Charge.
func TestSEM7_ChargeJSON(t *testing.T) {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	work := sempre.ChargeEvent{Kind: sempre.Work, At: at, Until: at.Add(time.Hour)}
	consented := sempre.ChargeEvent{Kind: sempre.Consented, At: at}
	charge := func(events ...sempre.ChargeEvent) sempre.Charge {
		c, err := sempre.Charges(events, at.Add(2*time.Hour))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	for _, tt := range []struct {
		charge sempre.Charge
		want   string
	}{
		{sempre.Charge{}, `{"intervals":[],"final":false}`},
		{charge(), `{"intervals":[],"final":false}`},
		{charge(work), `{"intervals":[],"final":false}`},
		{charge(work, consented, sempre.ChargeEvent{Kind: sempre.FoundError, At: at.Add(time.Hour)}), `{"intervals":[],"final":true}`},
		{charge(work, consented), `{"intervals":[{"from":"2026-03-02T09:00:00Z","until":"2026-03-02T10:00:00Z"}],"final":false}`},
	} {
		got, err := json.Marshal(tt.charge)
		if diff := cmp.Diff(tt.want, string(got)); err != nil || diff != "" {
			t.Errorf("%v (-want +got)\n%s", err, diff)
		}
	}
}
