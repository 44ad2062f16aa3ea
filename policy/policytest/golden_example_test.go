package policytest_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/purchased"
)

// cases stands for a file in testdata, in the form of the command's input and output. It has
// two cases: a Severity 1 by e-mail waits for the call, and a misspelt field is refused.
const cases = `{"in":{"id":"no call","agreement":"purchased","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"1","channel":"email"}]},` +
	`"out":{"severity":"1","clocks":[{"metric":"response","round":1,"severity":"1","target":"1h0m0s","clause":"PUR-3","state":"waiting","waiting_for":"phone"}],"next":null},"why":"PUR-2: it was not reported by telephone"}
{"in":{"id":"misspelt","agreement":"purchased","events":[{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severety":"1"}]},"out":{"error":true},"why":"a severity that is not read must not be lost"}
`

// TestGoldens is all that a test with golden cases needs.
func TestGoldens(t *testing.T) {
	policytest.Goldens(t, []byte(cases), policytest.Answers(purchased.New))
}
