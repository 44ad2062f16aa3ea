package policy_test

import (
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// engines are the packages with the code that all agreements share. It does what an agreement's data say, so a clause
// is cited there only for the reader, where the code carries out the rule of that clause, and the page links to it. A
// computed clause still needs a citation in the folder of its agreement.
var engines = []string{"escalation", "lifecycle", "policy", "severity"}

// engine returns the files of the engines that cite a clause of an agreement, sorted. A string is not a citation
// there, nor is an id in quotation marks: they show what an answer can look like.
func (e *evidence) engine(r registry, id string) []string {
	var files []string
	for _, c := range e.citations {
		if c.id == id && r.folder != "" && !c.literal && !c.quoted && slices.Contains(engines, path.Dir(c.file)) &&
			!strings.HasSuffix(c.file, "_test.go") && path.Base(c.file) != "doc.go" {
			files = append(files, c.file)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// inQuotes reports whether what stands between two parts of a line of a comment is in quotation marks, which may have
// begun in the line before, or end in the next.
func inQuotes(before, after string) bool {
	return strings.Count(before, `"`)%2 == 1 || strings.Count(after, `"`)%2 == 1
}

// TestClausesEngine proves that the page leads to the engines' code where a comment cites a clause, and nowhere else.
func TestClausesEngine(t *testing.T) {
	purchased := registry{title: "purchased", prefix: "PUR", file: "policy/purchased/clauses.go", folder: "policy/purchased"}
	module := fstest.MapFS{}
	for file, text := range map[string]string{
		"escalation/a.go":        "// The order is that of PUR-4.\npackage escalation\n",
		"escalation/b.go":        "// The order is that of PUR-40, (PUR-3) and PUR-4a.\npackage escalation\n",
		"escalation/a_test.go":   "// PUR-4\npackage escalation\n",
		"lifecycle/doc.go":       "// PUR-4\npackage lifecycle\n",
		"lifecycle/inner/a.go":   "// PUR-4\npackage inner\n",
		"policy/a.go":            "// By workaround (PUR-4), and again PUR-4.\npackage policy\n",
		"policy/b.go":            "package policy\nconst clause = \"PUR-4\"\n",
		"policy/c.go":            "// as in \"responded by PUR-4 (3.1)\"\npackage policy\n",
		"policy/portx/a.go":      "// PUR-4\npackage portx\n",
		"policy/purchased/a.go":  "// PUR-4\npackage purchased\n",
		"severity/a.go":          "// as in \"S3 by its facts\n// (PUR-4)\".\npackage severity\n",
		"severity/b.go":          "// as in \"S3\" (PUR-4).\npackage severity\n",
		"calendar/a.go":          "// PUR-4\npackage calendar\n",
		"examples/slaclock/a.go": "// PUR-4\npackage main\n",
	} {
		module[file] = &fstest.MapFile{Data: []byte(text)}
	}
	seen, err := scanModule(module, []registry{purchased})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"escalation/a.go", "policy/a.go", "severity/b.go"}, seen.engine(purchased, "PUR-4")); diff != "" {
		t.Errorf("the engines (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"calendar/a.go", "policy/purchased/a.go"}, seen.code(purchased, "PUR-4")); diff != "" {
		t.Errorf("the code of the agreement (-want +got):\n%s", diff)
	}
	if files := seen.engine(registry{title: "timelines", prefix: "T", file: "policy/rules.go"}, "PUR-4"); files != nil {
		t.Errorf("a rule for all agreements has the engines among its code already, and again %v", files)
	}
}
