package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

type ticketData struct {
	ID, Title, Agreement, AgreementHref, Severity string
	Zone                                          string
	Broken                                        string
	Ended                                         *instant
	Next                                          *instant
	NextWhat                                      string
	Drawing                                       *drawing // nil if nothing has a time limit
	Clocks                                        []clockRow
	Told                                          bool // some steps have a separate time at which people are told
	Terms                                         []termRow
	Reasons                                       []reason
	Steps                                         []stepRow
	StepReasons                                   []reason
	Owners                                        []ownerRow
	OwnersBefore                                  int // how many earlier owners are not shown
	Events                                        []eventRow
	Notices                                       []noticeRow
	Readings                                      policy.Choices
	Added                                         bool
	AsOf                                          *instant // the requested instant; nil for now
	Early                                         bool     // the ticket had not been reported by then
	Form                                          eventForm
}

// A reason is why something is as it is: its steps in words.
type reason struct {
	Name, State string
	Class       string // the state as one word
	Open        bool   // what is still owed is shown at once
	Steps       []reasonStep
}

type reasonStep struct {
	At, Until *instant
	Amount    string
	Text, By  string
}

type stepRow struct {
	Name, To, State, Clause, Unknown string
	At                               *instant
	Told                             *instant // nil if that is not separate from At
	TellUnknown                      string
}

// A termRow is something that is known of the ticket or its customer.
type termRow struct{ Name, Value string }

type ownerRow struct {
	From              *instant
	Region, Cause, By string
}

// ownersShown is how many owners of a ticket are shown, the latest ones: a ticket that is
// handed over round the clock has a thousand in a year.
const ownersShown = 50

type eventRow struct {
	Seq                           int
	At, Received                  *instant
	Kind, Severity, Channel, Note string
	Late                          string // how long after it happened people were told, if that was long
	Ahead                         bool   // it comes after the requested instant
}

type noticeRow struct {
	Seq      int64
	What, ID string
	At, Made *instant
	Gone     bool // a later event shows that it was not so
}

// isOwed reports whether what a clock promises is still to be done.
func isOwed(c *policy.Clock) bool {
	_, stopped := c.Stopped.Get()
	return !stopped && c.State != policy.Cancelled
}

// showTicket shows a ticket as it is now, with the form for events as it was filled in.
func (s *server) showTicket(w http.ResponseWriter, r *http.Request, status int, form eventForm) error {
	v, err := s.desk.View(r.Context(), r.PathValue("id"), s.now(), true)
	if err != nil {
		return err
	}
	by := v.AsOf
	if v.Told.After(by) { // the service's clock was set back; show what was told anyway
		by = v.Told
	}
	notices, err := s.desk.Notices(r.Context(), v.Ticket, by)
	if err != nil {
		return err
	}
	data := s.ticketDataOf(v, notices)
	data.Added = r.URL.Query().Has("added") && form.Wrong.Text == ""
	if v.Policy != nil {
		data.Form = form.complete(v.Policy)
	}
	return s.render(w, r, status, "ticket", v.ID+" "+v.Title, data)
}

func (s *server) ticketDataOf(v *desk.View, notices []store.Notice) *ticketData {
	loc := time.UTC
	if v.Policy != nil {
		loc = v.Policy.Location()
	}
	data := &ticketData{
		ID: v.ID, Title: v.Title, Agreement: v.Terms.Agreement, Zone: loc.String(),
		AgreementHref: s.agreementHref(v), Terms: s.termRows(v.Terms),
	}
	for _, e := range slices.SortedStableFunc(slices.Values(v.Events), func(a, b store.Event) int { return a.At.Compare(b.At) }) {
		row := eventRow{Seq: e.Seq, At: show(e.At, loc, v.AsOf), Received: show(e.Received, loc, v.AsOf),
			Kind: human(e.Kind), Severity: e.Severity, Channel: e.Channel, Note: e.Note, Ahead: e.At.After(v.AsOf)}
		if late := e.Received.Sub(e.At); late > time.Minute {
			row.Late = roughly(late)
		}
		data.Events = append(data.Events, row)
	}
	for _, n := range slices.Backward(notices) {
		data.Notices = append(data.Notices, noticeRow{n.Seq, spoken(n.What), n.Occurrence, show(n.At, loc, v.AsOf), show(n.Made, loc, v.AsOf), v.Broken == nil && !v.Happened[n.Occurrence]})
	}
	if v.Broken != nil {
		data.Broken = plain(v.Broken.Error())
		return data
	}
	data.Severity = v.Answer.Severity.String()
	data.Readings = v.Policy.Choices()
	if !v.Ended.IsZero() {
		data.Ended = show(v.Ended, loc, v.AsOf)
	}
	if next, ok := v.Answer.Next.Get(); ok {
		data.Next, data.NextWhat = show(next.At, loc, v.AsOf), spoken(next.What)
	}
	for i := range v.Answer.Clocks {
		c := &v.Answer.Clocks[i]
		data.Clocks = append(data.Clocks, clockRowOf(c, loc, v.AsOf))
		data.Reasons = append(data.Reasons, reason{clockName(c), stateWords(c), c.State.String(), isOwed(c), reasonSteps(c.Why, loc, v.AsOf)})
	}
	for i := range v.Answer.Escalation {
		r := &v.Answer.Escalation[i]
		row := stepRowOf(r, loc, v.AsOf)
		data.Steps = append(data.Steps, row)
		data.Told = data.Told || row.Told != nil || row.TellUnknown != ""
		data.StepReasons = append(data.StepReasons, reason{Name: row.Name, State: row.State, Class: row.State, Steps: reasonSteps(r.Why, loc, v.AsOf)})
	}
	owners := v.Answer.Ownership
	data.OwnersBefore = max(0, len(owners)-ownersShown)
	for i := range owners[data.OwnersBefore:] {
		o := &owners[data.OwnersBefore+i]
		row := ownerRow{From: show(o.From, loc, v.AsOf), Region: o.Region}
		for _, step := range v.Policy.WhyOwner(o) {
			row.Cause, row.By = step.Text, step.Source()
		}
		data.Owners = append(data.Owners, row)
	}
	if len(v.Answer.Clocks) > 0 {
		data.Drawing = ticketDrawing(v)
	}
	return data
}

