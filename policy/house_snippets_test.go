package policy_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestHouseChecker proves that the checker finds each kind of mistake, at its line, and none in code that is right. A
// want is "file:line rule".
func TestHouseChecker(t *testing.T) {
	for _, tt := range []struct {
		name, file, source string
		want               []string
	}{
		// Imports within the module.
		{"calendar knows nobody", "calendar/a.go", "package calendar\nimport \"github.com/slaclock/slaclock/severity\"",
			[]string{"calendar/a.go:2 lattice"}},
		{"nor do its subpackages", "calendar/internal/x/a.go", "package x\nimport \"github.com/slaclock/slaclock/policy\"",
			[]string{"calendar/internal/x/a.go:2 lattice"}},
		{"nor do its tests", "calendar/a_test.go", "package calendar_test\nimport _ \"github.com/slaclock/slaclock/policy/cumulocity\"",
			[]string{"calendar/a_test.go:2 lattice"}},
		{"severity knows no calendar", "severity/a.go", "package severity\nimport \"github.com/slaclock/slaclock/calendar\"",
			[]string{"severity/a.go:2 lattice"}},
		{"escalation knows no policy", "escalation/a.go", "package escalation\nimport \"github.com/slaclock/slaclock/policy\"",
			[]string{"escalation/a.go:2 lattice"}},
		{"lifecycle knows no escalation", "lifecycle/a.go", "package lifecycle\nimport \"github.com/slaclock/slaclock/escalation\"",
			[]string{"lifecycle/a.go:2 lattice"}},
		{"policy knows no agreement", "policy/a.go", "package policy\nimport \"github.com/slaclock/slaclock/policy/portx\"",
			[]string{"policy/a.go:2 lattice"}},
		{"no agreement knows another", "policy/portx/a.go", "package portx\nimport \"github.com/slaclock/slaclock/policy/sempre\"",
			[]string{"policy/portx/a.go:2 lattice"}},
		{"the public helper is no agreement", "policy/policytest/a.go", "package policytest\nimport \"github.com/slaclock/slaclock/policy/sempre\"",
			[]string{"policy/policytest/a.go:2 lattice"}},
		{"nor is the inner one", "policy/internal/agreementtest/a.go", "package agreementtest\nimport \"github.com/slaclock/slaclock/policy/sempre\"",
			[]string{"policy/internal/agreementtest/a.go:2 lattice"}},
		{"nobody knows the examples", "policy/a_test.go", "package policy\nimport \"github.com/slaclock/slaclock/examples/slaclock\"",
			[]string{"policy/a_test.go:2 lattice"}},
		{"an unknown layer", "util/a.go", "package util\nimport \"github.com/slaclock/slaclock/calendar\"",
			[]string{"util/a.go:2 lattice"}},
		{"test helpers stay in tests", "policy/a.go", "package policy\nimport \"github.com/slaclock/slaclock/calendar/calendartest\"",
			[]string{"policy/a.go:2 test-helper"}},
		{"of the own layer too", "policy/a.go", "package policy\nimport \"github.com/slaclock/slaclock/policy/policytest\"",
			[]string{"policy/a.go:2 test-helper"}},
		{"the inner ones too", "policy/portx/a.go", `package portx
import (
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/internal/golden"
)`, []string{"policy/portx/a.go:3 test-helper", "policy/portx/a.go:4 test-helper"}},
		{"a helper uses another", "policy/policytest/a.go", "package policytest\nimport \"github.com/slaclock/slaclock/policy/internal/golden\"", nil},
		{"what the lattice allows", "policy/portx/a.go", `package portx
import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)`, nil},
		{"the policy has inner packages", "policy/a.go", "package policy\nimport \"github.com/slaclock/slaclock/policy/internal/x\"", nil},
		{"the policy's tests try the agreements", "policy/a_test.go", `package policy_test
import (
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/portx"
)`, nil},
		{"examples may do everything", "examples/x/main.go", `package main
import ("os"; "time"; "github.com/slaclock/slaclock/policy/portx")
var count int
func init() { count++ }
func main() { go portx.New(time.Now()); panic(os.Args[0]) }`, nil},

		// Imports from outside.
		{"an unknown module", "examples/x/main.go", "package main\nimport \"github.com/lib/pq\"", []string{"examples/x/main.go:2 third-party"}},
		{"rickar/cal in another file", "calendar/region.go", "package calendar\nimport \"github.com/rickar/cal/v2/us\"",
			[]string{"calendar/region.go:2 third-party"}},
		{"rickar/cal in its file", "calendar/region_rickar.go", "package calendar\nimport \"github.com/rickar/cal/v2/us\"", nil},
		{"rapid in the library", "policy/a.go", "package policy\nimport \"pgregory.net/rapid\"", []string{"policy/a.go:2 third-party"}},
		{"rapid where it belongs", "policy/policytest/a.go", "package policytest\nimport (\"testing\"; \"pgregory.net/rapid\")", nil},
		{"and in the inner helper", "policy/internal/agreementtest/a.go", "package agreementtest\nimport (\"testing\"; \"pgregory.net/rapid\")", nil},
		{"not in what is merely inner", "policy/internal/x/a.go", "package x\nimport (\n\"testing\"\n\"pgregory.net/rapid\"\n)",
			[]string{"policy/internal/x/a.go:3 machine", "policy/internal/x/a.go:4 third-party"}},
		{"cmp in a public helper", "calendar/calendartest/a.go", "package calendartest\nimport \"github.com/google/go-cmp/cmp\"",
			[]string{"calendar/calendartest/a.go:2 third-party"}},
		{"cmp and rapid in a test", "severity/a_test.go", "package severity\nimport (\"github.com/google/go-cmp/cmp\"; \"pgregory.net/rapid\")", nil},
		{"a file system", "calendar/a.go", "package calendar\nimport \"os\"", []string{"calendar/a.go:2 machine"}},
		{"below a forbidden package", "calendar/a.go", "package calendar\nimport \"os/user\"", []string{"calendar/a.go:2 machine"}},
		{"second version of a forbidden package", "calendar/a.go", "package calendar\nimport \"math/rand/v2\"",
			[]string{"calendar/a.go:2 machine"}},
		{"logging", "policy/a.go", "package policy\nimport \"log/slog\"", []string{"policy/a.go:2 machine"}},
		{"testing in the library", "policy/a.go", "package policy\nimport \"testing\"", []string{"policy/a.go:2 machine"}},
		{"the process-wide tz database", "calendar/a.go", "package calendar\nimport _ \"time/tzdata\"",
			[]string{"calendar/a.go:2 init", "calendar/a.go:2 machine"}},
		{"a dot import", "calendar/a.go", "package calendar\nimport . \"time\"", []string{"calendar/a.go:2 dot-import"}},
		{"packages that only transform", "calendar/a.go", `package calendar
import ("archive/zip"; "bufio"; "bytes"; "database/sql/driver"; _ "embed"; "encoding/json"; "fmt"; "io"; "math"; "net/netip2")`,
			[]string{"calendar/a.go:2 machine"}}, // net/netip2 stands for all below net; the others are free.

		// The clock, the zone, the output.
		{"the clock", "policy/a.go", "package policy\nimport \"time\"\nvar now = time.Now", []string{"policy/a.go:3 machine"}},
		{"the clock under another name", "policy/a.go", "package policy\nimport t \"time\"\nfunc f() t.Duration { return t.Since(x) }",
			[]string{"policy/a.go:3 machine"}},
		{"all of the clock", "policy/a.go", `package policy
import "time"
func f(u time.Time) {
	time.Until(u)
	time.After(1)
	time.Tick(1)
	time.Sleep(1)
	time.NewTimer(1)
	time.AfterFunc(1, nil)
	time.NewTicker(1)
	time.LoadLocation("")
	u.In(time.Local)
	u.Local()
	time.Parse("", "")
	time.Unix(0, 0)
	time.UnixMilli(0).Equal(u)
	time.Parse(time.RFC3339, "")
}`, []string{
			"policy/a.go:4 machine", "policy/a.go:5 machine", "policy/a.go:6 machine", "policy/a.go:7 machine",
			"policy/a.go:8 machine", "policy/a.go:9 machine", "policy/a.go:10 machine", "policy/a.go:11 machine",
			"policy/a.go:12 machine", "policy/a.go:13 machine", "policy/a.go:14 machine", "policy/a.go:15 machine",
			"policy/a.go:16 machine", "policy/a.go:17 machine"}},
		{"instants in a named zone", "policy/a.go", `package policy
import "time"
type clock struct{}
func (clock) Now() int { return 0 }
func (clock) Local() int { return 0 }
func f(zone *time.Location) {
	time.Unix(0, 0).In(zone)
	(time.UnixMicro(0)).UTC()
	time.ParseInLocation("", "", time.UTC)
	time.Parse(time.DateOnly, "")
	if zone == time.Local || time.Local != zone { return }
	time := clock{}
	time.Now()
	time.Local()
}`, nil},
		{"output", "policy/a.go", "package policy\nimport \"fmt\"\nfunc f() {\n\tfmt.Println()\n\tprintln()\n\tfmt.Sprintln()\n}",
			[]string{"policy/a.go:4 machine", "policy/a.go:5 machine"}},
		{"a clock in a test", "policy/a_test.go", "package policy\nimport (\"os\"; \"time\")\nvar now = time.Now()\nfunc f() { panic(os.Args) }", nil},

		// Statements.
		{"panic", "severity/a.go", "package severity\nfunc f() {\n\tpanic(\"x\")\n}", []string{"severity/a.go:3 panic"}},
		{"a function of that name", "severity/a.go", "package severity\nfunc f(panic func(string)) { panic(\"x\") }", nil},
		{"init", "severity/a.go", "package severity\nfunc init() {}", []string{"severity/a.go:2 init"}},
		{"a method of that name", "severity/a.go", "package severity\ntype t struct{}\nfunc (t) init() {}", nil},
		{"goroutine", "policy/a.go", "package policy\nfunc f() {\n\tgo f()\n}", []string{"policy/a.go:3 goroutine"}},
		{"a file for one machine", "calendar/a.go", "//go:build linux\n\npackage calendar", []string{"calendar/a.go:1 build-tag"}},

		{"a nested module in the library", "calendar/x/go.mod", "module x", []string{"calendar/x/go.mod:0 nested-module"}},
		{"a nested module among the examples", "examples/x/go.mod", "module x", nil},
		{"test data is not code", "calendar/testdata/a.go", "package calendar\nimport \"os\"", nil},
	} {
		t.Run(tt.name, func(t *testing.T) { expectSnippet(t, tt.file, tt.source, tt.want) })
	}
}

