package agreementtest_test

import (
	"encoding/json"
	"flag"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/policytest"
	"pgregory.net/rapid"
)

// desk is the twin of the desk.
var desk = agreementtest.Twin{
	Specs:  rapid.Custom(deskWords.Spec),
	Answer: func(line []byte) any { return deskTwin(line) },
}

// deskCases were worked out by hand: answered at the last instant, and a ticket that
// is refused, which no twin answers.
const deskCases = `{"in":{"agreement":"desk","as_of":"2026-03-02T12:00:00Z","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"high"},{"at":"2026-03-02T10:00:00Z","kind":"responded"}]},` +
	`"out":{"severity":"high","clocks":[{"metric":"answer","round":1,"severity":"high","target":"1h0m0s","clause":"§1","started":"2026-03-02T09:00:00Z","due":"2026-03-02T10:00:00Z","stopped":"2026-03-02T10:00:00Z","state":"met","elapsed":"1h0m0s","remaining":"0s"}],"next":null},"why":"§1: within an hour"}
{"in":{"agreement":"desk","events":[]},"out":{"error":true},"why":"nothing was reported"}
`

// TestTwin shows the harness at work: a twin and its agreement, which are right.
func TestTwin(t *testing.T) {
	t.Run("Agrees", func(t *testing.T) { desk.Agrees(t, policytest.Answers(newDesk)) })
	t.Run("Sane", func(t *testing.T) { desk.Sane(t) })
	t.Run("Cases", func(t *testing.T) { desk.Cases(t, []byte(deskCases), true) })
}

// quiet keeps rapid from writing down the tickets that fail on purpose and from
// making them small at length, and lets it look for each long enough, whatever
// number of checks is asked for.
func quiet(t *testing.T) {
	t.Helper()
	for name, value := range map[string]string{"rapid.nofailfile": "true", "rapid.shrinktime": "10ms", "rapid.checks": "500"} {
		before := flag.Lookup(name).Value.String()
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := flag.Set(name, before); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestTwinFails: a twin that is wrong in one thing is found out by what should, and a
// part that cannot see the mistake passes it.
func TestTwinFails(t *testing.T) {
	quiet(t)
	last := func(r *agreementtest.Reply) *agreementtest.ReplyClock { // the clock, or one that nobody sees
		if len(r.Clocks) == 0 {
			return new(agreementtest.ReplyClock)
		}
		return &r.Clocks[0]
	}
	for _, row := range []struct {
		name                string
		change              func(*agreementtest.Reply)
		agrees, sane, cases string // what is said; empty if nothing fails
	}{
		{"right", func(*agreementtest.Reply) {}, "", "", ""},
		{"another clause", func(r *agreementtest.Reply) { last(r).Clause = "§2" }, `clocks[0].clause: want "§2"`, "", `clocks[0].clause: want "§1"`},
		{"no next", func(r *agreementtest.Reply) { r.Next = nil }, "next: want nothing", "", ""},
		{"next too late", func(r *agreementtest.Reply) {
			if r.Next != nil {
				r.Next.At = r.Next.At.Add(2)
			}
		}, "next.at", "changes before next is over", ""},
		{"next too early", func(r *agreementtest.Reply) {
			if r.Next != nil {
				r.Next.At = r.Next.At.Add(-time.Hour)
			}
		}, "next.at", "next", ""},
		{"late is met", func(r *agreementtest.Reply) {
			if last(r).Stopped != nil {
				last(r).State = "met"
			}
		}, `clocks[0].state: want "met"`, "this cannot be its state", ""},
		{"no first round", func(r *agreementtest.Reply) { last(r).Round = 2 }, "clocks[0].round", "rounds [2]", "clocks[0].round"},
		{"a second clock", func(r *agreementtest.Reply) {
			if len(r.Clocks) == 1 {
				second := r.Clocks[0]
				second.Round = 2
				r.Clocks = append(r.Clocks, second)
			}
		}, "clocks: want", "2 clocks at once", "clocks: want"},
		{"no severity", func(r *agreementtest.Reply) { r.Severity = "" }, "severity: want nothing", `severity ""`, `severity: want "high"`},
		{"a field too many", func(r *agreementtest.Reply) { r.Escalation = []agreementtest.ReplyStep{{Step: 1}} }, "escalation: want", "", "escalation: want nothing"},
	} {
		wrong := desk
		wrong.Answer = func(line []byte) any {
			reply := deskTwin(line)
			row.change(&reply)
			return reply
		}
		var agrees, sane, cases failures
		wrong.Agrees(&agrees, policytest.Answers(newDesk))
		wrong.Sane(&sane)
		wrong.Cases(&cases, []byte(deskCases), true)
		for _, part := range []struct{ name, said, want string }{
			{"Agrees", agrees.String(), row.agrees}, {"Sane", sane.String(), row.sane}, {"Cases", cases.String(), row.cases},
		} {
			if (part.said == "") != (part.want == "") || !strings.Contains(part.said, part.want) {
				t.Errorf("%s: %s said %q, want %q", row.name, part.name, part.said, part.want)
			}
		}
	}
}

// TestTwinOrder: a twin must not see in which order events are handed in, nor those
// to come.
func TestTwinOrder(t *testing.T) {
	quiet(t)
	for name, see := range map[string]func(agreementtest.Spec) string{
		"order":  func(s agreementtest.Spec) string { return s.Events[0].Kind },
		"future": func(s agreementtest.Spec) string { return strings.Repeat("x", len(s.Events)) },
	} {
		wrong := desk
		wrong.Answer = func(line []byte) any {
			reply := deskTwin(line)
			var s agreementtest.Spec
			if err := json.Unmarshal(line, &s); err != nil {
				t.Fatal(err)
			}
			reply.ID = see(s)
			return reply
		}
		var f failures
		wrong.Sane(&f)
		if said := f.String(); !strings.Contains(said, "events by time and without later ones answer differently") {
			t.Errorf("%s: said %q", name, said)
		}
	}
}

// TestTwinCasesFail: cases that cannot be read, of which the twin knows none, or that
// leave out what the twin answers.
func TestTwinCasesFail(t *testing.T) {
	for _, row := range []struct {
		name, cases string
		strict      bool
		want        string
	}{
		{"as they are", deskCases, true, ""},
		{"no case", "{", true, "case 1"},
		{"none to answer", deskCases[strings.Index(deskCases, "\n")+1:], true, "none of 1 cases"},
		{"a field that is not judged", strings.Replace(deskCases, `"severity":"high","clocks"`, `"clocks"`, 1), false, ""},
		{"but should be", strings.Replace(deskCases, `"severity":"high","clocks"`, `"clocks"`, 1), true, `severity: want nothing`},
	} {
		var f failures
		desk.Cases(&f, []byte(row.cases), row.strict)
		if said := f.String(); (said == "") != (row.want == "") || !strings.Contains(said, row.want) {
			t.Errorf("%s: said %q, want %q", row.name, said, row.want)
		}
	}
}
