package portx_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

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
		// S2: key functionality or some loss of performance, no workaround.
		{"- - yes key_functionality none", "S2", "key_functionality"},
		{"- - yes performance none", "S2", "key_functionality"},
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
		} else if first, _, _ := strings.Cut(got.Rule, " "); first != tt.rule {
			t.Errorf("%s: by %s; want %s", tt.facts, got.Rule, tt.rule)
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
		{"- near no - none", severity.ErrMissing, ""}, // S1 wherever it is, by one of two rules: see below
		{"- - no - none", severity.ErrMissing, "severity: portx: S1 or S2 is possible; give environment (production or non_production) and milestone (near or not_near)"},
		{"non_production - no - none", severity.ErrMissing, "severity: portx: S1 or S2 is possible; give milestone (near or not_near)"},
		{"production - - key_functionality none", severity.ErrMissing, "severity: portx: S1 or S2 is possible; give usable (yes or no)"},
		{"production - no cosmetic none", severity.ErrContradiction,
			`severity: portx: usable "no" and impact "cosmetic" contradict each other: with such an impact the software remains functional (POR-2); change usable (yes), or impact (critical_functions, key_functionality or performance)`},
		{"- - - minor none", severity.ErrMissing, ""},
		{"- - yes minor none", severity.ErrUnsettled,
			"severity: portx: S3 or S4 is possible: both levels take minor issues, S3 those with an impact on usage (impact minor_usage), S4 those without (impact minor_issue) (POR-2); whoever sets the severity must name one"},
		{"non_production - yes critical_functions none", severity.ErrUnsettled,
			"severity: portx: S1 or S2 is possible: S1 names critical functions of the business for production only, and S2 names key functionality of the software (POR-2); whoever sets the severity must name one"},
		{"test - yes cosmetic none", severity.ErrFact, `severity: portx: environment: "test" is not an answer; write production or non_production`},
	} {
		got, err := c.Classify(sayFacts(tt.facts))
		if tt.want == "" {
			continue
		}
		if !errors.Is(err, tt.kind) || err.Error() != tt.want {
			t.Errorf("%s: %v, %v\nwant %s", tt.facts, got, err, tt.want)
		}
	}
}
