package lint

import (
	"errors"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
	"pgregory.net/rapid"
)

// TestPropCountingAsEvaluated: the due times that the checks look at are those that a
// ticket is given.
func TestPropCountingAsEvaluated(t *testing.T) {
	scale, err := severity.NewScale("acme", "P1")
	if err != nil {
		t.Fatal(err)
	}
	level, _ := scale.Level(1)
	rapid.Check(t, func(t *rapid.T) {
		c := calendartest.Plain().Draw(t, "calendar")
		g := policy.Target{Level: "P1", Calendar: "hours", Clause: "A-1", NextOpening: rapid.Bool().Draw(t, "next opening")}
		switch rapid.IntRange(0, 2).Draw(t, "measure") {
		case 0:
			g.Measure.Time = time.Duration(rapid.Int64Range(1, int64(100*time.Hour)).Draw(t, "time"))
		case 1:
			g.Measure.Days = rapid.IntRange(1, 20).Draw(t, "days")
			g.Measure.Convention = rapid.SampledFrom([]calendar.Convention{calendar.CloseOfBusiness, calendar.SameTime, calendar.WorkingTime}).Draw(t, "convention")
			g.FromOpening = rapid.Bool().Draw(t, "from opening")
		default:
			g.Measure.CalendarDays = rapid.IntRange(1, 20).Draw(t, "calendar days")
			g.Measure.Convention = rapid.SampledFrom([]calendar.Convention{calendar.CloseOfBusiness, calendar.SameTime}).Draw(t, "convention")
			g.FromOpening = rapid.Bool().Draw(t, "from opening")
		}
		p, err := policy.New(policy.Agreement{
			Name: "acme", Scale: scale, Location: c.Location(), Calendars: map[string]*calendar.Calendar{"hours": c},
			Metrics: []policy.Metric{{Name: "response", Start: policy.Report, Targets: []policy.Target{g}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		start := calendartest.Instants(c).Draw(t, "start")
		got, gotErr := (&promised{policy: p, metric: "response", level: "P1"}).ends(start)
		a, err := p.Evaluate([]policy.Event{{At: start, Kind: policy.Reported, Severity: level}}, start)
		switch {
		case err != nil:
			if gotErr == nil || unknown(gotErr) != nil {
				t.Fatalf("%v, want the error %v", gotErr, err)
			}
			var never *calendar.NeverOpenError
			if errors.As(err, &never) && !needsHours(&g) {
				t.Fatalf("%+v needs no hours: %v", g, err)
			}
		case a.Clocks[0].Due.Unknown() != nil:
			if unknown(gotErr) == nil {
				t.Fatalf("%v, want the unknown %v", gotErr, a.Clocks[0].Due.Unknown())
			}
		case gotErr != nil || !got.Equal(a.Clocks[0].Due.Time()):
			t.Fatalf("due %v, %v, want %v", got, gotErr, a.Clocks[0].Due.Time())
		}
	})
}

// TestPropToldAsEvaluated: the instants of thresholds that the checks compare are those
// at which a ticket's answer has them.
func TestPropToldAsEvaluated(t *testing.T) {
	scale, err := severity.NewScale("acme", "P1")
	if err != nil {
		t.Fatal(err)
	}
	level, _ := scale.Level(1)
	rapid.Check(t, func(t *rapid.T) {
		c := calendartest.Plain().Draw(t, "calendar")
		g := policy.Target{Level: "P1", Calendar: "hours", Clause: "A-1", Measure: policy.Measure{Time: time.Duration(rapid.Int64Range(1, int64(100*time.Hour)).Draw(t, "time"))}}
		if rapid.Bool().Draw(t, "days") {
			g.Measure = policy.Measure{CalendarDays: rapid.IntRange(1, 20).Draw(t, "calendar days")}
		}
		h := policy.Threshold{To: "lead", Clause: "A-2"}
		var m policy.Measure
		if rapid.Bool().Draw(t, "by days") {
			m = policy.Measure{Days: rapid.IntRange(1, 5).Draw(t, "n"), Convention: rapid.SampledFrom([]calendar.Convention{calendar.CloseOfBusiness, calendar.SameTime, calendar.WorkingTime}).Draw(t, "convention")}
		} else {
			m.Time = time.Duration(rapid.Int64Range(1, int64(50*time.Hour)).Draw(t, "threshold"))
		}
		switch rapid.IntRange(0, 2).Draw(t, "kind") {
		case 0:
			h.Percent = rapid.OneOf(rapid.IntRange(1, 1000), rapid.Just(100)).Draw(t, "percent")
		case 1:
			h.Before = m
		default:
			h.After = m
		}
		p, err := policy.New(policy.Agreement{
			Name: "acme", Scale: scale, Location: c.Location(), Calendars: map[string]*calendar.Calendar{"hours": c},
			Metrics: []policy.Metric{{Name: "response", Start: policy.Report, Targets: []policy.Target{g}, Thresholds: []policy.Threshold{h}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		start := calendartest.Instants(c).Draw(t, "start")
		var d due
		d.at, d.err = (&promised{policy: p, metric: "response", level: "P1"}).ends(start)
		got, gotErr := toldAt(c, &h, start, d)
		a, err := p.Evaluate([]policy.Event{{At: start, Kind: policy.Reported, Severity: level}}, start)
		switch {
		case err != nil:
			if gotErr == nil || unknown(gotErr) != nil {
				t.Fatalf("%v, want the error %v", gotErr, err)
			}
		case a.Escalation[0].At.Unknown() != nil:
			if unknown(gotErr) == nil {
				t.Fatalf("%v, want the unknown %v", gotErr, a.Escalation[0].At.Unknown())
			}
		case gotErr != nil:
			t.Fatalf("%v, want %v", gotErr, a.Escalation[0].At)
		default:
			if got.Before(start) {
				got = start // it is told at once
			}
			if want := a.Escalation[0].At.Time(); !got.Equal(want) {
				t.Fatalf("%v of %v is told at %v, want %v", h, g.Measure, got, want)
			}
		}
	})
}
