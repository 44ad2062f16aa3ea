package policy_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// finding is one place that breaks one rule.
type finding struct {
	file         string // slash-separated, from the root of the module
	line         int    // 0 where the whole file is meant
	rule         string // what an exception would name
	wrong, right string
}

// String writes the finding as a line that an editor can jump to.
func (f finding) String() string {
	return fmt.Sprintf("%s:%d: %s: %s; %s", f.file, f.line, f.rule, f.wrong, f.right)
}

// checker reads the packages of one module.
//
// Names are resolved by go/types with empty packages in place of the imported ones, which needs nothing but the source
// and no other tool: it knows which identifier is the imported package time, the built-in panic or a package-level
// variable, and which is a local one of the same name. What it therefore cannot see: the types of values that come from
// other packages, a variable that is changed through a second name (m := table; m["a"] = 1) or by a function that it is
// handed to (those of mutators aside), and a forbidden function reached through an allowed package.
type checker struct {
	fset     *token.FileSet
	findings []finding
}

// checkModule reads every Go file below the root of a module, nested modules aside, and returns what breaks a rule and
// is not excused, in the order of file and line. Build constraints are ignored: a rule holds for every machine's files.
func checkModule(module fs.FS, excused []exception) ([]finding, error) {
	c := &checker{fset: token.NewFileSet()}
	packages := map[string][]*ast.File{} // by directory and package name
	err := fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if entry.IsDir() {
			if name == "." {
				return nil
			}
			if base == "testdata" || base[0] == '.' || base[0] == '_' {
				return fs.SkipDir
			}
			if _, err := fs.Stat(module, name+"/go.mod"); err == nil {
				if !strings.HasPrefix(name, "examples/") {
					c.findings = append(c.findings, finding{file: name + "/go.mod", rule: "nested-module",
						wrong: "a module inside the library", right: "only examples can be modules of their own"})
				}
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(c.fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		key := path.Dir(name) + " " + file.Name.Name
		packages[key] = append(packages[key], file)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for key, files := range packages {
		c.checkPackage(strings.Fields(key)[0], files)
	}
	return excuse(c.findings, excused), nil
}

// excuse drops the findings that an exception covers, adds one for each exception that covers none, and sorts.
func excuse(findings []finding, excused []exception) []finding {
	used := make([]bool, len(excused))
	kept := slices.DeleteFunc(slices.Clone(findings), func(f finding) bool {
		for i, e := range excused {
			if e.file == f.file && e.rule == f.rule && e.reason != "" {
				used[i] = true
				return true
			}
		}
		return false
	})
	for i, e := range excused {
		if !used[i] {
			kept = append(kept, finding{file: e.file, rule: "exception",
				wrong: fmt.Sprintf("the exception from rule %q excuses nothing or has no reason", e.rule), right: "remove it"})
		}
	}
	slices.SortFunc(kept, func(a, b finding) int {
		if d := strings.Compare(a.file, b.file); d != 0 {
			return d
		}
		if d := a.line - b.line; d != 0 {
			return d
		}
		return strings.Compare(a.rule+a.wrong, b.rule+b.wrong)
	})
	return slices.Compact(kept)
}

// report notes a finding at a position.
func (c *checker) report(at token.Pos, rule, wrong, right string) {
	p := c.fset.Position(at)
	c.findings = append(c.findings, finding{p.Filename, p.Line, rule, wrong, right})
}

// isTest tells whether a file is compiled into tests only.
func (c *checker) isTest(file *ast.File) bool { return c.isTestAt(file.Package) }

// isTestAt tells whether a position lies in a file that is compiled into tests only.
func (c *checker) isTestAt(at token.Pos) bool {
	return strings.HasSuffix(c.fset.Position(at).Filename, "_test.go")
}

// checkPackage applies all rules to the files of one directory that share a package name.
func (c *checker) checkPackage(dir string, files []*ast.File) {
	info := &types.Info{
		Uses:       map[*ast.Ident]types.Object{},
		Defs:       map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
		Types:      map[ast.Expr]types.TypeAndValue{},
	}
	// With empty packages for the imported ones there are always errors; what could be resolved is in info all the same.
	config := types.Config{Importer: hollow{}, Error: func(error) {}, FakeImportC: true}
	pkg, _ := config.Check(modulePath+"/"+dir, c.fset, files, info)

	for _, file := range files {
		c.checkImports(dir, file)
	}
	if layerOf(dir) == "examples" {
		return
	}
	for _, file := range files {
		if !c.isTest(file) {
			c.checkBuildTag(file)
			c.checkStatements(file, info)
			c.checkZero(dir, file)
		}
	}
	c.checkState(files, pkg, info)
}

// hollow imports every package as an empty one with the usual name.
type hollow struct{}

// Import makes the empty package.
func (hollow) Import(importPath string) (*types.Package, error) {
	name := path.Base(importPath)
	if len(name) > 1 && name[0] == 'v' && strings.Trim(name[1:], "0123456789") == "" {
		name = path.Base(path.Dir(importPath)) // A major version: the name stands before it.
	}
	pkg := types.NewPackage(importPath, name)
	pkg.MarkComplete()
	return pkg, nil
}

// checkBuildTag reports a file that only some machines compile.
func (c *checker) checkBuildTag(file *ast.File) {
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if comment.Pos() < file.Package && strings.HasPrefix(comment.Text, "//go:build") {
				c.report(comment.Pos(), "build-tag", comment.Text, "every machine must compile the same code")
			}
		}
	}
}

// checkStatements reports what a pure function must not call or do.
func (c *checker) checkStatements(file *ast.File, info *types.Info) {
	fine := map[ast.Expr]bool{} // what the expression around it makes harmless
	ast.Inspect(file, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.FuncDecl:
			if n.Recv == nil && n.Name.Name == "init" {
				c.report(n.Pos(), "init", "a function init runs before anybody asks", "make the value where it is declared, or in a constructor")
			}
		case *ast.GoStmt:
			c.report(n.Pos(), "goroutine", "a goroutine is started", "compute the answer in the caller's goroutine")
		case *ast.BinaryExpr:
			// A location is compared with time.Local in order to refuse it.
			for _, side := range []ast.Expr{n.X, n.Y} {
				if n.Op == token.EQL || n.Op == token.NEQ {
					fine[side] = fine[side] || nameOf(side, info) == "time.Local"
				}
			}
		case *ast.SelectorExpr:
			if n.Sel.Name == "In" || n.Sel.Name == "UTC" {
				fine[ast.Unparen(n.X)] = true // time.Unix(…).In(zone)
			}
			name := qualified(n, info)
			if right, ok := machineSelectors[name]; ok && !fine[n] {
				c.report(n.Pos(), "machine", name+" does I/O or knows the machine", right)
			}
		case *ast.CallExpr:
			if nameOf(n.Fun, info) == "time.Parse" && len(n.Args) > 0 && slices.Contains(zonelessLayouts, nameOf(n.Args[0], info)) {
				fine[n.Fun] = true
			}
			c.checkCall(n, info, fine[n])
		}
		return true
	})
}

