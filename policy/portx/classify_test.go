package portx_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/severity"
)

// sayFacts reads facts as they are short to write: environment, milestone,
// usable, impact and workaround in this order, "-" for one that is left out.
func sayFacts(text string) severity.Facts {
	facts := severity.Facts{}
	for i, answer := range strings.Fields(text) {
		if answer != "-" {
			facts[[]string{"environment", "milestone", "usable", "impact", "workaround"}[i]] = answer
		}
	}
	return facts
}

// TestPOR2_Table has each sentence of the severity table, and each of its marks
// changed alone.
func TestPOR2_Table(t *testing.T) {
	c, err := portx.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ facts, want, rule string }{
		// S1, first scenario: production unusable, or severely affecting other
		// critical business functions, and no workaround.
		{"production not_near no key_functionality none", "S1", "production_outage"},
		{"production - no - none", "S1", "production_outage"},
		{"production - yes critical_functions none", "S1", "production_critical_functions"},
		{"production - no critical_functions none", "S1", "production_outage"},
		{"production - no key_functionality viable", "S3", "viable_workaround"},
		{"production - yes critical_functions viable", "S3", "viable_workaround"},
		{"production - yes key_functionality none", "S2", "key_functionality"},
		// S1, second scenario: not production, near a critical milestone,
		// unusable, no workaround.
		{"non_production near no - none", "S1", "milestone_outage"},
		{"non_production not_near no - none", "S2", "other_outage"},
		{"non_production near yes key_functionality none", "S2", "key_functionality"},
		{"non_production near no - viable", "S3", "viable_workaround"},
		{"production near no - none", "S1", "production_outage"},
		{"- near no - none", "S1", "production_outage"}, // wherever it is, by one of two rules
		// S2: key functionality or some loss of performance, no workaround.
		{"- - yes key_functionality none", "S2", "key_functionality"},
		{"- - yes performance none", "S2", "key_functionality"},
		// What S1 leaves, outside production: its heading asks for an outage there, and
		// for a critical milestone, and S2 is the other level without a workaround.
		{"non_production not_near no critical_functions none", "S2", "other_outage"},
		{"non_production not_near no performance none", "S2", "other_outage"},
		{"non_production not_near yes critical_functions none", "S2", "critical_functions_elsewhere"},
		{"non_production near yes critical_functions none", "S2", "critical_functions_elsewhere"},
		{"non_production - yes critical_functions viable", "S3", "viable_workaround"},
		{"- - - key_functionality viable", "S3", "viable_workaround"},
		{"- - - performance viable", "S3", "viable_workaround"},
		// S3: moderate or minor impact on usage, enhancements, how-to questions,
		// and whatever has a viable workaround.
		{"- - - moderate none", "S3", "limited_impact"},
		{"- - yes moderate viable", "S3", "viable_workaround"},
		{"- - - minor_usage none", "S3", "limited_impact"},
		{"- - - how_to none", "S3", "question"},
		{"- - - enhancement_urgent none", "S3", "question"},
		// S4: minor, cosmetic, documentation, enhancements that can wait.
		{"- - - minor_issue -", "S4", "no_feature_affected"},
		{"- - - cosmetic -", "S4", "no_feature_affected"},
		{"- - - documentation -", "S4", "no_feature_affected"},
		{"- - - enhancement -", "S4", "no_feature_affected"},
		{"production near yes cosmetic viable", "S4", "no_feature_affected"},
	} {
		got, err := c.Classify(sayFacts(tt.facts))
		if err != nil || got.Level.String() != tt.want || got.Clause != "POR-2" || got.Reason == "" {
			t.Errorf("%s: %v, %v; want %s by %s", tt.facts, got, err, tt.want, tt.rule)
		} else if got.Rule != tt.rule {
			t.Errorf("%s: by %s; want %s", tt.facts, got.Rule, tt.rule)
		}
	}
}

// TestPOR2_WhatS3MayInclude: of issues with a viable workaround, questions and wishes the
// table says that S3 may include them. S4 includes what is minor and affects no
// feature, what is cosmetic, the documentation, and wishes that can wait, with or
// without a workaround: those it keeps, and the rest is S3's. Of what is minor both
// levels say that it is theirs, so those facts leave two levels.
func TestPOR2_WhatS3MayInclude(t *testing.T) {
	c, err := portx.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	for impact, want := range map[string]string{
		"minor_issue": "S4", "cosmetic": "S4", "documentation": "S4", "enhancement": "S4",
		"moderate": "S3", "minor_usage": "S3", "how_to": "S3", "enhancement_urgent": "S3",
		"critical_functions": "S3", "key_functionality": "S3", "performance": "S3", "minor": "S3 or S4",
	} {
		for _, environment := range []string{"production", "non_production"} {
			for _, milestone := range []string{"near", "not_near"} {
				facts := strings.Join([]string{environment, milestone, "yes", impact, "viable"}, " ")
				got, err := c.Classify(sayFacts(facts))
				level := got.Level.String()
				if errors.Is(err, severity.ErrUnsettled) && strings.Contains(err.Error(), "S3 or S4 is possible") {
					level, err = "S3 or S4", nil
				}
				if err != nil || level != want {
					t.Errorf("%s: %v, %v; want %s", facts, got, err, want)
				}
			}
		}
	}
}

