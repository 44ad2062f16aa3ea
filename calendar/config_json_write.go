package calendar

import (
	"maps"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A configWriter writes a Config as JSON and collects what cannot be written.
type configWriter struct {
	strictjson.Writer
	mistakes []Mistake
}

func (w *configWriter) config(cfg *Config) {
	w.OpenObject()
	if zone := w.zoneName(cfg); zone != "" {
		w.Name("zone")
		w.text("zone", zone)
	}
	if !cfg.Week.empty() {
		w.Name("week")
		w.week("week", cfg.Week)
	}
	if len(cfg.Changes) > 0 {
		w.Name("changes")
		w.changes(cfg.Changes)
	}
	w.region(cfg.Region)
	if len(cfg.Holidays) > 0 {
		w.Name("holidays")
		w.holidays(cfg.Holidays)
	}
	if len(cfg.Workdays) > 0 {
		w.Name("workdays").OpenArray()
		for _, d := range slices.SortedFunc(slices.Values(cfg.Workdays), Date.Compare) {
			w.Text(d.String())
		}
		w.CloseArray()
	}
	if len(cfg.Special) > 0 {
		w.Name("special")
		w.special(cfg.Special)
	}
	if cfg.HolidaysFrom != (Date{}) {
		w.Name("holidays_from").Text(cfg.HolidaysFrom.String())
	}
	if cfg.HolidaysThrough != (Date{}) {
		w.Name("holidays_through").Text(cfg.HolidaysThrough.String())
	}
	if cfg.RegularDay != 0 {
		w.Name("regular_day")
		w.text("regular_day", cfg.RegularDay.String())
	}
	w.CloseObject()
}

// zoneName returns the name that stands for the zone of cfg, "" if it has none.
func (w *configWriter) zoneName(cfg *Config) string {
	switch {
	case cfg.Location == nil:
		return cfg.Zone
	case cfg.Location == time.Local: // as in New
		w.wrong("zone", "time.Local", "depends on the machine; name a zone")
		return ""
	}
	name := cfg.Zone
	if name == "" {
		name = cfg.Location.String()
	}
	switch pinned, err := Zone(name); {
	case err != nil:
		w.wrong("zone", quoted(name), "is a Location that has no JSON form: it is not in tz database "+TZVersion)
	case !sameOffsets(cfg.Location, pinned):
		w.wrong("zone", quoted(name), "is a Location that has no JSON form: its offsets are not those of tz database "+TZVersion)
	}
	return name
}

// sameOffsets reports whether two locations have the same offset at every
// instant of the years 1 to 2100. Beyond that a location repeats itself.
func sameOffsets(a, b *time.Location) bool {
	const until = 4133980800 // 2101-01-01
	for sec := int64(-unixDay * secondsPerDay); a != b && sec < until; {
		s, t := stretchAt(a, sec), stretchAt(b, sec)
		if s.offset != t.offset {
			return false
		}
		sec = min(s.end, t.end)
	}
	return true
}

func (w *configWriter) region(r Region) {
	if r.Code != "" {
		w.Name("region")
		w.text("region", r.Code)
	}
	if r.List != "" {
		w.Name("list")
		w.text("list", r.List)
	}
	if r.Estimated {
		w.Name("estimated").Bool(true)
	}
}

func (w *configWriter) changes(changes []WeekChange) {
	changes = slices.Clone(changes)
	slices.SortStableFunc(changes, func(a, b WeekChange) int { return a.From.Compare(b.From) })
	w.OpenArray()
	for i, change := range changes {
		w.OpenObject()
		w.Name("from").Text(change.From.String())
		w.Name("week")
		w.week("changes["+strconv.Itoa(i)+"].week", change.Week)
		w.CloseObject()
	}
	w.CloseArray()
}

func (w *configWriter) week(place string, week Week) {
	w.OpenObject()
	for i := range week {
		day := (i + 1) % 7 // from Monday
		if len(week[day]) > 0 {
			w.Name(weekdayKeys[day])
			w.windows(place+"["+weekdayKeys[day]+"]", week[day])
		}
	}
	w.CloseObject()
}

func (w *configWriter) holidays(holidays []Holiday) {
	holidays = slices.Clone(holidays)
	for i, h := range holidays {
		if h.Actual == (Date{}) {
			holidays[i].Actual = h.Date
		}
	}
	slices.SortFunc(holidays, compareHolidays)
	w.OpenArray()
	for i, h := range holidays {
		if h.Name == "" && h.Actual == h.Date {
			w.Text(h.Date.String())
			continue
		}
		w.OpenObject()
		w.Name("date").Text(h.Date.String())
		if h.Name != "" {
			w.Name("name")
			w.text("holidays["+strconv.Itoa(i)+"].name", h.Name)
		}
		if h.Actual != h.Date {
			w.Name("actual").Text(h.Actual.String())
		}
		w.CloseObject()
	}
	w.CloseArray()
}

func (w *configWriter) special(special map[Date][]Window) {
	w.OpenObject()
	for _, d := range slices.SortedFunc(maps.Keys(special), Date.Compare) {
		w.Name(d.String())
		w.windows("special["+d.String()+"]", special[d])
	}
	w.CloseObject()
}

func (w *configWriter) windows(place string, windows []Window) {
	w.OpenArray()
	for i, win := range windows {
		if !writable(win.Open) || !writable(win.Close) {
			w.wrong(place+"["+strconv.Itoa(i)+"]", win.String(), "has no JSON form; write whole seconds from 00:00 to 99:59:59")
		}
		w.OpenArray()
		w.Text(clockText(win.Open))
		w.Text(clockText(win.Close))
		w.CloseArray()
	}
	w.CloseArray()
}

// writable reports whether parseClock reads a time of day as clockText has it.
func writable(d time.Duration) bool {
	return d >= 0 && d < 100*time.Hour && d%time.Second == 0
}

// empty reports whether no day has a window.
func (w Week) empty() bool {
	for _, windows := range w {
		if len(windows) > 0 {
			return false
		}
	}
	return true
}

func (w *configWriter) text(place, s string) {
	if !utf8.ValidString(s) {
		w.wrong(place, quoted(s), "is not UTF-8")
	}
	w.Text(s)
}

func (w *configWriter) wrong(place, value, why string) {
	w.mistakes = append(w.mistakes, Mistake{Place: place, Value: value, Why: why})
}
