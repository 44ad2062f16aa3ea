package calendartest

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// TestAskFails: what no calendar may answer stops the test, and says what was asked.
// The calendar is open from 09:00 to 17:00 of weekdays; 2 March 2026 is a Monday.
func TestAskFails(t *testing.T) {
	c, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	nine := time.Date(2026, time.March, 2, 9, 0, 0, 0, c.Location())
	ten := nine.Add(time.Hour)
	for _, tt := range []struct {
		name  string
		check func(ask)
		want  string // what is said; "" if nothing stops the test
	}{
		{"no error", func(q ask) { _ = q.kind("Add", nil) }, ""},
		{"an error of a kind", func(q ask) { _ = q.kind("Add", calendar.ErrNeverOpen) }, ""},
		{"an error of a kind, wrapped", func(q ask) { _ = q.kind("Add", fmt.Errorf("x: %w", calendar.ErrRange)) }, ""},
		{"what is not covered", func(q ask) { _ = q.kind("Add", new(calendar.CoverageError)) }, ""},
		{"what is not covered, without its facts", func(q ask) { _ = q.kind("Add", calendar.ErrCoverage) }, "Add: " + calendar.ErrCoverage.Error() + " is no *CoverageError"},
		{"an error of no kind", func(q ask) { _ = q.kind("Add", errors.New("broken")) }, "Add: an error of no known kind: broken"},
		{"its zone", func(q ask) { _, _ = q.instant("Add", nine, nil) }, ""},
		{"another zone", func(q ask) { _, _ = q.instant("Add", nine.In(time.FixedZone("x", 3600)), nil) }, "Add = Mon 2026-03-02T10:00:00+01:00: in zone x, want UTC"},
		{"another zone of an error", func(q ask) { _, _ = q.instant("Add", time.Time{}.In(time.FixedZone("x", 3600)), calendar.ErrRange) }, ""},
		{"an hour", func(q ask) { q.wantBetween("so", nine, ten, time.Hour) }, ""},
		{"less than an hour", func(q ask) { q.wantBetween("so", nine, ten, time.Hour+1) },
			"so: Between(Mon 2026-03-02T09:00:00Z, Mon 2026-03-02T10:00:00Z) = 1h0m0s, <nil>; want 1h0m0.000000001s"},
		{"the instant", func(q ask) { q.wantInstant("so", nine, nil, nine.In(time.FixedZone("x", 3600))) }, ""},
		{"a nanosecond beside it", func(q ask) { q.wantInstant("so", nine, nil, nine.Add(1)) },
			"so: got Mon 2026-03-02T09:00:00Z, <nil>; want Mon 2026-03-02T09:00:00.000000001Z"},
		{"the instant with an error", func(q ask) { q.wantInstant("so", nine, calendar.ErrRange, nine) }, "so: got Mon 2026-03-02T09:00:00Z, " + calendar.ErrRange.Error()},
		{"open", func(q ask) { q.wantOpen("so", nine, true) }, ""},
		{"not open", func(q ask) { q.wantOpen("so", nine.Add(-1), true) }, "so: IsOpen(Mon 2026-03-02T08:59:59.999999999Z) = false, <nil>; want true"},
		{"made", func(q ask) { _ = made(q.t)(c, nil) }, ""},
		{"not made", func(q ask) { _ = made(q.t)(nil, errors.New("no zone")) }, "calendartest: a generated calendar is refused: no zone"},
	} {
		said := ""
		rapid.Custom(func(r *rapid.T) bool {
			defer func() {
				switch stopped := recover(); fmt.Sprintf("%T", stopped) {
				case "<nil>":
				case "rapid.stopTest": // the type of what FailNow stops with
					said = fmt.Sprint(stopped)
				default:
					t.Errorf("%s: %v", tt.name, stopped)
				}
			}()
			_ = rapid.Bool().Draw(r, "something") // which rapid asks for of every case
			tt.check(ask{r, c})
			return true
		}).Example(1)
		if (said == "") != (tt.want == "") || !strings.HasPrefix(said, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, said, tt.want)
		}
	}
}
