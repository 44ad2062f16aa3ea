package policy_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// evidence is what the module's files say about clauses.
type evidence struct {
	citations []citation                // in code and in the comments of tests
	tests     map[string]map[string]int // how many tests an id has in each test file
	rows      map[string]map[string]int // how many golden cases an id has in each file of them
	findings  []finding                 // what is wrong with a file by itself
}

// citation is one place that names a clause.
type citation struct {
	file    string
	line    int
	id      string // as a registry writes it
	written string // as the place does
	literal bool   // in a string, not in a comment
	example bool   // in quotation marks within a comment, or an end of a range
	quoted  bool   // in a longer text in quotation marks
}

// An id is written with a hyphen if it is a clause of an agreement (PUR-4), and without one if it is a rule (G2a), so that
// a ticket's T-1 is not one. A number never begins with 0: the T09 of a time is not an id.
const prefixes = `(?:SEM|PUR|CUM|ISP|POR|G|T)`

var (
	idInText  = regexp.MustCompile(`\b(?:((?:SEM|PUR|CUM|ISP|POR)-?)|([GT]))([1-9][0-9]*[a-z]?)\b`)
	rangeEnd  = regexp.MustCompile(`^(?: to |–|…|\.\.\.?)` + prefixes + `-?[1-9]`)
	rangeFrom = regexp.MustCompile(`\b` + prefixes + `-?[1-9][0-9]*[a-z]?(?: to |–|…|\.\.\.?)$`)
	idOfTest  = regexp.MustCompile(`^(?:Test|Fuzz)(?:Prop)?(` + prefixes + `)([1-9][0-9]*[a-z]?)(?:_(.*))?$`)
	idOfRow   = regexp.MustCompile(`^(` + prefixes + `)([1-9][0-9]*[a-z]?)-.`)
)

// idOf joins a prefix and a number as the registries do.
func idOf(prefix, number string) string {
	if len(prefix) == 1 {
		return prefix + number
	}
	return strings.TrimSuffix(prefix, "-") + "-" + number
}

// idsIn returns the citations in one line of text. A time as RFC 3339 writes it (T12:00) names no rule.
func idsIn(line string) []citation {
	var found []citation
	for _, m := range idInText.FindAllStringSubmatchIndex(line, -1) {
		before, after := line[:m[0]], line[m[1]:]
		if len(after) > 1 && after[0] == ':' && after[1] >= '0' && after[1] <= '9' {
			continue
		}
		prefix := line[m[0]:m[6]]
		found = append(found, citation{
			id: idOf(prefix, line[m[6]:m[7]]), written: line[m[0]:m[1]],
			example: strings.HasSuffix(before, `"`) && strings.HasPrefix(after, `"`) || rangeEnd.MatchString(after) || rangeFrom.MatchString(before),
			quoted:  inQuotes(before, after),
		})
	}
	return found
}

// scanModule reads every Go file of a module, nested modules aside, and the golden cases of its agreements.
func scanModule(module fs.FS, all []registry) (*evidence, error) {
	e := &evidence{tests: map[string]map[string]int{}, rows: map[string]map[string]int{}}
	err := fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if entry.IsDir() && name != "." {
			_, err := fs.Stat(module, name+"/go.mod")
			if err == nil || base == "testdata" || base[0] == '.' || base[0] == '_' {
				return fs.SkipDir
			}
		}
		if entry.IsDir() || path.Ext(name) != ".go" || isTracer(name) {
			return nil
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		return e.scanFile(module, name, source, all)
	})
	return e, err
}

// isTracer reports whether a file belongs to the tracer, whose texts are full of ids that mean nothing.
func isTracer(name string) bool {
	return strings.HasPrefix(name, "policy/clauses_") && strings.HasSuffix(name, "_test.go")
}

// scanFile notes what a Go file cites and tests, and reads the golden cases that it reads.
func (e *evidence) scanFile(module fs.FS, name string, source []byte, all []registry) error {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	test := strings.HasSuffix(name, "_test.go")
	for _, group := range file.Comments {
		for _, c := range group.List {
			e.cite(name, fset.Position(c.Pos()).Line, c.Text, false)
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && !test {
				e.cite(name, fset.Position(n.Pos()).Line, text, true)
			}
		case *ast.FuncDecl:
			if m := idOfTest.FindStringSubmatch(n.Name.Name); test && n.Recv == nil && m != nil && !strings.HasPrefix(m[3], "SlowTwin") && m[3] != "Goldens" {
				count(e.tests, idOf(m[1], m[2]), name)
			}
		case *ast.CallExpr:
			for _, g := range goldenFiles(all) {
				if name == g.test && g.reads(n) {
					err = e.scanGoldens(module, g, goldenTests(fset, file))
				}
			}
		}
		return err == nil
	})
	return err
}

// cite notes the citations in a text that begins at a line.
func (e *evidence) cite(file string, line int, text string, literal bool) {
	for i, l := range strings.Split(text, "\n") {
		for _, c := range idsIn(l) {
			c.file, c.line, c.literal = file, line+i, literal
			c.example = c.example && !literal
			e.citations = append(e.citations, c)
		}
	}
}

// count adds one to what an id has in a file.
func count(in map[string]map[string]int, id, file string) {
	if in[id] == nil {
		in[id] = map[string]int{}
	}
	in[id][file]++
}
