package calendar

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// maxWindows is how many windows a date can have: one for each minute.
const maxWindows = 1440

// New makes a calendar from its description. The error is a [*ConfigError] that lists
// all mistakes of cfg; it is also an [ErrZone] or an [ErrRegion] if there is no such
// zone or region. The calendar keeps a copy of cfg, in which Location is set, and the
// zero Actual of a holiday is replaced by its Date.
func New(cfg Config) (*Calendar, error) {
	b := builder{cfg: cfg.clone(), plan: &plan{covered: Period{Date{minDay}, Date{maxDay}}}}
	b.zone()
	b.weeks()
	b.region()
	b.dates()
	b.special()
	b.coverage()
	regular := b.regularDay()
	if len(b.mistakes) > 0 {
		return nil, &ConfigError{b.mistakes}
	}
	b.plan.from, b.plan.through = b.plan.limits()
	c := newCalendar(b.plan, b.density)
	c.config, c.regular, c.always = &b.cfg, regular, b.plan.always()
	return c, nil
}

// Config returns a copy of the description that the calendar was made from. It returns
// false if c is a combination of calendars, or is nil or zero.
func (c *Calendar) Config() (Config, bool) {
	if c == nil || c.config == nil {
		return Config{}, false
	}
	return c.config.clone(), true
}

// clone returns a copy that shares nothing that can be changed.
func (cfg Config) clone() Config {
	cfg.Week = cfg.Week.clone()
	cfg.Changes = slices.Clone(cfg.Changes)
	for i := range cfg.Changes {
		cfg.Changes[i].Week = cfg.Changes[i].Week.clone()
	}
	cfg.Holidays = slices.Clone(cfg.Holidays)
	cfg.Workdays = slices.Clone(cfg.Workdays)
	cfg.Special = maps.Clone(cfg.Special)
	for d, windows := range cfg.Special {
		cfg.Special[d] = slices.Clone(windows)
	}
	return cfg
}

func (w Week) clone() Week {
	for i := range w {
		w[i] = slices.Clone(w[i])
	}
	return w
}

// A builder turns a Config into a plan and collects its mistakes.
type builder struct {
	cfg      Config
	plan     *plan
	density  int // the most windows of a date
	mistakes []Mistake
}

func (b *builder) wrong(place, value, why string, args ...any) {
	b.mistakes = append(b.mistakes, Mistake{Place: place, Value: value, Why: fmt.Sprintf(why, args...)})
}

// refused is wrong for a mistake that another error describes.
func (b *builder) refused(place, value, why string, err error) {
	b.mistakes = append(b.mistakes, Mistake{Place: place, Value: quoted(value), Why: why, Err: err})
}

// quoted quotes a text for a mistake.
func quoted(text string) string { return strconv.Quote(strictjson.Shorten(text)) }

func (b *builder) zone() {
	switch {
	case b.cfg.Location != nil && b.cfg.Zone != "" && !names(b.cfg.Zone, b.cfg.Location):
		b.wrong("zone", quoted(b.cfg.Zone), "is not the name of Location, %s; give one of the two", quoted(b.cfg.Location.String()))
	case b.cfg.Location == time.Local: // refused, not used: with TZ set it has the name of a zone
		b.wrong("zone", "time.Local", "depends on the machine; name a zone")
	case b.cfg.Location != nil:
		b.plan.loc = b.cfg.Location
	case b.cfg.Zone == "":
		b.wrong("zone", "", "is missing; write a name such as Europe/Berlin or UTC, or an offset such as +08:00")
	default:
		loc, err := Zone(b.cfg.Zone)
		if err != nil {
			b.refused("zone", b.cfg.Zone, (&ZoneError{b.cfg.Zone}).why(), err)
			return
		}
		b.plan.loc, b.cfg.Location = loc, loc
	}
}

// names reports whether name is that of loc, or an offset, such as +00:00, whose
// location has another name.
func names(name string, loc *time.Location) bool {
	if loc.String() == name {
		return true
	}
	named, err := Zone(name)
	return err == nil && named.String() == loc.String()
}

// weekdayKeys are the keys of a week in JSON, by time.Weekday.
var weekdayKeys = [7]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

func (b *builder) weeks() {
	b.plan.weeks = []planWeek{b.week("week", minDay, b.cfg.Week)}
	seen := map[Date]int{}
	for i, change := range b.cfg.Changes {
		place := fmt.Sprintf("changes[%d]", i)
		if first, ok := seen[change.From]; ok {
			b.wrong(place+".from", change.From.String(), "is also that of changes[%d]; a date can have one week", first)
		}
		seen[change.From] = i
		b.plan.weeks = append(b.plan.weeks, b.week(place+".week", change.From.n, change.Week))
	}
	slices.SortStableFunc(b.plan.weeks[1:], func(a, b planWeek) int { return int(a.from - b.from) })
	if len(b.plan.weeks) > 1 && b.plan.weeks[1].from == minDay {
		b.plan.weeks = b.plan.weeks[1:] // the change begins with time itself
	}
}

func (b *builder) week(place string, from int32, week Week) planWeek {
	w := planWeek{from: from}
	for i := range 7 {
		day := (i + 1) % 7 // from Monday, as people read a week
		w.hours[day] = b.windows(fmt.Sprintf("%s[%s]", place, weekdayKeys[day]), week[day])
	}
	return w
}

