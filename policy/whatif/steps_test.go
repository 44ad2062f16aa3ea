package whatif_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// TestStepsAreToldApart: a repeat is no step, and a threshold of a clock no step of
// the ladder, though they have its number.
func TestStepsAreToldApart(t *testing.T) {
	tell := func(r *policy.Rung) string {
		if r == nil {
			return "none"
		}
		return fmt.Sprintf("%s%d/%d to %s", r.Metric, r.Step, r.Repeat, r.To)
	}
	// Anna is told at 17:00 on Monday; the first repeat is at 10:00 on Tuesday.
	ticket := mustTicket(t, "T", "Mid email 02T09:00 as of 03T09:30")
	for _, row := range []struct {
		name     string
		from, to whatif.Maker
		want     []string
	}{
		{"the same", stepping(2), stepping(2), nil},
		{"a repeat that the new side has not", stepping(2), stepping(0), []string{"1/1 to Anna, none"}},
		{"a repeat that the old side has not", stepping(0), stepping(2), []string{"none, 1/1 to Anna"}},
		{"a threshold that the new side has not", stepping(0, 50), stepping(0), []string{"response1/0 to Bea, none"}},
		{"a threshold that the old side has not", stepping(0), stepping(0, 50), []string{"none, response1/0 to Bea"}},
		{"a threshold at another part", stepping(0, 50), stepping(0, 75), []string{"response1/0 to Bea, response1/0 to Bea"}},
		{"a second threshold", stepping(0, 50), stepping(0, 50, 75), []string{"none, response2/0 to Bea"}},
	} {
		d, err := whatif.Compare(ticket, row.from, row.to)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range d.Rungs {
			for _, r := range []*policy.Rung{s.Old, s.New} {
				if r != nil && (s.Metric != r.Metric || s.Round != r.Round || s.Step != r.Step || s.Repeat != r.Repeat) {
					t.Errorf("%s: %s %d %d/%d has the row %s of round %d", row.name, s.Metric, s.Round, s.Step, s.Repeat, tell(r), r.Round)
				}
			}
			got = append(got, tell(s.Old)+", "+tell(s.New))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}
