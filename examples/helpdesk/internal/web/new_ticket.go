package web

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

type newTicketData struct {
	Names     []string // of the agreements to choose from; none once one is chosen
	Agreement string
	Wrong     mistake
	Title     string
	ID        string
	At, Note  string
	Key       string

	Severities, Channels []option
	Fields               []fieldView
	Own                  bool // the fields are attributes of the ticket
}

// newTicketPage shows the form for a ticket. Its fields depend on the agreement, which is
// chosen first: that needs no JavaScript.
func (s *server) newTicketPage(w http.ResponseWriter, r *http.Request) error {
	query, err := pageParameters(r, "agreement")
	if err != nil {
		return err
	}
	name := query.Get("agreement")
	if name == "" {
		return s.render(w, r, http.StatusOK, "new", "New ticket", newTicketData{Names: s.desk.Registry().Names()})
	}
	data, err := s.newTicketData(name, nil)
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "new", "New ticket", data)
}

// newTicketData returns the form for a ticket under an agreement, as it was filled
// in; form is nil if it was not.
func (s *server) newTicketData(name string, form url.Values) (newTicketData, error) {
	registry := s.desk.Registry()
	if err := s.isAgreement(name); err != nil {
		return newTicketData{}, err
	}
	fields := registry.Fields(name)
	data := newTicketData{
		Agreement: name, Title: form.Get("title"), ID: form.Get("id"), At: form.Get("at"), Note: form.Get("note"), Key: form.Get("key"),
		Severities: options(form.Get("severity"), registry.Severities(name)...),
		Channels:   append([]option{{"", "none", form.Get("channel") == ""}}, options(form.Get("channel"), policy.ChannelNames()...)...),
	}
	if data.Key == "" {
		data.Key = rand.Text()
	}
	data.Own = haveAttributes(fields)
	data.Fields = fieldViews(append(fields, readingsField()), valuesOf(fields, form), mistake{})
	return data, nil
}

// newTicketForm opens the ticket of a form and shows it.
func (s *server) newTicketForm(w http.ResponseWriter, r *http.Request) error {
	if !s.signedIn(r) {
		return &httpError{http.StatusUnauthorized, "Your session has ended. Sign in, go back, and send the form again."}
	}
	if err := parseForm(r); err != nil {
		return err
	}
	name := r.PostFormValue("agreement")
	data, err := s.newTicketData(name, r.PostForm)
	if err != nil {
		return err
	}
	n, err := s.formTicket(name, r.PostForm)
	if err == nil {
		t, _, createErr := s.desk.Create(r.Context(), n)
		if createErr == nil {
			http.Redirect(w, r, "/tickets/"+t.ID, http.StatusSeeOther)
			return nil
		}
		err = createErr
	}
	status, text := statusOf(err)
	if status >= http.StatusInternalServerError {
		return err
	}
	fields := append(s.desk.Registry().Fields(name), readingsField())
	data.Wrong = mistakeOf(err, text, fields)
	if errors.Is(err, desk.ErrKeyUsed) { // somebody went back, and wrote something else
		data.Wrong, data.Key = mistake{Text: "This form was sent before, and what was in it then is a ticket already. Send it again to open this one as well."}, rand.Text()
	}
	data.Fields = fieldViews(fields, r.PostForm.Get, data.Wrong)
	return s.render(w, r, status, "new", "New ticket", data)
}

// formTicket reads the ticket of a form. Its time is in the agreement's zone, so the
// agreement is made first; the zone is the one that it has now.
func (s *server) formTicket(name string, form url.Values) (desk.NewTicket, error) {
	terms, err := termsOf(name, s.desk.Registry().Fields(name), form.Get)
	if err != nil {
		return desk.NewTicket{}, &desk.InvalidError{Err: err}
	}
	versions, err := s.desk.Registry().Of(terms)
	if err != nil {
		return desk.NewTicket{}, &desk.InvalidError{Err: err}
	}
	at, err := readReport(form.Get("at"), versions, s.now())
	if err != nil {
		return desk.NewTicket{}, &desk.InvalidError{Field: "at", Err: err}
	}
	return desk.NewTicket{
		ID: form.Get("id"), Title: form.Get("title"), Terms: terms,
		Report: desk.NewEvent{At: at, Kind: "reported", Severity: form.Get("severity"), Channel: form.Get("channel"), Note: form.Get("note"), Key: form.Get("key")},
	}, nil
}

// readReport reads when a ticket was reported. Wall-clock time is in the zone that the
// agreement has now; if it had another one then, that would be a guess.
func readReport(text string, versions *policy.Versions, now time.Time) (calendar.Moment, error) {
	p, err := versions.InForce(now)
	if err != nil {
		return calendar.Moment{}, err
	}
	at, err := readInstant(text, p.Location())
	reported, told := at.Get()
	if err != nil || !told {
		return at, err
	}
	then, err := versions.InForce(reported)
	if err != nil {
		return at, err
	}
	if then.Location().String() != p.Location().String() && !hasOffset(text) {
		return at, fmt.Errorf("at: %q: the agreement's zone was %s then and is %s now; write it with an offset", text, then.Location(), p.Location())
	}
	return at, nil
}
