package purchased_test

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
		checkNext(t, spec, reply)
		checkOrder(t, spec, reply)
	})
}

// checkRow checks one clock against its own fields.
func checkRow(t *rapid.T, c slowClock, asOf time.Time) {
	ran := c.Started != nil
	if (c.Due != nil) != ran || (c.Elapsed != nil) != ran || (c.Remaining != nil) != ran {
		t.Fatalf("%+v: started, due, elapsed, remaining do not go together", c)
	}
	if (c.WaitingFor != "") != (c.State == "waiting") {
		t.Fatalf("%+v: waits for %q", c, c.WaitingFor)
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

// checkNext asks again at next, where nothing may have changed yet but the time
// that is used, and right after it, where a clock must be breached that was not.
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
			list = append(list, c.Metric+" "+c.State)
		}
		return list
	}
	var now []string
	for _, c := range reply.Clocks {
		now = append(now, c.Metric+" "+c.State)
	}
	if diff := cmp.Diff(now, states(reply.Next.At)); diff != "" {
		t.Fatalf("changes before next is over (-as_of +next)\n%s", diff)
	}
	if cmp.Equal(now, states(reply.Next.At.Add(1))) {
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
	if diff := cmp.Diff(reply, slowAnswer(other.line()), cmpopts.IgnoreUnexported(slowReply{})); diff != "" {
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
			seen[c.Metric+" "+c.State+" "+ran]++
			if c.Due != nil && c.Stopped != nil && c.Stopped.Equal(*c.Due) {
				seen["stopped at due"]++
			}
			if c.Due != nil && c.Stopped != nil && c.Stopped.Equal(c.Due.Add(1)) {
				seen["stopped right after due"]++
			}
			if c.Due != nil && c.Stopped == nil && reply.asOf.Equal(*c.Due) {
				seen["asked at due"]++
			}
			if c.Metric == "resolution" && c.Stopped == nil && reply.Severity == "1" {
				seen["kept through a raise"]++
			}
			if c.Round > 2 {
				seen["third round"]++
			}
		}
	}
	for _, row := range []string{
		"response waiting never ran", "response running ran", "response met ran", "response met never ran", "response breached ran",
		"response cancelled ran", "response cancelled never ran", "resolution waiting never ran", "resolution running ran",
		"resolution met ran", "resolution met never ran", "resolution breached ran", "resolution cancelled ran",
		"resolution cancelled never ran", "stopped at due", "stopped right after due", "asked at due", "kept through a raise", "third round",
	} {
		t.Logf("%5d %s", seen[row], row)
		if seen[row] < draws/400 {
			t.Errorf("%s: %d in %d tickets", row, seen[row], draws)
		}
	}
}
