package picture

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

func TestFirst(t *testing.T) {
	for word, want := range map[string]string{"": "", "a": "A", "z1": "Z1", "A": "A", "24x7": "24x7", "öffnung": "öffnung", "`": "`", "{": "{"} {
		if got := first(word); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestSupport(t *testing.T) {
	day := func(s string) calendar.Date {
		d, err := calendar.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	from := day("2026-03-01")
	for _, tt := range []struct {
		through lifecycle.Bound
		want    string
	}{
		{lifecycle.Bound{Kind: lifecycle.Known, Through: day("2027-02-28")}, "from 1 Mar 2026 to 28 Feb 2027"},
		{lifecycle.Bound{Kind: lifecycle.Open, WaitsFor: "a published date"}, "from 1 Mar 2026, open: waits for a published date"},
		{lifecycle.Bound{Kind: lifecycle.Open}, "from 1 Mar 2026, open"},
	} {
		if got := new(releaseSheet).support(&policy.ReleaseStatus{Status: lifecycle.Status{From: from, Through: tt.through}}); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// Why a calendar is closed from one instant to another.
func TestClosingOf(t *testing.T) {
	may, err := calendar.ParseDate("2026-05-05")
	if err != nil {
		t.Fatal(err)
	}
	week := calendar.Hours(9*time.Hour, 17*time.Hour, time.Monday, time.Tuesday, time.Thursday)
	week[time.Thursday] = []calendar.Window{{Open: 9 * time.Hour, Close: 12 * time.Hour}, {Open: 13 * time.Hour, Close: 17 * time.Hour}}
	c, err := calendar.New(calendar.Config{Zone: "UTC", Week: week, Holidays: []calendar.Holiday{{Date: may, Name: "the fair"}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		from, to string
		holidays []string
		regular  []string
	}{
		{"2026-05-07T12:00:00Z", "2026-05-07T13:00:00Z", nil, []string{"outside hours"}}, // at noon
		{"2026-05-11T17:00:00Z", "2026-05-12T09:00:00Z", nil, []string{"night"}},
		{"2026-05-12T17:00:00Z", "2026-05-14T09:00:00Z", nil, []string{"closed on Wednesdays"}},
		{"2026-05-07T17:00:00Z", "2026-05-11T09:00:00Z", nil, []string{"closed on Fridays", "weekend"}},
		{"2026-05-04T17:00:00Z", "2026-05-07T09:00:00Z", []string{"the fair"}, []string{"closed on Wednesdays"}},
		// Two Wednesdays and a weekend between them, each told once.
		{"2026-05-12T17:00:00Z", "2026-05-21T09:00:00Z", nil, []string{"closed on Wednesdays", "closed on Fridays", "weekend"}},
	} {
		from, err := calendar.ParseTime(tt.from)
		if err != nil {
			t.Fatal(err)
		}
		to, err := calendar.ParseTime(tt.to)
		if err != nil {
			t.Fatal(err)
		}
		g := closingOf(c, from, to)
		if diff := cmp.Diff(tt.holidays, g.holidays); diff != "" {
			t.Errorf("%s: holidays (-want +got):\n%s", tt.from, diff)
		}
		if diff := cmp.Diff(tt.regular, g.regular); diff != "" {
			t.Errorf("%s: what is regular (-want +got):\n%s", tt.from, diff)
		}
	}
}
