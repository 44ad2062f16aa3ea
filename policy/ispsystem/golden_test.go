package ispsystem_test

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/policytest"
)

// goldens answers the golden cases that a test is named after.
func goldens(t *testing.T) {
	t.Helper()
	policytest.Goldens(t, agreementtest.CasesOf(t, agreementtest.ReadCases(t, os.ReadFile, "..", "..", "testdata", "ispsystem.jsonl")), answer)
}

// Those of a clause, those of a rule that holds for all agreements, and, as INT, those of
// the command's input and output. TestClauses knows whether one is missing.

func TestISP1_Goldens(t *testing.T)  { goldens(t) }
func TestISP2_Goldens(t *testing.T)  { goldens(t) }
func TestISP3_Goldens(t *testing.T)  { goldens(t) }
func TestISP5_Goldens(t *testing.T)  { goldens(t) }
func TestISP6_Goldens(t *testing.T)  { goldens(t) }
func TestISP13_Goldens(t *testing.T) { goldens(t) }
func TestG8_Goldens(t *testing.T)    { goldens(t) }
func TestG9_Goldens(t *testing.T)    { goldens(t) }
func TestG10_Goldens(t *testing.T)   { goldens(t) }
func TestT1_Goldens(t *testing.T)    { goldens(t) }
func TestT3_Goldens(t *testing.T)    { goldens(t) }
func TestT4_Goldens(t *testing.T)    { goldens(t) }
func TestT5_Goldens(t *testing.T)    { goldens(t) }
func TestT6_Goldens(t *testing.T)    { goldens(t) }
func TestT7_Goldens(t *testing.T)    { goldens(t) }
func TestT9_Goldens(t *testing.T)    { goldens(t) }
func TestT10_Goldens(t *testing.T)   { goldens(t) }
func TestT12_Goldens(t *testing.T)   { goldens(t) }
func TestINT_Goldens(t *testing.T)   { goldens(t) }

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
