package ispsystem_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/policytest"
)

func TestGoldens(t *testing.T) {
	policytest.Goldens(t, agreementtest.ReadCases(t, os.ReadFile, "..", "..", "testdata", "ispsystem.jsonl"), answer)
}

// TestWorkedCases answers cases that come with the agreements' texts.
func TestWorkedCases(t *testing.T) {
	policytest.Goldens(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "ispsystem.jsonl"), answer)
}

// TestGoldenBytes holds one answer to the byte, with the order of its fields.
func TestGoldenBytes(t *testing.T) {
	in := `{"id":"b","agreement":"ispsystem","customer":{"product":"VMmanager","tier":"Standard"},` +
		`"events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"high"},{"at":"2026-03-02T09:00:00+01:00","kind":"registered"}]}`
	want := `{"id":"b","agreement":"ispsystem","as_of":"2026-03-02T09:00:00+01:00","severity":"High","clocks":[` +
		`{"metric":"response","round":1,"severity":"High","target":"16h0m0s","calendar":"24x7","clause":"ISP-2",` +
		`"started":"2026-03-02T08:00:00Z","due":"2026-03-03T00:00:00Z","state":"running","elapsed":"0s","remaining":"16h0m0s","elapsed_wall":"0s"}],` +
		`"escalation":[],"next":{"at":"2026-03-03T00:00:00Z","what":"response due"},` +
		`"readings":{"ispsystem.billing_days":"every_day","ispsystem.auto_close":"calendar_days","ispsystem.severity_change":"fair"}}`
	if got, err := answer([]byte(in)); err != nil || string(got) != want {
		t.Error(err, cmp.Diff(want, string(got)))
	}
}
