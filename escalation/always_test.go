package escalation_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
)

// TestRegionThatNeverCloses: a region that is open round the clock keeps a ticket that it
// owns, until the default region opens.
func TestRegionThatNeverCloses(t *testing.T) {
	office := escalation.Region{Name: "Office", Calendar: made(t, "UTC", calendar.Weekdays(9*time.Hour, 17*time.Hour))}
	for _, zone := range []string{"UTC", "Asia/Tokyo", "America/New_York"} {
		always := escalation.Region{Name: "Always", Calendar: made(t, zone, calendar.Daily(0, 24*time.Hour))}
		for _, tt := range []struct {
			name string
			list []escalation.Region
			want []string
			next string
		}{
			{"alone", []escalation.Region{always}, []string{"07:00 Always"}, ""},
			{"by default", []escalation.Region{always, office}, []string{"07:00 Always"}, ""},
			// Monday: the office opens at nine and closes at five.
			{"beside the default", []escalation.Region{office, always}, []string{"07:00 Always", "09:00 Office", "17:00 Always"}, "09:00 Office"},
		} {
			w := escalation.NewWatch(rotaOf(t, escalation.Regions{List: tt.list}))
			at := time.Date(2026, time.March, 2, 7, 0, 0, 0, time.UTC)
			if err := w.Receive(at, false); err != nil {
				t.Fatalf("%s, %s: %v", zone, tt.name, err)
			}
			if err := w.Advance(at.Add(24 * time.Hour)); err != nil {
				t.Fatalf("%s, %s: %v", zone, tt.name, err)
			}
			var got []string
			for _, o := range w.Owners() {
				got = append(got, o.From.UTC().Format("15:04 ")+o.Region)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", zone, tt.name, diff)
			}
			next := ""
			if o, ok, err := w.Next(); err != nil {
				t.Errorf("%s, %s: %v", zone, tt.name, err)
			} else if ok {
				next = o.From.UTC().Format("15:04 ") + o.Region
			}
			if next != tt.next {
				t.Errorf("%s, %s: next %q, want %q", zone, tt.name, next, tt.next)
			}
		}
	}
}

func made(t testing.TB, zone string, week calendar.Week) *calendar.Calendar {
	t.Helper()
	c, err := calendar.New(calendar.Config{Zone: zone, Week: week})
	if err != nil {
		t.Fatal(err)
	}
	return c
}
