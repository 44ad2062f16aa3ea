package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

const worksDesk = "testdata/works-desk.json"

// An ownClock is what the tests look at of a clock in the interface's answer.
type ownClock struct{ Metric, State, Due, Elapsed, Remaining, Clause string }

type ownRung struct {
	Metric, Threshold, To, At, Notified, State string
	Repeat                                     int
}

type ownAnswer struct {
	Attributes map[string]string
	Answer     struct {
		Clocks     []ownClock
		Escalation []ownRung
	}
}

func askTicket(t *testing.T, h http.Handler, path string) ownAnswer {
	t.Helper()
	var got ownAnswer
	w := ask(h, "GET", path, "")
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s %v", path, w.Code, w.Body, err)
	}
	return got
}

// A ticket under a document pauses with an event of the document's own, and goes on
// with another. It is four in the afternoon in Vienna, where the office closes at
// five, and has four hours: one today and three tomorrow.
func TestDocumentPauses(t *testing.T) {
	h, d, c := newService(t, worksDesk)
	post := func(path, body string) {
		t.Helper()
		if w := ask(h, "POST", path, body); w.Code != http.StatusCreated {
			t.Fatalf("%s %s: %d %s", path, body, w.Code, w.Body)
		}
	}
	at := func(text string) {
		t.Helper()
		now, err := time.Parse(time.RFC3339, text)
		if err != nil {
			t.Fatal(err)
		}
		c.now = now
		if _, err := d.Advance(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	page := func(path string, wants ...string) {
		t.Helper()
		body := get(h, path, nil).Body.String()
		for _, want := range wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s lacks %s\n%s", path, want, body)
			}
		}
	}
	const ticket = "/api/tickets/W"
	post("/api/tickets", `{"id":"W","title":"the belt stands still","agreement":"works-desk","severity":"P2","attributes":{"title":"foreman"}}`)
	at("2026-03-02T15:30:00Z")
	post(ticket+"/events", `{"kind":"put_on_hold","note":"a part is missing"}`)
	got := askTicket(t, h, ticket)
	if diff := cmp.Diff(map[string]string{"title": "foreman"}, got.Attributes); diff != "" {
		t.Errorf("attributes (-want +got):\n%s", diff)
	}
	// Half an hour is used. Nothing is due, and nothing is reached, until it goes on.
	if diff := cmp.Diff([]ownClock{{"resolution", "paused", "", "30m0s", "3h30m0s", "W-1"}}, got.Answer.Clocks); diff != "" {
		t.Errorf("paused (-want +got):\n%s", diff)
	}
	want := []ownRung{{Metric: "resolution", Threshold: "50%", To: "team lead", State: "halted"}, {Metric: "resolution", Threshold: "30m0s before due", To: "assignee", State: "halted"}}
	if diff := cmp.Diff(want, got.Answer.Escalation); diff != "" {
		t.Errorf("paused: thresholds (-want +got):\n%s", diff)
	}
	page("/tickets/W", `<span class="state paused">paused</span>`, "put on hold", "a part is missing", "resolution: 50%", "resolution: 30 min before due", `<span class="state halted">`, "foreman",
		`href="/agreements/works-desk?at=2026-03-02T15%3A00%3A00Z&amp;attribute-title=foreman"`)
	page("/?list=idle", `href="/tickets/W"`, "resolution is paused, with 3 h 30 min left")
	page("/?list=next", "Nothing is about to breach.")

	// At ten the next morning it goes on: three and a half hours are left, an hour
	// and a half until the half of them has been used.
	at("2026-03-03T09:00:00Z")
	post(ticket+"/events", `{"kind":"taken_off_hold"}`)
	got = askTicket(t, h, ticket)
	if diff := cmp.Diff([]ownClock{{"resolution", "running", "2026-03-03T13:30:00+01:00", "30m0s", "3h30m0s", "W-1"}}, got.Answer.Clocks); diff != "" {
		t.Errorf("going on (-want +got):\n%s", diff)
	}
	want = []ownRung{
		{Metric: "resolution", Threshold: "50%", To: "team lead", At: "2026-03-03T11:30:00+01:00", State: "pending"},
		{Metric: "resolution", Threshold: "30m0s before due", To: "assignee", At: "2026-03-03T13:00:00+01:00", State: "pending"},
	}
	if diff := cmp.Diff(want, got.Answer.Escalation); diff != "" {
		t.Errorf("going on: thresholds (-want +got):\n%s", diff)
	}
	page("/", `href="/tickets/W"`, `data-until="2026-03-03T13:30:00&#43;01:00"`)
	at("2026-03-03T12:30:00.000000001Z")
	if diff := cmp.Diff([]string{"resolution 50%", "resolution 30m0s before due", "resolution due"}, noticed(t, d)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	page("/tickets/W", "<th scope=\"row\">resolution 30 min before due</th>", `<span class="state reached">`)
	if w := ask(h, "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"3","channel":"phone","events":[{"kind":"put_on_hold"}]}`); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("another agreement takes put_on_hold: %d %s", w.Code, w.Body)
	}
}

// noticed returns what the notices say.
func noticed(t *testing.T, d *desk.Desk) []string {
	t.Helper()
	all, err := d.Outbox(t.Context(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, n := range all {
		texts = append(texts, n.What)
	}
	return texts
}

// A ladder counts round the clock, and who is on it is told in the office's hours: at
// eight in the evening the step is reached, at nine in the morning the lead is told.
func TestDocumentNotices(t *testing.T) {
	h, d, c := newService(t, worksDesk)
	c.now = time.Date(2026, time.March, 2, 17, 0, 0, 0, time.UTC)
	if w := ask(h, "POST", "/api/tickets", `{"id":"U","title":"fire","agreement":"works-desk","severity":"urgent","attributes":{"title":"director","allowed.urgent":"30m"}}`); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	c.now = time.Date(2026, time.March, 3, 8, 0, 0, 0, time.UTC)
	if _, err := d.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"escalation step 1", "escalation step 1, repeat 1", "notice of escalation step 1", "notice of escalation step 1, repeat 1", "resolution 30m0s before due"}, noticed(t, d)); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
	got := askTicket(t, h, "/api/tickets/U").Answer
	if diff := cmp.Diff([]ownClock{{"resolution", "running", "2026-03-03T09:30:00+01:00", "0s", "30m0s", "W-6"}}, got.Clocks); diff != "" {
		t.Errorf("clocks (-want +got):\n%s", diff)
	}
	want := []ownRung{
		{To: "shift lead", At: "2026-03-02T20:00:00+01:00", Notified: "2026-03-03T09:00:00+01:00", State: "reached"},
		{To: "shift lead", At: "2026-03-03T08:00:00+01:00", Notified: "2026-03-03T09:00:00+01:00", State: "reached", Repeat: 1},
		{To: "shift lead", At: "2026-03-03T20:00:00+01:00", Notified: "2026-03-04T09:00:00+01:00", State: "pending", Repeat: 2},
	}
	var ladder []ownRung
	for _, r := range got.Escalation {
		if r.Metric == "" {
			ladder = append(ladder, r)
		}
	}
	if diff := cmp.Diff(want, ladder); diff != "" {
		t.Errorf("ladder (-want +got):\n%s", diff)
	}
	body := get(h, "/tickets/U", nil).Body.String()
	for _, want := range []string{`<th scope="col">Notified</th>`, "Step 1, repeat 2", `<td data-label="Notified"><time datetime="2026-03-04T09:00:00&#43;01:00">`, "notice of escalation step 1, repeat 1", "urgent=30m",
		"urgent: 2 h on always", "the first opening of the notices&#39; hours"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s\n%s", want, body)
		}
	}
}

