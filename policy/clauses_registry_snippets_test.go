package policy_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
)

// TestClausesTracerReadsRegistries changes the registries of a sound module and looks at what is found.
func TestClausesTracerReadsRegistries(t *testing.T) {
	const file = "policy/purchased/clauses.go:0: "
	for _, tt := range []struct {
		name   string
		change func(all []registry)
		want   []string
	}{
		{"sound", func([]registry) {}, nil},
		{"doubled", func(all []registry) { all[1].clauses[3].ID = "PUR-3" }, []string{file + `order: clause 4 of purchased has the id "PUR-3"`}},
		{"out of order", func(all []registry) {
			all[1].clauses[2], all[1].clauses[3] = all[1].clauses[3], all[1].clauses[2]
		}, []string{file + `order: clause 3 of purchased has the id "PUR-4"`, file + `order: clause 4 of purchased has the id "PUR-3"`}},
		{"a gap", func(all []registry) { all[1].clauses[3].ID = "PUR-5" }, []string{file + `order: clause 4 of purchased has the id "PUR-5"`}},
		{"a letter follows its number", func(all []registry) { all[1].clauses[3].ID = "PUR-3a" }, nil},
		{"another prefix", func(all []registry) { all[1].clauses[3].ID = "POR-4" }, []string{file + `order: clause 4 of purchased has the id "POR-4"`}},
		{"no number", func(all []registry) { all[1].clauses[3].ID = "PUR-04" }, []string{file + `order: clause 4 of purchased has the id "PUR-04"`}},
		{"open without a reason", func(all []registry) { all[1].clauses[2].Why = "" }, []string{file + "clause: PUR-3 is not yet computed without a reason"}},
		{"not computed without a reason", func(all []registry) { all[1].clauses[3].Why = "" }, []string{file + "clause: PUR-4 is not computed without a reason"}},
		{"by construction without a reason and a test", func(all []registry) {
			all[1].clauses[2] = policy.Clause{ID: "PUR-3", Section: "s", Rule: "r", How: policy.ByConstruction}
		}, []string{file + "clause: PUR-3 has no test", file + "clause: PUR-3 is by construction without a reason"}},
		{"a parameter without code and a test", func(all []registry) { all[1].clauses[2].How = policy.Parameter },
			[]string{file + "clause: PUR-3 has no test", file + "clause: PUR-3 is parameter, and no code cites it"}},
		{"computed and called open", func(all []registry) { all[1].clauses[0].How, all[1].clauses[0].Why = policy.NotYet, "later" },
			[]string{file + "clause: PUR-1 is not yet computed, and yet policy/purchased/targets.go cites it"}},
		{"no treatment", func(all []registry) { all[1].clauses[0].How = "" }, []string{file + `clause: PUR-1 has the treatment ""`}},
		{"no rule", func(all []registry) { all[1].clauses[0].Rule = "" }, []string{file + "clause: PUR-1 has no section or no rule"}},
		{"a reading of no clause", func(all []registry) { all[1].readings[0].Clause = "PUR-8" },
			[]string{file + `unknown: the reading purchased.zone is left open by "PUR-8", which no registry has`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := lists()
			tt.change(all)
			if diff := cmp.Diff(tt.want, trace(t, sound(), all)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestClausesTracerPlace says in which line of a registry the clause stands that something is wrong with.
func TestClausesTracerPlace(t *testing.T) {
	all := lists()
	all[1].clauses[2].Why = ""
	files := sound()
	files["policy/purchased/clauses.go"] = "package purchased\n\nvar a = []string{\"PUR-2\",\n\"PUR-3\"}\n"
	want := []string{"policy/purchased/clauses.go:4: clause: PUR-3 is not yet computed without a reason"}
	if diff := cmp.Diff(want, trace(t, files, all)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestClausesPageRows holds rows of the page: links, numbers of tests and cases, readings, reasons, and a bar in a rule.
func TestClausesPageRows(t *testing.T) {
	all := lists()
	all[1].clauses[0].Rule = "a|b"
	module := fstest.MapFS{}
	for name, text := range sound() {
		module[name] = &fstest.MapFile{Data: []byte(text)}
	}
	seen, err := scanModule(module, all)
	if err != nil {
		t.Fatal(err)
	}
	text := string(page(all, seen))
	for _, want := range []string{
		"| [purchased](#purchased) | 4 | 1 | 1 | 0 | 0 | 1 | 1 |",
		"Registry: [policy/purchased/clauses.go](purchased/clauses.go)",
		"| G1 | s | r | computed | [calendar/open.go](../calendar/open.go) | [testdata/purchased.jsonl](../testdata/purchased.jsonl) (1 golden case) | `purchased.change`: c |",
		`| PUR-1 | s | a\|b | computed | [policy/purchased/targets.go](purchased/targets.go) | [policy/purchased/targets_test.go](purchased/targets_test.go) (1 test) | ` + "`purchased.zone`: a, b |",
		"| PUR-2 | s | r | data | [policy/purchased/targets.go](purchased/targets.go) | [testdata/purchased.jsonl](../testdata/purchased.jsonl) (1 golden case) |  |",
		"| PUR-4 | s | r | not computed: no time |  |  |  |",
	} {
		if !strings.Contains(text, want+"\n") {
			t.Errorf("the page lacks\n%s\nit is\n%s", want, text)
		}
	}
}

// TestClausesPageDifference says in which line two pages differ.
func TestClausesPageDifference(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		line int
	}{
		{"a\nb\n", "a\nb\n", 0}, {"a\nb\n", "a\nc\n", 2}, {"a\n", "a\nb\n", 2}, {"a\nb\n", "a\n", 2}, {"a\n", "a", 2}, {"", "a", 1},
	} {
		line, _, _, differs := firstDifference([]byte(tt.a), []byte(tt.b))
		if line != tt.line || differs != (tt.line != 0) {
			t.Errorf("%q and %q differ in line %d (%v), want %d", tt.a, tt.b, line, differs, tt.line)
		}
	}
}
