package policy

import "github.com/slaclock/slaclock/severity"

// A hearing is what an event of a kind does to the ticket and to its metrics, put together
// once. The zero hearing is that of an event without any effect.
type hearing struct {
	deeds   deed
	metrics []touch // in their order, without those to which it does nothing
	// What an event of the kind must look like.
	scale *severity.Scale // that of its level; nil if it carries none
	least Channel         // that it can name, 0 being none,
	most  Channel         // through this one; less than least if there is no such kind
}

// A touch is what an event does to a metric.
type touch struct {
	metric *metric
	does   effect
}

// A deed is what an event does to a ticket as a whole, as bits: what the agreement
// declares, and what events of its kind do under every agreement.
type deed uint16

const (
	deedAsk    deed = 1 << iota // asks the customer for something
	deedGive                    // brings what the customer was asked for
	deedLet                     // starts the clocks that wait for it
	deedHalt                    // ends what is owed, until a reopening
	deedTest                    // begins the customer's test
	deedFail                    // ends the test as failed
	deedSwitch                  // moves the ticket to other hours
	deedBegin                   // begins the ticket's life, unless it has one
	deedCall                    // is a call or mail of the customer (T2)
	deedAnswer                  // is a response, which by telephone counts as a call too (T1)
	deedLevel                   // gives the ticket another level
	deedLower                   // lowers the level, if the agreement says so
	deedEnd                     // ends the ticket's life (T9)
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
	effectRenew // what the event stops is followed by the next round
)

// compileEvents looks up what the events do to a ticket as a whole.
func (p *Policy) compileEvents() {
	a := &p.agreement
	p.kinds = (1<<(int(kindEnd)+len(a.Events)) - 1) &^ 1 // the zero Kind is none
	for k := range p.hears {
		p.hears[k].expect(p, Kind(k))
	}
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

// expect looks up what an event of a kind must look like.
func (h *hearing) expect(p *Policy, k Kind) {
	if !p.kinds.Has(k) {
		h.least = Phone // and most is none
		return
	}
	if severeKinds.Has(k) {
		h.scale = p.agreement.Scale
	}
	if k == Reported && p.agreement.ReportNeedsChannel {
		h.least = Phone
	}
	if channelKinds.Has(k) {
		h.most = Portal
	}
}

// compileEffects looks up what the events do to a metric.
func (p *Policy) compileEffects(m *metric) {
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
		switch begins := p.hears[k].deeds&(deedEnd|deedHalt) == 0; {
		case !begins: // nothing begins with an event that ends the ticket, or what is owed
			does &^= effectRestart | effectStart
		case m.Renew && does&effectStop != 0:
			does |= effectRenew
		}
		if does != 0 {
			p.hears[k].metrics = append(p.hears[k].metrics, touch{m, does})
		}
	}
}
