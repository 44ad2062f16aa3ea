package lint

import (
	"github.com/slaclock/slaclock/policy/document"
)

// A mention collects the names of attributes and readings that parts of a document
// mention, with the values that conditions ask for, and the names of events and
// calendars.
type mention struct {
	values    map[string][]string // by attribute or reading
	events    map[string]bool
	calendars map[string]bool
}

func newMention() *mention {
	return &mention{map[string][]string{}, map[string]bool{}, map[string]bool{}}
}

func (m *mention) name(name string) {
	if _, ok := m.values[name]; !ok && name != "" {
		m.values[name] = nil
	}
}

func (m *mention) when(w document.When) {
	for name, values := range w {
		m.values[name] = append(m.values[name], values...)
	}
}

func (m *mention) value(v *document.Value) {
	if v == nil {
		return
	}
	m.name(v.Attribute)
	m.name(v.Reading)
	if v.Key != "" {
		m.values[v.Attribute] = append(m.values[v.Attribute], v.Key)
	}
	for i := range v.Choose {
		m.when(v.Choose[i].When)
		m.value(&v.Choose[i].Value)
	}
}

func (m *mention) kinds(lists ...[]string) {
	for _, list := range lists {
		for _, name := range list {
			m.events[name] = true
		}
	}
}

func (m *mention) hours(names ...string) {
	for _, name := range names {
		m.calendars[name] = true
	}
}

func (m *mention) gate(g *document.Gate) {
	if g != nil {
		m.kinds([]string{g.Event})
		m.hours(g.OffDays)
	}
}

// rows adds what the calendars, promises and ladders of a version mention: all that tells its
// tickets apart, as far as the checks can see.
func (m *mention) rows(v *document.Version) {
	for i := range v.Calendars {
		c := &v.Calendars[i]
		m.when(c.When)
		m.value(c.Zone)
		m.value(c.Region)
		m.value(c.List)
		m.hours(c.Union...)
		m.hours(c.Intersection...)
		m.hours(c.Difference...)
		m.hours(c.As)
	}
	for i := range v.Metrics {
		row := &v.Metrics[i]
		m.when(row.When)
		m.kinds(row.Start, row.Unasked, row.Restart, row.Resume, row.Stop, row.Cancel, row.Pause)
		for k := range row.Targets {
			t := &row.Targets[k]
			m.when(t.When)
			m.name(t.Measure.Attribute)
			m.hours(t.Calendar, t.DaysCalendar, t.After)
			m.gate(t.Gate)
		}
		for k := range row.Thresholds {
			m.when(row.Thresholds[k].When)
		}
	}
	for i := range v.Ladders {
		l := &v.Ladders[i]
		m.when(l.When)
		m.hours(l.Calendar, l.Notices)
		m.gate(l.Gate)
	}
	if o := v.Ownership; o != nil {
		m.value(&o.Default)
		for i := range o.Regions {
			m.when(o.Regions[i].When)
			m.hours(o.Regions[i].Calendar)
		}
	}
}

// rest adds what the rest of a version mentions.
func (m *mention) rest(v *document.Version) {
	m.value(v.SeverityChange)
	if v.Zone != nil {
		m.value(&v.Zone.Value)
		m.hours(v.Zone.Calendar)
	}
	m.kinds(v.Halt, v.Switch, v.Asked, v.Given, v.Test, v.Failed)
}

// document adds what a document mentions outside its versions.
func (m *mention) document(d *document.Document) {
	for i := range d.Refuse {
		m.when(d.Refuse[i].When)
	}
	if r := d.Releases; r != nil {
		m.name(r.Reading)
		for i := range r.Rules {
			m.when(r.Rules[i].When)
		}
	}
}
