package document

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A When is a set of conditions. It maps the name of an attribute or reading to the values of
// which the ticket must have one. In JSON a single value can be written without a list. The
// zero When always holds.
type When map[string][]string

// String returns the conditions in words: "region EMEA, tier gold or silver".
func (w When) String() string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(w)) {
		values := slices.Clone(w[name])
		for i, v := range values {
			if v == "" {
				values[i] = "not given"
			}
		}
		all = append(all, name+" "+strings.Join(values, " or "))
	}
	if len(all) == 0 {
		return "always"
	}
	return strings.Join(all, ", ")
}

func (w *When) readForm(r *reader) {
	*w = When{}
	r.Map(func(key []byte) {
		name := string(key)
		if len(*w) == MaxConditions {
			r.Fail(fmt.Sprintf("is one too many; there are at most %d conditions", MaxConditions))
			return
		}
		(*w)[name] = r.conditionValues()
	})
	if len(*w) == 0 {
		*w = nil
	}
}

// conditionValues reads the values of a condition, one or a list.
func (r *reader) conditionValues() (values []string) {
	switch r.Kind() {
	case strictjson.String:
		return []string{r.Text()}
	case strictjson.Array:
		r.Array(func(i int) {
			if i >= MaxValues {
				if i == MaxValues {
					r.Fail(fmt.Sprintf("is one too many; a condition has at most %d values", MaxValues))
				}
				r.Skip()
				return
			}
			values = append(values, r.Text())
		})
		if len(values) == 0 {
			r.Fail("must not be empty; a condition has at least one value")
		}
		return values
	case strictjson.Invalid:
		r.Skip()
		return nil
	}
	r.Fail("must be a text, or a list of texts")
	return nil
}

func (w *When) writeForm(to *writer) {
	to.open('{')
	for _, name := range slices.Sorted(maps.Keys(*w)) {
		to.entry(name, func() { to.texts((*w)[name], true) })
	}
	to.close('}')
}

func (w *When) schemaForm(*schemer) string {
	return `{"type":"object","additionalProperties":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"},"minItems":1,"maxItems":` +
		fmt.Sprint(MaxValues) + `}]},"maxProperties":` + fmt.Sprint(MaxConditions) + `}`
}
