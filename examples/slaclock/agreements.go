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

// An agreement is one that tickets can name.
type agreement struct {
	name string
	// make fills in what depends on the ticket's customer, readings and
	// attributes. It looks at nothing else of the ticket, since what it makes
	// is kept for others that are the same in these.
	make func(*policy.Ticket) (*policy.Policy, error)
}

// builtIn returns the agreements that the library has and that promise times.
func builtIn() []agreement {
	return []agreement{
		plain(purchased.Name, purchased.New),
		plain(cumulocity.Name, cumulocity.New),
		plain(ispsystem.Name, ispsystem.New),
		plain(portx.Name, portx.New),
	}
}

// plain returns an agreement that asks for no attributes.
func plain(name string, make func(policy.Customer, map[string]string) (*policy.Policy, error)) agreement {
	return agreement{name, func(t *policy.Ticket) (*policy.Policy, error) {
		for _, attribute := range slices.Sorted(maps.Keys(t.Attributes)) {
			return nil, fmt.Errorf("attributes: %q is not an attribute of %s, which has none; leave it out", attribute, name)
		}
		return make(t.Customer, t.Readings)
	}}
}
