package policy_test

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// checkClauses returns what does not hold between the registries, the code and the tests, in the order of files.
func checkClauses(all []registry, seen *evidence) []finding {
	found := slices.Clone(seen.findings)
	owner := map[string]string{} // the file of each clause's registry
	for _, r := range all {
		found = append(found, checkOrder(r)...)
		for _, c := range r.clauses {
			owner[c.ID] = r.file
			for _, wrong := range checkClause(r, c, seen) {
				wrong.file, wrong.line = r.file, seen.lineOf(r.file, c.ID)
				found = append(found, wrong)
			}
		}
		for _, reading := range r.readings {
			if !slices.ContainsFunc(all, func(r registry) bool { return r.has(reading.Clause) }) {
				found = append(found, finding{r.file, 0, "unknown", fmt.Sprintf("the reading %s is left open by %q, which no registry has", reading.Name, reading.Clause), "name its clause"})
			}
		}
	}
	for _, c := range seen.citations {
		found = append(found, checkCitation(c, all, owner)...)
	}
	for _, checked := range []map[string]map[string]int{seen.tests, seen.rows} {
		for id, files := range checked {
			for file := range files {
				if owner[id] == "" {
					found = append(found, finding{file, 0, "unknown", fmt.Sprintf("a test or golden case is named after %s, which no registry has", id), "name it after the clause that it checks"})
				}
			}
		}
	}
	return excuse(found, nil)
}

// has reports whether the registry has a clause.
func (r registry) has(id string) bool {
	return slices.ContainsFunc(r.clauses, func(c policy.Clause) bool { return c.ID == id })
}

// number is the part of an id after its prefix.
var number = regexp.MustCompile(`^([1-9][0-9]*)([a-z]?)$`)

// checkOrder reports each clause of a registry whose id does not follow the one before: 1, 2, 2a, 3, without a gap.
func checkOrder(r registry) []finding {
	var found []finding
	lastNumber, lastLetter := 0, ""
	for i, c := range r.clauses {
		report := func(right string) {
			found = append(found, finding{r.file, 0, "order", fmt.Sprintf("clause %d of %s has the id %q", i+1, r.title, c.ID), right})
		}
		prefix := r.prefix
		if len(prefix) > 1 {
			prefix += "-"
		}
		rest, ok := strings.CutPrefix(c.ID, prefix)
		m := number.FindStringSubmatch(rest)
		if !ok || m == nil {
			report("write " + prefix + " and a number")
			continue
		}
		n, _ := strconv.Atoi(m[1]) // digits, and few
		next := n == lastNumber+1 && m[2] == "" || n == lastNumber && m[2] > lastLetter
		if !next {
			report(fmt.Sprintf("what follows %s%d%s is its next number or letter", prefix, lastNumber, lastLetter))
		}
		lastNumber, lastLetter = n, m[2]
	}
	return found
}

// checkClause reports what a clause lacks for its treatment.
func checkClause(r registry, c policy.Clause, seen *evidence) []finding {
	var found []finding
	report := func(wrong, right string) {
		found = append(found, finding{rule: "clause", wrong: c.ID + " " + wrong, right: right})
	}
	if c.Section == "" || c.Rule == "" {
		report("has no section or no rule", "say where the text has it, and what it says")
	}
	code := seen.code(r, c.ID)
	tested := len(seen.tests[c.ID])+len(seen.rows[c.ID]) > 0
	switch c.How {
	case policy.Computed, policy.Data, policy.Parameter:
		if len(code) == 0 {
			report(fmt.Sprintf("is %s, and no code cites it", c.How), "cite it where it is computed, or say that it is open")
		}
	case policy.NotComputed, policy.NotYet:
		if code := append(code, seen.engine(r, c.ID)...); len(code) > 0 {
			report(fmt.Sprintf("is %s, and yet %s cites it", c.How, code[0]), "say that it is computed, or leave the citation out")
		}
		fallthrough
	case policy.ByConstruction:
		if c.Why == "" {
			report(fmt.Sprintf("is %s without a reason", c.How), "say why")
		}
	default:
		report(fmt.Sprintf("has the treatment %q", c.How), "write one of the constants of policy.Treatment")
	}
	if !tested && c.How != policy.NotComputed && c.How != policy.NotYet {
		name := strings.ReplaceAll(c.ID, "-", "")
		report("has no test", "write Test"+name+"_… or a golden case "+name+"-…")
	}
	return found
}

// checkCitation reports a citation that names no clause, is misspelt, or puts another agreement's clause into an answer.
func checkCitation(c citation, all []registry, owner map[string]string) []finding {
	report := func(wrong, right string) []finding {
		return []finding{{c.file, c.line, "citation", fmt.Sprintf("%q %s", c.written, wrong), right}}
	}
	test := strings.HasSuffix(c.file, "_test.go")
	switch {
	case owner[c.id] == "":
		return report("names no clause", "cite one that a registry has")
	case c.written != c.id && !test:
		return report("is not how the registry writes it", "write "+c.id)
	}
	for _, r := range all {
		if c.literal && r.folder != "" && path.Dir(c.file) == r.folder && len(strings.TrimRight(c.id, "0123456789abcdefghijklmnopqrstuvwxyz")) > 1 && !r.has(c.id) {
			return report("is a clause of another agreement", "cite one of "+r.file)
		}
	}
	return nil
}

// code returns the files that decide by a clause, sorted.
func (e *evidence) code(r registry, id string) []string {
	var files []string
	for _, c := range e.citations {
		if c.id == id && !c.example && decides(c.file, r) {
			files = append(files, c.file)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// decides reports whether a file can be the code of a registry's clauses.
func decides(file string, r registry) bool {
	folder, base := path.Dir(file), path.Base(file)
	layer, _, _ := strings.Cut(folder, "/")
	switch {
	case strings.HasSuffix(base, "_test.go"), base == "doc.go", base == "clauses.go", base == "readings.go", file == r.file:
		return false
	case layer == "examples", slices.Contains(helperPackages, folder):
		return false
	case r.folder == "":
		return true
	}
	return folder == r.folder || folder == "calendar"
}

// lineOf returns the line of a registry's file that has the id of a clause, 0 if none has.
func (e *evidence) lineOf(file, id string) int {
	for _, c := range e.citations {
		if c.file == file && c.id == id && c.literal {
			return c.line
		}
	}
	return 0
}
