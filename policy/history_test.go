package policy_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
)

func TestHistory(t *testing.T) {
	p := mustAcme(t, nil)
	events := parseEvents(t, p, "02 09:00 reported High phone", "02 10:00 workaround_accepted", "02 11:00 severity_changed Mid",
		"02 12:00 severity_changed High", "02 13:00 closed", "02 14:00 workaround_accepted", "02 15:00 severity_changed Low")
	for _, row := range []struct {
		asOf string
		want []string
	}{
		{"02 08:59", nil},
		{"02 09:00", []string{"02 09:00 High reported"}},
		{"02 12:00", []string{"02 09:00 High reported", "02 10:00 Mid workaround_accepted ACM-6", "02 12:00 High severity_changed"}},
		// T9: after the end a change is of the label alone, and a workaround has no effect.
		{"02 15:00", []string{"02 09:00 High reported", "02 10:00 Mid workaround_accepted ACM-6", "02 12:00 High severity_changed", "02 15:00 Low severity_changed"}},
	} {
		h, err := p.History(events, parseAt(t, row.asOf))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range h.Entries() {
			got = append(got, short(e.From)+" "+e.Level.String()+" "+e.What)
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.asOf, diff)
		}
	}
	if _, err := p.History(nil, parseAt(t, "02 09:00")); !errors.Is(err, policy.ErrEvents) {
		t.Errorf("no events: %v", err)
	}
}