// What a ticket of a document can have wrong, through the interface.
func TestDocumentMistakes(t *testing.T) {
	h, _, _ := newService(t, worksDesk)
	for _, row := range []struct{ name, body, want string }{
		{"a required attribute", `{"title":"x","agreement":"works-desk","severity":"normal"}`, "who calls, by their job"},
		{"a refused ticket", `{"title":"x","agreement":"works-desk","severity":"normal","attributes":{"title":"nobody"}}`, "somebody must call"},
		{"an unknown attribute", `{"title":"x","agreement":"works-desk","severity":"normal","attributes":{"title":"x","teir":"gold"}}`, "teir"},
		{"an unknown value", `{"title":"x","agreement":"works-desk","severity":"normal","attributes":{"title":"x","tier":"tin"}}`, "tin"},
		{"a level of a later version", `{"title":"x","agreement":"works-desk","severity":"low","attributes":{"title":"x"}}`, `\"low\"`},
		{"no such agreement", `{"title":"x","agreement":"acme","severity":"1"}`, "portx, works-desk"},
	} {
		if w := ask(h, "POST", "/api/tickets", row.body); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), row.want) {
			t.Errorf("%s: %d %s, want 422 with %q", row.name, w.Code, w.Body, row.want)
		}
	}
}

// The form asks what the document declares, also what is called like something else
// that the form asks, and the ticket's page offers its events.
func TestDocumentPages(t *testing.T) {
	h, _, c := newService(t, worksDesk)
	cookie := signIn(t, h)
	body := get(h, "/tickets/new?agreement=works-desk", cookie).Body.String()
	for _, want := range []string{`name="attribute-tier"`, `silver (if nothing is chosen)`, `name="attribute-title" value="example"`, `name="attribute-allowed"`, "The ticket</legend>",
		`<option value="urgent"`, `<option value="low"`} {
		if !strings.Contains(body, want) {
			t.Errorf("the form lacks %s\n%s", want, body)
		}
	}
	values := url.Values{"agreement": {"works-desk"}, "id": {"F"}, "title": {"a belt"}, "severity": {"normal"}, "attribute-tier": {"gold"}, "attribute-title": {"foreman"}, "attribute-allowed": {"urgent=30m, normal=1h"}}
	if w := form(h, "/tickets/new", values, cookie); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code, w.Body)
	}
	want := map[string]string{"tier": "gold", "title": "foreman", "allowed.urgent": "30m", "allowed.normal": "1h"}
	if diff := cmp.Diff(want, askTicket(t, h, "/api/tickets/F").Attributes); diff != "" {
		t.Errorf("attributes (-want +got):\n%s", diff)
	}
	values.Set("id", "G")
	values.Set("attribute-allowed", "1h")
	if w := form(h, "/tickets/new", values, cookie); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "Attributes.allowed: &#34;1h&#34;: write name=value") {
		t.Errorf("a value without a level: %d %s", w.Code, w.Body)
	}
	if body := get(h, "/tickets/F", cookie).Body.String(); !strings.Contains(body, `<option value="put_on_hold">put on hold</option>`) || !strings.Contains(body, "normal=1h, urgent=30m") {
		t.Errorf("the ticket's page:\n%s", body)
	}
	c.now = c.now.Add(time.Minute)
	if w := form(h, "/tickets/F", url.Values{"kind": {"put_on_hold"}}, cookie); w.Code != http.StatusSeeOther {
		t.Fatal(w.Code, w.Body)
	}
	// Gold has two hours, of which a minute was used.
	if diff := cmp.Diff([]ownClock{{"resolution", "paused", "", "1m0s", "1h59m0s", "W-2"}}, askTicket(t, h, "/api/tickets/F").Answer.Clocks); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A ticket is judged by the version in force at its report, whose page is that of
