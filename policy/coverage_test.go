package policy_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/policy"
)

// sampleRules are rules of each form: a condition, exclusions with and without
// an exception, and one for each outcome.
func sampleRules() []policy.CoverageRule {
	return []policy.CoverageRule{
		{Fact: "fees_paid", Required: true, Outcome: policy.Suspended, Clause: "X-1", Section: "1", Rule: "fees must be paid"},
		{Fact: "modified", Unless: []string{"approved", "own_change"}, Outcome: policy.NotCovered, Clause: "X-2", Section: "2", Rule: "no modified software"},
		{Fact: "data_repair", Outcome: policy.Chargeable, Clause: "X-3", Section: "3", Rule: "repair is charged"},
		{Fact: "list_reviewed", Required: true, Outcome: policy.Covered, Clause: "X-4", Section: "4", Rule: "the list must be reviewed"},
	}
}

func sampleLimits() []policy.FactLimit {
	return []policy.FactLimit{{Fact: "approved", Needs: []string{"modified"}, Bars: []string{"own_change"}}}
}

func mustCoverage(t interface {
	Helper()
	Fatal(...any)
}, rules []policy.CoverageRule, limits []policy.FactLimit) *policy.Coverage {
	t.Helper()
	c, err := policy.NewCoverage(rules, limits)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCoverageDecide(t *testing.T) {
	fees := policy.Reason{Outcome: policy.Suspended, Fact: "fees_paid", Clause: "X-1", Section: "1", Rule: "fees must be paid"}
	modified := policy.Reason{Outcome: policy.NotCovered, Fact: "modified", Stated: true, Clause: "X-2", Section: "2", Rule: "no modified software"}
	repair := policy.Reason{Outcome: policy.Chargeable, Fact: "data_repair", Stated: true, Clause: "X-3", Section: "3", Rule: "repair is charged"}
	review := policy.Reason{Outcome: policy.Covered, Fact: "list_reviewed", Clause: "X-4", Section: "4", Rule: "the list must be reviewed"}
	stated := func(r policy.Reason) policy.Reason { r.Stated = true; return r }

	for _, test := range []struct {
		name  string
		facts map[string]bool
		want  policy.Decision
	}{
		{"every condition fulfilled", map[string]bool{"fees_paid": true, "list_reviewed": true},
			policy.Decision{Outcome: policy.Covered}},
		{"nothing stated", nil,
			policy.Decision{Outcome: policy.Suspended, Reasons: []policy.Reason{fees, review}}},
		{"conditions stated to be unfulfilled", map[string]bool{"fees_paid": false, "list_reviewed": false},
			policy.Decision{Outcome: policy.Suspended, Reasons: []policy.Reason{stated(fees), stated(review)}}},
		{"exclusions stated not to apply", map[string]bool{"fees_paid": true, "list_reviewed": true, "modified": false, "data_repair": false, "approved": false},
			policy.Decision{Outcome: policy.Covered}},
		{"a missed duty alone leaves it covered", map[string]bool{"fees_paid": true},
			policy.Decision{Outcome: policy.Covered, Reasons: []policy.Reason{review}}},
		{"chargeable prevails over covered", map[string]bool{"fees_paid": true, "data_repair": true},
			policy.Decision{Outcome: policy.Chargeable, Reasons: []policy.Reason{repair, review}}},
		{"suspended prevails over chargeable", map[string]bool{"list_reviewed": true, "data_repair": true},
			policy.Decision{Outcome: policy.Suspended, Reasons: []policy.Reason{fees, repair}}},
		{"not covered prevails over all", map[string]bool{"modified": true, "data_repair": true},
			policy.Decision{Outcome: policy.NotCovered, Reasons: []policy.Reason{fees, modified, repair, review}}},
		{"an exception takes its rule back", map[string]bool{"fees_paid": true, "list_reviewed": true, "modified": true, "approved": true},
			policy.Decision{Outcome: policy.Covered}},
		{"so does the other exception", map[string]bool{"fees_paid": true, "list_reviewed": true, "modified": true, "own_change": true},
			policy.Decision{Outcome: policy.Covered}},
		{"an exception takes no other rule back", map[string]bool{"list_reviewed": true, "modified": true, "approved": true},
			policy.Decision{Outcome: policy.Suspended, Reasons: []policy.Reason{fees}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := mustCoverage(t, sampleRules(), sampleLimits()).Decide(test.facts)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("decision (-want +got)\n%s", diff)
			}
		})
	}
}

