package picture_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/picture"
)

// Days at the edges: clocks that go back, a date that a zone skips, hours until
// midnight, a holiday that moved.
func TestMonthEdges(t *testing.T) {
	saturday, err := calendar.ParseDate("2026-12-26")
	if err != nil {
		t.Fatal(err)
	}
	monday, err := saturday.Plus(2, calendar.Days)
	if err != nil {
		t.Fatal(err)
	}
	day := calendar.Daily(0, 24*time.Hour)
	for _, tt := range []struct {
		name  string
		cfg   calendar.Config
		year  int
		month time.Month
		want  []string
	}{
		// 31 days and the hour that is there twice.
		{"back", calendar.Config{Zone: "Europe/Berlin", Week: day}, 2026, time.October, []string{"with 745h of working time", "Sunday 25 October: open 00:00–24:00, clocks back 1h."}},
		// Apia had no 30 December in 2011, which is no change of the clock.
		{"skipped", calendar.Config{Zone: "Pacific/Apia", Week: day}, 2011, time.December, []string{"30 business days with 720h of working time", "Friday 30 December: the zone skips this date."}},
		{"moved", calendar.Config{Zone: "UTC", Week: day, Holidays: []calendar.Holiday{{Date: monday, Name: "Boxing Day", Actual: saturday}}}, 2026, time.December,
			[]string{"29 business days with 696h of working time", "Monday 28 December: Boxing Day.", "Saturday 26 December: Boxing Day."}},
		{"the last month", calendar.Config{Zone: "UTC", Week: day}, 9999, time.December, []string{"31 business days"}},
		{"the first month", calendar.Config{Zone: "UTC", Week: day}, 1, time.January, []string{"January 0001", "31 business days"}},
	} {
		c, err := calendar.New(tt.cfg)
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{picture.MinWidth, 0} {
			svg, err := picture.Month(c, tt.year, tt.month, picture.Options{Width: width})
			if err != nil {
				t.Errorf("%s: %v", tt.name, err)
				continue
			}
			if err := check(svg, "slaclock"); err != nil {
				t.Errorf("%s, %d wide: %v", tt.name, width, err)
			}
			for _, want := range tt.want {
				if !strings.Contains(string(svg), want) {
					t.Errorf("%s, %d wide: no %s in\n%s", tt.name, width, want, svg[:min(len(svg), 1500)])
				}
			}
		}
	}
}

// In a narrow month what has no room in its cell is told below.
func TestMonthNotes(t *testing.T) {
	svg, err := picture.Month(office(t), 2026, time.March, picture.Options{Width: picture.MinWidth})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{">10: closed (special day) · 29: clocks forward 1h</text>", ">closed</text>", ">+1h</text>"} {
		if !strings.Contains(string(svg), want) {
			t.Errorf("no %s", want)
		}
	}
	wide, err := picture.Month(office(t), 2026, time.March, picture.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(wide), "10: closed") || !strings.Contains(string(wide), ">closed (special</text>") {
		t.Error("a wide month tells below what stands in its cell")
	}
}

// Hours that do not fit their cell are whole below the month.
func TestMonthSeconds(t *testing.T) {
	c, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Hours(9*time.Hour+30*time.Second, 17*time.Hour, time.Monday)})
	if err != nil {
		t.Fatal(err)
	}
	for width, want := range map[int][]string{
		picture.MinWidth: {">09–</text>", ">17</text>", ">2: 09:00:30–17:00 · 9: 09:00:30–17:00", ">closed</text>"},
		520:              {">09:00:30–</text>", ">17</text>"},
		0:                {">09:00:30–17:00</text>", ">closed on</text>", ">Wednesdays</text>"},
	} {
		svg, err := picture.Month(c, 2026, time.March, picture.Options{Width: width})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Error(err)
		}
		for _, want := range want {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%d wide: no %s", width, want)
			}
		}
		if notes := strings.Contains(string(svg), ">2: "); notes != (width == picture.MinWidth) {
			t.Errorf("%d wide: notes %v", width, notes)
		}
	}
}

// Over years the hours of an office are too fine; those round the clock are not.
func TestLongBands(t *testing.T) {
	for _, year := range []string{"2029", "2226"} { // in 200 years there are more windows than are gone through
		line := strings.Replace(tickets[7].line, `"as_of":"2026`, `"as_of":"`+year, 1)
		svg := string(mustTicket(t, line, picture.Options{}))
		if strings.Count(svg, ">the hours are too fine to be drawn</text>") != 1 || strings.Count(svg, ">open throughout</text>") != 1 {
			t.Errorf("%s: bands in\n%s", year, svg)
		}
		if open := ` class="o" d="M182 `; !strings.Contains(svg, open) || !strings.Contains(svg, "h644v18h-644z") {
			t.Errorf("%s: not open over the whole width", year)
		}
	}
}

// Releases that never were supported, none at all, and an end that waits for nothing.
func TestReleaseEdges(t *testing.T) {
	for _, tt := range []struct {
		line string
		want []string
	}{
		{`{"agreement":"ispsystem","on":"2024-02-01","releases":[{"version":"6.1","released":"2024-01-01","product":"VMmanager","stable":false}]}`,
			[]string{"VMmanager 6.1: outdated, never supported.", ">released 1 Jan 2024, never supported</text>"}},
		{`{"agreement":"ispsystem","on":"2024-02-01","releases":[]}`, []string{"No release by that day.</desc>", ">No release by that day.</text>"}},
		{`{"agreement":"portx","on":"2024-02-01","releases":[{"version":"1.0","released":"2024-02-02"}]}`, []string{">No release by that day.</text>"}},
	} {
		p, list := readReleases(t, tt.line)
		for _, width := range []int{picture.MinWidth, 0} {
			svg, err := picture.Releases(p, list, picture.Options{Width: width})
			if err != nil {
				t.Fatal(err)
			}
			if err := check(svg, "slaclock"); err != nil {
				t.Errorf("%s, %d wide: %v", tt.line, width, err)
			}
			for _, want := range tt.want {
				if !strings.Contains(string(svg), want) {
					t.Errorf("%s, %d wide: no %s in\n%s", tt.line, width, want, svg)
				}
			}
		}
	}
	p, list := readReleases(t, releaseLists[0].line)
	const narrow = `picture: width: "1" is not 360 to 4000 pixels, or 0 for 840`
	if _, err := picture.Releases(p, list, picture.Options{Width: 1}); !errors.Is(err, picture.ErrOptions) || err.Error() != narrow {
		t.Errorf("releases one pixel wide: %v, want %s", err, narrow)
	}
}
