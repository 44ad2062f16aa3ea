package web

import (
	"crypto/rand"
	"errors"
	"net/http"

	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

// An eventForm is the form for an event, as it was filled in, with its options.
type eventForm struct {
	Kind, Severity, Channel, At, Note string
	Key                               string // made with the form, so that sending it twice adds one event
	Wrong                             mistake

	Kinds, Severities, Channels []option
	Zone                        string
}

// An option is an option of a select element.
type option struct {
	Value, Label string
	Selected     bool
}

func options(selected string, values ...string) []option {
	all := make([]option, len(values))
	for i, v := range values {
		all[i] = option{v, human(v), v == selected}
	}
	return all
}

// complete adds the form's options under an agreement.
func (f eventForm) complete(p *policy.Policy) eventForm {
	kinds := policy.KindNames()
	if len(kinds) > 0 && kinds[0] == policy.Reported.String() {
		kinds = kinds[1:] // a ticket has one report
	}
	f.Kinds = options(f.Kind, append(kinds, p.Agreement().Events...)...)
	f.Severities = append([]option{{"", "none", f.Severity == ""}}, options(f.Severity, p.Scale().Names()...)...)
	f.Channels = append([]option{{"", "none", f.Channel == ""}}, options(f.Channel, policy.ChannelNames()...)...)
	f.Zone = p.Location().String()
	if f.Key == "" {
		f.Key = rand.Text()
	}
	return f
}

// addEventForm adds the event of a form and shows the ticket with it.
func (s *server) addEventForm(w http.ResponseWriter, r *http.Request) error {
	if !s.signedIn(r) {
		return &httpError{http.StatusUnauthorized, "Your session has ended. Sign in, go back, and send the form again."}
	}
	if err := parseForm(r); err != nil {
		return err
	}
	f := eventForm{
		Kind: r.PostFormValue("kind"), Severity: r.PostFormValue("severity"), Channel: r.PostFormValue("channel"),
		At: r.PostFormValue("at"), Note: r.PostFormValue("note"), Key: r.PostFormValue("key"),
	}
	id := r.PathValue("id")
	v, err := s.desk.View(r.Context(), id, s.now(), false)
	if err != nil {
		return err
	}
	if v.Policy == nil {
		return &httpError{http.StatusConflict, "This ticket cannot be judged at present, so it takes no events: " + plain(v.Broken.Error())}
	}
	at, err := readInstant(f.At, v.Policy.Location())
	if err == nil {
		_, _, _, err = s.desk.AddEvent(r.Context(), id, desk.NewEvent{
			At: at, Kind: f.Kind, Severity: f.Severity, Channel: f.Channel, Note: f.Note, Key: f.Key,
		})
	} else {
		err = &desk.InvalidError{Field: "at", Err: err}
	}
	if err == nil {
		http.Redirect(w, r, "/tickets/"+id+"?added#events", http.StatusSeeOther)
		return nil
	}
	status, text := statusOf(err)
	if status >= http.StatusInternalServerError {
		return err
	}
	f.Wrong = mistakeOf(err, text, nil)
	if errors.Is(err, desk.ErrKeyUsed) { // somebody went back, and wrote something else
		f.Wrong, f.Key = mistake{Text: "This form was sent before, and what was in it then is an event already. Send it again to add this as well."}, ""
	}
	return s.showTicket(w, r, status, f)
}
