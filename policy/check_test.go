package policy_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
)

// lastInstant is the last one of the years that have dates.
var lastInstant = time.Date(9999, time.December, 31, 23, 59, 59, 999_999_999, time.UTC)

func TestEventMistakes(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) { a.ReportNeedsChannel = true })
	other := mustAcme(t, nil)
	mid, err := p.Scale().Parse("Mid")
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := other.Scale().Parse("Mid")
	if err != nil {
		t.Fatal(err)
	}
	nine, ten := parseAt(t, "02 09:00"), parseAt(t, "02 10:00")
	report := policy.Event{At: nine, Kind: policy.Reported, Severity: mid, Channel: policy.Email}
	for _, c := range []struct {
		events []policy.Event
		want   string
	}{
		{nil, `policy: events: a ticket has at least the event reported`},
		{[]policy.Event{{At: nine, Kind: policy.Responded}}, `policy: events: none is reported; it opens a ticket`},
		{[]policy.Event{report, {At: ten}}, `policy: events[1].kind: is missing; write the kind of event`},
		{[]policy.Event{report, {At: ten, Kind: 99}}, `policy: events[1].kind: "Kind(99)" is not a kind of event`},
		{[]policy.Event{{At: nine, Kind: policy.Reported, Channel: policy.Email}}, `policy: events[0].severity: is missing: reported carries a severity`},
		{[]policy.Event{report, {At: ten, Kind: policy.SeverityChanged}}, `policy: events[1].severity: is missing: severity_changed carries a severity`},
		{[]policy.Event{report, {At: ten, Kind: policy.SeverityChanged, Severity: foreign}}, `policy: events[1].severity: "Mid" is of another scale than the agreement's`},
		{[]policy.Event{report, {At: ten, Kind: policy.Responded, Severity: mid}}, `policy: events[1].severity: "Mid" must not be there: responded carries no severity`},
		{[]policy.Event{report, {At: ten, Kind: policy.Responded, Channel: 9}}, `policy: events[1].channel: "Channel(9)" is not a channel`},
		{[]policy.Event{report, {At: ten, Kind: policy.Updated, Channel: policy.Phone}}, `policy: events[1].channel: "phone" must not be there: updated carries no channel`},
		{[]policy.Event{{At: nine, Kind: policy.Reported, Severity: mid}}, `policy: events[0].channel: is missing: a clause asks for the channel of a report; write phone, email or portal`},
		{[]policy.Event{report, {At: nine.Add(-1), Kind: policy.Responded}}, `policy: events[1].at: "2026-03-02T08:59:59.999999999Z" comes before events[0], reported, which must be the first`},
		{[]policy.Event{{Kind: policy.Reported, Severity: mid, Channel: policy.Email}}, `policy: events[0].at: is missing; write the instant`},
		{[]policy.Event{report, {At: time.Time{}.In(time.FixedZone("", 14*3600)), Kind: policy.Responded}}, `policy: events[1].at: is missing; write the instant`},
		{[]policy.Event{report, {At: time.Time{}.Add(-1), Kind: policy.Responded}}, `policy: events[1].at: "0000-12-31T23:59:59.999999999Z" is outside the years 1 to 9999`},
		{[]policy.Event{report, {At: time.Time{}.Add(1), Kind: policy.Responded}}, `policy: events[1].at: "0001-01-01T00:00:00.000000001Z" comes before events[0], reported, which must be the first`},
		{[]policy.Event{report, {At: lastInstant.Add(1), Kind: policy.Closed}}, `policy: events[1].at: "10000-01-01T00:00:00Z" is outside the years 1 to 9999`},
		{[]policy.Event{report, {At: lastInstant.AddDate(10_001, 0, 0), Kind: policy.Closed}}, `policy: events[1].at: "20000-12-31T23:59:59.999999999Z" is outside the years 1 to 9999`},
		{[]policy.Event{{At: nine, Kind: policy.Responded}, report}, `policy: events[0].at: "2026-03-02T09:00:00Z" is that of events[1], reported, which must be the first; at one instant the order of the list counts, so write reported before it`},
		{[]policy.Event{{At: ten, Kind: policy.Updated}, {At: nine.In(time.FixedZone("", 3600)), Kind: policy.Responded}, report}, `policy: events[1].at: "2026-03-02T10:00:00+01:00" is that of events[2], reported, which must be the first; at one instant the order of the list counts, so write reported before it`},
		{[]policy.Event{{At: nine.Add(-1), Kind: policy.Responded}, report}, `policy: events[0].at: "2026-03-02T08:59:59.999999999Z" comes before events[1], reported, which must be the first`},
	} {
		for _, asOf := range []string{"01 09:00", "05 09:00"} { // events to come are checked too
			_, err := p.Evaluate(c.events, parseAt(t, asOf))
			if err == nil || err.Error() != c.want || !errors.Is(err, policy.ErrEvents) {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		}
	}
	var zero policy.Policy
	if _, err := zero.Evaluate([]policy.Event{report}, ten); err == nil || err.Error() != "policy: agreement: is missing; make the Policy with New" {
		t.Errorf("the zero Policy says %v", err)
	}
	if _, err := zero.Events(&policy.Ticket{}); err == nil || err.Error() != "policy: agreement: is missing; make the Policy with New" {
		t.Errorf("the zero Policy says %v", err)
	}
	// The last instant is like any other, in whatever zone it is written.
	for _, zone := range []int{14 * 3600, -12 * 3600} {
		last := policy.Event{At: lastInstant.In(time.FixedZone("", zone)), Kind: policy.Closed}
		if _, err := p.Evaluate([]policy.Event{report, last}, ten); err != nil {
			t.Error(err)
		}
	}
	// Where no clause asks for the channel, a report needs none.
	if _, err := other.Evaluate([]policy.Event{{At: nine, Kind: policy.Reported, Severity: foreign}}, ten); err != nil {
		t.Error(err)
	}
}

