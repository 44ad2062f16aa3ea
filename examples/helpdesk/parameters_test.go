package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"
)

// A parameter that an address does not take, or that stands twice, is a mistake on
// every address of the interface, and is told before anything is stored: whoever asks
// for asof=… must not be told how things are now.
func TestParameters(t *testing.T) {
	h, _, _ := newService(t)
	if w := ask(h, "POST", "/api/tickets", aTicket); w.Code != 201 {
		t.Fatal(w.Body)
	}
	const event = `{"kind":"responded"}`
	for _, row := range []struct {
		method, path, body string
		status             int
		want               string // the error; if it is empty, all is well
	}{
		{"GET", "/api/tickets/A?asof=2026-03-02T12:00:00Z", "", 400, `asof: unknown parameter; did you mean "as_of"?`},
		{"GET", "/api/tickets/A?As_Of=2026-03-02T12:00:00Z", "", 400, `As_Of: unknown parameter; did you mean "as_of"?`},
		{"GET", "/api/tickets/A?as%5Fof=2026-03-02T12:00:00Z", "", 200, ""},
		{"GET", "/api/tickets/A?as_of=2026-03-02T12:00:00Z&explain=false", "", 200, ""},
		{"GET", "/api/tickets/A?limit=5", "", 400, `limit: unknown parameter; known are as_of, explain`},
		{"GET", "/api/tickets/A?explain=true&explain=false", "", 400, `explain: appears 2 times, as "true" and as "false"; write it once`},
		{"GET", "/api/tickets/A?explain=true&explain=true", "", 400, `explain: appears 2 times, as "true" and as "true"; write it once`},
		{"GET", "/api/tickets/A?explain=1", "", 400, `explain: "1" is neither true nor false`},
		{"GET", "/api/tickets/A?explain", "", 400, `explain: "" is neither true nor false`},
		{"GET", "/api/tickets/A?as_of=", "", 400, `as_of: "" is not an instant; write it as 2006-01-02T15:04:05Z`},
		{"GET", "/api/tickets/A?as_of=2026-03-02T12:00:00+01:00", "", 400, `as_of: "2026-03-02T12:00:00 01:00" is not an instant; in an address a + is a blank: write it as %2B`},
		{"GET", "/api/tickets/A?as_of=2026-03-02T12:00:00%2B01:00", "", 200, ""},
		{"GET", "/api/tickets/A?as_of=2026-02-30T12:00:00Z", "", 400, `as_of: "2026-02-30T12:00:00Z" is not an instant; February 2026 has the days 1 to 28`},
		{"GET", "/api/tickets/A?as_of=0001-01-01T00:00:00Z", "", 200, ""},
		// What cannot be read must not be dropped either.
		{"GET", "/api/tickets/A?as_of=%zz", "", 400, `the address cannot be read: invalid URL escape "%zz"; write & between parameters, and %25 for a %`},
		{"GET", "/api/tickets?list=overdue;limit=1", "", 400, `the address cannot be read: invalid semicolon separator in query; write & between parameters, and %25 for a %`},
		{"GET", "/api/tickets?lst=overdue&limt=1", "", 400, `limt: unknown parameter; did you mean "limit"?; lst: unknown parameter; did you mean "list"?`},
		{"GET", "/api/tickets?list=overdue&limit=1", "", 200, ""},
		{"GET", "/api/tickets?list=", "", 400, `list: "" is no list; write next, overdue or idle`},
		{"GET", "/api/tickets?limit=", "", 400, `limit: "" is not a number from 1 to 200`},
		{"GET", "/api/tickets?after=", "", 400, `after: "" is not what a page before gave; leave it out for the first`},
		{"GET", "/api/tickets?=&", "", 400, `"": unknown parameter; known are limit, list, after`},
		{"GET", "/api/tickets?a%20%22b=1", "", 400, `"a \"b": unknown parameter; known are limit, list, after`},
		{"GET", "/api/tickets?" + strings.Repeat("x", 41), "", 400, `"` + strings.Repeat("x", 40) + `…": unknown parameter; known are limit, list, after`},
		// Neither must what stands in another place.
		{"GET", "/api/tickets/A", "as_of=2026-03-02T12:00:00Z", 400, `a GET has no body here, and it would be passed over; write what you ask for into the address, behind a ?`},
		{"GET", "/api/tickets?list=overdue", "limit=1", 400, `a GET has no body here, and it would be passed over; write what you ask for into the address, behind a ?`},
		{"GET", "/api/notices?aftr=5", "", 400, `aftr: unknown parameter; did you mean "after"?`},
		{"GET", "/api/notices?after=1&after=2", "", 400, `after: appears 2 times, as "1" and as "2"; write it once`},
		{"GET", "/api/notices?after=", "", 400, `after: "" is not the seq of a notice; write that of the last one you have, or 0`},
		{"GET", "/api/notices?after=0", "", 200, ""},
		{"POST", "/api/tickets?explain=true", strings.Replace(aTicket, `"A"`, `"B"`, 1), 400, `explain: unknown parameter; this address takes none`},
		{"POST", "/api/tickets?as_of=junk", strings.Replace(aTicket, `"A"`, `"B"`, 1), 400, `as_of: unknown parameter; this address takes none`},
		{"POST", "/api/tickets/A/events?at=2026-03-02T12:00:00Z", event, 400, `at: unknown parameter; this address takes none`},
		{"POST", "/api/tickets/A/events?%zz", event, 400, `the address cannot be read: invalid URL escape "%zz"; write & between parameters, and %25 for a %`},
	} {
		w := ask(h, row.method, row.path, row.body)
		var got struct{ Error string }
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != row.status || got.Error != row.want {
			t.Errorf("%s %s: %d %s %v\nwant %d %s", row.method, row.path, w.Code, got.Error, err, row.status, row.want)
		}
	}
	if got := ask(h, "GET", "/api/tickets/A", "").Body.String(); !strings.Contains(got, `"events":[{"seq":1,`) || strings.Contains(got, `"seq":2`) {
		t.Errorf("an event was stored: %s", got)
	}
	if got := ask(h, "GET", "/api/tickets", "").Body.String(); !strings.Contains(got, `"open":1,`) {
		t.Errorf("a ticket was stored: %s", got)
	}
}

