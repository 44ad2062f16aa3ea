package document

import "github.com/slaclock/slaclock/policy"

// The limits of a document. They are far beyond what an agreement needs, and bound the time
// and memory that a hostile text can take.
const (
	MaxBytes        = 4 << 20        // of a document's text
	MaxVersions     = 64             // of an agreement
	MaxRows         = 10_000         // objects in lists, of the whole document
	MaxConditions   = 16             // in one when
	MaxValues       = 256            // of an attribute, a reading or a condition
	MaxWindows      = 10_000         // of one calendar
	MaxDates        = 20_000         // holidays, workdays and special dates of one calendar
	MaxParts        = 64             // calendars that one calendar is made of, itself included, each counted as often as it is used
	MaxChoice       = 4              // how deep one choose can be nested in another
	MaxCombinations = 1 << 20        // of values of attributes and readings examined for contradicting rows
	MaxDays         = policy.MaxDays // of a measure
)
