package web

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

type agreementsData struct{ Links []link }

type link struct {
	Name, Href string
	Current    bool
}

// agreementsPage lists the agreements.
func (s *server) agreementsPage(w http.ResponseWriter, r *http.Request) error {
	var data agreementsData
	for _, name := range s.desk.Registry().Names() {
		data.Links = append(data.Links, link{Name: name, Href: "/agreements/" + url.PathEscape(name)})
	}
	return s.render(w, r, http.StatusOK, "agreements", "Agreements", data)
}

type agreementData struct {
	Name, Zone string
	Wrong      mistake
	Action     string // the address of the form
	Own        bool   // the fields are attributes of the ticket
	At         string // the requested instant; empty for now
	Versions   []link // the instants from which they are in force; empty if there is one
	Version    versionView
	Fields     []fieldView
	Metrics    []string
	Levels     []levelRow
	Ladders    []ladderRow
	Thresholds []thresholdRow
	Calendars  []calendarView
	Readings   policy.Choices
}

type levelRow struct {
	Level   string
	Targets []targetCell // by metric; the zero targetCell if there is no target
}

type targetCell struct{ Metric, Measure, Calendar, Clause string }

type ladderRow struct{ Level, After, To, Clause string }

type thresholdRow struct{ Metric, When, Levels, To, Clause string }

// agreementPage shows an agreement for a customer: its figures and its calendars.
func (s *server) agreementPage(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("name")
	if err := s.isAgreement(name); err != nil {
		return err
	}
	query, err := pageParameters(r, s.agreementParameters(name)...)
	if err != nil {
		return err
	}
	at, err := s.instantOf(query, "at")
	if err != nil {
		return err
	}
	p, err := s.agreementOf(name, query)
	var wrong *desk.InvalidError
	if err != nil && !errors.As(err, &wrong) {
		return err
	}
	fields := s.desk.Registry().Fields(name)
	value := valuesOf(fields, aboutCustomer(query))
	fields = append(fields, readingsField())
	data := agreementData{Name: name, Action: "/agreements/" + url.PathEscape(name), At: query.Get("at")}
	status, loc := http.StatusOK, time.UTC
	if err != nil {
		data.Wrong = mistakeOf(err, plain(err.Error()), fields)
		if len(aboutCustomer(query)) > 0 || errors.Is(err, policy.ErrEvents) { // not just the initial values
			status = http.StatusUnprocessableEntity
		}
	} else {
		loc = p.Location()
		in := spanAt(s.desk.Registry().Begins(name), at)
		data.Version = versionViewOf(in, query, loc, s.now())
		data.fill(p, in, at, s.now())
		data.draw(p, in, at, s.now(), query)
	}
	data.Versions = s.versionLinks(name, query, at, loc)
	data.Own = haveAttributes(fields)
	data.Fields = fieldViews(fields, value, data.Wrong)
	return s.render(w, r, status, "agreement", "Agreement "+name, data)
}

// isAgreement returns an error unless there is an agreement of a name.
func (s *server) isAgreement(name string) error {
	if slices.Contains(s.desk.Registry().Names(), name) {
		return nil
	}
	return &httpError{http.StatusNotFound, "There is no agreement " + name + "."}
}

// agreementParameters returns the names of the parameters of an agreement's address: an
// instant, the fields of its form, and some more.
func (s *server) agreementParameters(name string, more ...string) []string {
	known := append([]string{"at"}, more...)
	for _, f := range append(s.desk.Registry().Fields(name), readingsField()) {
		known = append(known, f.Key())
	}
	return known
}

// aboutCustomer returns the part of an address that is about the customer.
func aboutCustomer(query url.Values) url.Values {
	rest := maps.Clone(query)
	for _, name := range []string{"at", "width", "calendar", "month"} {
		rest.Del(name)
	}
	return rest
}

