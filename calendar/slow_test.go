package calendar_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// The slow twin answers the questions of a Calendar from its Config alone: it
// resolves the windows of the days in question by brute force, cuts the time
// into stretches that are open, closed or unknown, and walks along them. It
// shares no code with the Calendar but the names of zones.

// A slowState says what is known of a stretch of time. The order matters: where
// several windows meet, the greatest of their states holds.
type slowState uint8

const (
	slowClosed slowState = iota
	slowUnknown
	slowOpen
)

// A slowSeg is a stretch of time of one state, from included, to excluded.
type slowSeg struct {
	from, to time.Time
	state    slowState
}

// A slowTwin is a calendar as the twin sees it: a plain one or a combination.
type slowTwin interface {
	// location is the zone in which it answers.
	location() *time.Location
	// bounds has, in any order, every instant of [a, b) at which the state can
	// change, a included.
	bounds(a, b time.Time) []time.Time
	// at is the state at one instant.
	at(t time.Time) slowState
	// reach is the first and the last day on which a window can open, as far as
	// they are finite.
	reach() (first, last int)
	// settled is the first and the last day that some special rule names:
	// outside of them week follows week.
	settled() (first, last int)
}

const (
	slowNoFirst = math.MinInt
	slowNoLast  = math.MaxInt
)

// A slowWindow is a resolved window with the day to which it belongs.
type slowWindow struct {
	day         int
	open, close time.Time
	known       bool
}

// A slowPlain is the twin of a calendar made by New. It remembers the windows
// that it has resolved, since walking asks for the same days again and again.
type slowPlain struct {
	cfg  calendar.Config
	loc  *time.Location
	days map[int][]slowWindow
}

func newSlow(cfg calendar.Config) *slowPlain {
	loc := cfg.Location
	if loc == nil {
		loc = slowZone(cfg.Zone)
	}
	return &slowPlain{cfg: cfg, loc: loc, days: map[int][]slowWindow{}}
}

// slowZone reads a fixed offset itself, and asks the package for a name.
func slowZone(name string) *time.Location {
	var hours, minutes int
	if n, err := fmt.Sscanf(name, "+%02d:%02d", &hours, &minutes); err == nil && n == 2 {
		return time.FixedZone(name, hours*3600+minutes*60)
	}
	if n, err := fmt.Sscanf(name, "-%02d:%02d", &hours, &minutes); err == nil && n == 2 {
		return time.FixedZone(name, -hours*3600-minutes*60)
	}
	loc, err := calendar.Zone(name)
	if err != nil {
		panic(err)
	}
	return loc
}

// slowDay counts a Date in days from 1970-01-01.
func slowDay(d calendar.Date) int {
	year, month, day := d.Civil()
	return slowDayOf(time.Date(year, month, day, 12, 0, 0, 0, time.UTC))
}

// week returns the week that holds on a day.
func (s *slowPlain) week(day int) calendar.Week {
	week, since := s.cfg.Week, math.MinInt
	for _, c := range s.cfg.Changes {
		if from := slowDay(c.From); from <= day && from >= since {
			week, since = c.Week, from
		}
	}
	return week
}

// holiday reports whether a holiday closes a day: its own date, and the actual
// one where that is a Saturday or a Sunday.
func (s *slowPlain) holiday(day int) bool {
	return slices.ContainsFunc(s.cfg.Holidays, func(h calendar.Holiday) bool {
		moved := h.Actual.Weekday() == time.Saturday || h.Actual.Weekday() == time.Sunday
		return slowDay(h.Date) == day || moved && slowDay(h.Actual) == day
	})
}

// covered reports whether the holidays of a day are known.
func (s *slowPlain) covered(day int) bool {
	var none calendar.Date
	from, through := s.cfg.HolidaysFrom, s.cfg.HolidaysThrough
	return (from == none || slowDay(from) <= day) && (through == none || day <= slowDay(through))
}