// However many mistakes an address has, the answer ends.
func TestManyParameters(t *testing.T) {
	h, _, _ := newService(t)
	for _, row := range []struct {
		parameters int
		more       bool
	}{{100, false}, {101, true}, {2000, true}} {
		var address strings.Builder
		for i := range row.parameters {
			fmt.Fprintf(&address, "p%d&", i)
		}
		body := ask(h, "GET", "/api/tickets?"+address.String(), "").Body.String()
		if n := strings.Count(body, "unknown parameter"); n != min(row.parameters, 100) || strings.HasSuffix(body, "; and more\"}\n") != row.more {
			t.Errorf("%d parameters: %d mistakes in %s", row.parameters, n, body)
		}
	}
}

// A picture is asked for by programs, too; a page passes over what others add to the
// links to it, and keeps it out of the addresses that it has, but does not choose.
func TestPageParameters(t *testing.T) {
	h, _, _ := newService(t)
	ask(h, "POST", "/api/tickets", aTicket)
	for _, row := range []struct {
		path   string
		status int
		want   string
	}{
		{"/tickets/A/picture.svg?asof=2026-03-02T12:00:00Z", 400, `{"error":"asof: unknown parameter; did you mean \"as_of\"?"}`},
		{"/tickets/A/picture.svg?width=700&width=800", 400, "width: appears 2 times"},
		{"/tickets/A/picture.svg?width=", 400, "is not a number from 360"},
		{"/agreements/purchased/month.svg?calendar=business&month=2026-03&wdth=400", 400, `{"error":"wdth: unknown parameter; did you mean \"width\"?"}`},
		{"/agreements/none/month.svg?wdth=400", 404, "no agreement"},
		{"/?utm_source=mail", 200, "Breaching next"},
		{"/?utm_source=mail&list=overdue", 200, `<a href="/?list=overdue" aria-current="page">`},
		{"/?list=overdue&list=idle", 400, "List: appears 2 times"},
		{"/?list=%zz", 400, "The address cannot be read"},
		{"/?list=", 404, "no such list"},
		{"/tickets/A?utm_source=mail", 200, "<h1"},
		{"/tickets/new?utm_source=mail&agreement=portx", 200, `<span class="minor">portx</span>`},
		{"/tickets/new?agreement=purchased&agreement=portx", 400, "Agreement: appears 2 times"},
		{"/login?utm_source=mail&next=/agreements", 200, `value="/agreements"`},
		{"/login?next=/&next=/agreements", 400, "Next: appears 2 times"},
		{"/agreements?utm_source=mail", 200, "portx"},
		{"/agreements/portx?utm_source=mail", 200, "month.svg?calendar="},
		{"/agreements/portx?zone=UTC&zone=Asia/Tokyo", 400, "Zone: appears 2 times"},
		{"/agreements/none?at=x", 404, "no agreement"},
		{"/healthz?verbose", 200, "ok"},
		{"/metrics?collect=all", 200, "helpdesk_tickets_open"},
	} {
		w := get(h, row.path, nil)
		if w.Code != row.status || !strings.Contains(w.Body.String(), row.want) {
			t.Errorf("%s: %d %s\nwant %d with %s", row.path, w.Code, w.Body, row.status, row.want)
		}
		if w.Code == 200 && strings.Contains(w.Body.String(), "month.svg?") && strings.Contains(w.Body.String(), "utm_source=mail&amp;") {
			t.Errorf("%s: the page asks for pictures with what it does not know", row.path)
		}
	}
}

