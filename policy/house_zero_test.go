package policy_test

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// checkZero reports each exported type whose comment does not say what its zero value is. An alias has that of the
// other type, and internal packages are left out.
func (c *checker) checkZero(dir string, file *ast.File) {
	if slices.Contains(strings.Split(dir, "/"), "internal") {
		return
	}
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.TYPE {
			continue
		}
		for _, s := range decl.Specs {
			spec, ok := s.(*ast.TypeSpec)
			if !ok || !spec.Name.IsExported() || spec.Assign.IsValid() {
				continue
			}
			doc := spec.Doc
			if doc == nil {
				doc = decl.Doc
			}
			if !strings.Contains(doc.Text(), "zero") {
				c.report(spec.Pos(), "zero", "the comment of "+spec.Name.Name+" does not say what its zero value is",
					"end it with: The zero "+spec.Name.Name+" …")
			}
		}
	}
}

// TestHouseZero proves that the checker finds a type whose comment does not say what its zero value is, and no other.
func TestHouseZero(t *testing.T) {
	const finding = "severity/a.go:3: zero: the comment of Level does not say what its zero value is; end it with: The zero Level …"
	for _, tt := range []struct {
		name, file, source, want string
	}{
		{"no comment", "severity/a.go", "package severity\n\ntype Level int", finding},
		{"a comment on something else", "severity/a.go", "package severity\n// A Level is a level.\ntype Level int", finding},
		{"in a group", "severity/a.go", "package severity\ntype (\nLevel int\n)", finding},
		{"a comment that says so", "severity/a.go", "package severity\n// A Level is a level. The zero Level is none.\ntype Level int", ""},
		{"one for a group", "severity/a.go", "package severity\n// Levels; their zero values are none.\ntype (\nLevel int\n)", ""},
		{"each in a group", "severity/a.go", "package severity\ntype (\n// A Level. The zero Level is none.\nLevel int\n)", ""},
		{"not exported", "severity/a.go", "package severity\n\ntype level int", ""},
		{"an alias", "severity/a.go", "package severity\n\ntype Level = int", ""},
		{"a test", "severity/a_test.go", "package severity\n\ntype Level int", ""},
		{"what is internal", "policy/internal/x/a.go", "package x\n\ntype Level int", ""},
		{"an example", "examples/x/a.go", "package x\n\ntype Level int", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found, err := checkModule(fstest.MapFS{tt.file: &fstest.MapFile{Data: []byte(tt.source)}}, nil)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, f := range found {
				got += f.String()
			}
			if got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}
