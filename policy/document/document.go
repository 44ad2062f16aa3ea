package document

import (
	"slices"

	"github.com/slaclock/slaclock/severity"
)

// SchemaVersion is the version of the form that this package reads and writes: the "schema"
// of every document. It increases only when a document that could be read no longer can be,
// or would mean something else.
const SchemaVersion = 1

// A Document is an agreement in JSON, with all its versions. It is plain data and can be
// written in Go as well; [Document.Check] reports what is wrong with it. A Document that
// [Decode] has read also keeps the scales of its levels; see [Document.For]. The zero
// Document is invalid: it has no name, and no schema version.
type Document struct {
	Editor     string      `json:"$schema" doc:"where an editor finds the JSON Schema of this document; it is ignored here"`
	Schema     int         `json:"schema" need:"yes" enum:"1" doc:"the version of this format: 1"`
	Name       string      `json:"name" need:"yes" doc:"the agreement's name in tickets"`
	Attributes []Attribute `json:"attributes" doc:"what must or can be given with a ticket"`
	Readings   []Reading   `json:"readings" doc:"choices that the text of the agreement leaves open"`
	Refuse     []Refusal   `json:"refuse" doc:"which tickets are refused, by their attributes and readings"`
	// Open says what becomes of a ticket that is open when a version comes into force:
	// "keep", which is also the meaning of "", leaves it to the version in force at its
	// report; the others move it to the new version by [policy.Versions.Moving].
	Open string `json:"open" enum:"keep|fair|from_start|from_change" doc:"what happens to open tickets when a version comes into force: keep, the default, judges them by the version at their report; the other values move their clocks to the new targets, counted by that mode, for which levels, events, metrics with their thresholds, and ladder steps must be the same in number and order"`
	// Version is the only version, in a document that has no Versions.
	Version
	Versions []Version `json:"versions" doc:"the versions of the agreement, if it has several; their fields are then not given beside this one"`
	Releases *Releases `json:"releases" doc:"what is promised for releases of software"`
	// scales are the scales of the levels that [Decode] has read, shared by all policies; nil
	// for a Document written in Go.
	scales []*severity.Scale
}

// A Version is the agreement as it is in force from an instant on, that instant included. The
// zero Version promises nothing: that is valid in a document with Releases, and otherwise a
// mistake, since it has no levels. In a document that promises nothing for tickets, a Version
// can have Coverage alone.
type Version struct {
	From               Instant         `json:"from" doc:"the first instant of the version; left out if it has no beginning"`
	Levels             []Level         `json:"levels" doc:"the severities, the gravest first"`
	Events             []string        `json:"events" doc:"kinds of events besides those that all agreements have"`
	Zone               *Zone           `json:"zone" doc:"the zone in which answers are printed, or the calendar whose zone that is"`
	Calendars          []Calendar      `json:"calendars" doc:"working hours, by the names that targets use"`
	Metrics            []Metric        `json:"metrics" doc:"what is promised, in the order in which answers list it"`
	Ladders            []Ladder        `json:"ladders" doc:"who is notified while a ticket stays open"`
	Ownership          *Ownership      `json:"ownership" doc:"which region owns a ticket"`
	Lowering           *Lowering       `json:"lowering" doc:"how an accepted workaround lowers the level"`
	Classification     *Classification `json:"classification" doc:"how the level follows from facts"`
	Authority          *Authority      `json:"authority" doc:"who may set a severity"`
	Coverage           *Coverage       `json:"coverage" doc:"what the agreement covers, by facts of a request"`
	ReportNeedsChannel bool            `json:"report_needs_channel" doc:"a report must name its channel"`
	Halt               []string        `json:"halt" doc:"events from which on nothing is owed until a reopening"`
	Switch             []string        `json:"switch" doc:"events from which on targets are counted on their after calendar, until a reopening"`
	SwitchClause       string          `json:"switch_clause" doc:"the clause of switch"`
	Asked              []string        `json:"asked" doc:"events with which something is asked of the customer"`
	Given              []string        `json:"given" doc:"events with which what was asked for has come"`
	Test               []string        `json:"test" doc:"events with which the customer begins to test; they halt ladders"`
	Failed             []string        `json:"failed" doc:"events with which the test has failed; they resume ladders"`
	SeverityChange     *Value          `json:"severity_change" doc:"what a change of severity does to a running clock: fair, the default, from_start or from_change"`
}

// A Level is a severity: its name, and other names for it. The zero Level is invalid: it has
// no name.
type Level struct {
	Name    string   `json:"name" need:"yes" doc:"as answers write it"`
	Aliases []string `json:"aliases" doc:"other names; case does not matter"`
}

// A Refusal refuses the tickets for which its conditions hold. The zero Refusal would refuse
// every ticket, and is a mistake.
type Refusal struct {
	When When   `json:"when" need:"yes" doc:"the conditions, which must all hold"`
	Why  string `json:"why" need:"yes" doc:"what is wrong with such a ticket, and what would be valid"`
}

// A Reading is a choice that the text leaves open; see [policy.Reading]. The zero Reading is
// invalid: it has no name and no value to choose.
type Reading struct {
	Name    string   `json:"name" need:"yes" doc:"as tickets pick it, such as acme.zone"`
	Values  []string `json:"values" need:"yes" doc:"the values; the first is the default"`
	Tickets bool     `json:"tickets" doc:"it can affect a ticket and is then named in the ticket's answer; true if anything but releases names it"`
	Clause  string   `json:"clause" doc:"the clause that leaves it open"`
}

// The types of an [Attribute].
const (
	TypeText     = "text"     // a text
	TypeZone     = "zone"     // a name of the tz database, or an offset
	TypeRegion   = "region"   // a region code of package calendar, or NONE
	TypeList     = "list"     // texts; separated by commas in a ticket's attributes
	TypeMeasures = "measures" // working times or business days, by level
	TypeDays     = "days"     // whole numbers of business days, by level
	TypeRegions  = "regions"  // region codes, by name
)

// An Attribute is a fact that must or can be known about a ticket. Its value comes from the
// ticket's attributes or, if the ticket's customer has a field of that name, from that field.
// A value by level or by name is in the ticket's attributes under the attribute's name, a dot
// and the key: response_days.S1. A ticket that gives two different values for one attribute
// is refused. The zero Attribute is invalid: it has no name and no type.
type Attribute struct {
	Name     string   `json:"name" need:"yes" doc:"as tickets and conditions name it"`
	Type     string   `json:"type" need:"yes" enum:"text|zone|region|list|measures|days|regions" doc:"text; zone, a name of the tz database or an offset; region, a code of public holidays or NONE; list, of texts; measures or days, by level; regions, codes by name; in the attributes of a ticket a list is one text with commas, and a value by level or by name has a text of its own, under a name such as agreed.urgent"`
	Values   []string `json:"values" doc:"for a text or list, the possible values; for regions, the names; anything if left out"`
	Required bool     `json:"required" doc:"a ticket without it is refused; if its values are by level or by name, one of them is enough"`
	Default  string   `json:"default" doc:"for a text, zone or region, the value if none is given"`
	Why      string   `json:"why" doc:"what it is needed for and what to write, for the error if it is missing"`
}

// attribute returns the attribute of a name, or nil if there is none.
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

// reading returns the reading of a name, or nil if there is none.
func (d *Document) reading(name string) *Reading {
	i := slices.IndexFunc(d.Readings, func(r Reading) bool { return r.Name == name })
	if i < 0 {
		return nil
	}
	return &d.Readings[i]
}
