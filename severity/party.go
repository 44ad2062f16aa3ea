package severity

import (
	"fmt"
	"slices"
)

// A Party is one who sets a severity. The zero Party is not known.
type Party uint8

// The parties.
const (
	Customer Party = iota + 1 // who reports the problem
	Supplier                  // who promises the support
	Terms                     // nobody: a clause did it, such as one that lowers a level
	partyEnd
)

var partyNames = []string{"", "customer", "supplier", "terms"}

// String returns customer, supplier or terms: empty for the zero Party, and Party(9)
// and the like for a value that is none of these.
func (p Party) String() string {
	if p < partyEnd {
		return partyNames[p]
	}
	return fmt.Sprintf("Party(%d)", uint8(p))
}

// PartyNames returns the names of the parties. The list is the caller's.
func PartyNames() []string { return slices.Clone(partyNames[1:]) }

// ParseParty returns the party that text names. Case matters. The error is an
// [ErrParty], also for the empty text, which names none.
func ParseParty(text string) (Party, error) {
	if i := slices.Index(partyNames[1:], text); i >= 0 {
		return Party(i + 1), nil
	}
	why := "is not a party; write " + list(partyNames[1:])
	if text == "" {
		why = "is missing; write " + list(partyNames[1:])
	}
	return 0, &PlaceError{ErrParty, "party", text, why}
}

// MarshalText returns the name of p, empty for the zero Party. The error is an
// [ErrParty]: p is not a party.
func (p Party) MarshalText() ([]byte, error) {
	if p >= partyEnd {
		return nil, &PlaceError{ErrParty, "party", p.String(), "is not a party; use Customer, Supplier or Terms"}
	}
	return []byte(p.String()), nil
}

// UnmarshalText sets p to the party that text names, of an empty text to the zero
// Party, as which [Party.MarshalText] writes it. The error is an [ErrParty], and p is
// then as before.
func (p *Party) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = 0
		return nil
	}
	got, err := ParseParty(string(text))
	if err == nil {
		*p = got
	}
	return err
}
