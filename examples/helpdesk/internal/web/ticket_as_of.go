package web

import (
	"net/http"
	"net/url"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

// ticketPage shows a ticket: as it is, or as it was or will be at as_of.
func (s *server) ticketPage(w http.ResponseWriter, r *http.Request) error {
	query, err := pageParameters(r, "as_of", "added")
	if err != nil {
		return err
	}
	if !query.Has("as_of") {
		return s.showTicket(w, r, http.StatusOK, eventForm{})
	}
	return s.showTicketAt(w, r, query)
}

// showTicketAt shows a ticket as it was or will be at as_of, by what is known now.
func (s *server) showTicketAt(w http.ResponseWriter, r *http.Request, query url.Values) error {
	asOf, err := s.asOf(query)
	if err != nil {
		return err
	}
	v, err := s.desk.View(r.Context(), r.PathValue("id"), asOf, true)
	if err != nil {
		return err
	}
	notices, err := s.desk.Notices(r.Context(), v.Ticket, asOf)
	if err != nil {
		return err
	}
	data := s.ticketDataOf(v, notices)
	data.at(v)
	return s.render(w, r, http.StatusOK, "ticket", v.ID+" "+v.Title, data)
}

// at makes a ticket's page show another instant than now, and say so. It leaves out the
// countdowns, which run by the present time.
func (d *ticketData) at(v *desk.View) {
	loc := time.UTC
	if v.Policy != nil {
		loc = v.Policy.Location()
	}
	d.AsOf = show(v.AsOf, loc, v.AsOf)
	d.Early = v.AsOf.Before(v.Events[0].At)
	for i := range d.Clocks {
		d.Clocks[i].Counts = false
	}
}
