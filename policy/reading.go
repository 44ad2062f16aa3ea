package policy

import (
	"maps"
	"slices"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A Reading is a choice that the text of an agreement leaves open: a named option with its
// values, the default first. The zero Reading is invalid: it has no values, so [Choose]
// refuses it.
type Reading struct {
	Name    string   // "purchased.zone"
	Values  []string // the first is the default
	Tickets bool     // it can affect a ticket, and so is in a ticket's answer
	Clause  string   // the clause that leaves it open
}

// A Choice is the value that was picked for a reading. The zero Choice stands for no
// choice.
type Choice struct {
	Name, Value string
	Tickets     bool // as in [Reading]
}

// Choices are the values of all readings of an agreement, in their order. The zero Choices
// is for an agreement without readings.
type Choices []Choice

// Choose picks the values of readings: the given ones, and the defaults for the rest. The
// error lists every mistake with its place, each an [ErrReading]: a reading has no values,
// or given names a reading that is not one of these, or a value that the reading does not
// have. Beyond a hundred mistakes it says only that there are more.
func Choose(readings []Reading, given map[string]string) (Choices, error) {
	var found mistakes
	choices := make(Choices, len(readings))
	for i, r := range readings {
		if len(r.Values) == 0 {
			found.add(r.valueless())
			continue
		}
		choices[i] = Choice{r.Name, r.Values[0], r.Tickets}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if found.full() {
			break
		}
		i := slices.IndexFunc(readings, func(r Reading) bool { return r.Name == name })
		e := &PlaceError{Kind: ErrReading, Place: strictjson.Inside("readings", name)}
		switch {
		case i < 0 && len(readings) == 0:
			e.Why = "is not a reading of this agreement, which has none"
		case i < 0:
			names := make([]string, len(readings))
			for k, r := range readings {
				names[k] = r.Name
			}
			e.Why = "is not a reading of this agreement; write " + enum.Either(names)
		case len(readings[i].Values) == 0: // reported above
			continue
		case given[name] == "":
			e.Why = "is empty; write " + enum.Either(readings[i].Values)
		case !slices.Contains(readings[i].Values, given[name]):
			e.Value, e.Why = strictjson.Shorten(given[name]), "is not a value of this reading; write "+enum.Either(readings[i].Values)
		default:
			choices[i].Value = given[name]
			continue
		}
		found.add(e)
	}
	if err := found.few(ErrReading, "readings").err(); err != nil {
		return nil, err
	}
	return choices, nil
}

// valueless is the error for a reading without values.
func (r *Reading) valueless() error {
	return &PlaceError{Kind: ErrReading, Place: strictjson.Inside("readings", r.Name) + ".values", Why: "are missing; write them, the default first"}
}

// Value returns the value of the named reading, or "" if there is none of that name.
func (c Choices) Value(name string) string {
	for _, choice := range c {
		if choice.Name == name {
			return choice.Value
		}
	}
	return ""
}

// ForTickets returns the choices that can affect a ticket: those of [Policy.Choices], which
// are in a ticket's answer.
func (c Choices) ForTickets() Choices {
	return slices.DeleteFunc(slices.Clone(c), func(choice Choice) bool { return !choice.Tickets })
}
