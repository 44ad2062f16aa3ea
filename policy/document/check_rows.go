package document

import (
	"fmt"
	"maps"
	"slices"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// contradictions reports rows for one question that hold together and are equally specific
// and, if must is set, values for which no row holds. It goes through the values that tell
// the rows apart.
func (c *versionChecker) contradictions(rows []candidate, must bool) {
	c.checker.tell(rows, must, c)
}

// tell implements contradictions; on is the version, nil for release rules.
func (c *checker) tell(rows []candidate, must bool, on *versionChecker) {
	if !must && !couldTie(rows) {
		return
	}
	names := map[string][]string{}
	for i := range rows {
		for name, values := range rows[i].when {
			names[name] = append(names[name], values...)
		}
	}
	for name := range names {
		if c.doc.reading(name) == nil && (on == nil || c.doc.attribute(name) == nil) && (on != nil || name != c.doc.Releases.LineField) {
			return // it has been reported already, and has no values
		}
	}
	t := &teller{checker: c, on: on, rows: rows, must: must, told: map[[2]string]bool{}}
	t.names = slices.Sorted(maps.Keys(names))
	for _, name := range t.names {
		slices.Sort(names[name])
		t.values = append(t.values, slices.Compact(names[name]))
	}
	t.env = &env{doc: c.doc, texts: map[string]string{}, lists: map[string][]string{},
		regions: map[string]map[string]string{}, measures: map[string]map[string]policy.Measure{}}
	if t.cost() <= c.budget {
		t.walk(0)
		return
	}
	for a := range rows {
		for b := range rows[:a] {
			if c.budget < 0 {
				return
			}
			if rows[a].rank() == rows[b].rank() {
				t.pair(&rows[a], &rows[b])
			}
		}
	}
}

// couldTie reports whether any two of the rows have equally many conditions.
func couldTie(rows []candidate) bool {
	seen := map[int]bool{}
	for i := range rows {
		if seen[rows[i].rank()] {
			return true
		}
		seen[rows[i].rank()] = true
	}
	return false
}

// A teller goes through the values of the names in the conditions of rows.
type teller struct {
	*checker
	on     *versionChecker
	rows   []candidate
	must   bool
	names  []string
	values [][]string // by name: the values in the conditions
	env    *env
	told   map[[2]string]bool // pairs that have been reported
}

// other is a value that no condition has.
const other = "\x00other"

// cost returns how many rows must be examined to go through all values; beyond
// MaxCombinations it stops counting.
func (t *teller) cost() int {
	n := len(t.rows)
	for i, name := range t.names {
		if a := t.doc.attribute(name); t.isText(name) {
			n *= len(t.domain(name, a, t.doc.reading(name), t.values[i]))
		} else {
			n <<= min(len(t.values[i]), 20)
		}
		if n = min(n, MaxCombinations+1); n > MaxCombinations {
			break
		}
	}
	return n
}

// isText reports whether a name stands for one text, rather than a list or values by key.
func (t *teller) isText(name string) bool {
	a := t.doc.attribute(name)
	return a == nil || a.Type == TypeText || a.Type == TypeZone || a.Type == TypeRegion
}

// pair examines values for which two rows hold, where there are too many combinations to go
// through them all.
func (t *teller) pair(x, y *candidate) {
	t.budget -= len(t.names)
	for i, name := range t.names {
		a, r := t.doc.attribute(name), t.doc.reading(name)
		if !t.isText(name) {
			var has []string
			for _, w := range []When{x.when, y.when} {
				if len(w[name]) > 0 {
					has = append(has, w[name][0])
				}
			}
			slices.Sort(has)
			t.has(a, slices.Compact(has))
			continue
		}
		domain := t.domain(name, a, r, t.values[i])
		k := slices.IndexFunc(domain, func(value string) bool {
			return (x.when[name] == nil || slices.Contains(x.when[name], value)) && (y.when[name] == nil || slices.Contains(y.when[name], value))
		})
		if k < 0 {
			return
		}
		t.env.texts[name] = domain[k]
	}
	t.look()
}

// walk goes through the values of the names from i on.
func (t *teller) walk(i int) {
	if i == len(t.names) {
		t.look()
		return
	}
	name := t.names[i]
	a := t.doc.attribute(name)
	if t.isText(name) {
		for _, value := range t.domain(name, a, t.doc.reading(name), t.values[i]) {
			t.env.texts[name] = value
			t.walk(i + 1)
		}
		delete(t.env.texts, name)
		return
	}
	t.subsets(i, a, t.values[i], nil)
}

// domain returns the values of a text that matter.
func (t *teller) domain(name string, a *Attribute, r *Reading, mentioned []string) []string {
	switch {
	case r != nil:
		return r.Values
	case a == nil && len(t.doc.Releases.Lines) > 0: // the line of releases
		return t.doc.Releases.Lines
	case a == nil:
		return append(slices.Clone(mentioned), other)
	}
	values := slices.Clone(a.Values)
	if values == nil {
		values = append(slices.DeleteFunc(slices.Clone(mentioned), func(v string) bool { return v == "" }), other)
	}
	if !a.Required && a.Default == "" {
		values = append(values, "")
	}
	return values
}

// subsets goes through the subsets of the values that conditions ask for, as what a list, or
// the keys of an attribute, can contain.
func (t *teller) subsets(i int, a *Attribute, ask, has []string) {
	if len(ask) > 0 {
		t.subsets(i, a, ask[1:], has)
		t.subsets(i, a, ask[1:], append(slices.Clone(has), ask[0]))
		return
	}
	t.has(a, has)
	t.walk(i + 1)
}

// has sets what a list, or the keys of an attribute, contain.
func (t *teller) has(a *Attribute, has []string) {
	switch a.Type {
	case TypeList:
		t.env.lists[a.Name] = has
	case TypeRegions:
		t.env.regions[a.Name] = map[string]string{}
		for _, key := range has {
			t.env.regions[a.Name][key] = "NONE"
		}
	default:
		t.env.measures[a.Name] = map[string]policy.Measure{}
		for _, key := range has {
			if level, err := t.on.scale.Parse(key); err == nil {
				key = level.String()
			}
			t.env.measures[a.Name][key] = policy.Measure{Days: 1}
		}
	}
}

// look finds which rows hold for the present values.
func (t *teller) look() {
	t.budget -= len(t.rows)
	best, tied := -1, -1
	var scale *severity.Scale
	if t.on != nil {
		scale = t.on.scale
	}
	for i := range t.rows {
		switch {
		case !t.env.holds(t.rows[i].when, scale):
		case best < 0 || t.rows[i].rank() > t.rows[best].rank():
			best, tied = i, -1
		case t.rows[i].rank() == t.rows[best].rank() && tied < 0:
			tied = i
		}
	}
	switch {
	case best < 0 && t.must:
		t.report(t.rows[0].place, "", "none of the rows holds where "+t.present()+"; add one without conditions")
	case tied >= 0:
		a, b := &t.rows[best], &t.rows[tied]
		why := fmt.Sprintf("holds beside %s where %s, and neither has more conditions; add a row for both, or tell them apart", a.place, t.present())
		t.report(b.place, a.place, why)
	}
}

// report reports a mistake in a pair of rows once.
func (t *teller) report(place, beside, why string) {
	if pair := [2]string{place, beside}; !t.told[pair] {
		t.told[pair] = true
		t.wrong(place, "", why)
	}
}

// present says in words what the present values are.
func (t *teller) present() string {
	w := When{}
	for _, name := range t.names {
		text, ok := t.env.texts[name]
		switch {
		case ok && text == other:
			w[name] = []string{"something else"}
		case ok:
			w[name] = []string{text}
		case t.env.lists[name] != nil:
			w[name] = t.env.lists[name]
		case len(t.env.regions[name]) > 0:
			w[name] = slices.Sorted(maps.Keys(t.env.regions[name]))
		case len(t.env.measures[name]) > 0:
			w[name] = slices.Sorted(maps.Keys(t.env.measures[name]))
		default:
			w[name] = []string{""}
		}
	}
	if len(w) == 0 {
		return "nothing tells them apart"
	}
	return w.String()
}
