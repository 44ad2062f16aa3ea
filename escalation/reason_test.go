package escalation_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/escalation"
)

// TestReasonText: each reason is written and read as its one name; what is none leaves the
// reason as it was.
func TestReasonText(t *testing.T) {
	names := []string{"none_active", "default_active", "last_opened", "default_opens", "first_opens", "owner_closes", "all_closed"}
	if diff := cmp.Diff(names, escalation.ReasonNames()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	escalation.ReasonNames()[0] = "changed"
	for i, name := range names {
		v := escalation.Reason(i)
		text, err := v.MarshalText()
		if err != nil || string(text) != name {
			t.Errorf("%d is %v, written %s, %v; want %s", i, v, text, err, name)
		}
		back := escalation.Reason(99)
		if err := back.UnmarshalText([]byte(name)); err != nil || back != v {
			t.Errorf("%s is read as %v, %v", name, back, err)
		}
	}
	const choice = " is not a reason of an owner; write none_active, default_active, last_opened, default_opens, first_opens, owner_closes or all_closed"
	for text, want := range map[string]string{
		"": "escalation: reason:" + choice, "Other": `escalation: reason: "Other"` + choice, "the default region is active": `escalation: reason: "the default region is active"` + choice,
	} {
		v := escalation.LastOpened
		if err := v.UnmarshalText([]byte(text)); !errors.Is(err, escalation.ErrReason) || err.Error() != want || v != escalation.LastOpened {
			t.Errorf("%q: %v, and it is %v\nwant %s", text, err, v, want)
		}
	}
	if text, err := escalation.Reason(7).MarshalText(); text != nil || !errors.Is(err, escalation.ErrReason) || err.Error() != `escalation: reason: "Reason(7)"`+choice {
		t.Errorf("%s, %v", text, err)
	}
}
