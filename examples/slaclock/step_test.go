package main

import (
	"strings"
	"testing"
)

// TestStepsInTheAgreementsZone: the steps of a computation are told in the agreement's
// zone, whatever the offsets of the events are.
func TestStepsInTheAgreementsZone(t *testing.T) {
	const line = `{"agreement":"purchased","events":[{"at":"2026-03-02T23:00:00+09:00","kind":"reported","severity":2,"channel":"email"},{"at":"2026-03-02T20:00:00Z","kind":"responded"}]}`
	got := answerTicket(line, "-explain", "-format", "table")
	for _, want := range []string{
		"    start    Mon 2026-03-02 09:00:00 -05:00  reported as 2 by email  [PUR-4]\n",
		"    stop     Mon 2026-03-02 15:00:00 -05:00  responded: met  [T4]\n",
		"    counted  Mon 2026-03-02 09:00:00 -05:00 to Mon 2026-03-02 15:00:00 -05:00  6h0m0s\n",
		"    ahead    Mon 2026-03-02 15:00:00 -05:00 to Mon 2026-03-02 17:00:00 -05:00  2h0m0s\n",
	} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("no %q in\n%s", want, got.stdout)
		}
	}
	if strings.Contains(got.stdout, "+00:00") {
		t.Errorf("something is in UTC:\n%s", got.stdout)
	}
}
