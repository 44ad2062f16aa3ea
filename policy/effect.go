package policy

// A hearing is what an event of a kind does, put together once: to the ticket, and to
// its metrics. The zero hearing is that of an event without any effect.
type hearing struct {
	deeds   deed
	metrics []touch // in their order; those to which it does nothing are left out
}

// A touch is what an event does to a metric.
type touch struct {
	metric int
	does   effect
}

// A deed is what an event does to a ticket as a whole, as bits.
type deed uint8

const (
	asks     deed = 1 << iota // the customer for something
	gives                     // what the customer was asked for
	lets                      // clocks start that wait for it
	halts                     // what is owed, until a reopening
	tests                     // the customer begins to test
	fails                     // the test has failed
	switches                  // the ticket goes over to other hours
)

// An effect is what an event does to a metric, as bits.
type effect uint8

const (
	resumes effect = 1 << iota
	stops
	cancels
	restarts
	unasked
	starts
	pauses
)

// compileEvents looks up what the events do to a ticket as a whole.
func (p *Policy) compileEvents() {
	a := &p.agreement
	p.kinds = (1<<(int(kindEnd)+len(a.Events)) - 1) &^ 1 // the zero Kind is none
	for _, set := range []struct {
		Kinds
		deed
	}{{a.Asked, asks}, {a.Given &^ a.Asked, gives}, {a.Halt, halts}, {a.Test, tests}, {a.Failed &^ a.Test, fails}, {a.Switch, switches}} {
		for k := range p.hears {
			if set.Has(Kind(k)) {
				p.hears[k].deeds |= set.deed
			}
		}
	}
}

// compileEffects looks up what the events do to metric i.
func (p *Policy) compileEffects(i int, m *Metric) {
	for k := range p.hears {
		var does effect
		for _, set := range []struct {
			Kinds
			effect
		}{{m.Resume, resumes}, {m.Stop, stops}, {m.Cancel, cancels}, {m.Restart, restarts}, {m.Unasked, unasked}, {m.Start, starts}, {m.Pause, pauses}} {
			if set.Has(Kind(k)) {
				does |= set.effect
			}
		}
		if does != 0 {
			p.hears[k].metrics = append(p.hears[k].metrics, touch{i, does})
		}
	}
}
