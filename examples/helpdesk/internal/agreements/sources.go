package agreements

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// Sources are several sources used as one. No two of them have a name in common.
type Sources []Source

// Names returns the names of all sources, in order.
func (s Sources) Names() []string {
	var names []string
	for _, source := range s {
		names = append(names, source.Names()...)
	}
	return names
}

// of returns the source that has an agreement, or nil if none has it.
func (s Sources) of(name string) Source {
	for _, source := range s {
		if slices.Contains(source.Names(), name) {
			return source
		}
	}
	return nil
}

// Versions makes the agreement of a ticket.
func (s Sources) Versions(t *policy.Ticket) (*policy.Versions, error) {
	source := s.of(t.Agreement)
	if source == nil {
		return nil, &unknownError{t.Agreement, "is not known"}
	}
	return source.Versions(t)
}

// Fields returns what an agreement needs to know, nothing if there is none of that name.
func (s Sources) Fields(name string) []Field {
	if source := s.of(name); source != nil {
		return source.Fields(name)
	}
	return nil
}

// Severities returns an agreement's levels, none if there is none of that name.
func (s Sources) Severities(name string) []string {
	if source := s.of(name); source != nil {
		return source.Severities(name)
	}
	return nil
}

// Begins returns when the versions of an agreement come into force.
func (s Sources) Begins(name string) []time.Time {
	if source := s.of(name); source != nil {
		return source.Begins(name)
	}
	return nil
}
