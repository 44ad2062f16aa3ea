package severity_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/severity"
)

func TestClassify(t *testing.T) {
	c := newShop(t)
	for _, tt := range []struct {
		facts severity.Facts
		want  string // the Classification, or what is said of its lack
	}{
		// Complete facts, each rule once.
		{severity.Facts{"open": "no", "queue": "long", "cause": "strike"}, "High: nobody can buy anything: open no (SHOP-1)"},
		{severity.Facts{"open": "yes", "queue": "long", "cause": "strike"}, "Medium: people wait: queue long (SHOP-2)"},
		{severity.Facts{"open": "yes", "queue": "short", "cause": "strike"}, "Medium: there is a queue and a strike: queue short, cause strike (SHOP-2)"},
		{severity.Facts{"open": "yes", "queue": "none", "cause": "strike"}, "Low: all is well (SHOP-3)"},
		{severity.Facts{"open": "no", "queue": "none", "cause": "fire"}, "High: nobody can buy anything: open no (SHOP-1)"},
		{severity.Facts{"open": "yes", "queue": "none", "cause": "fire"},
			"severity: shop: High or Low is possible: the text forgot about fires in an open shop (SHOP-3); whoever sets the severity must name one"},
		{severity.Facts{"open": "yes", "queue": "long", "cause": "fire"},
			`severity: shop: queue "long" and cause "fire" contradict each other: nobody queues for a shop that burns (SHOP-1); change queue (none), or cause (strike)`},
		{severity.Facts{"open": "no", "queue": "short", "cause": "fire"},
			`severity: shop: queue "short" and cause "fire" contradict each other: nobody queues for a shop that burns (SHOP-1); change queue (none), or cause (strike)`},
		// What changes nothing can be left out.
		{severity.Facts{"open": "no"}, "High: nobody can buy anything: open no (SHOP-1)"},
		{severity.Facts{"open": "yes", "queue": "long"}, "Medium: people wait: queue long (SHOP-2)"},
		{severity.Facts{"open": "yes", "queue": "short"}, "Medium: there is a queue and a strike: queue short (SHOP-2)"},
		// What is missing is named, with what does not contradict the rest.
		{nil, "severity: shop: High, Medium or Low is possible; give open (yes or no) and queue (long, short or none) and cause (strike or fire)"},
		{severity.Facts{"open": "yes"}, "severity: shop: High, Medium or Low is possible; give queue (long, short or none) and cause (strike or fire)"},
		{severity.Facts{"queue": "long"}, "severity: shop: High or Medium is possible; give open (yes or no)"},
		{severity.Facts{"open": "yes", "queue": "none"}, "severity: shop: High or Low is possible; give cause (strike or fire)"},
		{severity.Facts{"cause": "fire"}, "severity: shop: High or Low is possible; give open (yes or no)"},
		{severity.Facts{"queue": "short", "cause": "fire"},
			`severity: shop: queue "short" and cause "fire" contradict each other: nobody queues for a shop that burns (SHOP-1); change queue (none), or cause (strike)`},
		// All mistakes at once, in the order of their names.
		{severity.Facts{"Open": "yes", "cause": "Fire", "open": ""}, `severity: shop: "Open" is not a fact; write open, queue or cause` + "\n" +
			`severity: shop: cause: "Fire" is not an answer; write strike or fire` + "\n" +
			`severity: shop: open: "" is not an answer; write yes or no`},
	} {
		got, err := c.Classify(tt.facts)
		text := got.String()
		if err != nil {
			if got != (severity.Classification{}) {
				t.Errorf("%v: %v besides an error", tt.facts, got)
			}
			text = err.Error()
		}
		if diff := cmp.Diff(strings.Split(tt.want, "\n"), strings.Split(text, "\n")); diff != "" {
			t.Errorf("%v: %s", tt.facts, diff)
		}
	}
}

// Where two rules may decide, and come to the same, the one that the given facts make
// hold is the reason, though an earlier one may hold by what is not known. If they
// come to the same by two clauses, the clause is not certain, and the fact between
// them is missing.
func TestClassifyCertainReason(t *testing.T) {
	two := []severity.Answer{{Name: "yes"}, {Name: "no"}}
	cfg := severity.ClassifierConfig{
		Scale: newScale(t, "acme", "A", "B", "C"),
		Facts: []severity.Fact{{Name: "wet", Answers: two}, {Name: "cold", Answers: []severity.Answer{{Name: "no"}, {Name: "yes"}}}},
		Rules: []severity.Rule{
			{Key: "ice", Level: "A", Clause: "X-1", Reason: "it is slippery", When: []severity.Condition{{Fact: "wet", Is: []string{"yes"}}, {Fact: "cold", Is: []string{"yes"}}}},
			{Key: "rain", Level: "A", Clause: "X-1", Reason: "it drips", When: []severity.Condition{{Fact: "wet", Is: []string{"yes"}}}},
			{Key: "frost", Level: "B", Clause: "X-1", Reason: "it is cold", When: []severity.Condition{{Fact: "cold", Is: []string{"yes"}}}},
			{Key: "else", Level: "C", Clause: "X-1", Reason: "it is fine"},
		},
	}
	for clause, want := range map[string]string{
		"X-1": "A: it drips: wet yes (X-1)",
		"X-2": "severity: acme: A is possible; give cold (no or yes)",
	} {
		cfg.Rules[1].Clause = clause
		c, err := severity.NewClassifier(cfg)
		if err != nil {
			t.Fatal(err)
		}
		got, err := c.Classify(severity.Facts{"wet": "yes"})
		text := got.String()
		if err != nil {
			text = err.Error()
		}
		if text != want || err == nil && got.Rule != "rain" {
			t.Errorf("%s by %s\nwant %s", text, got.Rule, want)
		}
	}
}

