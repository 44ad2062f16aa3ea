package policy_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
)

// The ids of the snippets are those of purchased (PUR) and portx (POR), and the rules G1 and G2.
const (
	computedCode = "package purchased\n// hours are those of 3.1.1 (PUR-1).\nconst clause = \"PUR-2\"\n"
	computedTest = "package purchased_test\nfunc TestPUR1_Hours(t *testing.T) {}\n"
	goldenTest   = "package purchased_test\nvar _ = filepath.Join(\"..\", \"..\", \"testdata\", \"purchased.jsonl\")\n" + goldenPUR2 + goldenG1
	goldenPUR2   = "func TestPUR2_Goldens(t *testing.T) { goldens(t) }\n"
	goldenG1     = "func TestG1_Goldens(t *testing.T) { goldens(t) }\n"
	goldenRows   = `{"in": {"id": "PUR2-at-due"}, "out": {}}` + "\n" + `{"in": {"id": "G1-x"}, "out": {}}` + "\n"
	ruleCode     = "package calendar\n// Half open (G1).\n"
)

// sound is a module in which every clause has its code and its tests.
func sound() map[string]string {
	return map[string]string{
		"calendar/open.go": ruleCode, "policy/purchased/targets.go": computedCode, "policy/purchased/targets_test.go": computedTest,
		"policy/purchased/golden_test.go": goldenTest, "testdata/purchased.jsonl": goldenRows,
	}
}

// lists are the registries of the sound module.
func lists() []registry {
	return []registry{
		{title: "conventions", prefix: "G", file: "policy/rules.go", clauses: []policy.Clause{{ID: "G1", Section: "s", Rule: "r", How: policy.Computed}}},
		{"purchased", "PUR", "policy/purchased/clauses.go", "policy/purchased", []policy.Clause{
			{ID: "PUR-1", Section: "s", Rule: "r", How: policy.Computed},
			{ID: "PUR-2", Section: "s", Rule: "r", How: policy.Data},
			{ID: "PUR-3", Section: "s", Rule: "r", How: policy.NotYet, Why: "later"},
			{ID: "PUR-4", Section: "s", Rule: "r", How: policy.NotComputed, Why: "no time"},
		}, []policy.Reading{{Name: "purchased.zone", Values: []string{"a", "b"}, Clause: "PUR-1"}, {Name: "purchased.change", Values: []string{"c"}, Clause: "G1"}}},
		{title: "portx", prefix: "POR", file: "policy/portx/clauses.go", folder: "policy/portx", clauses: []policy.Clause{
			{ID: "POR-1", Section: "s", Rule: "r", How: policy.NotYet, Why: "later"}}},
	}
}

// trace returns what the tracer finds in a module, each as "file:line rule: wrong".
func trace(t *testing.T, files map[string]string, all []registry) []string {
	t.Helper()
	module := fstest.MapFS{}
	for name, text := range files {
		module[name] = &fstest.MapFile{Data: []byte(text)}
	}
	seen, err := scanModule(module, all)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range checkClauses(all, seen) {
		line, _, _ := strings.Cut(f.String(), ";")
		lines = append(lines, line)
	}
	return lines
}

