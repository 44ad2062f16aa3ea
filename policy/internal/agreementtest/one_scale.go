package agreementtest

import (
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// OneScale is two policies of one agreement that owe the first clock of a ticket at
// different instants. The zero OneScale has none.
type OneScale struct {
	First, Second     *policy.Policy
	Level             string        // that of the report, which comes through the portal
	With              []policy.Kind // what comes at its instant too
	Reported, Changed time.Time     // the second policy is in force from Changed on
	Moves             bool          // open tickets can go over to it
	Want              [2]string     // when the clock is due under each, in UTC
}

// Check returns what shows that the two do not have the same levels: an event made for the
// first must be judged by the second, alone, as a later version, and as one that open
// tickets go over to.
func (o OneScale) Check() error {
	level, err := o.First.Scale().Parse(o.Level)
	if err != nil {
		return err
	}
	if other, err := o.Second.Scale().Parse(o.Level); err != nil || other != level {
		return fmt.Errorf("%s is another level of the second policy, or %v", o.Level, err)
	}
	versions, err := policy.NewVersions(policy.Version{Policy: o.First}, policy.Version{From: o.Changed, Policy: o.Second})
	if err != nil {
		return err
	}
	for _, c := range []struct {
		what     string
		policy   *policy.Policy
		versions *policy.Versions
		want     string
	}{
		{"the first", o.First, nil, o.Want[0]}, {"the second", o.Second, nil, o.Want[1]},
		{"its version", nil, versions, o.Want[0]},
	} {
		if err := o.due(c.what, c.policy, c.versions, level, c.want); err != nil {
			return err
		}
	}
	if o.Moves {
		moving, err := versions.Moving(severity.FromStart)
		if err != nil {
			return err
		}
		if err := o.due("what it goes over to", nil, moving, level, o.Want[1]); err != nil {
			return err
		}
	}
	if p, err := versions.For(o.events(o.Changed, level)); err != nil || p != o.Second {
		return fmt.Errorf("a ticket of the second version is judged by another one, or %v", err)
	}
	return nil
}

// due checks when the first clock is due under a policy, or that which versions have for
// the ticket.
func (o OneScale) due(what string, p *policy.Policy, versions *policy.Versions, level severity.Level, want string) (err error) {
	events := o.events(o.Reported, level)
	if versions != nil {
		if p, err = versions.For(events); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
	}
	a, err := p.Evaluate(events, o.Changed)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if due := a.Clocks[0].Due.In(time.UTC).String(); due != want {
		return fmt.Errorf("%s: %s is due %s, want %s", what, a.Clocks[0].Metric, due, want)
	}
	return nil
}

// events returns the report, and what comes with it, at an instant.
func (o OneScale) events(at time.Time, level severity.Level) []policy.Event {
	events := []policy.Event{{At: at, Kind: policy.Reported, Severity: level, Channel: policy.Portal}}
	for _, k := range o.With {
		events = append(events, policy.Event{At: at, Kind: k})
	}
	return events
}
