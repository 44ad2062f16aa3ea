package cumulocity_test

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
	policytest.Goldens(t, agreementtest.CasesOf(t, agreementtest.ReadCases(t, os.ReadFile, "..", "..", "testdata", "cumulocity.jsonl")), answer)
}

// Those of a clause, those of a rule that holds for all agreements, and, as INT, those of
// the command's input and output. TestClauses knows whether one is missing.

func TestCUM1_Goldens(t *testing.T) { goldens(t) }
func TestCUM2_Goldens(t *testing.T) { goldens(t) }
func TestCUM3_Goldens(t *testing.T) { goldens(t) }
func TestCUM4_Goldens(t *testing.T) { goldens(t) }
func TestCUM5_Goldens(t *testing.T) { goldens(t) }
func TestCUM6_Goldens(t *testing.T) { goldens(t) }
func TestCUM7_Goldens(t *testing.T) { goldens(t) }
func TestCUM8_Goldens(t *testing.T) { goldens(t) }
func TestCUM9_Goldens(t *testing.T) { goldens(t) }
func TestG3_Goldens(t *testing.T)   { goldens(t) }
func TestG8_Goldens(t *testing.T)   { goldens(t) }
func TestG9_Goldens(t *testing.T)   { goldens(t) }
func TestG10_Goldens(t *testing.T)  { goldens(t) }
func TestT1_Goldens(t *testing.T)   { goldens(t) }
func TestT3_Goldens(t *testing.T)   { goldens(t) }
func TestT7_Goldens(t *testing.T)   { goldens(t) }
func TestT8_Goldens(t *testing.T)   { goldens(t) }
func TestT9_Goldens(t *testing.T)   { goldens(t) }
func TestT10_Goldens(t *testing.T)  { goldens(t) }
func TestT11_Goldens(t *testing.T)  { goldens(t) }
func TestT12_Goldens(t *testing.T)  { goldens(t) }
func TestINT_Goldens(t *testing.T)  { goldens(t) }

// TestWorkedCases answers cases that come with the agreements' texts.
func TestWorkedCases(t *testing.T) {
	policytest.Goldens(t, agreementtest.ReadCases(t, os.ReadFile, os.Getenv("SLACLOCK_CASES"), "cumulocity.jsonl"), answer)
}

// TestGoldenBytes holds one answer to the byte, with the order of its fields.
func TestGoldenBytes(t *testing.T) {
	in := `{"id":"b","agreement":"cumulocity","customer":{"region":"US","country":"NONE"},"events":[` +
		`{"at":"2026-06-09T15:00:00Z","kind":"reported","severity":"crisis","channel":"phone"},{"at":"2026-06-09T15:10:00Z","kind":"plan_provided"}]}`
	step := func(n, to, day string) string {
		return `{"step":` + n + `,"to":"` + to + `","clause":"CUM-7","round":1,"at":"2026-06-` + day + `T09:00:00-06:00","state":"pending"}`
	}
	want := `{"id":"b","agreement":"cumulocity","as_of":"2026-06-09T15:10:00Z","severity":"Crisis","clocks":[` +
		`{"metric":"response","round":1,"severity":"Crisis","target":"30m0s","calendar":"24x7","clause":"CUM-2",` +
		`"started":"2026-06-09T09:00:00-06:00","due":"2026-06-09T09:30:00-06:00","stopped":"2026-06-09T09:10:00-06:00","state":"met","elapsed":"10m0s","remaining":"20m0s","elapsed_wall":"10m0s"},` +
		`{"metric":"plan","round":1,"severity":"Crisis","target":"4h0m0s","calendar":"24x7","clause":"CUM-5",` +
		`"started":"2026-06-09T09:00:00-06:00","due":"2026-06-09T13:00:00-06:00","stopped":"2026-06-09T09:10:00-06:00","state":"met","elapsed":"10m0s","remaining":"3h50m0s","elapsed_wall":"10m0s"}],` +
		`"escalation":[` + step("1", "Regional Director", "10") + `,` + step("2", "Global Vice President", "11") + `,` +
		step("3", "Global Senior Vice President", "12") + `,` + step("4", "Chief Operating Officer", "14") + `],` +
		`"ownership":[{"from":"2026-06-09T09:00:00-06:00","region":"US"}],` +
		`"next":{"at":"2026-06-09T17:00:00-06:00","what":"hand-over to on-call"},` +
		`"readings":{"cumulocity.zone":"local","cumulocity.other_hubs":"weekdays","cumulocity.reaction_standard":"24h","cumulocity.no_call":"opening","cumulocity.severity_change":"fair"}}`
	if got, err := answer([]byte(in)); err != nil || string(got) != want {
		t.Error(err, cmp.Diff(want, string(got)))
	}
}
