package lifecycle

import (
	"slices"

	"github.com/slaclock/slaclock/calendar"
)

// A line is a list of releases that count for one another, as known on a day.
// What a rule asks of it is computed for all releases at once, and kept while
// the question lasts.
type line struct {
	releases []Release
	on       calendar.Date
	falling  []int // indexes, the highest version first
	arrivals map[arrivalKey][]arrival
	current  map[Scope][]arrival
	latest   map[arrivalKey][]*latestDays
}

// newLine returns the line of the releases up to a day, and checks all of them, whatever
// their dates: one without a version, or with a version that is listed twice, is an
// [ErrReleases].
func newLine(releases []Release, on calendar.Date) (*line, error) {
	l := &line{releases: releases, on: on, arrivals: map[arrivalKey][]arrival{}, current: map[Scope][]arrival{}, latest: map[arrivalKey][]*latestDays{}}
	all := make([]int, len(releases))
	for i := range all {
		all[i] = i
		if releases[i].Version.key == "" {
			return nil, &ReleaseError{Index: i, Why: "has no version; parse one by a scheme"}
		}
	}
	slices.SortStableFunc(all, func(i, j int) int { return releases[j].Version.Compare(releases[i].Version) })
	for k := 1; k < len(all); k++ {
		if i, j := all[k-1], all[k]; releases[i].Version.Compare(releases[j].Version) == 0 {
			return nil, &ReleaseError{Index: j, Version: releases[j].Version.text, Twice: true, First: i}
		}
	}
	l.falling = slices.DeleteFunc(all, func(i int) bool { return releases[i].Released.Compare(on) > 0 })
	return l, nil
}

type arrivalKey struct {
	n     int
	scope Scope
}

// awaits returns the end on the day on which a release comes that nobody knows of yet: on
// the day after that of the question at the earliest.
func (l *line) awaits(what string) Bound {
	b := Bound{WaitsFor: what}
	if day, err := l.on.Plus(1, calendar.Days); err == nil {
		b.NotBefore, b.HasNotBefore = day, true
	}
	return b
}

// tell returns an end as an answer has it: that it cannot be before tomorrow goes without
// saying.
func (l *line) tell(b Bound) Bound {
	if b.HasNotBefore && l.on.DaysUntil(b.NotBefore) <= 1 {
		b.NotBefore, b.HasNotBefore = calendar.Date{}, false
	}
	return b
}

// An arrival is the day on which enough versions were there.
type arrival struct {
	day  calendar.Date
	ok   bool // there were enough
	have int  // how many there are, not more than enough
}

// arrival returns when the nth higher version was there.
func (l *line) arrival(i, n int, scope Scope) arrival {
	key := arrivalKey{n, scope}
	days := l.arrivals[key]
	if days == nil {
		days = l.sweep(n, scope)
		l.arrivals[key] = days
	}
	return days[i]
}

// sweep goes from the highest version down and keeps the n first days on which
// one of the versions so far, or one of their groups, was there.
func (l *line) sweep(n int, scope Scope) []arrival {
	days := make([]arrival, len(l.releases))
	var first []calendar.Date // at most n, in order
	var group calendar.Date   // the first day of the group at hand
	begun := false            // it has one
	add := func(day calendar.Date) {
		at, _ := slices.BinarySearchFunc(first, day, calendar.Date.Compare)
		if len(first) == n {
			if at == n {
				return
			}
			first = first[:n-1]
		}
		first = slices.Insert(first, at, day)
	}
	for k, i := range l.falling {
		r := l.releases[i]
		if k > 0 {
			above := l.releases[l.falling[k-1]].Version
			if comparePrefix(above, r.Version, scope.Within) != 0 {
				first, begun = first[:0], false
			} else if begun && comparePrefix(above, r.Version, scope.Group) != 0 {
				add(group)
				begun = false
			}
		}
		days[i] = arrival{have: len(first)}
		if len(first) == n {
			days[i].day, days[i].ok = first[n-1], true
		}
		switch {
		case scope.Stable && r.Intermediate:
		case scope.Group == 0:
			add(r.Released)
		case !begun || r.Released.Compare(group) < 0:
			group, begun = r.Released, true
		}
	}
	return days
}

// currentDay returns when the highest version, or group, was first there.
func (l *line) currentDay(i int, scope Scope) arrival {
	days := l.current[scope]
	if days == nil {
		days = l.sweepCurrent(scope)
		l.current[scope] = days
	}
	return days[i]
}

func (l *line) sweepCurrent(scope Scope) []arrival {
	days := make([]arrival, len(l.releases))
	from := 0
	for k := 1; k <= len(l.falling); k++ {
		version := l.releases[l.falling[from]].Version
		if k < len(l.falling) && comparePrefix(version, l.releases[l.falling[k]].Version, scope.Within) == 0 {
			continue
		}
		var day arrival
		var top Version
		for _, i := range l.falling[from:k] {
			r := l.releases[i]
			if scope.Stable && r.Intermediate {
				continue
			}
			if !day.ok {
				day, top = arrival{day: r.Released, ok: true}, r.Version
			} else if scope.Group == 0 || comparePrefix(top, r.Version, scope.Group) != 0 {
				break
			} else if r.Released.Compare(day.day) < 0 {
				day.day = r.Released
			}
		}
		for _, i := range l.falling[from:k] {
			days[i] = day
		}
		from = k
	}
	return days
}