func TestCoverageFactErrors(t *testing.T) {
	const facts = "fees_paid, modified, approved, own_change, data_repair or list_reviewed"
	for _, test := range []struct {
		name  string
		facts map[string]bool
		want  string
	}{
		{"unknown facts, by name", map[string]bool{"zebra": false, "Modified": true},
			`policy: facts[Modified]: is not a fact of this coverage; did you mean "modified"?` + "\n" +
				`policy: facts[zebra]: is not a fact of this coverage; write ` + facts},
		{"a fact without what it needs", map[string]bool{"approved": true},
			`policy: facts[approved]: "true" is possible only with modified; write that as true too, or leave approved out`},
		{"a fact against what it needs", map[string]bool{"approved": true, "modified": false},
			`policy: facts[approved]: "true" is possible only with modified; write that as true too, or leave approved out`},
		{"a fact with what it bars", map[string]bool{"approved": true, "modified": true, "own_change": true},
			`policy: facts[approved]: "true" is not possible together with own_change; write one of them as false`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := mustCoverage(t, sampleRules(), sampleLimits()).Decide(test.facts)
			if err == nil || !errors.Is(err, policy.ErrFacts) {
				t.Fatalf("got error %v, want an ErrFacts", err)
			}
			if diff := cmp.Diff(test.want, err.Error()); diff != "" {
				t.Errorf("error (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(policy.Decision{}, got); diff != "" {
				t.Errorf("decision beside an error (-want +got)\n%s", diff)
			}
		})
	}
}

