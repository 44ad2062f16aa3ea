package severity_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/severity"
)

// answers makes n answers.
func answers(n int) []severity.Answer {
	all := make([]severity.Answer, n)
	for i := range all {
		all[i].Name = fmt.Sprint("a", i)
	}
	return all
}

func TestNewClassifierErrors(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spoil func(c *severity.ClassifierConfig)
		want  []string
	}{
		{"no scale", func(c *severity.ClassifierConfig) { c.Scale = nil },
			[]string{`scale: is missing; rules decide between at least one level`}},
		{"no facts", func(c *severity.ClassifierConfig) { c.Facts = nil },
			[]string{`facts: are missing; a level is told from at least one`}},
		{"facts without names", func(c *severity.ClassifierConfig) {
			c.Facts[0].Name = ""
			c.Facts[1].Answers[0].Name = ""
		}, []string{`facts[0].name: is missing`, `facts[1].answers[0].name: is missing`}},
		{"names twice", func(c *severity.ClassifierConfig) {
			c.Facts[1].Name = "open"
			c.Facts[0].Answers[1].Name = "yes"
		}, []string{`facts[0].answers[1].name: "yes" is the name of two answers`, `facts[1].name: "open" is the name of two facts`}},
		{"one answer", func(c *severity.ClassifierConfig) { c.Facts[0].Answers = c.Facts[0].Answers[:1] },
			[]string{`facts[0].answers: are 1; a fact has 2 to 64`}},
		{"65 answers", func(c *severity.ClassifierConfig) { c.Facts[0].Answers = answers(65) },
			[]string{`facts[0].answers: are 65; a fact has 2 to 64`}},
		{"too many combinations", func(c *severity.ClassifierConfig) {
			c.Facts[0].Answers, c.Facts[1].Answers = answers(64), answers(33)
		}, []string{`facts: have more than 4096 combinations of answers; ask for fewer facts, or tell fewer answers apart`}},
		{"rules without words", func(c *severity.ClassifierConfig) { c.Rules[1] = severity.Rule{Level: "High", When: c.Rules[1].When} },
			[]string{`rules[1].key: is missing`, `rules[1].clause: is missing; every rule cites the clause that says so`,
				`rules[1].reason: is missing; every rule says why in words`}},
		{"key twice", func(c *severity.ClassifierConfig) { c.Rules[1].Key = "fine" },
			[]string{`rules[5].key: "fine" is the key of two rules`}},
		{"no such level", func(c *severity.ClassifierConfig) { c.Rules[1].Level = "Grave" },
			[]string{`rules[1].level: "Grave" is not a level; write High, Medium or Low`}},
		{"level and between", func(c *severity.ClassifierConfig) { c.Rules[1].Between = []string{"High", "Low"} },
			[]string{`rules[1].between: is for rules without a level`}},
		{"between one", func(c *severity.ClassifierConfig) { c.Rules[4].Between = []string{"High"} },
			[]string{`rules[4].between: "High" is one level only; name it as the level`}},
		{"between none such", func(c *severity.ClassifierConfig) { c.Rules[4].Between[1] = "Grave" },
			[]string{`rules[4].between[1]: "Grave" is not a level; write High, Medium or Low`}},
		{"between unordered", func(c *severity.ClassifierConfig) { c.Rules[4].Between = []string{"Low", "High"} },
			[]string{`rules[4].between[1]: "High" is not less grave than the one before it`}},
		{"between twice the same", func(c *severity.ClassifierConfig) { c.Rules[4].Between = []string{"Low", "low"} },
			[]string{`rules[4].between[1]: "low" is not less grave than the one before it`}},
		{"no such fact", func(c *severity.ClassifierConfig) { c.Rules[1].When[0].Fact = "opened" },
			[]string{`rules[1].when[0].fact: "opened" is not a fact; write open, queue or cause`}},
		{"two conditions for one fact", func(c *severity.ClassifierConfig) { c.Rules[3].When[1].Fact = "queue" },
			[]string{`rules[3].when[1].fact: "queue" has two conditions; write all its answers in one`}},
		{"no answers in a condition", func(c *severity.ClassifierConfig) { c.Rules[1].When[0].Is = nil },
			[]string{`rules[1].when[0].is: is missing; write one answer or more`}},
		{"no such answer", func(c *severity.ClassifierConfig) { c.Rules[2].When[0].Is[0] = "endless" },
			[]string{`rules[2].when[0].is[0]: "endless" is not an answer; write long, short or none`}},
		{"one fact contradicts itself", func(c *severity.ClassifierConfig) { c.Rules[0].When = c.Rules[0].When[:1] },
			[]string{`rules[0].when: must have two facts or more, which contradict each other`}},
		{"a combination without a rule", func(c *severity.ClassifierConfig) { c.Rules = c.Rules[:5] },
			[]string{`rules: "open yes, queue none, cause strike" is decided by no rule; add one, even if it only says what is left open`}},
		{"no rules", func(c *severity.ClassifierConfig) { c.Rules = nil },
			[]string{`rules: "open yes, queue long, cause strike" is decided by no rule; add one, even if it only says what is left open`}},
		{"a rule behind another", func(c *severity.ClassifierConfig) {
			c.Rules = append(c.Rules, severity.Rule{Key: "last", Level: "Low", Clause: "SHOP-3", Reason: "whatever"})
		}, []string{`rules[6]: "last" never decides; the rules before it hold wherever it does`}},
		{"an answer that cannot be", func(c *severity.ClassifierConfig) {
			c.Rules[0].When[1].Is = []string{"long", "short", "none"}
		}, []string{`rules[4]: "open_fire" never decides; the rules before it hold wherever it does`,
			`facts[2].answers[1]: "fire" contradicts whatever else is answered; leave it out`,
			`facts[2]: "cause" never changes the level; leave it out`}},
		{"a fact for nothing", func(c *severity.ClassifierConfig) {
			c.Facts = append(c.Facts, severity.Fact{Name: "weather", Answers: answers(2)})
		}, []string{`facts[3]: "weather" never changes the level; leave it out`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cfg := shop()
			tt.spoil(&cfg)
			c, err := severity.NewClassifier(cfg)
			if c != nil || !errors.Is(err, severity.ErrClassifier) {
				t.Fatalf("%v, %v", c, err)
			}
			got := strings.Split(err.Error(), "\n")
			want := make([]string, len(tt.want))
			for i, w := range tt.want {
				want[i] = "severity: " + w
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// At the limits a classifier can be made.
func TestNewClassifierLimits(t *testing.T) {
	s := newScale(t, "edge", "A", "B")
	cfg := severity.ClassifierConfig{
		Scale: s,
		Facts: []severity.Fact{{Name: "x", Answers: answers(64)}, {Name: "y", Answers: answers(64)}},
		Rules: []severity.Rule{
			{Key: "last", Level: "A", Clause: "E-1", Reason: "both are the last", When: []severity.Condition{{Fact: "x", Is: []string{"a63"}}, {Fact: "y", Is: []string{"a63"}}}},
			{Key: "rest", Level: "B", Clause: "E-1", Reason: "not both are"},
		},
	}
	c, err := severity.NewClassifier(cfg)
	if err != nil {
		t.Fatal(err)
	}
	for x, want := range map[string]string{"a63": "A", "a62": "B"} {
		if got, err := c.Classify(severity.Facts{"x": x, "y": "a63"}); err != nil || got.Level.String() != want {
			t.Errorf("%s: %v, %v; want %s", x, got, err, want)
		}
	}
}

// What a caller does to a config afterwards, or to the facts that it is handed,
// changes no classifier.
func TestClassifierIsACopy(t *testing.T) {
	cfg := shop()
	c, err := severity.NewClassifier(cfg)
	if err != nil {
		t.Fatal(err)
	}
	cfg.Facts[0].Answers[0].Name, cfg.Rules[1].Level = "changed", "Low"
	cfg.Rules[4].Between[0] = "changed"
	c.Facts()[0].Answers[0].Name = "changed"
	if got, err := c.Classify(severity.Facts{"open": "no", "queue": "none"}); err != nil || got.Level.String() != "High" {
		t.Errorf("%v, %v", got, err)
	}
	if got := c.Facts()[0].Answers[0].Name; got != "yes" {
		t.Errorf("the first answer is now %s", got)
	}
}

func TestClassifierZero(t *testing.T) {
	var c severity.Classifier
	if _, err := c.Classify(nil); !errors.Is(err, severity.ErrClassifier) {
		t.Errorf("nothing: %v", err)
	}
	if _, err := c.Classify(severity.Facts{"open": "yes"}); !errors.Is(err, severity.ErrFact) {
		t.Errorf("a fact: %v", err)
	}
	if c.Scale() != nil || len(c.Facts()) != 0 {
		t.Error("the zero Classifier has something")
	}
}
