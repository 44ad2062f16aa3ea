package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

const (
	usualLimit = 50
	maxLimit   = 200
)

// apiTicket returns a ticket with its events, and its answer at as_of, with
// reasons if explain is true.
func (s *server) apiTicket(w http.ResponseWriter, r *http.Request) error {
	query, err := parameters(r, "as_of", "explain")
	if err != nil {
		return err
	}
	asOf, err := s.asOf(query)
	if err != nil {
		return err
	}
	explain, err := explainOf(query)
	if err != nil {
		return err
	}
	return s.answerTicket(w, r, r.PathValue("id"), http.StatusOK, asOf, explain)
}

// explainOf reports whether an address asks for reasons.
func explainOf(query url.Values) (bool, error) {
	switch text := query.Get("explain"); {
	case !query.Has("explain") || text == "false":
		return false, nil
	case text == "true":
		return true, nil
	default:
		return false, &httpError{http.StatusBadRequest, fmt.Sprintf("explain: %q is neither true nor false", text)}
	}
}

// answerTicket answers with a ticket as it stands at an instant.
func (s *server) answerTicket(w http.ResponseWriter, r *http.Request, id string, status int, asOf time.Time, explain bool) error {
	v, err := s.desk.View(r.Context(), id, asOf, explain)
	if err != nil {
		return err
	}
	b := appendView(nil, v)
	b = append(b[:len(b)-1], `,"events":[`...)
	for i := range v.Events {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendEvent(b, &v.Events[i])
	}
	return writeJSON(w, status, append(b, "]}"...))
}

// maxAhead is how far into the future a ticket can be shown: the owner on duty changes
// several times a day, so a page a century ahead would be large.
const maxAhead = 2 * 366 * 24 * time.Hour

// asOf returns the instant for which a ticket is asked.
func (s *server) asOf(query url.Values) (time.Time, error) {
	at, err := s.instantOf(query, "as_of")
	if err == nil && at.Sub(s.now()) > maxAhead {
		err = &httpError{http.StatusBadRequest, fmt.Sprintf("as_of: %q is more than two years ahead", query.Get("as_of"))}
	}
	return at, err
}

// instantOf returns the instant that an address asks for under a name, or now.
func (s *server) instantOf(query url.Values, name string) (time.Time, error) {
	if !query.Has(name) {
		return s.now(), nil
	}
	text := query.Get(name)
	at, err := calendar.ParseTime(text)
	if err != nil {
		why := calendar.WhyNot(err)
		if why == calendar.WhyTime { // it has a "+", which means a space in an address
			why = "is not an instant; write it as 2006-01-02T15:04:05Z"
		}
		if _, err := calendar.ParseTime(strings.Replace(text, " ", "+", 1)); err == nil {
			why = "is not an instant; in an address a + is a blank: write it as %2B"
		}
		return at, &httpError{http.StatusBadRequest, fmt.Sprintf("%s: %q %s", name, text, why)}
	}
	return at, nil
}

// appendView appends a ticket without its events.
func appendView(b []byte, v *desk.View) []byte {
	b = strictjson.AppendString(append(b, `{"id":`...), v.ID)
	b = strictjson.AppendString(append(b, `,"title":`...), v.Title)
	b = append(b, `,"agreement":`...)
	b = strictjson.AppendString(b, v.Terms.Agreement)
	b = fmt.Appendf(b, `,"customer":%s,"readings":%s,"attributes":%s`, v.Terms.Customer, v.Terms.Readings, v.Terms.Attributes)
	if !v.Ended.IsZero() {
		b = fmt.Appendf(b, `,"ended":"%s"`, calendar.AppendTime(nil, v.Ended))
	}
	if v.Broken != nil {
		b = strictjson.AppendString(append(b, `,"error":`...), plain(v.Broken.Error()))
		return append(b, '}')
	}
	b = append(b, `,"answer":`...)
	b = v.Policy.AppendAnswer(b, "", policy.Stamp{Time: v.AsOf}, &v.Answer)
	return append(b, '}')
}

func appendEvent(b []byte, e *store.Event) []byte {
	b = fmt.Appendf(b, `{"seq":%d,"at":"%s","kind":`, e.Seq, calendar.AppendTime(nil, e.At))
	b = strictjson.AppendString(b, e.Kind)
	for _, f := range []struct{ name, value string }{{"severity", e.Severity}, {"channel", e.Channel}, {"note", e.Note}} {
		if f.value != "" {
			b = strictjson.AppendString(fmt.Appendf(b, `,%q:`, f.name), f.value)
		}
	}
	return fmt.Appendf(b, `,"received":"%s"}`, calendar.AppendTime(nil, e.Received))
}

