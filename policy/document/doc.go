// Package document is the JSON form of an agreement. A document can say everything that a
// [policy.Agreement] can say, and which parts of it depend on the customer, on an attribute
// of the ticket or on an open reading. [Decode] reads a document and [Document.Encode] writes
// it. [Document.Policy] makes the policy by which a ticket is judged, [Document.For] the
// policies of all versions, [Document.ReleasePolicy] the rules for releases, and
// [Version.CoveragePolicy] the coverage.
//
//	{
//	  "schema": 1,
//	  "name": "acme",
//	  "attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"], "required": true}],
//	  "levels": [{"name": "urgent", "aliases": ["P1"]}, {"name": "normal"}],
//	  "zone": "Europe/Berlin",
//	  "calendars": [{"name": "office", "zone": "Europe/Berlin", "region": "DE", "week": {"mon": [["09:00", "17:00"]]}}],
//	  "metrics": [{
//	    "name": "response", "start": ["reported", "reopened"], "stop": ["responded"],
//	    "targets": [
//	      {"level": "urgent", "measure": "4h", "calendar": "office", "clause": "A-1"},
//	      {"level": "urgent", "when": {"tier": "gold"}, "measure": "1h", "calendar": "office", "clause": "A-2"}
//	    ]
//	  }]
//	}
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
//
// # Conditions
//
// A row of calendars, metrics, targets, thresholds, ladders, regions or release rules can
// have a "when": names of attributes and readings, each with a value or a list of values. The
// row holds for a ticket if each attribute and reading named has one of the values given for
// it. Of the rows for one question (one calendar, one metric, one metric at one level, one
// ladder, one region), the one with the most conditions wins; naming a level counts as a
// condition. If two rows hold with equally many, that is an error: [Decode] reports it where
// it can, and otherwise it appears when a policy is made for a ticket. Thresholds do not
// compete: all that hold count.
//
// A condition on an attribute of type list asks whether the list contains the value; on one
// of type measures, days or regions, whether the attribute has the value as a key. The value
// "" asks that a text, zone or region is not given.
//
// # In Go
//
// The Go types are plain data, with the same names as the JSON. A field that is zero is left
// out of the JSON; [Schema] says for each field what leaving it out means. A required field,
// such as the clause of a target, must not be zero, so the zero value of most types is a
// mistake too, which [Document.Check] finds. No value remembers the text that it was read
// from: it can be changed and written again.
//
// A [Document] has its own JSON form, and so have its smallest parts: [Measure], [Value],
// [Zone] and [When]. The rows that contain these parts have none: encoding/json writes a
// [Target] or a [Version] on its own with its empty fields as "" and null, which [Decode]
// refuses. Put such a row into a Document, and write that.
//
// # Mistakes
//
// [Decode] reports all mistakes at once, each with its line and column and its place, such as
// metrics[1].targets[0].calendar. What can be known only with a ticket, such as that an
// attribute is missing, is a [policy.ErrCustomer] or [policy.ErrReading] from [Document.For],
// whose place is where the ticket says it: customer.tier, or attributes[tier].
package document
