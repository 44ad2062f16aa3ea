package cumulocity_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// TestPropSlowTwinSane checks of the twin what any right answer has: it proves
// little, but it catches a twin or a generator that has gone astray.
func TestPropSlowTwinSane(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		spec := ticketGen().Draw(t, "ticket")
		reply := slowAnswer(spec.line())
		reported := slices.IndexFunc(spec.Events, func(e ticketEvent) bool { return e.Kind == "reported" })
		if early := reply.asOf.Before(spec.Events[reported].instant()); early != (reply.Severity == "") || early && len(reply.Clocks) > 0 {
			t.Fatalf("severity %q and %d clocks, asked before the report: %v", reply.Severity, len(reply.Clocks), early)
		}
		rounds, open := map[string][]int{}, map[string]int{}
		for i, c := range reply.Clocks {
			checkRow(t, c, reply.asOf)
			rounds[c.Metric] = append(rounds[c.Metric], c.Round)
			if c.Stopped == nil {
				open[c.Metric]++
			}
			if i == 0 {
				continue
			}
			before := reply.Clocks[i-1]
			if c.Started != nil && (before.Started == nil || before.Started.After(*c.Started)) {
				t.Fatalf("row %d stands behind one that started later", i)
			}
		}
		for metric, list := range rounds {
			slices.Sort(list)
			for i, round := range list {
				if round != i+1 {
					t.Fatalf("%s: rounds %v", metric, list)
				}
			}
			if open[metric] > 1 {
				t.Fatalf("%s: %d clocks at once", metric, open[metric])
			}
		}
		checkLadders(t, reply)
		checkOwners(t, reply)
		checkNext(t, spec, reply)
		checkOrder(t, spec, reply)
	})
}

// checkRow checks one clock against its own fields.
func checkRow(t *rapid.T, c slowClock, asOf time.Time) {
	ran := c.Started != nil
	if (c.WaitingFor != "") != (c.State == "waiting") {
		t.Fatalf("%+v: waits for %q", c, c.WaitingFor)
	}
	if c.Unknown != "" {
		if c.Due != nil && c.Elapsed != nil && c.Remaining != nil {
			t.Fatalf("%+v: all is known", c)
		}
		return
	}
	if (c.Due != nil) != ran || (c.Elapsed != nil) != ran || (c.Remaining != nil) != ran {
		t.Fatalf("%+v: started, due, elapsed, remaining do not go together", c)
	}
	until := asOf
	if c.Stopped != nil {
		until = *c.Stopped
	}
	late := ran && until.After(*c.Due)
	right := false
	switch c.State {
	case "waiting":
		right = !ran && c.Stopped == nil
	case "running":
		right = ran && c.Stopped == nil && !late
	case "met", "cancelled":
		right = c.Stopped != nil && !late
	case "breached":
		right = late
	}
	if !right {
		t.Fatalf("%+v: this cannot be its state", c)
	}
	if ran && (until.Before(*c.Started) || *c.Elapsed < 0 || late && *c.Remaining > 0 || !late && *c.Remaining < 0) {
		t.Fatalf("%+v: elapsed or remaining has the wrong sign", c)
	}
}

// checkLadders checks that each ladder has four steps, in order of time.
func checkLadders(t *rapid.T, reply slowReply) {
	if len(reply.Escalation)%4 != 0 {
		t.Fatalf("%d steps", len(reply.Escalation))
	}
	for i, s := range reply.Escalation {
		if s.Step != i%4+1 || s.Round != i/4+1 || s.To != slowManagers[i%4] {
			t.Fatalf("row %d is %+v", i, s)
		}
		right := false
		switch s.State {
		case "reached":
			right = s.At != nil && !s.At.After(reply.asOf)
		case "pending":
			right = s.At == nil || s.At.After(reply.asOf)
		case "halted", "cancelled":
			right = s.At == nil && s.Unknown == ""
		}
		if !right {
			t.Fatalf("%+v: this cannot be its state", s)
		}
		if i%4 == 0 || s.At == nil || reply.Escalation[i-1].At == nil {
			continue
		}
		if s.At.Before(*reply.Escalation[i-1].At) && reply.Readings["cumulocity.severity_change"] == "fair" {
			t.Fatalf("step %d comes before step %d", s.Step, s.Step-1)
		}
	}
}

// checkOwners checks that the ticket changes hands at each row.
func checkOwners(t *rapid.T, reply slowReply) {
	for i, o := range reply.Ownership {
		if o.From.After(reply.asOf) || i > 0 && (!o.From.After(reply.Ownership[i-1].From) || o.Region == reply.Ownership[i-1].Region) {
			t.Fatalf("owner %d: %+v", i, reply.Ownership)
		}
	}
}

// standing is what can change by itself of an answer.
func standing(reply slowReply) []string {
	var list []string
	for _, c := range reply.Clocks {
		list = append(list, c.Metric+" "+c.State)
	}
	for _, s := range reply.Escalation {
		list = append(list, fmt.Sprint(s.Step, " ", s.State))
	}
	for _, o := range reply.Ownership {
		list = append(list, o.Region)
	}
	return list
}

