package document

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// version checks a version.
func (c *checker) version(v *Version, at string) {
	vc := &versionChecker{checker: c, v: v, at: at, calendars: map[string]bool{}}
	c.versions = append(c.versions, vc)
	vc.coverage()
	if !vc.levels() {
		return
	}
	for _, row := range v.Calendars {
		vc.calendars[row.Name] = true
	}
	vc.events()
	vc.hours()
	vc.zone()
	for _, name := range namesIn(v.Metrics, func(m *Metric) string { return m.Name }) {
		rows, _ := rowsOf(v.Metrics, at+"metrics", func(m *Metric) (When, int, bool) { return m.When, 0, m.Name == name })
		vc.contradictions(rows, false)
	}
	for i := range v.Metrics {
		vc.metric(&v.Metrics[i], fmt.Sprintf("%smetrics[%d]", at, i))
	}
	vc.ladders()
	vc.ownership()
	vc.severities()
}

// levels makes the scale, and reports whether there is more to check.
func (c *versionChecker) levels() bool {
	if len(c.v.Levels) == 0 {
		if !c.doc.ticketless() {
			c.wrong(c.at+"levels", "", "are missing; an agreement has at least one")
		}
		return false
	}
	ok := true
	for i, l := range c.v.Levels {
		for k, name := range append([]string{l.Name}, l.Aliases...) {
			if strings.Contains(name, "|") {
				place := fmt.Sprintf("%slevels[%d].name", c.at, i)
				if k > 0 {
					place = fmt.Sprintf("%slevels[%d].aliases[%d]", c.at, i, k-1)
				}
				c.wrong(place, name, "has a bar in it; write another name as an alias")
				ok = false
			}
		}
	}
	scale, err := c.v.Scale(c.doc.Name)
	var e *severity.PlaceError
	switch {
	case !ok:
	case errors.As(err, &e):
		c.wrong(c.at+e.Place, e.Value, e.Why)
	case err != nil:
		c.wrong(c.at+"levels", "", reason(err))
	}
	c.scale = scale
	return ok && err == nil
}

// reason returns the text of another package's error without package names: its own, and
// those of the errors at its end. Quoted text stays as it is.
func reason(err error) string {
	text := err.Error()
	if within := errors.Unwrap(err); within != nil {
		if head, ok := strings.CutSuffix(text, within.Error()); ok {
			text = head + reason(within)
		}
	}
	for _, name := range [...]string{"severity: ", "policy: ", "calendar: ", "escalation: ", "lifecycle: "} {
		if rest, ok := strings.CutPrefix(text, name); ok {
			return rest
		}
	}
	return text
}

// events checks the version's own events and the lists of events.
func (c *versionChecker) events() {
	for i, name := range c.v.Events {
		place := fmt.Sprintf("%sevents[%d]", c.at, i)
		_, known := policy.ParseKind(name)
		_, room := policy.Own(i)
		switch {
		case known == nil:
			c.wrong(place, name, "is an event that every agreement has")
		case slices.Index(c.v.Events, name) < i:
			c.wrong(place, name, "is declared twice")
		case !room:
			c.wrong(place, name, fmt.Sprintf("is one too many; a version declares at most %d", i))
			return
		}
	}
	for _, list := range []struct {
		field string
		names []string
	}{
		{"halt", c.v.Halt}, {"switch", c.v.Switch}, {"asked", c.v.Asked}, {"given", c.v.Given}, {"test", c.v.Test}, {"failed", c.v.Failed},
	} {
		c.kinds(c.at+list.field, list.names)
	}
}

// kinds checks a list of events.
func (c *versionChecker) kinds(place string, names []string) {
	for i, name := range names {
		c.kind(fmt.Sprintf("%s[%d]", place, i), name)
	}
	c.unique(place, names)
}

func (c *versionChecker) kind(place, name string) {
	if _, ok := c.v.kind(name); !ok {
		known := policy.KindNames()
		for _, own := range c.v.Events {
			if !slices.Contains(known, own) { // otherwise it has been reported under events
				known = append(known, own)
			}
		}
		write := "write " + either(known)
		if near, ok := strictjson.Nearest(name, known); ok {
			write = "did you mean " + strconv.Quote(near) + "? Write that"
		}
		c.wrong(place, name, "is not an event; "+write+", or declare it in events")
	}
}

// level checks the name of a level.
func (c *versionChecker) level(place, name string) {
	if _, err := c.scale.Parse(name); err != nil {
		c.wrong(place, name, "is not a level; write "+either(c.scale.Names()))
	}
}

// levelOr checks a row's level and levels, of which at most one may be given.
func (c *versionChecker) levelOr(place, level string, levels []string) {
	if level != "" {
		c.level(place+".level", level)
		if len(levels) > 0 {
			c.wrong(place+".levels", "", "stands beside level; write one of the two")
		}
	}
	c.levelList(place+".levels", levels)
}

func (c *versionChecker) levelList(place string, names []string) {
	for i, name := range names {
		c.level(fmt.Sprintf("%s[%d]", place, i), name)
	}
	c.unique(place, names)
}

