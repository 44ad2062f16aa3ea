package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy/document"
)

const (
	target = `"calendar": "office", "clause": "A-1"},`
	ladder = `{"level": "high", "calendar": "office", "steps": [{"to": "head", "after": "1 business day"}]}`
	metric = `"name": "response", "start": ["reported"],`
	both   = `{"name": "both", "union": ["office", "office"]}`
)

// TestMistakes_Metrics has what is wrong with metrics, targets and gates.
func TestMistakes_Metrics(t *testing.T) {
	gate := func(fields string) []string {
		return []string{target, `"calendar": "office", "clause": "A-1", "gate": {` + fields + `}},`}
	}
	targeted := func(fields string) []string { return []string{target, target[:len(target)-2] + ", " + fields + "},"} }
	metrical := func(fields string) []string { return []string{metric, metric + " " + fields + ","} }
	const one, gated = "metrics[0].targets[0]", "metrics[0].targets[0].gate"
	mistakes(t, []mistaken{
		{metrical(`"ends": true, "continue": true`), `true, "stop"`, `metrics[0].continue: cannot be: a clock that closes the ticket when it runs out cannot go on`},
		{metrical(`"unasked": ["reopened"]`), `"reopened"`, `metrics[0].unasked[0]: "reopened" is not among the events of start`},
		{metrical(`"cancel": ["resolved", "closed", "resolved"]`), `"resolved"],`, `metrics[0].cancel[2]: "resolved" stands there twice`},
		{metrical(`"when": {"tier": "lead"}`), `"lead"`, `metrics[0].when[tier]: "lead" is not one of its values; write gold or silver`},
		{[]string{`"stop": ["responded"]`, `"stop": ["answered"]`}, `"answered"`,
			`metrics[0].stop[0]: "answered" is not an event; write reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, workaround_accepted, development_required, forwarded, resolution_proposed, resolution_rejected, resolved, severity_changed, closed, reopened or held, or declare it in events`},
		{[]string{`"stop": ["responded"]`, `"stop": ["responsed"]`}, `"responsed"`, `metrics[0].stop[0]: "responsed" is not an event; did you mean "responded"? Write that, or declare it in events`},
		{[]string{`"stop": ["responded"]`, `"stop": ["Resolved"]`}, `"Resolved"`, `metrics[0].stop[0]: "Resolved" is not an event; did you mean "resolved"? Write that, or declare it in events`},
		{[]string{`"metrics": [{`, `"metrics": [{"name": "response"}, {`}, `{`,
			`metrics[1]: holds beside metrics[0] where nothing tells them apart, and neither has more conditions; add a row for both, or tell them apart`},
		{targeted(`"levels": ["high"]`), `["high"]`, one + `.levels: stands beside level; write one of the two`},
		{[]string{`"level": "high", "measure"`, `"levels": ["high", "high"], "measure"`}, `"high"],`, one + `.levels[1]: "high" stands there twice`},
		{[]string{`"level": "high", "measure"`, `"levels": ["high", "hi"], "measure"`}, `"hi"]`, one + `.levels[1]: "hi" is not a level; write high or low`},
		{targeted(`"days_calendar": "both"`), `"both"}`, one + `.days_calendar: "both" is for a measure that is an attribute; use calendar`},
		{append(targeted(`"days_calendar": "bot"`), append(attributes(`{"name": "agreed", "type": "days"}`), `"measure": "1h"`, `"measure": {"attribute": "agreed"}`)...), `"bot"`, one + `.days_calendar: "bot" is not a calendar; write office or both`},
		{targeted(`"after": "bot"`), `"bot"`, one + `.after: "bot" is not a calendar; write office or both`},
		{targeted(`"stop_by": ["phone", "phone"]`), `"phone"]`, one + `.stop_by[1]: "phone" stands there twice`},
		{targeted(`"stop_by": ["fax"]`), `"fax"`, one + `.stop_by[0]: "fax" is not known; write phone, email or portal`},
		{[]string{`"measure": "1h"`, `"measure": {"attribute": "agreed"}`}, `"agreed"`, one + `.measure.attribute: "agreed" is not an attribute; write tier or vip`},
		{[]string{`"measure": "1h"`, `"measure": {"attributes": "agreed"}`}, `"attributes"`, one + `.measure.attributes: unknown field; did you mean "attribute"?` + "\n" + one + `.measure: needs "attribute"`},
		{[]string{`"measure": "1h"`, `"measure": 5`}, `5`, one + `.measure: 5 must be a text such as "8h", or {"attribute":"…"}`},
		{[]string{`"measure": "1h"`, `"measure": "0 business days"`}, `"0 business days"`, one + `.measure: "0 business days" cannot be; write 1 to 100000 days`},
		{[]string{`"measure": "1h"`, `"measure": "999999999999999999999 calendar days"`}, `"999999999999999999999 calendar days"`, one + `.measure: "999999999999999999999 calendar days" cannot be; write 1 to 100000 days`},
		{[]string{`"measure": "1h"`, `"measure": "100001 days"`}, `"100001 days"`, one + `.measure: "100001 days" cannot be; write 1 to 100000 days`},
		{gate(`"event": "rung"`), `"rung"`, gated + `.event: "rung" is not an event; write reported, registered, contacted, responded, updated, plan_provided, info_requested, info_received, customer_replied, workaround_accepted, development_required, forwarded, resolution_proposed, resolution_rejected, resolved, severity_changed, closed, reopened or held, or declare it in events`},
		{gate(`"accepts": ["phone"], "waits_for": "phone", "off_days": "bot"`), `"bot"`, gated + `.off_days: "bot" is not a calendar; write office or both`},
		{gate(`"accepts": ["phone", "email", "phone"], "waits_for": "phone"`), `"phone"],`, gated + `.accepts[2]: "phone" stands there twice`},
		{gate(`"accepts": ["phone"]`), `{"accepts"`, gated + `.waits_for: is missing; say for which channel the clock waits`},
		{gate(`"waits_for": "phone"`), `{"waits_for"`, gated + `.accepts: is missing; say which channels are let through`},
		{gate(`"accepts": ["phone"], "waits_for": "phone", "opens": true`), `true`, gated + `.opens: needs off_days, the calendar at whose opening the clock starts`},
		{gate(`"off_days": "both"`), `"both"`, gated + `.off_days: "both" needs accepts, the channels that are let through on its days off`},
		{gate(`"event": "held", "opens": true`), `true`, gated + `.opens: needs off_days, the calendar at whose opening the clock starts`},
	})
	for _, right := range [][]string{
		metrical(`"ends": true`), metrical(`"continue": true`), metrical(`"unasked": ["reported"]`), metrical(`"restart": ["reported"]`),
		targeted(`"after": "both"`), targeted(`"stop_by": ["phone", "email"]`), gate(`"event": "held"`), gate(`"accepts": ["phone"], "waits_for": "phone"`),
		gate(`"accepts": ["phone"], "waits_for": "phone", "off_days": "both"`), gate(`"accepts": ["phone"], "waits_for": "phone", "off_days": "both", "opens": true`),
		{`"measure": "1h"`, `"measure": "100000 days"`},
	} {
		if _, err := document.Decode([]byte(change(t, right))); err != nil {
			t.Errorf("%s: %v", right[1], err)
		}
	}
}

