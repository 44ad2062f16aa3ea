package web

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar/strictjson"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// An httpError is an error with the status of its response.
type httpError struct {
	status int
	text   string
}

func (e *httpError) Error() string { return e.text }

// statusOf returns the status for an error, and the text that a client may see.
func statusOf(err error) (int, string) {
	var known *httpError
	var invalid *desk.InvalidError
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &known):
		return known.status, known.text
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge, "the request is larger than 64 KiB"
	case errors.As(err, &invalid):
		return http.StatusUnprocessableEntity, plain(invalid.Error())
	case errors.Is(err, agreements.ErrUnknown):
		return http.StatusUnprocessableEntity, plain(err.Error())
	case errors.Is(err, store.ErrNotFound):
		return http.StatusNotFound, "there is no ticket with this id"
	case errors.Is(err, desk.ErrConflict), errors.Is(err, desk.ErrFull):
		return http.StatusConflict, plain(err.Error())
	}
	return http.StatusInternalServerError, "something went wrong here; it has been noted"
}

// fromProgram reports whether a request comes from a program. Requests to the interface for
// programs do. Pictures are requested by both: a browser that follows a link to one says that
// it accepts a page instead.
func fromProgram(r *http.Request) bool {
	switch path := r.URL.Path; {
	case strings.HasPrefix(path, "/api/"), path == "/api", path == "/healthz", path == "/metrics":
		return true
	case strings.HasSuffix(path, ".svg"):
		return !strings.Contains(strings.Join(r.Header.Values("Accept"), ","), "text/html")
	}
	return false
}

// fail answers a request with an error: a program gets JSON, a person a page. Once an answer
// has begun, it writes nothing: the client has gone, or took too long.
func (s *server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if begun, ok := w.(*watched); ok && begun.status != 0 {
		s.Log.Debug("answer broke off", "method", r.Method, "path", r.URL.Path, "error", err)
		return
	}
	status, text := statusOf(err)
	switch {
	case status < http.StatusInternalServerError:
	case r.Context().Err() != nil: // most likely nobody is listening any more; if somebody is, it must not look like a success
		status, text = http.StatusServiceUnavailable, "the request was given up"
	default:
		s.Log.Error("request failed", "method", r.Method, "path", r.URL.Path, "error", err)
	}
	if fromProgram(r) {
		if status == http.StatusUnauthorized {
			w.Header().Set("WWW-Authenticate", `Bearer realm="helpdesk"`)
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		b := strictjson.AppendString([]byte(`{"error":`), text)
		w.Write(append(b, '}', '\n')) //nolint:errcheck // nobody is left to tell
		return
	}
	data := failureData{Status: status, Title: http.StatusText(status), Text: sentence(text), SignIn: status == http.StatusUnauthorized}
	if err := s.render(w, r, status, "failure", data.Title, data); err != nil {
		s.Log.Error("cannot show an error", "error", err)
	}
}

type failureData struct {
	Status      int
	Title, Text string
	SignIn      bool
}

// plain returns an error's text on one line, without the names of the packages that its
// mistakes come from, which users of the service do not know. It keeps "severity", which is
// also the place of that package's mistakes.
func plain(text string) string {
	mistakes := strings.Split(text, "\n")
	for i, mistake := range mistakes {
		for _, name := range []string{"policy: ", "calendar: ", "picture: ", "agreements: ", "desk: "} {
			if rest, ok := strings.CutPrefix(mistake, name); ok {
				mistakes[i] = rest
				break
			}
		}
	}
	return strings.Join(mistakes, "; ")
}

// sentence makes an error's text a sentence.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "?") {
		text += "."
	}
	return text
}

// parseForm reads a form.
func parseForm(r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return bodyError("form", err)
	}
	return nil
}

// readBody reads what a program sent, which must not be compressed: the text would be
// reported as garbled, and its sender would look for a mistake in it.
func readBody(r *http.Request) ([]byte, error) {
	if coding := strings.Join(r.Header.Values("Content-Encoding"), ", "); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, &httpError{http.StatusUnsupportedMediaType, fmt.Sprintf("Content-Encoding: %.40q is not read here; send the text as it is, and leave the header out", coding)}
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, bodyError("request", err)
	}
	return body, nil
}

// bodyError returns the client's error for a body that cannot be read.
func bodyError(what string, err error) error {
	var large *http.MaxBytesError
	var network net.Error
	switch {
	case errors.As(err, &large):
		return err
	case errors.As(err, &network) && network.Timeout():
		return &httpError{http.StatusRequestTimeout, "the " + what + " took too long to arrive; nothing has been stored"}
	}
	return &httpError{http.StatusBadRequest, "the " + what + " cannot be read: " + err.Error()}
}
