package documents

import (
	"bytes"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/lint"
)

// TestFirstDesk: ten minutes of thirty on Thursday 5 March, and twenty on Friday. The
// second business day after Thursday is Monday, which ends at 17:00. Until then there
// are 10 minutes, 6 hours of Friday and 8 of Monday, 850 minutes: 75 % of them are
// 637.5, which are 267.5 after Monday's 09:00.
func TestFirstDesk(t *testing.T) {
	want := map[string][]string{"T-1": {
		"§ 3 response 2026-03-06T09:20:00+01:00 running",
		"§ 4 resolution 2026-03-09T17:00:00+01:00 running",
		"→ team lead 2026-03-09T13:27:30+01:00 pending",
	}}
	if diff := cmp.Diff(want, tell(t, "first-desk")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// The example that people copy has nothing that lint would tell of.
	text, err := os.ReadFile("first-desk.json")
	if err != nil {
		t.Fatal(err)
	}
	on, err := calendar.ParseDate("2026-03-05")
	if err != nil {
		t.Fatal(err)
	}
	if r, err := lint.Text(text, lint.Options{On: on}); err != nil || len(r.Findings) != 0 {
		t.Errorf("%v, findings %v", err, r.Findings)
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{"2026-03-06T09:20:00+01:00 by § 3", "2026-03-09T17:00:00+01:00 by § 4"} {
		if !bytes.Contains(readme, []byte(said)) {
			t.Errorf("README.md does not say %s", said)
		}
	}
}
