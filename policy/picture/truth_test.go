package picture_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/picture"
	"github.com/slaclock/slaclock/severity"
)

// made makes a calendar.
func made(t *testing.T, cfg calendar.Config) *calendar.Calendar {
	t.Helper()
	c, err := calendar.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The working time of a month is that between its midnights, each instant once (G2a):
// a night shift that overlaps the next day's hours, one that runs over an end of the
// month, and one that nobody knows of.
func TestG2a_MonthTotal(t *testing.T) {
	night := func(d time.Weekday) [7][]calendar.Window { return calendar.Hours(22*time.Hour, 30*time.Hour, d) }
	overlap := night(time.Monday)
	overlap[time.Tuesday] = []calendar.Window{{Open: 0, Close: 24 * time.Hour}}
	june := calendar.Config{Zone: "UTC", Week: night(time.Sunday), HolidaysFrom: dateOf(t, "2026-06-01")}
	for _, tt := range []struct {
		name  string
		cfg   calendar.Config
		year  int
		month time.Month
		want  string
	}{
		// From Monday 22:00 to Tuesday 24:00, five times 26 h.
		{"overlap", calendar.Config{Zone: "UTC", Week: overlap}, 2026, time.June, "10 business days with 130h of working time."},
		// Four nights of 8 h, and 2 h of that of 30 June; the other 6 h are July's.
		{"runs out", calendar.Config{Zone: "UTC", Week: night(time.Tuesday)}, 2026, time.June, "5 business days with 34h of working time within the month."},
		{"runs in", calendar.Config{Zone: "UTC", Week: night(time.Tuesday)}, 2026, time.July, "4 business days with 38h of working time within the month."},
		{"neither", calendar.Config{Zone: "UTC", Week: night(time.Tuesday)}, 2026, time.August, "4 business days with 32h of working time."},
		{"unknown night before", june, 2026, time.June, "4 business days. Working time not known: holidays before the month are missing."},
		{"known night before", june, 2026, time.July, "4 business days with 32h of working time."},
		{"the last month", calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)}, 9999, time.December, "31 business days with 744h of working time."},
		{"the last month in the west", calendar.Config{Zone: "America/Chicago", Week: calendar.Daily(0, 24*time.Hour)}, 9999, time.December, "31 business days with 744h of working time."},
		{"the last afternoons", calendar.Config{Zone: "UTC", Week: calendar.Daily(12*time.Hour, 20*time.Hour)}, 9999, time.December, "31 business days with 248h of working time."},
		{"the first month", calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)}, 1, time.January, "31 business days with 744h of working time."},
	} {
		svg, err := picture.Month(made(t, tt.cfg), tt.year, tt.month, picture.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		zone := "Times in " + tt.cfg.Zone + ". "
		for _, want := range []string{`-desc">` + zone + tt.want, ">" + zone + tt.want + "</text>"} {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%s: no %s in\n%s", tt.name, want, svg[:min(len(svg), 700)])
			}
		}
	}
}