// TestPOR2_CertainRule: the rule and the reason are those that the given facts make
// true. Where they leave open which of two it is, both are the reason.
func TestPOR2_CertainRule(t *testing.T) {
	c, err := portx.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ facts, rule, want string }{
		{"- - - how_to -", "question", "S3: it is a question or a wish: impact how_to (POR-2)"},
		{"- - - enhancement_urgent -", "question", "S3: it is a question or a wish: impact enhancement_urgent (POR-2)"},
		{"- - - moderate -", "limited_impact", "S3: its impact on usage is limited, and the software remains functional: impact moderate (POR-2)"},
		{"- - - how_to viable", "viable_workaround", "S3: it is an issue with a viable workaround: workaround viable (POR-2)"},
		{"- near no - none", "production_outage", "S1: production cannot be used, and there is no way around it, or an environment outside production cannot be used " +
			"shortly before a critical milestone, and there is no way around it: milestone near, usable no, workaround none (POR-2)"},
	} {
		got, err := c.Classify(sayFacts(tt.facts))
		if err != nil || got.String() != tt.want || got.Rule != tt.rule {
			t.Errorf("%s: %v by %s, %v\nwant %s by %s", tt.facts, got, got.Rule, err, tt.want, tt.rule)
		}
	}
}

func TestPOR2_NoLevel(t *testing.T) {
	c, err := portx.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		facts string
		kind  error
		want  string
	}{
		{"production - no key_functionality -", severity.ErrMissing,
			"severity: portx: S1 or S3 is possible; give workaround (none or viable)"},
		{"- - no - none", severity.ErrMissing, "severity: portx: S1 or S2 is possible; give environment (production or non_production) and milestone (near or not_near)"},
		{"non_production - no - none", severity.ErrMissing, "severity: portx: S1 or S2 is possible; give milestone (near or not_near)"},
		{"production - - key_functionality none", severity.ErrMissing, "severity: portx: S1 or S2 is possible; give usable (yes or no)"},
		{"production - no cosmetic none", severity.ErrContradiction,
			`severity: portx: usable "no" and impact "cosmetic" contradict each other: with such an impact the software remains functional (POR-2); change usable (yes), or impact (critical_functions, key_functionality or performance)`},
		{"- - - minor -", severity.ErrUnsettled,
			"severity: portx: S3 or S4 is possible: both levels take minor issues, S3 those with an impact on usage (impact minor_usage), S4 those without (impact minor_issue) (POR-2); whoever sets the severity must name one"},
		{"- - yes critical_functions none", severity.ErrMissing, "severity: portx: S1 or S2 is possible; give environment (production or non_production)"},
		{"test - yes cosmetic none", severity.ErrFact, `severity: portx: environment: "test" is not an answer; write production or non_production`},
	} {
		got, err := c.Classify(sayFacts(tt.facts))
		if !errors.Is(err, tt.kind) || err.Error() != tt.want {
			t.Errorf("%s: %v, %v\nwant %s", tt.facts, got, err, tt.want)
		}
	}
}

// TestPOR2_EveryFactMatters changes one fact at a time.
func TestPOR2_EveryFactMatters(t *testing.T) {
	c, err := portx.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ fact, from, to, wantFrom, wantTo string }{
		{"environment", "production not_near no key_functionality none", "non_production not_near no key_functionality none", "S1", "S2"},
		{"milestone", "non_production near no key_functionality none", "non_production not_near no key_functionality none", "S1", "S2"},
		{"usable", "production near no key_functionality none", "production near yes key_functionality none", "S1", "S2"},
		{"impact", "production near yes key_functionality none", "production near yes cosmetic none", "S2", "S4"},
		{"workaround", "production near yes key_functionality none", "production near yes key_functionality viable", "S2", "S3"},
	} {
		from, err1 := c.Classify(sayFacts(tt.from))
		to, err2 := c.Classify(sayFacts(tt.to))
		if err1 != nil || err2 != nil || from.Level.String() != tt.wantFrom || to.Level.String() != tt.wantTo {
			t.Errorf("%s: from %v to %v; want %s and %s (%v, %v)", tt.fact, from.Level, to.Level, tt.wantFrom, tt.wantTo, err1, err2)
		}
	}
}

