package web

import (
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A time from a form is the zone's, and one that would be a guess is a mistake.
func TestReadInstant(t *testing.T) {
	berlin, err := calendar.Zone("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ text, want, mistake string }{
		{"2026-03-02 09:00", "2026-03-02T08:00:00Z", ""},
		{" 2026-07-02T09:00:30 ", "2026-07-02T07:00:30Z", ""},
		{"2026-03-02T09:00:00+05:30", "2026-03-02T03:30:00Z", ""},
		{"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", ""}, // an instant, and not none
		{"2026-03-29 01:59", "2026-03-29T00:59:00Z", ""},
		{"2026-03-29 02:00", "", "does not exist"},
		{"2026-03-29 02:59", "", "does not exist"},
		{"2026-03-29 03:00", "2026-03-29T01:00:00Z", ""},
		{"2026-10-25 01:59", "2026-10-24T23:59:00Z", ""},
		{"2026-10-25 02:00", "", "occurs twice"},
		{"2026-10-25 02:59", "", "occurs twice"},
		{"2026-10-25 03:00", "2026-10-25T02:00:00Z", ""},
		{"2026-02-29 09:00", "", "is not a time"},
		{"soon", "", "is not a time"},
	} {
		got, err := readInstant(row.text, berlin)
		switch {
		case row.mistake != "":
			if err == nil || !strings.Contains(err.Error(), row.mistake) {
				t.Errorf("%q: %v %v, want an error with %q", row.text, got, err, row.mistake)
			}
		case err != nil || wrote(got) != row.want:
			t.Errorf("%q: %s %v, want %s", row.text, wrote(got), err, row.want)
		}
	}
	if got, err := readInstant("  ", berlin); err != nil || got.IsKnown() {
		t.Errorf("nothing: %v %v", got, err)
	}
}

// wrote returns an instant as a program writes it, "" for none.
func wrote(m calendar.Moment) string {
	at, ok := m.Get()
	if !ok {
		return ""
	}
	return at.UTC().Format(time.RFC3339)
}

// Durations are told in their two largest units, rounded down.
func TestRoughly(t *testing.T) {
	for _, row := range []struct {
		d    time.Duration
		want string
	}{
		{0, "0 s"}, {59*time.Second + 999*time.Millisecond, "59 s"}, {time.Minute, "1 min 0 s"}, {time.Hour - 1, "59 min 59 s"}, {time.Hour, "1 h 0 min"},
		{24*time.Hour - 1, "23 h 59 min"}, {24 * time.Hour, "1 d 0 h"}, {49*time.Hour + 59*time.Minute, "2 d 1 h"},
	} {
		if got := roughly(row.d); got != row.want {
			t.Errorf("%s: %q, want %q", row.d, got, row.want)
		}
	}
}
