package policy_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/policy"
)

// TestCoverageSize: a coverage can ask for 256 facts and have as many limits, and no more.
func TestCoverageSize(t *testing.T) {
	make := func(n int) (rules []policy.CoverageRule, limits []policy.FactLimit) {
		for i := range n {
			fact := fmt.Sprintf("fact_%d", i)
			rules = append(rules, policy.CoverageRule{Fact: fact, Outcome: policy.NotCovered, Clause: "X-1", Section: "1", Rule: "x"})
			limits = append(limits, policy.FactLimit{Fact: fact, Needs: []string{fmt.Sprintf("fact_%d", (i+1)%n)}})
		}
		return rules, limits
	}
	rules, limits := make(policy.MaxFacts)
	if c := mustCoverage(t, rules, limits); len(c.Facts()) != 256 {
		t.Errorf("%d facts", len(c.Facts()))
	}
	more, moreLimits := make(257)
	exceptions := append([]policy.CoverageRule(nil), rules...)
	exceptions[7].Unless = []string{"fact_256"}
	for _, test := range []struct {
		rules  []policy.CoverageRule
		limits []policy.FactLimit
		want   string
	}{
		{more, nil, "policy: rules[256]: asks for one fact too many; a coverage asks for at most 256"},
		{exceptions, nil, "policy: rules[255]: asks for one fact too many; a coverage asks for at most 256"},
		{rules, moreLimits, "policy: limits: are 257; a coverage has at most 256"},
	} {
		if _, err := policy.NewCoverage(test.rules, test.limits); !errors.Is(err, policy.ErrCoverage) || err.Error() != test.want {
			t.Errorf("got error %v, want %s", err, test.want)
		}
	}
	for i := range limits {
		limits[i].Needs[0] = "nothing"
	}
	_, err := policy.NewCoverage(rules, limits)
	if text := fmt.Sprint(err); strings.Count(text, "\n") != 100 || !strings.HasSuffix(text, "\npolicy: limits: have more mistakes than these") {
		t.Errorf("%d lines: %.300s", strings.Count(text, "\n"), text)
	}
	// Of many names the first twenty are listed.
	line, _, _ := strings.Cut(fmt.Sprint(err), "\n")
	if !strings.HasPrefix(line, `policy: limits[0].needs[0]: "nothing" is a fact of no rule; write fact_0, fact_1, `) || !strings.HasSuffix(line, ", fact_19, …") {
		t.Error(line)
	}
	// The name of a fact can have 64 letters.
	rules[0].Fact = strings.Repeat("a", 64)
	mustCoverage(t, rules[:1], nil)
}

// TestPropCoverageLimits draws limits, and tries for each whether its fact can be true
// together with any others: if it never can, and only then, the limit is a mistake.
func TestPropCoverageLimits(t *testing.T) {
	names := []string{"a", "b", "c", "d", "e"}
	var rules []policy.CoverageRule
	for _, fact := range names {
		rules = append(rules, policy.CoverageRule{Fact: fact, Outcome: policy.NotCovered, Clause: "X-1", Section: "1", Rule: "x"})
	}
	rapid.Check(t, func(t *rapid.T) {
		var limits []policy.FactLimit
		for _, fact := range rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, 5, rapid.ID).Draw(t, "limited") {
			l := policy.FactLimit{
				Fact:  fact,
				Needs: rapid.SliceOfNDistinct(rapid.SampledFrom(names), 0, 2, rapid.ID).Draw(t, "needs"),
				Bars:  rapid.SliceOfNDistinct(rapid.SampledFrom(names), 0, 2, rapid.ID).Draw(t, "bars"),
			}
			if len(l.Needs)+len(l.Bars) > 0 {
				limits = append(limits, l)
			}
		}
		_, err := policy.NewCoverage(rules, limits)
		for i, l := range limits {
			possible := false
			for set := range 1 << len(names) {
				facts := map[string]bool{}
				for k, name := range names {
					facts[name] = set>>k&1 == 1
				}
				possible = possible || facts[l.Fact] && agree(facts, limits)
			}
			never := fmt.Sprintf("policy: limits[%d].fact: %q can never be true: ", i, l.Fact)
			if said := strings.Contains(fmt.Sprint(err), never); said == possible {
				t.Fatalf("%+v: %s possible is %v, and the error is %v", limits, l.Fact, possible, err)
			}
		}
	})
}

// agree reports whether facts keep to limits.
func agree(facts map[string]bool, limits []policy.FactLimit) bool {
	for _, l := range limits {
		if !facts[l.Fact] {
			continue
		}
		for _, name := range l.Needs {
			if !facts[name] {
				return false
			}
		}
		for _, name := range l.Bars {
			if facts[name] {
				return false
			}
		}
	}
	return true
}

// TestCoverageManyMistakes: a hundred mistakes are listed one by one; of more, the error
// says that there are more, whether they are in one limit or in many. The same holds for
// the facts of a request.
func TestCoverageManyMistakes(t *testing.T) {
	rule := policy.CoverageRule{Fact: "a", Outcome: policy.NotCovered, Clause: "X-1", Section: "1", Rule: "no"}
	names := func(n int) (all []string) {
		for i := range n {
			all = append(all, fmt.Sprintf("n%d", i))
		}
		return all
	}
	of := func(err error) []string { return strings.Split(err.Error(), "\n") }
	const more = "policy: limits: have more mistakes than these"
	for _, n := range []int{100, 101, 5000} {
		many := make([]policy.FactLimit, min(n, policy.MaxFacts))
		for i := range many {
			many[i] = policy.FactLimit{Fact: fmt.Sprintf("n%d", i), Needs: []string{"a"}}
		}
		for where, limits := range map[string][]policy.FactLimit{"one limit": {{Fact: "a", Needs: names(n)}}, "many": many} {
			_, err := policy.NewCoverage([]policy.CoverageRule{rule}, limits)
			if got := of(err); n <= 100 && (len(got) != n || got[n-1] == more) || n > 100 && (len(got) != 101 || got[100] != more) {
				t.Errorf("%d mistakes in %s: %d lines, the last %s", n, where, len(got), got[len(got)-1])
			}
		}
		c, err := policy.NewCoverage([]policy.CoverageRule{rule}, nil)
		if err != nil {
			t.Fatal(err)
		}
		facts := map[string]bool{}
		for _, name := range names(n) {
			facts[name+"_not_asked"] = true
		}
		_, err = c.Decide(facts)
		if got := of(err); n <= 100 && len(got) != n || n > 100 && (len(got) != 101 || got[100] != "policy: facts: have more mistakes than these") {
			t.Errorf("%d facts: %d lines, the last %s", n, len(got), got[len(got)-1])
		}
	}
	rule.Unless = names(policy.MaxFacts + 1)
	if _, err := policy.NewCoverage([]policy.CoverageRule{rule}, nil); err == nil || !strings.Contains(err.Error(), "rules[0].unless: are 257; a coverage asks for at most 256 facts") {
		t.Error(err)
	}
}
