package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// mayWrite returns an error unless a program may write.
func (s *server) mayWrite(r *http.Request) error {
	if s.bearer(r) {
		return nil
	}
	return &httpError{http.StatusUnauthorized, "writing needs the token: send the header Authorization: Bearer TOKEN"}
}

// toldBy returns what a program that may write has sent, and the key of the request, "" for
// none. Anything wrong with the request, including its address, must be reported before
// anything is stored.
func (s *server) toldBy(r *http.Request) (body []byte, key string, err error) {
	if err := s.mayWrite(r); err != nil {
		return nil, "", err
	}
	if _, err := parameters(r); err != nil {
		return nil, "", err
	}
	if key, err = keyOf(r.Header); err != nil {
		return nil, "", err
	}
	body, err = readBody(r)
	return body, key, err
}

// keyOf returns a request's idempotency key. An empty one is most likely a program's
// variable that was never set, and the request would be stored twice.
func keyOf(h http.Header) (string, error) {
	const name = "Idempotency-Key"
	keys := h.Values(name)
	switch {
	case len(keys) == 0:
		return "", nil
	case len(keys) > 1:
		return "", &desk.InvalidError{Field: name, Err: fmt.Errorf("%s: appears %d times, as %.40q and as %.40q; write it once", name, len(keys), keys[0], keys[1])}
	case keys[0] == "":
		return "", &desk.InvalidError{Field: name, Err: errors.New(name + ": is empty; write a name for the request, or leave it out")}
	}
	return keys[0], nil
}

// apiCreate opens a ticket: 201, or 200 for a request that was sent before.
func (s *server) apiCreate(w http.ResponseWriter, r *http.Request) error {
	body, key, err := s.toldBy(r)
	if err != nil {
		return err
	}
	n, err := readTicket(body)
	if err != nil {
		return mistakesInBody(err)
	}
	n.Report.Key = key
	t, made, err := s.desk.Create(r.Context(), n)
	if err != nil {
		return err
	}
	w.Header().Set("Location", "/api/tickets/"+t.ID)
	return s.answerTicket(w, r, t.ID, status(made), s.now(), false)
}

// apiAddEvent adds an event: 201, or 200 for a request that was sent before.
func (s *server) apiAddEvent(w http.ResponseWriter, r *http.Request) error {
	body, key, err := s.toldBy(r)
	if err != nil {
		return err
	}
	reader := strictjson.NewReader(body)
	n := readEvent(reader)
	if err := reader.End(); err != nil {
		return mistakesInBody(err)
	}
	n.Key = key
	_, e, stored, err := s.desk.AddEvent(r.Context(), r.PathValue("id"), n)
	if err != nil {
		return err
	}
	return writeJSON(w, status(stored), appendEvent(nil, &e))
}

// mistakesInBody returns the mistakes in the JSON of a request. Each begins with its place,
// like those that an agreement finds, or, where the JSON breaks off, with the line and column
// in the body.
func mistakesInBody(err error) error {
	var found *strictjson.Error
	if !errors.As(err, &found) {
		return &desk.InvalidError{Err: err}
	}
	var texts []string
	for _, m := range found.Mistakes {
		text := m.String()
		switch {
		case m.Path != "":
		case m.Offset == 0:
			text = "the body: " + text
		default:
			text = fmt.Sprintf("line %d, column %d of the body: %s", m.Line, m.Column, text)
		}
		texts = append(texts, text)
	}
	if found.More {
		texts = append(texts, "and more")
	}
	return &desk.InvalidError{Err: errors.New(strings.Join(texts, "; "))}
}

func status(made bool) int {
	if made {
		return http.StatusCreated
	}
	return http.StatusOK
}

// readTicket reads a ticket that is to be opened: its title and terms, the fields of its
// report, and in events those that have already followed.
func readTicket(body []byte) (desk.NewTicket, error) {
	n := desk.NewTicket{Terms: store.Terms{Customer: "{}", Readings: "{}", Attributes: "{}"}, Report: desk.NewEvent{Kind: "reported"}}
	var agreement, title, severity bool
	r := strictjson.NewReader(body)
	r.Object(func(name []byte) {
		switch string(name) {
		case "id":
			if n.ID = r.Text(); n.ID == "" {
				r.Fail("is empty; leave it out to be given one")
			}
		case "title":
			n.Title, title = r.Text(), true
		case "agreement":
			n.Terms.Agreement, agreement = r.Text(), true
		case "customer":
			n.Terms.Customer = object(r)
		case "readings":
			n.Terms.Readings = object(r)
		case "attributes":
			n.Terms.Attributes = object(r)
		case "severity":
			severity = true
			readEventField(r, &n.Report, name)
		case "at", "channel", "note":
			readEventField(r, &n.Report, name)
		case "events":
			r.Array(func(int) { n.More = append(n.More, readEvent(r)) })
		default:
			r.Unknown("id", "title", "agreement", "customer", "readings", "attributes", "severity", "channel", "at", "note", "events")
		}
	})
	for _, need := range []struct {
		there bool
		name  string
	}{{title, "title"}, {agreement, "agreement"}, {severity, "severity"}} {
		if !need.there {
			r.Fail(`needs "` + need.name + `"`)
		}
	}
	return n, r.End()
}

// object reads an object as the text to be stored, without white space.
func object(r *strictjson.Reader) string {
	if r.Kind() != strictjson.Object {
		r.Skip() // first: if it is no JSON value at all, only that is reported
		r.Fail("is not an object")
		return "{}"
	}
	var b bytes.Buffer
	if err := json.Compact(&b, r.Raw()); err != nil {
		r.Fail(err.Error())
		return "{}"
	}
	return b.String()
}

// readEvent reads an event that is to be added.
func readEvent(r *strictjson.Reader) desk.NewEvent {
	var n desk.NewEvent
	kind := false
	r.Object(func(name []byte) {
		switch string(name) {
		case "kind":
			n.Kind, kind = r.Text(), true
		case "at", "severity", "channel", "note":
			readEventField(r, &n, name)
		default:
			r.Unknown("at", "kind", "severity", "channel", "note")
		}
	})
	if !kind {
		r.Fail(`needs "kind"`)
	}
	return n
}

func readEventField(r *strictjson.Reader, n *desk.NewEvent, name []byte) {
	switch string(name) {
	case "severity":
		if r.Kind() == strictjson.Number {
			n.Severity = r.Number()
			return
		}
		if n.Severity = r.Text(); n.Severity == "" { // otherwise it would look as if left out
			r.Fail("is empty; write a severity, or leave it out")
		}
	case "channel":
		if n.Channel = r.Text(); n.Channel == "" {
			r.Fail("is empty; write phone, email or portal, or leave it out")
		}
	case "note":
		n.Note = r.Text()
	case "at":
		at, err := calendar.ParseTime(r.Text())
		if err != nil {
			r.Fail(calendar.WhyNot(err))
		}
		n.At = calendar.At(at)
	}
}

// writeJSON writes a JSON value.
func writeJSON(w http.ResponseWriter, status int, b []byte) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, err := w.Write(append(b, '\n'))
	return err
}
