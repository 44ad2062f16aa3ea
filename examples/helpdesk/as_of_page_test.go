package main

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// The page of a ticket shows it at as_of, as the interface does, and says so. What hangs
// on the present, countdowns and the form, is left out.
func TestTicketPageAsOf(t *testing.T) {
	h, d, c := newService(t)
	ask(h, "POST", "/api/tickets", aTicket) // at 15:00 UTC; a response is due within the hour (PUR-3)
	c.now = c.now.Add(2 * time.Hour)
	if _, err := d.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	ask(h, "POST", "/api/tickets/A/events", `{"kind":"responded"}`) // at 17:00
	cookie := signIn(t, h)
	const (
		form, count, none, early = `<form method="post" action="/tickets/A"`, `data-until="`, `<p>None yet.</p>`, "not reported yet"
		told, gone, ahead        = `<code>response/2026-03-02T15:00:00Z/due</code>`, "no longer so", "comes later"
	)
	for _, row := range []struct {
		query        string
		status       int
		wants, lacks []string
	}{
		{"", 200, []string{form, told, `<span class="state breached">breached</span>`}, []string{"according to what is known now", ahead, gone, early}},
		{"?utm_source=mail", 200, []string{form}, []string{"according to what is known now"}},
		{"?as_of=2026-03-02T14:59:59.999999999Z", 200, []string{early, none, ahead, "according to what is known now"}, []string{form, count, told, `<h2 id="clocks">`}},
		{"?as_of=0001-01-01T00:00:00Z", 200, []string{early, none}, []string{form}},
		{"?as_of=1600-01-01T00:00:00Z", 200, []string{early, none}, []string{form, told}}, // before the first nanosecond of an int64
		{"?as_of=2026-03-02T15:30:00Z", 200, []string{
			`This is the ticket at <time datetime="2026-03-02T10:30:00-05:00">Mon 2 Mar 2026, 10:30 <span class="zone">-05:00</span></time>, according to what is known now. <a href="/tickets/A">Show it as it is now</a>.`,
			`<span class="state running">running</span>`, "picture.svg?as_of=2026-03-02T15%3A30%3A00Z", none, ahead, `<dd>open</dd>`, `response due <time datetime="2026-03-02T11:00:00-05:00">`,
			`Events are added to <a href="/tickets/A#add">`, `30 min`,
		}, []string{form, count, told, early}},
		{"?as_of=2026-03-02T10:30:00-05:00", 200, []string{`datetime="2026-03-02T10:30:00-05:00"`}, nil},
		{"?as_of=2026-03-02T16:00:00Z", 200, []string{`<span class="state running">running</span>`, none}, []string{told}},
		{"?as_of=2026-03-02T16:59:59.999999999Z", 200, []string{`<span class="state breached">overdue</span>`, none, ahead}, []string{told, count}},
		{"?as_of=2026-03-02T17:00:00Z", 200, []string{`<span class="state breached">breached</span>`, told}, []string{gone, ahead, form}},
		{"?as_of=2027-03-02T17:00:00Z", 200, []string{told, "according to what is known now"}, []string{gone, ahead, form}},
		{"?as_of=2036-03-02T17:00:00Z", 400, []string{"more than two years ahead"}, nil},
		{"?as_of=yesterday", 400, []string{"As_of: &#34;yesterday&#34; is not an instant"}, nil},
		{"?as_of=", 400, []string{"As_of: &#34;&#34; is not an instant"}, nil},
		{"?as_of=2026-03-02T15:30:00Z&as_of=2026-03-02T15:31:00Z", 400, []string{"As_of: appears 2 times"}, nil},
	} {
		w := get(h, "/tickets/A"+row.query, cookie)
		body := w.Body.String()
		if w.Code != row.status {
			t.Errorf("%s: %d, want %d\n%s", row.query, w.Code, row.status, body)
			continue
		}
		for _, want := range row.wants {
			if !strings.Contains(body, want) {
				t.Errorf("%s lacks %s\n%s", row.query, want, body)
			}
		}
		for _, lack := range row.lacks {
			if strings.Contains(body, lack) {
				t.Errorf("%s has %s\n%s", row.query, lack, body)
			}
		}
	}
	// What was told stays there when the service's clock is set back.
	c.now = c.now.Add(-90 * time.Minute)
	if body := get(h, "/tickets/A", cookie).Body.String(); !strings.Contains(body, told) {
		t.Errorf("at 15:30 again: the page lacks %s\n%s", told, body)
	}
	if w := get(h, "/tickets/none?as_of=2026-03-02T15:30:00Z", cookie); w.Code != http.StatusNotFound {
		t.Errorf("no such ticket: %d", w.Code)
	}
}
