package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// An op is what a client does at an instant: it opens a ticket, or adds an event.
type op struct {
	at     time.Time
	ticket NewTicket // where event.Kind is empty
	id     string
	event  NewEvent
}

// crash is what a test makes the fault hook panic with.
type crash struct{ step string }

// A life is a service that is used, and dies at the steps whose numbers it is given.
type life struct {
	t       *rapid.T
	path    string
	clock   *handClock
	die     map[int]bool // by the number of the step, counted over all lives
	steps   int
	deaths  []string
	d       *Desk
	store   *store.Store
	sink    *memorySink
	results []string // what the client heard
}

// A memorySink keeps what it took, by key, as a receiver should.
type memorySink struct {
	taken map[string]string
	again int
}

func (s *memorySink) Name() string { return "memory" }

func (s *memorySink) Send(_ context.Context, n store.Notice) error {
	text := n.At.Format(time.RFC3339Nano) + " " + n.What
	if old, ok := s.taken[n.Key()]; ok {
		s.again++
		if old != text {
			return fmt.Errorf("%s came again as %q after %q", n.Key(), text, old)
		}
	}
	s.taken[n.Key()] = text
	return nil
}

// try does something, from the start of the process again and again until it
// survives it.
func (l *life) try(f func() error) error {
	for {
		died, err := l.once(f)
		if !died {
			return err
		}
		l.store.Close() // what a dead process does not even do; see the test that kills one
		l.d = nil
	}
}

func (l *life) once(f func() error) (died bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			c, ok := r.(crash)
			if !ok {
				panic(r)
			}
			l.deaths = append(l.deaths, c.step)
			died = true
		}
	}()
	ctx := context.Background()
	if l.d == nil {
		if l.store, err = store.Open(ctx, l.path); err != nil {
			l.t.Fatal(err)
		}
		l.store.Fault = func(step string) {
			l.steps++
			if l.die[l.steps] {
				panic(crash{step})
			}
		}
		d := New(l.store, agreements.NewRegistry(agreements.BuiltIn{}), l.clock, slog.New(slog.NewTextHandler(io.Discard, nil)))
		if err := d.Start(ctx); err != nil {
			l.t.Fatal(err)
		}
		l.d = d
	}
	return false, f()
}

// do does an op as a client would: with the same key until it hears an answer.
func (l *life) do(o op) {
	ctx := context.Background()
	err := l.try(func() error {
		var err error
		if o.event.Kind == "" {
			_, _, err = l.d.Create(ctx, o.ticket)
		} else {
			_, _, _, err = l.d.AddEvent(ctx, o.id, o.event)
		}
		return err
	})
	result := "ok"
	var bad *InvalidError
	switch {
	case errors.As(err, &bad):
		result = err.Error()
	case err != nil:
		l.t.Fatal(err)
	}
	l.results = append(l.results, result)
}

func (l *life) deliver() {
	if err := l.try(func() error { return l.d.deliverAll(context.Background(), l.sink) }); err != nil {
		l.t.Fatal(err)
	}
}

// tick notices what happened until now.
func (l *life) tick() {
	if err := l.try(func() error { _, err := l.d.Advance(context.Background()); return err }); err != nil {
		l.t.Fatal(err)
	}
}

// told returns the notices of the outbox, by key.
func (l *life) told() map[string]string {
	all, err := l.store.Notices(context.Background(), 0, 1<<20)
	if err != nil {
		l.t.Fatal(err)
	}
	told := map[string]string{}
	for _, n := range all {
		if _, twice := told[n.Key()]; twice {
			l.t.Fatalf("%s stands twice in the outbox", n.Key())
		}
		told[n.Key()] = n.At.Format(time.RFC3339Nano) + " " + n.What
	}
	return told
}

