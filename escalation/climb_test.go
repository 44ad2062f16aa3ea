package escalation_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// TestCUM8_NoStepDuringAHalt has a step that a lowering left on a Sunday, at an instant
// by the ladder before. The halt over it takes no working time, and yet the step is not
// reached before the halt is over.
func TestCUM8_NoStepDuringAHalt(t *testing.T) {
	always := &escalation.Ladder{Calendar: open(t, "Europe/Berlin", 0, 24), Steps: []escalation.Step{{To: "a", After: escalation.Delay{Time: 48 * time.Hour}}}}
	office := &escalation.Ladder{Calendar: open(t, "Europe/Berlin", 8, 17), Steps: []escalation.Step{{To: "a", After: escalation.Delay{Time: time.Hour}}}}
	var c escalation.Climb
	c.Begin(always)
	for _, err := range []error{
		c.Start(instant(t, "2026-03-06 12:00")),
		c.Change(instant(t, "2026-03-06 12:30"), office, false, severity.Fair),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	advance(t, &c, instant(t, "2026-03-07 10:00"))
	if at := c.Rungs()[0].At.Time(); !at.Equal(instant(t, "2026-03-08 12:00")) {
		t.Fatalf("the step is due at %v", at)
	}
	c.Halt(instant(t, "2026-03-07 10:00"))
	end := instant(t, "2026-03-08 20:00")
	advance(t, &c, end)
	if err := c.Resume(end); err != nil {
		t.Fatal(err)
	}
	advance(t, &c, end)
	if r := c.Rungs()[0]; r.State != escalation.Reached || !r.At.Time().Equal(end) {
		t.Errorf("%v at %v, want reached at %v", r.State, r.At, end)
	}
}

func TestLadderErrors(t *testing.T) {
	c := open(t, "UTC", 8, 17)
	mixed, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Week{
		time.Monday:  {{Open: 8 * time.Hour, Close: 17 * time.Hour}},
		time.Tuesday: {{Open: 8 * time.Hour, Close: 12 * time.Hour}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	step := func(d escalation.Delay) []escalation.Step { return []escalation.Step{{To: "a", After: d}} }
	for name, tt := range map[string]struct {
		ladder escalation.Ladder
		kind   error
	}{
		"no calendar":    {escalation.Ladder{Steps: step(escalation.Delay{})}, escalation.ErrLadder},
		"no steps":       {escalation.Ladder{Calendar: c}, escalation.ErrLadder},
		"nobody":         {escalation.Ladder{Calendar: c, Steps: []escalation.Step{{}}}, escalation.ErrLadder},
		"negative time":  {escalation.Ladder{Calendar: c, Steps: step(escalation.Delay{Time: -1})}, escalation.ErrLadder},
		"negative days":  {escalation.Ladder{Calendar: c, Steps: step(escalation.Delay{Days: -1})}, escalation.ErrLadder},
		"both":           {escalation.Ladder{Calendar: c, Steps: step(escalation.Delay{Days: 1, Time: 1})}, escalation.ErrLadder},
		"no regular day": {escalation.Ladder{Calendar: mixed, Steps: step(escalation.Delay{Days: 1, Convention: calendar.WorkingTime})}, calendar.ErrRegularDay},
		"too many days":  {escalation.Ladder{Calendar: c, Steps: step(escalation.Delay{Days: math.MaxInt32})}, calendar.ErrRange},
		"right":          {escalation.Ladder{Calendar: c, Steps: step(escalation.Delay{})}, nil},
	} {
		if err := tt.ladder.Check(); !errors.Is(err, tt.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var climb escalation.Climb
	climb.Begin(&escalation.Ladder{Steps: step(escalation.Delay{})})
	if err := climb.Start(slowEpoch); !errors.Is(err, escalation.ErrLadder) {
		t.Errorf("a ladder without a calendar starts: %v", err)
	}
	climb.Begin(&escalation.Ladder{Calendar: c, Steps: step(escalation.Delay{})})
	if err := climb.Change(slowEpoch, &escalation.Ladder{Calendar: c}, true, severity.Fair); !errors.Is(err, escalation.ErrLadder) {
		t.Errorf("a change to another number of steps: %v", err)
	}
}

// TestZero: nothing that zero values are told changes anything, and nothing panics.
func TestZero(t *testing.T) {
	var c escalation.Climb
	advance(t, &c, slowEpoch)
	c.Halt(slowEpoch)
	for _, err := range []error{c.Start(slowEpoch), c.Resume(slowEpoch), c.Change(slowEpoch, nil, true, severity.Fair)} {
		if err != nil {
			t.Error(err)
		}
	}
	c.End(slowEpoch)
	if _, ok := c.Next(slowEpoch); ok || c.Begun() || c.Waits() || len(c.Rungs()) != 0 {
		t.Error("the zero Climb is one")
	}
	if c.Begin(nil); c.Begun() {
		t.Error("a climb of no ladder has begun")
	}
	for _, w := range []escalation.Watch{{}, escalation.NewWatch(nil), escalation.NewWatch(new(escalation.Rota))} {
		tenures, err := w.Tenures(slowEpoch)
		_, ok, other := w.Next()
		for _, err := range []error{err, other, w.Receive(slowEpoch, true), w.Advance(slowEpoch)} {
			if err != nil {
				t.Error(err)
			}
		}
		w.End()
		if ok || len(tenures)+len(w.Owners()) != 0 {
			t.Error("somebody owns a ticket among no regions")
		}
	}
	if got := escalation.State(9).String(); got != "State(9)" {
		t.Error(got)
	}
}

func TestRegionsErrors(t *testing.T) {
	c := open(t, "UTC", 8, 17)
	for name, r := range map[string]escalation.Regions{
		"none":             {},
		"no name":          {List: []escalation.Region{{Calendar: c}}},
		"no calendar":      {List: []escalation.Region{{Name: "A"}}},
		"named on-call":    {List: []escalation.Region{{Name: escalation.OnCall, Calendar: c}}},
		"named twice":      {List: []escalation.Region{{Name: "A", Calendar: c}, {Name: "A", Calendar: c}}},
		"default beyond":   {List: []escalation.Region{{Name: "A", Calendar: c}}, Default: 1},
		"default negative": {List: []escalation.Region{{Name: "A", Calendar: c}}, Default: -1},
	} {
		if _, err := escalation.NewRota(r); !errors.Is(err, escalation.ErrRegions) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
