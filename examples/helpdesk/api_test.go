package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/web"
)

const testToken = "a token for tests"

// A handClock shows what it is set to.
type handClock struct{ now time.Time }

func (c *handClock) Now() time.Time                     { return c.now }
func (c *handClock) Wait(until time.Time) time.Duration { return until.Sub(c.now) }

// newService returns a service's handler on a new database at 2026-03-02 15:00 UTC,
// with the agreements of some documents.
func newService(t testing.TB, documents ...string) (http.Handler, *desk.Desk, *handClock) {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return serviceOn(t, s, documents...)
}

// serviceOn returns one on a database.
func serviceOn(t testing.TB, s *store.Store, documents ...string) (http.Handler, *desk.Desk, *handClock) {
	t.Helper()
	more, err := agreements.ReadDocuments(documents, agreements.BuiltIn{}.Names())
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	c := &handClock{time.Date(2026, time.March, 2, 15, 0, 0, 0, time.UTC)}
	d := desk.New(s, agreements.NewRegistry(append(agreements.Sources{agreements.BuiltIn{}}, more...)), c, log)
	if err := d.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	h, err := web.New(web.Options{Desk: d, Log: log, Token: testToken, Rate: 1, Metrics: prometheus.NewRegistry()})
	if err != nil {
		t.Fatal(err)
	}
	return h, d, c
}

// ask sends a request to a handler, with the token.
func ask(h http.Handler, method, path, body string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+testToken)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

const aTicket = `{"id":"A","title":"down","agreement":"purchased","severity":1,"channel":"phone"}`

