package policy_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
)

// benchTickets are tickets of eight events, one under each agreement.
var benchTickets = []struct {
	name string
	make func(policy.Customer, map[string]string) (*policy.Policy, error)
	line string
}{
	{"purchased", purchased.New, `{"id":"b","agreement":"purchased","as_of":"2026-03-09T12:00:00-05:00","events":[` +
		`{"at":"2026-03-02T09:00:00-05:00","kind":"reported","severity":"1","channel":"phone"},` +
		`{"at":"2026-03-02T09:20:00-05:00","kind":"responded","channel":"phone"},` +
		`{"at":"2026-03-02T10:00:00-05:00","kind":"info_requested"},{"at":"2026-03-02T11:00:00-05:00","kind":"customer_replied"},` +
		`{"at":"2026-03-02T15:00:00-05:00","kind":"workaround_accepted"},{"at":"2026-03-04T10:00:00-05:00","kind":"updated"},` +
		`{"at":"2026-03-05T10:00:00-05:00","kind":"severity_changed","severity":"1"},{"at":"2026-03-05T12:00:00-05:00","kind":"severity_changed","severity":"2"}]}`},
	{"cumulocity", cumulocity.New, `{"id":"b","agreement":"cumulocity","as_of":"2026-03-05T12:00:00+01:00","customer":{"region":"EMEA","country":"DE"},"events":[` +
		`{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Critical","channel":"phone"},` +
		`{"at":"2026-03-02T09:20:00+01:00","kind":"responded"},{"at":"2026-03-03T10:00:00+01:00","kind":"updated"},` +
		`{"at":"2026-03-03T15:00:00+01:00","kind":"severity_changed","severity":"Crisis"},{"at":"2026-03-03T17:00:00+01:00","kind":"plan_provided"},` +
		`{"at":"2026-03-04T10:00:00+01:00","kind":"resolution_proposed"},{"at":"2026-03-04T15:00:00+01:00","kind":"resolution_rejected"},` +
		`{"at":"2026-03-05T10:00:00+01:00","kind":"customer_replied"}]}`},
	{"ispsystem", ispsystem.New, `{"id":"b","agreement":"ispsystem","as_of":"2026-03-09T12:00:00Z","customer":{"product":"BILLmanager","tier":"Standard","country":"DE"},"events":[` +
		`{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"High"},{"at":"2026-03-02T09:05:00Z","kind":"registered"},` +
		`{"at":"2026-03-02T15:00:00Z","kind":"info_requested"},{"at":"2026-03-03T09:00:00Z","kind":"info_received"},` +
		`{"at":"2026-03-03T12:00:00Z","kind":"development_required"},{"at":"2026-03-04T12:00:00Z","kind":"responded"},` +
		`{"at":"2026-03-05T12:00:00Z","kind":"customer_replied"},{"at":"2026-03-06T09:00:00Z","kind":"severity_changed","severity":"Low"}]}`},
	{"portx", portx.New, `{"id":"b","agreement":"portx","as_of":"2026-03-09T12:00:00+01:00","customer":{"zone":"Europe/Berlin","country":"DE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}},"events":[` +
		`{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"S4"},{"at":"2026-03-02T10:00:00+01:00","kind":"severity_changed","severity":"S1"},` +
		`{"at":"2026-03-02T11:00:00+01:00","kind":"customer_replied"},{"at":"2026-03-03T09:00:00+01:00","kind":"responded"},` +
		`{"at":"2026-03-04T12:00:00+01:00","kind":"workaround_accepted"},{"at":"2026-03-04T13:00:00+01:00","kind":"updated"},` +
		`{"at":"2026-03-05T12:00:00+01:00","kind":"closed"},{"at":"2026-03-06T09:00:00+01:00","kind":"reopened"}]}`},
}

// benchTicket reads a ticket and makes its agreement.
func benchTicket(b testing.TB, i int) (*policy.Policy, []policy.Event, time.Time) {
	var t policy.Ticket
	if err := t.UnmarshalJSON([]byte(benchTickets[i].line)); err != nil {
		b.Fatal(err)
	}
	p, err := benchTickets[i].make(t.Customer, t.Readings)
	if err != nil {
		b.Fatal(err)
	}
	events, err := p.Events(&t)
	if err != nil {
		b.Fatal(err)
	}
	return p, events, t.AsOf.Time
}

func BenchmarkEvaluate(b *testing.B) {
	for i, ticket := range benchTickets {
		b.Run(ticket.name, func(b *testing.B) {
			p, events, asOf := benchTicket(b, i)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.Evaluate(events, asOf); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkEvaluateInto is BenchmarkEvaluate with each answer in the memory of the last
// one: it measures the computation alone. The difference is what it takes to allocate an
// answer and to collect it.
func BenchmarkEvaluateInto(b *testing.B) {
	for i, ticket := range benchTickets {
		b.Run(ticket.name, func(b *testing.B) {
			p, events, asOf := benchTicket(b, i)
			var a policy.Answer
			b.ReportAllocs()
			for b.Loop() {
				if err := p.EvaluateInto(&a, events, asOf); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkEvaluateClocks is BenchmarkEvaluate under cumulocity with the clocks alone: the
// difference is what ladder and owners cost.
func BenchmarkEvaluateClocks(b *testing.B) {
	p, events, asOf := benchTicket(b, 1)
	a := p.Agreement()
	a.Ladders, a.Regions, a.Roaming = nil, nil, nil
	p, err := policy.New(a)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Evaluate(events, asOf); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEvaluateLong is a ticket that is resolved and reopened again and again: an event
// takes the same time whether a hundred or ten thousand rounds precede it.
func BenchmarkEvaluateLong(b *testing.B) {
	p, events, _ := benchTicket(b, 0)
	for _, n := range []int{200, 20_000} {
		long := append([]policy.Event(nil), events[0])
		for i := range n {
			kind := policy.Resolved
			if i%2 == 1 {
				kind = policy.Reopened
			}
			long = append(long, policy.Event{At: events[0].At.Add(time.Duration(i) * time.Second), Kind: kind})
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := p.Evaluate(long, long[n].At); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(n), "ns/event")
		})
	}
}

// BenchmarkEvaluateAll evaluates on two workers; its time is that of a ticket.
func BenchmarkEvaluateAll(b *testing.B) {
	p, events, asOf := benchTicket(b, 0)
	const n = 10_000
	cases := slices.Repeat([]policy.Case{{Events: events, AsOf: asOf}}, n)
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range p.EvaluateAll(slices.Values(cases), 2) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/n, "ns/ticket")
	b.ReportMetric(float64(b.N)*n/b.Elapsed().Seconds(), "tickets/s")
}
