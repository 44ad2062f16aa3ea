package document_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/severity"
)

// acme is a document with two tiers.
const acme = `{
  "schema": 1,
  "name": "acme",
  "attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"], "required": true}],
  "readings": [{"name": "acme.change", "values": ["fair", "from_start"], "tickets": true}],
  "levels": [{"name": "urgent", "aliases": ["P1"]}, {"name": "normal"}],
  "zone": "Europe/Berlin",
  "calendars": [{"name": "office", "zone": "Europe/Berlin", "region": "DE", "week": {"mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]]}}],
  "metrics": [{
    "name": "response", "start": ["reported"], "stop": ["responded"],
    "targets": [
      {"level": "urgent", "measure": "4h", "calendar": "office", "clause": "A-1"},
      {"level": "urgent", "when": {"tier": "gold"}, "measure": "1h", "calendar": "office", "clause": "A-2"}
    ]
  }],
  "classification": {
    "facts": [{"name": "down", "asks": "is it down?", "answers": [{"name": "yes"}, {"name": "no"}]}],
    "rules": [
      {"key": "down", "when": [{"fact": "down", "is": ["yes"]}], "level": "urgent", "clause": "A-3", "reason": "it is down"},
      {"key": "up", "level": "normal", "clause": "A-3", "reason": "it is not"}
    ]
  },
  "authority": {"report": {"by": ["customer"], "clause": "A-4", "reason": "the customer reports"}},
  "severity_change": {"reading": "acme.change"}
}`

func Example() {
	d, err := document.Decode([]byte(acme))
	if err != nil {
		fmt.Println(err)
		return
	}
	var t policy.Ticket
	if err := t.UnmarshalJSON([]byte(`{"agreement":"acme","attributes":{"tier":"gold"},
		"events":[{"at":"2026-03-02T16:30:00+01:00","kind":"reported","severity":"P1"}]}`)); err != nil {
		fmt.Println(err)
		return
	}
	p, err := d.Policy(&t)
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, err := p.AppendTicketAnswer(nil, &t)
	var a struct {
		Clocks []struct{ Metric, Due, Clause string }
	}
	fmt.Println(err, json.Unmarshal(answer, &a), a.Clocks)
	// Output: <nil> <nil> [{response 2026-03-03T09:30:00+01:00 A-2}]
}

func ExampleDecode() {
	_, err := document.Decode([]byte(`{
  "schema": 1,
  "name": "acme",
  "levels": [{"name": "urgent"}],
  "metrics": [{"name": "response", "strat": ["reported"], "targets": [{"measure": "4 hours", "calendar": "office", "clause": "A-1"}]}]
}`))
	fmt.Println(err)
	fmt.Println(errors.Is(err, document.ErrDocument))
	// Output:
	// document: line 5, column 36: metrics[0].strat: unknown field; did you mean "start"?
	// document: line 5, column 83: metrics[0].targets[0].measure: "4 hours" is not a measure; write a time such as 8h, or 5 business days, 7 calendar days, or 3 days of 24 hours each
	// true
}

func ExampleDocument_Check() {
	d := document.Document{
		Schema: document.SchemaVersion, Name: "acme",
		Version: document.Version{
			Levels:  []document.Level{{Name: "urgent"}},
			Metrics: []document.Metric{{Name: "response", Start: []string{"reported"}, Targets: []document.Target{{Measure: document.Measure{Text: "4h"}, Calendar: "office", Clause: "A-1"}}}},
		},
	}
	fmt.Println(d.Check())
	// Output: document: metrics[0].targets[0].calendar: "office" is not a calendar; there is none
}

func ExampleDocument_Encode() {
	d := document.Document{
		Schema: document.SchemaVersion, Name: "acme",
		Attributes: []document.Attribute{{Name: "zone", Type: document.TypeZone, Required: true}},
		Version: document.Version{
			Levels:         []document.Level{{Name: "urgent", Aliases: []string{"P1"}}, {Name: "normal"}},
			Zone:           &document.Zone{Value: *document.FromAttribute("zone")},
			SeverityChange: document.Text("fair"),
		},
	}
	text, err := d.Encode()
	fmt.Printf("%s%v\n", text, err)
	// Output:
	// {
	//   "schema": 1,
	//   "name": "acme",
	//   "attributes": [{"name": "zone", "type": "zone", "required": true}],
	//   "levels": [
	//     {"name": "urgent", "aliases": ["P1"]},
	//     {"name": "normal"}
	//   ],
	//   "zone": {"attribute": "zone"},
	//   "severity_change": "fair"
	// }
	// <nil>
}

