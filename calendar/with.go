package calendar

import (
	"maps"
	"slices"
)

// WithHolidays returns a copy of c with further days off, for a holiday that is
// declared late. As with all copies, the answers of c itself do not change. The error
// is that of [New]; it is [ErrCombination] if c is a combination of calendars (add the
// holidays to its parts), and an [ErrRange] if c is nil or zero.
func (c *Calendar) WithHolidays(days ...Holiday) (*Calendar, error) {
	return c.with(func(cfg *Config) {
		cfg.Holidays = append(cfg.Holidays, days...)
		for _, d := range days {
			cfg.Workdays = slices.DeleteFunc(cfg.Workdays, func(w Date) bool { return w == d.Date })
		}
	})
}

// WithWorkdays returns a copy of c in which the given dates are not holidays, for a
// holiday that is moved or revoked late. See [Calendar.WithHolidays] for the error.
func (c *Calendar) WithWorkdays(dates ...Date) (*Calendar, error) {
	return c.with(func(cfg *Config) {
		cfg.Holidays = slices.DeleteFunc(cfg.Holidays, func(h Holiday) bool { return slices.Contains(dates, h.Date) })
		cfg.Workdays = append(cfg.Workdays, dates...)
	})
}

// WithSpecial returns a copy of c that has windows of its own for a date; without
// windows the date is closed. See [Calendar.WithHolidays] for the error.
func (c *Calendar) WithSpecial(date Date, windows ...Window) (*Calendar, error) {
	return c.with(func(cfg *Config) {
		cfg.Special = maps.Clone(cfg.Special)
		if cfg.Special == nil {
			cfg.Special = map[Date][]Window{}
		}
		cfg.Special[date] = windows
	})
}

// WithCoverage returns a copy of c whose holidays are known from one date through
// another, both included. A zero Date means what it does in [Config]. It is for a
// caller who has added the holidays of a further year. See [Calendar.WithHolidays] for
// the error.
func (c *Calendar) WithCoverage(known Period) (*Calendar, error) {
	return c.with(func(cfg *Config) {
		cfg.HolidaysFrom, cfg.HolidaysThrough = known.From, known.Through
	})
}

// with returns a calendar of the changed Config.
func (c *Calendar) with(change func(*Config)) (*Calendar, error) {
	if c.unmade() {
		return nil, c.rangeError(0)
	}
	cfg, ok := c.Config()
	if !ok {
		return nil, ErrCombination
	}
	change(&cfg)
	return New(cfg)
}
