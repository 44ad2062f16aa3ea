package policytest

import (
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// idle returns an event that does nothing to a ticket of the given level: a change to that
// level, which is no change on a live ticket and on one that has ended (T7, T9), or, if the
// agreement reacts to such changes, an event of a kind to which neither the agreement nor
// the rules do. It returns false if there is no such kind.
func idle(a *policy.Agreement, at time.Time, level severity.Level) (policy.Event, bool) {
	heard := heard(a)
	if !heard.Has(policy.SeverityChanged) {
		return policy.Event{At: at, Kind: policy.SeverityChanged, Severity: level}, true
	}
	for _, kind := range []policy.Kind{
		policy.Updated, policy.PlanProvided, policy.Registered, policy.InfoRequested, policy.InfoReceived, policy.CustomerReplied,
		policy.DevelopmentRequired, policy.Forwarded, policy.ResolutionProposed, policy.ResolutionRejected,
	} {
		if !heard.Has(kind) {
			return policy.Event{At: at, Kind: kind}, true
		}
	}
	return policy.Event{}, false
}

// heard returns the kinds of events to which an agreement says that it reacts.
func heard(a *policy.Agreement) policy.Kinds {
	all := a.Halt | a.Switch | a.Asked | a.Given | a.Test | a.Failed
	for i := range a.Metrics {
		m := &a.Metrics[i]
		all |= m.Start | m.Unasked | m.Restart | m.Resume | m.Stop | m.Cancel | m.Pause
		for k := range m.Targets {
			all |= policy.On(m.Targets[k].Gate.Event)
		}
	}
	for i := range a.Ladders {
		all |= policy.On(a.Ladders[i].Gate.Event)
	}
	return all
}
