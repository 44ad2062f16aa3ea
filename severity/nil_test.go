package severity_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/severity"
)

// TestNilClassifier: a nil classifier answers like the zero one, which knows no fact.
func TestNilClassifier(t *testing.T) {
	for name, c := range map[string]*severity.Classifier{"nil": nil, "zero": new(severity.Classifier)} {
		if c.Scale() != nil || len(c.Facts()) != 0 {
			t.Errorf("%s: scale %v, facts %v", name, c.Scale(), c.Facts())
		}
		got, err := c.Classify(nil)
		if want := "severity: classifier: has no rules; make it with NewClassifier"; !errors.Is(err, severity.ErrClassifier) || err.Error() != want || got != (severity.Classification{}) {
			t.Errorf("%s: %v, %v, want %s", name, got, err, want)
		}
		got, err = c.Classify(severity.Facts{"open": "yes"})
		var facts *severity.FactsError
		if !errors.Is(err, severity.ErrFact) || !errors.As(err, &facts) || facts.Fact != "open" || len(facts.Valid) != 0 || got != (severity.Classification{}) {
			t.Errorf("%s, asked of a fact: %v, %v", name, got, err)
		}
		if diff := cmp.Diff(`severity: "open" is not a fact; there are none`, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestNilScale: a nil scale is like the zero one, but that nothing can be read into it.
func TestNilScale(t *testing.T) {
	var none *severity.Scale
	if none.Name() != "" || none.String() != "" || none.Len() != 0 || len(none.Levels()) != 0 || len(none.Names()) != 0 {
		t.Errorf("%q, %v, %v", none.Name(), none.Levels(), none.Names())
	}
	if l, ok := none.Level(1); ok || !l.IsZero() {
		t.Errorf("level 1: %v, %v", l, ok)
	}
	if _, err := none.Parse("1"); !errors.Is(err, severity.ErrLevel) {
		t.Error(err)
	}
	if _, err := none.MarshalJSON(); !errors.Is(err, severity.ErrScale) {
		t.Error(err)
	}
	if err := none.UnmarshalJSON([]byte(`{"name":"acme","levels":["A"]}`)); !errors.Is(err, severity.ErrScale) {
		t.Error(err)
	}
}
