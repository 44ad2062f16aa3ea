package main

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// An error begins with the place of the mistake in what was sent, whoever finds it, and
// never with the name of a package, which a user of the interface does not know.
func TestPlaces(t *testing.T) {
	h, _, _ := newService(t, worksDesk)
	ask(h, "POST", "/api/tickets", aTicket)
	const create, add = "/api/tickets", "/api/tickets/A/events"
	for _, row := range []struct {
		path, body string
		status     int
		want       string
	}{
		// JSON that breaks off has the place that was reached, or else line and column.
		{create, ``, 422, `the body: the text is empty; a JSON value must stand here`},
		{create, `[]`, 422, `the body: must be an object, not an array`},
		{create, "{\n \"title\" 5}", 422, `line 2, column 10 of the body: 5 must be a colon`},
		{create, "{\n  \"title\":\"x\"\n", 422, `line 3, column 1 of the body: the text ends within an object`},
		{create, `{"title":"x","customer":{"region":x}}`, 422, `customer.region: x is not a JSON value`},
		{create, `{"title":"x","severity":1}`, 422, `the body: needs \"agreement\"`},
		{create, `{"title":"x","agreement":5}`, 422, `agreement: 5 must be a string; the body: needs \"severity\"`},
		{add, `{"kind"`, 422, `line 1, column 8 of the body: the text ends within an object`},
		{add, `{"kind":"closed"} {}`, 422, `line 1, column 19 of the body: '{' must not follow the value`},
		{add, `{}`, 422, `the body: needs \"kind\"`},
		{add, `{"kind":"responded","chanel":"phone"}`, 422, `chanel: unknown field; did you mean \"channel\"?`},
		// So have mistakes that an agreement finds, however many they are.
		{create, `{"title":"x","agreement":"acme","severity":1}`, 422, `agreement: \"acme\" is not known; write purchased, cumulocity, ispsystem, portx, works-desk`},
		{create, `{"title":"x","agreement":"cumulocity","customer":[],"severity":"Crisis"}`, 422, `customer: is not an object`},
		{create, `{"title":"x","agreement":"cumulocity","customer":+1,"severity":"Crisis"}`, 422, `customer: +1 is not a JSON value`},
		{create, `{"title":"x","agreement":"cumulocity","customer":{"contry":"DE"},"severity":"Crisis"}`, 422, `customer.contry: unknown field; did you mean \"country\"?`},
		{create, `{"title":"x","agreement":"cumulocity","severity":"Crisis"}`, 422, `customer.region: is missing; write EMEA, APJ or US; customer.country: is missing; the default region closes on its public holidays: write a region code, or NONE`},
		{create, `{"title":"x","agreement":"works-desk","severity":"normal","attributes":{"tier":"tin","title":"x"}}`, 422, `attributes[tier]: \"tin\" is not one of its values; write gold or silver`},
		{create, `{"title":"x","agreement":"purchased","severity":1,"channel":"fax"}`, 422, `channel: \"fax\" is not a channel; write phone, email or portal`},
		{create, `{"title":"x","agreement":"purchased","severity":4}`, 422, `severity: \"4\" is not a severity of purchased; write 1, 2 or 3`},
		{create, `{"title":"x","agreement":"purchased","severity":1,"channel":"phone","events":[{"kind":"closed"},{"kind":"severity_changed","severity":9}]}`, 422, `events[1].severity: \"9\" is not a severity of purchased; write 1, 2 or 3`},
		{create, strings.Replace(aTicket, "down", "up", 1), 409, `conflict: the id \"A\" is taken by another ticket`},
		{add, `{"kind":"exploded"}`, 422, `kind: \"exploded\" is not a kind of event; write reported, `},
	} {
		w := ask(h, "POST", row.path, row.body)
		want := `{"error":"` + row.want
		if !strings.HasSuffix(row.want, " ") {
			want += "\"}\n"
		}
		if w.Code != row.status || !strings.HasPrefix(w.Body.String(), want) {
			t.Errorf("%s: %d %s\nwant %d %s", row.body, w.Code, w.Body, row.status, want)
		}
	}
}

