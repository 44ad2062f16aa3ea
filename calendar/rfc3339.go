package calendar

import (
	"fmt"
	"time"
)

// AppendTime appends t to b as RFC 3339 has it, in t's own zone, with as many
// digits of the second as it has, and Z for the offset zero. An offset with
// seconds, as zones had before standard time, cannot be written in RFC 3339:
// such an instant is written in UTC.
func AppendTime(b []byte, t time.Time) []byte {
	if _, offset := t.Zone(); offset%60 != 0 {
		t = t.UTC()
	}
	return t.AppendFormat(b, time.RFC3339Nano)
}

// ParseTime reads an instant as RFC 3339 has it, with an offset and at most nine
// digits of the second, as "2026-03-02T09:00:00+01:00". The result is in UTC.
// The error is an [ErrTime].
func ParseTime(s string) (time.Time, error) {
	if !strictTime(s) {
		return time.Time{}, timeError(s)
	}
	t, err := time.ParseInLocation(time.RFC3339, s, time.UTC)
	if err != nil {
		return time.Time{}, timeError(s)
	}
	return t.UTC(), nil
}

// strictTime reports whether s has the digits and signs of RFC 3339 where they
// must stand. Package time is more generous, with text too: it takes an hour of
// one digit, a comma before the fraction, any number of digits after it, of
// which it drops those beyond the ninth, and offsets of more than a day.
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
	return s == "Z" || (shaped(s, "+00:00") || shaped(s, "-00:00")) && s[1:3] <= "23" && s[4:] <= "59"
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

func timeError(s string) error {
	return fmt.Errorf("%w: %q: write it as 2006-01-02T15:04:05+01:00, with the offset", ErrTime, s)
}
