package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A request that is sent again is the same one however its JSON is written: programs
// keep objects without an order.
func TestRepeatedOtherwise(t *testing.T) {
	h, _, _ := newService(t, worksDesk)
	const (
		cumulocity = `{"id":"C","title":"down","agreement":"cumulocity","severity":"Crisis","channel":"phone","at":"2026-03-02T14:00:00Z",` +
			`"customer":{"region":"EMEA","country":"DE","hub_holidays":{"APJ":"MY-14","US":"US"}},"readings":{"cumulocity.zone":"fixed","cumulocity.no_call":"never"}}`
		portx = `{"id":"P","title":"slow","agreement":"portx","severity":"S1","customer":{"zone":"UTC","country":"DE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}}}`
		works = `{"id":"W","title":"door","agreement":"works-desk","severity":"normal","attributes":{"title":"foreman","tier":"gold"}}`
	)
	for _, row := range []struct {
		name, first, again string
		status             int
	}{
		{"fields of the customer", cumulocity, strings.Replace(cumulocity, `"region":"EMEA","country":"DE"`, `"country":"DE","region":"EMEA"`, 1), 200},
		{"names within one", cumulocity, strings.Replace(cumulocity, `"APJ":"MY-14","US":"US"`, `"US":"US","APJ":"MY-14"`, 1), 200},
		{"readings", cumulocity, strings.Replace(cumulocity, `"cumulocity.zone":"fixed","cumulocity.no_call":"never"`, `"cumulocity.no_call":"never", "cumulocity.zone":"fixed"`, 1), 200},
		{"escapes", cumulocity, strings.NewReplacer(`"DE"`, `"\u0044E"`, `"down"`, `"d\u006fwn"`, `"region"`, `"r\u0065gion"`).Replace(cumulocity), 200},
		{"the same instant", cumulocity, strings.Replace(cumulocity, `14:00:00Z`, `15:00:00.000+01:00`, 1), 200},
		{"the severity in small letters", cumulocity, strings.Replace(cumulocity, `"Crisis"`, `"crisis"`, 1), 200},
		{"another country", cumulocity, strings.Replace(cumulocity, `"DE"`, `"AT"`, 1), 409},
		{"another holiday", cumulocity, strings.Replace(cumulocity, `"MY-14"`, `"MY-10"`, 1), 409},
		{"another reading", cumulocity, strings.Replace(cumulocity, `"fixed"`, `"local"`, 1), 409},
		{"numbers by name", portx, strings.Replace(portx, `"S1":1,"S2":2,`, ` "S2" : 2 , "S1":1,`, 1), 200},
		{"another number", portx, strings.Replace(portx, `"S4":5`, `"S4":6`, 1), 409},
		{"attributes", works, strings.Replace(works, `"title":"foreman","tier":"gold"`, `"tier":"g\u006fld","title":"foreman"`, 1), 200},
		{"another attribute", works, strings.Replace(works, `"gold"`, `"silver"`, 1), 409},
		{"one that is left out", works, strings.Replace(works, `,"tier":"gold"`, ``, 1), 409},
		{"a severity as a number", aTicket, strings.Replace(aTicket, `"severity":1`, `"severity":"1"`, 1), 200},
	} {
		if row.again == row.first {
			t.Fatalf("%s: nothing is written otherwise", row.name)
		}
		if w := ask(h, "POST", "/api/tickets", row.first); w.Code != 201 && w.Code != 200 {
			t.Fatalf("%s: %d %s", row.name, w.Code, w.Body)
		}
		if w := ask(h, "POST", "/api/tickets", row.again); w.Code != row.status {
			t.Errorf("%s: %d %s, want %d", row.name, w.Code, w.Body, row.status)
		}
	}
}

// A ticket that was stored with its terms as they had come is still the one that its
// request made; and what cannot be read any more is only the same as a text.
func TestRepeatedOld(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "old.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	h, _, c := serviceOn(t, s)
	for id, customer := range map[string]string{"OLD": `{"country":"DE","region":"EMEA"}`, "GONE": `{"planet":"Mars"}`} {
		if err := s.Update(t.Context(), func(tx *store.Tx) error {
			ticket := &store.Ticket{
				ID: id, Title: "down", Terms: store.Terms{Agreement: "cumulocity", Customer: customer, Readings: "{}", Attributes: "{}"},
				Received: c.now, Told: c.now,
			}
			if err := tx.Create(t.Context(), ticket); err != nil {
				return err
			}
			return tx.AddEvent(t.Context(), ticket, store.Event{At: c.now, Kind: "reported", Severity: "Crisis", Channel: "phone", Received: c.now})
		}); err != nil {
			t.Fatal(err)
		}
	}
	c.now = c.now.Add(time.Minute)
	for _, row := range []struct {
		id, customer string
		status       int
	}{
		{"OLD", `{"country":"DE","region":"EMEA"}`, 200},
		{"OLD", `{"region":"EMEA","country":"DE"}`, 200},
		{"OLD", `{"region":"EMEA","country":"AT"}`, 409},
		{"GONE", `{"region":"EMEA","country":"DE"}`, 409},
	} {
		body := `{"id":"` + row.id + `","title":"down","agreement":"cumulocity","severity":"Crisis","channel":"phone","customer":` + row.customer + `}`
		if w := ask(h, "POST", "/api/tickets", body); w.Code != row.status {
			t.Errorf("%s with %s: %d %s, want %d", row.id, row.customer, w.Code, w.Body, row.status)
		}
	}
}