// Requests in the order in which a client sends them, each with its answer.
func TestAPI(t *testing.T) {
	h, d, c := newService(t)
	for _, step := range []struct {
		name, method, path, body string
		header                   []string
		status                   int
		want                     string // the answer holds it
	}{
		{"no token", "POST", "/api/tickets", aTicket, []string{"Authorization", ""}, 401, `writing needs the token`},
		{"wrong token", "POST", "/api/tickets", aTicket, []string{"Authorization", "Bearer a token for test"}, 401, `writing needs the token`},
		{"another scheme", "POST", "/api/tickets", aTicket, []string{"Authorization", "Basic " + testToken}, 401, `writing needs the token`},
		{"not JSON", "POST", "/api/tickets", `{"title"`, nil, 422, `{"error":"line 1, column 9 of the body: the text ends within an object"}`},
		{"a field that does not exist", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","sevrity":"2"}`, nil, 422, `sevrity`},
		{"a field twice", "POST", "/api/tickets", `{"title":"x","title":"y","agreement":"purchased","severity":"1"}`, nil, 422, `title`},
		{"fields missing", "POST", "/api/tickets", `{}`, nil, 422, `needs \"title\"`},
		{"no such agreement", "POST", "/api/tickets", `{"title":"x","agreement":"acme","severity":"1"}`, nil, 422, `\"acme\" is not known; write purchased, cumulocity, ispsystem, portx`},
		{"one without times", "POST", "/api/tickets", `{"title":"x","agreement":"sempre","severity":"1"}`, nil, 422, `promises no times`},
		{"no such severity", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"4","channel":"phone"}`, nil, 422, `\"4\"`},
		{"no such channel", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"fax"}`, nil, 422, `\"fax\"`},
		{"a customer without what is needed", "POST", "/api/tickets", `{"title":"x","agreement":"cumulocity","severity":"Crisis","channel":"phone"}`, nil, 422, `region`},
		{"a customer with a slip", "POST", "/api/tickets", `{"title":"x","agreement":"cumulocity","customer":{"region":"EMEA","contry":"DE"},"severity":"Crisis","channel":"phone"}`, nil, 422, `customer.contry`},
		{"a reading that does not exist", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","readings":{"purchased.colour":"red"},"severity":"1","channel":"phone"}`, nil, 422, `purchased.colour`},
		{"a bad id", "POST", "/api/tickets", `{"id":"a/b","title":"x","agreement":"purchased","severity":"1","channel":"phone"}`, nil, 422, `\"a/b\"`},
		{"the id of another page", "POST", "/api/tickets", strings.Replace(aTicket, `"A"`, `"new"`, 1), nil, 422, `write another one`},
		{"a title of blanks", "POST", "/api/tickets", `{"title":" \u200b\u3000","agreement":"purchased","severity":"1","channel":"phone"}`, nil, 422, `can be seen`},
		{"a title without text", "POST", "/api/tickets", `{"title":"","agreement":"purchased","severity":"1","channel":"phone"}`, nil, 422, `title`},
		{"a title of two lines", "POST", "/api/tickets", `{"title":"x\ny","agreement":"purchased","severity":"1","channel":"phone"}`, nil, 422, `control character`},
		{"the longest title", "POST", "/api/tickets", `{"id":"long","title":"` + strings.Repeat("ü", 200) + `","agreement":"purchased","severity":"3","channel":"phone"}`, nil, 201, `"id":"long"`},
		{"a longer title", "POST", "/api/tickets", `{"title":"` + strings.Repeat("ü", 201) + `","agreement":"purchased","severity":"3","channel":"phone"}`, nil, 422, `201 characters are too many`},
		{"too large", "POST", "/api/tickets", `{"title":"` + strings.Repeat("x", 70000) + `"}`, nil, 413, `64 KiB`},
		{"the future", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","at":"2026-03-02T15:01:00.000000001Z"}`, nil, 422, `in the future`},
		{"a time without an offset", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","at":"2026-03-02T15:00:00"}`, nil, 422, `with the offset`},
		{"the first instant", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","at":"0001-01-01T00:00:00Z"}`, nil, 422, `at: 0001-01-01T00:00:00Z is before the year 2000`},
		{"long ago", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","at":"1999-12-31T23:59:59.999999999Z"}`, nil, 422, `is before the year 2000`},
		{"a history at the first instant", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","events":[{"kind":"responded","at":"0001-01-01T00:00:00Z"}]}`, nil, 422, `{"error":"events[0].at: 0001-01-01T00:00:00Z is before the year 2000"}`},
		{"created", "POST", "/api/tickets", aTicket, nil, 201, `"due":"2026-03-02T11:00:00-05:00"`},
		{"created again", "POST", "/api/tickets", aTicket, nil, 200, `"id":"A"`},
		{"the id for another", "POST", "/api/tickets", strings.Replace(aTicket, "down", "up", 1), nil, 409, `\"A\" is taken`},
		{"an id of the service's choice", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"2","channel":"email"}`, []string{"Idempotency-Key", "k1"}, 201, `"id":"T-3"`},
		{"the same request", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"2","channel":"email"}`, []string{"Idempotency-Key", "k1"}, 200, `"id":"T-3"`},
		{"the key for another", "POST", "/api/tickets", `{"title":"y","agreement":"purchased","severity":"2","channel":"email"}`, []string{"Idempotency-Key", "k1"}, 409, `used for another ticket, T-3`},
		{"a key with a blank", "POST", "/api/tickets", aTicket, []string{"Idempotency-Key", "a b"}, 422, `visible ASCII`},
		{"with its history", "POST", "/api/tickets", `{"id":"H","title":"x","agreement":"purchased","severity":"1","channel":"phone","at":"2026-03-01T15:00:00Z","events":[{"at":"2026-03-01T15:30:00Z","kind":"responded"}]}`, nil, 201, `"state":"met"`},
		{"a report with a slip", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","events":[{"kind":"responded"}]}`, nil, 422, `{"error":"channel: is missing: a clause asks for the channel of a report`},
		{"a history with a slip", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","events":[{"kind":"responded"},{"kind":"exploded"}]}`, nil, 422, `events[1].kind: \"exploded\"`},
		{"a history with a channel that is none", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","events":[{"kind":"responded","channel":"fax"}]}`, nil, 422, `{"error":"events[0].channel: \"fax\" is not a channel; write phone, email or portal"}`},
		{"a history before the report", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","events":[{"kind":"responded","at":"2026-03-02T14:00:00Z"}]}`, nil, 422, `events[0].at: \"2026-03-02T14:00:00Z\" comes before the report`},
		{"a history with a second report", "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone","events":[{"kind":"reported","severity":"1","channel":"phone"}]}`, nil, 422, `events[0].kind: \"reported\" is there already, the report;`},
		{"no such ticket", "GET", "/api/tickets/none", "", nil, 404, `no ticket`},
		{"a ticket", "GET", "/api/tickets/A", "", nil, 200, `"state":"running"`},
		{"a ticket with reasons", "GET", "/api/tickets/A?explain=true", "", nil, 200, `"why":[`},
		{"a ticket of yesterday", "GET", "/api/tickets/A?as_of=2026-03-01T00:00:00Z", "", nil, 200, `"clocks":[]`},
		{"no instant", "GET", "/api/tickets/A?as_of=now", "", nil, 400, `as_of`},
		{"two years ahead", "GET", "/api/tickets/A?as_of=2028-03-03T15:00:00Z", "", nil, 200, `"state":"breached"`},
		{"more than that", "GET", "/api/tickets/A?as_of=2028-03-03T15:00:00.000000001Z", "", nil, 400, `more than two years ahead`},
		{"no event", "POST", "/api/tickets/A/events", `{}`, nil, 422, `needs \"kind\"`},
		{"an unknown event", "POST", "/api/tickets/A/events", `{"kind":"exploded"}`, nil, 422, `exploded`},
		{"a second report", "POST", "/api/tickets/A/events", `{"kind":"reported","severity":"1","channel":"phone"}`, nil, 422, `reopened`},
		{"an event before the report", "POST", "/api/tickets/A/events", `{"kind":"responded","at":"2026-03-02T14:59:59Z"}`, nil, 422, `{"error":"at: \"2026-03-02T14:59:59Z\" comes before the report, which`},
		{"an event at the first instant", "POST", "/api/tickets/A/events", `{"kind":"responded","at":"0001-01-01T00:00:00Z"}`, nil, 422, `at: 0001-01-01T00:00:00Z is before the year 2000`},
		{"that instant in another zone", "POST", "/api/tickets/A/events", `{"kind":"responded","at":"0001-01-01T01:00:00+01:00"}`, nil, 422, `is before the year 2000`},
		{"a severity that does not belong", "POST", "/api/tickets/A/events", `{"kind":"responded","severity":"1"}`, nil, 422, `{"error":"severity: \"1\" must not be there: responded carries no severity`},
		{"an empty severity", "POST", "/api/tickets/A/events", `{"kind":"updated","severity":""}`, nil, 422, `severity: \"\" is empty; write a severity, or leave it out`},
		{"an empty channel", "POST", "/api/tickets/A/events", `{"kind":"contacted","channel":""}`, nil, 422, `channel: \"\" is empty; write phone, email or portal, or leave it out`},
		{"a day that there is not", "POST", "/api/tickets/A/events", `{"kind":"updated","at":"2026-02-30T12:00:00Z"}`, nil, 422, `is not an instant; February 2026 has the days 1 to 28`},
		{"a channel that does not belong", "POST", "/api/tickets/A/events", `{"kind":"resolved","channel":"phone"}`, nil, 422, `channel`},
		{"an event", "POST", "/api/tickets/A/events", `{"kind":"responded","channel":"phone","note":"on it"}`, []string{"Idempotency-Key", "k2"}, 201, `{"seq":2,"at":"2026-03-02T15:00:00Z","kind":"responded","channel":"phone","note":"on it","received":"2026-03-02T15:00:00Z"}`},
		{"the same event", "POST", "/api/tickets/A/events", `{"kind":"responded","channel":"phone","note":"on it"}`, []string{"Idempotency-Key", "k2"}, 200, `"seq":2`},
		{"another with its key", "POST", "/api/tickets/A/events", `{"kind":"resolved"}`, []string{"Idempotency-Key", "k2"}, 409, `another event`},
		{"an event of no ticket", "POST", "/api/tickets/none/events", `{"kind":"responded"}`, nil, 404, `no ticket`},
		{"the list", "GET", "/api/tickets", "", nil, 200, `"open":4,"next":1,"overdue":0,"idle":3`},
		{"no such list", "GET", "/api/tickets?list=all", "", nil, 400, `next, overdue or idle`},
		{"no limit", "GET", "/api/tickets?limit=0", "", nil, 400, `from 1 to 200`},
		{"no place", "GET", "/api/tickets?after=x", "", nil, 400, `after`},
		{"notices", "GET", "/api/notices?after=0&limit=200", "", nil, 200, `{"notices":[]}`},
		{"another method", "DELETE", "/api/tickets/A", "", nil, 405, `GET`},
		{"another address", "GET", "/api/nothing", "", nil, 404, `nothing`},
	} {
		w := ask(h, step.method, step.path, step.body, step.header...)
		if w.Code != step.status || !strings.Contains(w.Body.String(), step.want) {
			t.Errorf("%s: %d %s\nwant %d with %s", step.name, w.Code, w.Body, step.status, step.want)
		}
		if !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s: the answer is not JSON: %s", step.name, w.Body)
		}
	}
	// The Severity 2 with its eight business hours is overdue a day later.
	c.now = c.now.Add(24 * time.Hour)
	if _, err := d.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	var got struct{ Notices []map[string]any }
	if err := json.Unmarshal(ask(h, "GET", "/api/notices", "").Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{{
		"seq": 1.0, "ticket": "T-3", "occurrence": "response/2026-03-02T15:00:00Z/due", "kind": "due", "what": "response due", "metric": "response", "round": 1.0,
		"at": "2026-03-02T23:00:00Z", "made": "2026-03-03T15:00:00Z",
	}}
	if diff := cmp.Diff(want, got.Notices); diff != "" {
		t.Errorf("notices (-want +got):\n%s", diff)
	}
}

// A list can be read page by page, and each ticket comes once.
func TestPaging(t *testing.T) {
	h, _, c := newService(t)
	for range 7 {
		c.now = c.now.Add(time.Minute)
		if w := ask(h, "POST", "/api/tickets", `{"title":"x","agreement":"purchased","severity":"1","channel":"phone"}`); w.Code != 201 {
			t.Fatal(w.Body)
		}
	}
	var ids []string
	path := "/api/tickets?limit=3"
	for {
		var page struct {
			After   string
			Tickets []struct{ ID string }
		}
		if err := json.Unmarshal(ask(h, "GET", path, "").Body.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		for _, x := range page.Tickets {
			ids = append(ids, x.ID)
		}
		if page.After == "" {
			break
		}
		path = "/api/tickets?limit=3&after=" + page.After
	}
	if diff := cmp.Diff([]string{"T-1", "T-2", "T-3", "T-4", "T-5", "T-6", "T-7"}, ids); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The metrics are what Prometheus reads, and routes are not addresses.
func TestMetricsAndHealth(t *testing.T) {
	h, _, _ := newService(t)
	ask(h, "POST", "/api/tickets", aTicket)
	ask(h, "GET", "/api/tickets/A", "")
	body := ask(h, "GET", "/metrics", "").Body.String()
	for _, want := range []string{
		"helpdesk_tickets_open 1\n", "helpdesk_next_seconds 3600\n", `helpdesk_events_total{kind="reported"} 1`,
		`helpdesk_http_seconds_count{route="GET /api/tickets/{id}",status="200"} 1`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("/metrics lacks %s", want)
		}
	}
	if w := ask(h, "GET", "/healthz", ""); w.Code != 200 || !bytes.Equal(w.Body.Bytes(), []byte("ok\n")) {
		t.Errorf("/healthz: %d %s", w.Code, w.Body)
	}
}

// A service that has lost its database says so where it is asked for its health, and
// does not tell a client more than it must know.
func TestNotHealthy(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "gone.db"))
	if err != nil {
		t.Fatal(err)
	}
	h, _, _ := serviceOn(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		method, path, body string
		status             int
	}{{"GET", "/healthz", "", 503}, {"POST", "/api/tickets", aTicket, 500}, {"GET", "/api/tickets/A", "", 500}, {"GET", "/tickets/A", "", 500}} {
		w := ask(h, row.method, row.path, row.body)
		if w.Code != row.status || strings.Contains(w.Body.String(), "sql") {
			t.Errorf("%s %s: %d %s, want %d", row.method, row.path, w.Code, w.Body, row.status)
		}
	}
}