// ownership checks who owns tickets.
func (c *versionChecker) ownership() {
	o := c.v.Ownership
	if o == nil {
		return
	}
	place := c.at + "ownership"
	names := namesIn(o.Regions, func(r *Region) string { return r.Name })
	for i, r := range o.Regions {
		at := fmt.Sprintf("%s.regions[%d]", place, i)
		if r.Name == escalation.OnCall {
			c.wrong(at+".name", r.Name, "is the service that owns tickets while no region is active; take another name")
		}
		c.when(at+".when", r.When, c.scale, nil)
		c.calendar(at+".calendar", r.Calendar)
	}
	for _, name := range names {
		rows, _ := rowsOf(o.Regions, place+".regions", func(r *Region) (When, int, bool) { return r.When, 0, r.Name == name })
		c.contradictions(rows, false)
	}
	c.value(place+".default", &o.Default, valueKind{TypeText, func(text string) string {
		if slices.Contains(names, text) {
			return ""
		}
		return "is not a region" + choose(names)
	}})
	c.levelList(place+".roaming", o.Roaming)
}

// severities checks the lowering, the classification, the authority and the mode of severity
// changes.
func (c *versionChecker) severities() {
	if l := c.v.Lowering; l != nil {
		_, err := severity.NewLowering(c.scale, l.config())
		c.placed(c.at+"lowering", err)
	}
	if c.v.Classification != nil {
		_, err := c.v.Classifier(c.scale)
		c.placed(c.at+"classification", err)
	}
	if a := c.v.Authority; a != nil {
		c.setter(c.at+"authority.report", a.Report)
		c.setter(c.at+"authority.change", a.Change)
	}
	if v := c.v.SeverityChange; v != nil {
		c.value(c.at+"severity_change", v, valueKind{TypeText, func(text string) string {
			if _, err := severity.ParseMode(text); err != nil {
				return "is not a mode; write " + either(severity.ModeNames())
			}
			return ""
		}})
	}
}

// placed reports the errors of packages severity and policy at their places within place.
func (c *checker) placed(place string, err error) {
	if err == nil {
		return
	}
	all := []error{err}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		all = many.Unwrap()
	}
	for _, one := range all {
		at, value, why := place, "", reason(one)
		var e *severity.PlaceError
		var p *policy.PlaceError
		if errors.As(one, &e) {
			at, value, why = place+"."+e.Place, e.Value, e.Why
		} else if errors.As(one, &p) {
			at, value, why = place+"."+p.Place, p.Value, p.Why
		}
		c.wrong(at, value, why)
	}
}

// when checks conditions. lines are the values of further names that they can
// have; nil is any.
func (c *checker) when(place string, w When, scale *severity.Scale, lines map[string][]string) {
	for _, name := range slices.Sorted(maps.Keys(w)) {
		at := strictjson.Inside(place, name)
		c.unique(at, w[name])
		flaw := func(value string) string { return "" }
		if values, ok := lines[name]; ok {
			flaw = oneOf(values)
		} else if r := c.doc.reading(name); r != nil {
			flaw = oneOf(r.Values)
			if lines == nil { // otherwise it is for releases
				c.touches(name, at)
			}
		} else if a := c.doc.attribute(name); a != nil && lines == nil {
			flaw = func(value string) string { return a.conditionFlaw(value, scale) }
		} else {
			c.wrong(at, "", "is not an attribute or reading that can stand here"+choose(c.names(lines)))
		}
		for i, value := range w[name] {
			if why := flaw(value); why != "" {
				at := at
				if len(w[name]) > 1 {
					at += fmt.Sprintf("[%d]", i)
				}
				c.wrong(at, value, why)
			}
		}
	}
}

// oneOf checks values against the known ones, if there are any.
func oneOf(known []string) func(value string) string {
	return func(value string) string {
		if known != nil && !slices.Contains(known, value) {
			return "is not a value of it" + choose(known)
		}
		return ""
	}
}

// names returns the names that conditions can use.
func (c *checker) names(lines map[string][]string) (names []string) {
	if lines == nil {
		names = c.doc.attributeNames()
	}
	names = append(names, c.doc.readingNames()...)
	return append(names, slices.Sorted(maps.Keys(lines))...)
}

// conditionFlaw says what is wrong with a condition on an attribute.
func (a *Attribute) conditionFlaw(value string, scale *severity.Scale) string {
	switch a.Type {
	case TypeMeasures, TypeDays:
		if _, err := scale.Parse(value); err != nil {
			return "is not a level; the condition asks whether there is a value for one" + choose(scale.Names())
		}
	case TypeList, TypeRegions:
		if value == "" {
			return "asks for an empty text, which cannot be in it"
		}
		return oneOf(a.Values)(value)
	default:
		switch {
		case value == "" && a.Required:
			return "asks that it is not given, which cannot be; it is required"
		case value == "" && a.Default != "":
			return "asks that it is not given, which cannot be; it has a default"
		case value != "":
			return a.textFlaw(value)
		}
	}
	return ""
}
