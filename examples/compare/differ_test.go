package compare

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A differ is a question to which not all libraries give the true answer. It is worked
// out from what the words of the desk mean: a window has its opening instant and not its
// closing one, an hour is 3,600 seconds, and an opening that the clocks skip is later by
// what they skip, one that they show twice the first of the two (RFC 5545, 3.3.5).
type differ struct {
	what string
	desk Desk
	ask  func(p Peer) (answer string, answered bool)
	want string
	// wrong has the answers of those that are wrong. Where a library has become right,
	// this test fails, and the row is to go.
	wrong map[string]string
}

func TestDiffer(t *testing.T) {
	office, daily, early := Office(), EveryDay(9*time.Hour, 17*time.Hour), EveryDay(2*time.Hour+30*time.Minute, 10*time.Hour+30*time.Minute)
	for _, tt := range []differ{
		{"open at the last second", office, isOpen("2026-03-02T16:59:59+01:00"), "true", nil},
		{"open at the closing instant", office, isOpen("2026-03-02T17:00:00+01:00"), "false", map[string]string{"rickar/cal": "true"}},
		{"open almost a second later", office, isOpen("2026-03-02T17:00:00.9+01:00"), "false", map[string]string{"rickar/cal": "true"}},
		{"open a second later", office, isOpen("2026-03-02T17:00:01+01:00"), "false", nil},

		{"spring: next open", daily, nextOpen("2026-03-29T00:00:00+01:00"), "2026-03-29T09:00:00+02:00",
			map[string]string{"rickar/cal": "2026-03-29T10:00:00+02:00"}},
		{"spring: next open, from the evening before", daily, nextOpen("2026-03-28T23:30:00+01:00"), "2026-03-29T09:00:00+02:00",
			map[string]string{"rickar/cal": "2026-03-30T09:00:00+02:00"}},
		{"spring: an hour", daily, add("2026-03-29T08:00:00+02:00", time.Hour), "2026-03-29T10:00:00+02:00",
			map[string]string{"rickar/cal": "2026-03-29T11:00:00+02:00"}},
		{"spring: two hours, from an hour before closing", daily, add("2026-03-28T16:00:00+01:00", 2*time.Hour), "2026-03-29T10:00:00+02:00",
			map[string]string{"rickar/cal": "2026-03-29T11:00:00+02:00"}},
		{"spring: between, until noon", daily, between("2026-03-29T00:00:00+01:00", "2026-03-29T12:00:00+02:00"), "3h0m0s",
			map[string]string{"rickar/cal": "2h0m0s"}},
		{"spring: between, the whole day", daily, between("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"), "8h0m0s", nil},

		{"autumn: next open", daily, nextOpen("2026-10-25T00:00:00+02:00"), "2026-10-25T09:00:00+01:00",
			map[string]string{"rickar/cal": "2026-10-25T08:00:00+01:00"}},
		{"autumn: an hour", daily, add("2026-10-25T07:00:00+01:00", time.Hour), "2026-10-25T10:00:00+01:00",
			map[string]string{"rickar/cal": "2026-10-25T09:00:00+01:00"}},
		{"autumn: between, until noon", daily, between("2026-10-25T00:00:00+02:00", "2026-10-25T12:00:00+01:00"), "3h0m0s",
			map[string]string{"rickar/cal": "4h0m0s"}},
		{"autumn: between, the whole day", daily, between("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"), "8h0m0s", nil},

		{"an opening that the clocks skip", early, nextOpen("2026-03-29T00:00:00+01:00"), "2026-03-29T03:30:00+02:00",
			map[string]string{"robfig/cron": "2026-03-30T02:30:00+02:00"}},
		{"an opening that they show twice", early, nextOpen("2026-10-25T00:00:00+02:00"), "2026-10-25T02:30:00+02:00",
			map[string]string{"rrule-go and a loop": "2026-10-25T02:30:00+01:00"}},
	} {
		t.Run(tt.what, func(t *testing.T) {
			for _, p := range peers(t, tt.desk) {
				got, answered := tt.ask(p)
				wrong, known := tt.wrong[p.Name]
				switch {
				case known && got != wrong:
					t.Errorf("%s says %s, where it said %s; %s is right", p.Name, got, wrong, tt.want)
				case !known && answered && got != tt.want:
					t.Errorf("%s says %s, want %s", p.Name, got, tt.want)
				}
			}
		})
	}
}

// in returns an instant in the desks' zone.
func in(text string) time.Time {
	loc, err := calendar.Zone("Europe/Berlin")
	if err != nil {
		panic(err)
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return t.In(loc)
}

func isOpen(at string) func(Peer) (string, bool) {
	return func(p Peer) (string, bool) {
		if p.IsOpen == nil {
			return "", false
		}
		if p.IsOpen(in(at)) {
			return "true", true
		}
		return "false", true
	}
}

func nextOpen(from string) func(Peer) (string, bool) {
	return func(p Peer) (string, bool) {
		if p.NextOpen == nil {
			return "", false
		}
		return p.NextOpen(in(from)).Format(time.RFC3339Nano), true
	}
}

func add(from string, d time.Duration) func(Peer) (string, bool) {
	return func(p Peer) (string, bool) {
		if p.Add == nil {
			return "", false
		}
		return p.Add(in(from), d).Format(time.RFC3339Nano), true
	}
}

func between(from, to string) func(Peer) (string, bool) {
	return func(p Peer) (string, bool) {
		if p.Between == nil {
			return "", false
		}
		return p.Between(in(from), in(to)).String(), true
	}
}
