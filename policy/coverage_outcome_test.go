package policy_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
)

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
