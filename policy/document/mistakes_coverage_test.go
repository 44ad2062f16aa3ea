package document_test

import (
	"strings"
	"testing"
)

// TestMistakes_Coverage has what is wrong with what is covered.
func TestMistakes_Coverage(t *testing.T) {
	covers := func(old, new string) []string {
		return []string{fair, strings.Replace(lending, old, new, 1)}
	}
	mistakes(t, []mistaken{
		// Of the form.
		{covers(`"fact": "card", `, ``), `{"required"`, `coverage.rules[0]: needs "fact"`},
		{covers(`"outcome": "suspended", `, ``), `{"fact": "card"`, `coverage.rules[0]: needs "outcome"`},
		{covers(`"suspended"`, `"free"`), `"free"`, `coverage.rules[0].outcome: "free" is not known; write covered, chargeable, suspended or not_covered`},
		{covers(`"clause": "L-1"`, `"clause": ""`), `"", "section"`, `coverage.rules[0].clause: "" is empty; write a text`},
		{covers(`"section": "3", `, ``), `{"fact": "late"`, `coverage.rules[2]: needs "section"`},
		{covers(`"rule": "a fee is due"`, `"reason": "a fee is due"`), `"reason"`, `coverage.rules[2].reason: unknown field; known are fact, required, unless, outcome, clause, section, rule` + "\n" + `coverage.rules[2]: needs "rule"`},
		{covers(`"required": true`, `"required": "yes"`), `"yes"`, `coverage.rules[0].required: "yes" must be true or false`},
		{covers(`["teacher"]`, `"teacher"`), `"teacher", "outcome"`, `coverage.rules[1].unless: "teacher" must be an array`},
		{covers(`"limits"`, `"limit"`), `"limit"`, `coverage.limit: unknown field; did you mean "limits"?`},
		{[]string{fair, `"coverage": {"rules": []}`}, `[]}`, `coverage.rules: must not be empty`},
		{[]string{fair, `"coverage": {}`}, `{}`, `coverage: needs "rules"`},
		// Of what must fit together.
		{covers(`"late"`, `"reference"`), `"reference", "outcome": "ch`, `coverage.rules[2].fact: "reference" has a rule already, rules[1]; one rule answers one question` + "\n" + `coverage.limits[0].bars[0]: "late" is a fact of no rule; write card, reference or teacher`},
		{covers(`"card"`, `"Card"`), `"Card"`, `coverage.rules[0].fact: "Card" is not a name of a fact; write small letters with underscores, such as on_site_work`},
		{covers(`["teacher"]`, `["teacher", "reference"]`), `"reference"], "outcome"`, `coverage.rules[1].unless[1]: "reference" cannot take back its own rule; write another fact`},
		{covers(`["teacher"]`, `["teacher", "teacher"]`), `"teacher"], "outcome"`, `coverage.rules[1].unless[1]: "teacher" stands there twice`},
		{covers(`["reference"]`, `["book"]`), `"book"`, `coverage.limits[0].needs[0]: "book" is a fact of no rule; write card, reference, teacher or late`},
		{covers(`["late"]`, `["late", "lost"]`), `"lost"`, `coverage.limits[0].bars[1]: "lost" is a fact of no rule; write card, reference, teacher or late`},
		{covers(`{"fact": "teacher"`, `{"fact": "pupil"`), `"pupil"`, `coverage.limits[0].fact: "pupil" is a fact of no rule; write card, reference, teacher or late`},
		{covers(`, "needs": ["reference"], "bars": ["late"]`, ``), `{"fact": "teacher"}`, `coverage.limits[0]: "teacher" limits nothing; write what the fact needs or bars`},
		{covers(`"bars": ["late"]`, `"bars": ["reference"]`), `"teacher", "needs"`, `coverage.limits[0].fact: "teacher" can never be true: it needs reference, and bars it`},
	})
}

// TestMistakes_CoverageAlone has documents without levels.
func TestMistakes_CoverageAlone(t *testing.T) {
	const levels = `levels: are missing; an agreement has at least one`
	const releases = `"releases": {"ordered": "R", "rules": [{"rule": {"support": "own"}}]}`
	for _, test := range []struct{ fields, want string }{
		{lending, `<nil>`},
		{`"from": "2026-01-01T00:00:00Z", ` + lending, `<nil>`},
		{lending + `, ` + releases, `<nil>`},
		{`"versions": [{` + lending + `}], ` + releases, `<nil>`},
		{`"readings": [{"name": "r", "values": ["x", "y"]}], ` + lending, `<nil>`},
		{`"zone": "UTC", ` + lending, levels},
		{`"refuse": [{"when": {"a": "b"}, "why": "x"}], ` + lending, levels},
		{`"from": "2026-01-01T00:00:00Z", ` + releases, levels},
		{`"versions": [{` + lending + `}, {"from": "2026-01-01T00:00:00Z"}], ` + releases, "versions[0]." + levels + "\nversions[1]." + levels},
		{`"versions": [{` + lending + `}, {"from": "2026-01-01T00:00:00Z", "levels": [{"name": "a"}]}]`, "versions[0]." + levels},
		{`"versions": [{"levels": [{"name": "a"}]}, {"from": "2026-01-01T00:00:00Z", ` + lending + `}]`, "versions[1]." + levels},
		{lending + `, "versions": [{"levels": [{"name": "a"}]}]`, "coverage: stands beside versions; write it in each of them"},
		// What is wrong with a coverage is said without levels too.
		{`"versions": [{` + strings.Replace(lending, `["late"]`, `["lost"]`, 1) + `}]`, `versions[0].coverage.limits[0].bars[0]: "lost" is a fact of no rule; write card, reference, teacher or late`},
	} {
		if got := whole(`{"schema": 1, "name": "acme", ` + test.fields + `}`); got != test.want {
			t.Errorf("%.200s\n%s\n%s", test.fields, got, test.want)
		}
	}
}
