package lifecycle

import "github.com/slaclock/slaclock/calendar"

// An End is a part of a rule: a day that follows from the list of releases. Its kinds
// combine: "the later of 60 months after the own release and the day before the second
// next release" is
//
//	Later{Plus{Of: Own{}, N: 60, Unit: calendar.Months}, Plus{Of: Successor{N: 2}, N: -1}}
//
// The kinds are [Own], [Successor], [Current], [Given], [EndOf], [Plus], [PlusNumber],
// [Align], [Later], [Earlier], [Cases], [Held], [Latest] and [Unending]. The zero End is
// nil, which stands for no end; it is an [ErrRule] unless the field that holds it says
// what nil means there.
type End interface{ end() }

// Own is the day of the release itself. It has no fields, so the zero Own is complete.
type Own struct{}

// A Scope says which versions count. The zero Scope counts every release with a higher
// version.
type Scope struct {
	// Within is how many leading parts must be the same: 1 stays within a major version.
	Within int
	// Group is how many leading parts identify what is counted: 1 counts each higher
	// major version once, from its earliest release on; 2 does the same for minor
	// versions. 0 counts every release.
	Group int
	// Stable leaves intermediate releases out.
	Stable bool
}

// Successor is the day on which the Nth of the higher versions that Scope counts was
// there: the Nth of their release dates. A version that was published before the release
// itself counts, too, so that a backport has its successors already. The end is open as
// long as there are fewer than N. The zero Successor is invalid: it counts none, which is
// an [ErrRule].
type Successor struct {
	N     int // at least 1
	Scope Scope
}

// Current is the day on which the highest version that Scope counts was first there: with
// Group 1, the day of the earliest release of the highest major version. The release
// itself counts, too, if Scope counts it. The zero Current counts every release.
type Current struct{ Scope Scope }

// Given is a date that a release carries, such as an override or a published end, or Else
// if it carries none. A nil Else is an open end. The zero Given is invalid: it names no
// date, which is an [ErrRule].
type Given struct {
	Name string
	Else End
}

// EndOf is the end of an earlier stage of the rule. The zero EndOf is invalid: it names
// no stage, which is an [ErrRule].
type EndOf struct{ Stage string }

// Plus is the day N units after another, or before it if N is negative. Months and years
// clamp to the end of a short month (G4). The zero Plus is invalid: it has no day to
// count from, which is an [ErrRule].
type Plus struct {
	Of   End
	N    int
	Unit calendar.Unit
	// Overflow runs on into the next month instead of clamping, as [time.Time.AddDate]
	// does: 31 January plus 1 month is 2 or 3 March. Some suppliers publish such dates.
	Overflow bool
}

// PlusNumber is like [Plus], with a number that a release carries, or Else if it carries
// none. The zero PlusNumber is invalid: it has no day to count from and names no number,
// which is an [ErrRule].
type PlusNumber struct {
	Of   End
	Name string
	Else int
	Unit calendar.Unit
}

// Align moves a day to a regular day of its month or year. The zero Align is invalid: it
// has no day to move, which is an [ErrRule].
type Align struct {
	Of End
	To Alignment
	// Next takes the first regular day that is not before the day. Without it, Align
	// takes the regular day of the same month or year, which can be before the day.
	Next bool
}

// Later is the latest of some ends: "at least until". It is open while one of them is.
// The zero Later is invalid: it has no ends, which is an [ErrRule].
type Later []End

// Earlier is the earliest of some ends: "but no longer than". It is known as soon as one
// of them is. The zero Earlier is invalid: it has no ends, which is an [ErrRule].
type Earlier []End

// Cases picks an end by the release's own date: that of the first case that includes it.
// A release that no case includes is open-ended. The zero Cases is invalid: it has no
// cases, which is an [ErrRule].
type Cases []Case

// A Case is an end for releases of From or later and before Before. A zero date is no
// limit; a Case must include at least one day. The zero Case is invalid: it has no end,
// which is an [ErrRule].
type Case struct {
	From, Before calendar.Date
	End          End
}

// Held picks Then if exactly Rank higher versions were there on at least one day from the
// release on, or if there can still be such a day; otherwise it picks Else. The zero Held
// is invalid: it has no rank and no ends, which is an [ErrRule].
type Held struct {
	Rank  int // at least 1
	Scope Scope
	Then  End
	Else  End
}

// Latest is the last day on which a release is among the latest N that Scope counts, such
// as the latest two minor versions with N 2 and Group 2, or the latest stable release
// with N 1 and Stable. It is the day before the Nth higher one was there.
//
// A release can be missing from the latest for a while before that day; [Status.Stages]
// has the spells.
//
// If Scope leaves intermediate releases out, they are among the latest only with Between:
// as long as they are no older than the lowest of those N, or of as many as there are. A
// group is as old as its earliest release that counts. If no release counts, no
// intermediate one is among the latest. The zero Latest is invalid: it counts none, which
// is an [ErrRule].
type Latest struct {
	N       int // at least 1
	Scope   Scope
	Between bool // only with a Scope that is Stable
}

// Unending is no end, whatever happens. It has no fields, so the zero Unending is
// complete.
type Unending struct{}

func (Own) end()        {}
func (Successor) end()  {}
func (Current) end()    {}
func (Given) end()      {}
func (EndOf) end()      {}
func (Plus) end()       {}
func (PlusNumber) end() {}
func (Align) end()      {}
func (Later) end()      {}
func (Earlier) end()    {}
func (Cases) end()      {}
func (Held) end()       {}
func (Latest) end()     {}
func (Unending) end()   {}

// DayBefore returns the end that is one day before e.
func DayBefore(e End) End { return Plus{Of: e, N: -1, Unit: calendar.Days} }
