package picture_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/picture"
	"github.com/slaclock/slaclock/severity"
)

// crowd is an agreement with more clocks, steps and thresholds than have room: seven
// metrics begin again with each "again", and a ladder has fourteen steps with three
// repeats, of which people are told in office hours.
func crowd(t testing.TB) (*policy.Policy, []policy.Event, time.Time) {
	t.Helper()
	levels, err := severity.NewScale("crowd", "P1")
	if err != nil {
		t.Fatal(err)
	}
	office, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	again, _ := policy.Own(0)
	a := policy.Agreement{
		Name: "crowd", Scale: levels, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"the-hours-of-the-office-in-town": office}, Events: []string{"again"},
	}
	for i := range 7 {
		a.Metrics = append(a.Metrics, policy.Metric{
			Name: fmt.Sprintf("m%d", i+1), Start: policy.Report | policy.On(again), Restart: policy.On(again), Stop: policy.On(policy.Resolved),
			Targets:    []policy.Target{{Level: "P1", Measure: policy.Measure{Time: 8 * time.Hour}, Calendar: "the-hours-of-the-office-in-town", Clause: "C-1"}},
			Thresholds: []policy.Threshold{{Percent: 50, To: "lead", Clause: "C-2"}, {Percent: 51, To: "head", Clause: "C-2"}},
		})
	}
	ladder := escalation.Ladder{Calendar: office, Notices: office, Repeat: escalation.Repeat{Every: escalation.Delay{Time: time.Hour}, Times: 3}}
	for i := range 14 {
		ladder.Steps = append(ladder.Steps, escalation.Step{To: fmt.Sprintf("number %d", i+1), After: escalation.Delay{Time: time.Duration(i+1) * 4 * time.Hour}, Clause: "C-3"})
	}
	a.Ladders = []policy.LevelLadder{{Level: "P1", Ladder: ladder}}
	p, err := policy.New(a)
	if err != nil {
		t.Fatal(err)
	}
	level, _ := levels.Level(1)
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	events := []policy.Event{{At: monday, Kind: policy.Reported, Severity: level}}
	for i := range 4 {
		events = append(events, policy.Event{At: monday.Add(time.Duration(i+1) * time.Hour), Kind: again})
	}
	return p, events, monday.Add(30 * time.Hour)
}

// What has no room is counted, and told in the desc.
func TestCrowd(t *testing.T) {
	p, events, asOf := crowd(t)
	for _, width := range []int{picture.MinWidth, 500, 0, 1280, picture.MaxWidth} {
		svg, err := picture.Ticket(p, events, asOf, picture.Options{Width: width})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Errorf("%d wide: %v", width, err)
		}
		// Seven metrics have five clocks each; the last thirty have a row. Of 14 steps twelve are named. Of 35 clocks
		// two thresholds each are told; those of five are drawn, beside the ladder. 84 steps in all have 40 sentences.
		for _, want := range []string{">5 earlier clocks not drawn</text>", "2 more</text>", ">30 earlier rows of steps not drawn</text>", ">Escalation</text>", " And 44 more steps.", ">m7 5</text>"} {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%d wide: no %s", width, want)
			}
		}
		if strings.Contains(string(svg), ">m5</text>") || !strings.Contains(string(svg), ">m6</text>") {
			t.Errorf("%d wide: other clocks are drawn than the last ones", width)
		}
		// The last step is reached on Tuesday in a week, and told again three times.
		if svg, err = picture.Ticket(p, events, asOf.AddDate(0, 0, 10), picture.Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Errorf("%d wide: %v", width, err)
		}
		for _, want := range []string{"Step 14, repeat 3, number 14: reached Wed 11 Mar 12:00", "+3</text>", "5 more</text>"} {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%d wide, later: no %s", width, want)
			}
		}
	}
}

// A step that is reached outside the hours in which people are told says when they are.
func TestNotices(t *testing.T) {
	levels, err := severity.NewScale("night", "P1")
	if err != nil {
		t.Fatal(err)
	}
	office, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	always, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.New(policy.Agreement{
		Name: "night", Scale: levels, Location: time.UTC, Calendars: map[string]*calendar.Calendar{"office": office, "always": always},
		Metrics: []policy.Metric{{Name: "fix", Start: policy.Report, Stop: policy.On(policy.Resolved),
			Targets: []policy.Target{{Level: "P1", Measure: policy.Measure{Time: time.Hour}, Calendar: "office", Clause: "N-1"}}}},
		Ladders: []policy.LevelLadder{{Level: "P1", Ladder: escalation.Ladder{
			Calendar: always, Notices: office,
			Steps: []escalation.Step{
				{To: "lead", After: escalation.Delay{Time: 10 * time.Hour}, Clause: "N-2"}, {To: "head", After: escalation.Delay{Time: 11 * time.Hour}, Clause: "N-2"},
				{To: "chief", After: escalation.Delay{Time: 12 * time.Hour}, Clause: "N-2"},
			},
		}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	level, _ := levels.Level(1)
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	for width, want := range map[int]string{0: "1 lead: reached Mon 2 Mar 19:00, told Tue 3 Mar 09:00", picture.MinWidth: "Tue 3 Mar 09:00"} {
		svg, err := picture.Ticket(p, []policy.Event{{At: monday, Kind: policy.Reported, Severity: level}}, monday.Add(11*time.Hour+30*time.Minute), picture.Options{Width: width})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Errorf("%d wide: %v", width, err)
		}
		if !strings.Contains(string(svg), want) {
			t.Errorf("%d wide: no %s in\n%s", width, want, svg)
		}
	}
}
