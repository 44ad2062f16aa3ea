package compliance_test

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/compliance"
)

// TestMonthText: a month, and none, is written and read as its one text.
func TestMonthText(t *testing.T) {
	for text, month := range map[string]compliance.Month{
		"2026-03": {Year: 2026, Month: time.March}, "none": {},
		"0001-01": {Year: 1, Month: time.January}, "9999-12": {Year: 9999, Month: time.December},
	} {
		if got, err := month.MarshalText(); err != nil || string(got) != text {
			t.Errorf("%s, %v; want %s", got, err, text)
		}
		back := compliance.Month{Year: 5}
		if err := back.UnmarshalText([]byte(text)); err != nil || back != month {
			t.Errorf("%s is read as %v, %v", text, back, err)
		}
	}
	before := compliance.Month{Year: 2026, Month: time.March}
	for _, text := range []string{"", "None", "2026", "2026-3", "2026-13", "2026-00", "0000-01", "10000-01", "2026-03-01", "-026-03", "2026-03-"} {
		m := before
		want := `compliance: month: "` + text + `" is not a month; write one such as 2026-03, or none`
		if err := m.UnmarshalText([]byte(text)); !errors.Is(err, compliance.ErrMonth) || err.Error() != want || m != before {
			t.Errorf("%q: %v, and the month is %v", text, err, m)
		}
	}
	for _, m := range []compliance.Month{{Year: 2026}, {Month: time.March}, {Year: 2026, Month: 13}, {Year: 10000, Month: 1}, {Year: -1, Month: 1}} {
		if text, err := m.MarshalText(); text != nil || !errors.Is(err, compliance.ErrMonth) {
			t.Errorf("%#v is written %s, %v", m, text, err)
		}
	}
}