// TestClausesTracerReadsFiles changes one file of a sound module (an empty text removes it) and looks at what is found.
func TestClausesTracerReadsFiles(t *testing.T) {
	elsewhere := map[string]string{
		"policy/a.go": "// PUR-1 PUR-2\npackage policy\n", "policy/portx/a.go": "// PUR-1 PUR-2\npackage portx\n",
	}
	for _, base := range []string{"doc.go", "clauses.go", "readings.go", "make_test.go"} {
		elsewhere["policy/purchased/"+base] = "// PUR-1 PUR-2\npackage purchased\n"
	}
	const registryFile, targets, tests = "policy/purchased/clauses.go", "policy/purchased/targets.go", "policy/purchased/targets_test.go"
	const golden = "policy/purchased/golden_test.go"
	for _, tt := range []struct {
		name, file, text string
		want             []string
		more             map[string]string // files besides
	}{
		{"sound", "x/x.go", "package x\n", nil, nil},
		{"no code", targets, "", []string{registryFile + ":0: clause: PUR-1 is computed, and no code cites it", registryFile + ":0: clause: PUR-2 is data, and no code cites it"}, nil},
		{"a comment of two lines", targets, "package purchased\n/* PUR-1\nPUR-2 */\n", nil, nil},
		{"an example in quotes is no code", targets, "package purchased\nconst a = \"PUR-2\" // such as \"PUR-1\"\n", []string{registryFile + ":0: clause: PUR-1 is computed, and no code cites it"}, nil},
		{"in a string, quotes are part of the code", targets, "package purchased\nconst a = `{\"clause\": \"PUR-1\"}` + \"PUR-2\"\n", nil, nil},
		{"a range is no code", "calendar/open.go", "package calendar\n// The rules G1 to G1.\n", []string{"policy/rules.go:0: clause: G1 is computed, and no code cites it"}, nil},
		{"another place is no code", targets, "", []string{registryFile + ":0: clause: PUR-1 is computed, and no code cites it", registryFile + ":0: clause: PUR-2 is data, and no code cites it"}, elsewhere},
		{"a table of holidays is", "calendar/region_x.go", "package calendar\n// PUR-1\n", nil, map[string]string{targets: "package purchased\n// PUR-2\n"}},
		{"a rule in a helper, an example or a registry is no code", "calendar/open.go", "", []string{"policy/rules.go:0: clause: G1 is computed, and no code cites it"}, map[string]string{"calendar/calendartest/a.go": "// G1\npackage a\n", "examples/x/main.go": "// G1\npackage main\n", "policy/portx/clauses.go": "package portx\n// G1\n"}},
		{"no test", tests, "", []string{registryFile + ":0: clause: PUR-1 has no test"}, nil},
		{"a property is a test", tests, "package p\nfunc TestPropPUR1_Hours() {}\n", nil, nil},
		{"a fuzz target is a test", tests, "package p\nfunc FuzzPUR1_Hours() {}\n", nil, nil},
		{"a name that goes on is none", tests, "package p\nfunc TestPUR1Hours() {}\n", []string{registryFile + ":0: clause: PUR-1 has no test"}, nil},
		{"a longer number is another clause", tests, "package p\nfunc TestPUR10_Hours() {}\n", []string{
			registryFile + ":0: clause: PUR-1 has no test", tests + ":0: unknown: a test or golden case is named after PUR-10, which no registry has"}, nil},
		{"a test of the twin is none", tests, "package p\nfunc TestPUR1_SlowTwinHours() {}\n", []string{registryFile + ":0: clause: PUR-1 has no test"}, nil},
		{"a method is none", tests, "package p\nfunc (suite) TestPUR1_Hours() {}\n", []string{registryFile + ":0: clause: PUR-1 has no test"}, nil},
		{"golden cases that no test reads", golden, "package p\nvar _ = filepath.Join(folder, \"purchased.jsonl\")\n", []string{
			registryFile + ":0: clause: PUR-2 has no test", "policy/rules.go:0: clause: G1 has no test"}, nil},
		{"a golden case of another agreement", "testdata/purchased.jsonl", goldenRows + `{"in": {"id": "POR1-x"}}`, []string{
			"testdata/purchased.jsonl:3: golden: the id \"POR1-x\" begins with no clause of this agreement"}, nil},
		{"a golden case of no clause", "testdata/purchased.jsonl", goldenRows + `{"in": {"id": "PUR9-x"}}`, []string{
			"testdata/purchased.jsonl:0: unknown: a test or golden case is named after PUR-9, which no registry has"}, map[string]string{
			golden: goldenTest + "func TestPUR9_Goldens(t *testing.T) { goldens(t) }\n"}},
		{"a golden case twice", "testdata/purchased.jsonl", goldenRows + `{"in": {"id": "G1-x"}}`, []string{
			"testdata/purchased.jsonl:3: golden: the case \"G1-x\" stands in line 2 already"}, nil},
		{"a golden case of the command", "testdata/purchased.jsonl", goldenRows + `{"in": {"id": "INT-x"}}`, nil, map[string]string{
			golden: goldenTest + "func TestINT_Goldens(t *testing.T) { goldens(t) }\n"}},
		{"a golden case of the command that no test runs", "testdata/purchased.jsonl", goldenRows + `{"in": {"id": "INT-x"}}`, []string{
			"testdata/purchased.jsonl:3: golden: no test runs the case \"INT-x\""}, nil},
		{"a golden case that no test runs", golden, strings.Replace(goldenTest, "PUR2", "PUR1", 1), []string{
			registryFile + ":0: clause: PUR-2 has no test", golden + ":3: golden: no case in testdata/purchased.jsonl begins with PUR1-",
			"testdata/purchased.jsonl:1: golden: no test runs the case \"PUR2-at-due\""}, nil},
		{"a golden test that runs none", golden, strings.Replace(goldenTest, "goldens(t)", "", 1), []string{
			registryFile + ":0: clause: PUR-2 has no test", "testdata/purchased.jsonl:1: golden: no test runs the case \"PUR2-at-due\""}, nil},
		{"golden cases of releases", "testdata/releases.jsonl", `{"in": {"id": "PUR1-x"}}` + "\n" + `{"in": {"id": "SEM1-x"}}`, []string{
			"testdata/releases.jsonl:2: golden: the id \"SEM1-x\" begins with no clause of this agreement"}, map[string]string{
			tests: "package p\n", "policy/releases_golden_test.go": "package policy_test\nvar _ = path.Join(\"..\", \"testdata\", \"releases.jsonl\")\nfunc TestPUR1_Goldens(t *testing.T) { goldens(t) }\n"}},
		{"an unknown clause", "policy/a.go", "package policy\n\n// a (PUR-5)\n", []string{`policy/a.go:3: citation: "PUR-5" names no clause`}, nil},
		{"an unknown clause in a string of lines", "policy/a.go", "package policy\nconst a = `\nG1\nG3`\n", []string{`policy/a.go:4: citation: "G3" names no clause`}, nil},
		{"an unknown letter", "policy/a.go", "package policy\n// G1a\n", []string{`policy/a.go:2: citation: "G1a" names no clause`}, nil},
		{"an unknown end of a range", "policy/a.go", "package policy\n// G1 to G3\n", []string{`policy/a.go:2: citation: "G3" names no clause`}, nil},
		{"an unknown example", "policy/a.go", "package policy\n// such as \"PUR-7\"\n", []string{`policy/a.go:2: citation: "PUR-7" names no clause`}, nil},
		{"an unknown clause in a test's comment", tests, computedTest + "// T8\n", []string{tests + `:3: citation: "T8" names no clause`}, nil},
		{"a test's strings may say anything", tests, computedTest + "const a = \"T8\"\n", nil, nil},
		{"no hyphen", "policy/a.go", "package policy\n// PUR1\n", []string{`policy/a.go:2: citation: "PUR1" is not how the registry writes it`}, nil},
		{"what names no clause", "policy/a.go", "package policy\n// T-1, GMT-5, 2026-03-02T12:00, T12:00:00Z, T09, S1, XPUR-9, G0\nconst a = \"T-1\"\n", nil, nil},
		{"a clause of another agreement in an answer", "policy/purchased/a.go", "package purchased\nconst a = \"POR-1\" // like POR-1\n", []string{
			`policy/purchased/a.go:2: citation: "POR-1" is a clause of another agreement`}, nil},
		{"an open clause with code", "policy/purchased/a.go", "package purchased\n// PUR-3\n", []string{
			registryFile + ":0: clause: PUR-3 is not yet computed, and yet policy/purchased/a.go cites it"}, nil},
		{"a clause that is not computed with code", "policy/purchased/a.go", "package purchased\n// PUR-4\n", []string{
			registryFile + ":0: clause: PUR-4 is not computed, and yet policy/purchased/a.go cites it"}, nil},
		{"an open clause with a reading", "policy/purchased/readings.go", "package purchased\n// PUR-3\n", nil, nil},
		{"an open clause in the package's page", "policy/purchased/doc.go", "// PUR-3\npackage purchased\n", nil, nil},
		{"a nested module", "examples/x/go.mod", "module x\n", nil, map[string]string{"examples/x/main.go": "// PUR-9\npackage main\n"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := sound()
			files[tt.file] = tt.text
			if tt.text == "" {
				delete(files, tt.file)
			}
			maps.Copy(files, tt.more)
			if diff := cmp.Diff(tt.want, trace(t, files, lists())); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
