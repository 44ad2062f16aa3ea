package whatif_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
	"github.com/slaclock/slaclock/severity"
)

// noticesFrom makes shop with a ladder whose notices are given from an hour on,
// until midnight, on weekdays.
func noticesFrom(hour int) whatif.Maker {
	return edited(func(a *policy.Agreement) error {
		hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(time.Duration(hour)*time.Hour, 24*time.Hour)})
		a.Ladders = []policy.LevelLadder{a.Ladders[0]}
		a.Ladders[0].Ladder.Notices = hours
		return err
	})
}

// lowering makes shop with workarounds that lower High to Mid.
func lowering() whatif.Maker {
	return edited(func(a *policy.Agreement) (err error) {
		a.Lowering, err = severity.NewLowering(a.Scale, severity.LoweringConfig{Kind: severity.OneLevel, Clause: "SHP-7", Reason: "there is a way around it"})
		return err
	})
}

// field is one field of a difference in JSON, "" if it is absent.
func field(t *testing.T, d *whatif.Diff, name string) string {
	t.Helper()
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(d.AppendJSON(nil), &fields); err != nil {
		t.Fatal(err)
	}
	return string(fields[name])
}

// TestJSONOfSteps: what a step is of, and what each side says of it. The ticket is
// of Monday, 09:00; Anna is told after the eight hours of that day, at 17:00, and
// again when an hour of Tuesday has gone by; Bea when half of the four hours of the
// response are used, at 11:00, or three quarters, at 12:00. As of 17:30, all of them
// but the repeat are over; the response was breached at 13:00, and runs still.
func TestJSONOfSteps(t *testing.T) {
	const (
		ticket = "Mid email 02T09:00 as of 02T17:30"
		anna   = `"to":"Anna","clause":"SHP-5","at":"2026-03-02T17:00:00Z"`
		again  = `{"to":"Anna","clause":"SHP-5","at":"2026-03-03T10:00:00Z","state":"pending"}`
		half   = `{"threshold":"50%","to":"Bea","clause":"SHP-6","at":"2026-03-02T11:00:00Z","state":"reached"}`
		most   = `{"threshold":"75%","to":"Bea","clause":"SHP-6","at":"2026-03-02T12:00:00Z","state":"reached"}`
	)
	for _, c := range []struct {
		name, ticket string
		from, to     whatif.Maker
		want         string
	}{
		{"the same", ticket, stepping(1, 50), stepping(1, 50), ``},
		{"a repeat", ticket, stepping(1), stepping(0), `[{"round":1,"step":1,"repeat":1,"old":` + again + `}]`},
		{"a threshold", ticket, stepping(0), stepping(0, 50), `[{"metric":"response","round":1,"step":1,"new":` + half + `}]`},
		{"a threshold at another part", ticket, stepping(0, 50), stepping(0, 75), `[{"metric":"response","round":1,"step":1,"old":` + half + `,"new":` + most + `}]`},
		{"a threshold that no longer comes", "Mid email 02T09:00 responded 02T09:30 as of 02T10:00", stepping(0, 50), stepping(0, 75), ``},
		// Half the time has gone by at 11:00, three quarters at 12:00.
		{"a threshold that came in time on one side", "Mid email 02T09:00 responded 02T11:30 as of 02T12:00", stepping(0, 50), stepping(0, 75),
			`[{"metric":"response","round":1,"step":1,"old":` + half + `,"new":{"threshold":"75%","to":"Bea","clause":"SHP-6","state":"cancelled"}}]`},
		{"another threshold that no longer comes", "Mid email 02T09:00 responded 02T09:30 as of 02T10:00", stepping(0), stepping(0, 75), ``},
		{"both", ticket, stepping(0, 50, 75), stepping(1, 50), `[{"metric":"response","round":1,"step":2,"old":` + most + `},{"round":1,"step":1,"repeat":1,"new":` + again + `}]`},
		// Reported on Monday, 10:00, Anna's step comes on Tuesday, 10:00, when notices
		// are given on one side, and an hour before on the other.
		{"a notice", "Mid email 02T10:00 as of 02T12:00", noticesFrom(9), noticesFrom(11),
			`[{"round":1,"step":1,"old":{"to":"Anna","clause":"SHP-5","at":"2026-03-03T10:00:00Z","notified":"2026-03-03T10:00:00Z","state":"pending"},` +
				`"new":{"to":"Anna","clause":"SHP-5","at":"2026-03-03T10:00:00Z","notified":"2026-03-03T11:00:00Z","state":"pending"}}]`},
		{"no notice", ticket, stepping(0), noticesFrom(9),
			`[{"round":1,"step":1,"old":{` + anna + `,"state":"reached"},"new":{` + anna + `,"notified":"2026-03-02T17:00:00Z","state":"reached"}}]`},
		// Country C knows its holidays through Monday only.
		{"an unknown holiday", "Mid email 02T10:00 as of 02T12:00", with(t, "customer.country=C"), shop,
			`[{"round":1,"step":1,"old":{"to":"Anna","clause":"SHP-5","unknown":"holidays are known through 2026-03-02 only","state":"pending"},` +
				`"new":{"to":"Anna","clause":"SHP-5","at":"2026-03-03T10:00:00Z","state":"pending"}}]`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := whatif.Compare(mustTicket(t, "T", c.ticket), c.from, c.to)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, field(t, &d, "escalation")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestJSONOfSeverity: the level at the end stands there if it is another one, that of
// each side in its place; nothing does if it is the same.
func TestJSONOfSeverity(t *testing.T) {
	const ticket = "High phone 02T09:00 workaround_accepted 02T10:00 as of "
	for _, c := range []struct {
		name, asOf string
		from, to   whatif.Maker
		want       string
	}{
		{"lowered", "02T10:00", shop, lowering(), `{"old":"High","new":"Mid"}`},
		{"not lowered", "02T10:00", lowering(), shop, `{"old":"Mid","new":"High"}`},
		{"lowered on both sides", "02T10:00", lowering(), lowering(), ``},
		{"not yet lowered", "02T09:59", shop, lowering(), ``},
		{"not yet reported", "02T08:59", shop, lowering(), ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, err := whatif.Compare(mustTicket(t, "T", ticket+c.asOf), c.from, c.to)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, field(t, &d, "severity")); diff != "" || d.SeverityDiffers() != (c.want != "") {
				t.Errorf("SeverityDiffers %v (-want +got):\n%s", d.SeverityDiffers(), diff)
			}
		})
	}
}