func TestCoverageRuleErrors(t *testing.T) {
	for _, test := range []struct {
		name string
		make func(rules []policy.CoverageRule, limits []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit)
		want string // a line of the error
	}{
		{"no rules", func([]policy.CoverageRule, []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			return nil, nil
		},
			`policy: rules: there is none; without a rule there is nothing to decide`},
		{"two rules for one fact", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[3].Fact = "modified"
			return r, l
		}, `policy: rules[3].fact: "modified" has a rule already, rules[1]; one rule answers one question`},
		{"a fact with capitals", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[0].Fact = "FeesPaid"
			return r, l
		}, `policy: rules[0].fact: "FeesPaid" is not a name of a fact; write small letters with underscores, such as on_site_work`},
		{"no fact", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[0].Fact = ""
			return r, l
		}, `policy: rules[0].fact: is not a name of a fact; write small letters with underscores, such as on_site_work`},
		{"an exception from itself", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[2].Unless = []string{"data_repair"}
			return r, l
		}, `policy: rules[2].unless[0]: "data_repair" cannot take back its own rule; write another fact`},
		{"no outcome", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[2].Outcome = 0
			return r, l
		}, `policy: rules[2].outcome: is not an outcome; write covered, chargeable, suspended or not_covered`},
		{"an outcome that does not exist", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[2].Outcome = policy.NotCovered + 1
			return r, l
		}, `policy: rules[2].outcome: "Outcome(5)" is not an outcome; write covered, chargeable, suspended or not_covered`},
		{"no clause", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[1].Clause = ""
			return r, l
		}, `policy: rules[1].clause: is missing; write the id of the clause, such as PUR-8`},
		{"no section", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[1].Section = ""
			return r, l
		}, `policy: rules[1].section: is missing; write where the text has it, such as 3.4`},
		{"no words", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[1].Rule = ""
			return r, l
		}, `policy: rules[1].rule: is missing; write the rule in words`},
		{"a limit of a fact of no rule", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			l[0].Needs = []string{"changed"}
			return r, l
		}, `policy: limits[0].needs[0]: "changed" is a fact of no rule; write fees_paid, modified, approved, own_change, data_repair or list_reviewed`},
		{"a limit that limits nothing", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			l[0].Needs, l[0].Bars = nil, nil
			return r, l
		}, `policy: limits[0]: "approved" limits nothing; write what the fact needs or bars`},
		{"an exception with capitals", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[1].Unless[1] = "Approved"
			return r, l
		}, `policy: rules[1].unless[1]: "Approved" is not a name of a fact; write small letters with underscores, such as on_site_work`},
		{"an exception twice", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[1].Unless[1] = "approved"
			return r, l
		}, `policy: rules[1].unless[1]: "approved" stands there twice`},
		{"a long fact", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			r[3].Fact = strings.Repeat("a", 65)
			return r, l
		}, `policy: rules[3].fact: "` + strings.Repeat("a", 40) + `…" is too long; the name of a fact has at most 64 letters`},
		{"a limit for a fact of no rule", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			l[0].Fact = "changed"
			return r, l
		}, `policy: limits[0].fact: "changed" is a fact of no rule; write fees_paid, modified, approved, own_change, data_repair or list_reviewed`},
		{"a limit that bars a fact of no rule", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			l[0].Bars = append(l[0].Bars, "changed")
			return r, l
		}, `policy: limits[0].bars[1]: "changed" is a fact of no rule; write fees_paid, modified, approved, own_change, data_repair or list_reviewed`},
		{"a limit that needs a fact twice", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			l[0].Needs = []string{"modified", "modified"}
			return r, l
		}, `policy: limits[0].needs[1]: "modified" stands there twice`},
		{"two limits of one fact", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			return r, append(l, policy.FactLimit{Fact: "approved", Bars: []string{"data_repair"}})
		}, `policy: limits[1].fact: "approved" has a limit already, limits[0]; write all that it needs and bars there`},
		{"a fact that bars itself", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			l[0].Bars = []string{"approved"}
			return r, l
		}, `policy: limits[0].fact: "approved" can never be true: it bars itself`},
		{"a fact that bars what it needs", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			l[0].Bars = []string{"own_change", "modified"}
			return r, l
		}, `policy: limits[0].fact: "approved" can never be true: it needs modified, and bars it`},
		{"a fact that what it needs bars", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			return r, append(l, policy.FactLimit{Fact: "modified", Bars: []string{"approved"}})
		}, `policy: limits[0].fact: "approved" can never be true: it needs modified, which bars it`},
		{"a fact that needs what bars itself", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			return r, append(l, policy.FactLimit{Fact: "modified", Bars: []string{"modified"}})
		}, `policy: limits[0].fact: "approved" can never be true: it needs modified, which bars itself`},
		{"a fact that needs, by way of others, what bars each other", func(r []policy.CoverageRule, l []policy.FactLimit) ([]policy.CoverageRule, []policy.FactLimit) {
			return r, append(l, policy.FactLimit{Fact: "modified", Needs: []string{"data_repair"}}, policy.FactLimit{Fact: "data_repair", Needs: []string{"fees_paid"}},
				policy.FactLimit{Fact: "fees_paid", Bars: []string{"modified"}})
		}, `policy: limits[0].fact: "approved" can never be true: it needs fees_paid and modified, and the one bars the other`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := policy.NewCoverage(test.make(sampleRules(), sampleLimits()))
			if err == nil || !errors.Is(err, policy.ErrCoverage) {
				t.Fatalf("got error %v, want an ErrCoverage", err)
			}
			if !slices.Contains(strings.Split(err.Error(), "\n"), test.want) {
				t.Errorf("got error\n%v\nwant the line\n%s", err, test.want)
			}
		})
	}
	if _, err := policy.NewCoverage(sampleRules(), sampleLimits()); err != nil {
		t.Errorf("the rules without a mistake: %v", err)
	}
	var zero policy.Coverage
	if _, err := zero.Decide(nil); !errors.Is(err, policy.ErrCoverage) {
		t.Errorf("the zero Coverage: got error %v, want an ErrCoverage", err)
	}
}