// agreementOf makes the agreement that an address asks for, as it is in force at an instant:
// for the customer in the address, or an initial one. An InvalidError says what is wrong with
// the customer.
func (s *server) agreementOf(name string, query url.Values) (*policy.Policy, error) {
	registry := s.desk.Registry()
	at, err := s.instantOf(query, "at")
	if err != nil {
		return nil, err
	}
	fields := registry.Fields(name)
	terms, err := termsOf(name, fields, valuesOf(fields, aboutCustomer(query)))
	if err != nil {
		return nil, &desk.InvalidError{Err: err}
	}
	versions, err := registry.Make(terms)
	if err != nil {
		return nil, &desk.InvalidError{Err: err}
	}
	p, err := versions.InForce(at)
	if err != nil {
		return nil, &desk.InvalidError{Err: err}
	}
	return p, nil
}

// versionLinks returns the pages of an agreement's versions, if it has several, with
// their beginnings in a zone.
func (s *server) versionLinks(name string, query url.Values, at time.Time, loc *time.Location) []link {
	begins := s.desk.Registry().Begins(name)
	if len(begins) == 0 {
		return nil
	}
	var links []link
	for i, from := range begins {
		text, shown := "from "+from.In(loc).Format("2 Jan 2006, 15:04 -07:00"), from
		if from.IsZero() {
			text, shown = "before", begins[i+1].Add(-time.Nanosecond)
		}
		links = append(links, link{Name: text, Href: addressAt(query, shown), Current: !from.After(at) && (i+1 == len(begins) || begins[i+1].After(at))})
	}
	return links
}

// fill shows a version, which is in force for a time, as it is at an instant.
func (d *agreementData) fill(p *policy.Policy, in span, at, now time.Time) {
	a := p.Agreement()
	d.Zone, d.Readings = p.Location().String(), p.Choices()
	for _, m := range a.Metrics {
		d.Metrics = append(d.Metrics, human(m.Name))
		for _, t := range m.Thresholds {
			d.Thresholds = append(d.Thresholds, thresholdRow{human(m.Name), spoken(t.String()), cmp.Or(strings.Join(t.Levels, ", "), "all"), t.To, t.Clause})
		}
	}
	for _, level := range a.Scale.Names() {
		row := levelRow{Level: level, Targets: make([]targetCell, len(a.Metrics))}
		for i, m := range a.Metrics {
			for _, t := range m.Targets {
				if t.Level == level {
					row.Targets[i] = targetCell{human(m.Name), measure(t.Measure), t.Calendar, t.Clause}
				}
			}
		}
		d.Levels = append(d.Levels, row)
	}
	for _, l := range a.Ladders {
		for i, step := range l.Ladder.Steps {
			after := delay(step.After)
			if again := l.Ladder.Repeat; again.Times > 0 && i == len(l.Ladder.Steps)-1 {
				after += fmt.Sprintf(", and %d times more, each after %s", again.Times, delay(again.Every))
			}
			if hours := l.Ladder.Notices; hours != nil {
				after += "; told in the hours of " + nameOf(a.Calendars, hours)
			}
			d.Ladders = append(d.Ladders, ladderRow{Level: l.Level, After: after, To: step.To, Clause: step.Clause})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(a.Calendars)) {
		d.Calendars = append(d.Calendars, calendarViewOf(name, a.Calendars[name], in, at, now))
	}
}

// nameOf returns the name that an agreement has for a calendar.
func nameOf(calendars map[string]*calendar.Calendar, c *calendar.Calendar) string {
	for _, name := range slices.Sorted(maps.Keys(calendars)) {
		if calendars[name] == c {
			return name
		}
	}
	return "another calendar"
}

// measure returns a target in a form for people.
func measure(m policy.Measure) string {
	if m.Time != 0 {
		return exactly(m.Time)
	}
	return m.String()
}

// delay returns the time to a step in a form for people.
func delay(d escalation.Delay) string {
	if d.Time != 0 {
		return exactly(d.Time)
	}
	return human(d.String())
}