// Where no rule holds by the given facts alone, but one of several does, whatever is
// not known, each may be the reason. With what tells them apart it is one; where
// both hold it is the first.
func TestClassifyEitherReason(t *testing.T) {
	two := []severity.Answer{{Name: "yes"}, {Name: "no"}}
	when := func(fact string, is ...string) severity.Condition { return severity.Condition{Fact: fact, Is: is} }
	c, err := severity.NewClassifier(severity.ClassifierConfig{
		Scale: newScale(t, "acme", "A", "B"),
		Facts: []severity.Fact{{Name: "wet", Answers: two}, {Name: "cold", Answers: []severity.Answer{{Name: "no"}, {Name: "yes"}, {Name: "very"}}}, {Name: "dark", Answers: two}},
		Rules: []severity.Rule{
			{Key: "wet_frost", Clause: "X-1", Reason: "deep frost is dry", When: []severity.Condition{when("wet", "yes"), when("cold", "very")}},
			{Key: "ice", Level: "A", Clause: "X-1", Reason: "it is slippery", When: []severity.Condition{when("wet", "yes"), when("cold", "yes")}},
			{Key: "rain", Level: "A", Clause: "X-1", Reason: "it drips", When: []severity.Condition{when("wet", "yes"), when("cold", "no")}},
			{Key: "night", Level: "A", Clause: "X-1", Reason: "nobody sees it", When: []severity.Condition{when("dark", "yes"), when("cold", "no", "yes")}},
			{Key: "else", Level: "B", Clause: "X-1", Reason: "it is fine"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		facts      severity.Facts
		want, rule string
	}{
		{severity.Facts{"wet": "yes"}, "A: it is slippery, or it drips: wet yes (X-1)", "ice"},
		{severity.Facts{"wet": "yes", "cold": "no"}, "A: it drips: wet yes, cold no (X-1)", "rain"},
		{severity.Facts{"wet": "yes", "cold": "yes"}, "A: it is slippery: wet yes, cold yes (X-1)", "ice"},
		{severity.Facts{"wet": "yes", "cold": "no", "dark": "yes"}, "A: it drips: wet yes, cold no (X-1)", "rain"},
		// It may drip too, but nobody has told.
		{severity.Facts{"cold": "no", "dark": "yes"}, "A: nobody sees it: cold no, dark yes (X-1)", "night"},
	} {
		got, err := c.Classify(tt.facts)
		if err != nil || got.String() != tt.want || got.Rule != tt.rule {
			t.Errorf("%v: %v by %s, %v\nwant %s by %s", tt.facts, got, got.Rule, err, tt.want, tt.rule)
		}
	}
}

// Contradictions can keep any one fact from mattering alone: then all that are
// missing are asked for.
func TestClassifyMissingTogether(t *testing.T) {
	two := []severity.Answer{{Name: "yes"}, {Name: "no"}}
	c, err := severity.NewClassifier(severity.ClassifierConfig{
		Scale: newScale(t, "acme", "A", "B", "C"),
		Facts: []severity.Fact{{Name: "up", Answers: two}, {Name: "down", Answers: two}, {Name: "urgent", Answers: two}},
		Rules: []severity.Rule{
			{Key: "both", Clause: "X-1", Reason: "it cannot be both",
				When: []severity.Condition{{Fact: "up", Is: []string{"yes"}}, {Fact: "down", Is: []string{"yes"}}, {Fact: "urgent", Is: []string{"yes"}}}},
			{Key: "neither", Clause: "X-1", Reason: "it must be one",
				When: []severity.Condition{{Fact: "up", Is: []string{"no"}}, {Fact: "down", Is: []string{"no"}}, {Fact: "urgent", Is: []string{"yes"}}}},
			{Key: "up", Level: "A", Clause: "X-1", Reason: "it is up", When: []severity.Condition{{Fact: "up", Is: []string{"yes"}}}},
			{Key: "later", Level: "A", Clause: "X-1", Reason: "it can wait", When: []severity.Condition{{Fact: "down", Is: []string{"yes"}}, {Fact: "urgent", Is: []string{"no"}}}},
			{Key: "down", Level: "B", Clause: "X-1", Reason: "it is down", When: []severity.Condition{{Fact: "down", Is: []string{"yes"}}}},
			{Key: "idle", Level: "C", Clause: "X-1", Reason: "it is neither"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "severity: acme: A or B is possible; give up (yes or no) and down (yes or no)"
	if _, err := c.Classify(severity.Facts{"urgent": "yes"}); err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
}

// Facts can contradict each other in more than one way: whatever a missing one
// is, or so that no one change is enough.
func TestClassifyContradictions(t *testing.T) {
	two := []severity.Answer{{Name: "yes"}, {Name: "no"}}
	yes := func(fact string) severity.Condition { return severity.Condition{Fact: fact, Is: []string{"yes"}} }
	no := func(fact string) severity.Condition { return severity.Condition{Fact: fact, Is: []string{"no"}} }
	c, err := severity.NewClassifier(severity.ClassifierConfig{
		Scale: newScale(t, "acme", "A", "B", "C", "D", "E"),
		Facts: []severity.Fact{{Name: "hot", Answers: []severity.Answer{{Name: "no"}, {Name: "yes"}}}, {Name: "iced", Answers: two}, {Name: "empty", Answers: two}, {Name: "heavy", Answers: two}},
		Rules: []severity.Rule{
			{Key: "hot_ice", Clause: "X-1", Reason: "ice melts", When: []severity.Condition{yes("hot"), yes("iced")}},
			{Key: "heavy_nothing", Clause: "X-2", Reason: "nothing weighs nothing", When: []severity.Condition{yes("empty"), yes("heavy")}},
			{Key: "light_ice", Clause: "X-3", Reason: "ice is heavy", When: []severity.Condition{yes("iced"), no("heavy")}},
			{Key: "a", Level: "A", Clause: "X-4", Reason: "it is hot", When: []severity.Condition{yes("hot")}},
			{Key: "b", Level: "B", Clause: "X-4", Reason: "it is iced", When: []severity.Condition{yes("iced")}},
			{Key: "c", Level: "C", Clause: "X-4", Reason: "it is empty", When: []severity.Condition{yes("empty")}},
			{Key: "d", Level: "D", Clause: "X-4", Reason: "it is heavy", When: []severity.Condition{yes("heavy")}},
			{Key: "e", Level: "E", Clause: "X-4", Reason: "it is nothing"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		facts severity.Facts
		want  string
	}{
		{severity.Facts{"hot": "yes", "iced": "yes", "empty": "yes", "heavy": "yes"},
			`severity: acme: hot "yes" and iced "yes" contradict each other: ice melts (X-1); change more than one of them; no single other answer agrees with the rest`},
		{severity.Facts{"iced": "yes", "empty": "yes"},
			`severity: acme: iced "yes" and empty "yes" contradict each other: ice melts, and nothing weighs nothing, and ice is heavy (X-1); change iced (no), or empty (no)`},
	} {
		if got, err := c.Classify(tt.facts); !errors.Is(err, severity.ErrContradiction) || err.Error() != tt.want {
			t.Errorf("%v: %v, %v\nwant %s", tt.facts, got, err, tt.want)
		}
	}
}

func TestFactsError(t *testing.T) {
	c := newShop(t)
	for _, tt := range []struct {
		facts severity.Facts
		kind  error
		valid map[string][]string
		given severity.Facts
		level []string
		rule  string
	}{
		{severity.Facts{"open": "yes"}, severity.ErrMissing,
			map[string][]string{"queue": {"long", "short", "none"}, "cause": {"strike", "fire"}}, severity.Facts{"open": "yes"}, []string{"High", "Medium", "Low"}, ""},
		{severity.Facts{"open": "yes", "queue": "short", "cause": "fire"}, severity.ErrContradiction,
			map[string][]string{"queue": {"none"}, "cause": {"strike"}}, severity.Facts{"queue": "short", "cause": "fire"}, nil, "idle_queue"},
		{severity.Facts{"open": "yes", "queue": "none", "cause": "fire"}, severity.ErrUnsettled,
			nil, severity.Facts{"open": "yes", "queue": "none", "cause": "fire"}, []string{"High", "Low"}, "open_fire"},
		{severity.Facts{"open": "maybe"}, severity.ErrFact, map[string][]string{"open": {"yes", "no"}}, nil, nil, ""},
	} {
		_, err := c.Classify(tt.facts)
		var e *severity.FactsError
		if !errors.As(err, &e) || !errors.Is(err, tt.kind) {
			t.Errorf("%v: %v is not %v", tt.facts, err, tt.kind)
			continue
		}
		for _, other := range []error{severity.ErrFact, severity.ErrMissing, severity.ErrContradiction, severity.ErrUnsettled} {
			if other != tt.kind && errors.Is(err, other) {
				t.Errorf("%v is also %v", err, other)
			}
		}
		var valid map[string][]string
		for _, f := range e.Valid {
			if valid == nil {
				valid = map[string][]string{}
			}
			for _, a := range f.Answers {
				valid[f.Name] = append(valid[f.Name], a.Name)
			}
		}
		var levels []string
		for _, l := range e.Levels {
			levels = append(levels, l.String())
		}
		if diff := cmp.Diff(tt.valid, valid) + cmp.Diff(tt.given, e.Given) + cmp.Diff(tt.level, levels) + cmp.Diff(tt.rule, e.Rule); diff != "" {
			t.Errorf("%v: %s", tt.facts, diff)
		}
	}
}
