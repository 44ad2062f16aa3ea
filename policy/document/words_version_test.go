package document_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

func calendarWords() []word {
	hours := func(fields string) []string {
		return []string{office, office + " " + fields + ","}
	}
	made := func(how string) []string {
		return []string{`"calendars": [`, `"calendars": [{"name": "both", ` + how + `}, `, `"calendar": "office"`, `"calendar": "both"`}
	}
	afternoon := []string{"02T16:00 reported high"}
	const tuesday = "response 1 03T12:00 running A-1" // an hour on Monday and three on Tuesday
	const short = `"mon": [["09:00", "12:00"]], "tue"`
	return []word{
		// In Berlin it is 17:30 already at 16:30 UTC; Tuesday opens at 08:00 UTC.
		{name: "Calendar.zone", change: []string{`"office", "zone": "UTC"`, `"office", "zone": "Europe/Berlin"`}, events: []string{"02T16:30 reported high"}, without: "response 1 03T12:30 running A-1", with: "response 1 03T12:00 running A-1"},
		// Friday 1 May is Labour Day.
		{name: "Calendar.region", change: hours(`"region": "DE"`), events: []string{"04-30T16:00 reported high"}, without: "response 1 05-01T12:00 running A-1", with: "response 1 05-04T12:00 running A-1"},
		{name: "Calendar.workdays", base: hours(`"region": "DE"`), change: hours(`"workdays": ["2026-05-01"]`), events: []string{"04-30T16:00 reported high"}, without: "response 1 05-04T12:00 running A-1", with: "response 1 05-01T12:00 running A-1"},
		// Thursday 12 February is Lincoln's Birthday, which is in one of the two lists.
		{name: "Calendar.list", base: hours(`"region": "US-MD"`), change: hours(`"list": "statutory"`), events: []string{"02-11T16:00 reported high"}, without: "response 1 02-12T12:00 running A-1", with: "response 1 02-13T12:00 running A-1"},
		// The holidays of 2027 are only estimated. Friday 1 January is one.
		{name: "Calendar.estimated", base: hours(`"region": "MY-14"`), change: hours(`"estimated": true`), events: []string{"12-31T16:00 reported high"}, without: "response 1 unknown running A-1", with: "response 1 2027-01-04T12:00 running A-1"},
		// From 10:00, two hours to 12:00 and two on Tuesday; or from 12:00 four.
		{name: "Calendar.week", change: []string{`"mon": [["09:00", "17:00"]], "tue"`, short}, events: []string{"02T10:00 reported high"}, without: "response 1 02T14:00 running A-1", with: "response 1 03T11:00 running A-1"},
		{name: "Calendar.changes", change: hours(`"changes": [{"from": "2026-03-02", "week": {"mon": [["12:00", "20:00"]]}}]`), events: []string{"02T10:00 reported high"}, without: "response 1 02T14:00 running A-1", with: "response 1 02T16:00 running A-1"},
		{name: "Calendar.changes", change: hours(`"changes": [{"from": "2026-03-03", "week": {"mon": [["12:00", "20:00"]]}}]`), events: []string{"02T10:00 reported high"}, without: "response 1 02T14:00 running A-1", with: "response 1 02T14:00 running A-1"},
		{name: "Calendar.holidays", change: hours(`"holidays": ["2026-03-03"]`), events: afternoon, without: tuesday, with: "response 1 04T12:00 running A-1"},
		{name: "Calendar.special", change: hours(`"special": {"2026-03-03": [["13:00", "20:00"]]}`), events: afternoon, without: tuesday, with: "response 1 03T16:00 running A-1"},
		{name: "Calendar.holidays_through", change: hours(`"holidays_through": "2026-03-02"`), events: afternoon, without: tuesday, with: "response 1 unknown running A-1"},
		{name: "Calendar.holidays_through", change: hours(`"holidays_through": "2026-03-03"`), events: afternoon, without: tuesday, with: tuesday},
		{name: "Calendar.holidays_from", change: hours(`"holidays_from": "2026-03-03"`), events: afternoon, without: tuesday, with: "response 1 unknown running A-1"},
		{name: "Calendar.holidays_from", change: hours(`"holidays_from": "2026-03-02"`), events: afternoon, without: tuesday, with: tuesday},
		// A regular day of four hours is two on Monday to 12:00 and two on Tuesday.
		{name: "Calendar.regular_day", base: []string{`"mon": [["09:00", "17:00"]], "tue"`, short, `"4h"`, `"1 business day", "convention": "working_time"`}, change: hours(`"regular_day": "4h"`), events: []string{"02T10:00 reported high"},
			without: "-", with: "response 1 03T11:00 running A-1"},
		// Office and late hours are 09:00 to 23:00 together, 15:00 to 17:00 in both, and
		// 09:00 to 15:00 in the first alone.
		{name: "Calendar.union Calendar.name Version.calendars", change: made(`"union": ["office", "late"]`), events: afternoon, without: tuesday, with: "response 1 02T20:00 running A-1"},
		{name: "Calendar.intersection", change: made(`"intersection": ["office", "late"]`), events: afternoon, without: tuesday, with: "response 1 04T16:00 running A-1"},
		{name: "Calendar.difference", change: made(`"difference": ["office", "late"]`), events: []string{"02T14:00 reported high"}, without: "response 1 03T10:00 running A-1", with: "response 1 03T12:00 running A-1"},
		{name: "Calendar.as", change: made(`"as": "late"`), events: []string{"02T10:00 reported high"}, without: "response 1 02T14:00 running A-1", with: "response 1 02T19:00 running A-1"},
		{name: "Calendar.when", change: []string{`"calendars": [`, `"calendars": [{"name": "office", "when": {"tier": "gold"}, "as": "late"}, `}, fields: gold, events: []string{"02T10:00 reported high"}, without: "response 1 02T14:00 running A-1", with: "response 1 02T19:00 running A-1"},
	}
}

