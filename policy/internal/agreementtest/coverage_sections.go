package agreementtest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
)

// Sections fails t unless each rule names a clause of the registry and only sections
// that this clause stands for: those of its Section or parts of them, such as 3.4(a)
// and 3.4.1 of 3.4. Sections stand apart with commas or semicolons; 4.1-4.3 are three.
func (c Coverage) Sections(t testing.TB, registry []policy.Clause) {
	t.Helper()
	for _, r := range c.rules(t).Rules() {
		i := slices.IndexFunc(registry, func(clause policy.Clause) bool { return clause.ID == r.Clause })
		if i < 0 {
			t.Errorf("%s: the registry has no %s", r.Fact, r.Clause)
			continue
		}
		of := sections(registry[i].Section)
		for _, section := range sections(r.Section) {
			if !slices.ContainsFunc(of, func(whole string) bool { return partOf(section, whole) }) {
				t.Errorf("%s: is of %s in section %s, and the registry has it in %s", r.Fact, r.Clause, section, registry[i].Section)
			}
		}
	}
}

// sections takes a list of sections apart.
func sections(list string) []string {
	var all []string
	for _, one := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' }) {
		one = strings.TrimSpace(one)
		from, to, _ := strings.Cut(one, "-")
		chapter := from[:strings.LastIndexByte(from, '.')+1]
		first, err1 := strconv.Atoi(from[len(chapter):])
		last, err2 := strconv.Atoi(strings.TrimPrefix(to, chapter))
		if err1 != nil || err2 != nil {
			all = append(all, one) // no range
			continue
		}
		for n := first; n <= last; n++ {
			all = append(all, chapter+strconv.Itoa(n))
		}
	}
	return all
}

// partOf reports whether a section is another one or a part of it: 3.4(a), 3.4.1 and
// "3.4 Errors" are parts of 3.4, and 3.41 is none.
func partOf(section, whole string) bool {
	rest, found := strings.CutPrefix(section, whole)
	return found && (rest == "" || strings.ContainsRune("(.: ", rune(rest[0])))
}
