package purchased_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/severity"
)

// sayFacts reads facts as they are short to write: software, emergency,
// completeness, performance, mainline and impact in this order, "-" for one that
// is left out.
func sayFacts(text string) severity.Facts {
	facts := severity.Facts{}
	for i, answer := range strings.Fields(text) {
		if answer != "-" {
			facts[[]string{"software", "emergency", "completeness", "performance", "mainline", "impact"}[i]] = answer
		}
	}
	return facts
}

// classify classifies facts, and returns the level and rule, or the error's text.
func classify(t *testing.T, facts string) (level, rule, clause string, err error) {
	t.Helper()
	c, err := purchased.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := c.Classify(sayFacts(facts))
	if err == nil && got.Reason == "" {
		t.Errorf("%s: %v has no reason", facts, got.Level)
	}
	return got.Level.String(), got.Rule, got.Clause, err
}

func TestPUR3_Severity1(t *testing.T) {
	for _, facts := range []string{
		"inoperable yes - - - -",
		"substantially_inoperable yes - - - -",
		"substantially_inoperable yes complete adequate working little",
		"inoperable yes materially_incomplete severely_degraded inoperable significant",
	} {
		if level, rule, clause, err := classify(t, facts); level != "1" || rule != "emergency" || clause != "PUR-3" {
			t.Errorf("%s: %s by %s of %s, %v", facts, level, rule, clause, err)
		}
	}
}

// TestPUR4_Severity2 has each of the four defects alone, one with an emergency
// (software that can be used is no Severity 1), and software that does not work
// without one.
func TestPUR4_Severity2(t *testing.T) {
	for facts, want := range map[string]string{
		"usable no materially_incomplete adequate working little":                        "incomplete",
		"usable no complete severely_degraded working little":                            "slow",
		"usable no complete adequate inoperable little":                                  "mainline",
		"usable no complete adequate working significant":                                "otherwise_significant",
		"usable yes complete adequate inoperable little":                                 "mainline",
		"usable - materially_incomplete - - -":                                           "incomplete",
		"usable yes materially_incomplete severely_degraded inoperable significant":      "incomplete",
		"usable - complete adequate working significant":                                 "otherwise_significant",
		"inoperable no - - - -":                                                          "mainline", // of software that does not work at all no function does
		"inoperable no complete adequate inoperable significant":                         "mainline",
		"substantially_inoperable no - severely_degraded - -":                            "slow",
		"substantially_inoperable no materially_incomplete adequate working significant": "otherwise_significant",
	} {
		if level, rule, clause, err := classify(t, facts); level != "2" || rule != want || clause != "PUR-4" {
			t.Errorf("%s: %s by %s of %s, %v; want 2 by %s", facts, level, rule, clause, err, want)
		}
	}
}

// TestPUR4_EachLimbByItself: 3.2.2 has four limbs with semicolons between them, and
// asks for software that can be used in the first alone. Without an emergency each of
// the others makes Severity 2 of software that does not work, wholly or in substance:
// 22 of the 24 full statements that agree with themselves. The two that are left have
// no limb, and no emergency either.
func TestPUR4_EachLimbByItself(t *testing.T) {
	c, err := purchased.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, software := range []string{"inoperable", "substantially_inoperable"} {
		for _, completeness := range []string{"materially_incomplete", "complete"} {
			for _, performance := range []string{"severely_degraded", "adequate"} {
				for _, mainline := range []string{"inoperable", "working"} {
					for _, impact := range []string{"significant", "little"} {
						facts := strings.Join([]string{software, "no", completeness, performance, mainline, impact}, " ")
						got, err := c.Classify(sayFacts(facts))
						switch {
						case software == "inoperable" && mainline == "working":
							if !errors.Is(err, severity.ErrContradiction) {
								t.Errorf("%s: %v, %v; want a contradiction", facts, got, err)
							}
							seen["contradiction"]++
						case performance == "adequate" && mainline == "working" && impact == "little":
							if !errors.Is(err, severity.ErrUnsettled) {
								t.Errorf("%s: %v, %v; want 1 or 2", facts, got, err)
							}
							seen["1 or 2"]++
						default:
							if err != nil || got.Level.String() != "2" || got.Clause != "PUR-4" {
								t.Errorf("%s: %v, %v; want 2 by PUR-4", facts, got, err)
							}
							seen["2"]++
						}
					}
				}
			}
		}
	}
	if diff := cmp.Diff(map[string]int{"2": 22, "1 or 2": 2, "contradiction": 8}, seen); diff != "" {
		t.Error(diff)
	}
}

