package calendar

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// The kinds of error, besides [ErrUnit] and [ErrConvention]. Test for them with
// [errors.Is]; the error itself carries the facts. For a text that is not one of the
// names of a type it is an [*enum.Error].
var (
	// ErrDate says that what was given is not a date, or that no date can be the
	// answer.
	ErrDate = errors.New("calendar: no such date")
	// ErrTime says that a text is not an instant with an offset.
	ErrTime = errors.New("calendar: no such instant")
	// ErrDuration says that a text is not a duration that a [time.Duration] holds exactly.
	// See [DurationError].
	ErrDuration = errors.New("calendar: no such duration")
	// ErrConfig says that a [Config] or a [Window] has mistakes, that calendars cannot
	// be combined, or that a combination cannot be written. See [ConfigError].
	ErrConfig = errors.New("calendar: invalid config")
	// ErrZone says that a name is neither a zone of the pinned tz database nor an
	// offset.
	ErrZone = errors.New("calendar: unknown zone")
	// ErrRegion says that no holidays are known for a region, or that it has no such
	// list.
	ErrRegion = errors.New("calendar: unknown region")
	// ErrCoverage says that the answer depends on a day whose holidays are unknown
	// (G9). See [CoverageError].
	ErrCoverage = errors.New("calendar: holidays are not known")
	// ErrNeverOpen says that the answer needs working time and that the calendar has
	// none, or none left in that direction (G2a). See [NeverOpenError].
	ErrNeverOpen = errors.New("calendar: never open")
	// ErrRange says that an instant, or the answer, lies outside the years 1 to 9999,
	// that working time is more than a time.Duration can hold, or that a nil or zero
	// Calendar was asked, which answers for no instant.
	ErrRange = errors.New("calendar: out of range")
	// ErrRegularDay says that business days were asked for as working time, but that
	// the length of a regular day is not known (G6).
	ErrRegularDay = errors.New("calendar: no regular day: the weekdays differ in length, or have no hours; say how long a regular day is (regular_day)")
	// ErrCombination says that a combination of calendars cannot be given holidays,
	// special dates or a coverage, nor be written as a Config; only its parts can.
	ErrCombination = errors.New("calendar: a combination of calendars has no holidays or hours of its own; change its parts")
)

// A DateError says why a text or a calculation does not give a [Date]. It is an
// [ErrDate]. The zero DateError gives no details.
type DateError struct {
	Text string // what was given
	Why  string // what is wrong with it, or what would be right
	Err  error  // an [ErrUnit] if the [Unit] of a calculation is invalid, else nil
}

// Error quotes what was given, cut to forty characters if it is long, and says what is
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

// A TimeError says why a text is not an instant. It is an [ErrTime]. The zero TimeError
// gives no details.
type TimeError struct {
	Text string // what was given
	Why  string // what is wrong with it, or what would be right
}

// Error quotes what was given, cut to forty characters if it is long, and says what is
// wrong with it.
func (e *TimeError) Error() string {
	return fmt.Sprintf("%v: %q: %s", ErrTime, strictjson.Shorten(e.Text), e.Why)
}

// Is reports whether target is [ErrTime].
func (e *TimeError) Is(target error) bool { return target == ErrTime }

// A DurationError says why a text is not a duration. It is an [ErrDuration]. The zero
// DurationError gives no details.
type DurationError struct {
	Text string // what was given
	Why  string // what is wrong with it, and what would be right
}

// Error quotes what was given, cut to forty characters if it is long, and says what is
// wrong with it.
func (e *DurationError) Error() string {
	return fmt.Sprintf("calendar: duration %q %s", strictjson.Shorten(e.Text), e.Why)
}

// Is reports whether target is [ErrDuration].
func (e *DurationError) Is(target error) bool { return target == ErrDuration }

// A CoverageError says that an answer depends on a day whose holidays are unknown (G9).
// It is an [ErrCoverage]. The zero CoverageError stands for a list that knows no day
// but 0001-01-01.
type CoverageError struct {
	Region string // whose holidays; "" for a calendar with a list of its own
	Day    Date   // the first day that matters and is unknown, or the last one for a question that goes back
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

// A ConfigError lists all mistakes of a [Config], in the order of its fields. It also
// says what is wrong with a [Window] that is read or written on its own, and with the
// arguments of [Union], [Intersection] and [Difference]. It is an [ErrConfig]. The zero
// ConfigError lists no mistakes.
type ConfigError struct {
	Mistakes []Mistake
}

// A Mistake is one thing that is wrong with a [Config], and where. The zero Mistake
// stands for no mistake.
type Mistake struct {
	Place string // the field as JSON names it, for example "week[mon][1]"; or "window", "union" and the like
	Value string // the value there, cut to forty characters if it is long
	Why   string // what is wrong, and what would be right
	Err   error  // the error that says so, such as a [*ZoneError], or nil
}

// String returns the place, the value if there is one, and what is wrong with it.
func (m Mistake) String() string {
	if m.Value == "" {
		return m.Place + ": " + m.Why
	}
	return m.Place + ": " + m.Value + " " + m.Why
}

// Error lists the mistakes, one per line.
func (e *ConfigError) Error() string {
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		lines[i] = "calendar: " + m.String()
	}
	return strings.Join(lines, "\n")
}

// Is reports whether target is [ErrConfig].
func (e *ConfigError) Is(target error) bool { return target == ErrConfig }

// Unwrap returns the Err of each mistake that has one, such as the [*ZoneError] of a
// zone or the [*RegionError] of a region.
func (e *ConfigError) Unwrap() []error {
	var errs []error
	for _, m := range e.Mistakes {
		if m.Err != nil {
			errs = append(errs, m.Err)
		}
	}
	return errs
}

// A RangeError says that an instant, or an answer, is outside what a calendar answers
// for. It is an [ErrRange]. The zero RangeError gives no details.
type RangeError struct {
	What string // what was asked for, or what would be the answer
	Why  string // what it is outside of, or what else is wrong with it
}

// Error says what is out of range, and why.
func (e *RangeError) Error() string { return "calendar: " + e.What + " " + e.Why }

// Is reports whether target is [ErrRange].
func (e *RangeError) Is(target error) bool { return target == ErrRange }

// A NeverOpenError says that an answer needs more working time than the calendar has in
// that direction. It is an [ErrNeverOpen]. The zero NeverOpenError is that of a
// calendar without any working time.
type NeverOpenError struct {
	At   time.Time // where the search began
	Back bool      // whether it went back in time
	Ever bool      // whether the calendar has any working time, or may have some where holidays are unknown
}

// Error says before or after which instant there is too little working time, or that
// there never is any.
func (e *NeverOpenError) Error() string {
	direction := "after"
	if e.Back {
		direction = "before"
	}
	if !e.Ever {
		return "calendar: the calendar is never open; give it a window"
	}
	return "calendar: there is not enough working time " + direction + " " + e.At.Format(time.RFC3339Nano)
}

// Is reports whether target is [ErrNeverOpen].
func (e *NeverOpenError) Is(target error) bool { return target == ErrNeverOpen }
