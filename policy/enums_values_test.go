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
)

// TestEnumsShowTheirValues: a list of constants of an exported type begins with one
// that has a name. go doc leaves out what comes before it, and with it the type and
// the values of all.
func TestEnumsShowTheirValues(t *testing.T) {
	lists := 0
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && name != "." && path.Base(name)[0] == '.' {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), "../"+name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			spec := g.Specs[0].(*ast.ValueSpec)
			of, ok := spec.Type.(*ast.Ident)
			if !ok || !of.IsExported() {
				continue
			}
			lists++
			if spec.Names[0].Name == "_" {
				t.Errorf("%s: the constants of %s begin with _; write the first as %s = iota + 1", name, of.Name, of.Name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if lists < 10 {
		t.Errorf("only %d lists of constants were found", lists)
	}
}
