package severity_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/severity"
)

func TestHistoryAt(t *testing.T) {
	s := newScale(t, "acme", "A", "B", "C")
	a, b, c := level(t, s, "A"), level(t, s, "B"), level(t, s, "C")
	h, err := severity.NewHistory(
		severity.Entry{From: at(t, "12:00"), Level: c, What: "second"},
		severity.Entry{From: at(t, "10:00"), Level: b, What: "first"},
		severity.Entry{From: at(t, "12:00").In(time.FixedZone("", 3600)), Level: a, What: "third"},
		severity.Entry{From: at(t, "13:00"), Level: a, What: "fourth"},
	)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		t     time.Time
		level severity.Level
		what  string
		ok    bool
	}{
		{at(t, "10:00").Add(-1), severity.Level{}, "", false},
		{at(t, "10:00"), b, "first", true},
		{at(t, "10:00").In(time.FixedZone("", -5*3600)), b, "first", true},
		{at(t, "10:00").Add(1), b, "first", true},
		{at(t, "12:00").Add(-1), b, "first", true},
		{at(t, "12:00"), a, "third", true}, // the last that was given
		{at(t, "12:00").Add(1), a, "third", true},
		{at(t, "13:00"), a, "fourth", true},
		{at(t, "23:00"), a, "fourth", true},
	} {
		got, ok := h.At(tt.t)
		e, eok := h.EntryAt(tt.t)
		if got != tt.level || ok != tt.ok || eok != tt.ok || e.What != tt.what || e.Level != tt.level {
			t.Errorf("at %v: %v by %v, %v; want %v by %v", tt.t, got, e.What, ok, tt.level, tt.what)
		}
	}
	var order, changes []string
	for _, e := range h.Entries() {
		order = append(order, e.What)
	}
	for _, e := range h.Changes() {
		changes = append(changes, e.What)
	}
	if diff := cmp.Diff([]string{"first", "second", "third", "fourth"}, order) + cmp.Diff([]string{"first", "second", "third"}, changes); diff != "" {
		t.Error(diff)
	}
}

func TestHistoryErrors(t *testing.T) {
	s, other := newScale(t, "acme", "A"), newScale(t, "acme", "A")
	ok := severity.Entry{From: at(t, "10:00"), Level: level(t, s, "A")}
	for want, bad := range map[string]severity.Entry{
		`severity: history[1].from: is missing; write the instant from which the level holds`:   {Level: ok.Level},
		`severity: history[1].severity: is missing; write the level that holds from there on`:   {From: ok.From},
		`severity: history[1].severity: "A" is of another scale than the first entry's`:         {From: ok.From, Level: level(t, other, "A")},
		`severity: history[1].by: "Party(4)" is not a party; write customer, supplier or terms`: {From: ok.From, Level: ok.Level, By: 4},
	} {
		if _, err := severity.NewHistory(ok, bad); !errors.Is(err, severity.ErrHistory) || err.Error() != want {
			t.Errorf("%v\nwant %s", err, want)
		}
		h, _ := severity.NewHistory(ok)
		if h, err := h.With(bad); !errors.Is(err, severity.ErrHistory) || h.Len() != 0 {
			t.Errorf("With: %v, %d entries", err, h.Len())
		}
	}
}

func TestHistoryNeverChanges(t *testing.T) {
	s := newScale(t, "acme", "A", "B")
	entries := []severity.Entry{{From: at(t, "10:00"), Level: level(t, s, "A")}}
	h, err := severity.NewHistory(entries...)
	if err != nil {
		t.Fatal(err)
	}
	entries[0].Level = level(t, s, "B")
	h.Entries()[0].Level = level(t, s, "B")
	h.Changes()[0].Level = level(t, s, "B")
	if _, err := h.With(severity.Entry{From: at(t, "09:00"), Level: level(t, s, "B")}); err != nil {
		t.Fatal(err)
	}
	if got, _ := h.At(at(t, "11:00")); got.String() != "A" || h.Len() != 1 {
		t.Errorf("%v of %d entries", got, h.Len())
	}
}

func TestHistoryEqual(t *testing.T) {
	s := newScale(t, "acme", "A", "B")
	e := severity.Entry{From: at(t, "10:00"), Level: level(t, s, "A"), By: severity.Customer, What: "x"}
	make1 := func(e severity.Entry) severity.History {
		h, err := severity.NewHistory(e)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	zoned := e
	zoned.From = e.From.In(time.FixedZone("", 3600))
	if !make1(e).Equal(make1(zoned)) {
		t.Error("the zone of an instant matters")
	}
	for name, change := range map[string]func(e *severity.Entry){
		"from":  func(e *severity.Entry) { e.From = e.From.Add(1) },
		"level": func(e *severity.Entry) { e.Level = level(t, s, "B") },
		"by":    func(e *severity.Entry) { e.By = severity.Supplier },
		"what":  func(e *severity.Entry) { e.What = "y" },
	} {
		o := e
		change(&o)
		if make1(e).Equal(make1(o)) {
			t.Errorf("%s does not matter", name)
		}
	}
	if make1(e).Equal(severity.History{}) || !(severity.History{}).Equal(severity.History{}) {
		t.Error("empty histories")
	}
}

// The reading of a stopwatch that time.Now puts into an instant would make two
// equal instants differ.
func TestHistoryInstantsOnly(t *testing.T) {
	s := newScale(t, "acme", "A")
	h, err := severity.NewHistory(severity.Entry{From: time.Now(), Level: level(t, s, "A")})
	if err != nil {
		t.Fatal(err)
	}
	if from := h.Entries()[0].From; from != from.Round(0) {
		t.Errorf("%v", from)
	}
}

// TestPropHistory asks a history what a walk over the entries says, whatever
// their order; building it one by one is the same as at once.
func TestPropHistory(t *testing.T) {
	s := newScale(t, "acme", "A", "B", "C")
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
		minute := rapid.IntRange(0, 8)
		entries := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) severity.Entry {
			l, _ := s.Level(rapid.IntRange(1, 3).Draw(t, "level"))
			return severity.Entry{From: start.Add(time.Duration(minute.Draw(t, "from")) * time.Minute), Level: l}
		}), 0, 40).Draw(t, "entries")
		h, err := severity.NewHistory(entries...)
		if err != nil {
			t.Fatal(err)
		}
		var grown severity.History
		for _, e := range entries {
			if grown, err = grown.With(e); err != nil {
				t.Fatal(err)
			}
		}
		if !grown.Equal(h) {
			t.Fatalf("%v one by one, %v at once", grown, h)
		}
		asked := start.Add(time.Duration(rapid.IntRange(-1, 9*60).Draw(t, "asked")) * time.Second)
		var want severity.Level
		var from time.Time
		for _, e := range entries {
			if !e.From.After(asked) && (want.IsZero() || !e.From.Before(from)) {
				want, from = e.Level, e.From
			}
		}
		if got, ok := h.At(asked); got != want || ok == want.IsZero() {
			t.Fatalf("at %v: %v, %v; want %v", asked, got, ok, want)
		}
	})
}
