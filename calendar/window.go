package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// String returns the window as 09:00-17:00, with seconds if it has any.
func (w Window) String() string {
	return clockText(w.Open) + "-" + clockText(w.Close)
}

// MarshalText returns the window as 09:00-17:00. The error is an [ErrConfig] if a bound
// is negative, has a part of a second or is 100 hours or more.
func (w Window) MarshalText() ([]byte, error) {
	for _, bound := range []time.Duration{w.Open, w.Close} {
		if bound < 0 || bound >= 100*time.Hour || bound%time.Second != 0 {
			return nil, windowError(fmt.Sprintf("%v-%v", w.Open, w.Close), "has no text; its bounds must be whole seconds since midnight, less than 100 hours")
		}
	}
	return []byte(w.String()), nil
}

// UnmarshalText sets w to the window in text, such as 09:00-17:00 or 22:00-30:00.
// Whether the bounds make sense is for [New] to say. The error is an [ErrConfig]. On
// error, w is unchanged.
func (w *Window) UnmarshalText(text []byte) error {
	opens, closes, ok := strings.Cut(string(text), "-")
	if !ok {
		return windowError(strconv.Quote(strictjson.Shorten(string(text))), "is not a window; write two times, such as 09:00-17:00")
	}
	var v Window
	for _, bound := range []struct {
		text string
		to   *time.Duration
	}{{opens, &v.Open}, {closes, &v.Close}} {
		if *bound.to, ok = parseClock(bound.text); !ok {
			return windowError(strconv.Quote(strictjson.Shorten(bound.text)), notClock)
		}
	}
	*w = v
	return nil
}

// notClock says what is wrong with a text that is not a time of day.
const notClock = "is not a time of day; write it as 09:00 or 09:00:00"

func windowError(value, why string) error {
	return &ConfigError{[]Mistake{{Place: "window", Value: value, Why: why}}}
}

// clockText returns a time of day as 15:04, or 15:04:05 where it has seconds.
// Hours go on past 24.
func clockText(d time.Duration) string {
	if d < 0 || d%time.Second != 0 {
		return d.String()
	}
	text := fmt.Sprintf("%02d:%02d", d/time.Hour, d/time.Minute%60)
	if s := d / time.Second % 60; s != 0 {
		text += fmt.Sprintf(":%02d", s)
	}
	return text
}

// parseClock reads a time of day as clockText writes it, up to 99:59:59. It returns
// false if s is not one.
func parseClock(s string) (time.Duration, bool) {
	hours, ok1 := digits(s, 0, 2)
	minutes, ok2 := digits(s, 3, 5)
	seconds, ok3 := 0, len(s) == len("15:04")
	if len(s) == len("15:04:05") && s[5] == ':' {
		seconds, ok3 = digits(s, 6, 8)
	}
	if !ok1 || !ok2 || !ok3 || s[2] != ':' || minutes > 59 || seconds > 59 {
		return 0, false
	}
	return time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute + time.Duration(seconds)*time.Second, true
}