// windows returns the windows that open on a day, resolved, without those that
// turn out to be empty.
func (s *slowPlain) windows(day int) []slowWindow {
	if have, ok := s.days[day]; ok {
		return have
	}
	var nominal []calendar.Window
	known, special := true, false
	for d, windows := range s.cfg.Special {
		if slowDay(d) == day {
			nominal, special = windows, true
		}
	}
	if !special {
		weekday := time.Unix(int64(day)*86400, 0).UTC().Weekday()
		nominal = s.week(day)[weekday]
		if known = s.covered(day); known && s.holiday(day) {
			nominal = nil
		}
	}
	var resolved []slowWindow
	if len(nominal) > 0 && slowDayExists(s.loc, day) {
		midnight := int64(day) * 86400
		for _, w := range nominal {
			open := slowInstant(s.loc, midnight+int64(w.Open/time.Second))
			closing := slowInstant(s.loc, midnight+int64(w.Close/time.Second))
			if open.Before(closing) {
				resolved = append(resolved, slowWindow{day, open, closing, known})
			}
		}
	}
	s.days[day] = resolved
	return resolved
}

// near returns the windows that can touch [a, b]: those of its days, and of so
// many around that neither a zone nor a 48 h window reaches farther.
func (s *slowPlain) near(a, b time.Time) []slowWindow {
	var windows []slowWindow
	for day := slowDayOf(a.UTC()) - 4; day <= slowDayOf(b.UTC())+2; day++ {
		windows = append(windows, s.windows(day)...)
	}
	return windows
}

func (s *slowPlain) location() *time.Location { return s.loc }

func (s *slowPlain) bounds(a, b time.Time) []time.Time {
	bounds := []time.Time{a}
	for _, w := range s.near(a, b) {
		for _, t := range []time.Time{w.open, w.close} {
			if a.Before(t) && t.Before(b) {
				bounds = append(bounds, t)
			}
		}
	}
	return bounds
}

func (s *slowPlain) at(t time.Time) slowState {
	state := slowClosed
	for _, w := range s.near(t, t) {
		if t.Before(w.open) || !t.Before(w.close) {
			continue
		}
		if w.known {
			return slowOpen
		}
		state = slowUnknown
	}
	return state
}

func (s *slowPlain) reach() (first, last int) {
	empty := func(w calendar.Week) bool {
		return !slices.ContainsFunc(w[:], func(day []calendar.Window) bool { return len(day) > 0 })
	}
	first, last = s.settled()
	if !empty(s.cfg.Week) {
		first = slowNoFirst
	}
	if !empty(s.week(math.MaxInt)) {
		last = slowNoLast
	}
	return first, last
}

func (s *slowPlain) settled() (first, last int) {
	first, last = slowNoLast, slowNoFirst
	note := func(d calendar.Date) {
		first, last = min(first, slowDay(d)), max(last, slowDay(d))
	}
	for d := range s.cfg.Special {
		note(d)
	}
	for _, c := range s.cfg.Changes {
		note(c.From)
	}
	for _, h := range s.cfg.Holidays {
		note(h.Date)
		note(h.Actual)
	}
	for _, d := range []calendar.Date{s.cfg.HolidaysFrom, s.cfg.HolidaysThrough} {
		if d != (calendar.Date{}) {
			note(d)
		}
	}
	return first, last
}

// show lists the resolved windows of the days around an instant, for the
// report of a difference.
func (s *slowPlain) show(a, b time.Time) string {
	var lines strings.Builder
	for i, w := range s.near(a, b) {
		if i == 40 {
			lines.WriteString("  ...\n")
			break
		}
		fmt.Fprintf(&lines, "  day %s %v .. %v known=%v\n", time.Unix(int64(w.day)*86400, 0).UTC().Format("Mon 2006-01-02"),
			w.open.Format(time.RFC3339), w.close.Format(time.RFC3339), w.known)
	}
	return lines.String()
}
