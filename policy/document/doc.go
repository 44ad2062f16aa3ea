// Package document is the JSON form of an agreement: a document that says all
// that a [policy.Agreement] can say, and what of it depends on the customer, on an
// attribute of the ticket or on an open reading. [Decode] reads one and
// [Document.Encode] writes it; [Document.Policy] makes the policy by which a
// ticket is judged, [Document.For] all versions of it, [Document.ReleasePolicy] what is
// said of releases, and [Version.CoveragePolicy] what is covered.
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
// A row of calendars, metrics, targets, thresholds, ladders, regions and release
// rules can have a "when": names of attributes and readings, each with a value or
// a list of values. The row holds for a ticket if each of them has one of its
// values. Of the rows for one question (one calendar, one metric, one metric at
// one level, one ladder, one region) the one with the most conditions wins, where
// naming a level is a condition as well. Two that hold with equally many are an
// error, which [Decode] finds where it can, and else the making of a policy for a ticket.
// Thresholds do not compete: all that hold count.
//
// A condition on an attribute of the type list, measures, days or regions asks
// whether the list has that text, or the attribute that key. "" asks that a text,
// zone or region is not given.
//
// # In Go
//
// The types have the same words, as plain data. A field that is zero is left out of the
// JSON, and [Schema] says beside each field what leaving it out means. A field that must
// be there, such as the clause of a target, is a mistake if it is zero; so the zero value
// of most types is a mistake too, which [Document.Check] finds. No value remembers the text
// that it was read from: it can be changed and written again.
//
// A [Document] has JSON of its own, and so have its smallest parts: [Measure], [Value],
// [Zone] and [When]. The rows that they stand in have none: encoding/json writes a [Target]
// or a [Version] alone with its empty fields as "" and null, which [Decode] refuses. Put it
// into a Document, and write that.
//
// # Mistakes
//
// [Decode] reports all mistakes at once, each with its line and column and the
// place in words, such as metrics[1].targets[0].calendar. What can only be known
// with a ticket, such as an attribute that is missing, is a [policy.ErrCustomer]
// or [policy.ErrReading] of [Document.For], whose place is where the ticket says it:
// customer.tier, or attributes[tier].
package document