// TestG10_OrderOfEvents: events of one instant count as given; others by time.
func TestG10_OrderOfEvents(t *testing.T) {
	p := mustAcme(t, func(a *policy.Agreement) { a.Metrics = a.Metrics[:1] })
	answer := func(asOf string, events ...string) []string {
		t.Helper()
		given := parseEvents(t, p, events...)
		before := append([]policy.Event{}, given...)
		a, err := p.Evaluate(given, parseAt(t, asOf))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(len(before), len(given)); diff != "" || given[0] != before[0] || given[len(given)-1] != before[len(given)-1] {
			t.Error("the caller's events were moved")
		}
		return lines(&a)
	}
	met := []string{"response 1 High met from 02 09:00 due 02 11:00 stopped 02 10:00 1h0m0s gone 1h0m0s left ACM-1"}
	cancelled := []string{"response 1 High cancelled from 02 09:00 due 02 11:00 stopped 02 10:00 1h0m0s gone 1h0m0s left ACM-1"}
	running := []string{"response 1 High running from 02 09:00 due 02 11:00 1h0m0s gone 1h0m0s left ACM-1", "next 02 11:00 response due"}
	for _, c := range []struct {
		name, asOf string
		events     []string
		want       []string
	}{
		{"responded before it is closed", "02 12:00", []string{"02 09:00 reported High phone", "02 10:00 responded", "02 10:00 closed"}, met},
		{"closed before it is responded to", "02 12:00", []string{"02 09:00 reported High phone", "02 10:00 closed", "02 10:00 responded"}, cancelled},
		{"out of order", "02 12:00", []string{"02 10:30 closed", "02 10:00 responded", "02 09:00 reported High phone"}, met},
		{"out of order, one instant", "02 12:00", []string{"02 10:00 closed", "02 09:00 reported High phone", "02 10:00 responded"}, cancelled},
		{"after as_of", "02 10:00", []string{"02 09:00 reported High phone", "02 10:00:00.000000001 responded"}, running},
		{"at as_of", "02 10:00", []string{"02 09:00 reported High phone", "02 10:00 responded"}, met},
	} {
		if diff := cmp.Diff(c.want, answer(c.asOf, c.events...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
