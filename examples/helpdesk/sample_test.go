package main

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The sample has tickets of all agreements, also of one that is a document, and each
// can be judged. It is Tuesday, 15:00 in Vienna, where the workshop is open from 07:00
// to 18:00.
func TestSample(t *testing.T) {
	h, d, c := newService(t, "sample/cold-desk.json")
	c.now = time.Date(2026, time.March, 3, 14, 0, 0, 0, time.UTC)
	if err := addSample(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	// C-2: a full contract has a technician within two hours of 13:25. Eleven hours
	// of the workshop from then are four and a half and five minutes today, and the
	// rest tomorrow.
	got := askTicket(t, h, "/api/tickets/T-15")
	want := []ownClock{
		{"arrival", "running", "2026-03-03T15:25:00+01:00", "1h35m0s", "25m0s", "C-2"},
		{"repair", "running", "2026-03-04T13:25:00+01:00", "1h35m0s", "9h25m0s", "C-3"},
	}
	if diff := cmp.Diff(want, got.Answer.Clocks); diff != "" {
		t.Errorf("T-15 (-want +got):\n%s", diff)
	}
	// Reported at nine on Monday, the technician came at one, and at two the repair
	// began to wait for parts.
	got = askTicket(t, h, "/api/tickets/T-16")
	want = []ownClock{
		{"arrival", "met", "2026-03-02T17:00:00+01:00", "4h0m0s", "4h0m0s", "C-1"},
		{"repair", "paused", "", "5h0m0s", "28h0m0s", "C-3"},
	}
	if diff := cmp.Diff(want, got.Answer.Clocks); diff != "" {
		t.Errorf("T-16 (-want +got):\n%s", diff)
	}
	// Twelve hours after eight on Monday it is night: the foreman hears of it in the
	// morning.
	got = askTicket(t, h, "/api/tickets/T-17")
	foreman := ownRung{To: "foreman", At: "2026-03-02T20:00:00+01:00", Notified: "2026-03-03T07:00:00+01:00", State: "reached"}
	found := false
	for _, r := range got.Answer.Escalation {
		found = found || r == foreman
	}
	if !found {
		t.Errorf("T-17: %+v, want among them %+v", got.Answer.Escalation, foreman)
	}
	agreements := map[string]int{}
	for _, list := range []string{"next", "overdue", "idle"} {
		var page struct {
			Tickets []struct{ ID, Agreement, Error string }
		}
		w := ask(h, "GET", "/api/tickets?limit=200&list="+list, "")
		if err := json.Unmarshal(w.Body.Bytes(), &page); err != nil || w.Code != http.StatusOK {
			t.Fatal(w.Code, err)
		}
		for _, ticket := range page.Tickets {
			agreements[ticket.Agreement]++
			if ticket.Error != "" {
				t.Errorf("%s: %s", ticket.ID, ticket.Error)
			}
		}
	}
	for _, name := range d.Registry().Names() {
		if agreements[name] == 0 {
			t.Errorf("no open ticket of %s", name)
		}
	}
}
