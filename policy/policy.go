package policy

import (
	"cmp"
	"time"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/severity"
)

// A Policy is an [Agreement] made ready to evaluate tickets. [New] makes it; it never
// changes and is safe for concurrent use. The zero Policy, like a nil one, refuses every
// ticket and has no name, no levels and no readings.
type Policy struct {
	agreement Agreement
	choices   Choices          // those that can touch a ticket
	metrics   []metric         // as in the Agreement
	lower     []severity.Level // by rank: what a workaround makes of it
	ladders   []*LevelLadder   // by rank; nil where the level has none
	roams     []bool           // by rank
	rota      *escalation.Rota // nil if there is no ownership
	handOvers []string         // by region: "hand-over to EMEA"
	kinds     Kinds            // the events that there are
	hears     [64]hearing      // by kind of event
	automatic uint32           // bit m: something can happen to metric m without an event
	successor *succession      // the version to which open tickets go over, if they do
	followed  bool             // some metric has thresholds
	still     bool             // nothing happens by itself, except to clocks: there are no thresholds, ladders, owners or successor
}

// Name returns the agreement's name.
func (p *Policy) Name() string { return p.data().Name }

// String returns the agreement's name, as [Policy.Name] does.
func (p *Policy) String() string { return p.Name() }

// data returns the agreement that p was made of, or the zero Agreement if p is nil.
func (p *Policy) data() *Agreement {
	if p == nil {
		return new(Agreement)
	}
	return &p.agreement
}

// Agreement returns a copy of the agreement that p was made of: changing it, to make
// another policy of it, does not change p.
func (p *Policy) Agreement() Agreement { return p.data().copied() }

// KindName returns the name of a kind of event, including one that the agreement declares.
func (p *Policy) KindName(k Kind) string { return p.data().kindName(k) }

// ParseKind returns the kind of event that a name stands for: one that every agreement has,
// as [ParseKind] knows it, or one that this agreement declares; the zero Policy declares
// none. It is the inverse of [Policy.KindName]; case matters. The error is an [ErrKind]
// that lists the names of both.
func (p *Policy) ParseKind(name string) (Kind, error) {
	if k, ok := kindNames.Find([]byte(name)); ok {
		return k, nil
	}
	if k, ok := p.kind(name); ok {
		return k, nil
	}
	return 0, &enum.Error{Kind: ErrKind, What: "kind", Text: name, Known: p.kindNames()}
}

// Scale returns the agreement's levels.
func (p *Policy) Scale() *severity.Scale { return p.data().Scale }

// Location returns the zone in which answers are printed. For the zero Policy it is UTC.
func (p *Policy) Location() *time.Location { return cmp.Or(p.data().Location, time.UTC) }

// Choices returns the open readings that can affect a ticket, with the values used. Those
// that affect only releases are in [Agreement].Choices alone.
func (p *Policy) Choices() Choices {
	if p == nil {
		return nil
	}
	return append(Choices(nil), p.choices...)
}
