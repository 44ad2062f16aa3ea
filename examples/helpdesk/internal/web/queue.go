package web

import (
	"net/http"
	"net/url"

	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
)

type queueData struct {
	Tabs  []tab
	Intro string
	Empty string
	When  string // the heading of the column of instants
	Rows  []queueRow
	More  string // the address of the next page
	First string // the address of the first page, on any other page
	Open  int
}

type tab struct {
	Name, Label, Href string
	Count             int // -1 for no count
	Current           bool
}

type queueRow struct {
	ID, Title, Agreement, Severity string
	Clock                          string   // the clock to which the row's instant belongs
	When                           *instant // nil where there is none
	Overdue                        bool
	Counts                         bool // a countdown runs to When
	Note                           string
}

// queuePage shows a list of tickets: by default those that breach next.
func (s *server) queuePage(w http.ResponseWriter, r *http.Request) error {
	query, err := pageParameters(r, "list", "after")
	if err != nil {
		return err
	}
	name := query.Get("list")
	if name == "ended" {
		return s.endedPage(w, r)
	}
	list, ok := listOf(query)
	if !ok {
		return &httpError{http.StatusNotFound, "There is no such list of tickets."}
	}
	after, err := placeOf(query)
	if err != nil {
		return err
	}
	q, err := s.desk.Queue(r.Context(), list, after, usualLimit)
	if err != nil {
		return err
	}
	data := queueData{Tabs: tabs(q, name), Open: q.Open, When: "Due"}
	switch list {
	case desk.Next:
		data.Intro, data.Empty = "Open tickets by what breaches next.", "Nothing is about to breach."
	case desk.Overdue:
		data.Intro, data.Empty = "Something was due, has not been done, and is still owed. The oldest first.", "Nothing is overdue."
	case desk.Idle:
		data.Intro, data.Empty = "Open tickets without a deadline ahead: they wait for somebody, or nothing is owed.", "There are none."
		data.When = "Next"
	}
	for _, v := range q.Rows {
		data.Rows = append(data.Rows, queueRowOf(v, list))
	}
	address := url.Values{}
	if name != "" {
		address.Set("list", name)
	}
	if after != (desk.Place{}) {
		data.First = "/?" + address.Encode()
	}
	if q.More != nil {
		address.Set("after", placeText(*q.More))
		data.More = "/?" + address.Encode()
	}
	return s.render(w, r, http.StatusOK, "queue", "Queue", data)
}

// endedPage shows the tickets that ended last.
func (s *server) endedPage(w http.ResponseWriter, r *http.Request) error {
	q, err := s.desk.Queue(r.Context(), desk.Next, desk.Place{}, 1)
	if err != nil {
		return err
	}
	ended, err := s.desk.Ended(r.Context(), usualLimit)
	if err != nil {
		return err
	}
	data := queueData{Tabs: tabs(q, "ended"), Open: q.Open, When: "Ended", Intro: "The tickets that ended last.", Empty: "No ticket has ended yet."}
	for _, v := range ended {
		row := rowOf(v)
		if v.Policy != nil && !v.Ended.IsZero() {
			row.When = show(v.Ended, v.Policy.Location(), v.AsOf)
			row.Clock = "ended"
		}
		data.Rows = append(data.Rows, row)
	}
	return s.render(w, r, http.StatusOK, "queue", "Ended tickets", data)
}

func tabs(q *desk.Queue, current string) []tab {
	if current == "" {
		current = "next"
	}
	all := []tab{
		{Name: "next", Label: "Breaching next", Href: "/", Count: q.Sizes[desk.Next]},
		{Name: "overdue", Label: "Overdue", Href: "/?list=overdue", Count: q.Sizes[desk.Overdue]},
		{Name: "idle", Label: "No deadline", Href: "/?list=idle", Count: q.Sizes[desk.Idle]},
		{Name: "ended", Label: "Ended", Href: "/?list=ended", Count: -1},
	}
	for i := range all {
		all[i].Current = all[i].Name == current
	}
	return all
}

func rowOf(v *desk.View) queueRow {
	row := queueRow{ID: v.ID, Title: v.Title, Agreement: v.Terms.Agreement}
	if v.Broken != nil {
		row.Note = "cannot be judged"
		return row
	}
	row.Severity = v.Answer.Severity.String()
	return row
}

func queueRowOf(v *desk.View, list desk.List) queueRow {
	row := rowOf(v)
	if v.Broken != nil {
		return row
	}
	loc := v.Policy.Location()
	c := firstClock(v, list)
	for i := range v.Answer.Clocks {
		switch other := &v.Answer.Clocks[i]; {
		case list != desk.Idle:
		case other.State == policy.Waiting:
			row.Note = human(other.Metric) + " waits for " + human(other.WaitingFor)
		case other.State == policy.Paused:
			row.Note = pausedNote(other)
		}
	}
	if c != nil {
		due, _ := c.Due.Get()
		row.Clock = clockName(c)
		row.When = show(due, loc, v.AsOf)
		row.Overdue = c.State == policy.Breached
		row.Counts = true
		return row
	}
	if len(v.Answer.Clocks) == 0 {
		row.Note = "no time limit at this severity"
	}
	if next, ok := v.Answer.Next.Get(); ok {
		row.Clock = spoken(next.What)
		row.When = show(next.At, loc, v.AsOf)
		row.Counts = true
	}
	return row
}

// pausedNote says how much time is left on a paused clock.
func pausedNote(c *policy.Clock) string {
	note := human(c.Metric) + " is paused"
	if left := length(c.Remaining); left != "" {
		note += ", with " + left + " left"
	}
	return note
}

// firstClock returns the clock that determines a ticket's place in a list: the one that is
// due first, or nil if there is none.
func firstClock(v *desk.View, list desk.List) *policy.Clock {
	want := policy.Running
	if list == desk.Overdue {
		want = policy.Breached
	}
	var first *policy.Clock
	for i := range v.Answer.Clocks {
		c := &v.Answer.Clocks[i]
		_, stopped := c.Stopped.Get()
		due, ok := c.Due.Get()
		if !ok || stopped || c.State != want || desk.Closes(v.Policy, c.Metric) {
			continue
		}
		if first == nil || due.Before(first.Due.Time()) {
			first = c
		}
	}
	return first
}
