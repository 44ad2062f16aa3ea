package policy_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// TestG10_WallClock: events that come straight from time.Now have the answer that the same
// ones have once they are back from a database, where no monotonic clock reading is kept.
func TestG10_WallClock(t *testing.T) {
	p, given, _ := benchTicket(t, 0)
	live := slices.Clone(given)
	now := time.Now()
	for i := range live {
		live[i].At = now.Add(time.Duration(i) * time.Hour)
	}
	asOf := now.Add(1000 * time.Hour)
	stored := slices.Clone(live)
	for i := range stored {
		stored[i].At = stored[i].At.Round(0)
	}
	before := slices.Clone(live)
	for name, answer := range map[string]func([]policy.Event, time.Time) (any, error){
		"Evaluate": func(events []policy.Event, asOf time.Time) (any, error) { return p.Evaluate(events, asOf) },
		"Explain":  func(events []policy.Event, asOf time.Time) (any, error) { return p.Explain(events, asOf) },
		"History":  func(events []policy.Event, asOf time.Time) (any, error) { return p.History(events, asOf) },
		"unsorted": func(events []policy.Event, asOf time.Time) (any, error) {
			events = slices.Clone(events)
			slices.Reverse(events)
			return p.Evaluate(events, asOf)
		},
	} {
		got, err := answer(live, asOf)
		if err != nil {
			t.Fatal(err)
		}
		want, err := answer(stored, asOf.Round(0))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", name, got, want)
		}
	}
	if !slices.Equal(live, before) {
		t.Error("the caller's events were changed")
	}
}
