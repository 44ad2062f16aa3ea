package whatif

import (
	"slices"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// Apply returns a ticket with the overrides applied. It shares with t what they leave alone;
// t is not changed. For a nil ticket, Apply returns nil.
//
// The customer's fields and attributes are set on all tickets. A reading is set on a ticket
// that gives it a value of its own, or whose agreement's name and a dot its name begins with;
// that is all that a ticket says about its readings. [Overrides.Maker] knows the agreement as
// well, and sets readings of any name.
func (o Overrides) Apply(t *policy.Ticket) *policy.Ticket { return o.apply(t, nil) }

// Maker returns a maker that applies the overrides to a ticket and passes it to next. If next
// is nil, Maker returns nil.
//
// A reading is set as by [Overrides.Apply], and on each ticket whose agreement has it among
// its [policy.Policy.Choices], whatever its name: next is then called again, after it has
// made the agreement without that reading. A reading that the ticket or its agreement has
// goes before a field of the customer, or an attribute, that is written in the same way, such
// as customer.zone in an agreement that has a reading of that name. A reading that neither
// has is left out, except that one whose name begins with the agreement's is for next to
// refuse.
func (o Overrides) Maker(next Maker) Maker {
	if next == nil {
		return nil
	}
	return func(t *policy.Ticket) (*policy.Policy, error) {
		p, err := next(o.Apply(t))
		if t == nil || len(o.list) == 0 {
			return p, err
		}
		made := p
		if err != nil { // perhaps because a reading is missing; the ticket as it is has the same ones
			made, _ = next(t)
		}
		has := made.Choices()
		for _, v := range o.list {
			if v.reading(t, has) != v.reading(t, nil) {
				return next(o.apply(t, has))
			}
		}
		return p, err
	}
}

// apply is Apply for a ticket whose agreement has, as far as is known, these readings.
func (o Overrides) apply(t *policy.Ticket, has policy.Choices) *policy.Ticket {
	if t == nil || len(o.list) == 0 {
		return t
	}
	c := *t
	for _, v := range o.list {
		field, ofCustomer := strings.CutPrefix(v.Name, customerPrefix)
		attribute, ofTicket := strings.CutPrefix(v.Name, attributesPrefix)
		switch reading := v.reading(t, has); {
		case reading != "":
			c.Readings = with(c.Readings, reading, v.Value, true)
		case ofCustomer:
			_ = set(&c.Customer, field, v.Value) // it was checked when it was parsed
		case ofTicket:
			c.Attributes = with(c.Attributes, attribute, v.Value, v.Value != "")
		}
	}
	return &c
}

// reading returns the name of the ticket's reading that v overrides, or "" if there is none.
func (v Override) reading(t *policy.Ticket, has policy.Choices) string {
	name := strings.TrimPrefix(v.Name, readingsPrefix)
	if known(t, has, name) {
		return name
	}
	// An agreement can have the name readings.
	if known(t, has, v.Name) {
		return v.Name
	}
	elsewhere := strings.HasPrefix(v.Name, customerPrefix) || strings.HasPrefix(v.Name, attributesPrefix)
	switch own := t.Agreement + "."; {
	case elsewhere:
		return ""
	case strings.HasPrefix(name, own):
		return name
	case strings.HasPrefix(v.Name, own):
		return v.Name
	}
	return ""
}

// known reports whether a ticket or its agreement has a reading of this name.
func known(t *policy.Ticket, has policy.Choices, name string) bool {
	_, given := t.Readings[name]
	return given || slices.ContainsFunc(has, func(c policy.Choice) bool { return c.Name == name })
}
