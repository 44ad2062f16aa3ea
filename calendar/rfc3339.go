package calendar

import (
	"fmt"
	"strings"
	"time"
)

// AppendTime appends t to b in the form of RFC 3339, in t's own zone, with as many
// digits of the second as it has and Z for the offset zero. RFC 3339 cannot express an
// offset with seconds, as zones had before standard time: such an instant is written in
// UTC.
func AppendTime(b []byte, t time.Time) []byte {
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC()
	}
	return t.AppendFormat(b, time.RFC3339Nano)
}

// ParseTime reads an instant in the form of RFC 3339, with an offset, such as
// "2026-03-02T09:00:00+01:00" or "2026-03-02T08:00:00.123456789Z". T and Z must be
// capitals, and the second can have at most nine decimal places: RFC 3339 allows lower
// case and more digits, but an instant should not have several spellings, and no digit
// should be cut off. The result is in UTC. The error is a [*TimeError], which says what
// is wrong, such as 30 February, hour 24, or the second 60 of a leap second.
func ParseTime(s string) (time.Time, error) {
	if !strictTime(s) {
		return time.Time{}, &TimeError{Text: s, Why: notStrict(s)}
	}
	t, err := time.ParseInLocation(time.RFC3339, s, time.UTC)
	if err != nil || !strictOffset(s) {
		return time.Time{}, &TimeError{Text: s, Why: notThere(s)}
	}
	return t.UTC(), nil
}

// strictTime reports whether s has the digits and signs of RFC 3339 where they
// must stand. Package time is more generous, with text too: it takes an hour of
// one digit, a comma before the fraction, and any number of digits after it, of
// which it drops those beyond the ninth.
func strictTime(s string) bool {
	const form = "0000-00-00T00:00:00"
	if len(s) <= len(form) || !shaped(s[:len(form)], form) {
		return false
	}
	s = s[len(form):]
	if s[0] == '.' {
		n := 1
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n < len(".0") || n > len(".000000000") {
			return false
		}
		s = s[n:]
	}
	return s == "Z" || shaped(s, "+00:00") || shaped(s, "-00:00")
}

// notStrict says how s, which does not have the form of an instant, should be written.
// It names what RFC 3339 allows but is refused here.
func notStrict(s string) string {
	const most = len("2006-01-02T15:04:05.000000000")
	end := most // of the digits of the second, if there are too many
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	short := s[:min(most, len(s))] + s[min(end, len(s)):]
	switch {
	case strictTime(short):
		return "write nine digits behind the point of the second at most"
	case strictTime(strings.ToUpper(short)):
		return "write T and Z as capitals, as in 2006-01-02T15:04:05Z"
	}
	return writeTime
}

// strictOffset reports whether the offset of s, which has the form of an instant, is
// less than a day. Package time takes more.
func strictOffset(s string) bool {
	offset := s[max(0, len(s)-len("00:00")):]
	return s[len(s)-1] == 'Z' || offset[:2] <= "23" && offset[3:] <= "59"
}

// notThere says which part of s, which has the form of an instant, is out of range.
func notThere(s string) string {
	part := func(from, to int) int {
		n, _ := digits(s, from, to)
		return n
	}
	year, month, day := part(0, 4), time.Month(part(5, 7)), part(8, 10)
	switch {
	case month < time.January || month > time.December:
		return "the month must be 01 to 12"
	case day < 1 || day > daysIn(year, month):
		return fmt.Sprintf("%v %04d has the days 1 to %d", month, year, daysIn(year, month))
	case part(11, 13) > 23:
		return "the hour must be 00 to 23"
	case part(14, 16) > 59:
		return "the minute must be 00 to 59"
	case part(17, 19) > 59:
		return "the second must be 00 to 59"
	}
	return "the offset must be -23:59 to +23:59"
}

// shaped reports whether s is form but for the digits.
func shaped(s, form string) bool {
	if len(s) != len(form) {
		return false
	}
	for i := range len(s) {
		if form[i] == '0' && (s[i] < '0' || s[i] > '9') || form[i] != '0' && s[i] != form[i] {
			return false
		}
	}
	return true
}
