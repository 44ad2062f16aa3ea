package calendar_test

import (
	"database/sql"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
)

func TestDateText(t *testing.T) {
	for _, want := range []string{"0001-01-01", "0987-06-05", "1999-12-31", "2024-02-29", "9999-12-31"} {
		d := on(want)
		text, err := d.MarshalText()
		if err != nil || string(text) != want {
			t.Errorf("MarshalText: %s, %v", text, err)
		}
		if text, err = d.AppendText([]byte("due ")); err != nil || string(text) != "due "+want {
			t.Errorf("AppendText: %s, %v", text, err)
		}
		var back calendar.Date
		if err := back.UnmarshalText([]byte(want)); err != nil || back != d {
			t.Errorf("UnmarshalText(%s): %v, %v", want, back, err)
		}
	}
	d := on("2026-03-02")
	if err := d.UnmarshalText([]byte("2026-02-29")); !errors.Is(err, calendar.ErrDate) || d != on("2026-03-02") {
		t.Errorf("a date that does not exist: %v, and the Date is now %v", err, d)
	}
}

func TestDateJSON(t *testing.T) {
	type release struct {
		On    calendar.Date            `json:"on"`
		Notes map[calendar.Date]string `json:"notes"`
		End   *calendar.Date           `json:"end"`
	}
	v := release{On: on("2026-03-01"), Notes: map[calendar.Date]string{on("2026-03-02"): "first day"}}
	text, err := json.Marshal(v)
	if want := `{"on":"2026-03-01","notes":{"2026-03-02":"first day"},"end":null}`; err != nil || string(text) != want {
		t.Fatalf("Marshal: %s, %v; want %s", text, err, want)
	}
	var back release
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if back.On != v.On || back.Notes[on("2026-03-02")] != "first day" || back.End != nil {
		t.Errorf("round trip: %+v, want %+v", back, v)
	}
	for input, want := range map[string]string{
		`{"on":"2026-13-01"}`:           `calendar: date "2026-13-01": the month must be 1 to 12`,
		`{"on":"March 1"}`:              `calendar: date "March 1": write it as 2006-01-02`,
		`{"notes":{"2026-02-30":"no"}}`: `calendar: date "2026-02-30": the day must be 1 to 28`,
		`{"on":""}`:                     `calendar: date "": write it as 2006-01-02`,
	} {
		err := json.Unmarshal([]byte(input), &release{})
		var dateError *calendar.DateError
		if !errors.As(err, &dateError) || dateError.Error() != want {
			t.Errorf("%s: %v, want %s", input, err, want)
		}
	}
	if err := json.Unmarshal([]byte(`{"on":20260301}`), &release{}); err == nil {
		t.Error("a number is taken for a date")
	}
}

func TestDateSQL(t *testing.T) {
	d := on("2026-03-01")
	if v, err := d.Value(); err != nil || v != "2026-03-01" {
		t.Errorf("Value: %v, %v", v, err)
	}
	kl := must[*time.Location](t)(calendar.Zone("Asia/Kuala_Lumpur"))
	for _, src := range []any{
		"2026-03-01", []byte("2026-03-01"), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 3, 1, 0, 0, 0, 0, kl),
	} {
		var got calendar.Date
		if err := got.Scan(src); err != nil || got != d {
			t.Errorf("Scan(%v): %v, %v", src, got, err)
		}
	}
	for _, tt := range []struct {
		src  any
		want string
	}{
		{nil, `calendar: date "<nil>": a date is scanned from text or time.Time`},
		{int64(20260301), `calendar: date "int64": a date is scanned from text or time.Time`},
		{"2026-03-1", `calendar: date "2026-03-1": write it as 2006-01-02`},
		{[]byte("2026-02-29"), `calendar: date "2026-02-29": the day must be 1 to 28`},
		{time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), `calendar: date "2026-03-01T09:00:00Z": a date column has no time of day`},
		{time.Date(2026, 3, 1, 0, 1, 0, 0, time.UTC), `calendar: date "2026-03-01T00:01:00Z": a date column has no time of day`},
		{time.Date(2026, 3, 1, 0, 0, 1, 0, time.UTC), `calendar: date "2026-03-01T00:00:01Z": a date column has no time of day`},
		{time.Date(2026, 3, 1, 0, 0, 0, 1, time.UTC), `calendar: date "2026-03-01T00:00:00.000000001Z": a date column has no time of day`},
		{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), `calendar: date "10000-01-01": the year must be 1 to 9999`},
	} {
		got := on("2026-03-02")
		err := got.Scan(tt.src)
		if err == nil || err.Error() != tt.want || !errors.Is(err, calendar.ErrDate) {
			t.Errorf("Scan(%v): %v, want %s", tt.src, err, tt.want)
		}
		if got != on("2026-03-02") {
			t.Errorf("Scan(%v) failed and changed the date to %v", tt.src, got)
		}
	}
	var column sql.Null[calendar.Date]
	if err := column.Scan(nil); err != nil || column.Valid {
		t.Errorf("NULL: %v, %v", column, err)
	}
	if err := column.Scan("2026-03-01"); err != nil || !column.Valid || column.V != d {
		t.Errorf("not NULL: %v, %v", column, err)
	}
}

