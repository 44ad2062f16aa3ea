package main

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

// signIn returns the cookie of a browser that has signed in.
func signIn(t testing.TB, h http.Handler) *http.Cookie {
	t.Helper()
	w := form(h, "/login", url.Values{"token": {testToken}, "next": {"/"}}, nil, "Sec-Fetch-Site", "same-origin")
	if w.Code != http.StatusSeeOther || len(w.Result().Cookies()) != 1 {
		t.Fatalf("sign in: %d %s", w.Code, w.Body)
	}
	return w.Result().Cookies()[0]
}

// form sends a form as a browser does.
func form(h http.Handler, path string, values url.Values, cookie *http.Cookie, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	if cookie != nil {
		r.AddCookie(cookie)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// get asks for a page.
func get(h http.Handler, path string, cookie *http.Cookie) *httptest.ResponseRecorder {
	r := httptest.NewRequest("GET", path, nil)
	if cookie != nil {
		r.AddCookie(cookie)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// What the pages show, and how they fail.
func TestPages(t *testing.T) {
	h, _, _ := newService(t)
	ask(h, "POST", "/api/tickets", aTicket)
	ask(h, "POST", "/api/tickets", `{"id":"P","title":"file","agreement":"portx","customer":{"zone":"Europe/Berlin","country":"DE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}},"severity":"S2"}`)
	cookie := signIn(t, h)
	for _, row := range []struct {
		path   string
		cookie *http.Cookie
		status int
		want   []string
	}{
		{"/", nil, 200, []string{`href="/tickets/A"`, "Breaching next <span class=\"number\">2</span>", `data-until="2026-03-02T11:00:00-05:00"`, "in 1 h 0 min"}},
		{"/?list=overdue", nil, 200, []string{"Nothing is overdue."}},
		{"/?list=none", nil, 404, []string{"There is no such list"}},
		{"/?after=x", nil, 400, []string{"not what a page before gave"}},
		{"/tickets/A", nil, 200, []string{"PUR-3", "1 h", "Sign in</a> to add events"}},
		{"/tickets/A", cookie, 200, []string{"Add the event", `value="info_requested">info requested`}},
		{"/tickets/P", nil, 200, []string{`href="/agreements/portx?country=DE&amp;response_days=S1%3D1%2C&#43;S2%3D2%2C&#43;S3%3D3%2C&#43;S4%3D5&amp;zone=Europe%2FBerlin"`}},
		{"/tickets/none", nil, 404, []string{"There is no ticket with this id.", `href="/tickets/new"`}},
		{"/tickets/new", cookie, 200, []string{`href="/tickets/new?agreement=portx"`}},
		{"/tickets/new?agreement=portx", cookie, 200, []string{"Business days to a response", "<option value=\"S1\""}},
		{"/tickets/new?agreement=acme", cookie, 404, []string{"There is no agreement acme."}},
		{"/agreements", nil, 200, []string{`href="/agreements/cumulocity"`}},
		{"/agreements/purchased", nil, 200, []string{"8 h", "PUR-4", "08:00–20:00"}},
		{"/agreements/cumulocity?region=EMEA&country=GB-ENG", nil, 200, []string{"Regional Director", "Good Friday", "Open round the clock."}},
		{"/agreements/cumulocity?region=Mars", nil, 422, []string{"Mars", `aria-invalid="true"`}},
		{"/agreements/portx?zone=Europe/Berlin&country=DE&response_days=S1", nil, 422, []string{"write name=value"}},
		{"/agreements/none", nil, 404, []string{"There is no agreement none."}},
		{"/nothing", nil, 404, []string{"There is nothing at this address."}},
		{"/login?next=/tickets/A", nil, 200, []string{`name="next" value="/tickets/A"`, `class="signin" href="/login?next=%2ftickets%2fA"`}},
		{"/agreements/purchased?readings=zone", nil, 422, []string{"Readings: &#34;zone&#34;: write name=value"}},
		{"/static/nothing", nil, 404, nil},
		{"/static/style.css", nil, 200, []string{"prefers-color-scheme"}},
	} {
		w := get(h, row.path, row.cookie)
		if w.Code != row.status {
			t.Errorf("%s: %d, want %d\n%s", row.path, w.Code, row.status, w.Body)
		}
		for _, want := range row.want {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s lacks %s\n%s", row.path, want, w.Body)
			}
		}
		if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: Content-Security-Policy: %q", row.path, csp)
		}
	}
}

// A notice that a late event took back says so.
func TestNoticeTakenBack(t *testing.T) {
	h, d, c := newService(t)
	ask(h, "POST", "/api/tickets", aTicket)
	c.now = c.now.Add(2 * time.Hour)
	if _, err := d.Advance(t.Context()); err != nil {
		t.Fatal(err)
	}
	const said = "no longer so"
	if body := get(h, "/tickets/A", nil).Body.String(); !strings.Contains(body, "response/2026-03-02T15:00:00Z/due") || strings.Contains(body, said) {
		t.Errorf("before the late event:\n%s", body)
	}
	if w := ask(h, "POST", "/api/tickets/A/events", `{"kind":"responded","at":"2026-03-02T15:30:00Z"}`); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	if body := get(h, "/tickets/A", nil).Body.String(); !strings.Contains(body, "response/2026-03-02T15:00:00Z/due") || !strings.Contains(body, said) {
		t.Errorf("after it:\n%s", body)
	}
}

// What people write is shown as they wrote it, and is never part of a page.
func TestEscaped(t *testing.T) {
	h, _, _ := newService(t, worksDesk)
	const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
	cookie := signIn(t, h)
	w := form(h, "/tickets/new", url.Values{
		"agreement": {"purchased"}, "id": {"E"}, "title": {evil}, "severity": {"1"}, "channel": {"phone"}, "note": {evil},
	}, cookie, "Sec-Fetch-Site", "same-origin")
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	w = form(h, "/tickets/new", url.Values{"agreement": {"works-desk"}, "id": {"D"}, "title": {evil}, "severity": {"normal"}, "attribute-title": {evil}}, cookie)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	wrong := form(h, "/tickets/E", url.Values{"kind": {evil}, "severity": {evil}, "channel": {evil}, "at": {evil}, "note": {evil}, "key": {evil}}, cookie)
	if w := form(h, "/tickets/E", url.Values{"kind": {"responded"}, "note": {evil}}, cookie); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	bad := form(h, "/tickets/new", url.Values{"agreement": {"purchased"}, "title": {evil}, "id": {evil}, "severity": {evil}, "readings": {evil}}, cookie, "Sec-Fetch-Site", "same-origin")
	for name, body := range map[string]string{
		"ticket of a document": get(h, "/tickets/D", cookie).Body.String(), "its picture": get(h, "/tickets/D/picture.svg", nil).Body.String(), "event form": wrong.Body.String(),
		"agreement of a document": get(h, "/agreements/works-desk?attribute-tier="+url.QueryEscape(evil)+"&attribute-title="+url.QueryEscape(evil), nil).Body.String(),
		"another method":          form(h, "/"+url.PathEscape(evil), nil, nil).Body.String(), "a list": get(h, "/?list="+url.QueryEscape(evil), nil).Body.String(),
		"queue": get(h, "/", nil).Body.String(), "ticket": get(h, "/tickets/E", nil).Body.String(), "form": bad.Body.String(),
		"login": get(h, "/login?next="+url.QueryEscape("/"+evil), nil).Body.String(), "agreement": get(h, "/agreements/purchased?add_ons="+url.QueryEscape(evil), nil).Body.String(),
		"address": get(h, "/"+url.PathEscape(evil), nil).Body.String(),
	} {
		if strings.Contains(body, "<script>alert") || strings.Contains(body, "<img src=x") {
			t.Errorf("%s has it as it was written:\n%s", name, body)
		}
	}
	for _, path := range []string{"/tickets/E", "/tickets/D"} {
		if body := get(h, path, nil).Body.String(); strings.Count(body, "&lt;script&gt;alert(1)") < 3 { // the page's title, its heading, and a note or an attribute
			t.Errorf("%s does not show it:\n%s", path, body)
		}
	}
}

// Who sends a form, goes back, and sends it with something else, is told, and can add
// that as well.
func TestFormWithOtherContent(t *testing.T) {
	h, _, _ := newService(t)
	cookie := signIn(t, h)
	ticket := url.Values{"agreement": {"purchased"}, "id": {"A"}, "title": {"down"}, "severity": {"1"}, "channel": {"phone"}, "key": {"one"}}
	event := url.Values{"kind": {"responded"}, "key": {"two"}}
	for _, row := range []struct {
		path       string
		values     url.Values
		field, set string
		is         string
	}{{"/tickets/new", ticket, "id", "B", "a ticket already"}, {"/tickets/A", event, "note", "once more", "an event already"}} {
		for range 2 {
			if w := form(h, row.path, row.values, cookie); w.Code != http.StatusSeeOther {
				t.Fatalf("%s: %d %s", row.path, w.Code, w.Body)
			}
		}
		row.values.Set(row.field, row.set)
		w := form(h, row.path, row.values, cookie)
		if w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), row.is) {
			t.Errorf("%s with other content: %d %s", row.path, w.Code, w.Body)
		}
		_, rest, _ := strings.Cut(w.Body.String(), `name="key" autocomplete="off" value="`)
		key, _, _ := strings.Cut(rest, `"`)
		row.values.Set("key", key)
		if w := form(h, row.path, row.values, cookie); w.Code != http.StatusSeeOther {
			t.Errorf("%s again with key %q: %d %s", row.path, key, w.Code, w.Body)
		}
	}
	if body := ask(h, "GET", "/api/tickets/A", "").Body.String(); strings.Count(body, `"kind":"responded"`) != 2 || strings.Count(body, "once more") != 1 {
		t.Errorf("the events: %s", body)
	}
	if w := ask(h, "GET", "/api/tickets/B", ""); w.Code != http.StatusOK {
		t.Errorf("the second ticket: %d", w.Code)
	}
}

