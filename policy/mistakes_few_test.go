package policy_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestFewMistakes: among what a caller gives by name, or as a list, a hundred mistakes are
// reported, and one more line says that there are others; a long value is cut.
func TestFewMistakes(t *testing.T) {
	scale, err := severity.NewScale("small", "High", "Low")
	if err != nil {
		t.Fatal(err)
	}
	readings := []policy.Reading{{Name: "a", Values: []string{"x", "y"}}}
	for _, n := range []int{100, 101, 50_000} {
		given, days := map[string]string{}, map[string]int{}
		var bought []string
		for i := range n {
			name := fmt.Sprintf("name %05d", i)
			given[name], days[name], bought = "x", 1, append(bought, name)
		}
		_, choose := policy.Choose(readings, given)
		_, byLevel := policy.ByLevel("response_days", days, scale)
		_, addOn := policy.Customer{AddOns: bought}.HasAddOn("VIP", "VIP")
		for _, c := range []struct {
			err               error
			first, last, more string
		}{
			{choose, `policy: readings["name 00000"]: is not a reading of this agreement; write a`,
				`policy: readings["name 00099"]: is not a reading of this agreement; write a`, "policy: readings: have more mistakes than these"},
			{byLevel, `policy: customer.response_days["name 00000"]: is not a severity; write High or Low`,
				`policy: customer.response_days["name 00099"]: is not a severity; write High or Low`, "policy: customer.response_days: have more mistakes than these"},
			{addOn, `policy: customer.add_ons[0]: "name 00000" is not an add-on; write VIP`,
				`policy: customer.add_ons[99]: "name 00099" is not an add-on; write VIP`, "policy: customer.add_ons: have more mistakes than these"},
		} {
			lines := strings.Split(fmt.Sprint(c.err), "\n")
			if len(lines) != min(n, 101) || lines[0] != c.first || lines[99] != c.last || n > 100 && lines[100] != c.more {
				t.Errorf("%d: %d lines: %.300s", n, len(lines), c.err)
			}
		}
	}
	long := policy.PlaceError{Kind: policy.ErrCustomer, Place: "customer.tier", Value: strings.Repeat("é", 100_000), Why: "is not a tier"}
	if got, want := long.Error(), `policy: customer.tier: "`+strings.Repeat("é", 40)+`…" is not a tier`; got != want {
		t.Errorf("%.200s, want %s", got, want)
	}
}

// TestEventsAllMistakes: all events that the agreement does not know are reported at once.
func TestEventsAllMistakes(t *testing.T) {
	p := mustAcme(t, func(*policy.Agreement) {})
	at := `{"at":"2026-03-02T09:00:00Z",`
	ticket := readTicket(t, `{"agreement":"acme","events":[`+at+`"kind":"reported","severity":"P9","channel":"email"},`+at+`"kind":"responded"},`+
		at+`"kind":"severity_changed","severity":"P8"},`+at+`"kind":"vendor_asked"}]}`)
	_, err := p.Events(ticket)
	var got []string
	for line := range strings.SplitSeq(fmt.Sprint(err), "\n") {
		got = append(got, line[:min(len(line), 40)])
	}
	want := []string{`policy: events[0].severity: "P9" is not a`, `policy: events[2].severity: "P8" is not a`, `policy: events[3].kind: "vendor_asked" is`}
	for i := range want {
		want[i] = want[i][:40]
	}
	if diff := cmp.Diff(want, got); diff != "" || !errors.Is(err, policy.ErrEvents) {
		t.Errorf("(-want +got):\n%s\n%v", diff, err)
	}
	to := []policy.Event{{}}
	if got, err := p.AppendEvents(to, ticket); len(got) != 1 || err == nil {
		t.Errorf("%v, %v: want the slice as it was, and an error", got, err)
	}
	for range 200 {
		ticket.Events = append(ticket.Events, ticket.Events[2])
	}
	if _, err = p.Events(ticket); strings.Count(fmt.Sprint(err), "\n") != 100 || !strings.HasSuffix(err.Error(), "policy: events: have more mistakes than these") {
		t.Errorf("%.200s…", err)
	}
}
