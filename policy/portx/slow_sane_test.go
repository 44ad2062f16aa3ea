package portx_test

import (
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
		early := reply.asOf.Before(spec.Events[reported].instant())
		if early != (reply.Severity == "") || early != (len(reply.Clocks) == 0) {
			t.Fatalf("severity %q and %d clocks, asked before the report: %v", reply.Severity, len(reply.Clocks), early)
		}
		for i, c := range reply.Clocks {
			checkRow(t, c, reply.asOf)
			if c.Round != i+1 {
				t.Fatalf("row %d has round %d", i, c.Round)
			}
			if i == 0 {
				continue
			}
			before := reply.Clocks[i-1]
			if before.Stopped == nil || before.Stopped.After(*c.Started) {
				t.Fatalf("row %d starts before the one above has stopped", i)
			}
		}
		checkNext(t, spec, reply)
		checkOrder(t, spec, reply)
	})
}

// checkRow checks one clock against its own fields.
func checkRow(t *rapid.T, c slowClock, asOf time.Time) {
	until := asOf
	if c.Stopped != nil {
		until = *c.Stopped
	}
	if c.Started == nil || until.Before(*c.Started) {
		t.Fatalf("%+v: has no start, or one behind its end", c)
	}
	// G9: unknown stands for a part that is missing, and for nothing else.
	if (c.Unknown != "") != (c.Elapsed == nil || c.Remaining == nil) || c.Due == nil && c.Remaining != nil {
		t.Fatalf("%+v: unknown and the fields that it replaces do not go together", c)
	}
	late := c.Due != nil && until.After(*c.Due)
	right := false
	switch c.State {
	case "running":
		right = c.Stopped == nil && !late
	case "met", "cancelled":
		right = c.Stopped != nil && !late
	case "breached":
		right = late
	}
	if !right {
		t.Fatalf("%+v: this cannot be its state", c)
	}
	if c.Elapsed != nil && *c.Elapsed < 0 || c.Remaining != nil && (late && *c.Remaining > 0 || !late && *c.Remaining < 0) {
		t.Fatalf("%+v: elapsed or remaining has the wrong sign", c)
	}
}

// checkNext asks again at next, where nothing may have changed yet but the time
// that is used, and right after it, where the clock must be breached.
func checkNext(t *rapid.T, spec ticketSpec, reply slowReply) {
	if reply.Next == nil {
		return
	}
	if reply.Next.At.Before(reply.asOf) {
		t.Fatalf("next %v lies before as_of %v", reply.Next.At, reply.asOf)
	}
	known := spec
	known.Events = slices.DeleteFunc(slices.Clone(spec.Events), func(e ticketEvent) bool { return e.instant().After(reply.asOf) })
	states := func(at time.Time) []string {
		var list []string
		known.AsOf = at.Format(time.RFC3339Nano)
		for _, c := range slowAnswer(known.line()).Clocks {
			list = append(list, c.State)
		}
		return list
	}
	var now []string
	for _, c := range reply.Clocks {
		now = append(now, c.State)
	}
	if diff := cmp.Diff(now, states(reply.Next.At)); diff != "" {
		t.Fatalf("changes before next is over (-as_of +next)\n%s", diff)
	}
	now[len(now)-1] = "breached"
	if diff := cmp.Diff(now, states(reply.Next.At.Add(1))); diff != "" {
		t.Fatalf("right after next (-want +got)\n%s", diff)
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
	if diff := cmp.Diff(reply, slowAnswer(other.line()), cmpopts.IgnoreUnexported(slowReply{})); diff != "" {
		t.Fatalf("events by time and without later ones answer differently\n%s", diff)
	}
}

// TestSlowTwinGenerator counts what the generator draws: each kind of row that
// a comparison needs must come up often enough to be compared at all.
func TestSlowTwinGenerator(t *testing.T) {
	const draws = 3000
	seen := map[string]int{}
	for seed := range draws {
		spec := ticketGen().Example(seed)
		reply := slowAnswer(spec.line())
		for _, c := range reply.Clocks {
			seen[c.State]++
			seen["severity "+c.Severity]++
			if c.Round > 2 {
				seen["third round"]++
			}
			if c.Severity != reply.Severity {
				seen["the label moved on"]++
			}
			switch {
			case c.Due == nil && c.Elapsed == nil:
				seen["due and elapsed unknown"]++
			case c.Due == nil && c.Stopped != nil:
				seen["due unknown, stopped"]++
			case c.Due == nil:
				seen["due unknown"]++
			case c.Elapsed == nil:
				seen["elapsed unknown"]++
			}
			if c.Due == nil {
				continue
			}
			for _, when := range []struct {
				text  string
				after time.Duration
			}{{"right before due", -1}, {"at due", 0}, {"right after due", 1}} {
				if at := c.Due.Add(when.after); c.Stopped != nil && c.Stopped.Equal(at) {
					seen["stopped "+when.text]++
				} else if c.Stopped == nil && reply.asOf.Equal(at) {
					seen["asked "+when.text]++
				}
			}
		}
		other := map[string]bool{}
		for _, reading := range []string{"fair", "from_start", "from_change"} {
			spec.Readings = map[string]string{"portx.severity_change": reading}
			text := ""
			for _, c := range slowAnswer(spec.line()).Clocks {
				if c.Due != nil {
					text += c.Due.String() + " "
				}
			}
			other[text] = true
		}
		if len(other) > 1 {
			seen["the reading matters"]++
		}
	}
	for _, row := range []string{
		"running", "met", "breached", "cancelled", "severity S1", "severity S2", "severity S3", "severity S4", "third round",
		"the label moved on", "due unknown", "due unknown, stopped", "due and elapsed unknown", "elapsed unknown",
		"stopped right before due", "stopped at due", "stopped right after due",
		"asked right before due", "asked at due", "asked right after due", "the reading matters",
	} {
		t.Logf("%5d %s", seen[row], row)
		if seen[row] < draws/400 {
			t.Errorf("%s: %d in %d tickets", row, seen[row], draws)
		}
	}
}