// TestMistakes_Ladders has what is wrong with thresholds, ladders and regions.
func TestMistakes_Ladders(t *testing.T) {
	told := func(fields string) []string { return []string{`"percent": 50,`, fields + ","} }
	const first = "metrics[0].thresholds[0]"
	mistakes(t, []mistaken{
		{told(`"before": "1h", "after": "1h"`), `{"before"`, first + `: must have exactly one of percent, before and after`},
		{told(`"percent": 50, "after": "1h"`), `{"percent"`, first + `: must have exactly one of percent, before and after`},
		{told(`"levels": ["low"]`), `{"levels"`, first + `: must have exactly one of percent, before and after`},
		{told(`"after": "2 calendar days"`), `"2 calendar days"`, first + `.after: "2 calendar days" must be working time or business days`},
		{told(`"before": {"attribute": "vip"}`), `"vip"`, first + `.before.attribute: "vip" cannot stand here; write the measure itself`},
		{told(`"percent": 50, "convention": "same_time"`), `"same_time", "to"`, first + `.convention: "same_time" is for business days`},
		{told(`"after": "2h", "convention": "same_time"`), `"same_time", "to"`, first + `.convention: "same_time" is for business days`},
		{told(`"percent": 50, "levels": ["low", "lo"]`), `"lo"]`, first + `.levels[1]: "lo" is not a level; write high or low`},
		{[]string{ladder, `{"level": "hi", "calendar": "office", "steps": [{"to": "head"}]}`}, `"hi"`, `ladders[0].level: "hi" is not a level; write high or low`},
		{[]string{ladder, `{"calendar": "offic", "steps": [{"to": "head"}]}`}, `"offic"`, `ladders[0].calendar: "offic" is not a calendar; write office or both`},
		{[]string{ladder, `{"calendar": "office", "notices": "offic", "steps": [{"to": "head"}]}`}, `"offic"`, `ladders[0].notices: "offic" is not a calendar; write office or both`},
		{[]string{ladder, `{"calendar": "office", "steps": [{"to": "head"}, {"to": "chief", "after": "1 calendar day"}]}`}, `"1 calendar day"`, `ladders[0].steps[1].after: "1 calendar day" must be working time or business days`},
		{[]string{ladder, `{"calendar": "office", "steps": [{"to": "head", "after": {"attribute": "tier"}}]}`}, `"tier"`, `ladders[0].steps[0].after.attribute: "tier" cannot stand here; write the measure itself`},
		{[]string{ladder, `{"calendar": "office", "steps": [{"to": "head"}], "repeat": {"every": "1 calendar day", "times": 1}}`}, `"1 calendar day"`, `ladders[0].repeat.every: "1 calendar day" must be working time or business days`},
		{[]string{ladder, `{"calendar": "office", "steps": [{"to": "head"}], "repeat": {"every": "1h", "times": 1001}}`}, `1001`, `ladders[0].repeat.times: 1001 is out of range; write 1 through 1000`},
		{[]string{ladder, `{"calendar": "office", "steps": []}`}, `[]}]`, `ladders[0].steps: must not be empty`},
		{[]string{ladder, `{"calendar": "office", "steps": [{"to": "head"}], "gate": {"accepts": ["phone"], "waits_for": "phone", "off_days": "office"}}`}, `{"accepts"`, `ladders[0].gate: can wait for a channel only`},
		{[]string{ladder, ladder + `, {"level": "low", "calendar": "office", "steps": [{"to": "a"}, {"to": "b"}]}`}, `[{"to": "a"}`, `ladders[1].steps: are 2, not as many as those of ladders[0], 1; a ticket has one ladder, whose steps a change of level moves`},
		{[]string{ladder, `{"level": "high", "calendar": "office", "steps": [{"to": "a"}, {"to": "b"}]}, {"level": "low", "calendar": "office", "steps": [{"to": "a"}]}`}, `[{"to": "a"}]`,
			`ladders[1].steps: are 1, not as many as those of ladders[0], 2; a ticket has one ladder, whose steps a change of level moves`},
		{[]string{ladder, ladder + `, {"calendar": "office", "steps": [{"to": "a"}]}, {"calendar": "both", "steps": [{"to": "a"}]}`}, `{"calendar": "both", "steps"`,
			`ladders[2]: holds beside ladders[1] where nothing tells them apart, and neither has more conditions; add a row for both, or tell them apart`},
		// Steps that differ for a ticket: the first that can be made has gold.
		{[]string{ladder, `{"level": "high", "when": {"tier": "gold"}, "calendar": "office", "steps": [{"to": "a"}, {"to": "b"}]}, {"level": "low", "calendar": "office", "steps": [{"to": "a"}]}`}, `[{"to": "a"}]`,
			`ladders[1].steps: are 1, not as many as those of high for this ticket, 2; a ticket has one ladder, whose steps a change of level moves`},
		{[]string{`"default": "EU"`, `"default": "EU", "roaming": ["hi"]`}, `"hi"`, `ownership.roaming[0]: "hi" is not a level; write high or low`},
		{[]string{`"EU", "calendar": "office"`, `"EU", "calendar": "offic"`}, `"offic"`, `ownership.regions[0].calendar: "offic" is not a calendar; write office or both`},
		{[]string{`"EU", "calendar": "office"`, `"EU", "when": {"vip": ""}, "calendar": "office"`}, `""`, `ownership.regions[0].when[vip]: asks for an empty text, which cannot be in it`},
		{[]string{`"EU", "calendar": "office"`, `"EU", "when": {"tier": "silver"}, "calendar": "office"`}, `"EU"}`, `ownership.default: "EU" is not a region of this ticket; there is none`},
		{[]string{`"EU", "calendar": "office"`, `"EU", "when": {"tier": "silver"}, "calendar": "office"}, {"name": "US", "calendar": "both"`}, `"EU"}`, `ownership.default: "EU" is not a region of this ticket; write US`},
	})
	for _, right := range [][]string{
		told(`"after": "2 business days", "convention": "same_time"`), told(`"before": "1 business day", "convention": "working_time"`), told(`"percent": 1000`),
		{ladder, ladder + `, {"level": "low", "calendar": "office", "steps": [{"to": "a"}]}`},
		{ladder, `{"level": "low", "when": {"tier": "gold"}, "calendar": "office", "steps": [{"to": "a"}, {"to": "b"}]}, {"level": "high", "when": {"tier": "silver"}, "calendar": "office", "steps": [{"to": "a"}]}`},
		{ladder, `{"calendar": "office", "steps": [{"to": "head"}], "repeat": {"every": "1h", "times": 1000}}`},
		{ladder, `{"calendar": "office", "steps": [{"to": "head"}], "gate": {"accepts": ["phone"], "waits_for": "phone"}}`},
	} {
		if _, err := document.Decode([]byte(change(t, right))); err != nil {
			t.Errorf("%s: %v", right[1], err)
		}
	}
}

