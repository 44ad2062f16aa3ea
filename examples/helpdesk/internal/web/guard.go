package web

import (
	"fmt"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"
)

// maxBody is how large a request can be.
const maxBody = 64 << 10

// policyHeader allows what the pages need, all of it from the service itself.
const policyHeader = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard wraps all handlers: it sets the headers that keep a browser safe, limits the size of
// requests, refuses forms that another site made a browser send, and logs every request.
func (s *server) guard(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		text := "This form was sent from another site. Open the page here and send it again."
		if fromProgram(r) {
			text = otherSite(r)
		}
		s.fail(w, r, &httpError{http.StatusForbidden, text})
	}))
	inner := origin.Handler(next)
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		began := time.Now()
		w := &watched{ResponseWriter: rw}
		h := w.Header()
		h.Set("Content-Security-Policy", policyHeader)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if s.HTTPS {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		r.Body = http.MaxBytesReader(rw, r.Body, maxBody) // which closes the connection after a larger one
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p)
				}
				s.Log.Error("panic", "path", r.URL.Path, "value", fmt.Sprint(p), "stack", string(debug.Stack()))
				if w.status == 0 {
					s.fail(w, r, &httpError{http.StatusInternalServerError, "Something went wrong here; it has been noted."})
				}
			}
			s.note(r, w, time.Since(began))
		}()
		inner.ServeHTTP(w, r)
	})
}

// otherSite names the header because of which a request looks as if another site had made a
// browser send it.
func otherSite(r *http.Request) string {
	const leave = "; pages of other sites cannot write here, and a program leaves this header out"
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" {
		return fmt.Sprintf("Sec-Fetch-Site: %.40q: the request comes from another site%s", site, leave)
	}
	return fmt.Sprintf("Origin: %.80q: the request comes from another site than %.80q, which it is sent to%s", r.Header.Get("Origin"), r.Host, leave)
}

// note logs a request and counts it, by its route, since the number of addresses is
// unlimited.
func (s *server) note(r *http.Request, w *watched, took time.Duration) {
	_, route := s.mux.Handler(r)
	if route == "" {
		route = "none"
	}
	s.took.WithLabelValues(route, strconv.Itoa(w.status)).Observe(took.Seconds())
	s.Log.Debug("request", "method", r.Method, "path", r.URL.Path, "status", w.status, "took", took.Round(time.Microsecond), "from", r.RemoteAddr)
}

// A watched is a response whose status is remembered.
type watched struct {
	http.ResponseWriter
	status int
}

func (w *watched) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watched) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	return w.ResponseWriter.Write(b)
}
