package main

import (
	_ "embed"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
)

//go:embed ticket.json
var ticket string

// Thursday at 17:00 in the agreement's zone; open from 08:00 to 20:00, but not on
// Friday, 3 July, when Independence Day is observed. So seven of the eight hours have
// passed on Monday at noon, and the fifth business day after Thursday is 10 July.
func Example() {
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: withoutTime})))
	s := new(service)
	ask(s, ticket)
	ask(s, strings.Replace(ticket, `"kind"`, `"knid"`, 1))
	ask(s, strings.Replace(ticket, `"purchased"`, `"portx"`, 1))
	ask(s, `{"agreement": "purchased", "events": []}`)
	// Output:
	// level=INFO msg=clock ticket=T-1 response.state=running response.due=2026-07-06T13:00:00-05:00 response.clause=PUR-4
	// level=INFO msg=clock ticket=T-1 resolution.state=running resolution.due=2026-07-10T20:00:00-05:00 resolution.clause=PUR-4
	// 200 application/json {"id":"T-1","agreement":"purchased","as_of":"2026-07-06T12:00:00-05:00","severity":"2","clocks":[{"metric":"response","round":1,"severity":"2","target":"8h0m0s","calendar":"business-hours","clause":"PUR-4","started":"2026-07-02T17:00:00-05:00","due":"2026-07-06T13:00:00-05:00","state":"running","elapsed":"7h0m0s","remaining":"1h0m0s","elapsed_wall":"91h0m0s"},{"metric":"resolution","round":1,"severity":"2","target":"5 business days","calendar":"business-hours","clause":"PUR-4","started":"2026-07-02T17:00:00-05:00","due":"2026-07-10T20:00:00-05:00","state":"running","elapsed":"7h0m0s","remaining":"56h0m0s","elapsed_wall":"91h0m0s"}],"escalation":[],"next":{"at":"2026-07-06T13:00:00-05:00","what":"response due"},"readings":{"purchased.zone":"-05:00","purchased.holidays":"state-closings","purchased.severity_change":"fair"}}
	// 400 text/plain; charset=utf-8 policy: events[0].knid: unknown field; did you mean "kind"?; events[0]: needs "kind"
	// 400 text/plain; charset=utf-8 policy: agreement: "portx" is not known; write purchased
	// 400 text/plain; charset=utf-8 policy: events: a ticket has at least the event reported
}

func ask(s *service, body string) {
	reply := httptest.NewRecorder()
	s.ServeHTTP(reply, httptest.NewRequest("POST", "/", strings.NewReader(body)))
	fmt.Println(reply.Code, reply.Header().Get("Content-Type"), strings.TrimSpace(reply.Body.String()))
}

func withoutTime(_ []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey {
		return slog.Attr{}
	}
	return a
}

// A policy is made once for what it is made of, and not for what matters nothing to it.
func TestPolicies(t *testing.T) {
	s := new(service)
	for _, row := range []struct {
		name, customer string
		policies       int // that the service then has
	}{
		{"nothing", `{}`, 1},
		{"the same", `{}`, 1},
		{"what another agreement uses", `{"region": "EMEA"}`, 1},
		{"an add-on", `{"add_ons": ["call-in"]}`, 2},
		{"the same add-on", `{"add_ons": ["call-in"]}`, 2},
		{"one that does not exist", `{"add_ons": ["call-out"]}`, 2},
	} {
		var line policy.Ticket
		if err := line.UnmarshalJSON([]byte(strings.Replace(ticket, `"agreement"`, `"customer": `+row.customer+`, "agreement"`, 1))); err != nil {
			t.Fatal(err)
		}
		first, err := s.policy(&line)
		if second, _ := s.policy(&line); first != second || (err != nil) != strings.Contains(row.name, "not exist") {
			t.Errorf("%s: another policy, or %v", row.name, err)
		}
		if len(s.policies) != row.policies {
			t.Errorf("%s: %d policies, want %d", row.name, len(s.policies), row.policies)
		}
	}
}
