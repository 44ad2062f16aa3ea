package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy/document"
)

const (
	levels = `"levels": [{"name": "high"}, {"name": "low"}]`
	lower  = `"lowering": {"kind": "one level", "clause": "A-3", "reason": "so it says"}`
)

// TestMistakes_Levels has what is wrong with levels, events and severities.
func TestMistakes_Levels(t *testing.T) {
	classify := func(facts, rules string) []string {
		return []string{fair, `"classification": {"facts": [` + facts + `], "rules": [` + rules + `]}`}
	}
	const down = `{"name": "down", "answers": [{"name": "yes"}, {"name": "no"}]}`
	events := ""
	for i := range 46 {
		events += fmt.Sprintf(`, "e%d"`, i)
	}
	mistakes(t, []mistaken{
		{[]string{levels + ",", ``}, `{`, `levels: are missing; an agreement has at least one`},
		{[]string{levels, `"levels": []`}, `[]`, `levels: are missing; an agreement has at least one`},
		{[]string{levels, `"levels": [{"name": "high"}, {"name": "lo|w"}]`}, `"lo|w"}`, `levels[1].name: "lo|w" has a bar in it; write another name as an alias`},
		{[]string{levels, `"levels": [{"name": "high", "aliases": ["P|1"]}, {"name": "low"}]`}, `"P|1"`, `levels[0].aliases[0]: "P|1" has a bar in it; write another name as an alias`},
		{[]string{levels, `"levels": [{"name": "high"}, {"name": "low", "aliases": ["P2", "High"]}]`}, `"High"`, `levels[1].aliases[1]: "High" is the name of levels[0] already; write each name once`},
		{[]string{levels, `"levels": [{"name": "high", "aliases": ["P1"]}, {"name": "low", "aliases": ["p1"]}]`}, `"p1"`, `levels[1].aliases[0]: "p1" is an alias of levels[0] already; write each name once`},
		{[]string{`["held"],`, `["held", "rung", "held"],`}, `"held"],`, `events[2]: "held" is declared twice`},
		{[]string{`["held"],`, `["held"` + events + `],`}, `"e44"`, `events[45]: "e44" is one too many; a version declares at most 45`},
		{[]string{fair, `"halt": ["held", "forwarded", "held"]`}, `"held"]`, `halt[2]: "held" stands there twice`},
		{[]string{fair, `"given": ["helt"]`}, `"helt"`, `given[0]: "helt" is not an event; did you mean "held"? Write that, or declare it in events`},
		{[]string{lower, `"lowering": {"kind": "one level", "reason": "so it says"}`}, `{"kind"`, `lowering.clause: is missing; every lowering cites the clause that says so`},
		{[]string{lower, `"lowering": {"kind": "by definition", "clause": "A-3", "reason": "so it says"}`}, `{"kind"`, `lowering.to: is missing; say what the levels become`},
		{[]string{lower, `"lowering": {"kind": "by definition", "to": {"hi": "low"}, "clause": "A-3", "reason": "so it says"}`}, `"low"}`, `lowering.to[hi]: is not a level; write high or low`},
		{classify(down, `{"key": "a", "clause": "A", "reason": "x", "level": "hi"}, {"key": "a", "clause": "A", "reason": "x", "level": "low"}`), `"hi"`,
			`classification.rules[0].level: "hi" is not a level; write high or low` + "\n" + `classification.rules[1].key: "a" is the key of two rules`},
		{classify(`{"name": "down", "answers": [{"name": "yes"}]}`, `{"key": "a", "clause": "A", "reason": "x", "level": "low"}`), `[{"name": "yes"}]`, `classification.facts[0].answers: are 1; a fact has 2 to 64`},
		{[]string{fair, `"severity_change": {"attribute": "tier"}`}, `{"attribute"`, `severity_change: "gold" is a value of the attribute and is not a mode; write fair, from_start or from_change`},
		{[]string{fair, `"authority": {"report": {"by": ["us"]}}`}, `"us"`, `authority.report.by[0]: "us" is not known; write customer or supplier`},
		{[]string{fair, `"authority": {"report": {"by": ["supplier"]}}`}, `{"by"`, `authority.report.clause: is missing; write the clause that names them` + "\n" + `authority.report.reason: is missing; write what the clause says, in words`},
		{[]string{fair, `"authority": {"change": {"by": ["customer"], "reason": "x"}}`}, `{"by"`, `authority.change.clause: is missing; write the clause that names them`},
		{[]string{fair, `"authority": {"change": {"by": ["customer"], "clause": "X"}}`}, `{"by"`, `authority.change.reason: is missing; write what the clause says, in words`},
		{[]string{fair, `"authority": {"report": {"by": ["customer", "customer"], "clause": "X", "reason": "x"}}`}, `"customer"],`, `authority.report.by[1]: "customer" stands there twice`},
		{[]string{`"levels"`, `"from": "2026-01-01", "levels"`}, `"2026-01-01"`, `from: "2026-01-01" is not an instant; write it as 2006-01-02T15:04:05+01:00, with the offset`},
		{[]string{`"metrics": [`, `"metrics": [` + many(32, `{"name": "m%d"}`) + `, `}, `{`, `metrics[32]: "response" is one too many; an agreement has at most 32 metrics`},
		{[]string{`"low", "measure"`, `"lo", "measure"`, levels, `"levels": [` + many(16, `{"name": "L%d"}`) + `]`, `{"level": "high", "measure": "1h", "calendar": "office", "clause": "A-1"},`, ``, ladder, ``}, `"lo"`,
			`metrics[0].targets[0].level: "lo" is not a level; write L0, L1, L2, L3, L4, L5, L6, L7, L8, L9, L10, L11, L12, L13, L14 or L15`},
	})
	for _, right := range [][]string{
		{`["held"],`, `["held"` + events[:strings.Index(events, `, "e44"`)] + `],`},
		{`"metrics": [`, `"metrics": [` + many(31, `{"name": "m%d"}`) + `, `},
		{`"levels"`, `"from": "2026-01-01T00:00:00+01:00", "levels"`},
		{fair, `"authority": {"report": {"by": ["customer"], "clause": "X", "reason": "x"}, "change": {"clause": "X"}}`}, // the clause that comes closest names nobody
		classify(down, `{"key": "a", "clause": "A", "reason": "x", "level": "high", "when": [{"fact": "down", "is": ["yes"]}]}, {"key": "b", "clause": "A", "reason": "x", "level": "low"}`),
	} {
		if _, err := document.Decode([]byte(change(t, right))); err != nil {
			t.Errorf("%s: %v", right[1], err)
		}
	}
}

