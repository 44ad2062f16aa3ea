package cumulocity_test

import (
	"testing"

	"pgregory.net/rapid"
)

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

// checkOwners checks that the ticket changes hands at each row, be it that nobody knows
// who had it in between.
func checkOwners(t *rapid.T, reply slowReply) {
	for i, o := range reply.Ownership {
		if o.From.After(reply.asOf) || i > 0 && (!o.From.After(reply.Ownership[i-1].From) || o.Region == reply.Ownership[i-1].Region && !reply.ownerUnknown) {
			t.Fatalf("owner %d: %+v", i, reply.Ownership)
		}
	}
}

// TestSlowTwinGenerator counts what the generator draws: each kind of row that
// a comparison needs must come up often enough to be compared at all.
func TestSlowTwinGenerator(t *testing.T) {
	const draws = 4000
	seen := map[string]int{}
	for seed := range draws {
		reply := slowAnswer(ticketGen().Example(seed).Line())
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