// A key that stands twice, or is empty, would not keep a request from being stored
// twice.
func TestKeyHeader(t *testing.T) {
	h, _, _ := newService(t)
	ask(h, "POST", "/api/tickets", aTicket)
	for _, row := range []struct {
		keys   []string
		status int
		want   string
	}{
		{[]string{"k", "l"}, 422, `Idempotency-Key: appears 2 times, as \"k\" and as \"l\"; write it once`},
		{[]string{"k", "k"}, 422, `Idempotency-Key: appears 2 times`},
		{[]string{""}, 422, `Idempotency-Key: is empty; write a name for the request, or leave it out`},
		{[]string{"k,l"}, 201, `"seq":2`},
		{[]string{"k,l"}, 200, `"seq":2`},
		{nil, 201, `"seq":3`},
	} {
		for _, path := range []string{"/api/tickets/A/events", "/api/tickets"} {
			body := `{"kind":"updated"}`
			if path == "/api/tickets" {
				if row.status != 422 {
					continue
				}
				body = strings.Replace(aTicket, `"A"`, `"B"`, 1)
			}
			r := httptest.NewRequest("POST", path, strings.NewReader(body))
			r.Header["Authorization"] = []string{"Bearer " + testToken}
			r.Header["Idempotency-Key"] = row.keys
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != row.status || !strings.Contains(w.Body.String(), row.want) {
				t.Errorf("%s with %q: %d %s, want %d with %s", path, row.keys, w.Code, w.Body, row.status, row.want)
			}
		}
	}
}

// What is packed is said to be, and not called garbled.
func TestPackedRequest(t *testing.T) {
	h, _, _ := newService(t)
	var packed strings.Builder
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(aTicket)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		coding, body string
		status       int
		want         string
	}{
		{"gzip", packed.String(), 415, `Content-Encoding: \"gzip\" is not read here; send the text as it is, and leave the header out`},
		{"identity", aTicket, 201, `"id":"A"`},
	} {
		if w := ask(h, "POST", "/api/tickets", row.body, "Content-Encoding", row.coding); w.Code != row.status || !strings.Contains(w.Body.String(), row.want) {
			t.Errorf("%s: %d %s, want %d with %s", row.coding, w.Code, w.Body, row.status, row.want)
		}
	}
}