// the instant.
func TestDocumentVersions(t *testing.T) {
	h, _, c := newService(t, worksDesk)
	c.now = time.Date(2026, time.April, 1, 12, 0, 0, 0, time.UTC)
	for id, row := range map[string]struct{ at, due, clause string }{
		// The last instant of the first version, and the first of the second, whose
		// office opens an hour earlier: four hours from nine, three from eight.
		"old":   {"2026-03-31T21:59:59.999999999Z", "2026-04-01T13:00:00+02:00", "W-1"},
		"young": {"2026-03-31T22:00:00Z", "2026-04-01T11:00:00+02:00", "W-5"},
	} {
		body := `{"id":"` + id + `","title":"x","agreement":"works-desk","severity":"normal","at":"` + row.at + `","attributes":{"title":"x"}}`
		if w := ask(h, "POST", "/api/tickets", body); w.Code != http.StatusCreated {
			t.Fatal(w.Code, w.Body)
		}
		got := askTicket(t, h, "/api/tickets/"+id).Answer.Clocks
		if len(got) != 1 || got[0].Due != row.due || got[0].Clause != row.clause {
			t.Errorf("%s: %+v, want due %s by %s", id, got, row.due, row.clause)
		}
	}
	for _, row := range []struct{ path, want, lacks string }{
		{"/agreements/works-desk", "W-5", "W-1"},
		{"/agreements/works-desk?at=2026-03-31T21:59:59Z", "W-1", "W-5"},
		{"/agreements/works-desk?at=2026-03-31T21:59:59Z", "and 2 times more, each after 12 h; told in the hours of office", "W-5"},
		{"/agreements/works-desk?at=2026-03-31T22:00:00Z", "W-5", "W-1"},
		{"/agreements/works-desk", `aria-current="true">from 1 Apr 2026, 00:00 &#43;02:00</a>`, "W-1"},
		{"/agreements/works-desk", `<a href="?at=2026-03-31T21%3A59%3A59.999999999Z">before</a>`, "W-1"},
	} {
		body := get(h, row.path, nil).Body.String()
		if !strings.Contains(body, row.want) || strings.Contains(body, row.lacks) {
			t.Errorf("%s: want %q and not %q\n%s", row.path, row.want, row.lacks, body)
		}
	}
}

