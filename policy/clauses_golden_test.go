package policy_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// goldenCases is one file of golden cases, and the file of the tests that run them: TestPUR4_Goldens runs the cases
// whose ids begin with PUR4-, so that go test -run PUR4_ is the evidence for the clause.
type goldenCases struct {
	file, test string
	prefixes   []string // of the agreements whose clauses the cases can be about; any can be about a rule, or about INT
}

// goldenFiles returns the files of golden cases that there can be: one of each agreement, and one for the releases of all.
func goldenFiles(all []registry) []goldenCases {
	releases := goldenCases{file: "testdata/releases.jsonl", test: "policy/releases_golden_test.go"}
	files := []goldenCases{}
	for _, r := range all {
		if r.folder != "" {
			files = append(files, goldenCases{"testdata/" + r.title + ".jsonl", r.folder + "/golden_test.go", []string{r.prefix}})
			releases.prefixes = append(releases.prefixes, r.prefix)
		}
	}
	return append(files, releases)
}

// reads reports whether a call joins the path of the golden cases, which their test does once.
func (g goldenCases) reads(call *ast.CallExpr) bool {
	want := []string{`"testdata"`, strconv.Quote(path.Base(g.file))}
	var texts []string
	for _, a := range call.Args {
		if lit, ok := a.(*ast.BasicLit); ok {
			texts = append(texts, lit.Value)
		}
	}
	return len(texts) >= 2 && slices.Equal(texts[len(texts)-2:], want)
}

// idOfGoldens is the name of a test that runs golden cases, with what their ids begin with.
var idOfGoldens = regexp.MustCompile(`^Test(.+)_Goldens$`)

// goldenTests returns the lines of the tests of a file that run golden cases, by what the ids of these begin with. A test
// that does not call goldens runs none.
func goldenTests(fset *token.FileSet, file *ast.File) map[string]int {
	lines := map[string]int{}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv != nil || f.Body == nil {
			continue
		}
		m := idOfGoldens.FindStringSubmatch(f.Name.Name)
		ast.Inspect(f.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && m != nil {
				if name, ok := call.Fun.(*ast.Ident); ok && name.Name == "goldens" {
					lines[m[1]] = fset.Position(f.Pos()).Line
				}
			}
			return true
		})
	}
	return lines
}

// scanGoldens counts golden cases by clause, and notes each that no test runs and each test that runs none. An id begins
// with a clause of the agreement, a rule, or INT for what is about the command's input and output.
func (e *evidence) scanGoldens(module fs.FS, g goldenCases, tests map[string]int) error {
	text, err := fs.ReadFile(module, g.file)
	if err != nil {
		return err
	}
	report := func(file string, line int, wrong, right string) {
		e.findings = append(e.findings, finding{file, line, "golden", wrong, right})
	}
	lines, ran := map[string]int{}, map[string]bool{}
	for i, line := range bytes.Split(text, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var row struct {
			In struct {
				ID string `json:"id"`
			} `json:"in"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return fmt.Errorf("%s:%d: %w", g.file, i+1, err)
		}
		id := row.In.ID
		if lines[id] != 0 {
			report(g.file, i+1, fmt.Sprintf("the case %q stands in line %d already", id, lines[id]), "give each its own id")
		}
		lines[id] = i + 1
		about, _, _ := strings.Cut(id, "-")
		m := idOfRow.FindStringSubmatch(id)
		if m != nil && len(m[1]) > 1 && !slices.Contains(g.prefixes, m[1]) || m == nil && !strings.HasPrefix(id, "INT-") {
			report(g.file, i+1, fmt.Sprintf("the id %q begins with no clause of this agreement", id), "begin it as "+strings.Join(g.prefixes, "1-…, ")+"1-…, G1-…, T1-… or INT-…")
			continue
		}
		if ran[about] = true; tests[about] == 0 {
			report(g.file, i+1, fmt.Sprintf("no test runs the case %q", id), fmt.Sprintf("write func Test%s_Goldens(t *testing.T) { goldens(t) } in %s", about, g.test))
		} else if m != nil {
			count(e.rows, idOf(m[1], m[2]), g.file)
		}
	}
	for _, about := range slices.Sorted(maps.Keys(tests)) {
		if !ran[about] {
			report(g.test, tests[about], fmt.Sprintf("no case in %s begins with %s-", g.file, about), "remove the test, or write a case")
		}
	}
	return nil
}