// apiList returns a page of a list of open tickets: next, overdue or idle.
func (s *server) apiList(w http.ResponseWriter, r *http.Request) error {
	query, err := parameters(r, "limit", "list", "after")
	if err != nil {
		return err
	}
	list, ok := listOf(query)
	if !ok {
		return &httpError{http.StatusBadRequest, fmt.Sprintf("list: %q is no list; write next, overdue or idle", query.Get("list"))}
	}
	limit, err := limitOf(query)
	if err != nil {
		return err
	}
	after, err := placeOf(query)
	if err != nil {
		return err
	}
	q, err := s.desk.Queue(r.Context(), list, after, limit)
	if err != nil {
		return err
	}
	b := fmt.Appendf(nil, `{"as_of":"%s","open":%d,"next":%d,"overdue":%d,"idle":%d`, calendar.AppendTime(nil, q.AsOf),
		q.Open, q.Sizes[desk.Next], q.Sizes[desk.Overdue], q.Sizes[desk.Idle])
	if q.More != nil {
		b = strictjson.AppendString(append(b, `,"after":`...), placeText(*q.More))
	}
	b = append(b, `,"tickets":[`...)
	for i, v := range q.Rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendView(b, v)
	}
	return writeJSON(w, http.StatusOK, append(b, "]}"...))
}

// apiNotices returns the notices after a given one, in the order in which they were made. A
// reader that stores the last seq together with what it did about the notices does that
// exactly once.
func (s *server) apiNotices(w http.ResponseWriter, r *http.Request) error {
	query, err := parameters(r, "after", "limit")
	if err != nil {
		return err
	}
	var after int64
	if query.Has("after") {
		text := query.Get("after")
		if after, err = strconv.ParseInt(text, 10, 64); err != nil || after < 0 {
			return &httpError{http.StatusBadRequest, fmt.Sprintf("after: %q is not the seq of a notice; write that of the last one you have, or 0", text)}
		}
	}
	limit, err := limitOf(query)
	if err != nil {
		return err
	}
	notices, err := s.desk.Outbox(r.Context(), after, limit)
	var beyond *desk.BeyondError
	if errors.As(err, &beyond) { // the last one as a separate field too, for programs that continue without help
		b := strictjson.AppendString([]byte(`{"error":`), beyond.Error())
		return writeJSON(w, http.StatusConflict, fmt.Appendf(b, `,"last":%d}`, beyond.Last))
	}
	if err != nil {
		return err
	}
	b := []byte(`{"notices":[`)
	for i := range notices {
		if i > 0 {
			b = append(b, ',')
		}
		b = desk.AppendNotice(b, &notices[i])
	}
	return writeJSON(w, http.StatusOK, append(b, "]}"...))
}

// listOf returns the list that an address asks for, or false if there is no such list.
func listOf(query url.Values) (desk.List, bool) {
	if !query.Has("list") {
		return desk.Next, true
	}
	switch query.Get("list") {
	case "next":
		return desk.Next, true
	case "overdue":
		return desk.Overdue, true
	case "idle":
		return desk.Idle, true
	}
	return 0, false
}

// limitOf returns how many entries an address asks for.
func limitOf(query url.Values) (int, error) {
	if !query.Has("limit") {
		return usualLimit, nil
	}
	text := query.Get("limit")
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > maxLimit {
		return 0, &httpError{http.StatusBadRequest, fmt.Sprintf("limit: %q is not a number from 1 to %d", text, maxLimit)}
	}
	return n, nil
}

// placeText returns a place in a list as a text, which placeOf reads.
func placeText(p desk.Place) string { return strconv.FormatInt(p.At, 10) + "." + p.ID }

// placeOf returns the place in a list after which an address asks to continue. An empty one
// is a mistake: a program that sends it because the last page had none would begin again, for
// ever.
func placeOf(query url.Values) (desk.Place, error) {
	if !query.Has("after") {
		return desk.Place{}, nil
	}
	text := query.Get("after")
	number, id, ok := strings.Cut(text, ".")
	at, err := strconv.ParseInt(number, 10, 64)
	if !ok || err != nil || id == "" {
		return desk.Place{}, &httpError{http.StatusBadRequest, fmt.Sprintf("after: %q is not what a page before gave; leave it out for the first", text)}
	}
	return desk.Place{At: at, ID: id}, nil
}
