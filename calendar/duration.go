package calendar

import (
	"strings"
	"time"
)

// WhyDuration returns what is wrong with a text that [time.ParseDuration] refuses, in
// the words that follow it: that it is none, or that it is longer than the 292 years
// of the longest [time.Duration]. It is empty for a text that is a duration.
func WhyDuration(text string) string {
	_, err := time.ParseDuration(text)
	switch {
	case err == nil:
		return ""
	case tooLong(text):
		return "is too long; write 2562047h47m16s at most"
	}
	return "is not a duration; write it as 8h30m"
}

// tooLong reports whether a text that is no duration would be one with other digits.
func tooLong(text string) bool {
	_, err := time.ParseDuration(strings.Map(func(r rune) rune {
		if r >= '1' && r <= '9' {
			return '0'
		}
		return r
	}, text))
	return err == nil && strings.ContainsAny(text, "hms") // 0 alone needs no unit
}