// TestWindowText: the text form of a window.
func TestWindowText(t *testing.T) {
	for text, want := range map[string]calendar.Window{
		"09:00-17:00":       win(9, 17),
		"22:00-30:00":       win(22, 30),
		"00:00-24:00":       win(0, 24),
		"00:00-99:59:59":    {Close: 100*time.Hour - time.Second},
		"09:30:15-17:00:01": {Open: hm(9, 30) + 15*time.Second, Close: hm(17, 0) + time.Second},
	} {
		var got calendar.Window
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("UnmarshalText(%s): %v, %v", text, got, err)
		}
		if back, err := want.MarshalText(); err != nil || string(back) != text || want.String() != text {
			t.Errorf("MarshalText: %s, %v; want %s", back, err, text)
		}
	}
	for text, want := range map[string]string{
		"":                  `calendar: window: "" is not a window; write two times, such as 09:00-17:00`,
		"09:00":             `calendar: window: "09:00" is not a window; write two times, such as 09:00-17:00`,
		"9:00-17:00":        `calendar: window: "9:00" is not a time of day; write it as 09:00 or 09:00:00`,
		"09:00-17":          `calendar: window: "17" is not a time of day; write it as 09:00 or 09:00:00`,
		"09:00-17:60":       `calendar: window: "17:60" is not a time of day; write it as 09:00 or 09:00:00`,
		"09:00-17:00:60":    `calendar: window: "17:00:60" is not a time of day; write it as 09:00 or 09:00:00`,
		"09:00-17:00:":      `calendar: window: "17:00:" is not a time of day; write it as 09:00 or 09:00:00`,
		"09.00-17.00":       `calendar: window: "09.00" is not a time of day; write it as 09:00 or 09:00:00`,
		"09:00 - 17:00":     `calendar: window: "09:00 " is not a time of day; write it as 09:00 or 09:00:00`,
		"09:00-17:00:00.5":  `calendar: window: "17:00:00.5" is not a time of day; write it as 09:00 or 09:00:00`,
		"09:00-17:00-18:00": `calendar: window: "17:00-18:00" is not a time of day; write it as 09:00 or 09:00:00`,
	} {
		got := win(1, 2)
		if err := got.UnmarshalText([]byte(text)); !errors.Is(err, calendar.ErrConfig) || err.Error() != want || got != win(1, 2) {
			t.Errorf("UnmarshalText(%q): %v, %v; want %s", text, got, err, want)
		}
	}
	for bounds, w := range map[string]calendar.Window{"-1ns-1ns": {Open: -1, Close: 1}, "0s-1ms": {Open: 0, Close: time.Millisecond}, "1ms-1h0m0s": {Open: time.Millisecond, Close: time.Hour}, "-1h0m0s-1h0m0s": {Open: -time.Hour, Close: time.Hour}, "1h0m0s-100h0m0s": win(1, 100)} {
		want := "calendar: window: " + bounds + " has no text; its bounds must be whole seconds since midnight, less than 100 hours"
		if text, err := w.MarshalText(); !errors.Is(err, calendar.ErrConfig) || err.Error() != want {
			t.Errorf("MarshalText of %v-%v: %s, %v; want %s", w.Open, w.Close, text, err, want)
		}
	}
}

// TestG6_ConventionText: the names of the conventions, which INTERFACE fixes.
func TestG6_ConventionText(t *testing.T) {
	var got []string
	for v := calendar.CloseOfBusiness; v <= calendar.WorkingTime; v++ {
		text, err := v.MarshalText()
		if err != nil || v.String() != string(text) {
			t.Errorf("%v: %s, %v", v, text, err)
		}
		got = append(got, string(text))
		var back calendar.Convention
		if err := back.UnmarshalText(text); err != nil || back != v {
			t.Errorf("UnmarshalText(%s): %v, %v", text, back, err)
		}
	}
	if diff := cmp.Diff([]string{"close_of_business", "same_time", "working_time"}, got); diff != "" {
		t.Error(diff)
	}
	if got := calendar.Convention(3).String(); got != "Convention(3)" {
		t.Error(got)
	}
	want := `calendar: convention: "Convention(3)" is not a convention; write close_of_business, same_time or working_time`
	if _, err := calendar.Convention(3).MarshalText(); !errors.Is(err, calendar.ErrConvention) || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	var v calendar.Convention
	want = `calendar: convention: "Same_Time" is not a convention; write close_of_business, same_time or working_time`
	if err := v.UnmarshalText([]byte("Same_Time")); !errors.Is(err, calendar.ErrConvention) || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
