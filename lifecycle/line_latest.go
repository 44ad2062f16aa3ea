package lifecycle

import (
	"cmp"
	"slices"
	"sort"

	"github.com/slaclock/slaclock/calendar"
)

// latestDays says which intermediate releases are among the latest: from each of the days
// on, those that are no older than oldest, which differs from that of the day before.
type latestDays struct {
	days   []calendar.Date
	oldest []calendar.Date
	floor  []calendar.Date // the least of oldest from there on
	least  calendar.Date   // the earliest day of any of those that are the latest now
}

// latestOf returns which intermediate releases are among the latest, beside the latest n
// of those that count for a release.
func (l *line) latestOf(i, n int, scope Scope) *latestDays {
	key := arrivalKey{n, scope}
	all := l.latest[key]
	if all == nil {
		all = make([]*latestDays, len(l.releases))
		for from := 0; from < len(l.falling); {
			to := l.lineEnd(from, scope.Within)
			days := l.sweepLatest(l.falling[from:to], n, scope)
			for _, k := range l.falling[from:to] {
				all[k] = days
			}
			from = to
		}
		l.latest[key] = all
	}
	return all[i]
}

// lineEnd returns the index in falling after the last version with the same leading parts
// as the one at from.
func (l *line) lineEnd(from, within int) int {
	version := l.releases[l.falling[from]].Version
	to := from + 1
	for to < len(l.falling) && comparePrefix(version, l.releases[l.falling[to]].Version, within) == 0 {
		to++
	}
	return to
}

// sweepLatest goes through the releases that count by date, and keeps the n
// highest, or the first of each of the n highest groups.
func (l *line) sweepLatest(falling []int, n int, scope Scope) *latestDays {
	counted := slices.DeleteFunc(slices.Clone(falling), func(i int) bool { return l.releases[i].Intermediate })
	slices.SortStableFunc(counted, func(i, j int) int {
		return cmp.Or(l.releases[i].Released.Compare(l.releases[j].Released), cmp.Compare(i, j))
	})
	falls := func(a, b int) int { // the highest version, or group, first
		v, w := l.releases[a].Version, l.releases[b].Version
		if scope.Group > 0 {
			return comparePrefix(w, v, scope.Group)
		}
		return w.Compare(v)
	}
	lt := new(latestDays)
	var highest []int // at most n
	for k, i := range counted {
		if at, there := slices.BinarySearchFunc(highest, i, falls); !there {
			highest = slices.Insert(highest, at, i)
			highest = highest[:min(n, len(highest))]
		}
		if k+1 < len(counted) && l.releases[counted[k+1]].Released == l.releases[i].Released {
			continue
		}
		if oldest := l.releases[highest[len(highest)-1]].Released; len(lt.oldest) == 0 || lt.oldest[len(lt.oldest)-1] != oldest {
			lt.days = append(lt.days, l.releases[i].Released)
			lt.oldest = append(lt.oldest, oldest)
		}
	}
	for k, i := range highest {
		if day := l.releases[i].Released; k == 0 || day.Compare(lt.least) < 0 {
			lt.least = day
		}
	}
	lt.floor = slices.Clone(lt.oldest)
	for k := len(lt.floor) - 2; k >= 0; k-- {
		if lt.floor[k+1].Compare(lt.floor[k]) < 0 {
			lt.floor[k] = lt.floor[k+1]
		}
	}
	return lt
}

// last returns the last day on which an intermediate release of a day is among the
// latest; open says that it still is, ok that it ever was.
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

// spells returns the spells in which an intermediate release of a day is among the latest,
// up to a last day on which it is: those that are over, and where the last one begins.
// There is more than one if a lower version that came later took its place, until a higher
// one took that of the lower. They are few, since the latest that are older than the
// release become fewer with each change.
func (lt *latestDays) spells(released calendar.Date, through Bound) (over []calendar.Period, from calendar.Date) {
	from, among := released, true
	k := sort.Search(len(lt.days), func(k int) bool { return lt.days[k].Compare(released) > 0 })
	for ; k < len(lt.days) && through.Covers(lt.days[k]); k++ {
		switch now := lt.oldest[k].Compare(released) <= 0; {
		case among && !now:
			last, _ := lt.days[k].Plus(-1, calendar.Days) // it is later than released, so there is such a day
			over, among = append(over, calendar.Period{From: from, Through: last}), false
		case now && !among:
			from, among = lt.days[k], true
		}
	}
	return over, from
}

// canReturn reports whether an intermediate release of a day that is no longer among the
// latest can be so again: once a higher version has taken the place of a lower one that
// came later, as a backport does.
func (lt *latestDays) canReturn(released calendar.Date) bool {
	return len(lt.days) > 0 && lt.least.Compare(released) <= 0
}
