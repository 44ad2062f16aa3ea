package document

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// set checks what was given for an attribute, and keeps it.
func (e *env) set(a *Attribute, given map[string]said, scale *severity.Scale) error {
	if len(given) == 0 && a.Required {
		return lacks(a.placeFor("", given), "", "is missing; "+a.what())
	}
	switch a.Type {
	case TypeList:
		for i := range len(given) {
			key := strconv.Itoa(i)
			one := given[key].value
			if a.Values != nil && !slices.Contains(a.Values, one) {
				return lacks(a.placeOf(key, given[key]), one, "is not known; write "+either(a.Values))
			}
			e.lists[a.Name] = append(e.lists[a.Name], one)
		}
	case TypeMeasures, TypeDays:
		return e.setMeasures(a, given, scale)
	case TypeRegions:
		codes := map[string]string{}
		e.regions[a.Name] = codes
		for _, name := range slices.Sorted(maps.Keys(given)) {
			if a.Values != nil && !slices.Contains(a.Values, name) {
				return lacks(a.placeOf(name, given[name]), name, "is not known; write "+either(a.Values))
			}
			codes[name] = given[name].value
			if why := regionFlaw(codes[name]); why != "" {
				return lacks(a.placeOf(name, given[name]), codes[name], why)
			}
		}
	default:
		s, ok := given[""]
		if !ok {
			e.texts[a.Name] = a.Default // Check has verified it
			return nil
		}
		e.texts[a.Name] = s.value
		if why := a.textFlaw(s.value); why != "" {
			return lacks(a.placeOf("", s), s.value, why)
		}
	}
	return nil
}

// what says what to write for an attribute: its Why, followed by the possible values unless
// Why already names them all.
func (a *Attribute) what() string {
	told := func(value string) bool { return strings.Contains(a.Why, value) }
	switch {
	case a.Why != "" && (a.Values == nil || a.keyed() || !slices.ContainsFunc(a.Values, func(v string) bool { return !told(v) })):
		return a.Why
	case a.Why != "":
		return a.Why + "; write " + either(a.Values)
	case a.Values != nil && !a.keyed():
		return "write " + either(a.Values)
	}
	switch a.Type {
	case TypeZone:
		return "write a name such as Europe/Berlin, or an offset such as +08:00"
	case TypeRegion, TypeRegions:
		return "write a code such as DE-BY, or NONE"
	case TypeList:
		return "write texts, with commas between them"
	case TypeMeasures:
		return policy.WriteMeasure
	case TypeDays:
		return "write a whole number of business days, at least 1"
	}
	return "write a text"
}

// textFlaw says what is wrong with the value of a text, zone or region; it returns "" if
// nothing is.
func (a *Attribute) textFlaw(text string) string {
	switch {
	case a.Values != nil && !slices.Contains(a.Values, text):
		return "is not one of its values; write " + either(a.Values)
	case a.Type == TypeZone:
		return zoneFlaw(text)
	case a.Type == TypeRegion:
		return regionFlaw(text)
	}
	return ""
}

// setMeasures keeps the measures of an attribute by the names of the levels.
func (e *env) setMeasures(a *Attribute, given map[string]said, scale *severity.Scale) error {
	measures := map[string]policy.Measure{}
	e.measures[a.Name] = measures
	keys := map[string]string{} // the keys under which the levels were given
	for _, key := range slices.Sorted(maps.Keys(given)) {
		s := given[key]
		level, err := scale.Parse(key)
		if err != nil {
			return lacks(a.placeOf(key, s), key, "is not a severity; write "+either(scale.Names()))
		}
		if first, twice := keys[level.String()]; twice {
			return lacks(a.placeOf(key, s), s.value, "is a second value for the level "+level.String()+", beside "+a.placeOf(first, given[first])+"; give one of the two")
		}
		m, ok := a.measure(s.value)
		if !ok {
			why := "is not a measure; " + policy.WriteMeasure
			if a.Type == TypeDays {
				why = "is not a number of business days; write a whole number, at least 1"
			}
			return lacks(a.placeOf(key, s), s.value, why)
		}
		measures[level.String()], keys[level.String()] = m, key
	}
	return nil
}

// measure reads a measure of a ticket: working time or business days.
func (a *Attribute) measure(text string) (policy.Measure, bool) {
	if a.Type == TypeDays || a.Name == "response_days" && strings.Trim(text, "0123456789") == "" {
		text += " business days"
	}
	m, err := policy.ParseMeasure(text)
	return m, err == nil && m.CalendarDays == 0
}

// zoneFlaw says what is wrong with the name of a zone; it returns "" if nothing is.
func zoneFlaw(text string) string {
	_, err := calendar.Zone(text)
	return calendar.WhyNot(err)
}

// regionFlaw says what is wrong with the code of a region; it returns "" if nothing is.
func regionFlaw(code string) string {
	if code == "" { // which is no code, though a calendar can be without a region
		return calendar.WhyRegion
	}
	_, err := (calendar.Region{Code: code}).Reach()
	return calendar.WhyNot(err)
}
