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