// The page says why each step of a ladder and each owner is as it is, and of owners
// without end it shows the latest.
func TestTicketPageReasons(t *testing.T) {
	h, _, c := newService(t)
	c.now = time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	if w := ask(h, "POST", "/api/tickets", `{"id":"C","title":"down","agreement":"cumulocity","customer":{"region":"EMEA","country":"DE"},"severity":"Crisis","channel":"phone"}`); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	c.now = c.now.Add(25 * time.Hour) // the first manager is told after a day
	_, steps, _ := strings.Cut(get(h, "/tickets/C", nil).Body.String(), `id="escalation"`)
	steps, owners, _ := strings.Cut(steps, `id="owners"`)
	owners, _, _ = strings.Cut(owners, `</section>`)
	for _, want := range []string{`<summary>Step 1: <span class="state reached">reached</span></summary>`, `<summary>Step 2: <span class="state pending">pending</span></summary>`,
		`<ol class="steps">`, `Tue 3 Mar 2026, 10:00 <span class="zone">&#43;01:00</span></time>: `, `<span class="clause">CUM-7</span>`} {
		if !strings.Contains(steps, want) {
			t.Errorf("the steps lack %s\n%s", want, steps)
		}
	}
	// EMEA, and at its closing the US, then APJ, then EMEA.
	if strings.Count(owners, "<li>") != 4 || strings.Count(owners, `<span class="clause">CUM-`) != 4 || strings.Contains(owners, "not shown") {
		t.Errorf("the owners:\n%s", owners)
	}
	c.now = c.now.AddDate(0, 1, 0)
	_, owners, _ = strings.Cut(get(h, "/tickets/C", nil).Body.String(), `id="owners"`)
	owners, _, _ = strings.Cut(owners, `</section>`)
	if strings.Count(owners, "<li>") != 50 || !strings.Contains(owners, "earlier owners are not shown") {
		t.Errorf("the owners after a month:\n%s", owners)
	}
}

