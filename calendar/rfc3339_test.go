package calendar_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

func TestParseTime(t *testing.T) {
	for _, tt := range []struct {
		text string
		want string // in UTC; "" for an error
	}{
		{"2026-03-02T09:00:00+01:00", "2026-03-02T08:00:00Z"},
		{"2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z"},
		{"2026-03-02T09:00:00-00:00", "2026-03-02T09:00:00Z"},
		{"2026-03-02T09:00:00.5Z", "2026-03-02T09:00:00.5Z"},
		{"2026-03-02T09:00:00.123456789-23:59", "2026-03-03T08:59:00.123456789Z"},
		{"2026-03-02T09:00:00+23:59", "2026-03-01T09:01:00Z"},
		{"2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"},
		{"", ""},
		{"2026-03-02", ""},
		{"2026-03-02T09:00:00", ""},
		{"2026-03-02T09:00Z", ""},
		{"2026-03-02 09:00:00Z", ""},
		{"2026-03-02t09:00:00z", ""},
		{"2026-03-02T9:00:00Z", ""},
		{"2026-03-02T09:00:00z", ""},
		{"2026-03-02T09:00:00,5Z", ""},
		{"2026-03-02T09:00:00.Z", ""},
		{"2026-03-02T09:00:00.5", ""},
		{"2026-03-02T09:00:00.0123456789Z", ""},
		{"2026-03-02T09:00:00+24:00", ""},
		{"2026-03-02T09:00:00+01:60", ""},
		{"2026-03-02T09:00:00+0100", ""},
		{"2026-03-02T09:00:00+01:00:00", ""},
		{"2026-03-02T09:00:00+01", ""},
		{"2026-03-02T09:00:00 01:00", ""},
		{"2026-02-29T09:00:00Z", ""},
		{"2026-00-01T09:00:00Z", ""},
		{"2026-03-02T24:00:00Z", ""},
		{"2026-03-02T09:00:60Z", ""},
		{"+026-03-02T09:00:00Z", ""},
		{" 2026-03-02T09:00:00Z", ""},
		{"2026-03-02T09:00:00Z ", ""},
	} {
		at, err := calendar.ParseTime(tt.text)
		got := at.Format(time.RFC3339Nano)
		if err != nil {
			got = ""
			if !errors.Is(err, calendar.ErrTime) || !at.IsZero() {
				t.Errorf("%q: %v with %v", tt.text, at, err)
			}
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q, %v", tt.text, got, tt.want, err)
		}
	}
}

func TestAppendTime(t *testing.T) {
	for _, tt := range []struct {
		offset, nanos int
		want          string
	}{
		{0, 0, "x1970-01-01T00:00:00Z"},
		{3600, 500, "x1970-01-01T01:00:00.0000005+01:00"},
		{-12600, 0, "x1969-12-31T20:30:00-03:30"},
		{3208, 0, "x1970-01-01T00:00:00Z"}, // 53 minutes 28 seconds
	} {
		at := time.Unix(0, int64(tt.nanos)).In(time.FixedZone("", tt.offset))
		if got := string(calendar.AppendTime([]byte("x"), at)); got != tt.want {
			t.Errorf("offset %d: got %s, want %s", tt.offset, got, tt.want)
		}
	}
}

func ExampleParseTime() {
	at, err := calendar.ParseTime("2026-03-02T09:00:00+01:00")
	fmt.Println(at, err)
	_, err = calendar.ParseTime("2026-03-02T09:00:00")
	fmt.Println(err)
	// Output:
	// 2026-03-02 08:00:00 +0000 UTC <nil>
	// calendar: no such instant: "2026-03-02T09:00:00": write it as 2006-01-02T15:04:05+01:00, with the offset
}

func ExampleAppendTime() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 500_000_000, time.FixedZone("", 3600))
	fmt.Println(string(calendar.AppendTime(nil, at)))
	// Output: 2026-03-02T09:00:00.5+01:00
}
