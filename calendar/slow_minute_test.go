package calendar_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

// The slowest of twins knows nothing of windows: it goes from minute to minute
// and asks IsOpen. That is exact where every bound is a whole minute.

func TestPropG1_AddMatchesMinutes(t *testing.T) { rapid.Check(t, propMinutes) }

func propMinutes(t *rapid.T) {
	cfg := calendartest.Configs().Draw(t, "config")
	cfg.Week = wholeMinutes(cfg.Week)
	for i := range cfg.Changes {
		cfg.Changes[i].Week = wholeMinutes(cfg.Changes[i].Week)
	}
	for d, windows := range cfg.Special {
		cfg.Special[d] = wholeMinutesOfDay(windows)
	}
	if cfg.Location != nil {
		cfg.Location, cfg.Zone = nil, "+02:00" // an own location can have odd seconds
	}
	c, err := calendar.New(cfg)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	at := calendartest.InstantsOf(cfg).Draw(t, "t").Truncate(time.Minute)
	limit := rapid.IntRange(0, 4*24*60).Draw(t, "minutes")
	back := rapid.Bool().Draw(t, "backwards")

	var open time.Duration
	minute := at
	for range limit {
		look := minute
		if back {
			minute = minute.Add(-time.Minute)
			look = minute
		} else {
			minute = minute.Add(time.Minute)
		}
		is, err := c.IsOpen(look)
		if err != nil {
			// An unknown minute: whatever needs it is unknown too.
			if _, err := c.Between(at, minute); err == nil {
				t.Fatalf("Between(%v, %v) is known, but not whether it is open at %v", slowText(at), slowText(minute), slowText(look))
			}
			return
		}
		if !is {
			continue
		}
		open += time.Minute
		var end time.Time
		if back {
			end, err = c.Sub(at, open)
		} else {
			end, err = c.Add(at, open)
		}
		if err != nil || !end.Equal(minute) {
			t.Fatalf("%v from %v (back: %v): got %v, %v; the minutes say %v", open, slowText(at), back, slowText(end), err, slowText(minute))
		}
	}
	want := open
	if back {
		want = -open
	}
	if d, err := c.Between(at, minute); err != nil || d != want {
		t.Fatalf("Between(%v, %v) = %v, %v; the minutes say %v", slowText(at), slowText(minute), d, err, want)
	}
}

// wholeMinutes cuts the bounds of a week's windows down to whole minutes.
func wholeMinutes(week calendar.Week) calendar.Week {
	for day := range week {
		week[day] = wholeMinutesOfDay(week[day])
	}
	return week
}

func wholeMinutesOfDay(windows []calendar.Window) []calendar.Window {
	var whole []calendar.Window
	for _, w := range windows {
		w.Open, w.Close = w.Open.Truncate(time.Minute), w.Close.Truncate(time.Minute)
		if w.Open < w.Close {
			whole = append(whole, w)
		}
	}
	return whole
}