// The morning after a night that nobody knows of is not known; the hours of its own are
// drawn, and so are those of the last day of all.
func TestG9_MonthStrip(t *testing.T) {
	week := calendar.Hours(22*time.Hour, 30*time.Hour, time.Sunday)
	week[time.Monday] = []calendar.Window{{Open: 12 * time.Hour, Close: 18 * time.Hour}}
	c := made(t, calendar.Config{Zone: "UTC", Week: week, HolidaysFrom: dateOf(t, "2026-06-01")})
	evening := calendar.Hours(18*time.Hour, 24*time.Hour, time.Friday)
	evening[time.Friday] = append(evening[time.Friday], calendar.Window{Open: 9 * time.Hour, Close: 12 * time.Hour})
	slices.Reverse(evening[time.Friday])
	last := made(t, calendar.Config{Zone: "UTC", Week: evening})
	for _, tt := range []struct {
		name            string
		calendar        *calendar.Calendar
		year            int
		month           time.Month
		boxes, unknowns int
	}{
		{"1 June", c, 2026, time.June, 5 + 2*4, 1}, // five Mondays; four nights, each in two days
		{"July", c, 2026, time.July, 4 + 2*4, 0},
		{"31 December is a Friday", last, 9999, time.December, 5 * 2, 0},
	} {
		svg, err := picture.Month(tt.calendar, tt.year, tt.month, picture.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := []int{len(boxes(t, svg, "r", "6")), len(boxes(t, svg, "u", "16"))}
		if diff := cmp.Diff([]int{tt.boxes, tt.unknowns}, got); diff != "" {
			t.Errorf("%s: hours, unknown:\n%s", tt.name, diff)
		}
	}
}

// boxes returns how wide the boxes of a class and of a height are, in pixels.
func boxes(t *testing.T, svg []byte, class, high string) (widths []float64) {
	t.Helper()
	for _, path := range regexp.MustCompile(`<path class="`+class+`" d="([^"]*)"`).FindAllSubmatch(svg, -1) {
		for _, box := range regexp.MustCompile(`h([0-9.]+)v`+high+`h`).FindAllSubmatch(path[1], -1) {
			w, err := strconv.ParseFloat(string(box[1]), 64)
			if err != nil {
				t.Fatal(err)
			}
			widths = append(widths, w)
		}
	}
	return widths
}

// What closes every night is never called open throughout: its hours are drawn, or
// they are too fine.
func TestISP1_BandsOfLongTickets(t *testing.T) {
	const line = `{"agreement":"ispsystem","as_of":"2026-08-17T10:01:00Z","customer":{"product":"BILLmanager","tier":"Standard","country":"DE"},"events":[
		{"at":"2026-08-17T10:00:00Z","kind":"reported","severity":"High"},{"at":"2026-08-17T10:01:00Z","kind":"registered"}]}`
	p, events, asOf := read(t, line)
	for _, tt := range []struct {
		width, days int
		drawn       bool
	}{
		// The chart has 644 pixels, of which a fifteenth is its margin: a night of 12 h
		// has one up to 299 days.
		{0, 30, true}, {0, 299, true}, {0, 320, false}, {0, 336, false}, {0, 368, false}, {0, 399, false}, {0, 430, false}, {0, 3650, false},
		// It has 224: 104 days.
		{picture.MinWidth, 30, true}, {picture.MinWidth, 104, true}, {picture.MinWidth, 110, false}, {picture.MinWidth, 116, false}, {picture.MinWidth, 139, false}, {picture.MinWidth, 150, false},
	} {
		svg, err := picture.Ticket(p, events, asOf.AddDate(0, 0, tt.days), picture.Options{Width: tt.width})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Errorf("%d wide, %d days: %v", tt.width, tt.days, err)
		}
		if strings.Contains(string(svg), ">open ") && !strings.Contains(string(svg), ">open hours</text>") {
			t.Errorf("%d wide, %d days: is called open", tt.width, tt.days)
		}
		if strings.Contains(string(svg), ">open throughout</text>") || strings.Contains(string(svg), ">open but for") {
			t.Errorf("%d wide, %d days: is called open", tt.width, tt.days)
		}
		if fine := strings.Contains(string(svg), ">the hours are too fine to be drawn</text>"); fine == tt.drawn {
			t.Errorf("%d wide, %d days: too fine: %v", tt.width, tt.days, fine)
		}
		if n := len(boxes(t, svg, "o", "18")); tt.drawn && n < tt.days || !tt.drawn && n > 0 {
			t.Errorf("%d wide, %d days: open %d times", tt.width, tt.days, n)
		}
	}
}

