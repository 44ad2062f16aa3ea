package calendar_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
)

// TestNestedWindows: a window that lies within the shift of the day before is left
// out, also where both close at one instant, and no window is empty.
func TestNestedWindows(t *testing.T) {
	h := func(n int) time.Duration { return time.Duration(n) * time.Hour }
	monday := time.Date(2026, time.March, 2, 0, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		tuesday calendar.Window // beside Monday's, from 20:00 to 32:00
		want    []string
	}{
		{calendar.Window{Open: h(6), Close: h(7)}, []string{"Mon 20:00-Tue 08:00", "Mon 20:00-Tue 08:00"}},
		{calendar.Window{Open: h(6), Close: h(8)}, []string{"Mon 20:00-Tue 08:00", "Mon 20:00-Tue 08:00"}},
		{calendar.Window{Open: h(6), Close: h(9)}, []string{"Mon 20:00-Tue 08:00", "Tue 08:00-Tue 09:00", "Mon 20:00-Tue 08:00", "Tue 08:00-Tue 09:00"}},
		{calendar.Window{Open: h(8), Close: h(9)}, []string{"Mon 20:00-Tue 08:00", "Tue 08:00-Tue 09:00", "Mon 20:00-Tue 08:00", "Tue 08:00-Tue 09:00"}},
	} {
		c, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Week{
			time.Monday: {{Open: h(20), Close: h(32)}}, time.Tuesday: {row.tuesday}}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for s, err := range c.Windows(monday) {
			if err != nil {
				t.Fatal(err)
			}
			if s.Open.After(monday.AddDate(0, 0, 10)) {
				break
			}
			got = append(got, s.Open.Format("Mon 15:04-")+s.Close.Format("Mon 15:04"))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", row.tuesday, diff)
		}
	}
}

// TestCloseOfBusinessOfAUnion: the business day closes when the last of its windows
// does, not when the one does that opened last.
func TestCloseOfBusinessOfAUnion(t *testing.T) {
	h := func(n int) time.Duration { return time.Duration(n) * time.Hour }
	var parts []*calendar.Calendar
	for _, w := range []calendar.Window{{Open: h(10), Close: h(12)}, {Open: h(9), Close: h(17)}, {Open: h(11), Close: h(16)}} {
		c, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(w.Open, w.Close)})
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, c)
	}
	c, err := calendar.Union(parts[0], parts[1:]...)
	if err != nil {
		t.Fatal(err)
	}
	// In 1969 too, where instants are negative seconds.
	for _, from := range []time.Time{time.Date(2026, time.March, 2, 10, 0, 0, 0, time.UTC), time.Date(1969, time.March, 3, 10, 0, 0, 0, time.UTC)} {
		want := from.AddDate(0, 0, 1).Add(h(7))
		if got, err := c.AddDays(from, 1, calendar.CloseOfBusiness); err != nil || !got.Equal(want) {
			t.Errorf("from %v: %v, %v; want %v", from, got, err, want)
		}
	}
}