// TestMistakes_Calendars has what is wrong with calendars.
func TestMistakes_Calendars(t *testing.T) {
	minutes := "" // all those of a day, a window each
	for i := range 24 * 60 {
		minutes += fmt.Sprintf(`, ["%02d:%02d", "%02d:%02d"]`, i/60, i%60, (i+1)/60, (i+1)%60)
	}
	minutes = minutes[2:]
	var week, dates []string
	for i, day := range []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun", "mon"} {
		week = append(week, `"`+day+`": [`+minutes+`]`)
		dates = append(dates, fmt.Sprintf(`"2026-01-0%d": [%s]`, i+1, minutes))
	}
	days, special := strings.Join(week[:7], ", "), strings.Join(dates, ", ")
	hours := func(row string) []string { return []string{both, `{"name": "both", ` + row + `}`} }
	mistakes(t, []mistaken{
		{hours(`"when": {"tier": "gold"}`), `{"name": "both"`, `calendars[1]: must be one of: zone and week and so on, union, intersection, difference, as`},
		{hours(`"as": "office", "week": {}, "zone": "UTC"`), `{"name": "both"`, `calendars[1]: must be one of: zone and week and so on, union, intersection, difference, as`},
		{hours(`"as": "office", "regular_day": "8h"`), `{"name": "both"`, `calendars[1]: must be one of: zone and week and so on, union, intersection, difference, as`},
		{hours(`"union": ["office"], "intersection": ["office"]`), `{"name": "both"`, `calendars[1]: must be one of: zone and week and so on, union, intersection, difference, as`},
		{hours(`"difference": ["office"]`), `["office"]`, `calendars[1].difference: "office" needs another calendar, to be taken away`},
		{hours(`"as": "none"`), `"none"`, `calendars[1].as: "none" is not a calendar; write office or both`},
		{hours(`"intersection": ["office", "none"]`), `"none"`, `calendars[1].intersection[1]: "none" is not a calendar; write office or both`},
		{hours(`"difference": ["office", "none"]`), `"none"`, `calendars[1].difference[1]: "none" is not a calendar; write office or both`},
		{hours(`"union": ["office"], "regular_day": "-8h"`), `{"name": "both"`, `calendars[1]: regular_day: -8h0m0s must be more than none and at most 48h`},
		{hours(`"zone": "UTC", "week": {"mon": [` + minutes + `]}}, {"name": "sum", "union": [` + many(12, `"both"`) + `]`), `{"name": "sum"`, `calendars[2]: union: too many windows a day`},
		{hours(`"zone": "UTC", "week": {"mon": [` + minutes + `]}}, {"name": "rest", "difference": [` + many(12, `"both"`) + `]`), `{"name": "rest"`, `calendars[2]: difference: too many windows a day`},
		// One of 64 parts is 65 calendars with itself; one of two of 32 parts is 67.
		{hours(`"union": [` + many(64, `"office"`) + `]`), `{"name": "both"`, `calendars[1]: is made of more than 64 calendars, itself and each part as often as it counts`},
		{hours(`"union": [` + many(32, `"office"`) + `]}, {"name": "third", "union": ["both", "both"]`), `{"name": "third"`, `calendars[2]: is made of more than 64 calendars, itself and each part as often as it counts`},
		// Seven days of 1440 windows each, and eight dates.
		{hours(`"zone": "UTC", "week": {` + days + `}`), `{"name": "both"`, `calendars[1]: has 10080 windows and 0 dates; a calendar has at most 10000 and 20000`},
		{hours(`"zone": "UTC", "changes": [{"from": "2026-01-01", "week": {` + days + `}}]`), `{"name": "both"`, `calendars[1]: has 10080 windows and 1 dates; a calendar has at most 10000 and 20000`},
		{hours(`"zone": "UTC", "special": {` + special + `}`), `{"name": "both"`, `calendars[1]: has 11520 windows and 8 dates; a calendar has at most 10000 and 20000`},
		{hours(`"difference": ["office", "both"]`), `{"name": "both"`, `calendars[1]: is made of itself: both of both`},
		{hours(`"zone": "UTC", "list": "bank"`), `"bank"`, `calendars[1].list: "bank" is a list of no region; name the region`},
		{hours(`"zone": "UTC", "list": {"attribute": "site"}`), `"site"`, `calendars[1].list.attribute: "site" is not an attribute; write tier or vip`},
		{hours(`"zone": "UTC", "when": {"tier": "lead"}`), `"lead"`, `calendars[1].when[tier]: "lead" is not one of its values; write gold or silver`},
		{hours(`"week": {}, "regular_day": "8h"`), `{"name": "both"`, `calendars[1]: must be one of: zone and week and so on, union, intersection, difference, as`},
		{hours(`"week": {"mon": [["09:00", "17:00"]]}`), `{"name": "both"`, `calendars[1].zone: is missing; write a name such as "Europe/Berlin", or {"attribute":…}`},
		{hours(`"zone": "UTC", "holidays": ["2026-02-30"]`), `"2026-02-30"`, `calendars[1].holidays[0]: "2026-02-30" is not a date; the day must be 1 to 28`},
		{hours(`"zone": "UTC"}, {"name": "both", "zone": "UTC"`), `{"name": "both", "zone": "UTC"}`, `calendars[2]: holds beside calendars[1] where nothing tells them apart, and neither has more conditions; add a row for both, or tell them apart`},
		{hours(`"union": ["office"]}, {"name": "office", "when": {"tier": "gold"}, "union": ["both"]`), `{"name": "office", "when"`, `calendars[2]: is made of itself: office of both of office`},
	})
	for _, right := range [][]string{
		hours(`"intersection": ["office"]`), hours(`"difference": ["office", "office"]`), hours(`"as": "office"`),
		hours(`"union": ["office"], "regular_day": "8h"`), hours(`"zone": "UTC"}, {"name": "both", "when": {"tier": "gold"}, "zone": "UTC"`),
		hours(`"zone": "UTC", "region": "US-MD", "list": "statutory"`), hours(`"union": [` + many(63, `"office"`) + `]`),
	} {
		if _, err := document.Decode([]byte(change(t, right))); err != nil {
			t.Errorf("%s: %v", right[1], err)
		}
	}
}
