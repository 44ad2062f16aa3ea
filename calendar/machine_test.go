package calendar_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// answersVariable tells the test binary to print its answers and stop.
const answersVariable = "SLACLOCK_TEST_ANSWERS"

// TestG10_EqualAnswersUnderOtherTZ runs the test binary again as on machines in
// other zones, some of which change their clocks at midnight, and compares what
// it answers to the last letter.
func TestG10_EqualAnswersUnderOtherTZ(t *testing.T) {
	if os.Getenv(answersVariable) != "" {
		fmt.Print("<<<", machineAnswers(t), ">>>", time.Unix(1772452800, 0).Format("15:04"), "<\n")
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Skip("the test binary cannot be found:", err)
	}
	here := machineAnswers(t)
	for zone, noon := range map[string]string{ // what 12:00 UTC on 2 March 2026 is there
		"UTC": "12:00", "America/Havana": "07:00", "Pacific/Apia": "01:00", "Asia/Kathmandu": "17:45", "Europe/Berlin": "13:00",
		"Africa/Cairo": "14:00", "Pacific/Kiritimati": "02:00",
	} {
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), "zone")
			if err := os.WriteFile(file, zoneBytes(t, zone), 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(self, "-test.run=^TestG10_EqualAnswersUnderOtherTZ$", "-test.v")
			cmd.Env = append(os.Environ(), answersVariable+"=1", "TZ=:"+file, "LC_ALL=C", "LANG=tr_TR.UTF-8")
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			_, text, _ := strings.Cut(string(out), "<<<")
			answers, clock, _ := strings.Cut(text, ">>>")
			if answers != here {
				t.Errorf("other answers than here:\n%s\nhere:\n%s", answers, here)
			}
			if !strings.HasPrefix(clock, noon+"<") {
				t.Errorf("the machine's clock was not that of %s: %.6s, want %s", zone, clock, noon)
			}
		})
	}
}

// machineAnswers is what some calendars answer, as text.
func machineAnswers(t *testing.T) string {
	var out strings.Builder
	for _, cfg := range []calendar.Config{
		{Zone: "Europe/Berlin", Week: nineToFive(), Region: calendar.Region{Code: "DE-BY"}},
		{Zone: "America/New_York", Week: night(), Region: calendar.Region{Code: "US-MD"}},
		{Zone: "America/Havana", Week: calendar.Daily(0, hm(24, 0))},
		{Zone: "Asia/Kuala_Lumpur", Week: nineToFive(), Region: calendar.Region{Code: "MY-14"}},
		{Zone: "-05:00", Week: nineToFive()},
		{Zone: "UTC", Week: nineToFive(), Special: map[calendar.Date][]calendar.Window{on("2026-03-08"): {win(22, 30)}, on("2026-11-01"): {win(0, 1)}}},
	} {
		c := makeCalendar(t, cfg)
		fmt.Fprintln(&out, c.Fingerprint())
		for _, start := range []string{"2026-03-08T04:30:00Z", "2026-11-01T05:30:00Z", "2026-03-02T12:00:00+01:00", "2026-12-30T23:00:00Z"} {
			for _, q := range []question{
				{"add", start, "20h", ""}, {"sub", start, "20h30m0.000000001s", ""}, {"between", start, "2026-06-01T12:00:00Z", ""}, {"is_open", start, "", ""},
				{"next_open", start, "", ""}, {"prev_close", start, "", ""}, {"close_of_business", start, "3", ""},
				{"same_time", start, "-3", ""}, {"working_time", start, "2", ""}, {"first_window", start, "", ""},
			} {
				fmt.Fprintln(&out, q.op, start, q.by, ask(c, q))
			}
		}
		if d, err := calendar.DateOf(when("2026-03-08T04:30:00Z").In(c.Location())); err == nil {
			fmt.Fprintln(&out, d, d.In(c.Location()), d.Weekday())
		}
	}
	return out.String()
}

// TestG10_LocationOfTheInstant: the same instant gets the same answer, in
// whatever zone it is handed in, and with a monotonic clock reading or without.
func TestG10_LocationOfTheInstant(t *testing.T) {
	c := berlin(t, nineToFive())
	now := time.Now()
	for _, at := range []time.Time{when("2026-03-02T23:30:00Z"), when("2026-03-03T00:30:00+01:00"), when("2026-03-02T13:30:00-10:00"), when("2026-03-03T13:30:00+14:00")} {
		got, err := c.AddDays(at, 1, calendar.CloseOfBusiness) // Tuesday in Berlin
		if shown(got, err) != "2026-03-04T17:00:00+01:00" {
			t.Errorf("%v: %v, %v", at, got, err)
		}
	}
	got, err := c.Add(now, 0)
	if err != nil || got != now.Round(0).In(c.Location()) {
		t.Errorf("%#v, %v; want %#v", got, err, now.Round(0).In(c.Location()))
	}
}
