package calendar

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns cfg as a JSON object. The same description always gives the same
// bytes: fields come in a fixed order, dates ascend, and empty fields are left out. An
// example with all fields:
//
//	{"zone":"Europe/Berlin",
//	 "week":{"mon":[["09:00","12:00"],["13:00","17:00"]]},
//	 "changes":[{"from":"2026-07-01","week":{"mon":[["22:00","30:00"]]}}],
//	 "region":"US-MD","list":"statutory","estimated":true,
//	 "holidays":["2026-01-01",{"date":"2026-12-28","name":"Boxing Day","actual":"2026-12-26"}],
//	 "workdays":["2026-11-27"],
//	 "special":{"2026-12-24":[["09:00","12:00"]],"2026-12-31":[]},
//	 "holidays_from":"2020-01-01","holidays_through":"2029-12-31",
//	 "regular_day":"7h0m0s"}
//
// A Location is written as its name. It is an error if that name does not mean the
// same, in the pinned tz database or as an offset such as +08:00, in the years 1 to
// 2100. What the form cannot express is an error too: bounds of windows that are not
// whole seconds from 00:00 to 99:59:59, and text that is not UTF-8. The error is a
// [*ConfigError]. Anything else that is wrong with cfg is for [New] to report.
//
// A [Holiday] whose Actual is the zero Date is written as one that stands for its Date.
func (cfg Config) MarshalJSON() ([]byte, error) {
	w := configWriter{}
	w.config(&cfg)
	if len(w.mistakes) > 0 {
		return nil, &ConfigError{w.mistakes}
	}
	return w.Bytes(), nil
}

// MarshalJSON returns the [Config] that c was made from, as [Config.MarshalJSON] writes
// it. A combination of calendars has no Config: the error is an [ErrConfig] and an
// [ErrCombination]. For a zero Calendar it is an [ErrRange]. A nil Calendar is written
// as null.
func (c *Calendar) MarshalJSON() ([]byte, error) {
	switch {
	case c == nil:
		return []byte("null"), nil
	case c.unmade():
		return nil, c.rangeError(0)
	case c.config == nil:
		return nil, &ConfigError{[]Mistake{{
			Place: "config", Value: c.String(), Why: "is a combination, which has no Config; write those of its parts", Err: ErrCombination,
		}}}
	}
	return c.config.MarshalJSON()
}

// MarshalText returns what [Config.MarshalJSON] returns.
func (cfg Config) MarshalText() ([]byte, error) {
	return cfg.MarshalJSON()
}

// UnmarshalJSON sets cfg to the description in data; see [Config.MarshalJSON] for the
// form. All fields are optional here. An unknown field, a field that occurs twice and
// null are errors. The error lists all mistakes with their places; it is an
// [ErrConfig], and [errors.As] finds the [*strictjson.Error] in it. On error, cfg is
// unchanged.
//
// A holiday is a date, or an object if it has a name or stands for another day; without
// "actual" it stands for its date. Times are HH:MM or HH:MM:SS, up to 99:59:59; [New]
// decides which of them make sense, and its mistakes name places in the same way.
func (cfg *Config) UnmarshalJSON(data []byte) error {
	var read Config
	r := strictjson.NewReader(data)
	r.Object(func(name []byte) {
		if !read.ReadField(r, string(name)) {
			r.Unknown(ConfigFields()...)
		}
	})
	if err := r.End(); err != nil {
		return &configTextError{err}
	}
	*cfg = read
	return nil
}

// UnmarshalText does what [Config.UnmarshalJSON] does.
func (cfg *Config) UnmarshalText(text []byte) error {
	return cfg.UnmarshalJSON(text)
}

// A configTextError is a strictjson.Error in the words of this package.
type configTextError struct {
	err error
}

// Error lists the mistakes, a line each.
func (e *configTextError) Error() string {
	var s *strictjson.Error
	if !errors.As(e.err, &s) {
		return "calendar: " + e.err.Error()
	}
	return s.Text("calendar")
}

// Is reports whether target is [ErrConfig].
func (e *configTextError) Is(target error) bool { return target == ErrConfig }

// Unwrap returns the [*strictjson.Error].
func (e *configTextError) Unwrap() error { return e.err }
