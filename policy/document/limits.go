package document

import "github.com/slaclock/slaclock/policy"

// The limits of a document. They are far beyond what an agreement needs, and keep
// the time and memory that a hostile text takes within bounds.
const (
	MaxBytes        = 4 << 20        // of a document's text
	MaxVersions     = 64             // of an agreement
	MaxRows         = 10_000         // objects in lists, of the whole document
	MaxConditions   = 16             // of one when
	MaxValues       = 256            // of an attribute, a reading or a condition
	MaxWindows      = 10_000         // of one calendar
	MaxDates        = 20_000         // holidays, workdays and special dates of one calendar
	MaxParts        = 64             // calendars that one is made of, itself and each part as often as it counts
	MaxChoice       = 4              // how deep a choose can lie in another
	MaxCombinations = 1 << 20        // of values of attributes and readings that are looked at for rows that contradict each other
	MaxDays         = policy.MaxDays // of a measure
)