func versionWords() []word {
	const response = "response 1 02T14:00 running A-1"
	const hour = `{"level": "high", "measure": "3h", "calendar": "office", "clause": "A-2"}, `
	const lowering = `"lowering": {"kind": "one level", "clause": "D-1", "reason": "so it says"}, "events":`
	raised := []string{"02T10:00 reported low", "02T12:00 severity_changed high"}
	zone := func(value, attributes string) []string {
		return []string{`"office", "zone": "UTC"`, `"office", "zone": ` + value, `"attributes": [`, attributes + `"attributes": [`}
	}
	berlin := []string{"02T16:30 reported high"} // see Calendar.zone
	return []word{
		{name: "Version.halt", change: []string{owned, `"halt": ["held"], "events":`}, events: []string{"02T10:00 reported high", "02T11:00 held"}, without: response, with: "response 1 02T14:00 cancelled A-1"},
		{name: "Version.events", change: []string{`"freed"]`, `"freed", "rung"]`, `["responded"]`, `["responded", "rung"]`}, events: []string{"02T10:00 reported high", "02T11:00 rung"}, without: "-", with: "response 1 02T14:00 met A-1"},
		{name: "Version.zone", change: []string{owned, `"zone": "Europe/Berlin", "events":`}, events: []string{"02T10:00 reported high"}, without: response, with: "response 1 02T15:00:00+01:00 running A-1"},
		{name: "Version.zone", base: []string{`"late", "zone": "UTC"`, `"late", "zone": "Asia/Tokyo"`}, change: []string{owned, `"zone": {"calendar": "late"}, "events":`}, events: []string{"02T10:00 reported high"}, without: response, with: "response 1 02T23:00:00+09:00 running A-1"},
		{name: "Version.report_needs_channel", change: []string{owned, `"report_needs_channel": true, "events":`}, events: []string{"02T10:00 reported high"}, without: response, with: "policy: events[0].channel: is missing: a clause asks for the channel of a report; write phone, email or portal"},
		{name: "Version.levels Level.name Level.aliases", change: []string{`{"name": "high"}`, `{"name": "high", "aliases": ["P1"]}`}, events: []string{"02T10:00 reported P1"}, without: `policy: events[0].severity: "P1" is not a severity of desk; write high or low`, with: response},
		// A workaround makes it low, which has four hours from the start.
		{name: "Version.lowering Lowering.kind Lowering.clause Lowering.reason", base: []string{fourth, hour + fourth}, change: []string{owned, lowering}, events: []string{"02T10:00 reported high", "02T11:00 workaround_accepted"},
			without: "response 1 02T13:00 running A-2", with: response},
		// By definition high stays high, as it is not named, and a third level is none here.
		{name: "Lowering.to", base: []string{fourth, hour + fourth, `{"name": "low"}`, `{"name": "mid"}, {"name": "low"}`, owned, lowering}, change: []string{`"kind": "one level"`, `"kind": "by definition", "to": {"mid": "low"}`}, events: []string{"02T10:00 reported high", "02T11:00 workaround_accepted"},
			without: response, with: "response 1 02T13:00 running A-2"},
		// Three hours from the change at 12:00 end at 15:00, which fair does not let be
		// later than 14:00; from the start they end at 13:00.
		{name: "Version.severity_change", base: []string{fourth, hour + fourth}, change: []string{owned, `"severity_change": "from_change", "events":`}, events: raised, without: "response 1 02T14:00 running A-2", with: "response 1 02T15:00 running A-2"},
		{name: "Version.severity_change", base: []string{fourth, hour + fourth}, change: []string{owned, `"severity_change": "from_start", "events":`}, events: raised, without: "response 1 02T14:00 running A-2", with: "response 1 02T13:00 running A-2"},
		{name: "Version.severity_change", base: []string{fourth, hour + fourth}, change: []string{owned, `"severity_change": "fair", "events":`}, events: raised, without: "response 1 02T14:00 running A-2", with: "response 1 02T14:00 running A-2"},
		{name: "Document.readings Reading.name Reading.values", change: zone(`{"reading": "desk.zone"}`, `"readings": [{"name": "desk.zone", "values": ["UTC", "Europe/Berlin"], "tickets": true}], `), events: berlin, without: "response 1 03T12:30 running A-1", with: "response 1 03T12:30 running A-1"},
		{name: "Reading.values", base: zone(`{"reading": "desk.zone"}`, `"readings": [{"name": "desk.zone", "values": ["UTC", "Europe/Berlin"], "tickets": true}], `), change: []string{`["UTC", "Europe/Berlin"]`, `["Europe/Berlin", "UTC"]`}, events: berlin,
			without: "response 1 03T12:30 running A-1", with: "response 1 03T12:00 running A-1"},
		{name: "Choice.when Choice.value", change: zone(`{"choose": [{"value": "UTC"}, {"when": {"tier": "gold"}, "value": "Europe/Berlin"}]}`, ``), fields: gold, events: berlin, without: "response 1 03T12:30 running A-1", with: "response 1 03T12:00 running A-1"},
		{name: "Choice.when", change: zone(`{"choose": [{"value": "UTC"}, {"when": {"tier": "gold"}, "value": "Europe/Berlin"}]}`, ``), events: berlin, without: "response 1 03T12:30 running A-1", with: "response 1 03T12:30 running A-1"},
		{name: "Document.attributes Attribute.default", change: []string{`"office", "zone": "UTC"`, `"office", "zone": {"attribute": "site"}`, `"attributes": [`, `"attributes": [{"name": "site", "type": "zone", "default": "Europe/Berlin"}, `}, events: berlin,
			without: "response 1 03T12:30 running A-1", with: "response 1 03T12:00 running A-1"},
		{name: "Attribute.default", base: []string{`"attributes": [`, `"attributes": [{"name": "site", "type": "zone", "default": "Europe/Berlin"}, `}, change: []string{`"office", "zone": "UTC"`, `"office", "zone": {"attribute": "site"}`}, fields: `"attributes": {"site": "UTC"}`, events: berlin,
			without: "response 1 03T12:30 running A-1", with: "response 1 03T12:30 running A-1"},
	}
}

