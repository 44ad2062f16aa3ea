package desk

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

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
		err := hook.Send(t.Context(), store.Notice{Seq: 1, Ticket: "P", Occurrence: "response/1/due"})
		if (err == nil) != (row.want == "") || err != nil && !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: %v, want an error with %q", row.path, err, row.want)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the error, which is logged, has the password: %v", row.path, err)
		}
	}
	if len(got) != 1 || got[0] != "POST P/response/1/due" {
		t.Errorf("the receiver got %q", got)
	}
}
