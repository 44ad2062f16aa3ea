package lint

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A found collects what is found in one agreement.
type found struct {
	at   string // what places begin with: "" or "versions[1]."
	list []Finding
}

// say adds a finding.
func (f *found) say(severity Severity, code, place, what, consequence, remedy string) {
	if place != "" || f.at != "" {
		place = strings.TrimSuffix(f.at+place, ".")
	}
	if len(f.list) > MaxFindings {
		return // it is already known that there are more
	}
	for i := range f.list {
		if g := &f.list[i]; g.Code == code && g.Place == place && g.What == what {
			return // once is enough
		}
	}
	f.list = append(f.list, Finding{Code: code, Severity: severity, Place: place, What: what, Consequence: consequence, Remedy: remedy})
}

// A sighting is a finding, with the combinations of a version in which it was made.
type sighting struct {
	Finding
	in []int
}

// A merge joins the findings of a version's combinations, and says for which tickets each was
// made.
type merge struct {
	all   []sighting
	index map[[3]string]int
}

// see records what was found in a combination.
func (m *merge) see(combination int, list []Finding) {
	for _, f := range list {
		key := [3]string{f.Code, f.Place, f.What}
		i, ok := m.index[key]
		if !ok {
			if len(m.all) > MaxFindings {
				continue
			}
			i = len(m.all)
			m.index[key] = i
			m.all = append(m.all, sighting{Finding: f})
		}
		s := &m.all[i]
		s.Severity = max(s.Severity, f.Severity)
		s.in = append(s.in, combination)
	}
}

// when says in words for which of the tried combinations a finding was made: by the values of
// each name, if no other combination has those values, or else by an example of sufficient
// conditions.
func when(axes []axis, tried [][]int, in []int) string {
	if len(in) == len(tried) {
		return ""
	}
	made := make([]bool, len(tried))
	some, all := flags(axes), flags(axes) // by axis: the values that are named, and the values that were tried
	for _, c := range tried {
		mark(all, c)
	}
	for _, i := range in {
		made[i] = true
		mark(some, tried[i])
	}
	prefix := "where "
	if !enough(some, tried, made) {
		prefix = "for example where "
		some = flags(axes)
		mark(some, tried[in[0]])
	}
	var conditions []string
	for a := range axes {
		kept := some[a]
		if slices.Equal(kept, all[a]) {
			continue
		}
		if some[a] = all[a]; len(axes)*len(axes)*len(tried) > maxWhen || !enough(some, tried, made) {
			some[a] = kept
			conditions = append(conditions, axes[a].name+" "+axes[a].words(kept, all[a]))
		}
	}
	return prefix + strings.Join(conditions, ", ")
}

// maxWhen bounds the work of finding conditions that say no more than is needed.
const maxWhen = 2_000_000

// enough reports whether a finding was made in all combinations that have only marked values.
func enough(flags [][]bool, tried [][]int, made []bool) bool {
	for i, c := range tried {
		if !made[i] && !outside(flags, c) {
			return false
		}
	}
	return true
}

// flags returns a flag for each value of each axis.
func flags(axes []axis) [][]bool {
	f := make([][]bool, len(axes))
	for a := range axes {
		f[a] = make([]bool, len(axes[a].values))
	}
	return f
}

func mark(flags [][]bool, combination []int) {
	for a, v := range combination {
		flags[a][v] = true
	}
}

func count(flags []bool) (n int) {
	for _, is := range flags {
		if is {
			n++
		}
	}
	return n
}

// outside reports whether a combination has a value that is not marked.
func outside(flags [][]bool, combination []int) bool {
	for a, v := range combination {
		if !flags[a][v] {
			return true
		}
	}
	return false
}

// words names some of the values of an axis that were tried.
func (x *axis) words(some, tried []bool) string {
	if key, has, ok := x.oneKey(some, tried); ok && count(some) > 1 {
		if has {
			return "with " + key
		}
		return "without " + key
	}
	if others := x.labels(some, tried); count(some) > maxLabels && len(others) <= maxLabels {
		return "other than " + strings.Join(others, " or ")
	}
	labels := x.labels(nil, some)
	if more := len(labels) - maxLabels; more > 0 {
		return strings.Join(labels[:maxLabels], " or ") + " or one of " + strconv.Itoa(more) + " more"
	}
	return strings.Join(labels, " or ")
}

// maxLabels is how many values are named in a condition.
const maxLabels = 12

// labels returns the names of the values that are marked and not left out.
func (x *axis) labels(out, marked []bool) (labels []string) {
	for v, is := range marked {
		if is && (out == nil || !out[v]) {
			labels = append(labels, x.values[v].label)
		}
	}
	return labels
}

// oneKey returns a key that, of the values tried, exactly the given ones have, or exactly the
// given ones lack.
func (x *axis) oneKey(some, tried []bool) (key string, has, ok bool) {
	var keys []string
	for v := range x.values {
		keys = append(keys, x.values[v].keys...)
	}
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		with, without := true, true
		for v, was := range tried {
			is := slices.Contains(x.values[v].keys, key) == some[v]
			with, without = with && (is || !was), without && !(is && was)
		}
		if with || without {
			return key, with, true
		}
	}
	return "", false, false
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
