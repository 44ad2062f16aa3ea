package document

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// holds reports whether all conditions hold.
func (e *env) holds(w When, scale *severity.Scale) bool {
	for name, values := range w {
		if !slices.ContainsFunc(values, func(value string) bool { return e.is(name, value, scale) }) {
			return false
		}
	}
	return true
}

// is reports whether an attribute or reading has a value: whether a list contains it, or
// values by level or name have it as a key.
func (e *env) is(name, value string, scale *severity.Scale) bool {
	if text, ok := e.texts[name]; ok {
		return text == value
	}
	if measures, ok := e.measures[name]; ok {
		_, has := measures[levelName(scale, value)]
		return has
	}
	if codes, ok := e.regions[name]; ok {
		_, has := codes[value]
		return has
	}
	return slices.Contains(e.lists[name], value)
}

// A candidate is a row that could answer a question.
type candidate struct {
	place string
	when  When
	named int // 1 if it names the level in question
}

// rank is how specific a row is.
func (c *candidate) rank() int { return len(c.when) + c.named }

// best returns the most specific of the rows that hold, or -1 if none holds. The error is a
// [ContradictionError] if two are equally specific.
func (e *env) best(rows []candidate, scale *severity.Scale) (int, error) {
	best, other := -1, -1
	for i := range rows {
		switch {
		case !e.holds(rows[i].when, scale):
		case best < 0 || rows[i].rank() > rows[best].rank():
			best, other = i, -1
		case rows[i].rank() == rows[best].rank():
			other = i
		}
	}
	if other >= 0 {
		a, b := &rows[best], &rows[other]
		return best, &ContradictionError{Place: a.place, Other: b.place, When: a.when, OtherWhen: b.when}
	}
	return best, nil
}

// noneHolds says that no row holds for the ticket, and what the ticket has for the names in
// the rows' conditions.
func (e *env) noneHolds(rows []candidate) string {
	const why, write = "has no row that holds for this ticket", "; add one without conditions"
	asked := map[string]bool{}
	for i := range rows {
		for name := range rows[i].when {
			asked[name] = true
		}
	}
	var has []string
	for _, name := range slices.Sorted(maps.Keys(asked)) {
		if len(has) == MaxConditions {
			has = append(has, "…")
			break
		}
		has = append(has, name+" "+e.has(name))
	}
	if len(has) == 0 {
		return why + write
	}
	return why + ", where " + strings.Join(has, ", ") + write
}

// has says what the ticket has for an attribute or reading: "gold", "not given"; for a list
// all its texts, and for values by level or by name the keys: "a and b".
func (e *env) has(name string) string {
	all := slices.Clone(e.lists[name])
	if text := e.texts[name]; text != "" {
		all = []string{text}
	}
	all = slices.AppendSeq(all, maps.Keys(e.regions[name]))
	all = slices.AppendSeq(all, maps.Keys(e.measures[name]))
	slices.Sort(all)
	for i, text := range all {
		if quoted := strconv.Quote(strictjson.Shorten(text)); quoted != `"`+text+`"` {
			all[i] = quoted
		}
	}
	switch n := len(all); {
	case n == 0:
		return "not given"
	case n > MaxConditions:
		return strings.Join(all[:MaxConditions], ", ") + ", …"
	}
	return strings.Join(all, " and ")
}

// text returns the text that a value has for a ticket. The error is a [policy.ErrCustomer] if
// an attribute is missing.
func (e *env) text(v *Value, place string, scale *severity.Scale) (string, error) {
	return e.textWithin(v, place, scale, 0)
}

// textWithin is text for a value that lies within depth others.
func (e *env) textWithin(v *Value, place string, scale *severity.Scale, depth int) (string, error) {
	switch {
	case v == nil:
		return "", nil
	case v.Reading != "":
		return e.texts[v.Reading], nil
	case v.Key != "":
		if code, ok := e.regions[v.Attribute][v.Key]; ok {
			return code, nil
		}
		return "", e.missing(v.Attribute, v.Key)
	case v.Attribute != "":
		if text := e.texts[v.Attribute]; text != "" {
			return text, nil
		}
		return "", e.missing(v.Attribute, "")
	case v.Choose != nil && depth == MaxChoice:
		return "", &policy.PlaceError{Kind: policy.ErrAgreement, Place: place + ".choose", Why: tooDeep()}
	case v.Choose != nil:
		rows := make([]candidate, len(v.Choose))
		for i := range v.Choose {
			rows[i] = candidate{place: fmt.Sprintf("%s.choose[%d]", place, i), when: v.Choose[i].When}
		}
		i, err := e.best(rows, scale)
		if err != nil {
			return "", err
		}
		if i < 0 {
			return "", &policy.PlaceError{Kind: policy.ErrAgreement, Place: place + ".choose", Why: e.noneHolds(rows)}
		}
		return e.textWithin(&v.Choose[i].Value, rows[i].place+".value", scale, depth+1)
	}
	return v.Text, nil
}

// missing returns the error for an attribute, or a key of one, that is needed and not given.
func (e *env) missing(name, key string) error {
	a := e.doc.attribute(name)
	if a == nil {
		return &policy.PlaceError{Kind: policy.ErrAgreement, Place: strictjson.Inside("attributes", name), Why: "is not an attribute of the document"}
	}
	return lacks(a.placeFor(key, e.given[name]), "", "is missing; "+a.what())
}

// each returns the errors that were joined into one.
func each(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	for _, one := range joined.Unwrap() {
		all = append(all, each(one)...)
	}
	return all
}
