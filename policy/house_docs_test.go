package policy_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// Whoever opens the documentation of an agreement sees its package comment and a list of names. So the comment links to
// every function. Functions that read an enumeration or list its names are found from its type.

// unnamedOf returns the functions that an agreement exports and its package comment does not link to.
func unnamedOf(module fs.FS, dir string) (unnamed []string, err error) {
	names, err := fs.Glob(module, dir+"/*.go")
	if err != nil {
		return nil, err
	}
	comment, functions := "", []string{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		comment += file.Doc.Text()
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.IsExported() {
				functions = append(functions, f.Name.Name)
			}
		}
	}
	for _, name := range functions {
		if !strings.Contains(comment, "["+name+"]") && !strings.HasPrefix(name, "Parse") && !strings.HasSuffix(name, "Names") {
			unnamed = append(unnamed, name)
		}
	}
	return unnamed, nil
}

func TestHouseAgreementDocs(t *testing.T) {
	agreements, err := fs.Glob(os.DirFS(".."), "policy/*/clauses.go")
	if err != nil || len(agreements) < 5 {
		t.Fatalf("found agreements %q, error %v; want five", agreements, err)
	}
	for _, name := range agreements {
		unnamed, err := unnamedOf(os.DirFS(".."), path.Dir(name))
		if err != nil {
			t.Fatal(err)
		}
		for _, what := range unnamed {
			t.Errorf("%s/doc.go: the package comment does not name %s; say in it what [%s] is for", path.Dir(name), what, what)
		}
	}

	for _, tt := range []struct {
		name, source string
		want         []string
	}{
		{"linked", "// Package a has [New].\npackage a\nfunc New() int { return 0 }\n", nil},
		{"named without a link", "// Package a has New.\npackage a\nfunc New() int { return 0 }\n", []string{"New"}},
		{"a method, and what is its own", "// Package a has [Kind].\npackage a\ntype Kind int\nfunc (Kind) String() string { return \"\" }\nfunc own() {}\n", nil},
		{"of an enumeration", "// Package a has [Kind].\npackage a\ntype Kind int\nfunc KindNames() []string { return nil }\nfunc ParseKind() Kind { return 0 }\n", nil},
	} {
		got, err := unnamedOf(fstest.MapFS{"a/a.go": {Data: []byte(tt.source)}}, "a")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}
