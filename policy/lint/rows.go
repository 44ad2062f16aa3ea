package lint

import (
	"fmt"
	"slices"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/severity"
)

// unused looks for what a document declares and never mentions.
func (l *linter) unused() {
	all := newMention()
	all.document(l.Document)
	for _, v := range versions(l.Document) {
		all.rows(v)
		all.rest(v)
	}
	l.add(func(f *found) {
		for i := range l.Attributes {
			a := &l.Attributes[i]
			place := fmt.Sprintf("attributes[%d]", i)
			if _, mentioned := all.values[a.Name]; !mentioned {
				what := "tickets can say it, and it changes nothing"
				if a.Required {
					what = "a ticket without it is refused, and it changes nothing"
				}
				f.say(Warning, "attribute-never-used", place, a.Name+" is never used", what, "name it in a condition or a value, or remove it")
				continue
			}
			l.regionsEnd(f, a, place)
		}
		for i := range l.Readings {
			r := &l.Readings[i]
			place := fmt.Sprintf("readings[%d]", i)
			if _, mentioned := all.values[r.Name]; !mentioned {
				f.say(Warning, "reading-never-used", place, r.Name+" is never used", "whatever is chosen of "+list(r.Values)+", all answers are the same", "name it in a condition or a value, or remove it")
			} else if len(r.Values) == 1 {
				f.say(Warning, "reading-without-choice", place, r.Name+" has one value", "it leaves nothing open", "add the other value, or remove it")
			}
		}
	})
	for i, v := range versions(l.Document) {
		m := newMention() // calendars are the version's own
		m.rows(v)
		m.rest(v)
		at := ""
		if len(l.Versions) > 0 {
			at = fmt.Sprintf("versions[%d].", i)
		}
		f := found{at: at}
		for k, name := range v.Events {
			if !all.events[name] { // versions between which tickets move have the same events
				f.say(Warning, "event-never-used", fmt.Sprintf("events[%d]", k), "nothing listens to "+name, "tickets can have it, and it does nothing", "name it where it starts, stops or pauses something, or remove it")
			}
		}
		for k := range v.Calendars {
			if name := v.Calendars[k].Name; !m.calendars[name] {
				f.say(Note, "calendar-never-used", fmt.Sprintf("calendars[%d]", k), name+" is never used", "it is made for each ticket, and nothing is counted on it", "count something on it, or remove it")
			}
		}
		l.reports = append(l.reports, f)
	}
}

// regionsEnd says which regions that tickets can name have unknown holidays within the coming
// twelve months. The regions that are tried are checked with the calendars.
func (l *linter) regionsEnd(f *found, a *document.Attribute, place string) {
	year, err := l.options.On.Plus(1, calendar.Years)
	switch {
	case l.options.On == (calendar.Date{}) || err != nil:
		return
	case a.Type == document.TypeRegion && a.Values == nil && l.options.Attributes[a.Name] == nil:
	case a.Type == document.TypeRegions:
	default:
		return
	}
	var end []string
	for _, code := range calendar.Regions() {
		if known, err := (calendar.Region{Code: code}).Reach(); err == nil && known.Through.Compare(year) < 0 {
			end = append(end, code+" through "+known.Through.String())
		}
	}
	if len(end) > 0 {
		f.say(Note, "coverage-ends", place, a.Name+" can be a region whose holidays are not known for twelve months to come",
			"they are known for "+list(end)+", so that due times after that are not known for customers there", "add the holidays of the next years to the calendars that close on them")
	}
}

// maxRowWork is how often rows, attributes and readings may be examined to find the rows of a
// whole document that no ticket has.
const maxRowWork = 4_000_000

// neverWins looks for rows that no ticket has.
func (v *version) neverWins(all []axis, scale *severity.Scale) {
	f := &found{at: v.at}
	ask := func(place string, rows ...[]row) {
		for _, i := range v.losers(all, scale, rows) {
			f.say(Warning, "row-never-wins", fmt.Sprintf("%s[%d]", place, i), "no ticket has this row",
				"where its conditions hold, another row with more conditions holds too, or such tickets are refused", "remove the row, or give it the conditions of the tickets that it is for")
		}
	}
	for _, name := range namesOf(v.v.Calendars, calendarName) {
		ask("calendars", calendarRows(v.v.Calendars, name))
	}
	for _, name := range namesOf(v.v.Metrics, metricName) {
		ask("metrics", metricRows(v.v.Metrics, name))
	}
	for i := range v.v.Metrics {
		var byLevel [][]row
		for _, level := range scale.Levels() {
			byLevel = append(byLevel, targetRows(v.v.Metrics[i].Targets, level))
		}
		ask(fmt.Sprintf("metrics[%d].targets", i), byLevel...)
	}
	var byLevel [][]row
	for _, level := range scale.Levels() {
		byLevel = append(byLevel, ladderRows(v.v.Ladders, level))
	}
	ask("ladders", byLevel...)
	if o := v.v.Ownership; o != nil {
		for _, name := range namesOf(o.Regions, regionName) {
			ask("ownership.regions", regionRows(o.Regions, name))
		}
	}
	v.reports = append(v.reports, *f)
}

// losers returns, in order, the rows that never answer any of the questions. It goes through
// the values of the names in their conditions and in those of refusals; if these are too
// many, it returns nothing.
func (v *version) losers(all []axis, scale *severity.Scale, questions [][]row) []int {
	m := newMention()
	for i := range v.Refuse {
		m.when(v.Refuse[i].When)
	}
	lost := map[int]bool{}
	work := 1 + len(v.Attributes) + len(v.Readings)
	for _, rows := range questions {
		work += len(rows)
		for _, r := range rows {
			m.when(r.when)
			lost[r.index] = true
		}
	}
	if len(lost) < 2 && len(v.Refuse) == 0 {
		return nil
	}
	some := slices.DeleteFunc(slices.Clone(all), func(x axis) bool { _, asked := m.values[x.name]; return !asked })
	for _, x := range some {
		if work *= len(x.values); work > v.rowBudget || x.partly {
			return nil
		}
	}
	v.rowBudget -= work
	combination := make([]int, len(some))
	for {
		_, _, s := ticket(some, combination, v.Document)
		s.scale = scale
		if !slices.ContainsFunc(v.Refuse, func(r document.Refusal) bool { return s.holds(r.When) }) {
			for _, rows := range questions {
				delete(lost, s.best(rows))
			}
		}
		a := len(some) - 1
		for ; a >= 0; a-- {
			if combination[a]++; combination[a] < len(some[a].values) {
				break
			}
			combination[a] = 0
		}
		if a < 0 || len(lost) == 0 {
			break
		}
	}
	var list []int
	for i := range lost {
		list = append(list, i)
	}
	slices.Sort(list)
	return list
}
