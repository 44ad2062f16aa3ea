package desk

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
)

// An event of which nobody says when it happened comes after a report that lies ahead:
// by a client whose clock is, or since the service's clock was set back.
func TestEventAfterReportAhead(t *testing.T) {
	for _, row := range []struct{ name, report, now string }{
		{"a client's clock is ahead", "2026-03-02T15:01:00Z", "2026-03-02T15:00:00Z"},
		{"the clock was set back by two hours", "2026-03-02T15:00:00Z", "2026-03-02T13:00:00Z"},
	} {
		report := at(t, row.report)
		d, c := newDesk(t, "2026-03-02T15:00:00Z")
		_, _, err := d.Create(context.Background(), NewTicket{
			ID: "A", Title: "down", Terms: terms("purchased"), Report: NewEvent{At: calendar.At(report), Kind: "reported", Severity: "1", Channel: "phone"},
			More: []NewEvent{{Kind: "contacted", Channel: "phone"}},
		})
		if err != nil {
			t.Fatalf("%s: %v", row.name, err)
		}
		c.now = at(t, row.now)
		for range 2 { // a repeated request finds the first
			ticket, e, _, err := d.AddEvent(context.Background(), "A", NewEvent{Kind: "responded", Key: "k"})
			if err != nil || !e.At.Equal(report) || !e.Received.Equal(c.now) || len(ticket.Events) != 3 {
				t.Fatalf("%s: %+v of %+v, %v", row.name, e, ticket, err)
			}
		}
		var invalid *InvalidError
		for _, wrong := range []time.Time{report.Add(-1), later(report, c.now.Add(MaxAhead)).Add(1)} {
			if _, _, _, err := d.AddEvent(context.Background(), "A", NewEvent{Kind: "updated", At: calendar.At(wrong)}); !errors.As(err, &invalid) || invalid.Field != "at" {
				t.Errorf("%s: an event at %s: %v", row.name, wrong, err)
			}
		}
		c.now = report.Add(3 * time.Hour)
		advance(t, d)
		if diff := cmp.Diff([]string{}, told(t, d)); diff != "" {
			t.Errorf("%s: the response was in time; notices (-want +got):\n%s", row.name, diff)
		}
	}
}

// A clock that is set back makes no notice twice and takes none back.
func TestClockSetBack(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T15:00:00Z")
	create(t, d, "A", "purchased", "1", "phone")
	c.now = at(t, "2026-03-02T16:30:00Z")
	advance(t, d)
	want := []string{"A/response/2026-03-02T15:00:00Z/due 2026-03-02T16:00:00Z response due"}
	if diff := cmp.Diff(want, told(t, d)); diff != "" {
		t.Fatalf("before (-want +got):\n%s", diff)
	}
	c.now = at(t, "2026-03-02T15:30:00Z")
	advance(t, d)
	add(t, d, "A", NewEvent{Kind: "updated"})
	create(t, d, "B", "purchased", "1", "phone")
	for _, now := range []string{"2026-03-02T16:00:00.000000001Z", "2026-03-02T16:30:00Z", "2026-03-02T16:30:00.000000001Z", "2026-03-02T18:00:00Z"} {
		c.now = at(t, now)
		advance(t, d)
	}
	want = append(want, "B/response/2026-03-02T15:30:00Z/due 2026-03-02T16:30:00Z response due")
	if diff := cmp.Diff(want, told(t, d)); diff != "" {
		t.Errorf("after (-want +got):\n%s", diff)
	}
}
