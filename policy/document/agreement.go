package document

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// A maker makes a version's agreement for one ticket.
type maker struct {
	*env
	doc       *Document
	v         *Version
	at        string // the place of the version: "" or "versions[1]."
	scale     *severity.Scale
	calendars map[string]*calendar.Calendar
	lacking   map[string]error
	making    map[string]bool // calendars that are being made
}

// agreement makes a version's agreement for a ticket.
func (d *Document) agreement(v *Version, at string, scale *severity.Scale, e *env, choices policy.Choices) (a policy.Agreement, err error) {
	m := &maker{env: e, doc: d, v: v, at: at, scale: scale,
		calendars: map[string]*calendar.Calendar{}, lacking: map[string]error{}, making: map[string]bool{}}
	for _, name := range v.calendarNames() {
		if _, err := m.calendar(name); err != nil {
			return a, err
		}
	}
	a = policy.Agreement{
		Name: d.Name, Scale: scale, Events: v.Events, Calendars: m.calendars, Lacking: m.lacking,
		ReportNeedsChannel: v.ReportNeedsChannel, Choices: choices, SwitchClause: v.SwitchClause,
	}
	for _, set := range []struct {
		to    *policy.Kinds
		names []string
	}{
		{&a.Halt, v.Halt}, {&a.Switch, v.Switch}, {&a.Asked, v.Asked}, {&a.Given, v.Given}, {&a.Test, v.Test}, {&a.Failed, v.Failed},
	} {
		*set.to = v.kinds(set.names)
	}
	if a.Location, err = m.location(); err != nil {
		return a, err
	}
	if v.Lowering != nil {
		if a.Lowering, err = severity.NewLowering(scale, v.Lowering.config()); err != nil {
			return a, &RowError{at + "lowering", err}
		}
	}
	if v.SeverityChange != nil {
		text, err := m.text(v.SeverityChange, at+"severity_change", scale)
		if err != nil {
			return a, err
		}
		if a.SeverityChange, err = severity.ParseMode(text); err != nil {
			return a, &RowError{at + "severity_change", err}
		}
	}
	if a.Metrics, err = m.metrics(); err != nil {
		return a, err
	}
	if a.Ladders, err = m.ladders(); err != nil {
		return a, err
	}
	if v.Ownership != nil {
		a.Roaming = v.Ownership.Roaming
		a.Regions, err = m.regions()
	}
	return a, err
}

// location returns the zone in which answers are printed, UTC if there is none.
func (m *maker) location() (*time.Location, error) {
	z := m.v.Zone
	switch {
	case z == nil:
		return time.UTC, nil
	case z.Calendar != "":
		c, err := m.need(z.Calendar)
		if err != nil {
			return nil, err
		}
		return c.Location(), nil
	}
	name, err := m.text(&z.Value, m.at+"zone", m.scale)
	if err != nil {
		return nil, err
	}
	at, err := calendar.Zone(name)
	if err != nil {
		return nil, &RowError{m.at + "zone", err}
	}
	return at, nil
}

// kinds returns the kinds of events that the names stand for.
func (v *Version) kinds(names []string) (s policy.Kinds) {
	for _, name := range names {
		if k, ok := v.kind(name); ok {
			s |= policy.On(k)
		}
	}
	return s
}

// kind returns the kind of event that a name stands for.
func (v *Version) kind(name string) (policy.Kind, bool) {
	if i := slices.Index(v.Events, name); i >= 0 {
		return policy.Own(i)
	}
	k, err := policy.ParseKind(name)
	return k, err == nil
}

// rowsOf returns the rows of a list that are for one question.
func rowsOf[T any](list []T, place string, of func(row *T) (when When, named int, asked bool)) (rows []candidate, index []int) {
	for i := range list {
		if when, named, asked := of(&list[i]); asked {
			rows = append(rows, candidate{fmt.Sprintf("%s[%d]", place, i), when, named})
			index = append(index, i)
		}
	}
	return rows, index
}

// pick returns the row of a list that answers a question, or nil if none holds.
func pick[T any](e *env, scale *severity.Scale, list []T, place string, of func(row *T) (when When, named int, asked bool)) (*T, string, error) {
	rows, index := rowsOf(list, place, of)
	i, err := e.best(rows, scale)
	if err != nil || i < 0 {
		return nil, "", err
	}
	return &list[index[i]], rows[i].place, nil
}

// forLevel reports whether a row is for a level, and whether it names it.
func forLevel(level string, levels []string, on severity.Level) (named int, asked bool) {
	if level == "" && len(levels) == 0 {
		return 0, true
	}
	scale := on.Scale()
	for _, name := range append([]string{level}, levels...) {
		if l, err := scale.Parse(name); err == nil && l == on {
			return 1, true
		}
	}
	return 0, false
}

// regions makes the regions that can own a ticket.
func (m *maker) regions() (*escalation.Regions, error) {
	o := m.v.Ownership
	place := m.at + "ownership"
	def, err := m.text(&o.Default, place+".default", m.scale)
	if err != nil {
		return nil, err
	}
	r := &escalation.Regions{Default: -1, Clause: o.Clause}
	var names []string // of those that the ticket has
	for _, name := range namesIn(o.Regions, func(row *Region) string { return row.Name }) {
		row, _, err := pick(m.env, m.scale, o.Regions, place+".regions", func(row *Region) (When, int, bool) {
			return row.When, 0, row.Name == name
		})
		switch {
		case err != nil:
			return nil, err
		case row == nil:
			continue
		}
		c, err := m.need(row.Calendar)
		if err != nil {
			return nil, err
		}
		if name == def {
			r.Default = len(r.List)
		}
		r.List, names = append(r.List, escalation.Region{Name: name, Calendar: c}), append(names, name)
	}
	if r.Default < 0 {
		return nil, &policy.PlaceError{Kind: policy.ErrAgreement, Place: place + ".default", Value: def, Why: "is not a region of this ticket" + choose(names)}
	}
	return r, nil
}

// namesIn returns the names of rows in the order of their first appearance.
func namesIn[T any](rows []T, name func(*T) string) []string {
	var names []string
	seen := map[string]bool{}
	for i := range rows {
		if n := name(&rows[i]); !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	return names
}

// config returns the lowering as package severity has it.
func (l *Lowering) config() severity.LoweringConfig {
	return severity.LoweringConfig{Kind: severity.LoweringKind(l.Kind), To: l.To, Clause: l.Clause, Reason: l.Reason}
}
