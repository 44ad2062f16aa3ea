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

// TestParseTime_WhatThereIsNot: a text that has the form of an instant is told what
// there is not; each row's neighbour is an instant.
func TestParseTime_WhatThereIsNot(t *testing.T) {
	const (
		form     = "write it as 2006-01-02T15:04:05+01:00, with the offset"
		capitals = "write T and Z as capitals, as in 2006-01-02T15:04:05Z"
		nine     = "write nine digits behind the point of the second at most"
	)
	for _, tt := range []struct{ text, why, right string }{
		{"2026-02-30T10:00:00Z", "February 2026 has the days 1 to 28", "2026-02-28T10:00:00Z"},
		{"2026-02-29T10:00:00Z", "February 2026 has the days 1 to 28", "2024-02-29T10:00:00Z"},
		{"2024-02-30T10:00:00Z", "February 2024 has the days 1 to 29", "2024-02-29T10:00:00Z"},
		{"1900-02-29T10:00:00Z", "February 1900 has the days 1 to 28", "2000-02-29T10:00:00Z"},
		{"2026-04-31T10:00:00+02:00", "April 2026 has the days 1 to 30", "2026-04-30T10:00:00+02:00"},
		{"2026-12-32T10:00:00.5Z", "December 2026 has the days 1 to 31", "2026-12-31T10:00:00.5Z"},
		{"0099-01-00T10:00:00Z", "January 0099 has the days 1 to 31", "0099-01-01T10:00:00Z"},
		{"2026-00-01T10:00:00Z", "the month must be 01 to 12", "2026-01-01T10:00:00Z"},
		{"2026-13-01T10:00:00Z", "the month must be 01 to 12", "2026-12-01T10:00:00Z"},
		{"2026-03-02T24:00:00Z", "the hour must be 00 to 23", "2026-03-02T23:00:00Z"},
		{"2026-03-02T10:60:00Z", "the minute must be 00 to 59", "2026-03-02T10:59:00Z"},
		{"2026-12-31T23:59:60Z", "the second must be 00 to 59", "2026-12-31T23:59:59Z"},
		{"2026-03-02T10:00:00+24:00", "the offset must be -23:59 to +23:59", "2026-03-02T10:00:00+23:00"},
		{"2026-03-02T10:00:00.5-01:60", "the offset must be -23:59 to +23:59", "2026-03-02T10:00:00.5-01:59"},
		{"2026-13-32T24:60:60+24:60", "the month must be 01 to 12", "2026-12-31T23:59:59+23:59"}, // the first thing is named
		{"2026-02-30T10:00:00", form, "2026-02-28T10:00:00Z"},
		{"2026-02-30 10:00:00Z", form, "2026-02-28T10:00:00Z"},
		{"2026-02-30", form, "2026-02-28T00:00:00Z"},
		{"", form, "0001-01-01T00:00:00Z"},
		// What RFC 3339 allows and this form does not.
		{"2026-03-02t16:00:00z", capitals, "2026-03-02T16:00:00Z"},
		{"2026-03-02T16:00:00z", capitals, "2026-03-02T16:00:00Z"},
		{"2026-03-02t16:00:00.5+01:00", capitals, "2026-03-02T16:00:00.5+01:00"},
		{"2026-03-02T16:00:00.0123456789Z", nine, "2026-03-02T16:00:00.012345678Z"},
		{"2026-03-02T16:00:00.012345678900000+01:00", nine, "2026-03-02T16:00:00.012345678+01:00"},
		{"2026-03-02t16:00:00.0123456789z", capitals, "2026-03-02T16:00:00.012345678Z"},
		{"2026-03-02x16:00:00z", form, "2026-03-02T16:00:00Z"},
		{"2026-03-02T16:00:00.0123456789", form, "2026-03-02T16:00:00.012345678Z"},
		{"2026-03-02T16:00:00.z", form, "2026-03-02T16:00:00Z"},
	} {
		_, err := calendar.ParseTime(tt.text)
		var wrong *calendar.TimeError
		if !errors.As(err, &wrong) || !errors.Is(err, calendar.ErrTime) || *wrong != (calendar.TimeError{Text: tt.text, Why: tt.why}) {
			t.Errorf("%q: %#v, want %s", tt.text, err, tt.why)
		}
		if got, want := calendar.WhyNot(err), "is not an instant; "+tt.why; got != want {
			t.Errorf("%q %s, want %s", tt.text, got, want)
		}
		if _, err := calendar.ParseTime(tt.right); err != nil {
			t.Error(err)
		}
	}
}

func TestWhyNot(t *testing.T) {
	_, noDate := calendar.ParseDate("1.3.2026")
	_, noDay := calendar.ParseDate("2026-02-29")
	_, noTime := calendar.ParseTime("noon")
	_, noZone := calendar.Zone("Europe/Bern")
	_, noOffset := calendar.Zone("-24:00")
	_, noConvention := calendar.ParseConvention("fair")
	reach := func(code, list string) error {
		_, err := calendar.Region{Code: code, List: list}.Reach()
		return err
	}
	for _, tt := range []struct {
		err  error
		want string
	}{
		{noDate, calendar.WhyDate},
		{noDay, "is not a date; the day must be 1 to 28"},
		{noTime, calendar.WhyTime},
		{noZone, calendar.WhyZone},
		{noOffset, "is not an offset; write it as +08:00, from -23:59 to +23:59"},
		{noConvention, "is not a convention; write close_of_business, same_time or working_time"},
		{reach("MY-99", ""), "is not a region whose holidays are known; write MY, MY-10 or MY-14"},
		{reach("us", ""), "is not a region whose holidays are known; write US or US-MD"},
		{reach("FR-IDF", ""), "is not a region whose holidays are known; write FR"},
		{reach("XX", ""), "is not a region whose holidays are known; write a code such as DE-BY, or NONE"},
		{reach("", "bank"), `is missing: the list "bank" is one of a region`},
		{&calendar.RegionError{}, calendar.WhyRegion},
		{reach("FR", "bank"), `has no list "bank"; it has one list, without a name`},
		{reach("US-MD", "bank"), `has no list "bank"; write state-closings or statutory`},
		{reach("NONE", ""), ""},
		{nil, ""},
		{calendar.ErrZone, "calendar: unknown zone"},
	} {
		if got := calendar.WhyNot(tt.err); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.err, got, tt.want)
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
	_, err = calendar.ParseTime("2026-02-30T09:00:00Z")
	fmt.Println(err)
	// Output:
	// 2026-03-02 08:00:00 +0000 UTC <nil>
	// calendar: no such instant: "2026-03-02T09:00:00": write it as 2006-01-02T15:04:05+01:00, with the offset
	// calendar: no such instant: "2026-02-30T09:00:00Z": February 2026 has the days 1 to 28
}

func ExampleAppendTime() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 500_000_000, time.FixedZone("", 3600))
	fmt.Println(string(calendar.AppendTime(nil, at)))
	// Output: 2026-03-02T09:00:00.5+01:00
}
