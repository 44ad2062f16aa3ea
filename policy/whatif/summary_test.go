package whatif_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/whatif"
)

// TestSummary: four tickets, and what a holiday on 3 March does to them.
func TestSummary(t *testing.T) {
	s := whatif.NewSummary(1)
	for id, story := range map[string]string{
		"saved":   "Mid email 02T16:00 as of 03T13:00", // see TestCompare: both clocks 24 h later
		"also":    "Mid email 02T16:00 as of 03T13:00",
		"far":     "Mid email 09T09:00 as of 09T10:00",                                      // not touched
		"owed":    "High phone 02T09:00 as of 02T10:00",                                     // no clock at all
		"morning": "Mid email 02T09:00 responded 02T10:00 resolved 02T11:00 as of 02T12:00", // the resolution alone, 4 March to 5 March
		"weekend": "Mid email 03T10:00 as of 05T09:00",                                      // response 3rd 14:00 to 4th 13:00: 23 h, breached still; resolution as it was
	} {
		s.Add(mustCompare(t, mustTicket(t, id, story), "", "customer.country=B"))
	}
	const hour = time.Hour
	want := []whatif.Row{
		{Agreement: "shop", Metric: "resolution", Level: "Mid", Clocks: 5, Differ: 3, Later: 3, Min: 24 * hour, Median: 24 * hour, Max: 24 * hour},
		{Agreement: "shop", Metric: "response", Level: "Mid", Clocks: 5, Differ: 3, Later: 3, Saved: 2, Min: 23 * hour, Median: 24 * hour, Max: 24 * hour},
	}
	if diff := cmp.Diff(want, s.Rows()); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	causes := []whatif.CauseCount{
		{Agreement: "shop", Kind: whatif.CauseHours, Name: "hours", Clocks: 6},
		{Agreement: "shop", Kind: whatif.CauseClosed, Name: "Foundation Day", Clocks: 6},
	}
	if diff := cmp.Diff(causes, s.Causes()); diff != "" {
		t.Errorf("causes (-want +got):\n%s", diff)
	}
	saved := whatif.Verdicts{Total: 2, List: []whatif.Verdict{{ID: "also", Agreement: "shop", Metric: "response", Round: 1, Level: "Mid"}}}
	if diff := cmp.Diff(saved, s.Saved()); diff != "" {
		t.Errorf("saved (-want +got):\n%s", diff)
	}
	if s.Tickets() != 6 || s.Differing() != 4 || s.Breached().Total != 0 {
		t.Errorf("%d tickets, %d differ, %d newly breached; want 6, 4 and 0", s.Tickets(), s.Differing(), s.Breached().Total)
	}
}

// TestSummaryOfMoves: the median of an even number of moves is the lower of the two in
// the middle. By a holiday on 3 March the response of a ticket of that day's 10:00
// moves by 23 h, from 14:00 to 13:00 of the 4th, and that of a ticket of the day
// before, 16:00, by 24 h.
func TestSummaryOfMoves(t *testing.T) {
	s := whatif.NewSummary(0)
	for _, story := range []string{"Mid email 02T16:00 as of 02T16:30", "Mid email 03T10:00 as of 03T11:00"} {
		s.Add(mustCompare(t, mustTicket(t, "T", story), "", "customer.country=B"))
	}
	rows := s.Rows()
	want := whatif.Row{Agreement: "shop", Metric: "response", Level: "Mid", Clocks: 2, Differ: 2, Later: 2, Min: 23 * time.Hour, Median: 23 * time.Hour, Max: 24 * time.Hour}
	if diff := cmp.Diff(want, rows[len(rows)-1]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSummaryOfClocksThatCome: a clock that comes or goes moves no due time.
func TestSummaryOfClocksThatCome(t *testing.T) {
	s := whatif.NewSummary(5)
	ticket := mustTicket(t, "T", "Mid phone 02T09:00 as of 05T10:00")
	s.Add(mustCompare(t, ticket, "", "shop.resolution=none"))
	s.Add(mustCompare(t, ticket, "shop.resolution=none", ""))
	want := []whatif.Row{
		{Agreement: "shop", Metric: "resolution", Level: "Mid", Clocks: 2, Differ: 2, Appeared: 1, Vanished: 1, Breached: 1, Saved: 1},
		{Agreement: "shop", Metric: "response", Level: "Mid", Clocks: 2},
	}
	if diff := cmp.Diff(want, s.Rows()); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	causes := []whatif.CauseCount{
		{Agreement: "shop", Kind: whatif.CauseReading, Name: "shop.resolution", Old: "2 days", New: "none", Clocks: 1},
		{Agreement: "shop", Kind: whatif.CauseReading, Name: "shop.resolution", Old: "none", New: "2 days", Clocks: 1},
		{Agreement: "shop", Kind: whatif.CauseClause, Name: "SHP-3", New: "SHP-3", Clocks: 1},
		{Agreement: "shop", Kind: whatif.CauseClause, Name: "SHP-3", Old: "SHP-3", Clocks: 1},
	}
	if diff := cmp.Diff(causes, s.Causes()); diff != "" {
		t.Errorf("causes (-want +got):\n%s", diff)
	}
	var zero, sum whatif.Summary
	zero.Add(new(whatif.Diff))
	sum.Add(mustCompare(t, ticket, "", "shop.resolution=none"))
	if err := zero.Merge(&sum); err != nil {
		t.Fatal(err)
	}
	if zero.Tickets() != 2 || zero.Saved().Total != 1 || len(zero.Saved().List) != 0 {
		t.Errorf("the zero Summary counts %d tickets, saved %v", zero.Tickets(), zero.Saved())
	}
}

// TestMergeOfOtherLists: one summary that lists fewer clocks, or more, than the other
// cannot be taken, and changes nothing.
func TestMergeOfOtherLists(t *testing.T) {
	ticket := mustTicket(t, "T", "Mid phone 02T09:00 as of 05T10:00")
	summary := func(list int) *whatif.Summary {
		s := whatif.NewSummary(list)
		s.Add(mustCompare(t, ticket, "", "shop.resolution=none"))
		return s
	}
	for _, c := range []struct {
		ours, theirs int
		want         string
	}{
		{2, 1, "whatif: a summary that lists 2 clocks cannot take one that lists 1; make both with the same number"},
		{2, 2, ""},
		{2, 3, "whatif: a summary that lists 2 clocks cannot take one that lists 3; make both with the same number"},
		{0, 1, "whatif: a summary that lists 0 clocks cannot take one that lists 1; make both with the same number"},
		{0, -1, ""}, // both list none
	} {
		s, o := summary(c.ours), summary(c.theirs)
		err, got, tickets := s.Merge(o), "", 2
		if err != nil {
			got, tickets = err.Error(), 1
		}
		if got != c.want || (err != nil) != errors.Is(err, whatif.ErrMerge) || s.Tickets() != tickets || s.Saved().Total != tickets || o.Tickets() != 1 {
			t.Errorf("%d and %d: %d tickets, %v, want %s", c.ours, c.theirs, s.Tickets(), err, c.want)
		}
	}
}
