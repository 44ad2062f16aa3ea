package calendar

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The kinds of error, besides [ErrUnit] and [ErrConvention]. Test for them with [errors.Is]; the error
// itself carries the facts, that of a text which is none of the names of a type as an
// [enum.Error].
var (
	// ErrDate: what was given is not a date, or no date can be the answer.
	ErrDate = errors.New("calendar: no such date")
	// ErrTime: a text is not an instant with an offset.
	ErrTime = errors.New("calendar: no such instant")
	// ErrConfig: a [Config] or a [Window] has mistakes, or calendars cannot be combined,
	// or a combination was to be written. See [ConfigError].
	ErrConfig = errors.New("calendar: invalid config")
	// ErrZone: the pinned tz database has no zone of that name.
	ErrZone = errors.New("calendar: unknown zone")
	// ErrRegion: no holidays are known for that region.
	ErrRegion = errors.New("calendar: unknown region")
	// ErrCoverage: the answer depends on a day whose holidays are not known
	// (G9). See [CoverageError].
	ErrCoverage = errors.New("calendar: holidays are not known")
	// ErrNeverOpen: the answer needs working time, and the calendar has none, or
	// none in that direction any more (G2a).
	ErrNeverOpen = errors.New("calendar: never open")
	// ErrRange: an instant, or the answer, lies outside the years 1 to 9999, or
	// working time is more than a time.Duration can hold; or a Calendar was asked that is
	// zero or nil, which has no instants.
	ErrRange = errors.New("calendar: out of range")
	// ErrRegularDay: business days were asked for as working time, and no
	// one length of a regular day is known (G6).
	ErrRegularDay = errors.New("calendar: the weekdays differ in length; say how long a regular day is (regular_day)")
	// ErrCombination: a combination of calendars was to get holidays, special dates or
	// a coverage, or to be written as a Config; its parts have these.
	ErrCombination = errors.New("calendar: a combination of calendars has no holidays or hours of its own; change its parts")
)

// A DateError says why a text or a calculation does not give a [Date]. It is an
// [ErrDate]. The zero DateError tells nothing more.
type DateError struct {
	Text string // what was given
	Why  string // what is wrong with it, or what would be right
	Err  error  // of a calculation in what is no [Unit] an [ErrUnit]; or nil
}

// Error quotes what was given, of a long text the first forty characters, and says what is
// wrong with it.
func (e *DateError) Error() string {
	text := e.Text
	if len(text) > len("2026-03-01 plus -9223372036854775808 months") { // the longest of a calculation
		text = strictjson.Shorten(text)
	}
	return fmt.Sprintf("calendar: date %q: %s", text, e.Why)
}

// Is reports whether target is [ErrDate].
func (e *DateError) Is(target error) bool { return target == ErrDate }

// Unwrap returns Err.
func (e *DateError) Unwrap() error { return e.Err }

// A TimeError says why a text is not an instant. It is an [ErrTime]. The zero
// TimeError tells nothing more.
type TimeError struct {
	Text string // what was given
	Why  string // what is wrong with it, or what would be right
}

// Error quotes what was given, of a long text the first forty characters, and says what is
// wrong with it.
func (e *TimeError) Error() string {
	return fmt.Sprintf("%v: %q: %s", ErrTime, strictjson.Shorten(e.Text), e.Why)
}

// Is reports whether target is [ErrTime].
func (e *TimeError) Is(target error) bool { return target == ErrTime }

// A CoverageError says that an answer depends on the holidays of a day for
// which they are not known (G9). It is an [ErrCoverage]. The zero CoverageError
// tells of a list that knows no day but 0001-01-01.
type CoverageError struct {
	Region string // whose holidays; "" where a calendar has a list of its own
	Day    Date   // the first day that matters and is not known; of a question that goes back, the last
	Known  Period // the days that are known
}

// Error says how far the data reaches, in the words that a ticket's answer uses.
func (e *CoverageError) Error() string {
	whose := "holidays"
	if e.Region != "" {
		whose += " of " + e.Region
	}
	if e.Day.Compare(e.Known.From) < 0 {
		return fmt.Sprintf("%s are known from %v only", whose, e.Known.From)
	}
	return fmt.Sprintf("%s are known through %v only", whose, e.Known.Through)
}

// Is reports whether target is [ErrCoverage].
func (e *CoverageError) Is(target error) bool { return target == ErrCoverage }

// A ConfigError lists all mistakes of a [Config], in the order of its fields; or says
// what is wrong with a [Window] that is read or written by itself, or with what
// [Union], [Intersection] and [Difference] are to combine. It is an [ErrConfig]. The
// zero ConfigError lists none.
type ConfigError struct {
	Mistakes []Mistake
}

// A Mistake is one thing that is wrong with a [Config], and where. The zero
// Mistake is none.
type Mistake struct {
	Place string // the field as JSON names it, for example "week[mon][1]"; "window", "union"
	Value string // what stands there; of a long text the first forty characters
	Why   string // what is wrong, and what would be right
	Err   error  // what says so, such as a [ZoneError], or nil
}

// String returns the place, what stands there if anything does, and what is wrong
// with it.
func (m Mistake) String() string {
	if m.Value == "" {
		return m.Place + ": " + m.Why
	}
	return m.Place + ": " + m.Value + " " + m.Why
}

// Error lists the mistakes, a line each.
func (e *ConfigError) Error() string {
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		lines[i] = "calendar: " + m.String()
	}
	return strings.Join(lines, "\n")
}

// Is reports whether target is [ErrConfig].
func (e *ConfigError) Is(target error) bool { return target == ErrConfig }

// Unwrap returns the errors that say what is wrong, of the mistakes that have one: of a zone
// a [ZoneError], of a region a [RegionError].
func (e *ConfigError) Unwrap() []error {
	var errs []error
	for _, m := range e.Mistakes {
		if m.Err != nil {
			errs = append(errs, m.Err)
		}
	}
	return errs
}

// A RangeError says that an instant, or an answer, is outside what a calendar
// can tell. It is an [ErrRange]. The zero RangeError tells nothing more.
type RangeError struct {
	What string // what was asked, or would be the answer
	Why  string // what it is outside of
}

// Error says what is outside of what.
func (e *RangeError) Error() string { return "calendar: " + e.What + " " + e.Why }

// Is reports whether target is [ErrRange].
func (e *RangeError) Is(target error) bool { return target == ErrRange }

// A NeverOpenError says that an answer needs working time which the calendar
// does not have in that direction. It is an [ErrNeverOpen]. The zero NeverOpenError
// is of a calendar without any.
type NeverOpenError struct {
	At   time.Time // where the search began
	Back bool      // it went back in time
	Ever bool      // there is working time in the other direction, or less than was asked for; or may be, where holidays are not known
}

// Error says in which direction of what instant there is not enough working time,
// or that there never is any.
func (e *NeverOpenError) Error() string {
	direction := "after"
	if e.Back {
		direction = "before"
	}
	if !e.Ever {
		return "calendar: the calendar is never open; give it a window"
	}
	return "calendar: there is not so much working time " + direction + " " + e.At.Format(time.RFC3339Nano)
}

// Is reports whether target is [ErrNeverOpen].
func (e *NeverOpenError) Is(target error) bool { return target == ErrNeverOpen }
