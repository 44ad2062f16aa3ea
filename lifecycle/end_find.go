package lifecycle

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A finder finds the ends of one release of a line.
type finder struct {
	*line
	i         int
	rule      *Rule
	stages    []Bound     // the ends of the stages so far
	early     []*tooEarly // of those that come before all days, by stage
	lived     []int       // which of them have a day, as status.Stages has
	extension Bound       // the end of the extension; open without one
	status    *Status     // the answer
}

// tooEarly is the error of an end that comes before 0001-01-01. No release has a day up
// to such an end, but what is counted from it cannot be computed.
type tooEarly struct {
	movedBy []string
	err     error
}

func (e *tooEarly) Error() string { return e.err.Error() }

func (e *tooEarly) bound() Bound { return Bound{Kind: Never, MovedBy: e.movedBy} }

// bound finds an end that matters only for which days of the release come up to it: none
// if it comes before all days.
func (f *finder) bound(e End) (Bound, error) {
	b, err := f.find(e)
	if early, ok := err.(*tooEarly); ok {
		return early.bound(), nil
	}
	return b, err
}

// from finds an end that something is counted from.
func (f *finder) from(e End) (Bound, error) {
	b, err := f.find(e)
	if early, ok := err.(*tooEarly); ok {
		return b, early.err
	}
	return b, err
}

func (f *finder) find(e End) (Bound, error) {
	r := &f.releases[f.i]
	switch e := e.(type) {
	case Own:
		return known(r.Released), nil
	case Successor:
		return f.successor(e.N, e.Scope), nil
	case Current:
		a := f.currentDay(f.i, e.Scope)
		if !a.ok {
			return f.awaits(awaited(1, e.Scope)), nil
		}
		b := known(a.day)
		b.MovedBy = []string{awaited(1, e.Scope)}
		return b, nil
	case Given:
		if day, ok := r.Given[e.Name]; ok {
			return known(day), nil
		}
		if e.Else == nil {
			return Bound{WaitsFor: "a published date"}, nil
		}
		return f.find(e.Else)
	case EndOf:
		k := slices.IndexFunc(f.rule.Stages, func(s Stage) bool { return s.Name == e.Stage })
		if early := f.early[k]; early != nil {
			return Bound{}, early
		}
		return f.stages[k], nil
	case Plus:
		return f.plus(e.Of, e.N, e.Unit, e.Overflow)
	case PlusNumber:
		n, ok := r.Numbers[e.Name]
		if !ok {
			n = e.Else
		}
		return f.plus(e.Of, n, e.Unit, false)
	case Align:
		return f.align(e)
	case Later:
		return f.fold(e, later)
	case Earlier:
		return f.fold(e, earlier)
	case Cases:
		for _, c := range e {
			if c.From.Compare(r.Released) <= 0 && (c.Before == calendar.Date{} || r.Released.Compare(c.Before) < 0) {
				return f.find(c.End)
			}
		}
		return Bound{}, nil
	case Held:
		if !f.held(e.Rank, e.Scope) {
			return f.find(e.Else)
		}
		b, err := f.find(e.Then)
		if a := f.arrival(f.i, e.Rank, e.Scope); err == nil && !a.ok {
			// Should more come on one day, the release will not have had that rank.
			if b.WaitsFor == "" {
				b.MovedBy = union(b.MovedBy, []string{awaited(e.Rank-a.have, e.Scope)})
			}
			b = f.notBefore(b, e.Else)
		}
		return b, err
	case Latest:
		return f.latestEnd(e)
	}
	return Bound{}, nil // Unending
}

// notBefore returns an open end that may turn out to be another one: it cannot come before
// either of them.
func (f *finder) notBefore(b Bound, other End) Bound {
	if !b.HasNotBefore {
		return b
	}
	switch o, err := f.find(other); {
	case err == nil && o.Kind == Known && o.Through.Compare(b.NotBefore) < 0:
		b.NotBefore = o.Through
	case err == nil && o.Kind == Open && o.HasNotBefore && o.NotBefore.Compare(b.NotBefore) < 0:
		b.NotBefore = o.NotBefore
	case err != nil || o.Kind == Never || o.Kind == Open && !o.HasNotBefore && !o.endless():
		b.NotBefore, b.HasNotBefore = calendar.Date{}, false
	}
	return b
}

func (f *finder) successor(n int, scope Scope) Bound {
	a := f.arrival(f.i, n, scope)
	if !a.ok {
		return f.awaits(awaited(n-a.have, scope))
	}
	return known(a.day)
}

