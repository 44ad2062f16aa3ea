package ispsystem_test

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
		rounds, open := map[string][]int{}, 0
		for i, c := range reply.Clocks {
			checkRow(t, c, reply.asOf)
			rounds[c.Metric] = append(rounds[c.Metric], c.Round)
			if c.Stopped == nil {
				open++
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
		}
		if open > 1 { // the ticket lies with the contractor or with the user
			t.Fatalf("%d clocks at once", open)
		}
		checkNext(t, spec, reply)
		checkOrder(t, spec, reply)
	})
}

// checkRow checks one clock against its own fields.
func checkRow(t *rapid.T, c slowClock, asOf time.Time) {
	ran := c.Started != nil
	if c.Unknown == "" {
		if (c.Due != nil) != ran || (c.Elapsed != nil) != ran || (c.Remaining != nil) != ran {
			t.Fatalf("%+v: started, due, elapsed, remaining do not go together", c)
		}
	} else if !ran || c.Metric != "response" || c.Remaining != nil && c.Elapsed != nil {
		t.Fatalf("%+v: nothing is unknown", c)
	}
	if (c.WaitingFor != "") != (c.State == "waiting") {
		t.Fatalf("%+v: waits for %q", c, c.WaitingFor)
	}
	until := asOf
	if c.Stopped != nil {
		until = *c.Stopped
	}
	late := c.Due != nil && until.After(*c.Due)
	right := false
	switch c.State {
	case "waiting":
		right = !ran && c.Stopped == nil
	case "running":
		right = ran && c.Stopped == nil && !late
	case "met", "cancelled":
		right = c.Stopped != nil && !late
	case "breached":
		right = late && c.Metric == "response"
	}
	if !right {
		t.Fatalf("%+v: this cannot be its state", c)
	}
	if ran && until.Before(*c.Started) || c.Elapsed != nil && *c.Elapsed < 0 ||
		c.Remaining != nil && (late && *c.Remaining > 0 || !late && *c.Remaining < 0) {
		t.Fatalf("%+v: elapsed or remaining has the wrong sign", c)
	}
}

// checkNext asks again just before and just after the change that next names. A
// due time may be reached and changes nothing but the time that is used; the
// closing happens at its instant.
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
	before, after := reply.Next.At, reply.Next.At.Add(1)
	if reply.Next.What == "auto_close due" {
		before, after = before.Add(-1), before
	}
	if diff := cmp.Diff(now, states(before)); diff != "" {
		t.Fatalf("changes before next is over (-as_of +next)\n%s", diff)
	}
	if cmp.Equal(now, states(after)) {
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
		spec := ticketGen().Example(seed)
		reply := slowAnswer(spec.line())
		for _, c := range reply.Clocks {
			ran := "ran"
			if c.Started == nil {
				ran = "never ran"
			}
			seen[c.Metric+" "+c.State+" "+ran]++
			count := func(what string, when bool) {
				if when {
					seen[what]++
				}
			}
			count("stopped at due", c.Metric == "response" && c.Due != nil && c.Stopped != nil && c.Stopped.Equal(*c.Due))
			count("stopped right after due", c.Due != nil && c.Stopped != nil && c.Stopped.Equal(c.Due.Add(1)))
			count("asked at due", c.Due != nil && c.Stopped == nil && reply.asOf.Equal(*c.Due))
			count("third round", c.Round > 2)
			count("due unknown "+c.State, c.Unknown != "" && c.Due == nil)
			count("due known, rest unknown", c.Unknown != "" && c.Due != nil)
			count("elapsed unknown", c.Unknown != "" && c.Elapsed == nil)
			count("closed itself, asked at once", c.Metric == "auto_close" && c.State == "met" && reply.asOf.Equal(*c.Stopped))
			count("closed in 168 hours", c.Metric == "auto_close" && c.Target == "168h0m0s")
		}
		count := func(what string, when bool) {
			if when {
				seen[what]++
			}
		}
		has := func(kind string) bool {
			return slices.ContainsFunc(spec.Events, func(e ticketEvent) bool { return e.Kind == kind && !e.instant().After(reply.asOf) })
		}
		count("without country", spec.Customer["country"] == nil)
		count("developers and a change", has("development_required") && has("severity_changed"))
		count("forwarded and reopened", has("forwarded") && has("reopened"))
	}
	for _, row := range []string{
		"response waiting never ran", "response running ran", "response met ran", "response met never ran", "response breached ran",
		"response cancelled ran", "response cancelled never ran", "auto_close running ran", "auto_close met ran", "auto_close cancelled ran",
		"stopped at due", "stopped right after due", "asked at due", "third round", "due unknown running", "due unknown met",
		"due unknown cancelled", "due known, rest unknown", "elapsed unknown", "closed itself, asked at once", "closed in 168 hours",
		"without country", "developers and a change", "forwarded and reopened",
	} {
		t.Logf("%5d %s", seen[row], row)
		if seen[row] < draws/400 {
			t.Errorf("%s: %d in %d tickets", row, seen[row], draws)
		}
	}
}
