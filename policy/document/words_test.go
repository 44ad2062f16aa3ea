package document_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
)

// desk is a document on which each word is tried: whoever reports has a response
// within four office hours, which are 09:00 to 17:00 UTC from Monday to Friday.
// 2026-03-02 is a Monday.
const desk = `{
  "schema": 1,
  "name": "desk",
  "attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"]}, {"name": "agreed", "type": "measures"}],
  "levels": [{"name": "high"}, {"name": "low"}],
  "events": ["held", "freed"],
  "calendars": [
    {"name": "office", "zone": "UTC", "week": {"mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": [["09:00", "17:00"]], "thu": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]]}},
    {"name": "late", "zone": "UTC", "week": {"mon": [["15:00", "23:00"]], "tue": [["15:00", "23:00"]], "wed": [["15:00", "23:00"]], "thu": [["15:00", "23:00"]], "fri": [["15:00", "23:00"]]}},
    {"name": "all", "zone": "UTC", "week": {"mon": [["00:00", "24:00"]], "tue": [["00:00", "24:00"]], "wed": [["00:00", "24:00"]], "thu": [["00:00", "24:00"]], "fri": [["00:00", "24:00"]], "sat": [["00:00", "24:00"]], "sun": [["00:00", "24:00"]]}}
  ],
  "metrics": [{
    "name": "response", "start": ["reported"], "stop": ["responded"],
    "targets": [{"measure": "4h", "calendar": "office", "clause": "A-1"}]
  }]
}`

// Parts of the desk that words change.
const (
	four   = `"measure": "4h", "calendar": "office", "clause": "A-1"`
	fourth = `{` + four + `}`
	starts = `"start": ["reported"],`
	stops  = `"stop": ["responded"],`
	owned  = `"events":`
	office = `{"name": "office", "zone": "UTC",`
	gold   = `"attributes": {"tier": "gold"}`
)

// A word is a word of a document, tried by a ticket: what is said of it without the
// word and with it, both worked out by hand. An answer is cut to one line for each
// clock, step and owner, and its instants to what follows the year, in whole minutes.
type word struct {
	name   string
	base   []string // parts and what stands in their place, without the word
	change []string // with the word
	fields string   // of the ticket
	asOf   string   // the last event's instant if empty
	events []string // "02T10:00 reported high phone", of March 2026
	// Without is "-" where there is no document without the word.
	without, with string
}

// replace replaces parts of a text, in pairs.
func replace(t testing.TB, text string, pairs []string) string {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("%s is not in the document", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// date makes an instant of its end: 02T10:00 is of March 2026, in UTC.
func date(short string) string {
	if len(short) == len("02T10:00") {
		short = "03-" + short
	}
	return "2026-" + short + ":00Z"
}

// short is the other way.
func short(instant string) string {
	if instant == "" {
		return "-"
	}
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimSuffix(instant, ":00Z"), "2026-"), "03-")
}

