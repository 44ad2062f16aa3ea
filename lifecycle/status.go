package lifecycle

import "github.com/slaclock/slaclock/calendar"

// A Status is the answer for one release on a day.
type Status struct {
	Index     int    // the release's place in the list
	Phase     string // the name of the stage that it is in
	From      calendar.Date
	Through   Bound // the last day of support; Never if there is none at all
	Supported bool  // on the day that was asked for
	Services  []string
	Stages    []StageDays // those that have a day
	Clause    string
}

// StageDays are the days of a stage: From and the last day, both included.
type StageDays struct {
	Name    string
	From    calendar.Date
	Through Bound
}

// Ask says of each release of a line what holds on a day, as far as the
// releases up to that day tell. Later ones are left out, since nobody knows of
// them yet; the others come in the order of the list. Releases of another
// environment, product or track belong to another line, and another question.
//
// The error is an [ErrRule], an [ErrReleases] where a version is listed twice,
// or a [calendar.ErrDate] where a day lies after the year 9999.
func (r *Rule) Ask(releases []Release, on calendar.Date) ([]Status, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	l, err := newLine(releases, on)
	if err != nil {
		return nil, err
	}
	answers := make([]Status, 0, len(l.falling))
	for i := range releases {
		if releases[i].Released.Compare(on) > 0 {
			continue
		}
		s, err := r.status(l, i, on)
		if err != nil {
			return nil, err
		}
		answers = append(answers, s)
	}
	return answers, nil
}

func (r *Rule) status(l *line, i int, on calendar.Date) (Status, error) {
	f := finder{line: l, i: i, rule: r, stages: make([]Bound, 0, len(r.Stages))}
	s := Status{Index: i, From: l.releases[i].Released, Clause: r.Clause}
	now, err := f.stage(&s, on)
	if err != nil {
		return s, err
	}
	s.Phase = now.Name
	support := r.Support
	if support == nil {
		support = EndOf{r.Stages[len(r.Stages)-1].Name}
	}
	if s.Through, err = f.find(support); err != nil {
		return s, err
	}
	if !s.Through.Covers(s.From) {
		s.Through = Bound{Kind: Never}
	}
	s.Supported = s.Through.Covers(on)
	s.Services = now.Without
	if s.Supported {
		s.Services = now.Services
	}
	if r.Extension.End == nil || r.Extension.Services == nil {
		return s, nil
	}
	extension, err := f.find(r.Extension.End)
	if err == nil && extension.Kind == Known && extension.Covers(on) {
		s.Services = r.Extension.Services
	}
	return s, err
}

// stage finds the ends of all stages, notes those that have a day, and returns
// the one that the release is in.
func (f *finder) stage(s *Status, on calendar.Date) (Stage, error) {
	now, found, over := f.rule.Rest, false, false
	from := s.From
	for _, stage := range f.rule.Stages {
		end, err := f.find(stage.End)
		if err != nil {
			return now, err
		}
		f.stages = append(f.stages, end)
		if over || !end.Covers(from) {
			continue
		}
		s.Stages = append(s.Stages, StageDays{stage.Name, from, end})
		if !found && end.Covers(on) {
			now, found = stage, true
		}
		if end.Kind == Open {
			over = true
			continue
		}
		if from, err = end.Through.Plus(1, calendar.Days); err != nil {
			over = true // it lasts to the end of all dates
		}
	}
	return now, nil
}
