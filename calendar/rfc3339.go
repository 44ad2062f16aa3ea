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
	var t time.Time
	if len(s) > len("2006-01-02T15:04:05.999999999+00:00") {
		return time.Time{}, timeError(s)
	}
	if err := t.UnmarshalText([]byte(s)); err != nil {
		return time.Time{}, timeError(s)
	}
	return t.UTC(), nil
}

func timeError(s string) error {
	return fmt.Errorf("%w: %q: write it as 2006-01-02T15:04:05+01:00, with the offset", ErrTime, s)
}
