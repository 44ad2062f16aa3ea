package whatif_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// TestVerdict: where it is not known whether a clock was kept there is no verdict, as
// package compliance has none.
func TestVerdict(t *testing.T) {
	unknown, err := calendar.MomentOf(time.Time{}, &calendar.CoverageError{})
	if err != nil {
		t.Fatal(err)
	}
	known := calendar.At(time.Date(2026, time.March, 2, 13, 0, 0, 0, time.UTC))
	breached, met := &policy.Clock{State: policy.Breached, Due: known}, &policy.Clock{State: policy.Met, Due: known}
	for _, c := range []struct {
		name            string
		old, new        *policy.Clock
		breached, saved bool
	}{
		{"met and breached", met, breached, true, false},
		{"breached and met", breached, met, false, true},
		{"both breached", breached, breached, false, false},
		{"none and breached", nil, breached, true, false},
		{"breached and none", breached, nil, false, true},
		{"breached and waiting", breached, &policy.Clock{State: policy.Waiting}, false, true},
		{"breached and waiting for what is not known", breached, &policy.Clock{State: policy.Waiting, Due: unknown}, false, true},
		{"breached and not known", breached, &policy.Clock{State: policy.Met, Due: unknown}, false, false},
		{"not known and breached", &policy.Clock{State: policy.Met, Due: unknown}, breached, false, false},
		{"running, not known and breached", &policy.Clock{State: policy.Running, Due: unknown}, breached, false, false},
		{"breached, not known and met", &policy.Clock{State: policy.Breached, Due: unknown}, met, false, false},
		{"none and breached, not known", nil, &policy.Clock{State: policy.Breached, Due: unknown}, false, false},
		{"none", nil, nil, false, false},
	} {
		clock := whatif.Clock{Old: c.old, New: c.new}
		if got := clock.Breached(); got != c.breached {
			t.Errorf("%s: breached %t", c.name, got)
		}
		if got := clock.Saved(); got != c.saved {
			t.Errorf("%s: saved %t", c.name, got)
		}
	}
}
