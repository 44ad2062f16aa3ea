package document

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// metrics makes what is promised to a ticket.
func (m *maker) metrics() ([]policy.Metric, error) {
	var all []policy.Metric
	for _, name := range namesIn(m.v.Metrics, func(row *Metric) string { return row.Name }) {
		row, place, err := pick(m.env, m.scale, m.v.Metrics, m.at+"metrics", func(row *Metric) (When, int, bool) {
			return row.When, 0, row.Name == name
		})
		switch {
		case err != nil:
			return nil, err
		case row == nil:
			continue
		}
		metric, err := m.metric(row, place)
		if err != nil {
			return nil, err
		}
		all = append(all, metric)
	}
	return all, nil
}

func (m *maker) metric(row *Metric, place string) (policy.Metric, error) {
	v := m.v
	metric := policy.Metric{
		Name: row.Name, Start: v.kinds(row.Start), Unasked: v.kinds(row.Unasked), Restart: v.kinds(row.Restart),
		Resume: v.kinds(row.Resume), Stop: v.kinds(row.Stop), Cancel: v.kinds(row.Cancel), Pause: v.kinds(row.Pause),
		Once: row.Once, Renew: row.Renew, Ends: row.Ends, Steady: row.Steady, Continue: row.Continue,
	}
	for _, level := range m.scale.Levels() {
		target, _, err := pick(m.env, m.scale, row.Targets, place+".targets", func(t *Target) (When, int, bool) {
			named, asked := forLevel(t.Level, t.Levels, level)
			return t.When, named, asked
		})
		switch {
		case err != nil:
			return metric, err
		case target == nil:
			continue
		}
		made, err := m.target(target, level)
		if err != nil {
			return metric, err
		}
		metric.Targets = append(metric.Targets, made)
	}
	for i := range row.Thresholds {
		h := &row.Thresholds[i]
		if !m.holds(h.When, m.scale) {
			continue
		}
		before, _ := h.Before.Parse(h.Convention)
		after, _ := h.After.Parse(h.Convention)
		metric.Thresholds = append(metric.Thresholds, policy.Threshold{
			Percent: h.Percent, Before: before, After: after, To: h.To, Clause: h.Clause, Levels: h.Levels,
		})
	}
	return metric, nil
}

// target makes the target of a row at a level.
func (m *maker) target(row *Target, level severity.Level) (policy.Target, error) {
	t := policy.Target{
		Level: level.String(), Calendar: row.Calendar, After: row.After, Clause: row.Clause,
		StopBy: channels(row.StopBy), NextOpening: row.AtClosing == "next_opening",
	}
	t.Measure, _ = row.Measure.Parse(row.Convention)
	if name := row.Measure.Attribute; name != "" {
		measure, ok := m.measures[name][level.String()]
		if !ok {
			return t, m.missing(name, level.String())
		}
		if measure.Days != 0 {
			measure.Convention, _ = parseConvention(row.Convention)
			if row.DaysCalendar != "" {
				t.Calendar = row.DaysCalendar
			}
			t.After = "" // for working time only
		}
		t.Measure = measure
	}
	t.FromOpening = row.From == "next_opening" && t.Measure.Time == 0
	if _, err := m.calendar(t.Calendar); err != nil {
		return t, err
	}
	// What the ticket does not say is an error once a clock runs on the calendar.
	if err := m.lacking[t.Calendar]; errors.Is(err, policy.ErrAgreement) {
		return t, err
	}
	t.Gate = m.v.gate(row.Gate)
	if t.Gate.OffDays != "" {
		if _, err := m.need(t.Gate.OffDays); err != nil {
			return t, err
		}
	}
	return t, nil
}

// gate makes a gate.
func (v *Version) gate(row *Gate) (g policy.Gate) {
	if row == nil {
		return g
	}
	g = policy.Gate{Accepts: channels(row.Accepts), OffDays: row.OffDays, Opens: row.Opens, Clause: row.Clause}
	g.Event, _ = v.kind(row.Event)
	g.WaitsFor, _ = policy.ParseChannel(row.WaitsFor)
	return g
}

// channels returns the channels that the names stand for.
func channels(names []string) (s policy.Channels) {
	for _, name := range names {
		if c, err := policy.ParseChannel(name); err == nil {
			s |= policy.By(c)
		}
	}
	return s
}

// ladders makes the ladder of each level.
func (m *maker) ladders() ([]policy.LevelLadder, error) {
	var all []policy.LevelLadder
	for _, level := range m.scale.Levels() {
		row, place, err := pick(m.env, m.scale, m.v.Ladders, m.at+"ladders", func(l *Ladder) (When, int, bool) {
			named, asked := forLevel(l.Level, l.Levels, level)
			return l.When, named, asked
		})
		switch {
		case err != nil:
			return nil, err
		case row == nil:
			continue
		}
		l := policy.LevelLadder{Level: level.String(), Gate: m.v.gate(row.Gate)}
		if l.Ladder, err = m.ladder(row, place); err != nil {
			return nil, err
		}
		if n := len(l.Ladder.Steps); len(all) > 0 && len(all[0].Ladder.Steps) != n {
			return nil, &policy.PlaceError{Kind: policy.ErrAgreement, Place: place + ".steps",
				Why: fmt.Sprintf("are %d, not as many as those of %s for this ticket, %d; a ticket has one ladder, whose steps a change of level moves", n, all[0].Level, len(all[0].Ladder.Steps))}
		}
		all = append(all, l)
	}
	return all, nil
}

func (m *maker) ladder(row *Ladder, place string) (l escalation.Ladder, err error) {
	l.HaltClause = row.HaltClause
	if l.Calendar, err = m.need(row.Calendar); err != nil {
		return l, err
	}
	if row.Notices != "" {
		if l.Notices, err = m.need(row.Notices); err != nil {
			return l, err
		}
	}
	for _, s := range row.Steps {
		l.Steps = append(l.Steps, escalation.Step{To: s.To, After: row.delay(s.After), Clause: s.Clause})
	}
	if row.Repeat != nil {
		l.Repeat = escalation.Repeat{Every: row.delay(row.Repeat.Every), Times: row.Repeat.Times}
	}
	if err := l.Check(); err != nil {
		return l, m.refused(row, place, err)
	}
	return l, nil
}

// refused gives an error of package escalation about a ladder its place in the document.
func (m *maker) refused(row *Ladder, place string, err error) error {
	var e *escalation.PlaceError
	if !errors.As(err, &e) {
		return &RowError{place, err}
	}
	why := e.Why
	switch {
	case errors.Is(err, calendar.ErrRegularDay):
		why = fmt.Sprintf("the weekdays of %s differ in length; give calendar %[1]s a regular_day, or write convention close_of_business", m.own(row.Calendar))
	case e.Err != nil:
		why = reason(e.Err)
	case e.Value != "":
		why = strconv.Quote(strictjson.Shorten(e.Value)) + " " + why
	}
	return &RowError{place + "." + e.Place, &worded{why, err}}
}

// A worded is another package's error in a document's terms.
type worded struct {
	why string
	err error
}

func (e *worded) Error() string { return e.why }

func (e *worded) Unwrap() error { return e.err }

// delay returns a measure as a ladder's delay.
func (row *Ladder) delay(m Measure) escalation.Delay {
	p, _ := m.Parse("")
	d := escalation.Delay{Time: p.Time, Days: p.Days}
	if d.Days != 0 {
		d.Convention = calendar.WorkingTime
		if row.Convention != "" {
			d.Convention, _ = parseConvention(row.Convention)
		}
	}
	return d
}
