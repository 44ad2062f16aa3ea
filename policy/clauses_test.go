package policy_test

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
)

// This file and its neighbours hold the contracts and the code together. Each clause of an agreement, and each rule by which
// all of them are read, is in a registry. The tracer follows each of them, by its id, to the code that carries it out and to
// the tests that check it:
//
//   - Code cites a clause by its id as the registry writes it, in a comment or in a string. PUR-4 must be cited in the
//     folder of its agreement, or in package calendar, which has the tables of holidays that an agreement asks for; G8 and
//     T7 in any package. If a comment of an engine cites PUR-4 too, the page links to it (clauses_engine_test.go).
//     What only describes the clauses is not evidence: the registries themselves, doc.go, the readings, the helper
//     packages, examples; an id in quotation marks in a comment, such as the example of a field; the two ends of a range
//     ("G1 to G10").
//   - A test checks the clause that its name begins with: TestPUR4_…, TestPropG1_…, FuzzT7_…. A test of a slow twin alone,
//     TestPUR1_SlowTwin…, says nothing about the code. A golden case checks the clause that its id begins with, PUR4-…, if
//     the golden tests of that agreement, or those of releases, read its file. One of them is named after the clause,
//     TestPUR4_Goldens, and runs these cases and no others: what go test -run PUR4_ shows is all there is.
//
// The source is read in clauses_scan_test.go and clauses_golden_test.go. What must hold is in clauses_check_test.go, and
// the page that shows the result, CLAUSES.md, is made in clauses_page_test.go. clauses_snippets_test.go proves that the
// tracer finds what it should.

// update has the page written anew: go test ./policy -run TestClausesPage -update
var update = flag.Bool("update", false, "write CLAUSES.md anew")

// clausesPage is the page's file, in the folder of this package.
const clausesPage = "CLAUSES.md"

// registry is one list of clauses, with the place where the clauses are computed.
type registry struct {
	title, prefix string // "purchased", "PUR"
	file          string // the Go file with the list, from the root of the module
	folder        string // of the agreement; empty for rules that hold for all of them
	clauses       []policy.Clause
	readings      []policy.Reading
}

// registries returns all lists of clauses, the rules for all agreements first.
func registries() []registry {
	rules := policy.Rules()
	timelines := slices.IndexFunc(rules, func(c policy.Clause) bool { return c.Section == "timelines" })
	return []registry{
		{title: "conventions", prefix: "G", file: "policy/rules.go", clauses: rules[:timelines]},
		{title: "timelines", prefix: "T", file: "policy/rules.go", clauses: rules[timelines:]},
		agreement("sempre", "SEM", sempre.Clauses(), sempre.Readings()),
		agreement("purchased", "PUR", purchased.Clauses(), purchased.Readings()),
		agreement("cumulocity", "CUM", cumulocity.Clauses(), cumulocity.Readings()),
		agreement("ispsystem", "ISP", ispsystem.Clauses(), ispsystem.Readings()),
		agreement("portx", "POR", portx.Clauses(), portx.Readings()),
	}
}

// agreement returns the registry of an agreement whose folder has its name.
func agreement(name, prefix string, clauses []policy.Clause, readings []policy.Reading) registry {
	folder := "policy/" + name
	return registry{name, prefix, folder + "/clauses.go", folder, clauses, readings}
}

// TestClauses follows every clause to its code and its tests, and fails with a line for each clause that lacks one of
// them.
func TestClauses(t *testing.T) {
	all := registries()
	seen, err := scanModule(os.DirFS(".."), all)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range checkClauses(all, seen) {
		t.Error(f)
	}
}

// TestClausesNumbers fixes how many clauses there are: nothing else would notice that a registry has lost one.
func TestClausesNumbers(t *testing.T) {
	want := map[string]int{"conventions": 11, "timelines": 13, "sempre": 8, "purchased": 10, "cumulocity": 13, "ispsystem": 14, "portx": 8}
	for _, r := range registries() {
		if len(r.clauses) != want[r.title] {
			t.Errorf("%s has %d clauses, want %d", r.title, len(r.clauses), want[r.title])
		}
	}
}

// TestClausesPage compares the page with what the registries, the code and the tests say, or writes it.
func TestClausesPage(t *testing.T) {
	all := registries()
	seen, err := scanModule(os.DirFS(".."), all)
	if err != nil {
		t.Fatal(err)
	}
	want := page(all, seen)
	if *update {
		if err := os.WriteFile(clausesPage, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(clausesPage)
	if err != nil {
		t.Fatal(err)
	}
	if line, old, now, differs := firstDifference(have, want); differs {
		t.Errorf("%s:%d is out of date; run go test ./policy -run TestClausesPage -update\nit has  %s\nwant    %s", clausesPage, line, old, now)
	}
}

// firstDifference returns the first line, counted from 1, in which two texts differ.
func firstDifference(a, b []byte) (line int, old, now []byte, differs bool) {
	as, bs := bytes.Split(a, []byte("\n")), bytes.Split(b, []byte("\n"))
	for i := range max(len(as), len(bs)) {
		old, now = nil, nil
		if i < len(as) {
			old = as[i]
		}
		if i < len(bs) {
			now = bs[i]
		}
		if !bytes.Equal(old, now) || i >= len(as) || i >= len(bs) {
			return i + 1, old, now, true
		}
	}
	return 0, nil, nil, false
}