func TestCoverageNeverChanges(t *testing.T) {
	rules, limits := sampleRules(), sampleLimits()
	c := mustCoverage(t, rules, limits)
	rules[1].Unless[0], limits[0].Needs[0], limits[0].Bars[0] = "data_repair", "data_repair", "data_repair"
	c.Rules()[1].Unless[0] = "data_repair"
	c.Facts()[1] = "data_repair"
	c.Limits()[0].Needs[0], c.Limits()[0].Bars[0] = "data_repair", "data_repair"
	if diff := cmp.Diff(sampleLimits(), c.Limits()); diff != "" {
		t.Errorf("limits changed from outside (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(sampleRules(), c.Rules()); diff != "" {
		t.Errorf("rules changed from outside (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"fees_paid", "modified", "approved", "own_change", "data_repair", "list_reviewed"}, c.Facts()); diff != "" {
		t.Errorf("facts changed from outside (-want +got)\n%s", diff)
	}
	if _, err := c.Decide(map[string]bool{"modified": true, "approved": true}); err != nil {
		t.Errorf("limits changed from outside: %v", err)
	}
}

func TestDecisionWith(t *testing.T) {
	charge := policy.Reason{Outcome: policy.Chargeable, Fact: "a"}
	suspend := policy.Reason{Outcome: policy.Suspended, Fact: "b"}
	for _, test := range []struct {
		name    string
		from    policy.Decision
		reasons []policy.Reason
		want    policy.Decision
	}{
		{"no reason", policy.Decision{Outcome: policy.Covered}, nil, policy.Decision{Outcome: policy.Covered}},
		{"the zero Decision decides nothing", policy.Decision{}, nil, policy.Decision{}},
		{"a graver one", policy.Decision{Outcome: policy.Chargeable, Reasons: []policy.Reason{charge}}, []policy.Reason{suspend},
			policy.Decision{Outcome: policy.Suspended, Reasons: []policy.Reason{charge, suspend}}},
		{"a lesser one", policy.Decision{Outcome: policy.Suspended, Reasons: []policy.Reason{suspend}}, []policy.Reason{charge},
			policy.Decision{Outcome: policy.Suspended, Reasons: []policy.Reason{suspend, charge}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.from.With(test.reasons...)); diff != "" {
				t.Errorf("decision (-want +got)\n%s", diff)
			}
		})
	}
	// Two decisions that grow from one must not share what they append to.
	base := policy.Decision{Outcome: policy.Covered}.With(charge).With(charge).With(charge)
	one, two := base.With(suspend), base.With(charge)
	if one.Reasons[3].Fact != "b" || two.Reasons[3].Fact != "a" {
		t.Errorf("decisions share their reasons: %v and %v", one, two)
	}
}

// TestPropCoverageReasons draws rules and facts, and judges each rule by itself:
// a decision has exactly the reasons that apply one by one, in the order of the
// rules, and the highest of their outcomes.
func TestPropCoverageReasons(t *testing.T) {
	names := []string{"a", "b", "c", "d", "e", "f"}
	rapid.Check(t, func(t *rapid.T) {
		var rules []policy.CoverageRule
		for _, fact := range rapid.Permutation(names).Draw(t, "order")[:rapid.IntRange(1, 6).Draw(t, "rules")] {
			others := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == fact })
			rules = append(rules, policy.CoverageRule{
				Fact: fact, Required: rapid.Bool().Draw(t, "required"), Clause: "X-1", Section: "1", Rule: "rule " + fact,
				Unless:  rapid.SliceOfNDistinct(rapid.SampledFrom(others), 0, 2, rapid.ID).Draw(t, "unless"),
				Outcome: rapid.SampledFrom([]policy.Outcome{policy.Covered, policy.Chargeable, policy.Suspended, policy.NotCovered}).Draw(t, "outcome"),
			})
		}
		c := mustCoverage(t, rules, nil)
		facts := map[string]bool{}
		for _, name := range c.Facts() {
			if rapid.Bool().Draw(t, "given") {
				facts[name] = rapid.Bool().Draw(t, name)
			}
		}
		all, err := c.Decide(facts)
		if err != nil {
			t.Fatal(err)
		}
		want := policy.Decision{Outcome: policy.Covered}
		for _, r := range rules {
			mine := map[string]bool{}
			for _, name := range append([]string{r.Fact}, r.Unless...) {
				if v, given := facts[name]; given {
					mine[name] = v
				}
			}
			alone, err := mustCoverage(t, []policy.CoverageRule{r}, nil).Decide(mine)
			if err != nil {
				t.Fatal(err)
			}
			want.Reasons = append(want.Reasons, alone.Reasons...)
			for _, reason := range alone.Reasons {
				want.Outcome = max(want.Outcome, reason.Outcome)
			}
		}
		if diff := cmp.Diff(want, all); diff != "" {
			t.Fatalf("reasons one by one and all at once differ (-one by one +all)\n%s", diff)
		}
	})
}