// checkNext asks again right before next, where nothing may have changed yet
// but the time that is used, and right after it, where something must have.
func checkNext(t *rapid.T, spec ticketSpec, reply slowReply) {
	if reply.Next == nil || reply.ownerUnknown {
		return
	}
	if reply.Next.At.Before(reply.asOf) {
		t.Fatalf("next %v lies before as_of %v", reply.Next.At, reply.asOf)
	}
	known := spec
	known.Events = slices.DeleteFunc(slices.Clone(spec.Events), func(e ticketEvent) bool { return e.instant().After(reply.asOf) })
	at := func(at time.Time) slowReply {
		known.AsOf = at.Format(time.RFC3339Nano)
		return slowAnswer(known.line())
	}
	if before := reply.Next.At.Add(-1); before.After(reply.asOf) {
		if diff := cmp.Diff(standing(reply), standing(at(before))); diff != "" {
			t.Fatalf("changes before next (-as_of +next)\n%s", diff)
		}
	}
	if after := at(reply.Next.At.Add(1)); !after.ownerUnknown && cmp.Equal(standing(reply), standing(after)) {
		t.Fatalf("nothing changes right after next")
	}
}

// checkOrder hands the same events in by time, and leaves out those after as_of.
func checkOrder(t *rapid.T, spec ticketSpec, reply slowReply) {
	other := spec
	other.AsOf = reply.AsOf
	other.Events = slices.Clone(spec.Events)
	slices.SortStableFunc(other.Events, func(a, b ticketEvent) int { return a.instant().Compare(b.instant()) })
	other.Events = slices.DeleteFunc(other.Events, func(e ticketEvent) bool {
		return e.instant().After(reply.asOf) && e.Kind != "reported"
	})
	unexported := cmpopts.IgnoreUnexported(slowReply{}, slowClock{})
	if diff := cmp.Diff(reply, slowAnswer(other.line()), unexported); diff != "" {
		t.Fatalf("events by time and without later ones answer differently\n%s", diff)
	}
}

// TestSlowTwinGenerator counts what the generator draws: each kind of row that
// a comparison needs must come up often enough to be compared at all.
func TestSlowTwinGenerator(t *testing.T) {
	const draws = 4000
	seen := map[string]int{}
	for seed := range draws {
		reply := slowAnswer(ticketGen().Example(seed).line())
		for _, c := range reply.Clocks {
			ran := "ran"
			if c.Started == nil {
				ran = "never ran"
			}
			if c.Unknown != "" {
				ran = "unknown"
			}
			seen[c.Metric+" "+c.State+" "+ran]++
			switch {
			case c.Due != nil && c.Stopped != nil && c.Stopped.Equal(*c.Due):
				seen["stopped at due"]++
			case c.Due != nil && c.Stopped != nil && c.Stopped.Equal(c.Due.Add(1)):
				seen["stopped right after due"]++
			case c.Due != nil && c.Stopped == nil && reply.asOf.Equal(*c.Due):
				seen["asked at due"]++
			}
			if c.Metric == "update" && c.Severity == "Critical" && c.Stopped == nil && reply.Severity == "Crisis" {
				seen["kept through a raise"]++
			}
			if c.Round > 2 {
				seen["third round"]++
			}
			if !c.starts.IsZero() {
				seen["will start by itself"]++
			}
		}
		for _, s := range reply.Escalation {
			state := "step " + s.State
			switch {
			case s.Unknown != "":
				state += " unknown"
			case s.At == nil:
				state += " without at"
			case s.At.Equal(reply.asOf):
				state += " just now"
			}
			seen[state]++
			if s.Round > 1 {
				seen["second ladder"]++
			}
		}
		for _, o := range reply.Ownership {
			seen["owned by "+o.Region]++
		}
		if n := len(reply.Ownership); n > 0 && reply.Ownership[n-1].From.Equal(reply.asOf) {
			seen["new owner just now"]++
		}
		if reply.ownerUnknown {
			seen["owner unknown"]++
		}
		if reply.stepsUnclear {
			seen["steps unclear"]++
		}
	}
	for row, least := range map[string]int{
		"response waiting never ran": 40, "response running ran": 40, "response met ran": 40, "response met never ran": 40,
		"response breached ran": 40, "response cancelled ran": 40, "response cancelled never ran": 10, "response running unknown": 1,
		"plan waiting never ran": 40, "plan running ran": 40, "plan met ran": 40, "plan met never ran": 10, "plan breached ran": 40,
		"plan cancelled ran": 40, "plan cancelled never ran": 10,
		"update waiting never ran": 5, "update running ran": 40, "update met ran": 40, "update met never ran": 2, "update breached ran": 40,
		"update cancelled ran": 40, "update cancelled never ran": 5, "update running unknown": 10, "update breached unknown": 5,
		"stopped at due": 40, "stopped right after due": 10, "asked at due": 20, "kept through a raise": 10, "third round": 40,
		"will start by itself": 15,
		"step reached":         40, "step reached just now": 10, "step pending": 40, "step pending without at": 40, "step pending unknown": 10,
		"step halted without at": 40, "step cancelled without at": 40, "second ladder": 40,
		"owned by EMEA": 40, "owned by APJ": 40, "owned by US": 40, "owned by on-call": 40, "new owner just now": 40,
	} {
		if seen[row] < least {
			t.Errorf("%s: %d in %d tickets", row, seen[row], draws)
		}
	}
	if testing.Verbose() {
		for row, n := range seen {
			t.Logf("%5d %s", n, row)
		}
	}
}
