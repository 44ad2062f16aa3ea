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

// A deed is what an event does to a ticket as a whole, as bits: what the agreement
// declares, and what events of its kind do under every agreement.
type deed uint16

const (
	deedAsk    deed = 1 << iota // the customer for something
	deedGive                    // what the customer was asked for
	deedLet                     // clocks start that wait for it
	deedHalt                    // what is owed, until a reopening
	deedTest                    // the customer begins to test
	deedFail                    // the test has failed
	deedSwitch                  // the ticket goes over to other hours
	deedBegin                   // the ticket's life, unless it has one
	deedCall                    // the customer uses a channel (T2)
	deedAnswer                  // so does the supplier, and by telephone that counts as well (T1)
	deedLevel                   // the ticket gets another level
	deedLower                   // it gets the level below, if the agreement has it so
	deedEnd                     // the ticket's life (T9)
)

// An effect is what an event does to a metric, as bits.
type effect uint8

const (
	effectResume effect = 1 << iota
	effectStop
	effectCancel
	effectRestart
	effectUnasked
	effectStart
	effectPause
)

// compileEvents looks up what the events do to a ticket as a whole.
func (p *Policy) compileEvents() {
	a := &p.agreement
	p.kinds = (1<<(int(kindEnd)+len(a.Events)) - 1) &^ 1 // the zero Kind is none
	p.plain = p.kinds &^ severeKinds
	for _, set := range []struct {
		Kinds
		deed
	}{
		{a.Asked, deedAsk},
		{a.Given &^ a.Asked, deedGive},
		{a.Halt, deedHalt},
		{a.Test, deedTest},
		{a.Failed &^ a.Test, deedFail},
		{a.Switch, deedSwitch},
		{Report, deedBegin},
		{On(Contacted), deedCall},
		{On(Responded), deedAnswer},
		{On(SeverityChanged), deedLevel},
		{On(WorkaroundAccepted), deedLower},
		{On(Resolved, Closed), deedEnd},
	} {
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
		}{
			{m.Resume, effectResume},
			{m.Stop, effectStop},
			{m.Cancel, effectCancel},
			{m.Restart, effectRestart},
			{m.Unasked, effectUnasked},
			{m.Start, effectStart},
			{m.Pause, effectPause},
		} {
			if set.Has(Kind(k)) {
				does |= set.effect
			}
		}
		if does != 0 {
			p.hears[k].metrics = append(p.hears[k].metrics, touch{i, does})
		}
	}
}
