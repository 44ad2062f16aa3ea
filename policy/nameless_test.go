package policy_test

import (
	"encoding"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/sempre"
)

// TestNameless: a value that has no name, and a text that is none, are told by a
// TextError that quotes them and has the names, with the name of the package that the
// kind of error is of.
func TestNameless(t *testing.T) {
	own, _ := policy.Own(0)
	const kinds = "reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, " +
		"workaround_accepted, development_required, forwarded, resolution_proposed, resolution_rejected, resolved, severity_changed, closed or reopened"
	const occurrences = "due, starts, step, threshold, notice, hand_over or version"
	const charges = "work, consented, stop_received, found_error or found_not_error"
	for _, c := range []struct {
		value encoding.TextMarshaler
		kind  error
		want  string
	}{
		{policy.State(9), policy.ErrState, `policy: state: "State(9)" is not a state; write waiting, running, met, breached, cancelled or paused`},
		{policy.Kind(0), policy.ErrKind, `policy: kind: "" is not a kind; write ` + kinds},
		{policy.Kind(99), policy.ErrKind, `policy: kind: "Kind(99)" is not a kind; write ` + kinds},
		{own, policy.ErrKind, `policy: kind: "own event 1" is not a kind; write ` + kinds},
		{policy.Channel(0), policy.ErrChannel, `policy: channel: "" is not a channel; write phone, email or portal`},
		{policy.Channel(4), policy.ErrChannel, `policy: channel: "Channel(4)" is not a channel; write phone, email or portal`},
		{policy.Outcome(0), policy.ErrOutcome, `policy: outcome: "" is not an outcome; write covered, chargeable, suspended or not_covered`},
		{policy.Outcome(5), policy.ErrOutcome, `policy: outcome: "Outcome(5)" is not an outcome; write covered, chargeable, suspended or not_covered`},
		{policy.OccurrenceKind(0), policy.ErrOccurrenceKind, `policy: kind of occurrence: "" is not a kind of occurrence; write ` + occurrences},
		{policy.OccurrenceKind(8), policy.ErrOccurrenceKind, `policy: kind of occurrence: "OccurrenceKind(8)" is not a kind of occurrence; write ` + occurrences},
		{cumulocity.VersionKind(3), cumulocity.ErrVersionKind, `cumulocity: kind of version: "VersionKind(3)" is not a kind of version; write major, minor or service release`},
		{sempre.ChargeKind(0), sempre.ErrCharges, `sempre: kind of event: "" is not a kind of event; write ` + charges},
		{sempre.ChargeKind(6), sempre.ErrCharges, `sempre: kind of event: "ChargeKind(6)" is not a kind of event; write ` + charges},
	} {
		text, err := c.value.MarshalText()
		var of *policy.TextError
		if text != nil || !errors.Is(err, c.kind) || !errors.As(err, &of) {
			t.Errorf("%s is written as %q, %v", c.want, text, err)
			continue
		}
		if diff := cmp.Diff(c.want, err.Error()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
	for want, parse := range map[string]func(string) error{
		`cumulocity: kind of version: "x" is not a kind of version; write major, minor or service release`: func(x string) error { _, err := cumulocity.ParseVersionKind(x); return err },
		`sempre: kind of event: "x" is not a kind of event; write ` + charges:                              func(x string) error { _, err := sempre.ParseChargeKind(x); return err },
	} {
		if err := parse("x"); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestErrorsOfAnotherPackage: an error begins with the name of the package that its kind
// is of, and with that of this package where the kind does not say.
func TestErrorsOfAnotherPackage(t *testing.T) {
	for _, c := range []struct {
		kind error
		want string
	}{
		{nil, "policy"},
		{policy.ErrEvents, "policy"},
		{errors.New("acme: no such thing"), "acme"},
		{errors.New("no such thing"), "policy"},
		{errors.New("no such thing: none"), "policy"},
	} {
		for got, want := range map[string]string{
			(&policy.PlaceError{Kind: c.kind, Place: "a.b", Why: "is missing"}).Error():                        c.want + ": a.b: is missing",
			(&policy.PlaceError{Kind: c.kind, Place: "a.b", Value: "x", Why: "is not y"}).Error():              c.want + `: a.b: "x" is not y`,
			(&policy.TextError{Kind: c.kind, What: "animal", Text: "x", Known: []string{"ox", "ass"}}).Error(): c.want + `: animal: "x" is not an animal; write ox or ass`,
		} {
			if got != want {
				t.Errorf("%v: %s, want %s", c.kind, got, want)
			}
		}
	}
}
