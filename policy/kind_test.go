package policy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
)

func TestKindText(t *testing.T) {
	names := []string{"reported", "registered", "contacted", "responded", "updated", "plan_provided", "info_requested",
		"info_received", "customer_replied", "workaround_accepted", "development_required", "forwarded",
		"resolution_proposed", "resolution_rejected", "resolved", "severity_changed", "closed", "reopened"}
	if diff := cmp.Diff(names, policy.KindNames()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	policy.KindNames()[0] = "changed"
	if policy.KindNames()[0] != "reported" {
		t.Error("a caller can change the names of kinds")
	}
	for i, name := range names {
		kind := policy.Kind(i + 1)
		var read policy.Kind
		text, err := kind.MarshalText()
		if err != nil || string(text) != name || kind.String() != name {
			t.Errorf("kind %d is %s, %s, %v, want %s", i+1, kind, text, err, name)
		}
		if err := read.UnmarshalText(text); err != nil || read != kind {
			t.Errorf("%s is read as %v, %v", name, read, err)
		}
	}
	for _, kind := range []policy.Kind{0, policy.Reopened + 1, 255} {
		if text, err := kind.MarshalText(); text != nil || !errors.Is(err, policy.ErrKind) {
			t.Errorf("kind %d is written as %q, %v", kind, text, err)
		}
	}
	if zero, beyond := policy.Kind(0).String(), policy.Kind(64).String(); zero != "" || beyond != "Kind(64)" {
		t.Errorf("%q, %q", zero, beyond)
	}
	kind := policy.Closed
	want := `policy: kind: "Closed" is not a kind; write reported, registered, contacted, responded, updated, plan_provided, info_requested, ` +
		`info_received, customer_replied, workaround_accepted, development_required, forwarded, ` +
		`resolution_proposed, resolution_rejected, resolved, severity_changed, closed or reopened`
	if err := kind.UnmarshalText([]byte("Closed")); err == nil || err.Error() != want || !errors.Is(err, policy.ErrKind) || kind != policy.Closed {
		t.Errorf("%v, and the kind is %v", err, kind)
	}
	if _, err := policy.ParseKind(""); !errors.Is(err, policy.ErrKind) {
		t.Errorf("an empty text: %v", err)
	}
}

func TestKindSets(t *testing.T) {
	set := policy.On(policy.Closed, policy.Reported)
	for kind := policy.Kind(0); kind <= policy.Reopened; kind++ {
		if set.Has(kind) != (kind == policy.Closed || kind == policy.Reported) {
			t.Errorf("has %v: %v", kind, set.Has(kind))
		}
		if policy.On().Has(kind) {
			t.Errorf("the empty set has %v", kind)
		}
	}
	var got []string
	for kind := policy.Reported; kind <= policy.Reopened; kind++ {
		if policy.Response.Has(kind) {
			got = append(got, kind.String())
		}
	}
	want := []string{"responded", "updated", "plan_provided", "info_requested", "workaround_accepted", "resolution_proposed", "resolved"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestChannelText(t *testing.T) {
	for i, name := range []string{"phone", "email", "portal"} {
		channel := policy.Channel(i + 1)
		var read policy.Channel
		text, err := channel.MarshalText()
		if err != nil || string(text) != name || channel.String() != name {
			t.Errorf("channel %d is %s, %s, %v, want %s", i+1, channel, text, err, name)
		}
		if err := read.UnmarshalText(text); err != nil || read != channel {
			t.Errorf("%s is read as %v, %v", name, read, err)
		}
	}
	for _, channel := range []policy.Channel{0, 4, 255} {
		if text, err := channel.MarshalText(); !errors.Is(err, policy.ErrChannel) {
			t.Errorf("channel %d is written as %q, %v", channel, text, err)
		}
	}
	channel := policy.Portal
	const want = `policy: channel: "fax" is not a channel; write phone, email or portal`
	if err := channel.UnmarshalText([]byte("fax")); err == nil || err.Error() != want || !errors.Is(err, policy.ErrChannel) || channel != policy.Portal {
		t.Errorf("%v, and the channel is %v", err, channel)
	}
	got := fmt.Sprint(policy.Channel(0), policy.Channel(4),
		policy.Channels(0).Accept(policy.Phone), policy.Channels(0).Accept(0),
		policy.By(policy.Email, policy.Portal).Accept(policy.Portal), policy.By(policy.Email, policy.Portal).Accept(policy.Phone), policy.By(policy.Email).Accept(0))
	if got != " Channel(4) true true true false false" {
		t.Errorf("got %q", got)
	}
}

func TestStateText(t *testing.T) {
	for i, name := range []string{"waiting", "running", "met", "breached", "cancelled", "paused"} {
		text, err := policy.State(i).MarshalText()
		if err != nil || string(text) != name || policy.State(i).String() != name {
			t.Errorf("state %d is %s, %v, want %s", i, text, err, name)
		}
		read := policy.State(9)
		if err := read.UnmarshalText(text); err != nil || int(read) != i {
			t.Errorf("%s is read as %v, %v", name, read, err)
		}
	}
	if text, err := policy.State(6).MarshalText(); !errors.Is(err, policy.ErrState) || policy.State(6).String() != "State(6)" {
		t.Errorf("no state is written as %q, %v", text, err)
	}
	const want = `policy: state: "Met" is not a state; write waiting, running, met, breached, cancelled or paused`
	for _, text := range []string{"", "Met", "State(6)"} {
		state := policy.Paused
		if err := state.UnmarshalText([]byte(text)); !errors.Is(err, policy.ErrState) || text == "Met" && err.Error() != want || state != policy.Paused {
			t.Errorf("%q: %v, and the state is %v", text, err, state)
		}
	}
}

func TestEventString(t *testing.T) {
	p := mustAcme(t, nil)
	for text, want := range map[string]string{
		"02 09:00 reported Mid email": "reported as Mid by email", "02 09:00 closed": "closed",
		"02 09:00 severity_changed Low": "severity_changed to Low", "02 09:00 responded phone": "responded by phone",
	} {
		if got := parseEvents(t, p, text)[0].String(); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
}
