package severity

import (
	"fmt"
	"slices"
)

// A Permission is what an agreement's text says about a party that sets a severity. The
// zero Permission is invalid: [Setter.Allows] never returns it.
type Permission string

// The permissions.
const (
	Unsaid   Permission = "unsaid"    // nobody is ruled out: the text names nobody, or the party is not known
	Named    Permission = "named"     // the text names this party
	NotNamed Permission = "not named" // the text names another party, and not this one
)

// An Authority says who may set a ticket's severity: Report with the report, Change
// later, while the ticket is worked on. The zero Authority names nobody.
type Authority struct {
	Report, Change Setter
}

// A Setter lists the parties that a clause names. If it names any, give the clause and
// what it says too: both appear in the error of [Authority.Check]. The zero Setter names
// nobody.
type Setter struct {
	By     []Party // empty if the clause names nobody
	Clause string  // the clause that names them, or that comes closest
	Reason string  // what the clause says, in words
}

// Allows returns what the text says about a party. It is always [Named] for [Terms],
// since a clause can do what it says, and never [NotNamed] for the zero Party, since a
// party that is not known cannot be ruled out.
func (s Setter) Allows(p Party) Permission {
	if p == Terms {
		return Named
	}
	if slices.Contains(s.By, p) {
		return Named
	}
	if len(s.By) == 0 || p == 0 {
		return Unsaid
	}
	return NotNamed
}

// Check returns an error if a party that is [NotNamed] set an entry of h. Report judges
// the first entry, Change the later ones; an entry that repeats the level before it
// changes nothing and is not judged. The error is an [ErrAuthority] and names the first
// entry that fails.
func (a Authority) Check(h History) error {
	for i, e := range h.entries {
		s := a.Change
		if i == 0 {
			s = a.Report
		} else if h.entries[i-1].Level == e.Level {
			continue
		}
		if s.Allows(e.By) == NotNamed {
			names := make([]string, len(s.By))
			for k, p := range s.By {
				names[k] = p.String()
			}
			return &PlaceError{ErrAuthority, fmt.Sprintf("history[%d].by", i), e.By.String(),
				"is not named" + s.says() + "; it is for " + list(names)}
		}
	}
	return nil
}

// says returns what the clause says and which clause it is, in words that follow "is not
// named". What is empty is left out.
func (s Setter) says() (text string) {
	if s.Reason != "" {
		text = ": " + s.Reason
	}
	if s.Clause != "" {
		text += " (" + s.Clause + ")"
	}
	return text
}
