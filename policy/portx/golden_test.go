package portx_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/policytest"
)

// goldens answers the golden cases that a test is named after.
func goldens(t *testing.T) {
	t.Helper()
	policytest.Goldens(t, agreementtest.CasesOf(t, agreementtest.ReadCases(t, os.ReadFile, "..", "..", "testdata", "portx.jsonl")), answer)
}

// Those of a clause, those of a rule that holds for all agreements, and, as INT, those of
// the command's input and output. TestClauses knows whether one is missing.

func TestPOR1_Goldens(t *testing.T) { goldens(t) }
func TestPOR3_Goldens(t *testing.T) { goldens(t) }
func TestPOR4_Goldens(t *testing.T) { goldens(t) }
func TestG8_Goldens(t *testing.T)   { goldens(t) }
func TestG9_Goldens(t *testing.T)   { goldens(t) }
func TestG10_Goldens(t *testing.T)  { goldens(t) }
func TestT1_Goldens(t *testing.T)   { goldens(t) }
func TestT2_Goldens(t *testing.T)   { goldens(t) }
func TestT3_Goldens(t *testing.T)   { goldens(t) }
func TestT4_Goldens(t *testing.T)   { goldens(t) }
func TestT9_Goldens(t *testing.T)   { goldens(t) }
func TestT10_Goldens(t *testing.T)  { goldens(t) }
func TestT11_Goldens(t *testing.T)  { goldens(t) }
func TestT12_Goldens(t *testing.T)  { goldens(t) }
func TestT13_Goldens(t *testing.T)  { goldens(t) }
func TestINT_Goldens(t *testing.T)  { goldens(t) }

// TestWorkedCases answers cases that come with the agreements' texts.
func TestWorkedCases(t *testing.T) {
	policytest.Goldens(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "portx.jsonl"), answer)
}

// TestGoldenBytes holds one answer to the byte, with the order of its fields and
// the instants in the customer's zone. The calendar's name is the library's own.
func TestGoldenBytes(t *testing.T) {
	in := `{"id":"b","agreement":"portx","customer":{"zone":"Europe/Berlin","country":"DE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}},` +
		`"events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"s2"}]}`
	want := `{"id":"b","agreement":"portx","as_of":"2026-03-02T09:00:00Z","severity":"S2","clocks":[` +
		`{"metric":"response","round":1,"severity":"S2","target":"2 business days","clause":"POR-4",` +
		`"started":"2026-03-02T10:00:00+01:00","due":"2026-03-04T17:00:00+01:00","state":"running","elapsed":"0s","remaining":"25h0m0s","elapsed_wall":"0s"}],` +
		`"escalation":[],"next":{"at":"2026-03-04T17:00:00+01:00","what":"response due"},` +
		`"readings":{"portx.severity_change":"fair"}}`
	out, err := answer([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	got := regexp.MustCompile(`"calendar":"[^"]+",`).ReplaceAllString(string(out), "")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
