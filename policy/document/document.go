package document

import (
	"slices"

	"github.com/slaclock/slaclock/severity"
)

// SchemaVersion is the version of the form that this package reads and writes: the
// "schema" of every document. It grows only when a document that could be read
// no longer can be, or would mean something else.
const SchemaVersion = 1

// A Document is an agreement in JSON, with all its versions. It is plain data and
// can be written in Go as well; [Document.Check] says what is wrong with it. One that
// [Decode] has read also keeps the scales of its levels; see [Document.For]. The zero
// Document has no name, and no version of the form.
type Document struct {
	Editor     string      `json:"$schema" doc:"where an editor finds the JSON Schema of this document; not looked at here"`
	Schema     int         `json:"schema" need:"yes" enum:"1" doc:"the version of this form: 1"`
	Name       string      `json:"name" need:"yes" doc:"the agreement's name in tickets"`
	Attributes []Attribute `json:"attributes" doc:"what must or can be known of a ticket"`
	Readings   []Reading   `json:"readings" doc:"choices that the text of the agreement leaves open"`
	Refuse     []Refusal   `json:"refuse" doc:"tickets that are refused, by their attributes and readings"`
	// Open says what becomes of a ticket that is open when a version comes into
	// force: "keep", also if it is empty, leaves it to the version at its report;
	// the others take it over by [policy.Versions.Moving].
	Open string `json:"open" enum:"keep|fair|from_start|from_change" doc:"what becomes of open tickets when a version comes into force: keep, the default, judges them by the version at the report; the others take their clocks over, with the new targets counted by that mode, for which levels, events, metrics and their thresholds, and the steps of ladders must be the same in number and order"`
	// Version is the one version of a document that has no Versions.
	Version
	Versions []Version `json:"versions" doc:"the versions of the agreement, where it has several; then their fields do not stand beside them"`
	Releases *Releases `json:"releases" doc:"what is said of releases of software"`
	// scales are those of the levels that [Decode] has read, for all policies; nil of a
	// Document that is written in Go.
	scales []*severity.Scale
}

// A Version is the agreement as it is in force from an instant on, that instant
// included. The zero Version says nothing: beside Releases that is right, else it
// lacks levels. In a document none of whose versions promises anything for
// tickets one can have its Coverage alone.
type Version struct {
	From               Instant         `json:"from" doc:"the first instant; left out for a version without a beginning"`
	Levels             []Level         `json:"levels" doc:"the severities, the gravest first"`
	Events             []string        `json:"events" doc:"kinds of events that the agreement has besides those that all have"`
	Zone               *Zone           `json:"zone" doc:"the zone in which answers are printed, or the calendar whose zone that is"`
	Calendars          []Calendar      `json:"calendars" doc:"working hours, by the names that targets use"`
	Metrics            []Metric        `json:"metrics" doc:"what is promised, in the order in which answers list it"`
	Ladders            []Ladder        `json:"ladders" doc:"who is told while a ticket stays open"`
	Ownership          *Ownership      `json:"ownership" doc:"which region owns a ticket"`
	Lowering           *Lowering       `json:"lowering" doc:"what an accepted workaround makes of the levels"`
	Classification     *Classification `json:"classification" doc:"how a level is told from facts"`
	Authority          *Authority      `json:"authority" doc:"who may set a severity"`
	Coverage           *Coverage       `json:"coverage" doc:"what the agreement covers, by facts of a request"`
	ReportNeedsChannel bool            `json:"report_needs_channel" doc:"a report without its channel is refused"`
	Halt               []string        `json:"halt" doc:"events from which on nothing is owed until a reopening"`
	Switch             []string        `json:"switch" doc:"events from which on targets are counted on their after calendar, until a reopening"`
	SwitchClause       string          `json:"switch_clause" doc:"the clause of switch"`
	Asked              []string        `json:"asked" doc:"events with which something is asked of the customer"`
	Given              []string        `json:"given" doc:"events with which it has come"`
	Test               []string        `json:"test" doc:"events with which the customer begins to test; ladders halt"`
	Failed             []string        `json:"failed" doc:"events with which the test has failed; ladders go on"`
	SeverityChange     *Value          `json:"severity_change" doc:"what a change of severity does to a running clock: fair, the default, from_start or from_change"`
}

