package lifecycle

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"github.com/slaclock/slaclock/calendar"
)

// A line is a list of releases that count for one another, as known on a day.
// What a rule asks of it is computed for all releases at once, and kept while
// the question lasts.
type line struct {
	releases []Release
	falling  []int // indexes, the highest version first
	arrivals map[arrivalKey][]arrival
	current  map[Scope][]arrival
	latest   map[int]*latestDays
}

// newLine makes a line of the releases up to a day, and checks all of them: a
// version that is listed twice is an [ErrReleases], whatever its dates.
func newLine(releases []Release, on calendar.Date) (*line, error) {
	l := &line{releases: releases, arrivals: map[arrivalKey][]arrival{}, current: map[Scope][]arrival{}, latest: map[int]*latestDays{}}
	all := make([]int, len(releases))
	for i := range all {
		all[i] = i
		if releases[i].Version.key == "" {
			return nil, &ReleaseError{i, releases[i].Version.text, "has no version; parse one by a scheme"}
		}
	}
	slices.SortStableFunc(all, func(i, j int) int { return releases[j].Version.Compare(releases[i].Version) })
	for k := 1; k < len(all); k++ {
		if i, j := all[k-1], all[k]; releases[i].Version.Compare(releases[j].Version) == 0 {
			return nil, &ReleaseError{j, releases[j].Version.text, fmt.Sprintf("is the same version as releases[%d]; write each version of a line once", i)}
		}
	}
	l.falling = slices.DeleteFunc(all, func(i int) bool { return releases[i].Released.Compare(on) > 0 })
	return l, nil
}

type arrivalKey struct {
	n     int
	scope Scope
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

// latestDays says which intermediate releases are in: from each of the days on,
// those that are no older than oldest.
type latestDays struct {
	days   []calendar.Date
	oldest []calendar.Date
	floor  []calendar.Date // the least of oldest from there on
}

func (l *line) latestOf(n int) *latestDays {
	if l.latest[n] == nil {
		l.latest[n] = l.sweepLatest(n)
	}
	return l.latest[n]
}

// sweepLatest goes through the stable releases by date, and keeps the n highest.
func (l *line) sweepLatest(n int) *latestDays {
	stable := slices.DeleteFunc(slices.Clone(l.falling), func(i int) bool { return l.releases[i].Intermediate })
	slices.SortStableFunc(stable, func(i, j int) int {
		return cmp.Or(l.releases[i].Released.Compare(l.releases[j].Released), cmp.Compare(i, j))
	})
	lt := new(latestDays)
	var highest []int // at most n, the highest version first
	for k, i := range stable {
		at, _ := slices.BinarySearchFunc(highest, i, func(a, b int) int {
			return l.releases[b].Version.Compare(l.releases[a].Version)
		})
		highest = slices.Insert(highest, at, i)
		highest = highest[:min(n, len(highest))]
		if k+1 < len(stable) && l.releases[stable[k+1]].Released == l.releases[i].Released {
			continue
		}
		lt.days = append(lt.days, l.releases[i].Released)
		lt.oldest = append(lt.oldest, l.releases[highest[len(highest)-1]].Released)
	}
	lt.floor = slices.Clone(lt.oldest)
	for k := len(lt.floor) - 2; k >= 0; k-- {
		if lt.floor[k+1].Compare(lt.floor[k]) < 0 {
			lt.floor[k] = lt.floor[k+1]
		}
	}
	return lt
}

// last returns the last day on which an intermediate release of a day is in:
// open says that it still is, ok that it ever was.
func (lt *latestDays) last(released calendar.Date) (day calendar.Date, open, ok bool) {
	k := sort.Search(len(lt.floor), func(k int) bool { return lt.floor[k].Compare(released) > 0 }) - 1
	if k < 0 {
		return day, false, false
	}
	if k == len(lt.days)-1 {
		return day, true, true
	}
	day, err := lt.days[k+1].Plus(-1, calendar.Days)
	return day, false, err == nil && released.Compare(day) <= 0
}
