package main

import (
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
)

// wellFormed returns the error of a text that is no XML.
func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// The picture of a ticket shows it as of an instant, is kept for as long as it is
// the same, and lets in nothing but its own style.
func TestTicketPicture(t *testing.T) {
	h, _, _ := newService(t)
	if w := ask(h, "POST", "/api/tickets", strings.Replace(aTicket, "down", "<script>1</script> & more", 1)); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	const path = "/tickets/A/picture.svg?as_of=2026-03-02T15:30:00Z&width=360"
	page := get(h, "/tickets/A", nil).Body.String()
	for _, want := range []string{`<img src="/tickets/A/picture.svg?as_of=2026-03-02T15%3A00%3A00Z&amp;width=1180" alt="Picture of the clocks over time. The table below has the same in words." width="1180" height="`, `<source media="(max-width: 430px)" srcset="/tickets/A/picture.svg?as_of=2026-03-02T15%3A00%3A00Z&amp;width=360"`,
		`alt="Picture of the clocks`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s\n%s", want, page)
		}
	}
	w := get(h, path, nil)
	svg := w.Body.String()
	if err := wellFormed(svg); err != nil || w.Code != http.StatusOK || w.Header().Get("Content-Type") != "image/svg+xml" {
		t.Fatalf("%d %v %v\n%s", w.Code, w.Header(), err, svg)
	}
	if !strings.Contains(svg, "&lt;script&gt;1") || strings.Contains(svg, "<script") {
		t.Errorf("the title is not shown as it was written:\n%s", svg)
	}
	if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'; style-src 'sha256-") || strings.Contains(csp, "unsafe") {
		t.Errorf("Content-Security-Policy: %q", csp)
	}
	// The page knows the height: nothing on it moves when the picture has come.
	for _, width := range []string{"360", "700", "1180"} {
		svg := get(h, "/tickets/A/picture.svg?as_of=2026-03-02T15:00:00Z&width="+width, nil).Body.String()
		_, size, _ := strings.Cut(svg, ` width="`)
		size, _, _ = strings.Cut(size, ` viewBox`)
		if !strings.HasPrefix(size, width+`" height="`) || !strings.Contains(page, ` width="`+size) {
			t.Errorf("the page does not say that the picture has width=\"%s", size)
		}
	}
	tag := w.Header().Get("ETag")
	if again := ask(h, "GET", path, "", "If-None-Match", tag); again.Code != http.StatusNotModified || again.Body.Len() > 0 {
		t.Errorf("the same picture again: %d", again.Code)
	}
	if w := get(h, strings.Replace(path, "15:30:00", "15:31:00", 1), nil); w.Header().Get("ETag") == tag {
		t.Error("another instant has the same tag")
	}
	// A late event changes what was so at half past three.
	if w := ask(h, "POST", "/api/tickets/A/events", `{"kind":"responded","at":"2026-03-02T15:00:00Z"}`); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	if again := ask(h, "GET", path, "", "If-None-Match", tag); again.Code != http.StatusOK || again.Header().Get("ETag") == tag {
		t.Errorf("after a late event: %d", again.Code)
	}
}

// Months of an agreement's calendars, and addresses of pictures that are wrong.
func TestPictures(t *testing.T) {
	h, _, _ := newService(t, worksDesk)
	if w := ask(h, "POST", "/api/tickets", aTicket); w.Code != http.StatusCreated {
		t.Fatal(w.Body)
	}
	for _, row := range []struct {
		path   string
		status int
		want   string
	}{
		{"/tickets/A/picture.svg", 200, "response"},
		{"/tickets/A/picture.svg?as_of=2026-03-01T00:00:00Z", 200, "</svg>"},
		{"/tickets/A/picture.svg?as_of=noon", 400, "as_of"},
		{"/tickets/A/picture.svg?as_of=2126-03-02T15:00:00Z", 400, "two years ahead"},
		{"/tickets/A/picture.svg?width=359", 400, "360 to 4000"},
		{"/tickets/A/picture.svg?width=4001", 400, "360 to 4000"},
		{"/tickets/none/picture.svg", 404, "no ticket"},
		{"/agreements/cumulocity", 200, "month.svg?calendar="},
		{"/agreements/works-desk/month.svg?calendar=office&month=2026-05&attribute-title=x", 200, "May 2026"},
		{"/agreements/works-desk/month.svg?calendar=always&month=2026-05&at=2026-04-01T00:00:00Z", 404, `none called \"always\"; write one of office`}, // the later version has none
		{"/agreements/works-desk/month.svg?calendar=always&month=2026-05&at=2026-03-31T21:59:59Z", 200, "May 2026"},
		{"/agreements/works-desk/month.svg?calendar=office&month=2026-13", 400, "is not a month"},
		{"/agreements/works-desk/month.svg?calendar=office&month=0000-01", 400, "0"},
		{"/agreements/works-desk/month.svg?calendar=office&month=2026-05&attribute-tier=tin&attribute-title=x", 422, "tin"},
		{"/agreements/purchased?at=9999-12-31T23:59:59Z", 200, "month=9999-12"},
		{"/agreements/purchased?at=0001-01-01T00:00:00Z", 200, "is outside the years 1 to 9999."}, // west of Greenwich
		{"/agreements/none/month.svg?calendar=office&month=2026-05", 404, "no agreement"},
	} {
		w := get(h, row.path, nil)
		if w.Code != row.status || !strings.Contains(w.Body.String(), row.want) {
			t.Errorf("%s: %d, want %d with %q\n%s", row.path, w.Code, row.status, row.want, w.Body)
		}
		if w.Code == http.StatusOK && strings.Contains(row.path, ".svg") {
			if err := wellFormed(w.Body.String()); err != nil {
				t.Errorf("%s: %v", row.path, err)
			}
		}
	}
}

// A page at the ends of the calendar asks for no picture that there is none of, and
// does not call hours that it cannot tell round the clock.
func TestEndsOfCalendar(t *testing.T) {
	h, _, _ := newService(t)
	for _, row := range []struct {
		at    string
		lacks []string
	}{
		{"9999-12-31T23:59:59Z", []string{"month=10000", "calendar: date"}},
		{"0001-01-01T00:00:00Z", []string{"month=0000", "round the clock", "calendar: instant"}},
	} {
		body := get(h, "/agreements/purchased?at="+row.at, nil).Body.String()
		for _, lacks := range row.lacks {
			if strings.Contains(body, lacks) {
				t.Errorf("at %s: the page has %q\n%s", row.at, lacks, body)
			}
		}
	}
}
