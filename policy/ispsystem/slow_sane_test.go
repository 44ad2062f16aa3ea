package ispsystem_test

import (
	"slices"
	"testing"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"pgregory.net/rapid"
)

// checkOneSide checks that the ticket lies with the contractor or with the user,
// and that only the response can be late or unknown.
func checkOneSide(t *rapid.T, s agreementtest.Spec) {
	open := 0
	for _, c := range slowAnswer(s.Line()).Clocks {
		if c.Stopped == nil {
			open++
		}
		if c.Metric != "response" && (c.Unknown != "" || c.State == "breached") {
			t.Fatalf("%+v: unknown or late", c)
		}
	}
	if open > 1 {
		t.Fatalf("%d clocks at once", open)
	}
}

// TestSlowTwinGenerator counts what the generator draws: each kind of row that
// a comparison needs must come up often enough to be compared at all.
func TestSlowTwinGenerator(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of tickets without a goroutine; skipped with -short")
	}
	const draws = 4000
	seen := map[string]int{}
	for seed := range draws {
		spec := ticketGen().Example(seed)
		reply := slowAnswer(spec.Line())
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
			return slices.ContainsFunc(spec.Events, func(e agreementtest.SpecEvent) bool { return e.Kind == kind && !e.At.After(reply.asOf) })
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
