package desk

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A notice is taken when the receiver itself says so: not by the page of signing in
// to which it redirects, and not by silence.
func TestWebhook(t *testing.T) {
	var got []string
	mux := http.NewServeMux()
	mux.HandleFunc("/taken", func(w http.ResponseWriter, r *http.Request) {
		got = append(got, r.Method+" "+r.Header.Get("Idempotency-Key"))
		w.WriteHeader(http.StatusNoContent)
	})
	mux.Handle("/moved", http.RedirectHandler("/taken", http.StatusFound))
	mux.HandleFunc("/full", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "full", http.StatusInsufficientStorage) })
	over := make(chan struct{})
	mux.HandleFunc("/silent", func(http.ResponseWriter, *http.Request) { <-over })
	server := httptest.NewServer(mux)
	defer server.Close()
	defer close(over)
	withPassword := strings.Replace(server.URL, "http://", "http://user:secret@", 1)
	for _, row := range []struct{ path, want string }{
		{"/taken", ""}, {"/moved", "answered 302"}, {"/full", "answered 507"}, {"/silent", "deadline exceeded"}, {"/none", "answered 404"},
	} {
		hook := &Webhook{URL: withPassword + row.path, Client: http.DefaultClient}
		if row.path == "/silent" {
			hook.Client = &http.Client{Timeout: 50 * time.Millisecond}
		}
		err := hook.Send(t.Context(), store.Notice{Seq: 1, Ticket: "P", Occurrence: "response/2026-03-02T15:00:00Z/due"})
		if (err == nil) != (row.want == "") || err != nil && !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v, want an error with %q", row.path, err, row.want)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the error, which is logged, has the password: %v", row.path, err)
		}
	}
	if len(got) != 1 || got[0] != "POST P/response/2026-03-02T15:00:00Z/due" {
		t.Errorf("the receiver got %q", got)
	}
}

// What a receiver needs stands in fields of its own, so that it takes no text apart.
func TestAppendNotice(t *testing.T) {
	for _, row := range []struct {
		notice store.Notice
		want   string
	}{
		{store.Notice{Seq: 1, Ticket: "P", Occurrence: "response/2026-03-02T15:00:00Z/due", Kind: "due", What: "response due", Metric: "response", Round: 1},
			`{"seq":1,"ticket":"P","occurrence":"response/2026-03-02T15:00:00Z/due","kind":"due","what":"response due","metric":"response","round":1,`},
		{store.Notice{Seq: 2, Ticket: "P", Occurrence: "escalation/2026-03-02T15:00:00Z/2", Kind: "step", What: "escalation step 2", Round: 1, To: `the "boss"`},
			`{"seq":2,"ticket":"P","occurrence":"escalation/2026-03-02T15:00:00Z/2","kind":"step","what":"escalation step 2","to":"the \"boss\"","round":1,`},
		{store.Notice{Seq: 3, Ticket: "P", Occurrence: "hand-over/2026-03-02T16:00:00Z", Kind: "hand_over", What: "hand-over to US", Round: 1, Region: "US"},
			`{"seq":3,"ticket":"P","occurrence":"hand-over/2026-03-02T16:00:00Z","kind":"hand_over","what":"hand-over to US","region":"US","round":1,`},
	} {
		row.notice.At, row.notice.Made = at(t, "2026-03-02T16:00:00Z"), at(t, "2026-03-02T17:00:00Z")
		want := row.want + `"at":"2026-03-02T16:00:00Z","made":"2026-03-02T17:00:00Z"}`
		if got := string(AppendNotice(nil, &row.notice)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestNoticesTellWhom: what the library says of an occurrence reaches the outbox (CUM-7).
func TestNoticesTellWhom(t *testing.T) {
	d, c := newDesk(t, "2026-03-02T09:00:00Z")
	create(t, d, "C", "cumulocity", "Crisis", "phone")
	add(t, d, "C", NewEvent{Kind: "responded"})
	add(t, d, "C", NewEvent{Kind: "plan_provided"})
	c.now = at(t, "2026-03-03T09:00:00Z")
	advance(t, d)
	notices, err := d.Outbox(t.Context(), 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range notices {
		got = append(got, strings.Join([]string{n.Kind, n.Metric, n.To, n.Region}, "|"))
	}
	want := []string{"hand_over|||US", "hand_over|||APJ", "hand_over|||EMEA", "step||Regional Director|"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