// A Level is a severity: its name, and other names for it. The zero Level has none.
type Level struct {
	Name    string   `json:"name" need:"yes" doc:"as answers have it"`
	Aliases []string `json:"aliases" doc:"other names, told apart without regard to case"`
}

// A Refusal refuses the tickets for which its conditions hold. The zero Refusal
// would refuse all, and is a mistake.
type Refusal struct {
	When When   `json:"when" need:"yes" doc:"the conditions, which must all hold"`
	Why  string `json:"why" need:"yes" doc:"what is wrong with such a ticket, and what would be right"`
}

// A Reading is a choice that the text leaves open; see [policy.Reading]. The zero
// Reading has no name and no value to choose.
type Reading struct {
	Name    string   `json:"name" need:"yes" doc:"as tickets pick it, such as acme.zone"`
	Values  []string `json:"values" need:"yes" doc:"the values; the first is the default"`
	Tickets bool     `json:"tickets" doc:"it can touch a ticket, and so stands in a ticket's answer; true wherever anything but releases names it"`
	Clause  string   `json:"clause" doc:"the clause that leaves it open"`
}

// The types of an [Attribute].
const (
	TypeText     = "text"     // a text
	TypeZone     = "zone"     // a name of the tz database, or an offset
	TypeRegion   = "region"   // a region code of package calendar, or NONE
	TypeList     = "list"     // texts; in attributes of a ticket, with commas between them
	TypeMeasures = "measures" // working times or business days, by level
	TypeDays     = "days"     // whole numbers of business days, by level
	TypeRegions  = "regions"  // region codes, by name
)

// An Attribute is what must or can be known of a ticket. Its value is that of the
// ticket's attributes of that name or, where the ticket's customer has a field of
// that name, of the customer. What has a value by level or by name stands in the
// ticket's attributes under the name, a dot and the key: response_days.S1. A ticket
// that says two different things of one attribute is refused. The zero Attribute has
// no name and no type.
type Attribute struct {
	Name     string   `json:"name" need:"yes" doc:"as tickets and conditions name it"`
	Type     string   `json:"type" need:"yes" enum:"text|zone|region|list|measures|days|regions" doc:"text; zone, a name of the tz database or an offset; region, a code of public holidays or NONE; list, of texts; measures or days, by level; regions, codes by name; the attributes of a ticket have a list as one text with commas, and what is by level or by name as a text for each, under a name such as agreed.urgent"`
	Values   []string `json:"values" doc:"of a text or a list: what it can be; of regions: the names; anything if left out"`
	Required bool     `json:"required" doc:"a ticket without it is refused; of what is by level, for any level"`
	Default  string   `json:"default" doc:"of a text, zone or region: the value where none is given"`
	Why      string   `json:"why" doc:"what it is needed for and what to write, for the error where it is missing"`
}

// attribute returns an attribute of the document; nil if there is none of that
// name.
func (d *Document) attribute(name string) *Attribute {
	i := slices.IndexFunc(d.Attributes, func(a Attribute) bool { return a.Name == name })
	if i < 0 {
		return nil
	}
	return &d.Attributes[i]
}

// attributeNames returns the names of the attributes.
func (d *Document) attributeNames() []string {
	return namesIn(d.Attributes, func(a *Attribute) string { return a.Name })
}

// readingNames returns the names of the readings.
func (d *Document) readingNames() []string {
	return namesIn(d.Readings, func(r *Reading) string { return r.Name })
}

// reading returns a reading of the document; nil if there is none of that name.
func (d *Document) reading(name string) *Reading {
	i := slices.IndexFunc(d.Readings, func(r Reading) bool { return r.Name == name })
	if i < 0 {
		return nil
	}
	return &d.Readings[i]
}
