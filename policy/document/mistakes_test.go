package document_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/document"
)

// small is a document on which the mistakes are made.
const small = `{
  "schema": 1,
  "name": "acme",
  "attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"]}, {"name": "vip", "type": "list"}],
  "readings": [{"name": "acme.zone", "values": ["UTC", "+01:00"], "tickets": true}],
  "levels": [{"name": "high"}, {"name": "low"}],
  "events": ["held"],
  "zone": {"calendar": "office"},
  "calendars": [
    {"name": "office", "zone": {"reading": "acme.zone"}, "region": "DE-BY", "week": {"mon": [["09:00", "17:00"]]}},
    {"name": "both", "union": ["office", "office"]}
  ],
  "metrics": [{
    "name": "response", "start": ["reported"], "stop": ["responded"], "pause": ["held"],
    "targets": [
      {"level": "high", "measure": "1h", "calendar": "office", "clause": "A-1"},
      {"level": "low", "measure": "2 business days", "convention": "same_time", "calendar": "office", "clause": "A-1"}
    ],
    "thresholds": [{"percent": 50, "to": "lead", "clause": "A-2"}]
  }],
  "ladders": [{"level": "high", "calendar": "office", "steps": [{"to": "head", "after": "1 business day"}]}],
  "ownership": {"regions": [{"name": "EU", "calendar": "office"}], "default": "EU"},
  "lowering": {"kind": "one level", "clause": "A-3", "reason": "so it says"},
  "severity_change": "fair"
}
`

func TestDecode(t *testing.T) {
	if _, err := document.Decode([]byte(small)); err != nil {
		t.Fatal(err)
	}
}

