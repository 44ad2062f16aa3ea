package policy_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// TestT9_Ended: an answer tells when its ticket ended, by an event or by itself, as
// long as it is not open again. Eight hours from Monday 09:00 run out at 17:00.
func TestT9_Ended(t *testing.T) {
	silence := only(policy.Metric{Name: "silence", Start: policy.Report, Ends: true, Targets: []policy.Target{owed("Low")}})
	const low = "02 09:00 reported Low email"
	for _, c := range []struct {
		name   string
		closes bool // by itself
		events []string
		asOf   string
		want   string // "" if the ticket has not ended
	}{
		{"before the report", false, []string{low}, "02 08:59:59", ""},
		{"open", false, []string{low, "02 10:00 responded"}, "12 09:00", ""},
		{"resolved later", false, []string{low, "02 10:00 resolved"}, "02 09:59:59", ""},
		{"resolved now", false, []string{low, "02 10:00 resolved"}, "02 10:00", "02 10:00"},
		{"resolved", false, []string{low, "02 10:00 resolved"}, "12 09:00", "02 10:00"},
		{"closed", false, []string{low, "02 10:00 closed"}, "12 09:00", "02 10:00"},
		{"the first end counts", false, []string{low, "02 10:00 resolved", "02 11:00 closed", "02 12:00 severity_changed High"}, "12 09:00", "02 10:00"},
		{"reopened now", false, []string{low, "02 10:00 resolved", "03 10:00 reopened"}, "03 10:00", ""},
		{"reopened later", false, []string{low, "02 10:00 resolved", "03 10:00 reopened"}, "03 09:59:59", "02 10:00"},
		{"ended again", false, []string{low, "02 10:00 resolved", "03 10:00 reopened", "03 11:00 closed"}, "12 09:00", "03 11:00"},
		{"by itself, just before", true, []string{low}, "02 16:59:59.999999999", ""},
		{"by itself, now", true, []string{low}, "02 17:00", "02 17:00"},
		{"by itself", true, []string{low}, "12 09:00", "02 17:00"},
		{"by itself, then closed", true, []string{low, "03 09:00 closed"}, "12 09:00", "02 17:00"},
		{"by itself, then resolved at that instant", true, []string{low, "02 17:00 resolved"}, "12 09:00", "02 17:00"},
		{"resolved, and nothing is left to run out", true, []string{low, "02 10:00 resolved"}, "12 09:00", "02 10:00"},
		{"by itself and reopened at one instant", true, []string{low, "02 17:00 reopened"}, "02 17:00", ""},
		{"by itself, twice", true, []string{low, "03 09:00 reopened"}, "12 09:00", "03 17:00"},
	} {
		p := mustAcme(t, nil)
		if c.closes {
			p = mustAcme(t, silence)
		}
		a, err := p.Evaluate(parseEvents(t, p, c.events...), parseAt(t, c.asOf))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if at, ok := a.Ended.Get(); ok {
			got = short(at)
		}
		if got != c.want {
			t.Errorf("%s: ended %q, want %q", c.name, got, c.want)
		}
	}
}