// say answers a ticket and cuts the answer to lines; an error is one.
func (w *word) say(t *testing.T, text string) string {
	d, err := document.Decode([]byte(text))
	if err != nil {
		return err.Error()
	}
	line := `{"agreement": "desk"`
	if w.asOf != "" {
		line += `, "as_of": "` + date(w.asOf) + `"`
	}
	if w.fields != "" {
		line += ", " + w.fields
	}
	for i, e := range w.events {
		parts := append(strings.Fields(e), "", "")
		line += []string{`, "events": [`, `, `}[min(i, 1)] + `{"at": "` + date(parts[0]) + `", "kind": "` + parts[1] + `"`
		for _, part := range parts[2:] {
			switch part {
			case "high", "low", "P1":
				line += `, "severity": "` + part + `"`
			case "phone", "email":
				line += `, "channel": "` + part + `"`
			}
		}
		line += "}"
	}
	var ticket policy.Ticket
	if err := ticket.UnmarshalJSON([]byte(line + "]}")); err != nil {
		t.Fatalf("%v: %s", err, line)
	}
	answer, err := answerBy(&ticket, false, func() (*policy.Policy, error) { return d.Policy(&ticket) })
	if err != nil {
		return err.Error()
	}
	var a struct {
		Clocks []struct {
			Metric, Due, State, Clause, Unknown string
			Round                               int
			WaitingFor                          string `json:"waiting_for"`
		}
		Escalation []struct{ To, At, Notified, State, Clause string }
		Ownership  []struct{ From, Region string }
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range a.Clocks {
		if c.Unknown != "" {
			c.Due = "unknown"
		}
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %d %s %s %s %s", c.Metric, c.Round, short(c.Due), c.State, c.WaitingFor, c.Clause)))
	}
	for _, e := range a.Escalation {
		if e.Notified != "" {
			e.To += " told " + short(e.Notified)
		}
		all = append(all, fmt.Sprintf("%s %s %s %s", short(e.At), e.State, e.Clause, e.To))
	}
	for _, o := range a.Ownership {
		all = append(all, "owner "+short(o.From)+" "+o.Region)
	}
	return strings.ReplaceAll(strings.Join(all, "; "), "  ", " ")
}

// TestWords tries each word of the schema on a ticket.
func TestWords(t *testing.T) {
	tried := map[string]bool{}
	for _, w := range slices.Concat(targetWords(), metricWords(), ladderWords(), calendarWords(), versionWords()) {
		names := strings.Fields(w.name)
		for _, name := range names {
			tried[name] = true
		}
		t.Run(names[0], func(t *testing.T) {
			base := replace(t, desk, w.base)
			if w.without != "-" {
				if got := w.say(t, base); got != w.without {
					t.Errorf("without: %s", cmp.Diff(w.without, got))
				}
			}
			if got := w.say(t, replace(t, base, w.change)); got != w.with {
				t.Errorf("with: %s", cmp.Diff(w.with, got))
			}
		})
	}
	for name, why := range wordsElsewhere() {
		if tried[name] || why == "" {
			t.Errorf("%s is tried here, or not said where", name)
		}
		tried[name] = true
	}
	var schema struct {
		Defs map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	if err := json.Unmarshal(document.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	for _, def := range sortedNames(schema.Defs) {
		for _, field := range sortedNames(schema.Defs[def].Properties) {
			// What a version has stands in a document too, and hours are described
			// by package calendar.
			if name := def + "." + field; !tried[name] && !tried["Version."+field] && def[0] < 'a' {
				t.Errorf("no ticket tries %s", name)
			}
			delete(tried, def+"."+field)
		}
	}
	for _, name := range sortedNames(tried) {
		t.Errorf("%s is no word of the schema", name)
	}
}

// sortedNames returns the keys of a map in order.
func sortedNames[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// wordsElsewhere are the words that move no due time, and the tests that have them.
func wordsElsewhere() map[string]string {
	all := map[string]string{
		"Document.$schema": "TestRoundTrip", "Document.schema": "TestMistakes", "Document.name": "TestPolicy_Refuses", "Document.releases": "TestGoldens_Releases",
		"Document.versions": "TestHelpdesk", "Document.open": "TestHelpdesk_Keep", "Version.from": "TestHelpdesk",
		"Document.refuse": "TestRefused", "Refusal.when": "TestRefused", "Refusal.why": "TestRefused",
		"Attribute.name": "TestMissing", "Attribute.type": "TestMissing", "Attribute.values": "TestMissing", "Attribute.required": "TestMissing", "Attribute.why": "TestMissing",
		"Reading.tickets": "TestCarried", "Reading.clause": "TestCarried", "Ladder.halt_clause": "TestCarried", "Version.switch_clause": "TestCarried", "Gate.clause": "TestCarried", "Ownership.clause": "TestCarried",
		"Releases.least": "TestReleases_Least", "Least.sustained_months": "TestReleases_Least",
		"Version.classification": "ExampleVersion_Classifier", "Version.authority": "ExampleVersion_Setters", "Version.coverage": "ExampleVersion_CoveragePolicy",
	}
	for def, test := range map[string]string{
		"Classification": "facts rules", "Fact": "name asks answers", "Answer": "name means", "Rule": "key when level between clause reason", "Condition": "fact is",
		"Authority": "report change", "Setter": "by clause reason", "Releases": "ordered scheme reading line_field lines fields rules", "ReleaseRule": "when rule",
	} {
		for field := range strings.FieldsSeq(test) {
			all[def+"."+field] = map[bool]string{true: "TestGoldens_Releases", false: "TestCarried"}[strings.HasPrefix(def, "Release")]
		}
	}
	for field := range strings.FieldsSeq("Coverage.rules Coverage.limits CoverageRule.fact CoverageRule.required CoverageRule.unless CoverageRule.outcome CoverageRule.clause CoverageRule.section CoverageRule.rule FactLimit.fact FactLimit.needs FactLimit.bars") {
		all[field] = "TestCoverage_Decides"
	}
	return all
}

func targetWords() []word {
	monday := []string{"02T10:00 reported high"}
	attribute := `"measure": {"attribute": "agreed"}, "calendar": "office", "clause": "A-1"`
	day := []string{`"4h"`, `"1 business day"`}
	phone := `"gate": {"accepts": ["phone"], "waits_for": "phone"}, `
	return []word{
		// 10:00 and an hour, instead of four.
		{name: "Target.level", change: []string{fourth, `{"level": "high", "measure": "1h", "calendar": "office", "clause": "A-2"}, ` + fourth}, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T11:00 running A-2"},
		{name: "Target.level", change: []string{fourth, `{"level": "low", "measure": "1h", "calendar": "office", "clause": "A-2"}, ` + fourth}, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T14:00 running A-1"},
		{name: "Target.levels", change: []string{fourth, `{"levels": ["low", "high"], "measure": "1h", "calendar": "office", "clause": "A-2"}, ` + fourth}, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T11:00 running A-2"},
		{name: "Target.when", change: []string{fourth, `{"when": {"tier": "gold"}, "measure": "1h", "calendar": "office", "clause": "A-2"}, ` + fourth}, fields: gold, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T11:00 running A-2"},
		{name: "Target.when", change: []string{fourth, `{"when": {"tier": "gold"}, "measure": "1h", "calendar": "office", "clause": "A-2"}, ` + fourth}, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T14:00 running A-1"},
		{name: "Target.clause", change: []string{`"A-1"`, `"B-7"`}, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T14:00 running B-7"},
		// An hour and a half; to the close of Tuesday; to the end of Wednesday, the second
		// day after; 24 office hours are 7 on Monday, 8, 8 and 1 on Thursday.
		{name: "Target.measure", change: []string{`"4h"`, `"1h30m"`}, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T11:30 running A-1"},
		{name: "Target.measure", change: day, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 03T17:00 running A-1"},
		{name: "Target.measure", change: []string{`"4h"`, `"2 calendar days"`}, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 05T00:00 running A-1"},
		{name: "Target.measure", change: []string{`"4h"`, `"1 day"`}, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 05T10:00 running A-1"},
		{name: "Target.measure", change: []string{four, attribute}, fields: `"attributes": {"agreed.high": "2h", "agreed.low": "3h"}`, events: monday, without: "response 1 02T14:00 running A-1", with: "response 1 02T12:00 running A-1"},
		// A business day from Monday 07:00 ends at the close of Tuesday; at 07:00 on Tuesday;
		// or after the eight hours of Monday.
		{name: "Target.convention", base: day, change: []string{`"1 business day"`, `"1 business day", "convention": "same_time"`}, events: []string{"02T07:00 reported high"}, without: "response 1 03T17:00 running A-1", with: "response 1 03T07:00 running A-1"},
		{name: "Target.convention", base: day, change: []string{`"1 business day"`, `"1 business day", "convention": "working_time"`}, events: []string{"02T07:00 reported high"}, without: "response 1 03T17:00 running A-1", with: "response 1 02T17:00 running A-1"},
		{name: "Target.convention", base: day, change: []string{`"1 business day"`, `"1 business day", "convention": "close_of_business"`}, events: []string{"02T07:00 reported high"}, without: "response 1 03T17:00 running A-1", with: "response 1 03T17:00 running A-1"},
		// Two calendar days end with the second, or on it at the time of the report.
		{name: "Target.convention", base: []string{`"4h"`, `"2 calendar days"`}, change: []string{`"2 calendar days"`, `"2 calendar days", "convention": "same_time"`}, events: monday, without: "response 1 05T00:00 running A-1", with: "response 1 04T10:00 running A-1"},
		// From a Sunday, Monday is the first day; from the opening on Monday, Tuesday is.
		{name: "Target.from", base: day, change: []string{`"1 business day"`, `"1 business day", "from": "next_opening"`}, events: []string{"01T12:00 reported high"}, without: "response 1 02T17:00 running A-1", with: "response 1 03T17:00 running A-1"},
		{name: "Target.from", base: day, change: []string{`"1 business day"`, `"1 business day", "from": "start"`}, events: []string{"01T12:00 reported high"}, without: "response 1 02T17:00 running A-1", with: "response 1 02T17:00 running A-1"},
		// An hour is left of Monday and three go on on Tuesday; or four without a break.
		{name: "Target.calendar", change: []string{`"calendar": "office"`, `"calendar": "all"`}, events: []string{"02T16:00 reported high"}, without: "response 1 03T12:00 running A-1", with: "response 1 02T20:00 running A-1"},
		// The business day after Friday is Saturday, to midnight; of the office it is Monday.
		{name: "Target.days_calendar", base: []string{four, `"measure": {"attribute": "agreed"}, "calendar": "all", "clause": "A-1"`}, change: []string{`"calendar": "all"`, `"calendar": "all", "days_calendar": "office"`},
			fields: `"attributes": {"agreed.high": "1 business day", "agreed.low": "3h"}`, events: []string{"06T10:00 reported high"}, without: "response 1 08T00:00 running A-1", with: "response 1 09T17:00 running A-1"},
		// From 16:00 half an hour has passed at 16:30. What is left, three and a half, is
		// half an hour on Monday and three on Tuesday.
		{name: "Target.after Version.switch", base: []string{`"calendar": "office"`, `"calendar": "all"`, owned, `"switch": ["held"], "events":`}, change: []string{`"calendar": "all", "clause"`, `"calendar": "all", "after": "office", "clause"`},
			events: []string{"02T16:00 reported high", "02T16:30 held"}, without: "response 1 02T20:00 running A-1", with: "response 1 03T12:00 running A-1"},
		{name: "Version.switch", base: []string{`"calendar": "office"`, `"calendar": "all", "after": "office"`}, change: []string{owned, `"switch": ["held"], "events":`},
			events: []string{"02T16:00 reported high", "02T16:30 held"}, without: "response 1 02T20:00 running A-1", with: "response 1 03T12:00 running A-1"},
		// An e-mail at 10:00 is none; the call at 11:00 starts the four hours.
		{name: "Target.gate Gate.accepts", change: []string{`"measure"`, phone + `"measure"`}, events: []string{"02T10:00 reported high email", "02T11:00 contacted phone"}, without: "response 1 02T14:00 running A-1", with: "response 1 02T15:00 running A-1"},
		{name: "Gate.waits_for", base: []string{`"measure"`, `"gate": {"accepts": ["phone", "email"], "waits_for": "phone"}, "measure"`}, change: []string{`"waits_for": "phone"`, `"waits_for": "email"`},
			events: monday, without: "response 1 - waiting phone A-1", with: "response 1 - waiting email A-1"},
		{name: "Gate.event", change: []string{`"measure"`, `"gate": {"event": "held"}, "measure"`}, events: []string{"02T10:00 reported high", "02T12:00 held"}, without: "response 1 02T14:00 running A-1", with: "response 1 02T16:00 running A-1"},
		// The gate is closed on Saturday the 7th alone; then the opening on Monday starts it.
		{name: "Gate.off_days", base: []string{`"measure"`, phone + `"measure"`}, change: []string{`"waits_for"`, `"off_days": "office", "waits_for"`}, events: []string{"02T10:00 reported high email"},
			without: "response 1 - waiting phone A-1", with: "response 1 02T14:00 running A-1"},
		{name: "Gate.off_days", base: []string{`"measure"`, phone + `"measure"`}, change: []string{`"waits_for"`, `"off_days": "office", "waits_for"`}, events: []string{"07T10:00 reported high email"}, asOf: "09T10:00",
			without: "response 1 - waiting phone A-1", with: "response 1 - waiting phone A-1"},
		{name: "Gate.opens", base: []string{`"measure"`, phone + `"measure"`, `"waits_for"`, `"off_days": "office", "waits_for"`}, change: []string{`"waits_for"`, `"opens": true, "waits_for"`}, events: []string{"07T10:00 reported high email"}, asOf: "09T10:00",
			without: "response 1 - waiting phone A-1", with: "response 1 09T13:00 running A-1"},
		{name: "Target.stop_by", change: []string{`"measure"`, `"stop_by": ["phone"], "measure"`}, events: []string{"02T10:00 reported high", "02T11:00 responded email"}, without: "response 1 02T14:00 met A-1", with: "response 1 02T14:00 running A-1"},
		{name: "Target.stop_by", change: []string{`"measure"`, `"stop_by": ["phone"], "measure"`}, events: []string{"02T10:00 reported high", "02T11:00 responded phone"}, without: "response 1 02T14:00 met A-1", with: "response 1 02T14:00 met A-1"},
		// Four hours from 13:00 end at the closing instant.
		{name: "Target.at_closing", change: []string{`"measure"`, `"at_closing": "next_opening", "measure"`}, events: []string{"02T13:00 reported high"}, without: "response 1 02T17:00 running A-1", with: "response 1 03T09:00 running A-1"},
		{name: "Target.at_closing", change: []string{`"measure"`, `"at_closing": "stay", "measure"`}, events: []string{"02T13:00 reported high"}, without: "response 1 02T17:00 running A-1", with: "response 1 02T17:00 running A-1"},
	}
}