// awaited says what is awaited while n more versions are needed.
func awaited(n int, scope Scope) string {
	what := "release"
	switch {
	case scope.Group == 1:
		what = "major release"
	case scope.Group > 1:
		what = "minor release"
	}
	if scope.Stable {
		what = "stable " + what
	}
	text := "the next higher " + what
	if n > 1 {
		text = fmt.Sprintf("%d more higher %ss", n, what)
	}
	switch {
	case scope.Within == 1:
		text += " of the same major"
	case scope.Within > 1:
		text += " of the same line"
	}
	return text
}

// held reports whether the release had exactly rank higher versions on at least one day,
// or can still have such a day.
func (f *finder) held(rank int, scope Scope) bool {
	begin, end := f.arrival(f.i, rank, scope), f.arrival(f.i, rank+1, scope)
	if !end.ok {
		return true
	}
	own := f.releases[f.i].Released
	return begin.day.Compare(end.day) < 0 && own.Compare(end.day) < 0
}

func (f *finder) fold(parts []End, combine func(a, b Bound) Bound) (Bound, error) {
	var early *tooEarly
	bounds := make([]Bound, len(parts))
	for i, part := range parts {
		b, err := f.find(part)
		if e, ok := err.(*tooEarly); ok {
			b, err, early = e.bound(), nil, e
		}
		if err != nil {
			return Bound{}, err
		}
		bounds[i] = b
	}
	// Those that are open come last, so that what they wait for is held against the day that
	// comes of all the others.
	slices.SortStableFunc(bounds, func(a, b Bound) int { return openLast(a) - openLast(b) })
	sum := bounds[0]
	for _, b := range bounds[1:] {
		sum = combine(sum, b)
	}
	if early != nil && sum.Kind == Never {
		return Bound{}, &tooEarly{sum.MovedBy, early.err}
	}
	return sum, nil
}

func openLast(b Bound) int {
	if b.Kind == Open {
		return 1
	}
	return 0
}

// shift moves the days that a bound has; back says that it moves them to earlier days. An
// open end that cannot come before a day beyond all dates says nothing about that day.
func shift(b Bound, back bool, move func(calendar.Date) (calendar.Date, error)) (Bound, error) {
	var err error
	switch {
	case b.Kind == Known:
		b.Through, err = move(b.Through)
	case b.HasNotBefore:
		if b.NotBefore, err = move(b.NotBefore); err != nil {
			b.HasNotBefore, err = false, nil
		}
	}
	switch {
	case err != nil && back:
		return Bound{}, &tooEarly{b.MovedBy, err}
	case err != nil:
		return Bound{}, err
	}
	return b, nil
}

func (f *finder) plus(of End, n int, unit calendar.Unit, overflow bool) (Bound, error) {
	b, err := f.from(of)
	if err != nil {
		return b, err
	}
	return shift(b, n < 0, func(day calendar.Date) (calendar.Date, error) {
		if !overflow || unit != calendar.Months && unit != calendar.Years {
			return day.Plus(n, unit)
		}
		y, m, d := day.Civil()
		if unit == calendar.Years {
			y += n
		} else {
			m += time.Month(n)
		}
		return calendar.DateOf(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
	})
}

func (f *finder) latestEnd(e Latest) (Bound, error) {
	r := &f.releases[f.i]
	if !e.Scope.Stable || !r.Intermediate {
		return shift(f.successor(e.N, e.Scope), true, dayBefore)
	}
	if !e.Between {
		return Bound{Kind: Never}, nil
	}
	waits := awaited(1, e.Scope)
	latest := f.latestOf(f.i, e.N, e.Scope)
	day, open, ok := latest.last(r.Released)
	if open {
		return shift(f.awaits(waits), true, dayBefore)
	}
	b := Bound{Kind: Never}
	if ok {
		b = known(day)
	}
	if latest.canReturn(r.Released) {
		b.MovedBy = []string{waits}
	}
	return b, nil
}

func dayBefore(day calendar.Date) (calendar.Date, error) { return day.Plus(-1, calendar.Days) }

func (f *finder) align(e Align) (Bound, error) {
	b, err := f.from(e.Of)
	if err != nil {
		return b, err
	}
	return shift(b, false, func(day calendar.Date) (calendar.Date, error) {
		to, err := e.To.in(day)
		if err != nil || !e.Next || to.Compare(day) >= 0 {
			return to, err
		}
		y, m, _ := day.Civil()
		first, err := calendar.NewDate(y, m, 1)
		if err != nil {
			return first, err
		}
		if first, err = first.Plus(1, calendar.Months); err != nil {
			return first, err
		}
		return e.To.in(first)
	})
}