// onHours is a clock of one target on a calendar, and a ticket that was reported on
// Monday 2 March 2026 at 09:00.
func onHours(t *testing.T, c *calendar.Calendar, target time.Duration) (*policy.Policy, []policy.Event, time.Time) {
	t.Helper()
	levels, err := severity.NewScale("desk", "P1")
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.New(policy.Agreement{
		Name: "desk", Scale: levels, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"desk": c},
		Metrics: []policy.Metric{{
			Name: "fix", Start: policy.Report, Stop: policy.On(policy.Resolved),
			Targets: []policy.Target{{Level: "P1", Measure: policy.Measure{Time: target}, Calendar: "desk", Clause: "D-1"}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	level, _ := levels.Parse("P1")
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	return p, []policy.Event{{At: monday, Kind: policy.Reported, Severity: level}}, monday
}

// Breaks that have no room are told, hours of which most would be drawn wrong are not
// drawn, and too many windows are not drawn either.
func TestBandWords(t *testing.T) {
	const throughout, breaks, fine = "open throughout", "open but for short breaks", "the hours are too fine to be drawn"
	daily := func(windows ...calendar.Window) *calendar.Calendar {
		var week [7][]calendar.Window
		for d := range week {
			week[d] = windows
		}
		return made(t, calendar.Config{Zone: "UTC", Week: week})
	}
	var quarters []calendar.Window
	for n := range 96 { // open for 14 of 15 minutes
		open := time.Duration(n) * 15 * time.Minute
		quarters = append(quarters, calendar.Window{Open: open, Close: open + 14*time.Minute})
	}
	always := daily(calendar.Window{Open: 0, Close: 24 * time.Hour})
	backup := daily(calendar.Window{Open: 0, Close: 2 * time.Hour}, calendar.Window{Open: 2*time.Hour + 10*time.Minute, Close: 24 * time.Hour})
	hour := daily(calendar.Window{Open: 9 * time.Hour, Close: 10 * time.Hour})
	for _, tt := range []struct {
		name     string
		calendar *calendar.Calendar
		days     int
		width    int
		want     string // or none: the hours are drawn
	}{
		{"always", always, 1, 0, throughout}, {"always", always, 3650, 0, throughout},
		{"backup", backup, 1, 0, ""}, {"backup", backup, 60, 0, breaks}, {"backup", backup, 60, picture.MinWidth, breaks}, {"backup", backup, 3650, 0, fine},
		{"an hour", hour, 30, 0, ""}, {"an hour", hour, 90, 0, ""}, {"an hour", hour, 390, 0, fine},
		{"quarters", daily(quarters...), 100, 0, breaks}, {"quarters", daily(quarters...), 300, 0, fine}, // 28,800 windows
	} {
		p, events, monday := onHours(t, tt.calendar, time.Hour)
		svg, err := picture.Ticket(p, events, monday.AddDate(0, 0, tt.days), picture.Options{Width: tt.width})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Errorf("%s, %d days: %v", tt.name, tt.days, err)
		}
		for _, words := range []string{throughout, breaks, fine} {
			if got := strings.Contains(string(svg), ">"+words+"</text>"); got != (words == tt.want) {
				t.Errorf("%s, %d days, %d wide: %q: %v", tt.name, tt.days, tt.width, words, got)
			}
		}
		if drawn := len(boxes(t, svg, "o", "18")) > 0; drawn != (tt.want != fine) {
			t.Errorf("%s, %d days, %d wide: drawn: %v", tt.name, tt.days, tt.width, drawn)
		}
	}
}

// What an answer tells as a whole (after some hundred stretches) is drawn like what
// comes before: no stretch of a week's hours is as wide as the week.
func TestRestOfStretches(t *testing.T) {
	office := made(t, calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	for _, tt := range []struct {
		name   string
		target time.Duration
		days   int
		class  string
		high   string
	}{
		{"counted", 4000 * time.Hour, 699, "r", "12"}, // 4000 h are 500 days, or 100 weeks
		{"overdue", time.Hour, 700, "v", "12"},
		{"ahead", 4000 * time.Hour, 0, "a", "10"},
	} {
		p, events, monday := onHours(t, office, tt.target)
		svg, err := picture.Ticket(p, events, monday.AddDate(0, 0, tt.days), picture.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		// A day is 0.86 pixels: from Monday 09:00 to Friday 17:00 it is 3.7.
		widths := boxes(t, svg, tt.class, tt.high)
		widths = slices.DeleteFunc(widths, func(w float64) bool { return w == 22 }) // in the key
		if len(widths) < 99 || slices.Max(widths) > 4 {
			t.Errorf("%s: %d stretches, %v", tt.name, len(widths), widths)
		}
	}
}

// An axis of dates is not divided into hours, and what lasts a few days is drawn
// to the end of the last.
func TestReleaseDays(t *testing.T) {
	p, list := readReleases(t, `{"agreement":"portx","on":"2026-03-01","releases":[{"version":"1.0","released":"2026-03-01"}]}`)
	for _, width := range []int{picture.MinWidth, 0, picture.MaxWidth} {
		svg, err := picture.Releases(p, list, picture.Options{Width: width})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Errorf("%d wide: %v", width, err)
		}
		if clock := regexp.MustCompile(`>[0-9]{2}:[0-9]{2}<`).Find(svg); clock != nil {
			t.Errorf("%d wide: an axis of dates has %s", width, clock)
		}
		for _, want := range []string{">March 2026</text>", ">Sun 1</text>"} {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%d wide: no %s", width, want)
			}
		}
	}
	rule := lifecycle.Rule{Stages: []lifecycle.Stage{{Name: "full", End: lifecycle.Given{Name: policy.EndOfMaintenance}}}, Rest: lifecycle.Stage{Name: "none"}}
	own := policy.ReleasePolicy{Agreement: "own", Fields: []string{policy.EndOfMaintenance}, Rule: func(string, policy.Choices) lifecycle.Rule { return rule }}
	list, q, err := policy.ReadReleases([]byte(`{"agreement":"own","on":"2026-03-01","releases":[{"version":"1.0","released":"2026-03-01","end_of_maintenance":"2026-03-03"}]}`), []*policy.ReleasePolicy{&own})
	if err != nil {
		t.Fatal(err)
	}
	svg, err := picture.Releases(q, list, picture.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// Of 644 pixels one part in 43 comes before the three days, and two after them.
	if diff := cmp.Diff([]float64{22, 599.1}, slices.Sorted(slices.Values(append(boxes(t, svg, "r", "14"), boxes(t, svg, "r", "10")...)))); diff != "" {
		t.Errorf("three days:\n%s", diff)
	}
}

// A day of support in hundreds of years has a bar, and what comes after the last stage
// is not called an extension where there is none.
func TestReleaseBars(t *testing.T) {
	p, list := readReleases(t, `{"agreement":"sempre","on":"2026-03-02","releases":[
		{"version":"1.0","released":"1600-03-01"},{"version":"2.0","released":"2026-03-01"},{"version":"3.0","released":"2026-03-02"}]}`)
	svg, err := picture.Releases(p, list, picture.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// 1.0 is previous for a day, and 2.0 is current for one.
	if n := strings.Count(string(svg), "h1v14h-1z"); n != 2 {
		t.Errorf("%d bars of a pixel in\n%s", n, svg)
	}
	p, list = readReleases(t, `{"agreement":"purchased","on":"2026-03-02","releases":[
		{"version":"1.0","released":"2025-03-01"},{"version":"2.0","released":"2025-12-01"},{"version":"3.0","released":"2026-03-02"}]}`)
	if svg, err = picture.Releases(p, list, picture.Options{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(svg), "extension") || !strings.Contains(string(svg), ">superseded</text>") {
		t.Errorf("what is superseded is called something else in\n%s", svg)
	}
}

func dateOf(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