// TestHouseCheckerExceptions shows that an exception excuses its rule in its file, and is an error once it is idle.
func TestHouseCheckerExceptions(t *testing.T) {
	module := fstest.MapFS{"policy/bulk.go": {Data: []byte("package policy\nfunc f() {\n\tgo f()\n\tpanic(1)\n}")}}
	found, err := checkModule(module, []exception{
		{"policy/bulk.go", "goroutine", "joins before it returns"},
		{"policy/bulk.go", "init", "left over"},
		{"policy/bulk.go", "panic", ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	expectFindings(t, found, []string{"policy/bulk.go:0 exception", "policy/bulk.go:0 exception", "policy/bulk.go:4 panic"})
}

// TestHouseCheckerSyntax shows that a file that cannot be read is an error, not a file without findings.
func TestHouseCheckerSyntax(t *testing.T) {
	if _, err := checkModule(fstest.MapFS{"calendar/a.go": {Data: []byte("package calendar\nfunc {")}}, nil); err == nil {
		t.Error("a file that does not parse gave no error")
	}
}

// TestHouseCheckerTopLevel shows what the layout's first level excludes.
func TestHouseCheckerTopLevel(t *testing.T) {
	repository := fstest.MapFS{}
	for _, name := range []string{"calendar/a.go", ".ci/run", "go.mod", "README.md", "util/a.go", "slaclock.go", "go.work", "cover.out", "cover.txt"} {
		repository[name] = &fstest.MapFile{}
	}
	repository[".gitignore"] = &fstest.MapFile{Data: []byte("# what is left behind: *.txt\n*.out\n")}
	expectFindings(t, checkTopLevel(repository), []string{"cover.txt:0 top-level", "go.work:0 top-level", "slaclock.go:0 top-level", "util:0 top-level"})
}

// TestHouseCheckerRequirements shows which lines of a go.mod are refused.
func TestHouseCheckerRequirements(t *testing.T) {
	found := checkRequirements(`module github.com/slaclock/slaclock

go 1.24

require (
	github.com/google/go-cmp v0.7.0 // indirect, or not
	github.com/lib/pq v1.10.9
)

require pgregory.net/rapid v1.3.0
require golang.org/x/text v0.42.0
replace pgregory.net/rapid => ../rapid
tool (
	honnef.co/go/tools/cmd/staticcheck
)
`)
	expectFindings(t, found, []string{"go.mod:7 requirement", "go.mod:11 requirement", "go.mod:12 requirement", "go.mod:14 requirement"})
}

// expectSnippet checks a module of one file.
func expectSnippet(t *testing.T, file, source string, want []string) {
	t.Helper()
	found, err := checkModule(fstest.MapFS{file: {Data: []byte(source)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	expectFindings(t, found, want)
}

// expectFindings compares findings with wants of the form "file:line rule".
func expectFindings(t *testing.T, found []finding, want []string) {
	t.Helper()
	var got []string
	for _, f := range found {
		got = append(got, fmt.Sprintf("%s:%d %s", f.file, f.line, f.rule))
		if f.wrong == "" || f.right == "" {
			t.Errorf("%v does not say what is wrong and what would be right", f)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("found\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
