package policy_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
)

func TestOutcomeText(t *testing.T) {
	for outcome, name := range map[policy.Outcome]string{
		policy.Covered: "covered", policy.Chargeable: "chargeable", policy.Suspended: "suspended", policy.NotCovered: "not_covered",
	} {
		text, err := outcome.MarshalText()
		if err != nil || string(text) != name || outcome.String() != name {
			t.Errorf("%d: got %q and %q, %v, want %q", outcome, text, outcome, err, name)
		}
		var back policy.Outcome
		if err := back.UnmarshalText([]byte(name)); err != nil || back != outcome {
			t.Errorf("%q: got %d, %v, want %d", name, back, err, outcome)
		}
	}
	for _, text := range []string{"", "Covered", "not covered", "unknown"} {
		kept := policy.Suspended
		if err := kept.UnmarshalText([]byte(text)); !errors.Is(err, policy.ErrOutcome) || kept != policy.Suspended {
			t.Errorf("%q: got %v, %v, want an ErrOutcome and no change", text, kept, err)
		}
	}
	for _, outcome := range []policy.Outcome{0, policy.NotCovered + 1} {
		if _, err := outcome.MarshalText(); !errors.Is(err, policy.ErrOutcome) {
			t.Errorf("%d: got error %v, want an ErrOutcome", outcome, err)
		}
	}
	if zero, beyond := policy.Outcome(0).String(), policy.Outcome(5).String(); zero != "" || beyond != "Outcome(5)" {
		t.Errorf("%q, %q", zero, beyond)
	}
}

func TestDecisionJSON(t *testing.T) {
	decision := policy.Decision{Outcome: policy.Covered}.With(policy.Reason{
		Outcome: policy.Suspended, Fact: "fees_paid", Clause: "X-1", Section: "1", Rule: "fees must be paid"})
	text, err := json.Marshal(decision)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"outcome":"suspended","reasons":[{"outcome":"suspended","fact":"fees_paid","stated":false,"clause":"X-1","section":"1","rule":"fees must be paid"}]}`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("JSON (-want +got)\n%s", diff)
	}
	var back policy.Decision
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(decision, back); diff != "" {
		t.Errorf("there and back (-want +got)\n%s", diff)
	}
}