// checkCall reports a call that ends the program, prints, or answers in the machine's zone; zoned tells that its result is
// put into a named zone at once.
func (c *checker) checkCall(call *ast.CallExpr, info *types.Info, zoned bool) {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		builtin, ok := info.Uses[fun].(*types.Builtin)
		switch {
		case ok && builtin.Name() == "panic":
			c.report(call.Pos(), "panic", "panic ends the caller's program", "return an error that says what would be valid")
		case ok && (builtin.Name() == "print" || builtin.Name() == "println"):
			c.report(call.Pos(), "machine", builtin.Name()+" writes to standard error", "return the text")
		}
	case *ast.SelectorExpr:
		switch name := qualified(fun, info); {
		case name == "time.Unix" || name == "time.UnixMilli" || name == "time.UnixMicro":
			if !zoned {
				c.report(call.Pos(), "machine", name+" answers in the machine's zone", "write "+name+"(…).In(zone) or .UTC()")
			}
		case name == "" && fun.Sel.Name == "Local" && len(call.Args) == 0 && info.Selections[fun] == nil:
			c.report(call.Pos(), "machine", "Local converts to the machine's zone", "use In with the zone of the calendar")
		}
	}
}

// nameOf is qualified for an expression that may be a selector.
func nameOf(expr ast.Expr, info *types.Info) string {
	if selector, ok := expr.(*ast.SelectorExpr); ok {
		return qualified(selector, info)
	}
	return ""
}

// qualified returns "time.Now" for a name of an imported package, whatever the file calls it, and "" for a field or method.
func qualified(selector *ast.SelectorExpr, info *types.Info) string {
	if x, ok := selector.X.(*ast.Ident); ok {
		if pkg, ok := info.Uses[x].(*types.PkgName); ok {
			return pkg.Imported().Path() + "." + selector.Sel.Name
		}
	}
	return ""
}
