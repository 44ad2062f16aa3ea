package policy_test

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// An example is what a stranger copies. The documentation shows it as a whole program, with the helpers that it calls, if
// it is in a package of its own (calendar_test) and its helpers are in the same file; otherwise it shows the body alone, with
// calls of functions that the reader cannot see. go/doc decides which of the two it is.

// checkExamples reports each example that is shown without what it needs. Programs are read as a whole, and internal
// packages have no readers, so both are left out.
func checkExamples(module fs.FS) ([]finding, error) {
	fset := token.NewFileSet()
	var found []finding
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
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(module, name)
		if err != nil || !bytes.Contains(source, []byte("\nfunc Example")) {
			return err
		}
		file, err := parser.ParseFile(fset, name, source, parser.ParseComments) // with the objects, by which go/doc finds helpers
		if err != nil {
			return err
		}
		for _, example := range doc.Examples(file) {
			if example.Play == nil {
				found = append(found, finding{name, exampleLine(fset, file, "Example"+example.Name), "example",
					"Example" + example.Name + " cannot be run as it is shown", "write what it calls into it, or into the same file, of package " + path.Base(path.Dir(name)) + "_test"})
			}
		}
		return nil
	})
	return found, err
}

// exampleLine returns the line of an example in its file.
func exampleLine(fset *token.FileSet, file *ast.File, name string) int {
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == name {
			return fset.Position(f.Pos()).Line
		}
	}
	return 0
}

// TestHouseExamples holds all examples of the public packages to that.
func TestHouseExamples(t *testing.T) {
	found, err := checkExamples(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

// TestHouseExamplesAreRead proves that the checker finds an example that is shown without what it needs, and no other.
func TestHouseExamplesAreRead(t *testing.T) {
	const (
		head   = "package calendar_test\nimport \"fmt\"\n"
		body   = "func ExampleNew() { fmt.Println(office()) }\n"
		helper = "func office() int { return night() }\nfunc night() int { return 0 }\n"
	)
	finding := func(line string, name string) []string {
		return []string{"calendar/a_test.go:" + line + ": example: " + name + " cannot be run as it is shown; write what it calls into it, or into the same file, of package calendar_test"}
	}
	for _, tt := range []struct {
		name, file, source string
		want               []string
	}{
		{"a helper in another file", "calendar/a_test.go", head + body, finding("3", "ExampleNew")},
		{"in the same file", "calendar/a_test.go", head + body + helper, nil},
		{"a helper of a helper in another file", "calendar/a_test.go", head + body + "func ExampleOf() {}\nfunc office() int { return day() }\n", finding("3", "ExampleNew")},
		{"no helper", "calendar/a_test.go", head + "func ExampleNew() { fmt.Println() }\n", nil},
		{"one of the package", "calendar/a_test.go", head + "func Example() { fmt.Println(office()) }\n", finding("3", "Example")},
		{"inside the package", "calendar/a_test.go", "package calendar\nimport \"fmt\"\nfunc ExampleNew() { fmt.Println() }\n", finding("3", "ExampleNew")},
		{"beside a test", "calendar/a_test.go", head + "func TestNew(t *testing.T) {}\n" + body, finding("4", "ExampleNew")},
		{"a program", "examples/first/a_test.go", "package main\nfunc Example() { main() }\n", nil},
		{"what is internal", "policy/internal/x/a_test.go", head + body, nil},
		{"no test file", "calendar/a.go", head + body, nil},
	} {
		found, err := checkExamples(fstest.MapFS{tt.file: &fstest.MapFile{Data: []byte(tt.source)}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range found {
			got = append(got, f.String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