func ExampleDocument_MarshalJSON() {
	d := document.Document{Schema: document.SchemaVersion, Name: "acme", Readings: []document.Reading{{Name: "acme.zone", Values: []string{"UTC", "+01:00"}}},
		Version: document.Version{Zone: &document.Zone{Value: *document.FromReading("acme.zone")}}}
	text, err := json.Marshal(&d)
	fmt.Println(string(text), err)
	// Output: {"schema":1,"name":"acme","readings":[{"name":"acme.zone","values":["UTC","+01:00"]}],"zone":{"reading":"acme.zone"}} <nil>
}

func ExampleDocument_UnmarshalJSON() {
	var d document.Document
	err := json.Unmarshal([]byte(acme), &d)
	fmt.Println(d.Name, len(d.Metrics[0].Targets), err)
	// Output: acme 2 <nil>
}

func ExampleDocument_For() {
	d, err := document.Decode([]byte(acme))
	if err != nil {
		fmt.Println(err)
		return
	}
	versions, err := d.For(policy.Customer{Tier: "gold"}, nil, map[string]string{"acme.change": "from_start"})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := versions.InForce(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC))
	fmt.Println(p.Name(), p.Agreement().SeverityChange, err)
	_, err = d.For(policy.Customer{}, nil, nil)
	fmt.Println(err)
	// Output:
	// acme from_start <nil>
	// policy: customer.tier: is missing; write gold or silver
}

func ExampleDocument_Policy() {
	d, err := document.Decode([]byte(acme))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = d.Policy(&policy.Ticket{Agreement: "acme", Attributes: map[string]string{"tier": "lead"}})
	fmt.Println(err)
	// Output: policy: attributes[tier]: "lead" is not one of its values; write gold or silver
}

func ExampleDocument_InForce() {
	d, err := document.Decode([]byte(acme))
	if err != nil {
		fmt.Println(err)
		return
	}
	var t policy.Ticket
	err = t.UnmarshalJSON([]byte(`{"agreement":"acme","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"urgent"}]}`))
	i, ok := d.InForce(&t)
	fmt.Println(i, ok, err)
	// Output: 0 true <nil>
}

func ExampleDocument_Choices() {
	d, err := document.Decode([]byte(acme))
	if err != nil {
		fmt.Println(err)
		return
	}
	choices, err := d.Choices(nil)
	fmt.Println(choices.Value("acme.change"), err)
	// Output: fair <nil>
}