// An open ticket goes over to a new version where the document says so, and that is
// what comes next by itself.
func TestDocumentMoves(t *testing.T) {
	h, d, c := newService(t, "../documents/enterprise-desk.json")
	c.now = time.Date(2026, time.June, 30, 16, 10, 0, 0, time.UTC)
	body := `{"id":"M","title":"x","agreement":"enterprise-desk","severity":"critical","at":"2026-06-30T16:00:00Z","attributes":{"region":"EMEA"},"events":[{"at":"2026-06-30T16:10:00Z","kind":"responded"}]}`
	if w := ask(h, "POST", "/api/tickets", body); w.Code != http.StatusCreated {
		t.Fatal(w.Code, w.Body)
	}
	// Five in London, an hour before closing: four hours end at eleven.
	if got := askTicket(t, h, "/api/tickets/M").Answer.Clocks[1]; got.Due != "2026-07-01T11:00:00+01:00" {
		t.Errorf("before: %+v", got)
	}
	c.now = time.Date(2026, time.June, 30, 22, 59, 0, 0, time.UTC)
	if _, err := d.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	if body := get(h, "/tickets/M", nil).Body.String(); !strings.Contains(body, "agreement changes") {
		t.Errorf("the page does not say that the agreement changes:\n%s", body)
	}
	// From the first of July, one in the morning in London, it has two hours from
	// the change, which is ten o'clock, and that is before eleven.
	c.now = time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC)
	if _, err := d.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := askTicket(t, h, "/api/tickets/M").Answer.Clocks[1]; got.Due != "2026-07-01T10:00:00+01:00" {
		t.Errorf("after: %+v", got)
	}
	if body := get(h, "/tickets/M", nil).Body.String(); !strings.Contains(body, "/agreements/enterprise-desk?at=2026-07-01T00%3A00%3A00Z") {
		t.Errorf("the page does not lead to the version that judges the ticket:\n%s", body)
	}
}
