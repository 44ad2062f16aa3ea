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
	from string // the file that has it; "" for one of the library
	// make fills in what depends on the ticket's customer, readings and
	// attributes. It looks at nothing else of the ticket but what version tells
	// apart, since what it makes is kept for others that are the same in these.
	make func(*policy.Ticket) (*policy.Policy, error)
	// version returns which version of the agreement a ticket is judged by; nil if
	// there is but one.
	version func(*policy.Ticket) int
	// choose says what is wrong with a choice of open readings.
	choose func(map[string]string) error
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

// plain returns an agreement that asks for no attributes.
func plain(name string, make func(policy.Customer, map[string]string) (*policy.Policy, error), readings func() []policy.Reading) agreement {
	return agreement{
		name: name,
		make: func(t *policy.Ticket) (*policy.Policy, error) {
			for _, attribute := range slices.Sorted(maps.Keys(t.Attributes)) {
				return nil, fmt.Errorf("attributes: %q is not an attribute of %s, which has none; leave it out", attribute, name)
			}
			return make(t.Customer, t.Readings)
		},
		choose: func(given map[string]string) error {
			_, err := policy.Choose(readings(), given)
			return err
		},
	}
}
