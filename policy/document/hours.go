package document

import (
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// calendarNames returns the names of the version's calendars, in order.
func (v *Version) calendarNames() []string {
	return namesIn(v.Calendars, func(c *Calendar) string { return c.Name })
}

// calendar makes the calendar called name, once. It returns nil if the ticket does not
// provide what the calendar needs; m.lacking then says why. The error is a mistake of the
// document.
func (m *maker) calendar(name string) (*calendar.Calendar, error) {
	if c := m.calendars[name]; c != nil || m.lacking[name] != nil {
		return c, nil
	}
	place := m.at + "calendars"
	if m.making[name] {
		return nil, &policy.PlaceError{Kind: policy.ErrAgreement, Place: place, Value: name, Why: "is made of itself"}
	}
	m.making[name] = true
	defer delete(m.making, name)
	of := func(row *Calendar) (When, int, bool) { return row.When, 0, row.Name == name }
	row, at, err := pick(m.env, m.scale, m.v.Calendars, place, of)
	switch {
	case err != nil:
		return nil, err
	case row == nil:
		rows, _ := rowsOf(m.v.Calendars, place, of)
		m.lacking[name] = &policy.PlaceError{Kind: policy.ErrAgreement, Place: place, Value: name, Why: m.noneHolds(rows)}
		return nil, nil
	}
	c, lacking, err := m.make(row, at)
	switch {
	case err != nil:
		return nil, err
	case lacking != nil:
		m.lacking[name] = lacking
		return nil, nil
	}
	m.calendars[name] = c
	return c, nil
}

// need returns a calendar, or the error that says why it is lacking.
func (m *maker) need(name string) (*calendar.Calendar, error) {
	c, err := m.calendar(name)
	if err == nil && c == nil {
		err = m.lacking[name]
	}
	return c, err
}

// own follows As from a calendar that has been made: it returns the name of the calendar for
// which name is another name, or name itself if its row has hours or parts.
func (m *maker) own(name string) string {
	for {
		row, _, _ := pick(m.env, m.scale, m.v.Calendars, "", func(row *Calendar) (When, int, bool) { return row.When, 0, row.Name == name })
		if row == nil || row.As == "" {
			return name
		}
		name = row.As
	}
}

// make makes the calendar of a row, or says why it is lacking.
func (m *maker) make(row *Calendar, place string) (c *calendar.Calendar, lacking, err error) {
	names, combine := row.parts()
	if names == nil {
		return m.plain(row, place)
	}
	parts := make([]*calendar.Calendar, len(names))
	for i, name := range names {
		if parts[i], err = m.calendar(name); err != nil {
			return nil, nil, err
		}
		if parts[i] == nil {
			return nil, m.lacking[name], nil
		}
	}
	if c, err = combine(parts); err == nil && row.Hours.RegularDay != 0 {
		c, err = c.WithRegularDay(row.Hours.RegularDay)
	}
	if err != nil {
		return nil, nil, &RowError{place, err}
	}
	return c, nil, nil
}

// parts returns the names of the calendars that a row is made of, and how to combine them;
// nil if it is made of none.
func (row *Calendar) parts() (names []string, combine func([]*calendar.Calendar) (*calendar.Calendar, error)) {
	switch {
	case row.As != "":
		return []string{row.As}, func(all []*calendar.Calendar) (*calendar.Calendar, error) { return all[0], nil }
	case len(row.Union) > 0:
		return row.Union, func(all []*calendar.Calendar) (*calendar.Calendar, error) { return calendar.Union(all[0], all[1:]...) }
	case len(row.Intersection) > 0:
		return row.Intersection, func(all []*calendar.Calendar) (*calendar.Calendar, error) {
			return calendar.Intersection(all[0], all[1:]...)
		}
	case len(row.Difference) > 0:
		return row.Difference, func(all []*calendar.Calendar) (c *calendar.Calendar, err error) {
			c = all[0]
			for _, without := range all[1:] {
				if c, err = calendar.Difference(c, without); err != nil {
					return nil, err
				}
			}
			return c, nil
		}
	}
	return nil, nil
}

// plain makes a calendar from its description.
func (m *maker) plain(row *Calendar, place string) (c *calendar.Calendar, lacking, err error) {
	cfg := row.Hours
	for _, part := range []struct {
		to    *string
		value *Value
		field string
	}{
		{&cfg.Zone, row.Zone, ".zone"}, {&cfg.Region.Code, row.Region, ".region"}, {&cfg.Region.List, row.List, ".list"},
	} {
		if *part.to, lacking = m.text(part.value, place+part.field, m.scale); lacking != nil {
			return nil, lacking, nil
		}
	}
	if c, err = calendar.New(cfg); err != nil {
		return nil, nil, &RowError{place, err}
	}
	return c, nil, nil
}
