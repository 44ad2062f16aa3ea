package policy_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// A package declares its kinds of error in one group, whose comment begins with the words below. A kind that is declared
// elsewhere, beside the type that it belongs to, is named by that comment: whoever reads the group knows all of them.
const kindsOfError = "The kinds of error"

// checkErrorKinds reports each exported kind of error of a package with such a group that is neither in it nor named
// by its comment. Internal packages are left out.
func checkErrorKinds(module fs.FS) ([]finding, error) {
	fset := token.NewFileSet()
	groups := map[string]*ast.GenDecl{}    // by directory
	kinds := map[string][]*ast.Ident{}     // the kinds of each directory
	listed := map[string]map[string]bool{} // those in the group or named by its comment
	err := fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := path.Base(name); entry.IsDir() {
			if name != "." && (name == "examples" || base == "internal" || base == "testdata" || base[0] == '.' || base[0] == '_') {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		dir := path.Dir(name)
		for _, d := range file.Decls {
			group, ok := d.(*ast.GenDecl)
			if !ok || group.Tok != token.VAR {
				continue
			}
			of := errorKinds(group)
			kinds[dir] = append(kinds[dir], of...)
			if strings.HasPrefix(group.Doc.Text(), kindsOfError) {
				groups[dir], listed[dir] = group, linked(group.Doc.Text())
				for _, id := range of {
					listed[dir][id.Name] = true
				}
			}
		}
		return nil
	})
	var found []finding
	for dir, group := range groups {
		for _, id := range kinds[dir] {
			if at := fset.Position(group.Doc.Pos()); !listed[dir][id.Name] {
				found = append(found, finding{at.Filename, at.Line, "error-kinds", id.Name + " is not among the kinds", "name it in the comment, or move it here"})
			}
		}
	}
	return excuse(found, nil), err
}

// errorKinds returns the exported kinds of error that a declaration makes.
func errorKinds(d *ast.GenDecl) (kinds []*ast.Ident) {
	for _, s := range d.Specs {
		for _, id := range s.(*ast.ValueSpec).Names {
			if strings.HasPrefix(id.Name, "Err") {
				kinds = append(kinds, id)
			}
		}
	}
	return kinds
}

// linked returns the kinds that a comment links to.
func linked(text string) map[string]bool {
	names := map[string]bool{}
	for _, m := range errorLink.FindAllStringSubmatch(text, -1) {
		names[m[1]] = true
	}
	return names
}

var errorLink = regexp.MustCompile(`\[(Err\w+)\]`)

func TestHouseErrorKinds(t *testing.T) {
	found, err := checkErrorKinds(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}

	const group = "package a\n\n// The kinds of error, besides [ErrB].\nvar (\n\tErrA = errors.New(\"a\")\n)\n"
	for _, tt := range []struct {
		name  string
		other string // the second file of the package
		want  []string
	}{
		{"named by the comment", "package a\nvar ErrB = errors.New(\"b\")\n", nil},
		{"neither", "package a\nvar ErrC = errors.New(\"c\")\n", []string{"a/errors.go:3 ErrC is not among the kinds"}},
		{"unexported", "package a\nvar errC = errors.New(\"c\")\n", nil},
		{"of another package", "package a\nvar x = b.ErrC\n", nil},
	} {
		found, err := checkErrorKinds(fstest.MapFS{"a/errors.go": {Data: []byte(group)}, "a/kind.go": {Data: []byte(tt.other)}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range found {
			got = append(got, f.String()[:strings.Index(f.String(), ": ")]+" "+f.wrong)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}
