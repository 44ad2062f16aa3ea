package severity

import "fmt"

// A Permission is what a text says of a party and a severity. The zero Permission
// is none of them, and never an answer.
type Permission string

// The permissions.
const (
	Unsaid   Permission = "unsaid"    // the text names nobody, so nobody is ruled out
	Named    Permission = "named"     // the text names this party
	NotNamed Permission = "not named" // the text names another party, and not this one
)

// An Authority says who may set a ticket's severity: first, with the report, and
// later, while it is worked on. The zero Authority names nobody.
type Authority struct {
	Report, Change Setter
}

// A Setter says whom a clause names. One that names somebody has the clause and what it
// says, for the error of [Authority.Check]. The zero Setter names nobody.
type Setter struct {
	By     []Party // nobody if it is empty
	Clause string  // the clause that names them, or that comes closest
	Reason string  // what it says, in words
}

// Allows returns what the text says of a party. [Terms] are always named, since a
// clause can do what it says, and a party that is not known never is ruled out.
func (s Setter) Allows(p Party) Permission {
	if p == Terms {
		return Named
	}
	for _, named := range s.By {
		if named == p {
			return Named
		}
	}
	if len(s.By) == 0 || p == 0 {
		return Unsaid
	}
	return NotNamed
}

// Check returns an error if a history has an entry that was set by a party where
// the text names another: of the first entry by Report, of the later ones by
// Change. An entry that repeats the level before it changes nothing, and is not
// judged. The error is an [ErrAuthority] and names the first such entry.
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

// says returns what the clause says, and which it is, in the words that follow "is not
// named": nothing of what is left out.
func (s Setter) says() (text string) {
	if s.Reason != "" {
		text = ": " + s.Reason
	}
	if s.Clause != "" {
		text += " (" + s.Clause + ")"
	}
	return text
}