// TestPOR2_LevelsOfThePolicy shows that what is classified can stand in a ticket.
func TestPOR2_LevelsOfThePolicy(t *testing.T) {
	days := map[string]int{"S1": 1, "S2": 2, "S3": 3, "S4": 5}
	p, err := portx.New(policy.Customer{Zone: "UTC", Country: "NONE", ResponseDays: days}, nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := portx.Classifier(p.Scale())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := c.Classify(severity.Facts{"impact": "cosmetic"}); err != nil || got.Level.Scale() != p.Scale() {
		t.Errorf("%v, %v", got, err)
	}
	strange, err := severity.NewScale("other", "1", "2")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := portx.Classifier(strange); !errors.Is(err, severity.ErrClassifier) {
		t.Errorf("a scale without S1: %v", err)
	}
	if _, err := portx.Lowering(strange); !errors.Is(err, severity.ErrLowering) {
		t.Errorf("a scale without S1: %v", err)
	}
}

// TestPOR3_WorkaroundByDefinition lets a workaround appear under all facts that
// make S1 or S2 without one: the definitions then say what the lowering says.
func TestPOR3_WorkaroundByDefinition(t *testing.T) {
	c, err := portx.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	l, err := portx.Lowering(c.Scale())
	if err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]string{"S1": "S3", "S2": "S3", "S3": "S3", "S4": "S4"} {
		level, err := c.Scale().Parse(from)
		if err != nil {
			t.Fatal(err)
		}
		if got, lowered := l.After(level); got.String() != want || lowered != (from != want) {
			t.Errorf("%s becomes %v, %v; want %s", from, got, lowered, want)
		}
	}
	if l.Kind() != severity.ByDefinition || l.Clause() != "POR-3" {
		t.Errorf("%v by %v", l.Kind(), l.Clause())
	}
	if diff := cmp.Diff(map[string]string{"S1": "S3", "S2": "S3"}, l.Names()); diff != "" {
		t.Error(diff)
	}
	seen := map[string]int{}
	for _, environment := range []string{"production", "non_production"} {
		for _, milestone := range []string{"near", "not_near"} {
			for _, usable := range []string{"yes", "no"} {
				for _, impact := range []string{"critical_functions", "key_functionality", "performance", "moderate", "minor_usage", "minor_issue",
					"cosmetic", "documentation", "how_to", "enhancement_urgent", "enhancement"} {
					facts := severity.Facts{"environment": environment, "milestone": milestone, "usable": usable, "impact": impact, "workaround": "none"}
					before, err := c.Classify(facts)
					if err != nil {
						continue
					}
					seen[before.Level.String()]++
					facts["workaround"] = "viable"
					after, err := c.Classify(facts)
					want, _ := l.After(before.Level)
					if err != nil || after.Level != want {
						t.Errorf("%v: %v, and before %v: %v", facts, after.Level, before.Level, err)
					}
				}
			}
		}
	}
	if diff := cmp.Diff(map[string]int{"S1": 11, "S2": 13, "S3": 16, "S4": 16}, seen); diff != "" {
		t.Error(diff)
	}
}

func TestPOR3_SupplierDetermines(t *testing.T) {
	a := portx.Authority()
	for _, s := range []severity.Setter{a.Report, a.Change} {
		if s.Allows(severity.Supplier) != severity.Named || s.Allows(severity.Customer) != severity.NotNamed || s.Clause != "POR-3" {
			t.Errorf("%v", s)
		}
	}
}

func ExampleClassifier() {
	c, err := portx.Classifier(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := severity.Facts{"environment": "production", "usable": "yes", "impact": "key_functionality"}
	fmt.Println(c.Classify(facts))
	facts["workaround"] = "none"
	fmt.Println(c.Classify(facts))
	// Output:
	//  severity: portx: S2 or S3 is possible; give workaround (none or viable)
	// S2: key functionality or performance suffers, there is no way around it, and the rest works: usable yes, impact key_functionality, workaround none (POR-2) <nil>
}

func ExampleLowering() {
	l, err := portx.Lowering(nil)
	fmt.Println(l.Kind(), l.Names(), l.Clause(), err)
	// Output: by definition map[S1:S3 S2:S3] POR-3 <nil>
}

func ExampleAuthority() {
	a := portx.Authority()
	fmt.Println("customer:", a.Report.Allows(severity.Customer))
	fmt.Println("supplier:", a.Report.Allows(severity.Supplier))
	// Output:
	// customer: not named
	// supplier: named
}