// windows checks the windows of a date and returns their bounds in order. Those that
// touch are kept apart: a gap of the zone can have moved the one and not the other.
func (b *builder) windows(place string, windows []Window) []bounds {
	if len(windows) > maxWindows {
		b.wrong(place, fmt.Sprintf("%d windows", len(windows)), "are too many; a date can have %d", maxWindows)
		return nil
	}
	b.density = max(b.density, len(windows))
	type numbered struct {
		bounds
		i int
	}
	sorted := make([]numbered, 0, len(windows))
	for i, w := range windows {
		at := fmt.Sprintf("%s[%d]", place, i)
		switch {
		case w.Open%time.Second != 0 || w.Close%time.Second != 0:
			b.wrong(at, fmt.Sprintf("%v-%v", w.Open, w.Close), "has a part of a second; write whole seconds")
		case w.Open < 0 || w.Open >= 24*time.Hour:
			b.wrong(at, w.String(), "must open from 00:00 to before 24:00; a window belongs to the day on which it opens")
		case w.Close == w.Open:
			b.wrong(at, w.String(), "closes when it opens; write a later time to close")
		case w.Close <= w.Open && w.Close >= 0 && w.Close+24*time.Hour > w.Open:
			b.wrong(at, w.String(), "closes before it opens; write %s to run past midnight", Window{w.Open, w.Close + 24*time.Hour})
		case w.Close <= w.Open:
			b.wrong(at, w.String(), "closes before it opens")
		case w.Close > 48*time.Hour:
			b.wrong(at, w.String(), "must close at 48:00 at the latest")
		default:
			sorted = append(sorted, numbered{bounds{int32(w.Open / time.Second), int32(w.Close / time.Second)}, i})
		}
	}
	slices.SortStableFunc(sorted, func(a, b numbered) int { return int(a.open - b.open) })
	var out []bounds
	last := 0 // the window that closes last of those before
	for k, w := range sorted {
		if k > 0 && w.open < sorted[last].close {
			other := sorted[last].i
			b.wrong(fmt.Sprintf("%s[%d]", place, w.i), windows[w.i].String(), "overlaps %s[%d], %s; windows of one date may touch, not overlap", place, other, windows[other])
		}
		if w.close > sorted[last].close {
			last = k
		}
		out = append(out, w.bounds)
	}
	return out
}

func (b *builder) region() {
	if b.cfg.Region == (Region{}) {
		return
	}
	source, err := b.cfg.Region.source()
	var unknown *RegionError
	if errors.As(err, &unknown) {
		b.refused("region", b.cfg.Region.Code, unknown.why(), err)
		return
	}
	b.plan.source, b.plan.region = source, b.cfg.Region.Code
	b.plan.covered, _ = b.cfg.Region.Reach()
}

func (b *builder) dates() {
	b.plan.own = b.cfg.Holidays
	for i := range b.cfg.Holidays {
		h := &b.cfg.Holidays[i] // of the copy
		if h.Actual == (Date{}) {
			h.Actual = h.Date
		}
		b.plan.holidays = append(b.plan.holidays, h.Date.n)
		if h.moved() {
			b.plan.holidays = append(b.plan.holidays, h.Actual.n)
		}
	}
	for _, d := range b.cfg.Workdays {
		b.plan.workdays = append(b.plan.workdays, d.n)
	}
	slices.Sort(b.plan.holidays)
	slices.Sort(b.plan.workdays)
	b.plan.holidays = slices.Compact(b.plan.holidays)
	b.plan.workdays = slices.Compact(b.plan.workdays)
}

func (b *builder) special() {
	for _, d := range slices.SortedFunc(maps.Keys(b.cfg.Special), Date.Compare) {
		hours := b.windows(fmt.Sprintf("special[%v]", d), b.cfg.Special[d])
		b.plan.special = append(b.plan.special, planSpecial{d.n, hours})
	}
}

func (b *builder) coverage() {
	covered := &b.plan.covered
	if b.cfg.HolidaysFrom != (Date{}) {
		covered.From = b.cfg.HolidaysFrom
	}
	if b.cfg.HolidaysThrough != (Date{}) {
		covered.Through = b.cfg.HolidaysThrough
	}
	if covered.Through.Compare(covered.From) < 0 {
		b.wrong("holidays_through", covered.Through.String(), "is before holidays_from, %v", covered.From)
	}
}

// regularDay returns the length of a regular day: what the Config says, or
// the one length that all weekdays with windows share, or 0.
func (b *builder) regularDay() time.Duration {
	switch d := b.cfg.RegularDay; {
	case d < 0 || d > 48*time.Hour:
		b.wrong("regular_day", d.String(), "must be more than none and at most 48h")
		return 0
	case d > 0:
		return d
	}
	regular := time.Duration(0)
	for _, week := range b.plan.weeks {
		for _, hours := range week.hours {
			length := time.Duration(0)
			for _, h := range hours {
				length += time.Duration(h.close-h.open) * time.Second
			}
			if length == 0 {
				continue
			}
			if regular != 0 && regular != length {
				return 0
			}
			regular = length
		}
	}
	return regular
}