// whole tells what is wrong with a document, without lines and columns.
func whole(text string) string {
	_, err := document.Decode([]byte(text))
	e, ok := err.(*document.Error)
	if !ok {
		return fmt.Sprint(err)
	}
	lines := make([]string, len(e.Mistakes))
	for i, m := range e.Mistakes {
		m.Line = 0
		lines[i] = m.String()
	}
	return strings.Join(lines, "\n")
}

// TestMistakes_Versions has what is wrong with a document that has versions.
func TestMistakes_Versions(t *testing.T) {
	const version = `"levels": [{"name": "high"}], "calendars": [{"name": "all", "zone": "UTC", "week": {"mon": [["00:00", "24:00"]]}}]`
	metric := func(names ...string) string {
		for i, name := range names {
			names[i] = `{"name": "` + name + `", "start": ["reported"], "targets": [{"measure": "1h", "calendar": "all", "clause": "A"}]}`
		}
		return version + `, "metrics": [` + strings.Join(names, ",") + `]`
	}
	const later = `"from": "2026-01-01T00:00:00Z", `
	const keep = `, or write "open": "keep"`
	const clocks = `; open tickets keep their clocks, so have the same ones in the same order` + keep
	for _, test := range []struct{ fields, want string }{
		{`"versions": [{` + version + `}, {` + later + version + `}]`, `<nil>`},
		{`"versions": [{` + version + `}, {` + version + `}]`, `versions[1].from: is missing; versions[0] has no beginning either, and one alone can be without`},
		{`"versions": [{` + later + version + `}, {` + version + `}, {"from": "2026-01-01T01:00:00+01:00", ` + version + `}]`, `versions[2].from: "2026-01-01T01:00:00+01:00" is the beginning of versions[0] too`},
		{`"zone": "UTC", "events": ["held"], "versions": [{` + version + `}]`, "events: stands beside versions; write it in each of them\nzone: stands beside versions; write it in each of them"},
		{`"versions": [{` + version + `}, {` + later + `"zone": "UTC"}]`, `versions[1].levels: are missing; an agreement has at least one`},
		{`"versions": [{` + version + `}, {` + later + `"levels": [{"name": "high"}], "zone": "x"}]`, `versions[1].zone: "x" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{`"refuse": [{"when": {"a": "b"}, "why": "x"}], "versions": [{` + version + `}, {` + later + version + `}]`, `refuse[0].when[a]: is not an attribute or reading that can stand here; there is none`},
		{version + `, "refuse": [{"when": {}, "why": "x"}]`, `refuse[0].when: is empty, so that every ticket would be refused; write the attributes and readings of those that are`},
		{`"attributes": [{"name": "agreed", "type": "days"}], "refuse": [{"when": {"agreed": "low"}, "why": "x"}], "versions": [{` + version + `}, {` + later + version + `}]`,
			`refuse[0].when[agreed]: "low" is not a level; the condition asks whether there is a value for one; write high`},
		{`"attributes": [{"name": "agreed", "type": "days"}], "refuse": [{"when": {"agreed": "high"}, "why": "x"}], "versions": [{` + version + `}, {` + later + `"levels": [{"name": "low"}]}]`,
			`refuse[0].when[agreed]: "high" is not a level; the condition asks whether there is a value for one; write low`},
		{`"open": "fair", "versions": [{` + metric("a", "b") + `}, {` + later + metric("a") + `}]`, `versions[1].metrics: are 1, and in the version before 2` + clocks},
		// The places are those of the document, whose order need not be that of time.
		{`"open": "fair", "versions": [{` + later + metric("a") + `}, {` + metric("a", "b") + `}]`, `versions[0].metrics: are 1, and in the version before 2` + clocks},
		{`"open": "fair", "versions": [{` + metric("a", "b") + `}, {` + later + metric("b", "a") + `}]`, `versions[1].metrics[0].name: "b" is a in the version before` + clocks},
		{`"open": "from_start", "versions": [{` + metric("a") + `}, {` + later + strings.Replace(metric("a"), `"calendar": "all", "clause": "A"}]`, `"calendar": "all", "clause": "A"}], "thresholds": [{"percent": 50, "to": "x", "clause": "B"}]`, 1) + `}]`,
			`versions[1].metrics[0].thresholds: thresholds of a are 1, and in the version before 0; open tickets keep who has been told, so have as many in the same order` + keep},
		// Of a metric with conditions a ticket can have another than the row of that number.
		{`"attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"]}], "open": "fair", "versions": [{` + metric("a") + `}, {` + later + strings.Replace(metric("b", "a"), `{"name": "b",`, `{"name": "b", "when": {"tier": "silver"}, "ends": true,`, 1) + `}]`, `<nil>`},
		{`"attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"]}], "open": "fair", "versions": [{` + metric("a") + `}, {` + later + strings.Replace(strings.Replace(metric("b", "a"), `{"name": "b",`, `{"name": "b", "when": {"tier": "silver"},`, 1), `{"name": "a",`, `{"name": "a", "ends": true,`, 1) + `}]`,
			`versions[1].metrics: "a" closes tickets in one of two versions alone; open tickets keep what closes them, so have it in both or in neither` + keep},
		{`"open": "fair", "versions": [{` + version + `}, {` + later + strings.Replace(version, `"high"`, `"grave"`, 1) + `}]`, `versions[1].levels: are others than those of the version before; open tickets keep their levels, so write the same names and aliases` + keep},
		{`"open": "fair", "versions": [{` + version + `}, {` + later + `"events": ["held"], ` + version + `}]`, `versions[1].events: are others than those of the version before; open tickets keep their events, so have the same ones in the same order` + keep},
		{`"open": "fair", "versions": [{` + version + `}, {` + later + `"ownership": {"regions": [{"name": "EU", "calendar": "all"}], "default": "EU"}, ` + version + `}]`, `versions[1].ownership: cannot change under an open ticket; leave it out of all versions` + keep},
		{`"open": "keep", "versions": [{` + metric("a", "b") + `}, {` + later + metric("a") + `}]`, `<nil>`},
		{`"open": "fair", "versions": [{` + metric("a", "b") + `}, {` + later + metric("a", "b") + `}]`, `<nil>`},
		{`"versions": [` + many(65, `{"from": "2026-01-01T00:00:00.%d1Z", `+version+`}`) + `]`, `versions: are 65; a document has at most 64`},
		{`"versions": [` + many(64, `{"from": "2026-01-01T00:00:00.%d1Z", `+version+`}`) + `]`, `<nil>`},
		{`"versions": []`, `levels: are missing; an agreement has at least one`},
	} {
		if got := whole(`{"schema": 1, "name": "acme", ` + test.fields + `}`); got != test.want {
			t.Errorf("%.200s\n%s\n%s", test.fields, got, test.want)
		}
	}
}

// TestMistakes_Releases has what is wrong with what is said of releases.
func TestMistakes_Releases(t *testing.T) {
	const rule, rules = `{"rule": {"support": "own"}}`, `"rules": [{"rule": {"support": "own"}}]`
	const readings, beginning = `"readings": [{"name": "r", "values": ["x", "y"]}], "attributes": [{"name": "agreed", "type": "measures"}], `, `"releases": {"ordered": "R", `
	when := func(conditions string) string {
		return readings + beginning + `"line_field": "product", "lines": ["a", "b"], "rules": [` + rule + `, {"when": {` + conditions + `}, "rule": {"support": "own"}}]}`
	}
	for _, test := range []struct{ fields, want string }{
		{readings + beginning + `"reading": "r", ` + rules + `}`, `<nil>`},
		{readings + beginning + `"reading": "q", ` + rules + `}`, `releases.reading: "q" is not a reading; write r`},
		{beginning + `"reading": "q", ` + rules + `}`, `releases.reading: "q" is not a reading; there is none`},
		{readings + beginning + `"line_field": "r", ` + rules + `}`, `releases.line_field: "r" is the name of a reading`},
		{beginning + `"line_field": "stable", ` + rules + `}`, `releases.line_field: "stable" is another field of releases`},
		{beginning + `"line_field": "sustained_months", ` + rules + `}`, `releases.line_field: "sustained_months" is another field of releases`},
		{beginning + `"lines": ["a"], ` + rules + `}`, `releases.lines: need line_field, the field that names them`},
		{beginning + `"line_field": "product", "lines": ["a", "b", "a"], ` + rules + `}`, `releases.lines[2]: "a" stands there twice`},
		{beginning + `"fields": ["stable", "stable"], ` + rules + `}`, `releases.fields[1]: "stable" stands there twice`},
		{beginning + `"fields": ["steady"], ` + rules + `}`, `releases.fields[0]: "steady" is not known; write stable, end_of_maintenance, extension_through or sustained_months`},
		{beginning + `"fields": ["stable", "sustained_months"], "least": {"sustained_months": 1}, ` + rules + `}`, `<nil>`},
		{beginning + `"fields": ["sustained_months"], "least": {"sustained_months": 0}, ` + rules + `}`, `releases.least.sustained_months: 0 is out of range; write 1 through 120000`},
		{beginning + `"fields": ["sustained_months"], "least": {"sustained_months": 120000}, ` + rules + `}`, `<nil>`},
		{beginning + `"fields": ["sustained_months"], "least": {"sustained_months": 120001}, ` + rules + `}`, `releases.least.sustained_months: 120001 is out of range; write 1 through 120000`},
		{beginning + `"fields": ["stable"], "least": {"sustained_months": 6}, ` + rules + `}`, `releases.least.sustained_months: "6" is of a field that releases do not have; name it in fields`},
		{when(`"product": "a"`), `<nil>`},
		{when(`"product": "c"`), `releases.rules[1].when[product]: "c" is not a value of it; write a or b`},
		{when(`"r": "z"`), `releases.rules[1].when[r]: "z" is not a value of it; write x or y`},
		{when(`"agreed": "P1"`), `releases.rules[1].when[agreed]: is not an attribute or reading that can stand here; write r or product`},
		{when(`"product": "a"}, "rule": {"support": "own"}}, {"when": {"product": ["b", "a"]`), `releases.rules[2]: holds beside releases.rules[1] where product a, and neither has more conditions; add a row for both, or tell them apart`},
		{readings + beginning + `"line_field": "product", "lines": ["a", "b"], "rules": [{"when": {"product": "a"}, "rule": {"support": "own"}}]}`, `releases.rules[0]: none of the rows holds where product b; add one without conditions`},
		{beginning + `"line_field": "product", "rules": [{"when": {"product": "a"}, "rule": {"support": "own"}}]}`, `releases.rules[0]: none of the rows holds where product something else; add one without conditions`},
		{beginning + `"line_field": "product", "rules": [` + rule + `, {"when": {"product": "a"}, "rule": {"support": "own"}}]}`, `<nil>`},
		{readings + beginning + `"rules": [{"when": {"r": "x"}, "rule": {"support": "own"}}, {"when": {"r": "y"}, "rule": {"support": "own"}}]}`, `<nil>`},
		{readings + beginning + `"rules": [{"when": {"r": "x"}, "rule": {"support": "own"}}]}`, `releases.rules[0]: none of the rows holds where r y; add one without conditions`},
		{beginning + `"rules": []}`, `releases.rules: must not be empty`},
		// Beside releases there need be nothing for tickets, or all of it.
		{`"zone": "UTC", ` + beginning + rules + `}`, `levels: are missing; an agreement has at least one`},
		{`"calendars": [{"name": "x", "zone": "Atlantis"}], ` + beginning + rules + `}`, `levels: are missing; an agreement has at least one`},
		{readings + `"refuse": [{"when": {"agreed": "P1"}, "why": "x"}], ` + beginning + rules + `}`, `levels: are missing; an agreement has at least one`},
	} {
		if got := whole(`{"schema": 1, "name": "acme", ` + test.fields + `}`); got != test.want {
			t.Errorf("%.200s\n%s\n%s", test.fields, got, test.want)
		}
	}
}

// TestMistakes_Tried makes an agreement for a ticket that there could be, whatever
// the ticket must say: what comes of it is a mistake of the document.
func TestMistakes_Tried(t *testing.T) {
	const want = `ladders[0].steps[0].after: the weekdays of both differ in length; give calendar both a regular_day, or write convention close_of_business`
	var all []mistaken
	for _, attribute := range []string{
		`"text"`, `"text", "values": ["x", "y"]`, `"zone"`, `"zone", "values": ["+01:00", "+02:00"]`, `"region"`, `"region", "values": ["DE", "US"]`,
		`"list"`, `"list", "values": ["x", "y"]`, `"measures"`, `"days"`, `"regions"`, `"regions", "values": ["one", "two"]`,
	} {
		all = append(all, mistaken{append(attributes(`{"name": "a", "required": true, "type": `+attribute+`}`), `"office", "steps"`, `"both", "steps"`), `"1 business day"}]}],`, want})
	}
	// The other values of a reading are tried too.
	all = append(all, mistaken{[]string{`"calendars": [`, `"calendars": [{"name": "odd", "as": "office"}, {"name": "odd", "when": {"acme.zone": "+01:00"}, "as": "both"}, `, `"office", "steps"`, `"odd", "steps"`}, `"1 business day"}]}],`, want})
	mistakes(t, all)
}
