package lint_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/lint"
)

// TestT3_T10_Unheard: a report and a reopening do nothing to an open ticket, and start
// clocks alone. Where a list has nothing else, what comes of that is told.
func TestT3_T10_Unheard(t *testing.T) {
	const (
		stops = `"stop": ["responded", "resolved"]`
		asks  = `["reported", "reopened"], "stop": ["responded"`
		asked = `["reported", "reopened", "customer_replied"], "unasked": ["customer_replied"], "stop": ["responded"`
	)
	for _, tt := range []struct {
		name   string
		change []string
		want   []string
	}{
		{"the report stops", []string{stops, `"stop": ["reported"]`}, []string{"warning clock-never-stops metrics[0].stop"}},
		{"a reopening stops", []string{stops, `"stop": ["reopened"]`}, []string{"warning clock-never-stops metrics[0].stop"}},
		{"the report stops too", []string{stops, `"stop": ["reported", "responded"]`}, []string{"warning event-does-nothing metrics[0].stop", "note resolved-cancels metrics[0].stop"}},
		{"the report or closing stops", []string{stops, `"stop": ["reported", "closed"]`},
			[]string{"warning stop-after-end metrics[0].stop", "warning event-does-nothing metrics[0].stop"}},
		{"the report stops what closes by itself", []string{`"ends": true`, `"ends": true, "stop": ["reported"]`}, []string{"warning event-does-nothing metrics[2].stop"}},

		{"the report resumes", []string{`"resume": ["back"]`, `"resume": ["reported"]`, `["hold", "back"]`, `["hold"]`}, []string{"error pause-never-resumes metrics[1].pause"}},
		{"a reopening resumes", []string{`"resume": ["back"]`, `"resume": ["reopened"]`, `["hold", "back"]`, `["hold"]`}, []string{"error pause-never-resumes metrics[1].pause"}},
		{"the report or the end resumes", []string{`"resume": ["back"]`, `"resume": ["reported", "closed"]`, `["hold", "back"]`, `["hold"]`}, []string{"error pause-never-resumes metrics[1].pause"}},
		{"a reopening resumes too", []string{`"resume": ["back"]`, `"resume": ["back", "reopened"]`}, []string{"warning event-does-nothing metrics[1].resume"}},
		{"the report resumes, and nothing pauses", []string{`"resume": ["back"]`, `"resume": ["reported"]`, `, "pause": ["hold"]`, ``, `["hold", "back"]`, `[]`, `["resolution_proposed", "hold"]`, `["resolution_proposed"]`}, []string{"warning event-does-nothing metrics[1].resume"}},
		{"the report pauses", []string{`"pause": ["hold"]`, `"pause": ["reported"]`, `["hold", "back"]`, `["back"]`, `["resolution_proposed", "hold"]`, `["resolution_proposed"]`}, []string{"warning event-does-nothing metrics[1].pause"}},
		{"the report pauses, and nothing resumes", []string{`"pause": ["hold"]`, `"pause": ["reported"]`, `"resume": ["back"], `, ``, `["hold", "back"]`, `[]`, `["resolution_proposed", "hold"]`, `["resolution_proposed"]`},
			[]string{"warning event-does-nothing metrics[1].pause"}},
		{"a reopening pauses too", []string{`"pause": ["hold"]`, `"pause": ["hold", "reopened"]`}, []string{"warning event-does-nothing metrics[1].pause"}},
		{"the end pauses", []string{`"pause": ["hold"]`, `"pause": ["resolved"]`, `"resume": ["back"], `, ``, `["hold", "back"]`, `[]`, `["resolution_proposed", "hold"]`, `["resolution_proposed"]`},
			[]string{"warning event-does-nothing metrics[1].pause"}},
		{"what halts pauses", []string{`"test":`, `"halt": ["hold"], "test":`, `["resolution_proposed", "hold"]`, `["resolution_proposed"]`}, []string{"warning event-does-nothing metrics[1].pause"}},

		{"the report cancels", []string{`"cancel": ["customer_replied"]`, `"cancel": ["reported"]`}, []string{"warning event-does-nothing metrics[2].cancel"}},
		{"the report stops and cancels", []string{stops, `"stop": ["responded", "reported"], "cancel": ["reported"]`},
			[]string{"warning event-does-nothing metrics[0].stop", "note resolved-cancels metrics[0].stop", "warning event-does-nothing metrics[0].cancel"}},
		{"a reopening restarts", []string{stops, stops + `, "restart": ["reopened"]`}, []string{"warning event-does-nothing metrics[0].restart"}},
		{"a reply restarts", []string{asks, `["reported", "reopened", "customer_replied"], "restart": ["customer_replied"], "stop": ["responded"`}, nil},
		{"a reopening that is unasked", []string{stops, stops + `, "unasked": ["reopened"]`}, []string{"warning event-does-nothing metrics[0].unasked"}},

		{"the report asks", []string{asks, asked, `"test":`, `"asked": ["reported"], "given": ["info_received"], "test":`}, []string{"warning never-asked metrics[0].unasked"}},
		{"the report asks nobody", []string{`"test":`, `"asked": ["reported"], "test":`}, []string{"warning event-does-nothing asked"}},
		{"the report asks too", []string{asks, asked, `"test":`, `"asked": ["info_requested", "reported"], "given": ["info_received"], "test":`}, []string{"warning event-does-nothing asked"}},
		{"the report gives", []string{asks, asked, `"test":`, `"asked": ["info_requested"], "given": ["reported"], "test":`}, []string{"error never-given metrics[0].unasked"}},
		{"the report asks and gives alone", []string{asks, asked, `"test":`, `"asked": ["reported"], "given": ["reported"], "test":`},
			[]string{"warning never-asked metrics[0].unasked", "warning event-does-nothing given"}},
		{"a reopening gives", []string{asks, asked, `"test":`, `"asked": ["info_requested"], "given": ["reopened"], "test":`}, []string{"error never-given metrics[0].unasked"}},
		{"a reopening gives too", []string{asks, asked, `"test":`, `"asked": ["info_requested"], "given": ["info_received", "reopened"], "test":`}, []string{"warning event-does-nothing given"}},
		{"the report asks and gives", []string{asks, asked, `"test":`, `"asked": ["reported", "info_requested"], "given": ["info_received", "reported"], "test":`},
			[]string{"warning event-does-nothing asked", "warning event-does-nothing given"}},

		{"the report tests", []string{`"test": ["resolution_proposed", "hold"]`, `"test": ["reported"]`}, []string{"note ladder-in-pause ladders[0]", "warning event-does-nothing test"}},
		{"the end tests", []string{`"test": ["resolution_proposed", "hold"]`, `"test": ["resolution_proposed", "hold", "resolved"]`}, []string{"warning event-does-nothing test"}},
		{"the report tests, and nothing fails", []string{`"test": ["resolution_proposed", "hold"],
  "failed": ["resolution_rejected"]`, `"test": ["reported"]`}, []string{"note ladder-in-pause ladders[0]", "warning event-does-nothing test"}},
		{"the report fails", []string{`"failed": ["resolution_rejected"]`, `"failed": ["reported"]`}, []string{"error pause-never-resumes test"}},
		{"the report fails, and nobody is told", []string{`"failed": ["resolution_rejected"]`, `"failed": ["reported"]`, `"ladders": [{
    "calendar": "always",
    "steps": [{"to": "lead", "after": "1 day", "clause": "A-6"}, {"to": "head", "after": "2 days", "clause": "A-6"}]
  }],`, ``}, []string{"warning event-does-nothing failed"}},
		{"the report tests and fails alone", []string{`"test": ["resolution_proposed", "hold"],
  "failed": ["resolution_rejected"]`, `"test": ["reported"], "failed": ["reported"]`}, []string{"note ladder-in-pause ladders[0]", "warning event-does-nothing test", "warning event-does-nothing failed"}},
		{"a reopening fails", []string{`"failed": ["resolution_rejected"]`, `"failed": ["reopened"]`}, []string{"error pause-never-resumes test"}},
		{"a reopening fails too", []string{`"failed": ["resolution_rejected"]`, `"failed": ["reopened", "resolution_rejected"]`}, []string{"warning event-does-nothing failed"}},
		{"the report tests and fails", []string{`"test": ["resolution_proposed", "hold"],
  "failed": ["resolution_rejected"]`, `"test": ["reported", "resolution_proposed", "hold"], "failed": ["reported", "resolution_rejected"]`},
			[]string{"warning event-does-nothing test", "warning event-does-nothing failed"}},
		{"the report halts", []string{`"test":`, `"halt": ["reported"], "test":`}, []string{"warning event-does-nothing halt"}},
		{"a reopening switches", []string{`"test":`, `"switch": ["reopened"], "test":`}, []string{"warning event-does-nothing switch"}},

		{"a gate for a reopening", []string{`"measure": "1h", `, `"gate": {"event": "reopened"}, "measure": "1h", `}, []string{"error gate-never-opens metrics[0].targets[0].gate"}},
		{"a gate for what halts", []string{`"measure": "1h", `, `"gate": {"event": "forwarded"}, "measure": "1h", `, `"test":`, `"halt": ["forwarded"], "test":`},
			[]string{"error gate-never-opens metrics[0].targets[0].gate"}},
		// Nothing waits at a gate but a report.
		{"a gate without a report", []string{`"start": ["reported", "reopened"], "stop": ["responded"`, `"start": ["reopened"], "stop": ["responded"`,
			`"measure": "1h", `, `"gate": {"event": "reopened"}, "measure": "1h", `}, nil},

		{"a reopening keeps no ticket from closing", []string{`"cancel": ["customer_replied"]`, `"cancel": ["reopened"]`, `"after": "2 days"`, `"after": "32 days"`},
			[]string{"warning event-does-nothing metrics[2].cancel", "error ladder-outlives-ticket ladders[0].steps[1]"}},
		{"what halts keeps a ticket from closing", []string{`"cancel": ["customer_replied"], `, ``, `"after": "2 days"`, `"after": "32 days"`, `"test":`, `"halt": ["forwarded"], "test":`},
			[]string{"warning ladder-outlives-ticket ladders[0].steps[1]"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, find(t, change(t, tt.change...), lint.Options{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestWords: what findings say word for word, where that hangs on what was found.
func TestWords(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change []string
		want   string // the last finding but for its place
	}{
		{"the report stops", []string{`"stop": ["responded", "resolved"]`, `"stop": ["reported"]`},
			"nothing does what response promises: reported does nothing to an open ticket; its clocks are breached or cancelled, and never met: a ticket is reported once, before anything else (T3); " +
				"name in stop the events that do it [clock-never-stops]"},
		{"both pause", []string{`"pause": ["hold"]`, `"pause": ["hold", "reported", "reopened", "closed"]`},
			"resolution has reported, closed, reopened in pause, where that does nothing; a ticket is reported once, before anything else (T3); " +
				"a reopening of an open ticket changes nothing, and one after the end begins the next clocks (T10); what ends a clock leaves nothing to change (T4); " +
				"leave them out, or name the event that was meant [event-does-nothing]"},
		{"the report resumes", []string{`"resume": ["back"]`, `"resume": ["reported"]`, `["hold", "back"]`, `["hold"]`},
			"resolution pauses and cannot go on: what is in resume (reported) does nothing to an open ticket; once hold has come the clock stands still until the ticket ends, and is never breached; " +
				"name in resume the event that ends the pause [pause-never-resumes]"},
		{"the report or the end resumes", []string{`"resume": ["back"]`, `"resume": ["reported", "closed"]`, `["hold", "back"]`, `["hold"]`},
			"resolution pauses and cannot go on: what is in resume (reported, closed) ends the clock, or does nothing to an open ticket; " +
				"once hold has come the clock stands still until the ticket ends, and is never breached; name in resume the event that ends the pause [pause-never-resumes]"},
		{"a gate for a reopening", []string{`"measure": "1h", `, `"gate": {"event": "reopened"}, "measure": "1h", `},
			"the clock waits for a reopening, which comes after the end alone; a ticket reported on Thu 2026-01-01 09:00 +00:00 as P1 waits for ever: a reopening of an open ticket changes nothing (T10); " +
				"wait for an event that comes before the end, or let reopened alone start the clock [gate-never-opens]"},
		// 30 calendar days after 1 January the ticket closes at the end of the 31st.
		{"a step after the close", []string{`"cancel": ["customer_replied"], `, ``, `"after": "2 days"`, `"after": "32 days"`},
			"step 2 comes after the ticket has closed by itself; a ticket reported on Thu 2026-01-01 00:00 +00:00 as P1 closes on Sun 2026-02-01 00:00 +00:00 by auto_close, before head is told; " +
				"take a shorter delay, or let the ticket stay open longer [ladder-outlives-ticket]"},
		{"a step after a ticket that waits has closed", []string{`"start": ["reported"], "cancel"`, `"start": ["responded"], "cancel"`, `"after": "2 days"`, `"after": "32 days"`},
			"step 2 takes longer than auto_close; a ticket reported on Thu 2026-01-01 00:00 +00:00 as P1, and waiting from then on, has closed on Sun 2026-02-01 00:00 +00:00, before head is told; " +
				"take a shorter delay if a waiting ticket should reach it [ladder-outlives-ticket]"},
		{"no regular day", []string{`"fri": [["09:00", "17:00"]]`, `"fri": [["09:00", "15:00"]]`, `"measure": "5 business days"`, `"convention": "working_time", "measure": "5 business days"`},
			"5 business days on office never ends (where acme.days office); a ticket reported on Thu 2026-01-01 00:00 +00:00 as P2 has no due time: " +
				"calendar: no regular day: the weekdays differ in length, or have no hours; say how long a regular day is (regular_day); give the calendar its regular_day, or count the days by another convention [target-never-ends]"},
		{"no holidays", []string{`"office", "zone": "UTC",`, `"office", "zone": "UTC", "holidays_from": "2026-01-01", "holidays_through": "2026-12-31",`, `"5 business days"`, `"262 business days"`},
			"262 business days on office does not end while the holidays are known (where acme.days office); a ticket reported on Thu 2026-01-01 00:00 +00:00 as P2 has no due time: " +
				"holidays are known through 2026-12-31 only; take a shorter measure, or add the holidays of more years [target-never-ends]"},
		{"a threshold without a regular day", []string{`"fri": [["09:00", "17:00"]]`, `"fri": [["09:00", "15:00"]]`, `"percent": 50`, `"convention": "working_time", "after": "1 business day"`},
			"1 business day after due never comes; a ticket reported on Thu 2026-01-01 00:00 +00:00 as P2 is answered with an error: " +
				"calendar: no regular day: the weekdays differ in length, or have no hours; say how long a regular day is (regular_day); give the calendar its regular_day, or count the days by another convention [unreachable-step]"},
		{"zones", []string{`"calendars": [`, `"calendars": [{"name": "late", "zone": "Europe/Berlin", "week": {"mon": [["17:00", "20:00"]]}},`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "office", "after": "late", "clause": "A-4"`, `"test":`, `"switch": ["development_required"], "test":`},
			"target office and after late are in zones that differ; what is left of a clock at P1 is told by another wall clock: Thu 2026-01-01 00:00 +00:00 is Thu 2026-01-01 01:00 +01:00 there; " +
				"give both calendars one zone; if two are meant, leave it as it is [zones-differ]"},
		{"nothing switches", []string{`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "office", "after": "always", "clause": "A-4"`},
			"8h0m0s is to go on with always, and nothing is in switch; no event is one after which that calendar counts, so that all of it passes on office; " +
				"name in switch the event from which on it counts, or leave after out [after-without-switch]"},
		{"a threshold at no target", []string{`"percent": 50,`, `"levels": ["P3"], "percent": 50,`, `{"name": "P2"}]`, `{"name": "P2"}, {"name": "P3"}]`},
			"50% is at no level that has a target of response; lead is never told; add a target for its levels, or name a level that has one [unreachable-step]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, err := lint.Text([]byte(change(t, tt.change...)), lint.Options{})
			if err != nil {
				t.Fatal(err)
			}
			f := r.Findings[len(r.Findings)-1]
			_, got, _ := strings.Cut(f.String(), f.Place+": ")
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
