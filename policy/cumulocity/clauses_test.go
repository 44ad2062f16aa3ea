package cumulocity_test

import (
	"encoding/json"
	"fmt"
	"testing"
)

// TestG7_PauseCountsOnItsOwnCalendar halts the ladder while the customer tests, from one instant to another, and looks at
// when its first step is due. A Critical incident reported on Monday 8 June 2026 at 08:00 reaches it after five business
// days of nine hours, on Friday at 17:00; a Crisis after 24 hours, by whichever clock.
func TestG7_PauseCountsOnItsOwnCalendar(t *testing.T) {
	for _, tt := range []struct{ name, severity, proposed, rejected, want string }{
		{"an hour on Friday and two on Monday, not 66 hours", "Critical",
			"2026-06-12T16:00:00+02:00", "2026-06-15T10:00:00+02:00", "2026-06-15T11:00:00+02:00"},
		{"a night is no working time", "Critical",
			"2026-06-11T17:00:00+02:00", "2026-06-12T08:00:00+02:00", "2026-06-12T17:00:00+02:00"},
		{"a second before the night", "Critical",
			"2026-06-11T16:59:59+02:00", "2026-06-12T08:00:00+02:00", "2026-06-15T08:00:01+02:00"},
		{"a second after the night", "Critical",
			"2026-06-11T17:00:00+02:00", "2026-06-12T08:00:01+02:00", "2026-06-15T08:00:01+02:00"},
		{"a nanosecond of the night's beginning", "Critical",
			"2026-06-11T16:59:59.999999999+02:00", "2026-06-12T08:00:00+02:00", "2026-06-15T08:00:00.000000001+02:00"},
		{"no time at all", "Critical",
			"2026-06-11T12:00:00+02:00", "2026-06-11T12:00:00+02:00", "2026-06-12T17:00:00+02:00"},
		{"a Crisis is counted round the clock, so its night counts", "Crisis",
			"2026-06-08T17:00:00+02:00", "2026-06-09T08:00:00+02:00", "2026-06-09T23:00:00+02:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := answer(fmt.Appendf(nil, `{"id":"t","agreement":"cumulocity","as_of":%q,"customer":{"region":"EMEA","country":"NONE"},"events":[
				{"at":"2026-06-08T08:00:00+02:00","kind":"reported","severity":%q,"channel":"phone"},
				{"at":%q,"kind":"resolution_proposed"},{"at":%q,"kind":"resolution_rejected"}]}`, tt.rejected, tt.severity, tt.proposed, tt.rejected))
			if err != nil {
				t.Fatal(err)
			}
			var got struct {
				Escalation []struct{ To, At, State string }
			}
			if err := json.Unmarshal(out, &got); err != nil {
				t.Fatal(err)
			}
			if len(got.Escalation) != 4 || got.Escalation[0].To != "Regional Director" || got.Escalation[0].State != "pending" || got.Escalation[0].At != tt.want {
				t.Errorf("the first step of four, pending at %s; got %+v", tt.want, got.Escalation)
			}
		})
	}
}
