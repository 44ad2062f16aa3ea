package lifecycle

import "github.com/slaclock/slaclock/calendar"

// An End is a part of a rule: a day that follows from the list of releases. Its
// kinds combine: "the later of 60 months after the own release and the day
// before the second next release" is
//
//	Later{Plus{Of: Own{}, N: 60, Unit: calendar.Months}, Plus{Of: Successor{N: 2}, N: -1}}
//
// The kinds are [Own], [Successor], [Current], [Given], [EndOf], [Plus],
// [PlusNumber], [Align], [Later], [Earlier], [Cases], [Held], [Latest] and
// [Unending]. The zero End, nil, is none: where a field does not say what it stands
// for there, it is an [ErrRule].
type End interface{ end() }

// Own is the day of the release itself. It has no fields, so the zero
// Own says all.
type Own struct{}

// A Scope says which later versions count. The zero Scope counts every release
// with a higher version.
type Scope struct {
	// Within is how many leading parts must be the same: 1 stays within a major.
	Within int
	// Group is how many leading parts name what is counted: 1 counts each higher
	// major once, from its earliest release on; 2 each minor. 0 counts every
	// release.
	Group int
	// Stable leaves intermediate releases out.
	Stable bool
}

// Successor is the day on which the Nth higher version was there, of those that
// Scope counts: the Nth of their release dates. A version that was published
// before the release itself counts, too, so that a backport has its successors
// already. It is open where there are fewer than N. The zero Successor counts none,
// which is an [ErrRule].
type Successor struct {
	N     int // at least 1
	Scope Scope
}

// Current is the day on which the highest version was first there, of those
// that Scope counts: with Group 1, the earliest release of the highest major. A
// release of that group counts for itself. The zero Current counts every release.
type Current struct{ Scope Scope }

// Given is a date that a release carries, or Else where it carries none: an
// override, or a published end. A nil Else is an open end. The zero Given names no
// date, which is an [ErrRule].
type Given struct {
	Name string
	Else End
}

// EndOf is the end of an earlier stage of the rule. The zero EndOf names none,
// which is an [ErrRule].
type EndOf struct{ Stage string }

// Plus is N units after another day, or before it where N is negative. Months
// and years clamp to the end of a short month (G4). The zero Plus has no day to
// begin with, which is an [ErrRule].
type Plus struct {
	Of   End
	N    int
	Unit calendar.Unit
	// Overflow runs on into the next month instead, as [time.Time.AddDate]
	// does: 31 January plus 1 month is 2 or 3 March. Some suppliers publish
	// such dates.
	Overflow bool
}

// PlusNumber is like [Plus], with a number that a release carries, or Else
// where it carries none. The zero PlusNumber has no day to begin with and names no
// number, which is an [ErrRule].
type PlusNumber struct {
	Of   End
	Name string
	Else int
	Unit calendar.Unit
}

// Align moves a day to a regular one of its month or year. The zero Align has no
// day to move, which is an [ErrRule].
type Align struct {
	Of End
	To Alignment
	// Next takes the first regular day that is not before the day. Otherwise it is
	// the one of the same month, or year, which can be before the day.
	Next bool
}

// Later is the latest of some ends: "at least until". It is open while one of
// them is. The zero Later has none, which is an [ErrRule].
type Later []End

// Earlier is the earliest of some ends: "but no longer than". It is known as
// soon as one of them is. The zero Earlier has none, which is an [ErrRule].
type Earlier []End

// Cases picks an end by the release's own date: the first case that has it. A
// release that no case has is open-ended. The zero Cases has none, which is an
// [ErrRule].
type Cases []Case

// A Case is an end for releases from From on and before Before. A zero date is
// no limit; the two must leave a day. The zero Case has no end, which is an
// [ErrRule].
type Case struct {
	From, Before calendar.Date
	End          End
}

// Held picks Then if exactly Rank higher versions were there on at least one day from the
// release on, or if there can still be such a day; otherwise it picks Else. The zero Held
// has no rank and no ends, which is an [ErrRule].
type Held struct {
	Rank  int // at least 1
	Scope Scope
	Then  End
	Else  End
}

// Latest is the last day on which a release is among the latest N of those that
// Scope counts: the latest two minors with Group 2, the latest stable one with
// Stable and N 1. It is the day before the Nth higher one was there.
//
// Where Scope leaves intermediate releases out, they are among the latest only with
// Between: as long as they are no older than the lowest of those N, or of as many as there
// are. A group is as old as its earliest release that counts. Where no release counts, no
// intermediate one is among the latest. The zero Latest counts none, which is an
// [ErrRule].
type Latest struct {
	N       int // at least 1
	Scope   Scope
	Between bool // only with a Scope of stable ones
}

// Unending is no end, whatever happens. It has no fields, so the
// zero Unending says all.
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

// DayBefore returns the end that is one day before another.
func DayBefore(e End) End { return Plus{Of: e, N: -1, Unit: calendar.Days} }