// ops draws what clients do: tickets of all agreements, and events of any kind,
// many of them late.
func ops(t *rapid.T) []op {
	now := time.Date(2026, time.March, 2, 6, 0, 0, 0, time.UTC)
	severities := map[string][]string{
		"purchased": {"1", "1", "2", "3"}, "cumulocity": {"Crisis", "Crisis", "Critical", "Standard"},
		"ispsystem": {"Emergency", "Low"}, "portx": {"S1", "S3"},
	}
	names := slices.Sorted(maps.Keys(severities))
	kinds := []string{"registered", "contacted", "responded", "updated", "plan_provided", "info_requested", "info_received", "customer_replied",
		"workaround_accepted", "development_required", "resolution_proposed", "resolution_rejected", "resolved", "severity_changed", "closed", "reopened"}
	var agreement []string
	var reported []time.Time
	var all []op
	for i := range rapid.IntRange(3, 14).Draw(t, "ops") {
		now = now.Add(time.Duration(rapid.Int64Range(0, int64(40*time.Hour)).Draw(t, "later")))
		o := op{at: now}
		if i == 0 || rapid.IntRange(0, 3).Draw(t, "new") == 0 {
			name := rapid.SampledFrom(names).Draw(t, "agreement")
			agreement = append(agreement, name)
			reported = append(reported, now)
			o.ticket = NewTicket{ID: fmt.Sprintf("T%d", len(agreement)), Title: "drawn", Terms: terms(name), Report: NewEvent{
				At: calendar.At(now), Kind: "reported", Severity: rapid.SampledFrom(severities[name]).Draw(t, "severity"),
				Channel: rapid.SampledFrom([]string{"phone", "phone", "phone", "email"}).Draw(t, "channel"), Key: fmt.Sprint("op", i),
			}}
		} else {
			n := rapid.IntRange(1, len(agreement)).Draw(t, "ticket")
			o.id = fmt.Sprintf("T%d", n)
			o.event = NewEvent{At: calendar.At(now), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Key: fmt.Sprint("op", i)}
			switch rapid.IntRange(0, 2).Draw(t, "late") {
			case 0:
				o.event.At = calendar.At(now.Add(-time.Duration(rapid.Int64Range(0, int64(30*time.Hour)).Draw(t, "by"))))
			case 1: // soon after the report, so that it was in time for what has been told as missed
				soon := reported[n-1].Add(time.Duration(rapid.Int64Range(0, int64(time.Hour)).Draw(t, "soon")))
				if soon.Before(now) {
					o.event.At = calendar.At(soon)
				}
			}
			if o.event.Kind == "severity_changed" {
				o.event.Severity = rapid.SampledFrom(severities[agreement[n-1]]).Draw(t, "severity")
			}
		}
		all = append(all, o)
	}
	return append(all, op{at: now.Add(200 * time.Hour)}) // nothing but time
}

// run does ops. A punctual service looks at every instant at which something
// happens; another one only now and then.
func (l *life) run(all []op, punctual bool) {
	for i, o := range all {
		for punctual && l.d != nil {
			first, ok := l.d.index.first()
			if !ok || first.at > o.at.UnixNano() {
				break
			}
			l.clock.now = time.Unix(0, first.at).UTC()
			l.tick()
		}
		l.clock.now = o.at
		if i < len(all)-1 {
			l.do(o)
		} else {
			l.tick()
		}
		l.deliver()
	}
}

// A service that dies again and again tells what one tells that never does and
// whose timer is never late; each notice stands once in the outbox and once with
// the receiver.
func TestPropCrashes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "crash")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		all := ops(t)
		die := map[int]bool{}
		for _, n := range rapid.SliceOfN(rapid.IntRange(1, 150), 1, 6).Draw(t, "die at") {
			die[n] = true
		}
		lives := [2]*life{}
		for i := range lives {
			l := &life{t: t, path: filepath.Join(dir, fmt.Sprint(i)), clock: &handClock{all[0].at}, sink: &memorySink{taken: map[string]string{}}}
			if i == 1 {
				l.die = die
			}
			l.run(all, i == 0)
			lives[i] = l
		}
		want, got := lives[0].told(), lives[1].told()
		for _, l := range lives {
			l.store.Close()
		}
		if diff := cmp.Diff(lives[0].results, lives[1].results); diff != "" {
			t.Fatalf("what the client heard (-whole +dying at %q):\n%s", lives[1].deaths, diff)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("notices (-whole +dying at %q):\n%s", lives[1].deaths, diff)
		}
		if diff := cmp.Diff(want, lives[1].sink.taken); diff != "" {
			t.Fatalf("what the receiver took (-whole +dying at %q):\n%s", lives[1].deaths, diff)
		}
		if lives[0].sink.again != 0 {
			t.Fatalf("%d notices came twice without a crash", lives[0].sink.again)
		}
	})
}
