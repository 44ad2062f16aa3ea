package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
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

// Without the sample a start adds nothing, and keeps what one with it left: its tickets
// are judged by their agreement, open and ended, for as long as there are any.
func TestWithoutSample(t *testing.T) {
	own, err := agreements.DecodeDocument("own.json", bytes.ReplaceAll(coldDesk, []byte(`"C-2"`), []byte(`"own"`)))
	if err != nil {
		t.Fatal(err)
	}
	database := filepath.Join(t.TempDir(), "sample.db")
	ended := func(s *service) {
		t.Helper()
		for _, id := range []string{"T-15", "T-16", "T-17"} {
			r, err := http.NewRequest("POST", "http://"+s.addr+"/api/tickets/"+id+"/events", strings.NewReader(`{"kind":"resolved"}`))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Authorization", "Bearer "+testToken)
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != http.StatusCreated {
				t.Errorf("%s: %s", id, answer.Status)
			}
		}
	}
	for _, start := range []struct {
		name   string
		config config
		then   func(*service)
		open   string
		lists  int    // how often the page of agreements has cold-desk
		clause string // of the first clock of T-15; "" for no such ticket
	}{
		{"with it", config{sample: true}, nil, `"open":16,`, 1, "C-2"},
		{"without it", config{}, nil, `"open":16,`, 1, "C-2"},
		{"with a document of that name", config{documents: agreements.Sources{own}}, nil, `"open":16,`, 1, "own"},
		{"with it again", config{sample: true}, ended, `"open":16,`, 1, "C-2"},
		{"after the end of its tickets", config{}, nil, `"open":13,`, 1, "C-2"},
		{"never with it", config{db: filepath.Join(t.TempDir(), "new.db")}, nil, `"open":0,`, 0, ""},
	} {
		var log bytes.Buffer
		if start.config.db == "" {
			start.config.db = database
		}
		s := serveWith(t, start.config, slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelWarn})))
		body := func(path string) string {
			t.Helper()
			answer, err := http.Get("http://" + s.addr + path)
			if err != nil {
				t.Fatal(err)
			}
			defer answer.Body.Close()
			b, err := io.ReadAll(answer.Body)
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
		if list := body("/api/tickets"); !strings.Contains(list, start.open) {
			t.Errorf("%s: want %s: %.200s", start.name, start.open, list)
		}
		if lists := strings.Count(body("/agreements"), "/cold-desk"); lists != start.lists {
			t.Errorf("%s: the page of agreements has it %d times, want %d", start.name, lists, start.lists)
		}
		var ticket ownAnswer
		if err := json.Unmarshal([]byte(body("/api/tickets/T-15")), &ticket); err != nil {
			t.Fatal(err)
		}
		clause := ""
		if clocks := ticket.Answer.Clocks; len(clocks) > 0 {
			clause = clocks[0].Clause
		}
		if clause != start.clause {
			t.Errorf("%s: T-15 is judged by %q, want %q", start.name, clause, start.clause)
		}
		if start.then != nil {
			start.then(s)
		}
		s.stop()
		if err := <-s.ended; err != nil {
			t.Errorf("%s: ended with %v", start.name, err)
		}
		if log.Len() > 0 {
			t.Errorf("%s: the log has\n%s", start.name, log.String())
		}
	}
}
