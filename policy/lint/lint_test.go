package lint_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/lint"
)

// TestChecks: each check finds its defect and nothing else, and does not find the
// twin that is right.
func TestChecks(t *testing.T) {
	const hours = `"week": {
      "mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": [["09:00", "17:00"]], "thu": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]]}`
	for _, tt := range []struct {
		name   string
		change []string
		want   []string
	}{
		{name: "nothing"},

		{"a level without targets", []string{`{"name": "P2"}]`, `{"name": "P2"}, {"name": "P3"}]`},
			[]string{"warning level-without-target levels[2]"}},
		{"a level that only closes by itself", []string{`{"level": "P1", "measure": "1h"`, `{"level": "P2", "when": {"tier": "gold", "acme.days": "all"}, "measure": "1h"`,
			`{"level": "P1", "measure": "8h"`, `{"level": "P2", "when": {"tier": "gold"}, "measure": "8h"`, `"percent": 50, `, `"percent": 50, "levels": ["P2"], `,
			`{"level": "P2", "when": {"acme.days": "all"}`, `{"level": "P2", "when": {"acme.days": "all", "tier": "silver"}`},
			[]string{"warning level-without-target levels[0]", "warning graver-level-without-target metrics[0]", "warning graver-level-without-target metrics[1]"}},
		{"the graver level has none", []string{`{"level": "P1", "measure": "8h"`, `{"level": "P2", "when": {"tier": "gold"}, "measure": "8h"`,
			`{"level": "P2", "when": {"acme.days": "all"}`, `{"level": "P2", "when": {"acme.days": "all", "tier": "silver"}`},
			[]string{"warning graver-level-without-target metrics[1]"}},
		{"the milder level has none", []string{`        {"level": "P2", "measure": "5 business days", "calendar": "office", "clause": "A-4"},
`, ``, `"when": {"acme.days": "all"}, "measure": "7 calendar days"`, `"when": {"tier": "gold", "acme.days": "all"}, "measure": "7 calendar days"`}, nil},
		{"no target at all", []string{`"name": "auto_close",`, `"name": "update", "start": ["reported"], "stop": ["updated"]}, {"name": "auto_close",`},
			[]string{"note metric-without-target metrics[2]"}},
		{"targets under another condition", []string{`"name": "auto_close",`,
			`"name": "update", "when": {"tier": "gold"}}, {"name": "update", "start": ["reported"], "stop": ["updated"], "targets": [{"measure": "8h", "calendar": "office", "clause": "A-7"}]}, {"name": "auto_close",`}, nil},

		{"graver and always longer", []string{`"measure": "1h", "calendar": "always"`, `"measure": "9h", "calendar": "office"`},
			[]string{"error graver-level-longer metrics[0].targets[0]"}},
		{"longer for some", []string{`"measure": "1h", "calendar": "always"`, `"measure": "5h", "calendar": "office"`},
			[]string{"error graver-level-longer metrics[0].targets[0] where tier gold"}},
		{"longer for some, or some others", []string{`"measure": "1h", "calendar": "always", "clause": "A-1"},`, `"measure": "5h", "calendar": "office", "clause": "A-1"},
        {"level": "P2", "when": {"acme.days": "all", "tier": "silver"}, "measure": "4h", "calendar": "office", "clause": "A-2"},`},
			[]string{"error graver-level-longer metrics[0].targets[0] for example where tier gold"}},
		// 8 h from a closed instant end with the close, and so at the next opening.
		{"longer by its closing", []string{`"measure": "1h", "calendar": "always"`, `"measure": "8h", "at_closing": "next_opening", "calendar": "office"`},
			[]string{"error graver-level-longer metrics[0].targets[0] where tier gold", "warning graver-level-longer metrics[0].targets[0] where tier silver"}},
		{"the same", []string{`"measure": "1h", "calendar": "always"`, `"measure": "4h", "calendar": "office"`}, nil},
		// 100 h round the clock are more than 8 h of two office days, and less over a weekend: from Friday
		// 13:01 on 8 h end on Monday at the earliest, at most 92 h later.
		{"longer on some days", []string{`"measure": "1h", "calendar": "always"`, `"measure": "24h", "calendar": "always"`},
			[]string{"warning graver-level-longer metrics[0].targets[0]"}},
		// On the night in March 24 h end an hour later than one day; that is no finding.
		{"longer on one night", []string{`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "24h", "calendar": "always", "clause": "A-4"`,
			`"measure": "5 business days", "calendar": "office"`, `"measure": "1 business day", "convention": "same_time", "calendar": "always"`, `"always", "zone": "UTC"`, `"always", "zone": "Europe/Berlin"`}, nil},
		// The end of the next day is later than its same time of day, from midnight too.
		{"longer until the end of the day", []string{`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "1 calendar day", "calendar": "always", "clause": "A-4"`,
			`"measure": "5 business days", "calendar": "office"`, `"measure": "1 calendar day", "convention": "same_time", "calendar": "always"`},
			[]string{"error graver-level-longer metrics[1].targets[0] where acme.days office"}},
		{"the same time of day", []string{`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "1 calendar day", "convention": "same_time", "calendar": "always", "clause": "A-4"`,
			`"measure": "5 business days", "calendar": "office"`, `"measure": "1 calendar day", "calendar": "always"`}, nil},
		{"longer and closes by itself", []string{`[{"measure": "30 calendar days", "calendar": "always", "clause": "A-5"}]`,
			`[{"level": "P1", "measure": "30 calendar days", "calendar": "always", "clause": "A-5"}, {"level": "P2", "measure": "20 calendar days", "calendar": "always", "clause": "A-5"}]`}, nil},

		// 2,500,000 hours of one hour a week are 47,900 years, and calendars end with the year 9999.
		{"never ends", []string{`"calendars": [`, `"calendars": [{"name": "rare", "zone": "UTC", "week": {"mon": [["09:00", "10:00"]]}},`,
			`"measure": "8h", "calendar": "office", "clause": "A-1"`, `"measure": "2500000h", "calendar": "rare", "clause": "A-1"`},
			[]string{"error target-never-ends metrics[0].targets[1] where tier silver"}},
		{"ends after long", []string{`"measure": "8h", "calendar": "office", "clause": "A-1"`, `"measure": "1000000h", "calendar": "office", "clause": "A-1"`}, nil},
		{"does not end while holidays are known", []string{`"office", "zone": "UTC",`, `"office", "zone": "UTC", "holidays_from": "2026-01-01", "holidays_through": "2026-12-31",`,
			`"5 business days"`, `"270 business days"`},
			[]string{"error target-never-ends metrics[1].targets[1] where acme.days office"}},
		// 2026 has 261 weekdays, and from its first instant, a Thursday's, the 260th after that day is Thursday 31 December.
		{"just ends while holidays are known", []string{`"office", "zone": "UTC",`, `"office", "zone": "UTC", "holidays_from": "2026-01-01", "holidays_through": "2026-12-31",`,
			`"5 business days"`, `"260 business days"`}, nil},
		{"no regular day", []string{`"fri": [["09:00", "17:00"]]`, `"fri": [["09:00", "15:00"]]`, `"measure": "5 business days"`, `"convention": "working_time", "measure": "5 business days"`},
			[]string{"error target-never-ends metrics[1].targets[1] where acme.days office"}},
		{"hours that end some day", []string{`"calendars": [
    {"name": "office", "zone": "UTC",`, `"calendars": [
    {"name": "office", "zone": "UTC", "changes": [{"from": "2030-01-01", "week": {}}],`},
			[]string{"warning target-never-ends metrics[0].targets[1] where tier silver", "warning target-never-ends metrics[0].targets[2] where tier gold",
				"warning target-never-ends metrics[1].targets[0]", "warning target-never-ends metrics[1].targets[1] where acme.days office"}},
		{"calendar days over a weekend", []string{`"measure": "7 calendar days", "calendar": "always"`, `"measure": "1 calendar day", "calendar": "office"`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "1h", "calendar": "always", "clause": "A-4"`},
			[]string{"warning no-open-hours metrics[1].targets[2] where acme.days all"}},
		// From Saturday 04:00 the same time of the next business day is Monday 04:00; counted from Monday's opening it is Tuesday 09:00.
		{"a business day before the opening", []string{`"measure": "5 business days"`, `"measure": "1 business day", "convention": "same_time"`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "1h", "calendar": "always", "clause": "A-4"`},
			[]string{"warning no-open-hours metrics[1].targets[1] where acme.days office"}},
		{"a business day from the opening", []string{`"measure": "5 business days"`, `"measure": "1 business day", "convention": "same_time", "from": "next_opening"`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "1h", "calendar": "always", "clause": "A-4"`}, nil},
		{"calendar days over a week", []string{`"measure": "7 calendar days", "calendar": "always"`, `"measure": "7 calendar days", "calendar": "office"`}, nil},

		{"a calendar that never opens", []string{hours, `"week": {}`},
			[]string{"error calendar-never-opens calendars[0]"}},
		{"a calendar that opens no more", []string{hours, `"special": {"2025-12-31": [["09:00", "17:00"]]}`},
			[]string{"warning calendar-never-opens calendars[0]"}},
		{"a part that never opens", []string{`"calendars": [`, `"calendars": [{"name": "freeze", "zone": "UTC", "special": {"2020-01-01": []}}, {"name": "both", "union": ["office", "freeze"]},`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "both", "clause": "A-4"`},
			[]string{"warning calendar-never-opens calendars[0]"}},
		{"a part that opens no more", []string{`"calendars": [`, `"calendars": [{"name": "freeze", "zone": "UTC", "special": {"2020-01-01": [["09:00", "10:00"]]}}, {"name": "both", "union": ["office", "freeze"]},`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "both", "clause": "A-4"`}, nil},
		{"calendar days need no opening", []string{`"calendars": [`, `"calendars": [{"name": "none", "zone": "UTC", "special": {"2020-01-01": []}},`,
			`"measure": "30 calendar days", "calendar": "always"`, `"measure": "30 calendar days", "calendar": "none"`},
			[]string{"warning calendar-never-opens calendars[0]", "warning no-open-hours metrics[2].targets[0]"}},
		{"calendar days from an opening", []string{`"calendars": [`, `"calendars": [{"name": "none", "zone": "UTC", "special": {"2020-01-01": []}},`,
			`"measure": "30 calendar days", "calendar": "always"`, `"measure": "30 calendar days", "from": "next_opening", "calendar": "none"`},
			[]string{"error calendar-never-opens calendars[0]"}},
		{"calendar days until an opening", []string{`"calendars": [`, `"calendars": [{"name": "none", "zone": "UTC", "special": {"2020-01-01": []}},`,
			`"measure": "30 calendar days", "calendar": "always"`, `"measure": "30 calendar days", "at_closing": "next_opening", "calendar": "none"`},
			[]string{"error calendar-never-opens calendars[0]"}},
		{"a calendar nobody uses", []string{`"calendars": [`, `"calendars": [{"name": "spare", "zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}},`},
			[]string{"note calendar-never-used calendars[0]"}},
		{"a calendar without a row", []string{`"calendars": [`, `"calendars": [{"name": "late", "when": {"tier": "gold"}, "zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}},`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "office", "after": "late", "clause": "A-4"`, `"test":`, `"switch": ["development_required"], "test":`},
			[]string{"error calendar-lacking metrics[1].targets[0] where tier silver"}},
		// Where the country is not given, a ticket that needs the calendar is refused, which is right.
		{"a calendar without a country", []string{`"calendars": [`, `"calendars": [{"name": "late", "zone": "UTC", "region": {"attribute": "country"}, "week": {"mon": [["09:00", "17:00"]]}},`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "office", "after": "late", "clause": "A-4"`, `"test":`, `"switch": ["development_required"], "test":`,
			`"attributes": [`, `"attributes": [{"name": "country", "type": "region"}, `}, nil},

		{"a threshold where there is no target", []string{`"percent": 50,`, `"levels": ["P3"], "percent": 50,`, `{"name": "P2"}]`, `{"name": "P2"}, {"name": "P3"}]`},
			[]string{"warning level-without-target levels[2]", "error unreachable-step metrics[0].thresholds[0]"}},
		{"a threshold where there is partly no target", []string{`"percent": 50,`, `"levels": ["P3", "P2"], "percent": 50,`, `{"name": "P2"}]`, `{"name": "P2"}, {"name": "P3"}]`},
			[]string{"warning level-without-target levels[2]", "warning unreachable-step metrics[0].thresholds[0]"}},
		{"a threshold after the ticket has closed", []string{`"ends": true,`, `"ends": true, "thresholds": [{"after": "1h", "to": "lead", "clause": "A-8"}, {"percent": 100, "to": "lead", "clause": "A-8"}],`},
			[]string{"error unreachable-step metrics[2].thresholds[0]"}},
		{"a threshold after the due time", []string{`"percent": 50`, `"percent": 101`}, nil},
		{"a threshold some time after the due time", []string{`"percent": 50`, `"after": "1h"`}, nil},
		{"a threshold at the start", []string{`"percent": 50`, `"before": "8h"`},
			[]string{"warning step-at-start metrics[0].thresholds[0]"}},
		{"a threshold at the start of some", []string{`"percent": 50`, `"levels": ["P2"], "before": "4h"`},
			[]string{"warning step-at-start metrics[0].thresholds[0] where tier gold"}},
		{"a threshold after the start", []string{`"percent": 50`, `"levels": ["P2"], "before": "3h59m"`}, nil},
		{"two thresholds that are one", []string{`"percent": 50, "to": "lead", "clause": "A-3"}`, `"percent": 50, "to": "lead", "clause": "A-3"}, {"levels": ["P1"], "percent": 50, "to": "lead", "clause": "A-9"}`},
			[]string{"warning two-rules metrics[0].thresholds[1]"}},
		{"two thresholds for two", []string{`"percent": 50, "to": "lead", "clause": "A-3"}`, `"levels": ["P2"], "percent": 50, "to": "lead", "clause": "A-3"}, {"levels": ["P1"], "percent": 50, "to": "lead", "clause": "A-9"}, {"percent": 50, "to": "head", "clause": "A-9"}`}, nil},
		{"a step that never comes", []string{`"calendars": [`, `"calendars": [{"name": "rare", "zone": "UTC", "week": {"mon": [["09:00", "10:00"]]}},`, `"calendar": "always",
    "steps": [{"to": "lead", "after": "1 day"`, `"calendar": "rare",
    "steps": [{"to": "lead", "after": "2500000h"`, `"after": "2 days"`, `"after": "1h"`},
			[]string{"error unreachable-step ladders[0].steps[0]"}},
		{"steps out of order", []string{`"after": "1 day"`, `"after": "3 days"`},
			[]string{"warning step-before-earlier ladders[0].steps[1]"}},
		{"steps at one instant", []string{`"after": "1 day"`, `"after": "2 days"`}, nil},

		{"a step after the ticket has closed", []string{`"cancel": ["customer_replied"], `, ``, `"after": "2 days"`, `"after": "32 days"`},
			[]string{"error ladder-outlives-ticket ladders[0].steps[1]"}},
		{"a step after the ticket may have closed", []string{`"after": "2 days"`, `"after": "32 days"`},
			[]string{"warning ladder-outlives-ticket ladders[0].steps[1]"}},
		{"a step after a ticket that waits has closed", []string{`"start": ["reported"], "cancel"`, `"start": ["responded"], "cancel"`, `"after": "2 days"`, `"after": "32 days"`},
			[]string{"note ladder-outlives-ticket ladders[0].steps[1]"}},
		// 30 calendar days end more than 30 and at most 31 days after the report.
		{"a step that can come before the close", []string{`"after": "2 days"`, `"after": "31 days"`}, nil},
		{"a repeat after the ticket may have closed", []string{`"ladders": [{`, `"ladders": [{"repeat": {"every": "1 day", "times": 30},`},
			[]string{"warning ladder-outlives-ticket ladders[0].repeat"}},
		{"repeats that can come before the close", []string{`"ladders": [{`, `"ladders": [{"repeat": {"every": "1 day", "times": 29},`}, nil},

		{"a reading never used", []string{`"readings": [`, `"readings": [{"name": "acme.x", "values": ["a", "b"], "clause": "A-0"}, `},
			[]string{"warning reading-never-used readings[0]"}},
		{"a reading that is a value", []string{`"readings": [`, `"readings": [{"name": "acme.x", "values": ["UTC", "-05:00"], "tickets": true, "clause": "A-0"}, `, `"zone": "UTC",`, `"zone": {"reading": "acme.x"},`}, nil},
		{"a reading without a choice", []string{`"values": ["office", "all"]`, `"values": ["all"]`, `{"level": "P2", "measure": "5 business days", "calendar": "office", "clause": "A-4"},`, ``},
			[]string{"warning reading-without-choice readings[0]"}},
		{"an attribute never used", []string{`"attributes": [`, `"attributes": [{"name": "product", "type": "text"}, `},
			[]string{"warning attribute-never-used attributes[0]"}},
		{"an event never used", []string{`"events": [`, `"events": ["shipped", `},
			[]string{"warning event-never-used events[0]"}},

		{"a pause without an end", []string{`"resume": ["back"], `, ``, `["hold", "back"]`, `["hold"]`},
			[]string{"error pause-never-resumes metrics[1].pause"}},
		{"a pause that ends with the ticket", []string{`"resume": ["back"]`, `"resume": ["resolved"]`, `["hold", "back"]`, `["hold"]`},
			[]string{"error pause-never-resumes metrics[1].pause"}},
		{"a pause that ends with what halts", []string{`"test":`, `"halt": ["back"], "test":`},
			[]string{"error pause-never-resumes metrics[1].pause"}},
		{"a ladder's halt without an end", []string{`,
  "failed": ["resolution_rejected"]`, ``},
			[]string{"error pause-never-resumes test"}},
		{"a resume without a pause", []string{`, "pause": ["hold"]`, ``, `["hold", "back"]`, `["back"]`, `["resolution_proposed", "hold"]`, `["resolution_proposed"]`},
			[]string{"warning resume-without-pause metrics[1].resume"}},

		// What is left is counted elsewhere once an event of switch has come. The zones of a calendar that never counts are no matter.
		{"a calendar for what is left, and no switch", []string{`"calendars": [`, `"calendars": [{"name": "late", "zone": "Europe/Berlin", "week": {"mon": [["17:00", "20:00"]]}},`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "office", "after": "late", "clause": "A-4"`},
			[]string{"warning after-without-switch metrics[1].targets[0].after"}},
		{"a calendar for what is left, and no switch for some", []string{`"calendars": [`, `"calendars": [{"name": "late", "when": {"tier": "gold"}, "zone": "UTC", "week": {"mon": [["17:00", "20:00"]]}},`,
			`"measure": "4h", "calendar": "office"`, `"measure": "4h", "calendar": "office", "after": "late"`},
			[]string{"warning after-without-switch metrics[0].targets[2].after where tier gold"}},
		{"a calendar for what is left, and a switch", []string{`"calendars": [`, `"calendars": [{"name": "late", "zone": "UTC", "week": {"mon": [["17:00", "20:00"]]}},`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "office", "after": "late", "clause": "A-4"`, `"test":`, `"switch": ["hold"], "test":`}, nil},

		{"nothing starts a clock", []string{`"response", "start": ["reported", "reopened"]`, `"response"`},
			[]string{"error clock-never-runs metrics[0]"}},
		{"the end starts a clock", []string{`"response", "start": ["reported", "reopened"]`, `"response", "start": ["closed"]`},
			[]string{"error clock-never-runs metrics[0].start"}},
		{"the end starts a clock too", []string{`"response", "start": ["reported", "reopened"]`, `"response", "start": ["reported", "closed"]`},
			[]string{"warning clock-never-runs metrics[0].start"}},
		{"nothing stops a clock", []string{`"stop": ["responded", "resolved"],`, ``},
			[]string{"warning clock-never-stops metrics[0]"}},
		{"closing alone stops a clock", []string{`"stop": ["resolved"]`, `"stop": ["closed"]`},
			[]string{"warning stop-after-end metrics[1].stop"}},
		{"resolving or closing stops a clock", []string{`"stop": ["resolved"]`, `"stop": ["resolved", "closed"]`}, nil},
		{"stop and cancel", []string{`"stop": ["resolved"]`, `"stop": ["resolved"], "cancel": ["resolved"]`},
			[]string{"warning cancel-after-stop metrics[1].cancel"}},
		{"a gate for the report", []string{`"measure": "1h", `, `"gate": {"event": "reported"}, "measure": "1h", `},
			[]string{"error gate-never-opens metrics[0].targets[0].gate"}},
		{"a gate for the end", []string{`"measure": "1h", `, `"gate": {"event": "closed"}, "measure": "1h", `},
			[]string{"error gate-never-opens metrics[0].targets[0].gate"}},
		{"a gate for an event", []string{`"measure": "1h", `, `"gate": {"event": "registered"}, "measure": "1h", `}, nil},
		{"nothing is asked", []string{`["reported", "reopened"], "stop": ["responded"`, `["reported", "reopened", "customer_replied"], "stop": ["responded"`, `"stop": ["responded", "resolved"]`, `"unasked": ["customer_replied"], "stop": ["responded", "resolved"]`},
			[]string{"warning never-asked metrics[0].unasked"}},
		{"what is asked never comes", []string{`["reported", "reopened"], "stop": ["responded"`, `["reported", "reopened", "customer_replied"], "stop": ["responded"`, `"stop": ["responded", "resolved"]`, `"unasked": ["customer_replied"], "stop": ["responded", "resolved"]`, `"test":`, `"asked": ["info_requested"], "test":`},
			[]string{"error never-given metrics[0].unasked"}},
		{"what is asked comes", []string{`["reported", "reopened"], "stop": ["responded"`, `["reported", "reopened", "customer_replied"], "stop": ["responded"`, `"stop": ["responded", "resolved"]`, `"unasked": ["customer_replied"], "stop": ["responded", "resolved"]`, `"test":`, `"asked": ["info_requested"], "given": ["info_received"], "test":`}, nil},
		{"asked and given", []string{`"test":`, `"asked": ["info_requested"], "given": ["info_requested"], "test":`},
			[]string{"warning asked-and-given given"}},
		{"test and failed", []string{`"failed": ["resolution_rejected"]`, `"failed": ["resolution_proposed", "resolution_rejected"]`},
			[]string{"warning test-and-failed failed"}},

		{"a row that never wins", []string{`{"level": "P1", "measure": "8h"`, `{"level": "P2", "when": {"tier": ["gold", "silver"], "acme.days": ["all", "office"]}, "measure": "10h", "calendar": "office", "clause": "A-4"}, {"level": "P1", "measure": "8h"`},
			[]string{"warning row-never-wins metrics[1].targets[2]", "warning row-never-wins metrics[1].targets[3]"}},
		{"a row for tickets that are refused", []string{`"levels":`, `"refuse": [{"when": {"tier": "gold"}, "why": "it is not sold any more"}], "levels":`},
			[]string{"warning row-never-wins metrics[0].targets[2]"}},
		{"a row that names its level", []string{`{"level": "P1", "measure": "1h", "calendar": "always"`, `{"measure": "30m", "calendar": "always", "clause": "A-1"}, {"level": "P1", "measure": "9h", "calendar": "office"`},
			[]string{"warning row-never-wins metrics[0].targets[0]", "error graver-level-longer metrics[0].targets[1]"}},
		{"a row for all levels that only one has", []string{`{"level": "P2", "measure": "8h"`, `{"measure": "8h"`}, nil},
		{"a calendar that some have no row for", []string{`"calendars": [`, `"calendars": [{"name": "late", "when": {"tier": "gold"}, "zone": "UTC", "week": {"mon": [["09:00", "17:00"]]}},`,
			`"measure": "8h", "calendar": "office", "clause": "A-4"`, `"measure": "8h", "calendar": "late", "clause": "A-4"`},
			[]string{"error no-agreement calendars where tier silver"}},
		{"a ladder that cannot be made", []string{`"calendars": [`, `"calendars": [{"name": "odd", "zone": "UTC", "week": {"mon": [["09:00", "17:00"]], "tue": [["09:00", "15:00"]]}},`,
			`"ladders": [{`, `"ladders": [{"when": {"tier": "silver"}, "level": "P2", "calendar": "odd", "steps": [{"to": "lead", "after": "1 business day", "clause": "A-6"}]}, {`},
			[]string{"error no-agreement ladders[0].steps[0].after where tier silver"}},
		{"names that every ticket must have", []string{`"attributes": [`, `"attributes": [{"name": "holidays", "type": "regions", "required": true}, {"name": "order", "type": "text", "required": true}, `,
			`"office", "zone": "UTC",`, `"office", "zone": "UTC", "region": {"attribute": "holidays", "key": "site"},`},
			[]string{"warning attribute-never-used attributes[1]"}},
		{"all are refused", []string{`"levels":`, `"refuse": [{"when": {"tier": ["gold", "silver"]}, "why": "it is not sold any more"}], "levels":`},
			[]string{"warning no-ticket", "warning row-never-wins calendars[0]", "warning row-never-wins calendars[1]", "warning row-never-wins metrics[0]",
				"warning row-never-wins metrics[0].targets[0]", "warning row-never-wins metrics[0].targets[1]", "warning row-never-wins metrics[0].targets[2]",
				"warning row-never-wins metrics[1]", "warning row-never-wins metrics[1].targets[0]", "warning row-never-wins metrics[1].targets[1]", "warning row-never-wins metrics[1].targets[2]",
				"warning row-never-wins metrics[2]", "warning row-never-wins metrics[2].targets[0]", "warning row-never-wins ladders[0]"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, find(t, change(t, tt.change...), lint.Options{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
