package policy_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/lint"
	"github.com/slaclock/slaclock/policy/sempre"
	"github.com/slaclock/slaclock/severity"
)

// enums are the exported integer types whose values have names, with the number of values
// that have one, the zero value included.
var enums = map[string]struct {
	named int
	text  func(n uint8) string
}{
	"calendar.Convention":     {3, func(n uint8) string { return calendar.Convention(n).String() }},
	"calendar.Unit":           {4, func(n uint8) string { return calendar.Unit(n).String() }},
	"compliance.Basis":        {3, func(n uint8) string { return compliance.Basis(n).String() }},
	"cumulocity.VersionKind":  {3, func(n uint8) string { return cumulocity.VersionKind(n).String() }},
	"escalation.NoteKind":     {9, func(n uint8) string { return escalation.NoteKind(n).String() }},
	"escalation.Reason":       {7, func(n uint8) string { return escalation.Reason(n).String() }},
	"escalation.State":        {4, func(n uint8) string { return escalation.State(n).String() }},
	"lifecycle.AlignmentKind": {4, func(n uint8) string { return lifecycle.AlignmentKind(n).String() }},
	"lifecycle.BoundKind":     {3, func(n uint8) string { return lifecycle.BoundKind(n).String() }},
	"lifecycle.Rounding":      {3, func(n uint8) string { return lifecycle.Rounding(n).String() }},
	"lifecycle.TermEnd":       {2, func(n uint8) string { return lifecycle.TermEnd(n).String() }},
	"lifecycle.TermEventKind": {4, func(n uint8) string { return lifecycle.TermEventKind(n).String() }},
	"lint.Severity":           {3, func(n uint8) string { return lint.Severity(n).String() }},
	"policy.Channel":          {4, func(n uint8) string { return policy.Channel(n).String() }},
	"policy.Kind":             {64, func(n uint8) string { return policy.Kind(n).String() }}, // those of an agreement's own included
	"policy.OccurrenceKind":   {8, func(n uint8) string { return policy.OccurrenceKind(n).String() }},
	"policy.Outcome":          {5, func(n uint8) string { return policy.Outcome(n).String() }},
	"policy.State":            {6, func(n uint8) string { return policy.State(n).String() }},
	"sempre.ChargeKind":       {6, func(n uint8) string { return sempre.ChargeKind(n).String() }},
	"severity.Mode":           {3, func(n uint8) string { return severity.Mode(n).String() }},
	"severity.Party":          {4, func(n uint8) string { return severity.Party(n).String() }},
	"strictjson.Kind":         {7, func(n uint8) string { return strictjson.Kind(n).String() }},
}

// noEnums are the exported integer types whose values have no names.
var noEnums = map[string]string{
	"compliance.Tenths": "a number",
	"policy.Channels":   "a set",
	"policy.Kinds":      "a set",
}

// TestEnums: each value has a name of its own, and an invalid value is written with its
// type: State(9). The zero value can have an empty name.
func TestEnums(t *testing.T) {
	for name, e := range enums {
		_, short, _ := strings.Cut(name, ".")
		names := map[string]bool{}
		for n := range 256 {
			got, none := e.text(uint8(n)), fmt.Sprintf("%s(%d)", short, n)
			switch {
			case n >= e.named && got != none:
				t.Errorf("%s of %d is %q, want %q", name, n, got, none)
			case n < e.named && (got == none || names[got] || got == "" && n > 0):
				t.Errorf("%s of %d is %q, want a name of its own", name, n, got)
			}
			names[got] = true
		}
	}
}

// TestEnumsAreAll: the tables have every exported integer type that an importer can see.
func TestEnumsAreAll(t *testing.T) {
	var found []string
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (slices.Contains([]string{"examples", "internal", "testdata"}, path.Base(name)) || name != "." && path.Base(name)[0] == '.'):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), "../"+name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			if g, ok := decl.(*ast.GenDecl); ok && g.Tok == token.TYPE {
				for _, s := range g.Specs {
					spec := s.(*ast.TypeSpec)
					of, ok := spec.Type.(*ast.Ident)
					if ok && spec.Name.IsExported() && strings.HasPrefix(strings.TrimPrefix(of.Name, "u"), "int") {
						found = append(found, file.Name.Name+"."+spec.Name.Name)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(found)
	want := slices.Sorted(maps.Keys(enums))
	for name := range noEnums {
		want = append(want, name)
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, found); diff != "" {
		t.Errorf("(-tables +source):\n%s", diff)
	}
}
