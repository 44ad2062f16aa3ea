package lifecycle

import (
	"fmt"
	"slices"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A Status is the answer for one release on a day. The zero Status stands for no answer.
type Status struct {
	Index     int           `json:"index"`     // the release's place in the list
	Phase     string        `json:"phase"`     // the name of the stage that it is in
	From      calendar.Date `json:"from"`      // the day of the release
	Through   Bound         `json:"through"`   // the last day of support; of kind Never if there is none at all
	Supported bool          `json:"supported"` // on the day of the answer
	Services  []string      `json:"services"`  // shared by the answers to one question; empty, not nil, if there are none
	// Stages are those that have a day, in order. A stage whose End is a [Latest] is there
	// more than once if the release has returned to the latest. It is empty, not nil, if
	// there are none.
	Stages []StageDays `json:"stages"`
	Clause string      `json:"clause"`
	// Next is the next change that comes by itself, provided that no further release
	// comes and no date is published; nil if there is none.
	Next *StatusChange `json:"next,omitempty"`
	// MovedBy says what else could change the answer, now or for a later day:
	// what the ends of support, of the stages and of the extension wait for, and
	// what could still move them.
	MovedBy []string `json:"moved_by,omitempty"`
}

// A StatusChange is a change that comes by itself: one or more of Phase, Supported and
// Services differ from what holds on the day before. The zero StatusChange stands for no
// change.
type StatusChange struct {
	On        calendar.Date `json:"on"` // the first day on which it holds
	Phase     string        `json:"phase"`
	Supported bool          `json:"supported"`
	Services  []string      `json:"services"`
}

// StageDays are the days of a stage: From and the last day, both included. The zero
// StageDays stand for no stage.
type StageDays struct {
	Name    string        `json:"name"`
	From    calendar.Date `json:"from"`
	Through Bound         `json:"through"`
}

// Ask returns, for each release of a line, what holds on a day, judging by the releases
// up to that day. Later releases are left out, since nobody knows of them yet; the others
// come in the order of the list. Releases of another environment, product or track belong
// to another line, and need a question of their own.
//
// An end before 0001-01-01 comes before every release: what it ends had no day. The error
// is an [ErrRule] if the rule makes no sense, an [ErrReleases] if a release has no
// version or a version is listed twice, or a [calendar.ErrDate] if a day is after the
// year 9999 or is counted from a day before the year 1.
func (r *Rule) Ask(releases []Release, on calendar.Date) ([]Status, error) {
	if err := r.Check(); err != nil {
		return nil, err
	}
	l, err := newLine(releases, on)
	if err != nil {
		return nil, err
	}
	rule := r.forAnswers()
	answers := make([]Status, 0, len(l.falling))
	for i := range releases {
		if releases[i].Released.Compare(on) > 0 {
			continue
		}
		answers = append(answers, Status{Index: i, From: releases[i].Released, Clause: r.Clause, Stages: []StageDays{}})
		if err := rule.status(l, &answers[len(answers)-1], on); err != nil {
			return nil, fmt.Errorf("lifecycle: the end of support of %q cannot be told: %w", strictjson.Shorten(releases[i].Version.text), err)
		}
	}
	return answers, nil
}

// forAnswers returns r with lists of services of its own for the answers: writing to them
// does not change r. Only that of the extension can be nil, which says that it has no
// services of its own.
func (r *Rule) forAnswers() *Rule {
	own := *r
	own.Stages = slices.Clone(r.Stages)
	for k := range own.Stages {
		own.Stages[k].ownServices()
	}
	own.Rest.ownServices()
	own.Extension.Services = slices.Clone(r.Extension.Services)
	return &own
}

// ownServices gives s lists of its own, empty ones for nil: such a list is [] in JSON.
func (s *Stage) ownServices() {
	s.Services, s.Without = append([]string{}, s.Services...), append([]string{}, s.Without...)
}

// status fills the answer for the release at s.Index.
func (r *Rule) status(l *line, s *Status, on calendar.Date) error {
	f := finder{line: l, i: s.Index, rule: r, status: s}
	if len(r.Stages) > 0 {
		f.stages = make([]Bound, 0, len(r.Stages))
	}
	if err := f.findStages(); err != nil {
		return err
	}
	support := r.Support
	if support == nil {
		support = EndOf{r.Stages[len(r.Stages)-1].Name}
	}
	var err error
	if s.Through, err = f.bound(support); err != nil {
		return err
	}
	if s.Through = l.tell(s.Through); !s.Through.Covers(s.From) {
		s.Through = Bound{Kind: Never, MovedBy: s.Through.MovedBy}
	}
	if r.Extension.End != nil && r.Extension.Services != nil {
		if f.extension, err = f.bound(r.Extension.End); err != nil {
			return err
		}
	}
	now := f.at(on)
	s.Phase, s.Supported, s.Services = now.Phase, now.Supported, now.Services
	s.Next = f.next(now)
	s.MovedBy = f.movedBy()
	return nil
}

// findStages finds the ends of all stages, and notes those that have a day.
func (f *finder) findStages() error {
	over := false
	from := f.status.From
	for k, stage := range f.rule.Stages {
		end, err := f.find(stage.End)
		early, none := err.(*tooEarly)
		if none {
			end, err = early.bound(), nil
		}
		if err != nil {
			return err
		}
		f.stages, f.early = append(f.stages, end), append(f.early, early)
		if over || !end.Covers(from) {
			continue
		}
		f.addStage(k, from, end)
		if end.Kind == Open {
			over = true
			continue
		}
		if from, err = end.Through.Plus(1, calendar.Days); err != nil {
			over = true // it lasts to the end of all dates
		}
	}
	return nil
}

// addStage adds the days of a stage, from one on up to its end: more than once if there
// are days between on which the release is not among the latest.
func (f *finder) addStage(k int, from calendar.Date, end Bound) {
	add := func(first calendar.Date, through Bound) {
		if !through.Covers(from) {
			return
		}
		if first.Compare(from) < 0 {
			first = from
		}
		f.lived = append(f.lived, k)
		f.status.Stages = append(f.status.Stages, StageDays{f.rule.Stages[k].Name, first, f.tell(through)})
	}
	first := from
	if e, ok := f.rule.Stages[k].End.(Latest); ok && e.Between && f.releases[f.i].Intermediate {
		var over []calendar.Period
		over, first = f.latestOf(f.i, e.N, e.Scope).spells(f.status.From, end)
		for _, spell := range over {
			add(spell.From, known(spell.Through))
		}
	}
	add(first, end)
}

// at returns what holds on a day, from the release on, by the ends that have been
// found.
func (f *finder) at(day calendar.Date) StatusChange {
	now := f.rule.Rest
	for k, stage := range f.status.Stages {
		if stage.Through.Covers(day) {
			now = f.rule.Stages[f.lived[k]]
			break
		}
	}
	c := StatusChange{On: day, Phase: now.Name, Supported: f.status.Through.Covers(day), Services: now.Without}
	if c.Supported {
		c.Services = now.Services
	}
	if f.extension.Kind == Known && f.extension.Covers(day) {
		c.Services = f.rule.Extension.Services
	}
	return c
}

// next returns the first change after what holds now: it comes on the day after
// some end.
func (f *finder) next(now StatusChange) *StatusChange {
	var first *StatusChange
	after := func(end Bound) {
		if end.Kind != Known || !end.Covers(now.On) {
			return
		}
		day, err := end.Through.Plus(1, calendar.Days)
		if err != nil || first != nil && first.On.Compare(day) <= 0 {
			return
		}
		if c := f.at(day); c.Phase != now.Phase || c.Supported != now.Supported || !slices.Equal(c.Services, now.Services) {
			first = &c
		}
	}
	for _, stage := range f.status.Stages {
		after(stage.Through)
	}
	after(f.status.Through)
	after(f.extension)
	return first
}

// movedBy returns what the ends wait for, and what could move them.
func (f *finder) movedBy() []string {
	var all []string
	add := func(end Bound) {
		all = union(all, end.MovedBy)
		if end.Kind == Open && end.WaitsFor != "" {
			all = union(all, []string{end.WaitsFor})
		}
	}
	add(f.status.Through)
	for _, stage := range f.status.Stages {
		add(stage.Through)
	}
	add(f.extension)
	return all
}
