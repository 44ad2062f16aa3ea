// Package web is the service's front end: pages for people, rendered on the server, and an
// HTTP/JSON interface for programs. Both are thin: their answers come from package desk.
package web

import (
	"crypto/sha256"
	"log/slog"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

// Options configure the pages and the interface.
type Options struct {
	Desk *desk.Desk
	Log  *slog.Logger
	// Token is the secret that writing needs.
	Token string
	// HTTPS says that browsers connect by https, perhaps through a proxy: then the session's
	// cookie is sent nowhere else.
	HTTPS bool
	// Rate is how fast the desk's clock runs, 1 for the machine's; the countdowns in the
	// pages run as fast.
	Rate float64
	// Metrics is what /metrics serves, and where requests are counted.
	Metrics *prometheus.Registry
}

// A server has what the handlers share.
type server struct {
	Options
	desk    *desk.Desk
	token   [sha256.Size]byte // the hash of the token, for comparing in constant time
	session sessions
	pages   *pages
	took    *prometheus.HistogramVec
	mux     *http.ServeMux
}

// New returns the service's handler.
func New(o Options) (http.Handler, error) {
	p, err := newPages()
	if err != nil {
		return nil, err
	}
	s := &server{
		Options: o, desk: o.Desk, pages: p, mux: http.NewServeMux(),
		token:   sha256.Sum256([]byte(o.Token)),
		session: newSessions(o.Token, o.HTTPS),
		took: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "helpdesk_http_seconds", Help: "Time to answer a request, by route and status.",
			Buckets: []float64{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5},
		}, []string{"route", "status"}),
	}
	for _, c := range []prometheus.Collector{s.took, o.Desk.Metrics()} {
		if err := o.Metrics.Register(c); err != nil {
			return nil, err
		}
	}
	s.routes()
	return s.guard(http.HandlerFunc(s.dispatch)), nil
}

func (s *server) routes() {
	for pattern, handle := range map[string]func(http.ResponseWriter, *http.Request) error{
		"GET /{$}":                         s.queuePage,
		"GET /tickets/new":                 s.newTicketPage,
		"POST /tickets/new":                s.newTicketForm,
		"GET /tickets/{id}":                s.ticketPage,
		"POST /tickets/{id}":               s.addEventForm,
		"GET /tickets/{id}/picture.svg":    s.ticketPicture,
		"GET /agreements":                  s.agreementsPage,
		"GET /agreements/{name}":           s.agreementPage,
		"GET /agreements/{name}/month.svg": s.monthPicture,
		"GET /login":                       s.loginPage,
		"POST /login":                      s.loginForm,
		"POST /logout":                     s.logoutForm,
		"GET /static/{name}":               s.pages.static,
		"GET /healthz":                     s.healthz,
		"GET /api/tickets":                 s.apiList,
		"POST /api/tickets":                s.apiCreate,
		"GET /api/tickets/{id}":            s.apiTicket,
		"POST /api/tickets/{id}/events":    s.apiAddEvent,
		"GET /api/notices":                 s.apiNotices,
	} {
		s.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			if err := handle(w, r); err != nil {
				s.fail(w, r, err)
			}
		})
	}
	s.mux.Handle("GET /metrics", promhttp.HandlerFor(s.Metrics, promhttp.HandlerOpts{}))
}

// dispatch hands a request to its handler. If there is none, the mux knows whether the
// address or the method is wrong.
func (s *server) dispatch(w http.ResponseWriter, r *http.Request) {
	handler, pattern := s.mux.Handler(r)
	if pattern != "" {
		s.mux.ServeHTTP(w, r)
		return
	}
	var seen statusOnly
	handler.ServeHTTP(&seen, r)
	switch {
	case seen.status == http.StatusMethodNotAllowed:
		w.Header().Set("Allow", seen.Header().Get("Allow"))
		s.fail(w, r, &httpError{http.StatusMethodNotAllowed, "This address takes " + seen.Header().Get("Allow") + ", not " + r.Method + "."})
	case seen.status/100 == 3: // a path that is not clean
		http.Redirect(w, r, seen.Header().Get("Location"), seen.status)
	default:
		s.fail(w, r, &httpError{http.StatusNotFound, "There is nothing at this address."})
	}
}

// A statusOnly is a response of which only the header matters.
type statusOnly struct {
	header http.Header
	status int
}

func (s *statusOnly) Header() http.Header {
	if s.header == nil {
		s.header = http.Header{}
	}
	return s.header
}
func (s *statusOnly) WriteHeader(status int) { s.status = status }
func (s *statusOnly) Write(b []byte) (int, error) {
	if s.status == 0 {
		s.status = http.StatusOK
	}
	return len(b), nil
}

// healthz says whether the service works.
func (s *server) healthz(w http.ResponseWriter, r *http.Request) error {
	if err := s.desk.Healthy(r.Context()); err != nil {
		s.Log.Error("not healthy", "error", err)
		return &httpError{http.StatusServiceUnavailable, "the database cannot be read or written, or what happened cannot be noticed; the log says why"}
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err := w.Write([]byte("ok\n"))
	return err
}

// now is the desk's time, to the second, as pages show it.
func (s *server) now() time.Time { return s.desk.Now() }
