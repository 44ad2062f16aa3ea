package policy_test

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// pageHead is the beginning of the page.
const pageHead = `# Clauses

Every clause of the five agreements that says something about a date, a time or a decision, and every rule by which the library
reads all of them: where its text is, how it is treated, the code that decides by it and the tests that check it. This page is
written from the registries, the code and the tests: ` + "`go test ./policy -run TestClausesPage -update`" + `.

Rules are in our words; the agreements' own text decides. The evidence for a clause, here PUR-4, is
` + "`go test -run PUR4_ ./...`" + `: the tests that are named after it, one of which, TestPUR4_Goldens, runs its golden cases.
`

// page returns the text of CLAUSES.md.
func page(all []registry, seen *evidence) []byte {
	var b bytes.Buffer
	b.WriteString(pageHead)
	treatments := []policy.Treatment{policy.Computed, policy.Data, policy.Parameter, policy.ByConstruction, policy.NotComputed, policy.NotYet}
	b.WriteString("\n| registry | clauses |")
	for _, how := range treatments {
		fmt.Fprintf(&b, " %s |", how)
	}
	b.WriteString("\n| --- |" + strings.Repeat(" ---: |", 1+len(treatments)) + "\n")
	for _, r := range all {
		fmt.Fprintf(&b, "| [%s](#%s) | %d |", r.title, r.title, len(r.clauses))
		for _, how := range treatments {
			n := 0
			for _, c := range r.clauses {
				if c.How == how {
					n++
				}
			}
			fmt.Fprintf(&b, " %d |", n)
		}
		b.WriteString("\n")
	}
	for _, r := range all {
		fmt.Fprintf(&b, "\n## %s\n\nRegistry: %s\n\n", r.title, link(r.file))
		b.WriteString("| id | section | rule | treatment | code | tests | readings |\n| --- | --- | --- | --- | --- | --- | --- |\n")
		for _, c := range r.clauses {
			cells := []string{c.ID, c.Section, c.Rule, treatment(c), links(append(seen.code(r, c.ID), seen.engine(r, c.ID)...)), tests(c.ID, seen), readingsOf(c.ID, all)}
			for i, cell := range cells {
				cells[i] = strings.ReplaceAll(cell, "|", `\|`)
			}
			b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
		}
	}
	return b.Bytes()
}

// treatment returns how a clause is treated, with the reason if it has one.
func treatment(c policy.Clause) string {
	if c.Why == "" {
		return string(c.How)
	}
	return string(c.How) + ": " + c.Why
}

// tests returns the files that check a clause, each with the number of its tests or golden cases.
func tests(id string, seen *evidence) string {
	var cells []string
	for _, of := range []struct {
		files map[string]int
		noun  string
	}{{seen.tests[id], "test"}, {seen.rows[id], "golden case"}} {
		for _, file := range slices.Sorted(maps.Keys(of.files)) {
			n, noun := of.files[file], of.noun
			if n > 1 {
				noun += "s"
			}
			cells = append(cells, fmt.Sprintf("%s (%d %s)", link(file), n, noun))
		}
	}
	return strings.Join(cells, ", ")
}

// readingsOf returns the readings that a clause leaves open, each with its values, the default first.
func readingsOf(id string, all []registry) string {
	var cells []string
	for _, r := range all {
		for _, reading := range r.readings {
			if reading.Clause == id {
				cells = append(cells, fmt.Sprintf("`%s`: %s", reading.Name, strings.Join(reading.Values, ", ")))
			}
		}
	}
	return strings.Join(cells, "; ")
}

// links returns links to files.
func links(files []string) string {
	var cells []string
	for _, file := range files {
		cells = append(cells, link(file))
	}
	return strings.Join(cells, ", ")
}

// link returns a link to a file from the page, with its name from the root of the module.
func link(file string) string {
	target := "../" + file
	if rest, ok := strings.CutPrefix(file, path.Dir("policy/"+clausesPage)+"/"); ok {
		target = rest
	}
	return "[" + file + "](" + target + ")"
}
