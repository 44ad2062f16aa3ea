package web

import (
	"bytes"
	"encoding/json"
	"net/http"

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

// apiCreate opens a ticket: 201, or 200 for a request that was sent before.
func (s *server) apiCreate(w http.ResponseWriter, r *http.Request) error {
	if err := s.mayWrite(r); err != nil {
		return err
	}
	body, err := readBody(r)
	if err != nil {
		return err
	}
	n, err := readTicket(body)
	if err != nil {
		return &desk.InvalidError{Err: err}
	}
	n.Report.Key = r.Header.Get("Idempotency-Key")
	t, made, err := s.desk.Create(r.Context(), n)
	if err != nil {
		return err
	}
	w.Header().Set("Location", "/api/tickets/"+t.ID)
	return s.answerTicket(w, r, t.ID, status(made))
}

// apiAddEvent adds an event: 201, or 200 for a request that was sent before.
func (s *server) apiAddEvent(w http.ResponseWriter, r *http.Request) error {
	if err := s.mayWrite(r); err != nil {
		return err
	}
	body, err := readBody(r)
	if err != nil {
		return err
	}
	reader := strictjson.NewReader(body)
	n := readEvent(reader)
	if err := reader.End(); err != nil {
		return &desk.InvalidError{Err: err}
	}
	n.Key = r.Header.Get("Idempotency-Key")
	_, e, stored, err := s.desk.AddEvent(r.Context(), r.PathValue("id"), n)
	if err != nil {
		return err
	}
	return writeJSON(w, status(stored), appendEvent(nil, &e))
}

func status(made bool) int {
	if made {
		return http.StatusCreated
	}
	return http.StatusOK
}

// readTicket reads a ticket that is to be opened: its title and terms, and the
// fields of its report; events are those that have followed already.
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

// object reads an object as the text that is stored, without white space.
func object(r *strictjson.Reader) string {
	if r.Kind() != strictjson.Object {
		r.Fail("is not an object")
		r.Skip()
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
		n.Severity = r.Text()
	case "channel":
		n.Channel = r.Text()
	case "note":
		n.Note = r.Text()
	case "at":
		at, err := calendar.ParseTime(r.Text())
		if err != nil {
			r.Fail(calendar.WhyTime)
		}
		n.At = at
	}
}

// writeJSON writes a JSON value.
func writeJSON(w http.ResponseWriter, status int, b []byte) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, err := w.Write(append(b, '\n'))
	return err
}