func reasonSteps(steps []policy.Step, loc *time.Location, now time.Time) []reasonStep {
	var all []reasonStep
	for _, step := range steps {
		row := reasonStep{Amount: length(step.Amount), Text: spoken(step.Text), By: step.Source()}
		row.At, _ = moment(step.At, loc, now)
		row.Until, _ = moment(step.Until, loc, now)
		switch {
		case step.Kind == policy.StepReading:
			row.Text = "read as " + step.Text
		case step.Kind == policy.StepHours:
			row.Text = "hours: " + step.Text
		case row.Text == "":
			row.Text = string(step.Kind)
		}
		all = append(all, row)
	}
	return all
}

func stepRowOf(r *policy.Rung, loc *time.Location, now time.Time) stepRow {
	row := stepRow{Name: rungName(r), To: r.To, State: r.State.String(), Clause: r.Clause}
	row.At, row.Unknown = moment(r.At, loc, now)
	row.Told, row.TellUnknown = moment(r.Notified, loc, now)
	return row
}

// rungName names a step, "Step 2, repeat 1", or a clock's threshold, "response, round 2:
// 75%", in the way that clocks are named.
func rungName(r *policy.Rung) string {
	switch {
	case r.Metric != "" && r.Round > 1:
		return fmt.Sprintf("%s, round %d: %s", human(r.Metric), r.Round, spoken(r.Threshold))
	case r.Metric != "":
		return human(r.Metric) + ": " + spoken(r.Threshold)
	}
	return "S" + strings.TrimPrefix(r.String(), "s")
}

// termRows returns what is known about a ticket and its customer, in the order of the
// agreement's fields.
func (s *server) termRows(terms store.Terms) []termRow {
	fields := s.desk.Registry().Fields(terms.Agreement)
	values := fieldValues(fields, terms)
	var rows []termRow
	for _, f := range fields {
		if value := values[f.Key()]; value != "" {
			rows = append(rows, termRow{f.Label, value})
		}
	}
	return rows
}

// agreementHref returns the address of an agreement's page for a ticket's customer,
// and, if the agreement has changed, in the version by which the ticket is judged.
func (s *server) agreementHref(v *desk.View) string {
	terms, registry := v.Terms, s.desk.Registry()
	query := url.Values{}
	for name, value := range fieldValues(registry.Fields(terms.Agreement), terms) {
		if value != "" {
			query.Set(name, value)
		}
	}
	if len(registry.Begins(terms.Agreement)) > 0 {
		at := v.Events[0].At
		if v.Policy != nil {
			for _, move := range v.Policy.Moves() {
				if !move.After(v.AsOf) {
					at = move
				}
			}
		}
		query.Set("at", string(calendar.AppendTime(nil, at)))
	}
	address := "/agreements/" + url.PathEscape(terms.Agreement)
	if len(query) > 0 {
		address += "?" + query.Encode()
	}
	return address
}

// readingsField asks for the open readings, which all agreements have.
func readingsField() agreements.Field {
	return agreements.Field{Name: "readings", Label: "Open readings", Kind: agreements.TextMap,
		Help: "Where the text leaves a choice open, by name, such as: purchased.zone=America/New_York. Empty for the defaults."}
}
