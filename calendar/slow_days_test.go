package calendar_test

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// slowAddDays answers in the three conventions of G6.
func (s *slowPlain) slowAddDays(t time.Time, n int, conv calendar.Convention) (time.Time, error) {
	t = t.In(s.loc)
	if n == 0 {
		return t, nil
	}
	if conv == calendar.WorkingTime {
		regular, err := s.regularDay()
		if err != nil {
			return time.Time{}, err
		}
		return slowAdd(s, t, time.Duration(n)*regular)
	}
	start := slowDayOf(t)
	day, step, left := start, 1, n
	if n < 0 {
		step, left = -1, -n
	}
	first, last := s.reach()
	settledFirst, settledLast := s.settled()
	for left > 0 {
		day += step
		switch {
		case step > 0 && last != slowNoLast && day > last, step < 0 && first != slowNoFirst && day < first:
			return time.Time{}, calendar.ErrNeverOpen
		case day > max(start, settledLast)+slowReach, day < min(start, settledFirst)-slowReach:
			return time.Time{}, errSlowFar
		}
		windows := s.windows(day)
		if slices.ContainsFunc(windows, func(w slowWindow) bool { return !w.known }) {
			return time.Time{}, calendar.ErrCoverage
		}
		if len(windows) > 0 {
			left--
		}
	}
	if conv == calendar.SameTime {
		hour, minute, second := t.Clock()
		wall := int64(day)*86400 + int64(hour*3600+minute*60+second)
		return slowInstant(s.loc, wall).Add(time.Duration(t.Nanosecond())), nil
	}
	latest := slices.MaxFunc(s.windows(day), func(v, w slowWindow) int { return v.close.Compare(w.close) })
	return latest.close, nil
}

// regularDay is the working time of a regular day: what the Config says, else
// the one length that all weekdays with windows share.
func (s *slowPlain) regularDay() (time.Duration, error) {
	if s.cfg.RegularDay != 0 {
		return s.cfg.RegularDay, nil
	}
	weeks := []calendar.Week{s.cfg.Week}
	for _, c := range s.cfg.Changes {
		weeks = append(weeks, c.Week)
	}
	var lengths []time.Duration
	for _, week := range weeks {
		for _, windows := range week {
			var sum time.Duration
			for _, w := range windows {
				sum += w.Close - w.Open
			}
			if sum > 0 {
				lengths = append(lengths, sum)
			}
		}
	}
	if len(lengths) == 0 || slices.Min(lengths) != slices.Max(lengths) {
		return 0, calendar.ErrRegularDay
	}
	return lengths[0], nil
}
