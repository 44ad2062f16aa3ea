// Package agreements has the agreements that tickets can name. The service uses them through
// one small interface, [Source], so that others can be plugged in.
package agreements

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A Source has agreements by name. It must give the same answers for the same
// ticket for as long as the program runs, and be safe for concurrent use.
type Source interface {
	// Names returns the names that tickets can have as their agreement.
	Names() []string
	// Versions makes all versions of a ticket's agreement, for its Agreement, Customer,
	// Readings and Attributes. It uses no other field.
	Versions(t *policy.Ticket) (*policy.Versions, error)
	// Fields returns what an agreement needs to know of a customer or a ticket, for forms.
	Fields(name string) []Field
	// Severities returns the levels that a report can have in any version, the gravest first.
	Severities(name string) []string
	// Begins returns the instants at which versions come into force, in order, with the zero
	// time for a first version without a beginning. It returns none for an agreement that has
	// always been the same.
	Begins(name string) []time.Time
}

// ErrUnknown says that there is no agreement of a given name.
var ErrUnknown = errors.New("agreements: no such agreement")

// An unknownError matches [ErrUnknown]; its text begins with the place of the name.
type unknownError struct{ name, why string }

// Error returns the place, the name and what is wrong with it.
func (e *unknownError) Error() string { return fmt.Sprintf("agreement: %q %s", e.name, e.why) }

// Is reports whether target is [ErrUnknown].
func (e *unknownError) Is(target error) bool { return target == ErrUnknown }

// maxKept is how many customers' agreements are kept for further tickets.
const maxKept = 4096

// A Registry makes agreements from tickets' terms, and keeps them, since many tickets have
// the same customer.
type Registry struct {
	Source
	mu   sync.RWMutex
	kept map[store.Terms]*policy.Versions
}

// NewRegistry returns a registry of the agreements of a source.
func NewRegistry(source Source) *Registry {
	return &Registry{Source: source, kept: map[store.Terms]*policy.Versions{}}
}

// Of returns all versions of the agreement for some terms. Each version has one policy,
// shared by all tickets with these terms that were reported while it was in force.
func (r *Registry) Of(terms store.Terms) (*policy.Versions, error) {
	r.mu.RLock()
	v := r.kept[terms]
	r.mu.RUnlock()
	if v != nil {
		return v, nil
	}
	v, err := r.Make(terms)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.kept) >= maxKept {
		clear(r.kept)
	}
	r.kept[terms] = v
	return v, nil
}

// Make makes the agreement for some terms without keeping it, for terms that anybody can make
// up, so that their number is unlimited.
func (r *Registry) Make(terms store.Terms) (*policy.Versions, error) {
	if !slices.Contains(r.Names(), terms.Agreement) {
		return nil, r.unknown(terms.Agreement)
	}
	t, err := Read(terms)
	if err != nil {
		return nil, err
	}
	return r.Versions(t)
}

// Canonical returns terms in the form in which equal terms are equal texts, however a client
// has written them: it reads them, and writes them again. The order of fields, white space
// and escapes make no difference; the order of a list does. The error is that of Make if the
// agreement is unknown or the JSON is invalid; whether the values make sense is for Make to
// say.
func (r *Registry) Canonical(terms store.Terms) (store.Terms, error) {
	if !slices.Contains(r.Names(), terms.Agreement) {
		return terms, r.unknown(terms.Agreement)
	}
	t, err := Read(terms)
	if err != nil {
		return terms, err
	}
	customer, err := t.Customer.MarshalJSON()
	if err != nil {
		return terms, err
	}
	terms.Customer, terms.Readings, terms.Attributes = string(customer), textObject(t.Readings), textObject(t.Attributes)
	return terms, nil
}

// textObject writes texts by name as an object, in the order of the names.
func textObject(texts map[string]string) string {
	w := strictjson.NewWriter(nil)
	w.OpenObject()
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		w.Key(name).Text(texts[name])
	}
	w.CloseObject()
	return string(w.Bytes())
}

func (r *Registry) unknown(name string) error {
	known := strings.Join(r.Names(), ", ")
	if name == "sempre" {
		return &unknownError{name, "promises no times, it has coverage and lifecycle only; write " + known}
	}
	return &unknownError{name, "is not known; write " + known}
}

// Read reads terms strictly, as a ticket without events. The error names each mistake with
// its place in a request.
func Read(terms store.Terms) (*policy.Ticket, error) {
	b := []byte(`{"agreement":`)
	b = strictjson.AppendString(b, terms.Agreement)
	for _, part := range []struct{ name, value string }{
		{"customer", terms.Customer}, {"readings", terms.Readings}, {"attributes", terms.Attributes},
	} {
		if part.value != "" && part.value != "{}" {
			b = fmt.Appendf(b, `,%q:%s`, part.name, part.value)
		}
	}
	b = append(b, `,"events":[]}`...)
	t := new(policy.Ticket)
	if err := t.UnmarshalJSON(b); err != nil {
		return nil, err
	}
	return t, nil
}