// TestMistakes makes one mistake at a time.
func TestMistakes(t *testing.T) {
	for _, test := range []struct{ old, new, want string }{
		// Of the form.
		{`"schema": 1`, `"schema": 2`, `line 2, column 13: schema: 2 must be 1`},
		{`"schema": 1,`, ``, `line 1, column 1: needs "schema"`},
		{`"name": "acme"`, `"name": ""`, `line 3, column 11: name: "" is empty; write a text`},
		{`"name": "acme"`, `"name": "ac\nme"`, `line 3, column 11: name: "ac\nme" has a control character, such as a line break; write a name on one line`},
		{`"name": "office"`, `"name": "off\u0085ice"`, `line 10, column 14: calendars[0].name: "off\u0085ice" has a control character, such as a line break; write a name on one line`},
		{`"name": "acme"`, `"name": null`, `line 3, column 11: name: null must be a string`},
		{`"levels"`, `"level"`, `line 6, column 3: level: unknown field; did you mean "levels"?`},
		{`"measure": "1h"`, `"measure": "1 hour"`, `line 16, column 36: metrics[0].targets[0].measure: "1 hour" is not a measure; write a time such as 8h, or 5 business days, 7 calendar days, or 3 days of 24 hours each`},
		{`"measure": "1h"`, `"measure": "0h"`, `line 16, column 36: metrics[0].targets[0].measure: "0h" is no time at all; write more than none, such as 8h`},
		{`"measure": "1h"`, `"measure": "-1h"`, `line 16, column 36: metrics[0].targets[0].measure: "-1h" is not a measure; write a time such as 8h, or 5 business days, 7 calendar days, or 3 days of 24 hours each`},
		{`"measure": "1h", `, ``, `line 16, column 7: metrics[0].targets[0]: needs "measure"`},
		{`"same_time"`, `"same time"`, `line 17, column 68: metrics[0].targets[1].convention: "same time" is not known; write close_of_business, same_time or working_time`},
		{`"measure": "1h"`, `"from": "next_opening", "measure": "1h"`, `line 16, column 33: metrics[0].targets[0].from: "next_opening" is for days only; working time passes from the next opening anyhow`},
		{`"measure": "1h"`, `"convention": "working_time", "measure": "2 calendar days"`, `line 16, column 39: metrics[0].targets[0].convention: "working_time" is for business days; calendar days end with the day, or by same_time`},
		{`"percent": 50`, `"percent": 0`, `line 19, column 32: metrics[0].thresholds[0].percent: 0 is out of range; write 1 through 1000`},
		{`"percent": 50`, `"percent": 1001`, `line 19, column 32: metrics[0].thresholds[0].percent: 1001 is out of range; write 1 through 1000`},
		{`"percent": 50`, `"percent": 50, "percent": 51`, `line 19, column 36: metrics[0].thresholds[0].percent: appears twice in one object, first at line 19, column 21`},
		{`"zone": {"calendar": "office"}`, `"zone": {}`, `line 8, column 11: zone: must have exactly one of "attribute", "reading", "choose" and "calendar"`},
		{`[["09:00", "17:00"]]`, `[["09:00", "5pm"]]`, `line 10, column 104: calendars[0].week[mon][0][1]: "5pm" is not a time of day; write it as 09:00 or 09:00:00`},
		// Of names.
		{`"tier", "type": "text"`, `"tier", "type": "list"`, `line 4, column 43: attributes[0].type: "list" cannot be: a customer has this field as text or zone or region`},
		{`"name": "vip"`, `"name": "tier"`, `line 4, column 91: attributes[1].name: "tier" is the name of two attributes` + "\ndocument: " + `line 4, column 107: attributes[1].type: "list" cannot be: a customer has this field as text or zone or region`},
		{`"acme.zone", "values"`, `"tier", "values"`, `line 5, column 25: readings[0].name: "tier" is the name of another reading or attribute` + "\ndocument: " + `line 10, column 44: calendars[0].zone.reading: "acme.zone" is not a reading; write tier`},
		{`{"name": "high"}, `, `{"name": "high", "aliases": ["LOW"]}, `, `line 6, column 61: levels[1].name: "low" is an alias of levels[0] already; write each name once`},
		{`"held"],`, `"reported"],`, `line 7, column 14: events[0]: "reported" is an event that every agreement has` + "\ndocument: " + `line 14, column 81: metrics[0].pause[0]: "held" is not an event; write reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, workaround_accepted, development_required, forwarded, resolution_proposed, resolution_rejected, resolved, severity_changed, closed or reopened, or declare it in events`},
		{`"low", "measure"`, `"lo", "measure"`, `line 17, column 17: metrics[0].targets[1].level: "lo" is not a level; write high or low`},
		{`"calendar": "office", "clause": "A-1"},`, `"calendar": "ofice", "clause": "A-1"},`, `line 16, column 54: metrics[0].targets[0].calendar: "ofice" is not a calendar; write office or both`},
		{`"default": "EU"`, `"default": "US"`, `line 22, column 79: ownership.default: "US" is not a region; write EU`},
		{`"name": "EU"`, `"name": "on-call"`, `line 22, column 38: ownership.regions[0].name: "on-call" is the service that owns tickets while no region is active; take another name` + "\ndocument: " + `line 22, column 84: ownership.default: "EU" is not a region; write on-call`},
		{`"severity_change": "fair"`, `"severity_change": "soft"`, `line 24, column 22: severity_change: "soft" is not a mode; write fair, from_start or from_change`},
		{`"kind": "one level", `, `"kind": "by definition", "to": {"low": "high"}, `, `line 23, column 55: lowering.to[low]: "high" is not a less grave level; write one after low of high or low`},
		// Of calendars.
		{`"UTC", "+01:00"`, `"UTC", "../etc"`, `line 10, column 32: calendars[0].zone: "../etc" is a value of the reading and is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{`{"reading": "acme.zone"}`, `"Europe/Atlantis"`, `line 10, column 32: calendars[0].zone: "Europe/Atlantis" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{`{"reading": "acme.zone"}`, `{"attribute": "tier"}`, `line 10, column 32: calendars[0].zone: "gold" is a value of the attribute and is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{`"DE-BY"`, `"DE-XX"`, `line 10, column 68: calendars[0].region: "DE-XX" is not a region whose holidays are known; write DE, DE-BB, DE-BE, DE-BW, DE-BY, DE-HB, DE-HE, DE-HH, DE-MV, DE-NI, DE-NW, DE-RP, DE-SH, DE-SL, DE-SN, DE-ST or DE-TH`},
		{`"DE-BY"`, `"DE-BY", "list": "bank"`, `line 10, column 85: calendars[0].list: "bank" is not a list of this region: region: "DE-BY" has no list "bank"; it has one list, without a name`},
		{`["09:00", "17:00"]`, `["17:00", "09:00"]`, `line 10, column 94: calendars[0].week[mon][0]: 17:00-09:00 closes before it opens; write 17:00-33:00 to run past midnight`},
		{`["09:00", "17:00"]`, `["09:00", "12:00"], ["13:00", "12:30"]`, `line 10, column 114: calendars[0].week[mon][1]: 13:00-12:30 closes before it opens; write 13:00-36:30 to run past midnight`},
		{`["09:00", "17:00"]`, `["09:00", "12:00"], ["11:00", "12:30"]`, `line 10, column 114: calendars[0].week[mon][1]: 11:00-12:30 overlaps week[mon][0], 09:00-12:00; windows of one date may touch, not overlap`},
		{`["09:00", "17:00"]`, `["09:00", "09:00"]`, `line 10, column 94: calendars[0].week[mon][0]: 09:00-09:00 closes when it opens; write a later time to close`},
		{`["office", "office"]`, `["office", "both"]`, `line 11, column 5: calendars[1]: is made of itself: both of both`},
		{`["office", "office"]`, `["office", "none"]`, `line 11, column 42: calendars[1].union[1]: "none" is not a calendar; write office or both`},
		{`"union": ["office", "office"]`, `"union": ["office"], "as": "office"`, `line 11, column 5: calendars[1]: must be one of: zone and week and so on, union, intersection, difference, as`},
		{`"zone": {"reading": "acme.zone"}, `, ``, `line 10, column 5: calendars[0].zone: is missing; write a name such as "Europe/Berlin", or {"attribute":…}`},
		// Of conditions.
		{`{"level": "high", "measure"`, `{"level": "high", "when": {"teir": "gold"}, "measure"`, `line 16, column 42: metrics[0].targets[0].when[teir]: is not an attribute or reading that can stand here; write tier, vip or acme.zone`},
		{`{"level": "high", "measure"`, `{"level": "high", "when": {"tier": "lead"}, "measure"`, `line 16, column 42: metrics[0].targets[0].when[tier]: "lead" is not one of its values; write gold or silver`},
		{`"thresholds": [{`, `"thresholds": [{"when": {"acme.zone": "Z"}, `, `line 19, column 43: metrics[0].thresholds[0].when[acme.zone]: "Z" is not a value of it; write UTC or +01:00`},
		{`"low", "measure"`, `"high", "measure"`, `line 17, column 7: metrics[0].targets[1]: holds beside metrics[0].targets[0] where nothing tells them apart, and neither has more conditions; add a row for both, or tell them apart`},
		{`"level": "low", "measure"`, `"when": {"tier": "gold"}, "measure"`, `line 17, column 7: metrics[0].targets[1]: holds beside metrics[0].targets[0] where tier gold, and neither has more conditions; add a row for both, or tell them apart`},
		{`"EU", "calendar": "office"}`, `"EU", "calendar": "office"}, {"name": "EU", "when": {"vip": "a"}, "calendar": "both"}, {"name": "EU", "when": {"tier": "gold"}, "calendar": "both"}`,
			`line 22, column 125: ownership.regions[2]: holds beside ownership.regions[1] where tier gold, vip a, and neither has more conditions; add a row for both, or tell them apart`},
		{`"severity_change": "fair"`, `"severity_change": {"choose": [{"when": {"tier": "gold"}, "value": "fair"}]}`, `line 24, column 34: severity_change.choose[0]: none of the rows holds where tier silver; add one without conditions`},
		// Of what is promised.
		{`"stop": ["responded"]`, `"resume": ["held"]`, `line 14, column 78: metrics[0].pause[0]: "held" is in resume too; an event does one of the two`},
		{`"stop": ["responded"]`, `"restart": ["responded"]`, `line 14, column 60: metrics[0].restart[0]: "responded" is not among the events of start`},
		{`"percent": 50`, `"percent": 50, "before": "1h"`, `line 19, column 20: metrics[0].thresholds[0]: must have exactly one of percent, before and after`},
		{`"percent": 50`, `"before": "1 calendar day"`, `line 19, column 31: metrics[0].thresholds[0].before: "1 calendar day" must be working time or business days`},
		{`"measure": "1h"`, `"measure": "1h", "convention": "same_time"`, `line 16, column 56: metrics[0].targets[0].convention: "same_time" is for business days and calendar days`},
		{`"measure": "1h"`, `"measure": "1h", "from": "next_opening"`, `line 16, column 50: metrics[0].targets[0].from: "next_opening" is for days only; working time passes from the next opening anyhow`},
		{`"measure": "1h"`, `"measure": {"attribute": "tier"}`, `line 16, column 50: metrics[0].targets[0].measure.attribute: "tier" is of the type text; a measure is of the type measures or days`},
		{`"measure": "1h"`, `"measure": "1 business day", "after": "both"`, `line 16, column 63: metrics[0].targets[0].after: "both" is for working time only, not for days`},
		{`"measure": "1h"`, `"measure": "1h", "gate": {"accepts": ["phone"], "waits_for": "email"}`, `line 16, column 86: metrics[0].targets[0].gate.waits_for: "email" is not among the channels that are accepted`},
		{`"office", "steps"`, `"both", "gate": {"event": "held"}, "steps"`, `line 21, column 61: ladders[0].gate: can wait for a channel only`},
		// Of the whole.
		{`"severity_change": "fair"`, `"versions": [{"levels": [{"name": "high"}]}]`, `line 6, column 13: levels: stands beside versions; write it in each of them`},
		{`"office", "steps"`, `"both", "steps"`, `line 21, column 87: ladders[0].steps[0].after: the weekdays of both differ in length; give calendar both a regular_day, or write convention close_of_business`},
	} {
		text := strings.Replace(small, test.old, test.new, 1)
		if text == small {
			t.Fatalf("%s is not in the document", test.old)
		}
		_, err := document.Decode([]byte(text))
		if err == nil || !errors.Is(err, document.ErrDocument) {
			t.Errorf("%s: %v", test.new, err)
			continue
		}
		got := strings.TrimPrefix(err.Error(), "document: ")
		if !strings.HasPrefix(got, test.want) {
			t.Errorf("%s\n%s", test.new, cmp.Diff(test.want, got))
		}
	}
}
