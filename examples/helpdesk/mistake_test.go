package main

import (
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A field that is wrong says so, is described by the words that say what is wrong with
// it, beside its help, and has the focus; no other field has any of that. Where no
// field is wrong the words have the focus.
func TestWrongFields(t *testing.T) {
	h, _, _ := newService(t, worksDesk)
	ask(h, "POST", "/api/tickets", aTicket)
	cookie := signIn(t, h)
	purchased := url.Values{"agreement": {"purchased"}, "title": {"x"}, "severity": {"1"}, "channel": {"phone"}}
	portx := url.Values{"agreement": {"portx"}, "title": {"x"}, "severity": {"S1"}, "zone": {"UTC"}, "country": {"DE"}, "response_days": {"S1=1, S2=2, S3=3, S4=4"}}
	works := url.Values{"agreement": {"works-desk"}, "title": {"x"}, "severity": {"normal"}, "attribute-title": {"foreman"}}
	event := url.Values{"kind": {"responded"}}
	const add, open = "/tickets/A", "/tickets/new"
	for _, row := range []struct {
		path       string
		form       url.Values
		field, is  string // what is sent
		want, help string // the name of the field that is wrong, and its help
		words      string
	}{
		{open, purchased, "title", "", "title", "", "Title: a ticket needs one"},
		{open, purchased, "title", "a\nb", "title", "", "Title: &#39;\\n&#39; is a control character"},
		{open, purchased, "severity", "4", "severity", "", "&#34;4&#34; is not a severity"},
		{open, purchased, "severity", "", "severity", "", "Severity: is missing: reported carries a severity."},
		{open, purchased, "channel", "", "channel", "", "Channel: is missing: a clause asks for the channel of a report"},
		{open, purchased, "channel", "fax", "channel", "", "Channel: &#34;fax&#34; is not a channel; write phone, email or portal"},
		{open, purchased, "at", "soon", "at", "h-at ", "At: &#34;soon&#34; is not a time"},
		{open, purchased, "at", "2026-03-02T15:01:01Z", "at", "h-at ", "in the future"},
		{open, purchased, "at", "1999-12-31T23:59:59Z", "at", "h-at ", "before the year 2000"},
		{open, purchased, "at", "0001-01-01T00:00:00Z", "at", "h-at ", "before the year 2000"},
		{open, purchased, "id", "a/b", "id", "h-id ", "Id: &#34;a/b&#34;"},
		{open, purchased, "id", "A", "id", "h-id ", "the id &#34;A&#34; is taken"},
		{open, purchased, "note", "\x00", "note", "", "Note: "},
		{open, purchased, "key", "a b", "", "", "Idempotency-Key: "},
		{open, purchased, "add_ons", "gold", "add_ons", "h-add_ons ", "Customer.add_ons[0]: "},
		{open, purchased, "readings", "zone", "readings", "h-readings ", "Readings: "},
		{open, purchased, "readings", "purchased.zone=x", "readings", "h-readings ", "Readings"},
		{open, portx, "zone", "Europe/Berln", "zone", "h-zone ", "Customer.zone: "},
		{open, portx, "country", "QQ", "country", "", "Customer.country: "},
		{open, portx, "response_days", "S1=1", "response_days", "h-response_days ", "Customer.response_days[S2]: is missing"},
		{open, portx, "response_days", "S1=one", "response_days", "h-response_days ", "whole number"},
		{open, works, "attribute-tier", "tin", "attribute-tier", "", "Attributes[tier]: "},
		{open, works, "attribute-title", "", "attribute-title", "h-attribute-title ", "who calls"},
		{open, works, "attribute-title", "nobody", "attribute-title", "h-attribute-title ", "somebody must call"},
		{open, works, "attribute-allowed", "1h", "attribute-allowed", "h-attribute-allowed ", "write name=value"},
		{open, works, "attribute-allowed", "P9=1h", "attribute-allowed", "h-attribute-allowed ", "&#34;P9&#34;"},
		{open, works, "title", " ", "title", "", "Title: a ticket needs one"},
		{add, event, "kind", "exploded", "kind", "", "Kind: &#34;exploded&#34; is not a kind"},
		{add, event, "kind", "", "kind", "", "Kind: "},
		{add, event, "kind", "severity_changed", "severity", "h-severity ", "Severity: is missing: severity_changed carries a severity."},
		{add, event, "severity", "2", "severity", "h-severity ", "Severity: &#34;2&#34; must not be there: responded carries no severity."},
		{add, event, "channel", "fax", "channel", "h-channel ", "Channel: &#34;fax&#34; is not a channel; write phone, email or portal"},
		{add, event, "at", "2026-02-30 10:00", "at", "h-at ", "is not a time"},
		{add, event, "at", "2026-03-02T14:59:59Z", "at", "h-at ", "comes before the report, which must be the first"},
		{add, event, "at", "0001-01-01T00:00:00Z", "at", "h-at ", "before the year 2000"},
		{add, event, "note", strings.Repeat("x", 4001), "note", "", "4001 characters are too many"},
		{add, event, "key", "a b", "", "", "Idempotency-Key: "},
	} {
		values := url.Values{}
		maps.Copy(values, row.form)
		values.Set(row.field, row.is)
		w := form(h, row.path, values, cookie)
		if w.Code != http.StatusUnprocessableEntity && w.Code != http.StatusConflict {
			t.Errorf("%s with %s=%q: %d", row.path, row.field, row.is, w.Code)
			continue
		}
		checkMistake(t, row.path+" with "+row.field+"="+row.is, w.Body.String(), row.want, row.help, row.words)
	}
	// So it is on the page of an agreement, whose form is sent with GET.
	for _, row := range []struct{ path, want, help, words string }{
		{"/agreements/cumulocity?region=Mars&country=DE", "region", "", "Customer.region: "},
		{"/agreements/portx?zone=x&country=DE&response_days=S1%3D1,S2%3D1,S3%3D1,S4%3D1", "zone", "h-zone ", "Customer.zone: "},
		{"/agreements/works-desk?attribute-title=x&attribute-tier=tin", "attribute-tier", "", "Attributes[tier]: "},
	} {
		w := get(h, row.path, nil)
		if w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", row.path, w.Code)
		}
		checkMistake(t, row.path, w.Body.String(), row.want, row.help, row.words)
	}
	// Nothing is wrong with a form that has not been sent.
	for _, path := range []string{add, "/tickets/new?agreement=portx", "/agreements/portx"} {
		if body := get(h, path, cookie).Body.String(); strings.Contains(body, "aria-invalid") || strings.Contains(body, "autofocus") || strings.Contains(body, `id="mistake"`) {
			t.Errorf("%s:\n%s", path, body)
		}
	}
}

