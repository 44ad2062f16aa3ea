package severity

import (
	"fmt"
	"slices"
)

// A Party is a side that can set a severity. The zero Party stands for one that is not
// known.
type Party uint8

// The parties.
const (
	Customer Party = iota + 1 // who reports the problem
	Supplier                  // who promises the support
	Terms                     // nobody: a clause did it, such as one that lowers a level
	partyEnd
)

var partyNames = []string{"", "customer", "supplier", "terms"}

// String returns customer, supplier or terms. It is empty for the zero Party; for any
// other value it returns a text such as Party(9).
func (p Party) String() string {
	if p < partyEnd {
		return partyNames[p]
	}
	return fmt.Sprintf("Party(%d)", uint8(p))
}

// PartyNames returns the names of the parties. The caller may change the
// slice.
func PartyNames() []string { return slices.Clone(partyNames[1:]) }

// ParseParty returns the party that text names. Case matters. The error is an [ErrParty],
// also for the empty text.
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

// MarshalText returns the name of p, empty for the zero Party. The error is an [ErrParty]
// if p is not a party.
func (p Party) MarshalText() ([]byte, error) {
	if p >= partyEnd {
		return nil, &PlaceError{ErrParty, "party", p.String(), "is not a party; use Customer, Supplier or Terms"}
	}
	return []byte(p.String()), nil
}

// UnmarshalText sets p to the party that text names, or to the zero Party if text is
// empty, which is how [Party.MarshalText] writes it. The error is an [ErrParty]. On
// error, p is unchanged.
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
