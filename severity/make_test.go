package severity_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/severity"
)

// newScale makes a scale whose texts are known to be right.
func newScale(t testing.TB, name string, levels ...string) *severity.Scale {
	t.Helper()
	s, err := severity.NewScale(name, levels...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// level returns the level of a name that the scale has.
func level(t testing.TB, s *severity.Scale, name string) severity.Level {
	t.Helper()
	l, err := s.Parse(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// at reads an instant of 2 March 2026 in UTC: at("09:00").
func at(t testing.TB, clock string) time.Time {
	t.Helper()
	got, err := time.ParseInLocation("2006-01-02 15:04", "2026-03-02 "+clock, time.UTC)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// shop is a classifier with every kind of rule: levels High, Medium and Low,
// facts open, queue and cause.
func shop() severity.ClassifierConfig {
	s, _ := severity.NewScale("shop", "High|P1", "Medium", "Low")
	return severity.ClassifierConfig{
		Scale: s,
		Facts: []severity.Fact{
			{Name: "open", Asks: "is the shop open?", Answers: []severity.Answer{{Name: "yes"}, {Name: "no"}}},
			{Name: "queue", Asks: "how long is the queue?", Answers: []severity.Answer{{Name: "long"}, {Name: "short"}, {Name: "none"}}},
			{Name: "cause", Asks: "why?", Answers: []severity.Answer{{Name: "strike"}, {Name: "fire"}}},
		},
		Rules: []severity.Rule{
			{Key: "idle_queue", Clause: "SHOP-1", Reason: "nobody queues for a shop that burns",
				When: []severity.Condition{{Fact: "cause", Is: []string{"fire"}}, {Fact: "queue", Is: []string{"long", "short"}}}},
			{Key: "closed", Level: "High", Clause: "SHOP-1", Reason: "nobody can buy anything",
				When: []severity.Condition{{Fact: "open", Is: []string{"no"}}}},
			{Key: "crowded", Level: "Medium", Clause: "SHOP-2", Reason: "people wait",
				When: []severity.Condition{{Fact: "queue", Is: []string{"long"}}}},
			{Key: "busy", Level: "Medium", Clause: "SHOP-2", Reason: "there is a queue and a strike",
				When: []severity.Condition{{Fact: "queue", Is: []string{"short"}}, {Fact: "cause", Is: []string{"strike"}}}},
			{Key: "open_fire", Between: []string{"High", "Low"}, Clause: "SHOP-3", Reason: "the text forgot about fires in an open shop",
				When: []severity.Condition{{Fact: "cause", Is: []string{"fire"}}}},
			{Key: "fine", Level: "Low", Clause: "SHOP-3", Reason: "all is well"},
		},
	}
}

// newShop makes the classifier of shop.
func newShop(t testing.TB) *severity.Classifier {
	t.Helper()
	c, err := severity.NewClassifier(shop())
	if err != nil {
		t.Fatal(err)
	}
	return c
}