var (
	fieldTag  = regexp.MustCompile(`<(?:input|select|textarea) [^>]*name="([^"]*)"[^>]*>`)
	alertTag  = regexp.MustCompile(`<p class="wrong" role="alert" id="mistake"([^>]*)>([^<]*)</p>`)
	described = regexp.MustCompile(`aria-describedby="([^"]*)"`)
)

// checkMistake checks which field of a page is wrong, and how that is told.
func checkMistake(t *testing.T, where, page, want, help, words string) {
	t.Helper()
	got := map[string]string{}
	for _, tag := range fieldTag.FindAllStringSubmatch(page, -1) {
		text := tag[0]
		if strings.Contains(text, `aria-invalid="true"`) != strings.Contains(text, " autofocus") {
			t.Errorf("%s: %s", where, text)
		}
		if strings.Contains(text, `aria-invalid="true"`) {
			got[tag[1]] = described.FindStringSubmatch(text)[1]
		} else if strings.Contains(text, "mistake") {
			t.Errorf("%s: not wrong, and described as such: %s", where, text)
		}
	}
	fields := map[string]string{}
	if want != "" {
		fields[want] = help + "mistake"
	}
	if diff := cmp.Diff(fields, got); diff != "" {
		t.Errorf("%s: wrong fields and what describes them (-want +got):\n%s", where, diff)
	}
	alerts := alertTag.FindAllStringSubmatch(page, -1)
	if len(alerts) != 1 || !strings.Contains(alerts[0][2], words) {
		t.Errorf("%s: the words are %q, want one with %q", where, alerts, words)
		return
	}
	if focus := strings.Contains(alerts[0][1], `tabindex="-1" autofocus`); focus != (want == "") {
		t.Errorf("%s: the words have the focus: %t", where, focus)
	}
}
