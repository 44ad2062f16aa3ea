package calendar

import (
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// ConfigFields returns the names of the fields of a [Config] in JSON, in the order in
// which they are written. It is for packages that read them with [Config.ReadField].
func ConfigFields() []string {
	return []string{
		"zone", "week", "changes", "region", "list", "estimated", "holidays", "workdays", "special",
		"holidays_from", "holidays_through", "regular_day",
	}
}

// ReadField reads the value of a field of cfg in JSON, for an object that has the
// fields of a Config beside its own; r must be at a member of that name. If cfg has no
// such field, or is nil, ReadField returns false and leaves the value unread.
//
// Mistakes are reported to r. If there are any, what was read must not be used; see
// [strictjson.Reader.End].
func (cfg *Config) ReadField(r *strictjson.Reader, name string) bool {
	if cfg == nil {
		return false
	}
	switch name {
	case "zone":
		cfg.Zone = r.Text()
	case "week":
		cfg.Week = readWeek(r)
	case "changes":
		cfg.Changes = nil
		r.Array(func(int) { cfg.Changes = append(cfg.Changes, readChange(r)) })
	case "region":
		if cfg.Region.Code = r.Text(); cfg.Region.Code == "" {
			r.Fail("names no region; write " + noHolidays + " for no public holidays")
		}
	case "list":
		if cfg.Region.List = r.Text(); cfg.Region.List == "" {
			r.Fail("names no list; leave it out for the region's default")
		}
	case "estimated":
		cfg.Region.Estimated = r.Bool()
	case "holidays":
		cfg.Holidays = nil
		r.Array(func(int) { cfg.Holidays = append(cfg.Holidays, readHoliday(r)) })
	case "workdays":
		cfg.Workdays = nil
		r.Array(func(int) { cfg.Workdays = append(cfg.Workdays, readDate(r)) })
	case "special":
		cfg.Special = nil
		r.Map(func(key []byte) { cfg.readSpecial(r, string(key)) })
	case "holidays_from":
		cfg.HolidaysFrom = readLimit(r)
	case "holidays_through":
		cfg.HolidaysThrough = readLimit(r)
	case "regular_day":
		cfg.RegularDay = readRegularDay(r)
	default:
		return false
	}
	return true
}

func readWeek(r *strictjson.Reader) (week Week) {
	r.Map(func(key []byte) {
		for day, name := range weekdayKeys {
			if name == string(key) {
				week[day] = readWindows(r)
				return
			}
		}
		r.Unknown("mon", "tue", "wed", "thu", "fri", "sat", "sun")
	})
	return week
}

func readChange(r *strictjson.Reader) (change WeekChange) {
	from, week := false, false
	r.Object(func(name []byte) {
		switch string(name) {
		case "from":
			change.From, from = readDate(r), true
		case "week":
			change.Week, week = readWeek(r), true
		default:
			r.Unknown("from", "week")
		}
	})
	if !from || !week {
		r.Fail(`must have "from", a date, and "week", the hours from that date on`)
	}
	return change
}

// readWindows reads the windows of a date. None is nil.
func readWindows(r *strictjson.Reader) (windows []Window) {
	r.Array(func(int) {
		var bounds [2]time.Duration
		n := 0
		r.Array(func(i int) {
			if n = i + 1; i < len(bounds) {
				bounds[i] = readClock(r)
			}
		})
		if n < len(bounds) {
			r.Fail(`must be two times, such as ["09:00","17:00"]`)
		}
		windows = append(windows, Window{bounds[0], bounds[1]})
	})
	return windows
}

func readClock(r *strictjson.Reader) time.Duration {
	d, ok := parseClock(string(r.TextBytes()))
	if !ok {
		r.Fail(notClock)
	}
	return d
}

func readHoliday(r *strictjson.Reader) (h Holiday) {
	switch r.Kind() {
	case strictjson.Object:
		dated := false
		r.Object(func(name []byte) {
			switch string(name) {
			case "date":
				h.Date, dated = readDate(r), true
			case "name":
				h.Name = r.Text()
			case "actual":
				h.Actual = readDate(r)
			default:
				r.Unknown("date", "name", "actual")
			}
		})
		if !dated {
			r.Fail(`must have "date", the day off`)
		}
	case strictjson.String:
		h.Date = readDate(r)
	default:
		r.Fail(`must be a date, or an object with "date", "name" and "actual"`)
	}
	if h.Actual == (Date{}) {
		h.Actual = h.Date
	}
	return h
}

func readDate(r *strictjson.Reader) Date {
	d, err := ParseDate(string(r.TextBytes()))
	if err != nil {
		r.Fail(WhyNot(err))
	}
	return d
}

func (cfg *Config) readSpecial(r *strictjson.Reader, key string) {
	d, err := ParseDate(key)
	if err != nil {
		r.Fail("stands under what " + WhyNot(err))
		return
	}
	if cfg.Special == nil {
		cfg.Special = map[Date][]Window{}
	}
	cfg.Special[d] = readWindows(r)
}

// readLimit reads a date up to or from which holidays are known. The zero Date
// would mean that none was given.
func readLimit(r *strictjson.Reader) Date {
	d, err := ParseDate(string(r.TextBytes()))
	switch {
	case err != nil:
		r.Fail(WhyNot(err))
	case d == (Date{}):
		r.Fail("is the first date there is; leave the field out where there is no limit")
	}
	return d
}

// readRegularDay reads a duration. Zero would mean that none was given.
func readRegularDay(r *strictjson.Reader) time.Duration {
	text := string(r.TextBytes())
	d, err := ParseDuration(text)
	switch {
	case err != nil && WhyNot(err) == whyTooLong:
		r.Fail("is too long; write 48h at most")
	case err != nil:
		r.Fail(WhyNot(err))
	case d == 0:
		r.Fail("is no working time; write it as 8h or 7h30m")
	}
	return d
}
