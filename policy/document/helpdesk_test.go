package document_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// ask answers a ticket of the made-up helpdesk of testdata: further fields of the
// ticket, and its events as "at kind severity".
func ask(t *testing.T, d *document.Document, asOf, fields string, events ...string) ([]byte, error) {
	t.Helper()
	list := make([]string, len(events))
	for i, e := range events {
		parts := strings.Fields(e)
		list[i] = fmt.Sprintf(`{"at":%q,"kind":%q`, parts[0], parts[1])
		if len(parts) > 2 {
			list[i] += fmt.Sprintf(`,"severity":%q`, parts[2])
		}
		list[i] += "}"
	}
	if fields != "" {
		fields += ","
	}
	line := fmt.Sprintf(`{"agreement":%q,"as_of":%q,%s"events":[%s]}`, d.Name, asOf, fields, strings.Join(list, ","))
	var ticket policy.Ticket
	if err := ticket.UnmarshalJSON([]byte(line)); err != nil {
		t.Fatal(err)
	}
	return answerBy(&ticket, false, func() (*policy.Policy, error) { return d.Policy(&ticket) })
}

// clocks returns the clocks of a metric in an answer: round, due time and state.
func clocks(t *testing.T, answer []byte, metric string) string {
	t.Helper()
	var a struct {
		Clocks []struct {
			Metric, Due, State string
			Round              int
		}
		Escalation []struct {
			To, At, State, Metric string
		}
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range a.Clocks {
		if c.Metric == metric {
			all = append(all, fmt.Sprintf("%d %s %s", c.Round, c.Due, c.State))
		}
	}
	for _, e := range a.Escalation {
		if "to "+e.To == metric {
			all = append(all, e.At+" "+e.State)
		}
	}
	return strings.Join(all, "; ")
}

// TestHelpdesk has what other helpdesks promise. 2026-03-02 is a Monday; the
// office is open from 09:00 to 17:00 UTC on weekdays.
func TestHelpdesk(t *testing.T) {
	d := mustRead(t, "helpdesk")
	const monday = "2026-03-02T"
	urgent, normal := monday+"10:00:00Z reported urgent", monday+"10:00:00Z reported normal"
	for _, test := range []struct {
		name, asOf, fields string
		events             []string
		metric, want       string
	}{
		{"first response", monday + "10:00:00Z", ``, []string{urgent}, "first response", "1 2026-03-02T11:00:00Z running"},
		{"an alias of the level", monday + "10:00:00Z", ``, []string{monday + "10:00:00Z reported p1"}, "first response", "1 2026-03-02T11:00:00Z running"},
		{"by tier", monday + "10:00:00Z", `"attributes":{"tier":"gold"}`, []string{urgent}, "first response", "1 2026-03-02T10:15:00Z running"},
		{"the tier as the customer's", monday + "10:00:00Z", `"customer":{"tier":"gold"}`, []string{urgent}, "first response", "1 2026-03-02T10:15:00Z running"},
		{"the most specific wins", monday + "10:00:00Z", `"attributes":{"tier":"gold","customer":"acme"}`, []string{urgent}, "first response", "1 2026-03-02T10:05:00Z running"},
		{"of two conditions one does not hold", monday + "10:00:00Z", `"attributes":{"customer":"acme"}`, []string{urgent}, "first response", "1 2026-03-02T11:00:00Z running"},
		{"hours without a freeze", "2026-03-03T11:30:00Z", ``, []string{"2026-03-03T11:30:00Z reported urgent"}, "first response", "1 2026-03-03T13:30:00Z running"},
		{"a business day at the same time", monday + "10:00:00Z", ``, []string{normal}, "first response", "1 2026-03-03T10:00:00Z running"},
		{"a business day from the next opening", "2026-03-01T12:00:00Z", ``, []string{"2026-03-01T12:00:00Z reported normal"}, "first response", "1 2026-03-03T09:00:00Z running"},
		{"next response from the first message that is not answered", monday + "10:50:00Z", ``,
			[]string{normal, monday + "10:30:00Z customer_replied", monday + "10:45:00Z customer_replied"}, "next response", "1 2026-03-02T14:30:00Z running"},
		{"next response, once more", monday + "12:00:00Z", ``,
			[]string{normal, monday + "10:30:00Z customer_replied", monday + "11:00:00Z responded", monday + "12:00:00Z customer_replied"},
			"next response", "1 2026-03-02T14:30:00Z met; 2 2026-03-02T16:00:00Z running"},
		{"a periodic update", monday + "11:00:00Z", ``, []string{urgent, monday + "11:00:00Z updated"}, "update", "1 2026-03-02T12:00:00Z met; 2 2026-03-02T13:00:00Z running"},
		{"open hours", monday + "10:00:00Z", ``, []string{urgent}, "resolution", "1 2026-03-03T10:00:00Z running"},
		{"days of 24 hours beside open hours", monday + "10:00:00Z", ``, []string{urgent}, "elapsed", "1 2026-03-05T10:00:00Z running"},
		{"due at closing stays", monday + "09:00:00Z", ``, []string{monday + "09:00:00Z reported urgent"}, "resolution", "1 2026-03-02T17:00:00Z running"},
		{"due at closing moves", monday + "09:00:00Z", `"readings":{"helpdesk.closing":"next"}`, []string{monday + "09:00:00Z reported urgent"}, "resolution", "1 2026-03-03T09:00:00Z running"},
		{"due a second before closing stays", monday + "09:00:00Z", `"readings":{"helpdesk.closing":"next"}`, []string{monday + "08:59:59Z reported urgent"}, "resolution", "1 2026-03-03T09:00:00Z running"},
		{"a time by attribute", monday + "10:00:00Z", `"attributes":{"agreed.urgent":"2h"}`, []string{urgent}, "resolution", "1 2026-03-02T12:00:00Z running"},
		{"business days by attribute", monday + "10:00:00Z", `"attributes":{"agreed.P1":"1 business day"}`, []string{urgent}, "resolution", "1 2026-03-03T17:00:00Z running"},
		{"a pause", monday + "14:00:00Z", ``, []string{urgent, monday + "11:00:00Z on_hold", monday + "13:00:00Z off_hold"}, "resolution", "1 2026-03-03T12:00:00Z running"},
		{"a pause that a metric ignores", monday + "10:59:00Z", ``, []string{urgent, monday + "10:30:00Z on_hold"}, "first response", "1 2026-03-02T11:00:00Z running"},
		{"a pause between resolved and reopened", "2026-03-03T12:00:00Z", ``,
			[]string{urgent, monday + "12:00:00Z resolved", "2026-03-03T12:00:00Z reopened"}, "resolution", "1 2026-03-04T10:00:00Z running"},
		{"a restart", "2026-03-03T10:00:00Z", ``, []string{normal, monday + "10:00:00Z ordered", "2026-03-03T10:00:00Z ordered"},
			"delivery", "1 2026-03-05T00:00:00Z cancelled; 2 2026-03-06T00:00:00Z running"},
		{"hours in the ticket's zone", monday + "01:00:00Z", `"attributes":{"zone":"Asia/Tokyo"}`, []string{monday + "01:00:00Z reported urgent"}, "resolution", "1 2026-03-03T01:00:00Z running"},
		{"a change of severity counts from the change", monday + "12:00:00Z", ``,
			[]string{normal, monday + "12:00:00Z severity_changed urgent"}, "first response", "1 2026-03-02T13:00:00Z running"},
		{"a ladder", monday + "10:00:00Z", ``, []string{urgent}, "to head", "2026-03-04T10:00:00Z pending"},
		{"a ladder at once, and before the due time", monday + "10:00:00Z", ``, []string{urgent}, "to lead", "2026-03-02T10:00:00Z reached; 2026-03-03T09:00:00Z pending"},
		{"a part of the time", monday + "10:00:00Z", ``, []string{urgent}, "to agent", "2026-03-02T14:00:00Z pending"},
		{"after the due time, for gold only", monday + "10:00:00Z", `"attributes":{"tier":"gold"}`, []string{urgent}, "to director", "2026-03-04T17:00:00Z pending"},
		{"a policy that changes in mid-flight", "2026-06-01T02:00:00Z", ``, []string{"2026-05-31T21:00:00Z reported urgent"}, "resolution", "1 2026-06-01T03:00:00Z running"},
		{"before it changes", "2026-05-31T23:59:59Z", ``, []string{"2026-05-31T21:00:00Z reported urgent"}, "resolution", "1 2026-06-01T17:00:00Z running"},
		{"after it has changed", "2026-06-01T00:00:00Z", ``, []string{"2026-06-01T00:00:00Z reported urgent"}, "first response", "1 2026-06-01T00:30:00Z running"},
	} {
		t.Run(test.name, func(t *testing.T) {
			answer, err := ask(t, d, test.asOf, test.fields, test.events...)
			if err != nil {
				t.Fatal(err)
			}
			if got := clocks(t, answer, test.metric); got != test.want {
				t.Errorf("%s\n%s", cmp.Diff(test.want, got), answer)
			}
		})
	}
}

// TestHelpdesk_Keep judges an open ticket by the version at its report.
func TestHelpdesk_Keep(t *testing.T) {
	d := mustRead(t, "helpdesk")
	d.Open = ""
	answer, err := ask(t, d, "2026-06-01T02:00:00Z", ``, "2026-05-31T21:00:00Z reported urgent")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := clocks(t, answer, "resolution"), "1 2026-06-01T17:00:00Z running"; got != want {
		t.Error(cmp.Diff(want, got))
	}
	answer, err = ask(t, d, "2026-06-01T00:00:00Z", ``, "2026-06-01T00:00:00Z reported urgent")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := clocks(t, answer, "resolution"), "1 2026-06-01T06:00:00Z running"; got != want {
		t.Error(cmp.Diff(want, got))
	}
}