// TestPUR4_CertainRule: the rule and the reason are those that the given facts make
// true, and not one that a fact might that nobody has told.
func TestPUR4_CertainRule(t *testing.T) {
	c, err := purchased.Classifier(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ facts, rule, want string }{
		{"usable - - - inoperable -", "mainline", "2: a mainline function or command does not work: mainline inoperable (PUR-4)"},
		{"usable - - severely_degraded - -", "slow", "2: performance suffers so much that use is severely affected: performance severely_degraded (PUR-4)"},
		{"usable - - - - significant", "otherwise_significant", "2: use is significantly affected: impact significant (PUR-4)"},
		// Of two that are certain, the first.
		{"usable - - severely_degraded inoperable -", "slow", "2: performance suffers so much that use is severely affected: performance severely_degraded (PUR-4)"},
		{"usable - materially_incomplete - - -", "incomplete", "2: the software can be used, but is materially incomplete: software usable, completeness materially_incomplete (PUR-4)"},
	} {
		got, err := c.Classify(sayFacts(tt.facts))
		if err != nil || got.String() != tt.want || got.Rule != tt.rule {
			t.Errorf("%s: %v by %s, %v\nwant %s by %s", tt.facts, got, got.Rule, err, tt.want, tt.rule)
		}
	}
}

func TestPUR5_Severity3(t *testing.T) {
	if level, rule, clause, err := classify(t, "usable no complete adequate working little"); level != "3" || rule != "inconvenient" || clause != "PUR-5" {
		t.Errorf("%s by %s of %s, %v", level, rule, clause, err)
	}
}

// TestPUR3_NoLevel has what the definitions do not decide, with each error's text.
func TestPUR3_NoLevel(t *testing.T) {
	for _, tt := range []struct {
		facts string
		kind  error
		want  string
	}{
		{"substantially_inoperable no complete adequate working little", severity.ErrUnsettled,
			"severity: purchased: 1 or 2 is possible: Severity 1 asks for an emergency, and Severity 2 for software that can be used, or for a defect that makes it by itself (PUR-3); whoever sets the severity must name one"},
		{"substantially_inoperable no materially_incomplete adequate working little", severity.ErrUnsettled,
			"severity: purchased: 1 or 2 is possible: Severity 1 asks for an emergency, and Severity 2 for software that can be used, or for a defect that makes it by itself (PUR-3); whoever sets the severity must name one"},
		{"inoperable - - - - -", severity.ErrMissing,
			"severity: purchased: 1 or 2 is possible; give emergency (yes or no)"},
		{"inoperable yes - - working -", severity.ErrContradiction,
			`severity: purchased: software "inoperable" and mainline "working" contradict each other: software that does not work at all has no mainline function that works (PUR-3); change software (substantially_inoperable or usable), or mainline (inoperable)`},
		{"usable yes complete adequate working little", severity.ErrContradiction,
			`severity: purchased: emergency "yes" and impact "little" contradict each other: what affects use a little is no emergency, where the software works and lacks nothing (PUR-5); change emergency (no), or impact (significant)`},
		{"usable no complete adequate working -", severity.ErrMissing,
			"severity: purchased: 2 or 3 is possible; give impact (significant or little)"},
		{"usable no - - - little", severity.ErrMissing,
			"severity: purchased: 2 or 3 is possible; give completeness (materially_incomplete or complete) and performance (severely_degraded or adequate) and mainline (inoperable or working)"},
		{"broken - - - - -", severity.ErrFact,
			`severity: purchased: software: "broken" is not an answer; write inoperable, substantially_inoperable or usable`},
	} {
		level, _, _, err := classify(t, tt.facts)
		if !errors.Is(err, tt.kind) || err.Error() != tt.want {
			t.Errorf("%s: %s, %v\nwant %s", tt.facts, level, err, tt.want)
		}
	}
}

