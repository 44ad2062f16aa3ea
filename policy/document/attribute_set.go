package document

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// set checks what was given of an attribute and keeps it.
func (e *env) set(a *Attribute, given map[string]string, scale *severity.Scale) error {
	if len(given) == 0 && a.Required {
		return lacks(placeOf(a.Name), "", "is missing; "+a.what())
	}
	switch a.Type {
	case TypeList:
		for i := range len(given) {
			one := given[strconv.Itoa(i)]
			if a.Values != nil && !slices.Contains(a.Values, one) {
				return lacks(fmt.Sprintf("%s[%d]", placeOf(a.Name), i), one, "is not known; write "+strings.Join(a.Values, " or "))
			}
			e.lists[a.Name] = append(e.lists[a.Name], one)
		}
	case TypeMeasures, TypeDays:
		return e.setMeasures(a, given, scale)
	case TypeRegions:
		e.regions[a.Name] = given
		for _, name := range slices.Sorted(maps.Keys(given)) {
			if a.Values != nil && !slices.Contains(a.Values, name) {
				return lacks(placeOf(a.Name), name, "is not known; write "+strings.Join(a.Values, " or "))
			}
			if why := regionFlaw(given[name]); why != "" {
				return lacks(placeOf(a.Name)+"["+name+"]", given[name], why)
			}
		}
	default:
		text, ok := given[""]
		if !ok {
			text = a.Default
		}
		e.texts[a.Name] = text
		if text == "" {
			return nil
		}
		if why := a.textFlaw(text); why != "" {
			return lacks(placeOf(a.Name), text, why)
		}
	}
	return nil
}

// what says what to write for an attribute.
func (a *Attribute) what() string {
	switch {
	case a.Why != "":
		return a.Why
	case a.Values != nil:
		return "write " + strings.Join(a.Values, ", ")
	}
	return "it is a " + a.Type
}

// textFlaw says what is wrong with the value of a text, zone or region; it is
// empty if nothing is.
func (a *Attribute) textFlaw(text string) string {
	switch {
	case a.Values != nil && !slices.Contains(a.Values, text):
		return "is not one of its values; write " + strings.Join(a.Values, ", ")
	case a.Type == TypeZone:
		return zoneFlaw(text)
	case a.Type == TypeRegion:
		return regionFlaw(text)
	}
	return ""
}

// setMeasures keeps the measures of an attribute by the names of the levels.
func (e *env) setMeasures(a *Attribute, given map[string]string, scale *severity.Scale) error {
	measures := map[string]policy.Measure{}
	e.measures[a.Name] = measures
	for _, key := range slices.Sorted(maps.Keys(given)) {
		level, err := scale.Parse(key)
		if err != nil {
			return lacks(placeOf(a.Name), key, "is not a severity; write "+strings.Join(scale.Names(), ", "))
		}
		if _, twice := measures[level.String()]; twice {
			return lacks(placeOf(a.Name), key, "is there twice, by two names of one level")
		}
		m, ok := a.measure(given[key])
		if !ok {
			why := "is not a measure; write a time such as 4h, or a number of business days such as 2 business days"
			if a.Type == TypeDays {
				why = "is not a number of business days; write a whole number, at least 1"
			}
			return lacks(placeOf(a.Name)+"["+level.String()+"]", given[key], why)
		}
		measures[level.String()] = m
	}
	return nil
}

// measure reads a measure of a ticket: working time or business days.
func (a *Attribute) measure(text string) (policy.Measure, bool) {
	if a.Type == TypeDays || a.Name == "response_days" && strings.Trim(text, "0123456789") == "" {
		text += " business days"
	}
	m, ok := parseMeasure(text)
	return m, ok && m.CalendarDays == 0 && (m.Days != 0 || !strings.Contains(text, " "))
}

// zoneFlaw says what is wrong with the name of a zone; it is empty if nothing is.
func zoneFlaw(text string) string {
	if _, err := calendar.Zone(text); err != nil {
		return "is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00"
	}
	return ""
}

// regionFlaw says what is wrong with the code of a region; it is empty if nothing
// is.
func regionFlaw(code string) string {
	if _, err := (calendar.Region{Code: code}).Reach(); err != nil || code == "" {
		return "is not a region whose holidays are known; write a code such as DE-BY, or NONE"
	}
	return ""
}
