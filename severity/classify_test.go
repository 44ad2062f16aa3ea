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

// Where two rules may decide, and come to the same, both reasons are given.
func TestClassifyEitherReason(t *testing.T) {
	cfg := shop()
	cfg.Rules[3].When = cfg.Rules[3].When[:1] // short, whatever the cause
	c, err := severity.NewClassifier(cfg)
	if err != nil {
		t.Fatal(err)
	}
	cfg.Rules[3].Clause = "SHOP-9"
	other, err := severity.NewClassifier(cfg)
	if err != nil {
		t.Fatal(err)
	}
	// No queue at all is possible too, so that the queue must be asked for.
	if _, err := c.Classify(severity.Facts{"open": "yes", "cause": "strike"}); !errors.Is(err, severity.ErrMissing) {
		t.Errorf("%v", err)
	}
	cfg.Rules[5].Level = "Medium"
	cfg.Rules[5].Clause = "SHOP-2"
	cfg.Rules[3].Clause = "SHOP-2"
	if c, err = severity.NewClassifier(cfg); err != nil {
		t.Fatal(err)
	}
	got, err := c.Classify(severity.Facts{"open": "yes", "cause": "strike"})
	want := "Medium: people wait, or there is a queue and a strike, or all is well: cause strike (SHOP-2)"
	if err != nil || got.Rule != "crowded" {
		t.Errorf("%v, %v", got, err)
	}
	if diff := cmp.Diff(strings.Replace(want, ": cause strike", "", 1), got.String()); diff != "" {
		t.Error(diff)
	}
	// One level by two clauses: the clause is not certain.
	_, err = other.Classify(severity.Facts{"open": "yes", "cause": "strike"})
	if !errors.Is(err, severity.ErrMissing) {
		t.Errorf("two clauses: %v", err)
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
