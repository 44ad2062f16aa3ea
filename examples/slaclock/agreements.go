package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
)

// An agreement is an agreement that tickets can name.
type agreement struct {
	name string
	from string // the file that it is from; "" for one of the library
	// make makes the policy for a ticket's customer, readings and attributes. Nothing else in
	// the ticket may matter to it, except what version distinguishes, since the policy is
	// kept for other tickets that agree in these.
	make func(*policy.Ticket) (*policy.Policy, error)
	// version returns the version of the agreement by which a ticket is judged; it is nil if
	// there is only one.
	version func(*policy.Ticket) int
	// choose returns the open readings with the given values, and the defaults for the rest,
	// or what is wrong with the given ones.
	choose func(given map[string]string) (policy.Choices, error)
}

// builtIn returns the agreements that the library has and that promise times.
func builtIn() []agreement {
	return []agreement{
		plain(purchased.Name, purchased.New, purchased.Readings),
		plain(cumulocity.Name, cumulocity.New, cumulocity.Readings),
		plain(ispsystem.Name, ispsystem.New, ispsystem.Readings),
		plain(portx.Name, portx.New, portx.Readings),
	}
}

// plain returns an agreement without attributes.
func plain(name string, make func(policy.Customer, map[string]string) (*policy.Policy, error), readings func() []policy.Reading) agreement {
	return agreement{
		name: name,
		make: func(t *policy.Ticket) (*policy.Policy, error) {
			for _, attribute := range slices.Sorted(maps.Keys(t.Attributes)) {
				return nil, fmt.Errorf("attributes: %q is not an attribute of %s, which has none; leave it out", attribute, name)
			}
			return make(t.Customer, t.Readings)
		},
		choose: func(given map[string]string) (policy.Choices, error) { return policy.Choose(readings(), given) },
	}
}