// A form needs a session of this service and must come from this site.
func TestForms(t *testing.T) {
	h, _, _ := newService(t)
	ask(h, "POST", "/api/tickets", aTicket)
	cookie := signIn(t, h)
	forged := *cookie
	forged.Value = forged.Value[:len(forged.Value)-2] + "AA"
	event := url.Values{"kind": {"responded"}, "key": {"one"}}
	with := func(name, value string) url.Values {
		v := url.Values{"kind": {"responded"}, "key": {"two"}}
		v.Set(name, value)
		return v
	}
	for _, row := range []struct {
		name   string
		path   string
		values url.Values
		cookie *http.Cookie
		header []string
		status int
		want   string
	}{
		{"no session", "/tickets/A", event, nil, []string{"Sec-Fetch-Site", "same-origin"}, 401, "Sign in"},
		{"a forged session", "/tickets/A", event, &forged, []string{"Sec-Fetch-Site", "same-origin"}, 401, "Sign in"},
		{"from another site", "/tickets/A", event, cookie, []string{"Sec-Fetch-Site", "cross-site"}, 403, "another site"},
		{"from another host", "/tickets/A", event, cookie, []string{"Origin", "https://evil.example"}, 403, "another site"},
		{"a wrong token", "/login", url.Values{"token": {"no"}}, nil, []string{"Sec-Fetch-Site", "same-origin"}, 403, "That is not the token."},
		{"a token and another site to go to", "/login", url.Values{"token": {testToken}, "next": {"//evil.example"}}, nil, nil, 303, ""},
		{"no kind", "/tickets/A", with("kind", ""), cookie, nil, 422, "kind"},
		{"a time that is none", "/tickets/A", with("at", "yesterday"), cookie, nil, 422, "is not a time"},
		{"a severity that does not belong", "/tickets/A", with("severity", "2"), cookie, nil, 422, "severity"},
		{"no ticket", "/tickets/none", event, cookie, nil, 404, "There is no ticket"},
		{"an event", "/tickets/A", event, cookie, []string{"Sec-Fetch-Site", "same-origin"}, 303, ""},
		{"the form again", "/tickets/A", event, cookie, []string{"Sec-Fetch-Site", "same-origin"}, 303, ""},
		{"too large", "/tickets/A", with("note", strings.Repeat("x", 70000)), cookie, nil, 413, "64 KiB"},
	} {
		w := form(h, row.path, row.values, row.cookie, row.header...)
		if w.Code != row.status || !strings.Contains(w.Body.String(), row.want) {
			t.Errorf("%s: %d, want %d with %q\n%s", row.name, w.Code, row.status, row.want, w.Body)
		}
		if location := w.Header().Get("Location"); strings.HasPrefix(location, "//") {
			t.Errorf("%s: sent to %s", row.name, location)
		}
	}
	if body := ask(h, "GET", "/api/tickets/A", "").Body.String(); strings.Count(body, `"kind":"responded"`) != 1 {
		t.Errorf("the event does not stand there once: %s", body)
	}
}

// A text that runs from right to left, or turns what follows it, turns nothing but
// itself.
func TestDirection(t *testing.T) {
	h, _, _ := newService(t)
	const title = "\u202egnp.exe"
	if w := ask(h, "POST", "/api/tickets", strings.Replace(aTicket, "down", title, 1)); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	for path, want := range map[string]string{"/": `<bdi>` + title + `</bdi></a> <span class="minor">A</span>`, "/tickets/A": `<h1><bdi>` + title + `</bdi> <span class="minor">A</span>`} {
		if body := get(h, path, nil).Body.String(); !strings.Contains(body, want) {
			t.Errorf("%s lacks %s\n%s", path, want, body)
		}
	}
}
