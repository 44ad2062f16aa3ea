package document_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/document"
)

// A mistaken is a change of the small document that makes mistakes: parts and what
// stands in their place, in pairs, what stands where the first mistake is, and what
// is said, a line each, without the lines and columns.
type mistaken struct {
	change   []string
	at, want string
}

// change returns the small document with parts replaced.
func change(t testing.TB, pairs []string) string {
	t.Helper()
	text := small
	for i := 0; i < len(pairs); i += 2 {
		changed := strings.Replace(text, pairs[i], pairs[i+1], 1)
		if changed == text {
			t.Fatalf("%s is not in the document", pairs[i])
		}
		text = changed
	}
	return text
}

// mistakes makes mistakes and compares what is said of them.
func mistakes(t *testing.T, all []mistaken) {
	t.Helper()
	for _, test := range all {
		text := change(t, test.change)
		d, err := document.Decode([]byte(text))
		var e *document.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v, %v; want %s", test.change[1], d, err, test.want)
			continue
		}
		lines := make([]string, len(e.Mistakes))
		for i, m := range e.Mistakes {
			if i == 0 {
				line := []rune(strings.Split(text, "\n")[m.Line-1])
				if found := string(line[min(m.Column-1, len(line)):]); !strings.HasPrefix(found, test.at) {
					t.Errorf("%s: it is said of\n%s", m.Place, found)
				}
			}
			m.Line = 0
			lines[i] = m.String()
		}
		if got := strings.Join(lines, "\n"); got != test.want {
			t.Errorf("%s\n%s", test.change[1], cmp.Diff(test.want, got))
		}
	}
}

const (
	vip  = `{"name": "vip", "type": "list"}`
	fair = `"severity_change": "fair"`
	high = `{"level": "high", "measure": "1h"`
	zone = `{"reading": "acme.zone"}`
)

// attributes declares attributes beside tier and vip.
func attributes(list string) []string { return []string{vip, vip + ", " + list} }