// TestCarried has the words that an agreement carries and no due time hangs on.
func TestCarried(t *testing.T) {
	d := mustDecode(t, replace(t, desk, []string{owned, `"switch_clause": "W-1", "ladders": [{"calendar": "office", "halt_clause": "C-9", "gate": {"accepts": ["phone"], "waits_for": "phone", "clause": "G-1"}, "steps": [{"to": "head"}]}],
		"ownership": {"regions": [{"name": "EU", "calendar": "office"}], "default": "EU", "clause": "E-1"}, "readings": [{"name": "r", "values": ["a"], "tickets": true, "clause": "R-1"}, {"name": "s", "values": ["b"]}],
		"classification": {"facts": [{"name": "down", "asks": "is it down?", "answers": [{"name": "yes", "means": "it is"}, {"name": "no"}]}],
			"rules": [{"key": "down", "when": [{"fact": "down", "is": ["yes"]}], "level": "high", "clause": "K-1", "reason": "it is down"}, {"key": "up", "between": ["high", "low"], "clause": "K-2", "reason": "it is up"}]},
		"authority": {"report": {"by": ["customer"], "clause": "S-1", "reason": "who reports"}, "change": {"by": ["supplier", "customer"], "clause": "S-2", "reason": "who changes"}}, "events":`}))
	versions, err := d.For(policy.Customer{}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	p, err := versions.InForce(policyTime)
	if err != nil {
		t.Fatal(err)
	}
	a := p.Agreement()
	if got := []string{a.Ladders[0].Ladder.HaltClause, a.Regions.Clause, a.SwitchClause, a.Ladders[0].Gate.Clause}; !cmp.Equal(got, []string{"C-9", "E-1", "W-1", "G-1"}) {
		t.Error(got)
	}
	if c := p.Choices(); len(c) != 1 || c[0].Name != "r" || c[0].Value != "a" {
		t.Errorf("the reading that can touch a ticket: %+v", c)
	}
	setters := d.Setters()
	if diff := cmp.Diff(severity.Setter{By: []severity.Party{severity.Customer}, Clause: "S-1", Reason: "who reports"}, setters.Report); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(severity.Setter{By: []severity.Party{severity.Supplier, severity.Customer}, Clause: "S-2", Reason: "who changes"}, setters.Change); diff != "" {
		t.Error(diff)
	}
	c, err := d.Classifier(p.Scale())
	if err != nil {
		t.Fatal(err)
	}
	facts := c.Facts()
	if facts[0].Name != "down" || facts[0].Asks != "is it down?" || facts[0].Answers[0] != (severity.Answer{Name: "yes", Means: "it is"}) {
		t.Errorf("%+v", facts)
	}
	if found, err := c.Classify(severity.Facts{"down": "yes"}); err != nil || fmt.Sprint(found) != "high: it is down: down yes (K-1)" {
		t.Errorf("%+v, %v", found, err)
	}
}
