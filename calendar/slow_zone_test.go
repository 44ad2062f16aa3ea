package calendar_test

import (
	"slices"
	"time"
)

// This file resolves wall-clock times by brute force, for the slow twin. It
// asks a location nothing but the offset at an instant, and it tries offsets
// until one fits: no table of transitions, and no time.Date in a zone.

// slowOffset returns the offset of loc at an instant, in seconds east of UTC.
func slowOffset(loc *time.Location, unix int64) int64 {
	_, offset := time.Unix(unix, 0).In(loc).Zone()
	return int64(offset)
}

// A slowChange is an instant from which on a location has another offset.
type slowChange struct {
	at            int64 // the first second with the offset after
	before, after int64
}

// slowLook finds the offsets that loc uses within a day and a half of wall, a
// wall-clock time written as if it were UTC, and the changes between them. It
// looks every third hour, and halves the stretch where two neighbours differ.
func slowLook(loc *time.Location, wall int64) (offsets []int64, changes []slowChange) {
	const step = 3 * 3600
	before := slowOffset(loc, wall-12*step)
	offsets = append(offsets, before)
	for at := wall - 12*step; at < wall+12*step; at += step {
		after := slowOffset(loc, at+step)
		if before == after {
			continue
		}
		lo, hi := at, at+step
		for hi-lo > 1 {
			mid := lo + (hi-lo)/2
			if slowOffset(loc, mid) == before {
				lo = mid
			} else {
				hi = mid
			}
		}
		changes = append(changes, slowChange{at: hi, before: before, after: after})
		offsets = append(offsets, after)
		before = after
	}
	return offsets, changes
}

// slowInstant returns the instant that shows a wall-clock time, as G2 has it:
// the first of several; where there is none, the instant that the offset before
// the gap gives.
func slowInstant(loc *time.Location, wall int64) time.Time {
	offsets, changes := slowLook(loc, wall)
	var shows []int64
	for _, offset := range offsets {
		if u := wall - offset; slowOffset(loc, u) == offset {
			shows = append(shows, u)
		}
	}
	if len(shows) > 0 {
		return time.Unix(slices.Min(shows), 0).In(loc)
	}
	for _, c := range changes {
		if c.at+c.before <= wall && wall < c.at+c.after {
			return time.Unix(wall-c.before, 0).In(loc)
		}
	}
	panic("slow twin: a wall-clock time that is neither shown nor skipped")
}

// slowDayExists reports whether any instant has that civil day in loc, a day
// counted from 1970-01-01.
func slowDayExists(loc *time.Location, day int) bool {
	wall := int64(day)*86400 + 43200
	_, changes := slowLook(loc, wall)
	looks := []int64{}
	for at := wall - 48*3600; at <= wall+48*3600; at += 3 * 3600 {
		looks = append(looks, at)
	}
	for _, c := range changes {
		looks = append(looks, c.at-1, c.at)
	}
	return slices.ContainsFunc(looks, func(u int64) bool {
		return slowDayOf(time.Unix(u, 0).In(loc)) == day
	})
}

// slowDayOf returns the civil day of t in its own location, counted from
// 1970-01-01.
func slowDayOf(t time.Time) int {
	year, month, day := t.Date()
	return int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400) // exact, before 1970 too: a midnight
}