// TestPUR3_EveryFactMatters changes one fact at a time.
func TestPUR3_EveryFactMatters(t *testing.T) {
	for _, tt := range []struct{ fact, from, to, wantFrom, wantTo string }{
		{"software", "substantially_inoperable yes complete adequate inoperable little", "usable yes complete adequate inoperable little", "1", "2"},
		{"completeness", "usable no complete adequate working little", "usable no materially_incomplete adequate working little", "3", "2"},
		{"performance", "usable no complete adequate working little", "usable no complete severely_degraded working little", "3", "2"},
		{"mainline", "usable no complete adequate working little", "usable no complete adequate inoperable little", "3", "2"},
		{"impact", "usable no complete adequate working little", "usable no complete adequate working significant", "3", "2"},
		{"emergency", "inoperable yes - - - -", "inoperable no - - - -", "1", "2"},
		{"software", "usable no materially_incomplete adequate working little", "substantially_inoperable no materially_incomplete adequate working little", "2", ""},
	} {
		from, _, _, _ := classify(t, tt.from)
		to, _, _, _ := classify(t, tt.to)
		if from != tt.wantFrom || to != tt.wantTo {
			t.Errorf("%s: from %q to %q; want %q and %q", tt.fact, from, to, tt.wantFrom, tt.wantTo)
		}
	}
}

func TestPUR3_LevelsOfThePolicy(t *testing.T) {
	p := mustNew(t)
	c, err := purchased.Classifier(p.Scale())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := c.Classify(sayFacts("inoperable yes - - - -")); err != nil || got.Level.Scale() != p.Scale() {
		t.Errorf("%v, %v", got, err)
	}
}

// TestPUR6_OneWorkaroundOneLevel drops a level step by step.
func TestPUR6_OneWorkaroundOneLevel(t *testing.T) {
	p := mustNew(t)
	l, err := purchased.Lowering(p.Scale())
	if err != nil {
		t.Fatal(err)
	}
	for from, want := range map[string]string{"1": "2", "2": "3", "3": "3"} {
		level, err := p.Scale().Parse(from)
		if err != nil {
			t.Fatal(err)
		}
		if got, lowered := l.After(level); got.String() != want || lowered != (from != want) {
			t.Errorf("%s becomes %v, %v; want %s", from, got, lowered, want)
		}
	}
	if diff := cmp.Diff(map[string]string{"1": "2", "2": "3"}, l.Names()); diff != "" || l.Kind() != severity.OneLevel || l.Clause() != "PUR-6" {
		t.Errorf("%v by %v %s", l.Kind(), l.Clause(), diff)
	}
}

// TestPUR6_NobodyIsNamed holds that the text names nobody who grades incidents.
func TestPUR6_NobodyIsNamed(t *testing.T) {
	a := purchased.Authority()
	for _, p := range []severity.Party{severity.Customer, severity.Supplier} {
		if a.Report.Allows(p) != severity.Unsaid || a.Change.Allows(p) != severity.Unsaid {
			t.Errorf("%v: %v, later %v", p, a.Report.Allows(p), a.Change.Allows(p))
		}
	}
	if a.Change.Allows(severity.Terms) != severity.Named || a.Report.Clause != "PUR-2" || a.Change.Clause != "PUR-6" {
		t.Errorf("%v", a)
	}
}

func ExampleClassifier() {
	c, err := purchased.Classifier(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	got, err := c.Classify(severity.Facts{"software": "usable", "mainline": "inoperable", "completeness": "complete", "performance": "adequate"})
	fmt.Println(got, err)
	// Output: 2: a mainline function or command does not work: mainline inoperable (PUR-4) <nil>
}

func ExampleLowering() {
	l, err := purchased.Lowering(nil)
	fmt.Println(l.Kind(), l.Names(), l.Clause(), err)
	// Output: one level map[1:2 2:3] PUR-6 <nil>
}

func ExampleAuthority() {
	fmt.Println(purchased.Authority().Report.Allows(severity.Customer))
	// Output: unsaid
}
