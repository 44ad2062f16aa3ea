package policy_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
)

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

func TestChannelSets(t *testing.T) {
	got := fmt.Sprint(policy.Channels(0).Accept(policy.Phone), policy.Channels(0).Accept(0),
		policy.By(policy.Email, policy.Portal).Accept(policy.Portal), policy.By(policy.Email, policy.Portal).Accept(policy.Phone), policy.By(policy.Email).Accept(0))
	if got != "true true true false false" {
		t.Errorf("got %q", got)
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
