package documents

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestITDesk: offices are open on weekdays from 08:00 to 18:00, which are ten hours.
// 2026-03-02 is a Monday; in Chicago the clocks went forward on Sunday the 8th.
func TestITDesk(t *testing.T) {
	want := map[string][]string{
		// I-4, high and an incident, is more specific than I-2, high, and I-3, an
		// incident. Sixteen hours: 1.5 on Monday, 10, 4.5 on Wednesday.
		"incident": {
			"I-4 first_response 2026-03-02T17:30:00-06:00 running",
			"I-7 resolution 2026-03-04T12:30:00-06:00 running",
		},
		// I-5 has a condition more than I-4. Both run by night: four hours from 23:50
		// are 03:50, and by the clocks that went forward 04:50.
		"incident by night": {
			"I-5 first_response 2026-03-08T00:20:00-06:00 running",
			"I-9 resolution 2026-03-08T04:50:00-05:00 running",
		},
		// A low incident is I-3 and I-7, in Tokyo's hours: six hours are 1.5 on Monday
		// and 4.5 on Tuesday; sixteen as above.
		"elsewhere": {
			"I-3 first_response 2026-03-03T12:30:00+09:00 running",
			"I-7 resolution 2026-03-04T12:30:00+09:00 running",
		},
		// Three business days after Monday end on Thursday at 18:00. From Tuesday 12:00
		// to Wednesday 12:00 the ticket was resolved, which is 6 hours and 4: Friday's ten.
		"reopened": {
			"I-1 first_response 2026-03-02T17:00:00-06:00 met",
			"I-8 resolution 2026-03-06T18:00:00-06:00 running",
		},
		// The response does not pause at the vendor: eight hours from 08:00.
		"at the vendor": {
			"I-1 first_response 2026-03-02T16:00:00-06:00 met",
			"I-6 resolution paused",
		},
		// Four of forty hours were used. The others begin on Wednesday 08:00: three
		// days of ten, and six hours on Monday, after the change of the clocks.
		"back from the vendor": {
			"I-1 first_response 2026-03-02T16:00:00-06:00 breached",
			"I-6 resolution 2026-03-09T14:00:00-05:00 running",
		},
	}
	if diff := cmp.Diff(want, tell(t, "it-desk")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
