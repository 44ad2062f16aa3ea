package lint_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/lint"
)

// TestReportJSON: a finding has one JSON, in a report and alone, and reads back.
func TestReportJSON(t *testing.T) {
	full := lint.Finding{Code: "c", Severity: lint.Error, Place: "levels[2]", Line: 6, Column: 5, What: "w", Consequence: "so", Remedy: "do", When: "tier gold"}
	r := lint.Report{Agreement: "acme", Findings: []lint.Finding{full, {Code: "d", What: "v"}}, Tried: 4, Complete: true}
	const want = `{"agreement":"acme","findings":[` +
		`{"code":"c","severity":"error","place":"levels[2]","line":6,"column":5,"what":"w","when":"tier gold","consequence":"so","remedy":"do"},` +
		`{"code":"d","severity":"note","what":"v"}],"tried":4,"complete":true,"more":false}`
	got, err := json.Marshal(r)
	if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	if by, err := json.Marshal(&full); err != nil || string(by) != string(full.AppendJSON(nil)) {
		t.Errorf("a pointer to a finding is %s, %v", by, err)
	}
	var back lint.Report
	if err := json.Unmarshal([]byte(want), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r, back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got, err := json.Marshal(lint.Report{}); err != nil || string(got) != `{"agreement":"","tried":0,"complete":false,"more":false}` {
		t.Errorf("the zero Report is %s, %v", got, err)
	}
}

// TestNil: nothing to look at is an error that says so, or no findings.
func TestNil(t *testing.T) {
	const want = "document: the document is nil; give one, such as that of Decode"
	if r, err := lint.Document(nil, lint.Options{}); r != nil || !errors.Is(err, document.ErrDocument) || err.Error() != want {
		t.Errorf("%v, %v", r, err)
	}
	if worst, ok := (*lint.Report)(nil).Worst(); ok || worst != lint.Note {
		t.Errorf("nil has a worst finding, %v", worst)
	}
	if got := string((*lint.Finding)(nil).AppendJSON(nil)); got != `{"code":"","severity":"note"}` {
		t.Errorf("a nil Finding is %s", got)
	}
}
