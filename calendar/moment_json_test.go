package calendar_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// unknownMoment is a moment that depends on a day after the known ones.
func unknownMoment(t testing.TB) calendar.Moment {
	t.Helper()
	m, err := calendar.MomentOf(time.Time{}, &calendar.CoverageError{Region: "MY", Day: mustDate(t, "2028-01-01"), Known: calendar.Period{From: mustDate(t, "2015-01-01"), Through: mustDate(t, "2027-12-31")}})
	if err != nil || m.Unknown() == nil {
		t.Fatal(m, err)
	}
	return m
}

func mustDate(t testing.TB, text string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestMomentJSON: no instant is lost, and none is made up where there is none.
func TestMomentJSON(t *testing.T) {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 500, time.UTC)
	for _, row := range []struct {
		m          calendar.Moment
		json, text string
	}{
		{calendar.Moment{}, `null`, `none`},
		{calendar.At(at), `"2026-03-02T09:00:00.0000005Z"`, `2026-03-02T09:00:00.0000005Z`},
		{calendar.At(at.In(time.FixedZone("X", -5*3600))), `"2026-03-02T04:00:00.0000005-05:00"`, `2026-03-02T04:00:00.0000005-05:00`},
		{calendar.At(at.In(time.FixedZone("LMT", 3600+4))), `"2026-03-02T09:00:00.0000005Z"`, `2026-03-02T09:00:00.0000005Z`},
		{calendar.At(time.Time{}), `"0001-01-01T00:00:00Z"`, `0001-01-01T00:00:00Z`},
		{calendar.At(time.Date(9999, time.December, 31, 23, 0, 0, 0, time.UTC).In(time.FixedZone("", 3600))), `"9999-12-31T23:00:00Z"`, `10000-01-01T00:00:00+01:00`},
		{unknownMoment(t), `{"unknown":"holidays of MY are known through 2027-12-31 only"}`, `unknown`},
	} {
		got, err := json.Marshal(struct{ Due calendar.Moment }{row.m})
		if want := `{"Due":` + row.json + `}`; string(got) != want || err != nil {
			t.Errorf("%v: %s, %v, want %s", row.m, got, err, want)
		}
		logged := func(handler func(*bytes.Buffer, *slog.HandlerOptions) slog.Handler) string {
			var b bytes.Buffer
			slog.New(handler(&b, &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
				if a.Key == slog.TimeKey || a.Key == slog.LevelKey || a.Key == slog.MessageKey {
					return slog.Attr{}
				}
				return a
			}})).Info("", "due", row.m)
			return b.String()
		}
		if got, want := logged(func(b *bytes.Buffer, o *slog.HandlerOptions) slog.Handler { return slog.NewJSONHandler(b, o) }), `{"due":`+row.json+"}\n"; got != want {
			t.Errorf("logged as JSON %s, want %s", got, want)
		}
		if got, want := logged(func(b *bytes.Buffer, o *slog.HandlerOptions) slog.Handler { return slog.NewTextHandler(b, o) }), `due=`+row.text+"\n"; got != want {
			t.Errorf("logged as text %s, want %s", got, want)
		}
	}
	_, err := json.Marshal(calendar.At(time.Date(10000, time.January, 1, 0, 0, 0, 0, time.UTC)))
	if !errors.Is(err, calendar.ErrRange) {
		t.Errorf("the year 10000: %v", err)
	}
}

func TestMomentJSONMistakes(t *testing.T) {
	was := calendar.At(time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC))
	for _, text := range []string{
		`""`, `"2026-03-02"`, `"2026-03-02T09:00:00"`, `"2026-02-30T09:00:00Z"`, `"none"`, `"unknown"`, `0`, `1772442000`, `true`, `[]`, `{}`, `{"unknown":"holidays are known through 2027-12-31 only"}`,
	} {
		m := was
		if err := json.Unmarshal([]byte(text), &m); !errors.Is(err, calendar.ErrTime) || m != was {
			t.Errorf("%s is read as %v, %v", text, m, err)
		}
		if err := m.UnmarshalJSON([]byte(text + " 1")); !errors.Is(err, calendar.ErrTime) || m != was {
			t.Errorf("%s 1 is read as %v, %v", text, m, err)
		}
	}
}

// TestMomentJSONReasons: of a string the error is that of ParseTime, and quotes it once.
func TestMomentJSONReasons(t *testing.T) {
	for text, want := range map[string]string{
		`"2026-02-30T00:00:00Z"`:       `calendar: no such instant: "2026-02-30T00:00:00Z": February 2026 has the days 1 to 28`,
		`"2026-03-01T00:00:00\u005a1"`: `calendar: no such instant: "2026-03-01T00:00:00Z1": write it as 2006-01-02T15:04:05+01:00, with the offset`,
		`""`:                           `calendar: no such instant: "": write it as 2006-01-02T15:04:05+01:00, with the offset`,
		`1`:                            `calendar: no such instant: "1": write it as 2006-01-02T15:04:05+01:00, with the offset, or null for none`,
		`"2026`:                        `calendar: no such instant: "\"2026": write it as 2006-01-02T15:04:05+01:00, with the offset, or null for none`,
		``:                             `calendar: no such instant: "": write it as 2006-01-02T15:04:05+01:00, with the offset, or null for none`,
	} {
		var m calendar.Moment
		var e *calendar.TimeError
		if err := m.UnmarshalJSON([]byte(text)); !errors.As(err, &e) || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// TestPropMomentJSON: what is written is read back as the same instant, and is then
// written in the same way, in its own zone.
func TestPropMomentJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := calendar.Moment{}
		if rapid.Bool().Draw(t, "known") {
			at := time.Unix(rapid.Int64Range(-62_135_596_800, 253_402_300_799).Draw(t, "seconds"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanos"))
			offset := 60 * rapid.IntRange(-30*60, 30*60).Draw(t, "minutes")
			if rapid.IntRange(0, 3).Draw(t, "odd") == 0 {
				offset += rapid.IntRange(1, 59).Draw(t, "seconds of the offset")
			}
			m = calendar.At(at.In(time.FixedZone("", offset)))
		}
		text, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		read := calendar.At(time.Unix(1, 0))
		if err := json.Unmarshal(text, &read); err != nil || !read.Equal(m) {
			t.Fatalf("%s is read as %v, %v, want %v", text, read, err, m)
		}
		if again, err := json.Marshal(read); err != nil || !bytes.Equal(again, text) {
			t.Fatalf("%s is written as %s, %v", text, again, err)
		}
	})
}