// A program gets JSON, a browser its page. At an address that both ask it is the browser
// that says it takes a page, and only where somebody has followed a link.
func TestWhoAsks(t *testing.T) {
	h, _, _ := newService(t)
	ask(h, "POST", "/api/tickets", aTicket)
	const (
		browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
		image   = "image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8"
	)
	for _, row := range []struct {
		method, path, accept string
		status               int
		page                 bool
		want                 string
	}{
		{"GET", "/tickets/A/picture.svg?width=1", "*/*", 400, false, `width: \"1\" is not a number from 360 to 4000`},
		{"GET", "/tickets/A/picture.svg?width=1", "", 400, false, `width: \"1\" is not`},
		{"GET", "/tickets/A/picture.svg?width=1", image, 400, false, `width: \"1\" is not`},
		{"GET", "/tickets/A/picture.svg?width=1", browser, 400, true, `<p>Width: &#34;1&#34; is not`},
		{"GET", "/tickets/none/picture.svg", "*/*", 404, false, `there is no ticket with this id`},
		{"GET", "/tickets/none/picture.svg", browser, 404, true, `<p>There is no ticket with this id.</p>`},
		{"POST", "/tickets/A/picture.svg", "*/*", 405, false, `This address takes GET, HEAD, not POST.`},
		{"GET", "/agreements/none/month.svg", "*/*", 404, false, `There is no agreement none.`},
		{"GET", "/agreements/none/month.svg", browser, 404, true, `<p>There is no agreement none.</p>`},
		{"GET", "/agreements/purchased/month.svg?calendar=24x7&month=0000-01", "*/*", 400, false, `"error":"month: date \"0000-01-01\": the year must be 1 to 9999"`},
		{"GET", "/tickets/none", "*/*", 404, true, `There is no ticket`},
		{"GET", "/api/tickets/none", browser, 404, false, `there is no ticket`},
		{"GET", "/api", browser, 404, false, `There is nothing`},
		{"POST", "/metrics", "*/*", 405, false, `This address takes GET, HEAD`},
		{"GET", "/healthz", browser, 200, false, `ok`},
	} {
		w := ask(h, row.method, row.path, "", "Accept", row.accept)
		kind := w.Header().Get("Content-Type")
		if w.Code != row.status || strings.HasPrefix(kind, "text/html") != row.page || !strings.Contains(w.Body.String(), row.want) {
			t.Errorf("%s %s of %q: %d %s %s\nwant %d, a page: %t, with %s", row.method, row.path, row.accept, w.Code, kind, w.Body, row.status, row.page, row.want)
		}
	}
}

// What another site made a browser send is refused in words for whoever reads them: a
// program, which has no form, is told which header it is.
func TestOtherSite(t *testing.T) {
	h, _, _ := newService(t)
	const siteForm = "This form was sent from another site. Open the page here and send it again."
	for _, row := range []struct {
		path, header, value string
		status              int
		kind, want          string
	}{
		{"/api/tickets", "Origin", "https://other.example", 403, "application/json",
			`{"error":"Origin: \"https://other.example\": the request comes from another site than \"example.com\", which it is sent to; pages of other sites cannot write here, and a program leaves this header out"}`},
		{"/api/tickets", "Sec-Fetch-Site", "cross-site", 403, "application/json",
			`{"error":"Sec-Fetch-Site: \"cross-site\": the request comes from another site; pages of other sites cannot write here, and a program leaves this header out"}`},
		{"/tickets/new", "Origin", "https://other.example", 403, "text/html; charset=utf-8", siteForm},
		{"/login", "Sec-Fetch-Site", "cross-site", 403, "text/html; charset=utf-8", siteForm},
		{"/api/tickets", "Origin", "http://example.com", 201, "application/json", `"id":"A"`},
	} {
		w := ask(h, "POST", row.path, aTicket, row.header, row.value)
		if got := w.Header().Get("Content-Type"); w.Code != row.status || got != row.kind || !strings.Contains(w.Body.String(), row.want) {
			t.Errorf("%s with %s: %d %s %s\nwant %d %s with %s", row.path, row.header, w.Code, got, w.Body, row.status, row.kind, row.want)
		}
	}
}

// A reader of the notices that has one which there is not is told so, with the last one
// that there is: its database is another one. One that has read all is not.
func TestNoticesBeyond(t *testing.T) {
	h, d, c := newService(t)
	const behind = "is beyond the last notice, which is %d: the database was restored, replaced or emptied; go on after %d, or read again from 0\",\"last\":%d}\n"
	check := func(after string, status int, want string) {
		t.Helper()
		if w := ask(h, "GET", "/api/notices?after="+after, ""); w.Code != status || !strings.HasPrefix(w.Body.String(), want) {
			t.Errorf("after %s: %d %s\nwant %d %s", after, w.Code, w.Body, status, want)
		}
	}
	beyond := func(after string, last int) {
		t.Helper()
		check(after, http.StatusConflict, `{"error":"after: `+after+" "+fmt.Sprintf(behind, last, last, last))
	}
	const none = "{\"notices\":[]}\n"
	check("0", 200, none)
	beyond("1", 0)
	beyond("9223372036854775807", 0)
	for _, id := range []string{"A", "B"} { // two that are due within the hour (PUR-3)
		ask(h, "POST", "/api/tickets", strings.Replace(aTicket, `"A"`, `"`+id+`"`, 1))
	}
	c.now = c.now.Add(2 * time.Hour)
	if _, err := d.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	check("0", 200, `{"notices":[{"seq":1,`)
	check("1", 200, `{"notices":[{"seq":2,`)
	check("2", 200, none)
	beyond("3", 2)
}
