package cumulocity_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/severity"
)

// sayFacts reads facts as they are short to write: impact, software, operations
// and workaround in this order, "-" for one that is left out.
func sayFacts(text string) severity.Facts {
	facts := severity.Facts{}
	for i, answer := range strings.Fields(text) {
		if answer != "-" {
			facts[[]string{"impact", "software", "operations", "workaround"}[i]] = answer
		}
	}
	return facts
}

// TestCUM2_Definitions has the three columns of 4.2, and each mark of each
// definition changed alone.
func TestCUM2_Definitions(t *testing.T) {
	c, err := cumulocity.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ facts, want string }{
		// The three definitions.
		{"severe unusable stopped none", "Crisis"},
		{"severe unusable stopped -", "Crisis"},
		{"significant severely_limited restricted none", "Critical"},
		{"some usable unimpeded none", "Standard"},
		{"some usable unimpeded acceptable", "Standard"},
		{"some usable unimpeded -", "Standard"},
		// Each mark of Crisis changed alone.
		{"significant unusable stopped none", "Crisis or Critical"},
		{"severe severely_limited stopped none", "Crisis or Critical"},
		{"severe unusable restricted none", "Crisis or Critical"},
		// Each mark of Critical changed alone.
		{"severe severely_limited restricted none", "Crisis or Critical"},
		{"some severely_limited restricted none", "Critical or Standard"},
		{"significant unusable restricted none", "Crisis or Critical"},
		{"significant usable restricted none", "Critical or Standard"},
		{"significant severely_limited stopped none", "Crisis or Critical"},
		{"significant severely_limited unimpeded none", "Critical or Standard"},
		{"significant severely_limited restricted acceptable", "Critical or Standard"},
		// Each mark of Standard changed alone.
		{"significant usable unimpeded none", "Critical or Standard"},
		{"some severely_limited unimpeded none", "Critical or Standard"},
		{"some usable restricted none", "Critical or Standard"},
		// Marks of all three.
		{"some unusable restricted none", "Crisis, Critical or Standard"},
		{"severe usable restricted none", "Crisis, Critical or Standard"},
		{"severe unusable restricted acceptable", "Crisis, Critical or Standard"},
	} {
		got, err := c.Classify(sayFacts(tt.facts))
		if !strings.Contains(tt.want, " or ") {
			if err != nil || got.Level.String() != tt.want || got.Clause != "CUM-2" || got.Rule != strings.ToLower(tt.want) {
				t.Errorf("%s: %v, %v; want %s", tt.facts, got, err, tt.want)
			}
			continue
		}
		if !errors.Is(err, severity.ErrUnsettled) || !strings.HasPrefix(err.Error(), "severity: cumulocity: "+tt.want+" is possible: ") {
			t.Errorf("%s: %v, %v; want %s", tt.facts, got, err, tt.want)
		}
	}
}

func TestCUM2_NoLevel(t *testing.T) {
	c, err := cumulocity.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		facts string
		kind  error
		want  string
	}{
		{"significant severely_limited restricted -", severity.ErrMissing,
			"severity: cumulocity: Critical or Standard is possible; give workaround (none or acceptable)"},
		{"severe unusable - none", severity.ErrMissing,
			"severity: cumulocity: Crisis or Critical is possible; give operations (stopped or restricted)"},
		{"severe unusable stopped acceptable", severity.ErrContradiction,
			`severity: cumulocity: operations "stopped" and workaround "acceptable" contradict each other: with an acceptable workaround operations can go on (CUM-2); change operations (restricted), or workaround (none)`},
		{"some usable stopped none", severity.ErrContradiction,
			`severity: cumulocity: impact "some" and operations "stopped" contradict each other: operations that cannot go on are more than some impact (CUM-2); change impact (severe or significant), or operations (restricted or unimpeded)`},
		{"severe unusable unimpeded none", severity.ErrContradiction,
			`severity: cumulocity: impact "severe" and operations "unimpeded" contradict each other: a severe impact impedes operations (CUM-2); change impact (significant or some), or operations (stopped or restricted)`},
		{"grave - - -", severity.ErrFact, `severity: cumulocity: impact: "grave" is not an answer; write severe, significant or some`},
	} {
		got, err := c.Classify(sayFacts(tt.facts))
		if !errors.Is(err, tt.kind) || err.Error() != tt.want {
			t.Errorf("%s: %v, %v\nwant %s", tt.facts, got, err, tt.want)
		}
	}
}

func TestCUM2_LevelsOfThePolicy(t *testing.T) {
	p := mustNew(t)
	c, err := cumulocity.Classifier(p.Scale())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := c.Classify(sayFacts("severe unusable stopped -")); err != nil || got.Level.Scale() != p.Scale() {
		t.Errorf("%v, %v", got, err)
	}
}

// TestCUM2_WorkaroundLowersNothing holds that no clause lowers a severity.
func TestCUM2_WorkaroundLowersNothing(t *testing.T) {
	l, err := cumulocity.Lowering(nil)
	if err != nil || l.Kind() != severity.NoLowering || l.Names() != nil || l.Reason() == "" {
		t.Errorf("%v %v, %v", l.Kind(), l.Names(), err)
	}
	p := mustNew(t)
	if l, err = cumulocity.Lowering(p.Scale()); err != nil {
		t.Fatal(err)
	}
	for _, level := range p.Scale().Levels() {
		if got, lowered := l.After(level); lowered || got != level {
			t.Errorf("%v becomes %v", level, got)
		}
	}
}

func TestCUM2_SupplierDetermines(t *testing.T) {
	a := cumulocity.Authority()
	for _, s := range []severity.Setter{a.Report, a.Change} {
		if s.Allows(severity.Supplier) != severity.Named || s.Allows(severity.Customer) != severity.NotNamed {
			t.Errorf("%v", s)
		}
	}
}

func ExampleClassifier() {
	c, err := cumulocity.Classifier(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	got, err := c.Classify(severity.Facts{"impact": "severe", "software": "unusable", "operations": "stopped"})
	fmt.Println(got.Level, got.Clause, err)
	fmt.Println(got.Reason)
	// Output:
	// Crisis CUM-2 <nil>
	// the impact is severe, the software cannot be used, and operations cannot go on: impact severe, software unusable, operations stopped
}

func ExampleLowering() {
	l, err := cumulocity.Lowering(nil)
	fmt.Println(l.Kind(), l.Reason(), err)
	// Output: none no clause lowers a severity; the supplier may determine another one <nil>
}

func ExampleAuthority() {
	fmt.Println(cumulocity.Authority().Change.By)
	// Output: [supplier]
}
