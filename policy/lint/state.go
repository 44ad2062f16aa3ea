package lint

import (
	"slices"

	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/severity"
)

// A state is what a combination says of attributes and readings. It tells from which rows of
// a document a ticket's agreement was made.
type state struct {
	scale *severity.Scale
	texts map[string]string   // texts, zones, regions and readings; "" where not given
	keys  map[string][]string // the texts of lists; the keys of values by level or by name
	// byLevel has the names whose keys are levels, which have several names.
	byLevel map[string]bool
}

// holds reports whether all conditions hold.
func (s *state) holds(w document.When) bool {
	for name, values := range w {
		if !slices.ContainsFunc(values, func(value string) bool { return s.is(name, value) }) {
			return false
		}
	}
	return true
}

func (s *state) is(name, value string) bool {
	if text, ok := s.texts[name]; ok {
		return text == value
	}
	keys := s.keys[name]
	if slices.Contains(keys, value) {
		return true
	}
	level, err := s.scale.Parse(value)
	return s.byLevel[name] && err == nil && slices.Contains(keys, level.String())
}

// A row is one of the rows for one question.
type row struct {
	index int // in its list
	when  document.When
	named int // 1 if it names the level
}

// best returns the row that answers a question: of the rows that hold, the one with the most
// conditions, or -1 if none holds. Of two with equally many it returns the first; the
// agreement cannot be made then.
func (s *state) best(rows []row) int {
	best, rank := -1, -1
	for _, r := range rows {
		if n := len(r.when) + r.named; n > rank && s.holds(r.when) {
			best, rank = r.index, n
		}
	}
	return best
}

// forLevel reports whether a row is for a level, and 1 if it names it.
func forLevel(level string, levels []string, on severity.Level) (named int, asked bool) {
	if level == "" && len(levels) == 0 {
		return 0, true
	}
	for _, name := range append([]string{level}, levels...) {
		if l, err := on.Scale().Parse(name); err == nil && l == on {
			return 1, true
		}
	}
	return 0, false
}

// rowsOf returns the rows of a list that are for one question.
func rowsOf[T any](list []T, of func(*T) (when document.When, named int, asked bool)) (rows []row) {
	for i := range list {
		if when, named, asked := of(&list[i]); asked {
			rows = append(rows, row{i, when, named})
		}
	}
	return rows
}

func targetRows(list []document.Target, level severity.Level) []row {
	return rowsOf(list, func(t *document.Target) (document.When, int, bool) {
		named, asked := forLevel(t.Level, t.Levels, level)
		return t.When, named, asked
	})
}

func ladderRows(list []document.Ladder, level severity.Level) []row {
	return rowsOf(list, func(l *document.Ladder) (document.When, int, bool) {
		named, asked := forLevel(l.Level, l.Levels, level)
		return l.When, named, asked
	})
}

func metricRows(list []document.Metric, name string) []row {
	return rowsOf(list, func(m *document.Metric) (document.When, int, bool) { return m.When, 0, m.Name == name })
}

func calendarRows(list []document.Calendar, name string) []row {
	return rowsOf(list, func(c *document.Calendar) (document.When, int, bool) { return c.When, 0, c.Name == name })
}

func regionRows(list []document.Region, name string) []row {
	return rowsOf(list, func(r *document.Region) (document.When, int, bool) { return r.When, 0, r.Name == name })
}

// namesOf returns the names of rows in the order of their first appearance.
func namesOf[T any](list []T, name func(*T) string) (names []string) {
	seen := map[string]bool{}
	for i := range list {
		if n := name(&list[i]); !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	return names
}

func metricName(m *document.Metric) string     { return m.Name }
func calendarName(c *document.Calendar) string { return c.Name }
func regionName(r *document.Region) string     { return r.Name }