// TestMistakes_Attributes has what is wrong with attributes and readings.
func TestMistakes_Attributes(t *testing.T) {
	mistakes(t, []mistaken{
		{[]string{`["gold", "silver"]`, `["gold", "silver", "gold"]`}, `"gold"]`, `attributes[0].values[2]: "gold" stands there twice`},
		{attributes(`{"name": "a", "type": "list", "default": "x"}`), `"x"`, `attributes[2].default: "x" is for a text, zone or region only`},
		{attributes(`{"name": "a", "type": "days", "default": "1"}`), `"1"`, `attributes[2].default: "1" is for a text, zone or region only`},
		{attributes(`{"name": "a", "type": "text", "required": true, "default": "x"}`), `"x"`, `attributes[2].default: "x" is never used; the attribute is required`},
		{attributes(`{"name": "a", "type": "text", "values": ["b", "c"], "default": "x"}`), `"x"`, `attributes[2].default: "x" is not one of its values; write b or c`},
		{attributes(`{"name": "a", "type": "zone", "default": "x"}`), `"x"`, `attributes[2].default: "x" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{attributes(`{"name": "a", "type": "region", "default": "x"}`), `"x"`, `attributes[2].default: "x" is not a region whose holidays are known; write a code such as DE-BY, or NONE`},
		{attributes(`{"name": "a", "type": "measures", "values": ["high"]}`), `["high"]`, `attributes[2].values: are not for what is by level; its names are the levels`},
		{attributes(`{"name": "a", "type": "days", "values": ["high"]}`), `["high"]`, `attributes[2].values: are not for what is by level; its names are the levels`},
		{attributes(`{"name": "a", "type": "zone", "values": ["UTC", "x"]}`), `"x"`, `attributes[2].values[1]: "x" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{attributes(`{"name": "a", "type": "region", "values": ["DE", "x"]}`), `"x"`, `attributes[2].values[1]: "x" is not a region whose holidays are known; write a code such as DE-BY, or NONE`},
		{attributes(`{"name": "a", "type": "days"}, {"name": "a.high", "type": "text"}`), `"a.high"`, `attributes[3].name: "a.high" is also how tickets write a value of a`},
		{attributes(`{"name": "add_ons", "type": "text"}`), `"text"`, `attributes[2].type: "text" cannot be: a customer has this field as list`},
		{attributes(`{"name": "response_days", "type": "text"}`), `"text"`, `attributes[2].type: "text" cannot be: a customer has this field as days or measures`},
		{attributes(`{"name": "report_every", "type": "days"}`), `"days"`, `attributes[2].type: "days" cannot be: a customer has this field as measures`},
		{attributes(`{"name": "hub_holidays", "type": "list"}`), `"list"`, `attributes[2].type: "list" cannot be: a customer has this field as regions`},
		{attributes(many(255, `{"name": "a%d", "type": "text"}`)), `[{"name": "tier"`, `attributes: are 257; a document has at most 256`},
		{[]string{`["UTC", "+01:00"]`, `["UTC", "+01:00", "UTC"]`}, `"UTC"]`, `readings[0].values[2]: "UTC" stands there twice`},
		{[]string{`["UTC", "+01:00"]`, `[]`}, `[]`, `readings[0].values: must not be empty`},
		{[]string{`"readings": [`, `"readings": [{"name": "acme.zone", "values": ["Z"]}, `, `["UTC", "+01:00"]`, `["+01:00"]`, zone, `"UTC"`}, `"acme.zone", "values": ["+01`, `readings[1].name: "acme.zone" is the name of another reading or attribute`},
	})
	for _, right := range [][]string{
		attributes(`{"name": "a", "type": "zone", "default": "UTC"}`),
		attributes(`{"name": "a", "type": "text", "values": ["b", "c"], "default": "c"}`),
		attributes(`{"name": "a", "type": "region", "values": ["DE", "NONE"], "default": "NONE"}`),
		attributes(`{"name": "a", "type": "days"}, {"name": "a-high", "type": "text"}`),
		attributes(`{"name": "a", "type": "text"}, {"name": "a.high", "type": "text"}`),
		attributes(many(254, `{"name": "a%d", "type": "text"}`)),
	} {
		if _, err := document.Decode([]byte(change(t, right))); err != nil {
			t.Errorf("%s: %v", right[1], err)
		}
	}
}

// TestMistakes_Values has what is wrong with values that hang on a ticket.
func TestMistakes_Values(t *testing.T) {
	with := func(list string, more ...string) []string { return append(attributes(list), more...) }
	mistakes(t, []mistaken{
		{[]string{zone, `{"attribute": "site"}`}, `"site"`, `calendars[0].zone.attribute: "site" is not an attribute; write tier or vip`},
		{[]string{zone, `{"reading": "acme"}`}, `"acme"`, `calendars[0].zone.reading: "acme" is not a reading; write acme.zone`},
		{[]string{zone, `{"attribute": "tier", "key": "a"}`}, `"a"`, `calendars[0].zone.key: "a" is for an attribute of the type regions`},
		{with(`{"name": "hubs", "type": "regions", "values": ["a", "b"]}`, `"DE-BY"`, `{"attribute": "hubs", "key": "c"}`), `"c"`, `calendars[0].region.key: "c" is not a name of it; write a or b`},
		{with(`{"name": "hubs", "type": "regions"}`, zone, `{"attribute": "hubs", "key": "c"}`), `"hubs"`,
			`calendars[0].zone.attribute: "hubs" is of the type regions; write one of the type zone, or of the type text with values`},
		{with(`{"name": "hubs", "type": "regions"}`, `"DE-BY"`, `{"attribute": "hubs"}`), `"hubs"`,
			`calendars[0].region.attribute: "hubs" is of the type regions; write one of the type region, or of the type text with values`},
		{[]string{zone, `{"attribute": "vip"}`}, `"vip"`, `calendars[0].zone.attribute: "vip" is of the type list; write one of the type zone, or of the type text with values`},
		{[]string{fair, `"severity_change": {"attribute": "vip"}`}, `"vip"`, `severity_change.attribute: "vip" is of the type list; write one of the type text, with values`},
		{with(`{"name": "mode", "type": "text"}`, fair, `"severity_change": {"attribute": "mode"}`), `"mode"`, `severity_change.attribute: "mode" can be any text; write one of the type text, with values`},
		{with(`{"name": "mode", "type": "zone"}`, fair, `"severity_change": {"attribute": "mode"}`), `"mode"`, `severity_change.attribute: "mode" can be any zone; write one of the type text, with values`},
		{with(`{"name": "site", "type": "text"}`, zone, `{"attribute": "site"}`), `"site"`, `calendars[0].zone.attribute: "site" can be any text; write one of the type zone, or of the type text with values`},
		{with(`{"name": "site", "type": "region"}`, zone, `{"attribute": "site"}`), `"site"`, `calendars[0].zone.attribute: "site" can be any region; write one of the type zone, or of the type text with values`},
		{with(`{"name": "site", "type": "text", "values": ["UTC", "x"]}`, zone, `{"attribute": "site"}`), `{"attribute": "site"}`,
			`calendars[0].zone: "x" is a value of the attribute and is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{with(`{"name": "site", "type": "zone", "values": ["UTC", "x"]}`, zone, `{"attribute": "site"}`), `"x"`, `attributes[2].values[1]: "x" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{[]string{zone, `{"choose": [{"value": "x"}]}`}, `"x"`, `calendars[0].zone.choose[0].value: "x" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{[]string{zone, `{"choose": [{"value": "UTC"}, {"value": "+01:00"}]}`}, `{"value": "+01:00"}`,
			`calendars[0].zone.choose[1]: holds beside calendars[0].zone.choose[0] where nothing tells them apart, and neither has more conditions; add a row for both, or tell them apart`},
		{[]string{zone, `{"choose": [{"when": {"team": "a"}, "value": "UTC"}, {"value": "+01:00"}]}`}, `"a"`,
			`calendars[0].zone.choose[0].when[team]: is not an attribute or reading that can stand here; write tier, vip or acme.zone`},
		// Who need not say it, and has no default, has none of its values.
		{with(`{"name": "mode", "type": "text", "values": ["fair", "from_start"]}`, fair, `"severity_change": {"choose": [{"when": {"mode": ["fair", "from_start"]}, "value": "fair"}]}`), `{"when": {"mode"`,
			`severity_change.choose[0]: none of the rows holds where mode not given; add one without conditions`},
		// Of their form.
		{[]string{zone, `{"key": "a", "reading": "acme.zone"}`}, `{"key"`, `calendars[0].zone: has "key" without "attribute"`},
		{[]string{zone, `{"key": "a"}`}, `{"key"`, `calendars[0].zone: must have exactly one of "attribute", "reading" and "choose"`},
		{[]string{zone, `{"reading": "acme.zone", "attribute": "tier"}`}, `{"reading"`, `calendars[0].zone: must have exactly one of "attribute", "reading" and "choose"`},
		{[]string{zone, `{"readings": "acme.zone"}`}, `"readings"`, `calendars[0].zone.readings: unknown field; did you mean "reading"?` + "\n" + `calendars[0].zone: must have exactly one of "attribute", "reading" and "choose"`},
		{[]string{zone, `{"calendar": "both"}`}, `"calendar"`, `calendars[0].zone.calendar: unknown field; known are attribute, key, reading, choose` + "\n" + `calendars[0].zone: must have exactly one of "attribute", "reading" and "choose"`},
		{[]string{zone, `5`}, `5`, `calendars[0].zone: 5 must be a text, or an object such as {"attribute":"country"}`},
		{[]string{zone, `{"choose": []}`}, `[]`, `calendars[0].zone.choose: must not be empty`},
		{[]string{`{"calendar": "office"}`, `{"calender": "office"}`}, `"calender"`, `zone.calender: unknown field; did you mean "calendar"?` + "\n" + `zone: must have exactly one of "attribute", "reading", "choose" and "calendar"`},
		{[]string{`{"calendar": "office"}`, `{"calendar": "other"}`}, `"other"`, `zone.calendar: "other" is not a calendar; write office or both`},
		{[]string{`{"calendar": "office"}`, `"Atlantis"`}, `"Atlantis"`, `zone: "Atlantis" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
	})
	for _, right := range [][]string{
		with(`{"name": "mode", "type": "text", "values": ["fair", "from_start"], "required": true}`, fair, `"severity_change": {"choose": [{"when": {"mode": ["fair", "from_start"]}, "value": "fair"}]}`),
		with(`{"name": "mode", "type": "text", "values": ["fair", "from_start"], "default": "fair"}`, fair, `"severity_change": {"choose": [{"when": {"mode": ["fair", "from_start"]}, "value": "fair"}]}`),
		with(`{"name": "site", "type": "zone"}`, zone, `{"attribute": "site"}`),
		with(`{"name": "site", "type": "text", "values": ["UTC", "+01:00"]}`, zone, `{"attribute": "site"}`),
		with(`{"name": "hubs", "type": "regions"}`, `"DE-BY"`, `{"attribute": "hubs", "key": "c"}`),
		with(`{"name": "hubs", "type": "regions", "values": ["c"]}`, `"DE-BY"`, `{"attribute": "hubs", "key": "c"}`),
	} {
		if _, err := document.Decode([]byte(change(t, right))); err != nil {
			t.Errorf("%s: %v", right[len(right)-1], err)
		}
	}
}

// TestMistakes_Text has signs that begin no value, where there are several forms.
func TestMistakes_Text(t *testing.T) {
	mistakes(t, []mistaken{
		{[]string{`"measure": "1h"`, `"measure": @`}, `@`, `metrics[0].targets[0].measure: '@' is not a JSON value`},
		{[]string{zone, `@`}, `@`, `calendars[0].zone: '@' is not a JSON value`},
		{[]string{high, `{"level": "high", "when": {"tier": @}, "measure": "1h"`}, `@`, `metrics[0].targets[0].when[tier]: '@' is not a JSON value`},
	})
}

// TestMistakes_Conditions has what is wrong with conditions.
func TestMistakes_Conditions(t *testing.T) {
	when := func(conditions string) []string {
		return []string{high, `{"level": "high", "when": ` + conditions + `, "measure": "1h"`}
	}
	more := attributes(`{"name": "agreed", "type": "measures"}, {"name": "within", "type": "days"}, {"name": "hubs", "type": "regions", "values": ["a", "b"]},
		{"name": "tags", "type": "list", "values": ["x", "y"]}, {"name": "team", "type": "text", "required": true}, {"name": "site", "type": "zone", "default": "UTC"}, {"name": "very long", "type": "text"}`)
	with := func(conditions string) []string { return append(when(conditions), more...) }
	const place = `metrics[0].targets[0].when`
	mistakes(t, []mistaken{
		{with(`{"tier": ["gold", "gold"]}`), `"gold"]`, place + `[tier][1]: "gold" stands there twice`},
		{with(`{"tier": ["gold", "lead"]}`), `"lead"`, place + `[tier][1]: "lead" is not one of its values; write gold or silver`},
		{with(`{"agreed": "P1"}`), `"P1"`, place + `[agreed]: "P1" is not a level; the condition asks whether there is a value for one; write high or low`},
		{with(`{"within": "P1"}`), `"P1"`, place + `[within]: "P1" is not a level; the condition asks whether there is a value for one; write high or low`},
		{with(`{"hubs": "c"}`), `"c"`, place + `[hubs]: "c" is not a value of it; write a or b`},
		{with(`{"tags": "z"}`), `"z"`, place + `[tags]: "z" is not a value of it; write x or y`},
		{with(`{"vip": ""}`), `""`, place + `[vip]: asks for an empty text, which cannot be in it`},
		{with(`{"team": ""}`), `""`, place + `[team]: asks that it is not given, which cannot be; it is required`},
		{with(`{"site": ""}`), `""`, place + `[site]: asks that it is not given, which cannot be; it has a default`},
		{with(`{"site": "x"}`), `"x"`, place + `[site]: "x" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{with(`{"acme.zone": ["UTC", "Z"]}`), `"Z"`, place + `[acme.zone][1]: "Z" is not a value of it; write UTC or +01:00`},
		{with(`{"": "x"}`), `"x"`, place + `[""]: is not an attribute or reading that can stand here; write tier, vip, agreed, within, hubs, tags, team, site, very long or acme.zone`},
		{with(`{"` + strings.Repeat("x", 41) + `": "x"}`), `"x"`, place + `["` + strings.Repeat("x", 40) + `…"]: is not an attribute or reading that can stand here; write tier, vip, agreed, within, hubs, tags, team, site, very long or acme.zone`},
		// Of their form.
		{when(`{"tier": []}`), `[]`, place + `[tier]: must not be empty; a condition has at least one value`},
		{when(`{"tier": 5}`), `5`, place + `[tier]: 5 must be a text, or a list of texts`},
		{when(`{"tier": [5]}`), `5`, place + `[tier][0]: 5 must be a string`},
		{when(`{"tier": null}`), `null`, place + `[tier]: null must be a text, or a list of texts`},
		{when(`{"tier": [` + many(258, `"gold"`) + `]}`), `"gold","gold"]}, "measure"`, place + `[tier][256]: "gold" is one too many; a condition has at most 256 values`},
		// In refusals.
		{[]string{`"levels"`, `"refuse": [{"when": {"tier": "lead"}, "why": "x"}], "levels"`}, `"lead"`, `refuse[0].when[tier]: "lead" is not one of its values; write gold or silver`},
		{[]string{`"levels"`, `"refuse": [{"when": {"vip": "a"}, "why": "x"}, {"when": {"acme": "a"}, "why": "x"}], "levels"`}, `"a"}, "why": "x"}],`,
			`refuse[1].when[acme]: is not an attribute or reading that can stand here; write tier, vip or acme.zone`},
	})
	for _, right := range []string{`{"tier": ""}`, `{"tier": "gold"}`, `{"agreed": "high"}`, `{"within": "low"}`, `{"hubs": "b"}`, `{"tags": "y"}`, `{"vip": "any"}`, `{"team": "any"}`, `{"site": "Asia/Tokyo"}`, `{}`, `{"very long": "x"}`} {
		if _, err := document.Decode([]byte(change(t, with(right)))); err != nil {
			t.Errorf("%s: %v", right, err)
		}
	}
}
