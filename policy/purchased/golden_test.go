package purchased_test

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
	policytest.Goldens(t, agreementtest.CasesOf(t, agreementtest.ReadCases(t, os.ReadFile, "..", "..", "testdata", "purchased.jsonl")), answer)
}

// Those of a clause, those of a rule that holds for all agreements, and, as INT, those of
// the command's input and output. TestClauses knows whether one is missing.

func TestPUR1_Goldens(t *testing.T) { goldens(t) }
func TestPUR2_Goldens(t *testing.T) { goldens(t) }
func TestPUR3_Goldens(t *testing.T) { goldens(t) }
func TestPUR4_Goldens(t *testing.T) { goldens(t) }
func TestPUR5_Goldens(t *testing.T) { goldens(t) }
func TestPUR6_Goldens(t *testing.T) { goldens(t) }
func TestG8_Goldens(t *testing.T)   { goldens(t) }
func TestG10_Goldens(t *testing.T)  { goldens(t) }
func TestT1_Goldens(t *testing.T)   { goldens(t) }
func TestT3_Goldens(t *testing.T)   { goldens(t) }
func TestT4_Goldens(t *testing.T)   { goldens(t) }
func TestT5_Goldens(t *testing.T)   { goldens(t) }
func TestT6_Goldens(t *testing.T)   { goldens(t) }
func TestT7_Goldens(t *testing.T)   { goldens(t) }
func TestT8_Goldens(t *testing.T)   { goldens(t) }
func TestT9_Goldens(t *testing.T)   { goldens(t) }
func TestT10_Goldens(t *testing.T)  { goldens(t) }
func TestT11_Goldens(t *testing.T)  { goldens(t) }
func TestT12_Goldens(t *testing.T)  { goldens(t) }
func TestINT_Goldens(t *testing.T)  { goldens(t) }

// TestWorkedCases answers cases that come with the agreements' texts.
func TestWorkedCases(t *testing.T) {
	policytest.Goldens(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "purchased.jsonl"), answer)
}

// TestGoldenBytes holds one answer to the byte, with the order of its fields.
func TestGoldenBytes(t *testing.T) {
	in := `{"id":"b","agreement":"purchased","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":1,"channel":"phone"}]}`
	want := `{"id":"b","agreement":"purchased","as_of":"2026-03-02T09:00:00Z","severity":"1","clocks":[` +
		`{"metric":"response","round":1,"severity":"1","target":"1h0m0s","calendar":"24x7","clause":"PUR-3",` +
		`"started":"2026-03-02T04:00:00-05:00","due":"2026-03-02T05:00:00-05:00","state":"running","elapsed":"0s","remaining":"1h0m0s","elapsed_wall":"0s"}],` +
		`"escalation":[],"next":{"at":"2026-03-02T05:00:00-05:00","what":"response due"},` +
		`"readings":{"purchased.zone":"-05:00","purchased.holidays":"state-closings","purchased.severity_change":"fair"}}`
	if got, err := answer([]byte(in)); err != nil || string(got) != want {
		t.Error(err, cmp.Diff(want, string(got)))
	}
}