func ExampleDocument_ReleasePolicy() {
	d, err := document.Decode([]byte(`{
		"schema": 1, "name": "acme",
		"releases": {"ordered": "R-1", "rules": [{"rule": {"support": {"plus": {"of": "own", "n": 6, "unit": "months"}}, "clause": "R-2"}}]}
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := d.ReleasePolicy()
	if err != nil {
		fmt.Println(err)
		return
	}
	list, _, err := policy.ReadReleases([]byte(`{"agreement":"acme","on":"2026-03-02","releases":[{"version":"1.0","released":"2026-01-15"}]}`), []*policy.ReleasePolicy{p})
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := p.Answer(list)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Releases[0].Version, a.Releases[0].Through, a.Releases[0].Supported)
	// Output: 1.0 through 2026-07-15 true
}

func ExampleSchema() {
	first, _, _ := strings.Cut(string(document.Schema()), ",")
	fmt.Println(first)
	// Output:
	// {
	//   "$schema": "https://json-schema.org/draft/2020-12/schema"
}

func ExampleVersion_Scale() {
	v := document.Version{Levels: []document.Level{{Name: "urgent", Aliases: []string{"P1"}}, {Name: "normal"}}}
	scale, err := v.Scale("acme")
	if err != nil {
		fmt.Println(err)
		return
	}
	level, err := scale.Parse("p1")
	fmt.Println(level, err)
	// Output: urgent <nil>
}

func ExampleVersion_Classifier() {
	d, err := document.Decode([]byte(acme))
	if err != nil {
		fmt.Println(err)
		return
	}
	scale, err := d.Scale("acme")
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := d.Classifier(scale)
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := c.Classify(severity.Facts{"down": "yes"})
	fmt.Println(found.Level, err)
	// Output: urgent <nil>
}

func ExampleVersion_Setters() {
	d, err := document.Decode([]byte(acme))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Setters().Report.Allows(severity.Supplier), d.Setters().Change.Allows(severity.Supplier))
	// Output: not named unsaid
}

func ExampleVersion_CoveragePolicy() {
	d, err := document.Decode([]byte(`{
  "schema": 1, "name": "acme",
  "coverage": {
    "rules": [
      {"fact": "fees_paid", "required": true, "outcome": "suspended", "clause": "A-5", "section": "4", "rule": "the fees must be paid"},
      {"fact": "modified", "unless": ["approved"], "outcome": "not_covered", "clause": "A-6", "section": "5", "rule": "modified software is not supported"}
    ],
    "limits": [{"fact": "approved", "needs": ["modified"]}]
  }
}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	coverage, err := d.CoveragePolicy()
	if err != nil {
		fmt.Println(err)
		return
	}
	decision, err := coverage.Decide(map[string]bool{"fees_paid": true, "modified": true})
	fmt.Println(decision.Outcome, decision.Reasons, err)
	_, err = coverage.Decide(map[string]bool{"fees_paid": true, "approved": true})
	fmt.Println(err)
	// Output:
	// not_covered [not_covered by A-6 (5): modified software is not supported [modified]] <nil>
	// policy: facts[approved]: "true" is possible only with modified; write that as true too, or leave approved out
}

func ExampleMeasure_Parse() {
	m, ok := document.Measure{Text: "5 business days"}.Parse("same_time")
	fmt.Println(m, m.Convention, ok)
	m, ok = document.Measure{Text: "3 days"}.Parse("")
	fmt.Println(m, ok)
	_, ok = document.Measure{Text: "soon"}.Parse("")
	fmt.Println(ok)
	// Output:
	// 5 business days same_time true
	// 72h0m0s true
	// false
}

func ExampleWhen_String() {
	fmt.Println(document.When{"tier": {"gold", "silver"}, "region": {""}})
	// Output: region not given, tier gold or silver
}

func ExampleText() {
	v := document.Text("Europe/Berlin")
	fmt.Println(v.Text)
	// Output: Europe/Berlin
}

func ExampleFromAttribute() {
	v := document.FromAttribute("country")
	fmt.Println(v.Attribute)
	// Output: country
}

func ExampleFromReading() {
	v := document.FromReading("acme.zone")
	fmt.Println(v.Reading)
	// Output: acme.zone
}

func ExampleError() {
	_, err := document.Decode([]byte(`{"schema": 1, "name": "acme", "levels": [{}]}`))
	var e *document.Error
	if errors.As(err, &e) {
		fmt.Println(e.Mistakes[0].Place, e.Mistakes[0].Column, e.Mistakes[0].Why)
	}
	// Output: levels[0] 42 needs "name"
}

func ExampleMistake_String() {
	fmt.Println(document.Mistake{Place: "levels[0]", Line: 3, Column: 14, Why: `needs "name"`})
	// Output: line 3, column 14: levels[0]: needs "name"
}

// contradictory makes a document in which two rows answer one question, and makes its
// agreement without checking the document first.
func contradictory() error {
	d, err := document.Decode([]byte(acme))
	if err != nil {
		return err
	}
	d.Metrics[0].Targets = append(d.Metrics[0].Targets, d.Metrics[0].Targets[0])
	_, err = d.For(policy.Customer{}, map[string]string{"tier": "silver"}, nil)
	return err
}

func ExampleContradictionError_Error() {
	fmt.Println(contradictory())
	// Output: policy: metrics[0].targets[0]: and metrics[0].targets[2] both hold for this ticket (always; always), and none has more conditions
}

func ExampleContradictionError_Unwrap() {
	err := contradictory()
	var both *document.ContradictionError
	var at *policy.PlaceError
	if errors.As(err, &both) && errors.As(err, &at) {
		fmt.Println(both.Other)
		fmt.Println(at.Place)
	}
	fmt.Println(errors.Is(err, policy.ErrAgreement))
	// Output:
	// metrics[0].targets[2]
	// metrics[0].targets[0]
	// true
}

func ExampleRowError_Error() {
	e := document.RowError{Place: "calendars[1]", Err: calendar.ErrRegularDay}
	fmt.Println(e.Error())
	// Output: document: calendars[1]: no regular day: the weekdays differ in length, or have no hours; say how long a regular day is (regular_day)
}

func ExampleRowError_Why() {
	e := document.RowError{Place: "calendars[1]", Err: calendar.ErrRegularDay}
	fmt.Println(e.Why())
	// Output: no regular day: the weekdays differ in length, or have no hours; say how long a regular day is (regular_day)
}

func ExampleRowError_Is() {
	fmt.Println(errors.Is(&document.RowError{Place: "levels"}, policy.ErrAgreement))
	// Output: true
}

func ExampleRowError_Unwrap() {
	err := &document.RowError{Place: "calendars[1]", Err: calendar.ErrRegularDay}
	fmt.Println(errors.Is(err, calendar.ErrRegularDay))
	// Output: true
}
