package policy

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/severity"
)

// A succession is the version that follows a policy for the tickets that are open when it
// comes into force.
type succession struct {
	at     time.Time
	policy *Policy
	mode   severity.Mode
}

// whatSucceeds is what an answer calls the change to another version.
const whatSucceeds = "agreement changes"

// Moving returns Versions through which tickets move: a ticket that is open when a version
// comes into force is judged by it from then on, instead of by the one at its report. The
// mode says how the new target of a running clock is counted: from its start, from the
// change, or, for [severity.Fair], from the change but never due later than before. A clock
// that is overdue keeps its due time (G8). A clock that no longer has a target is
// cancelled, and a metric that has one for the first time starts, as at a change of
// severity (T7).
//
// The error is an [ErrAgreement] if mode is invalid, if the versions do not have the same
// scale, the same events and the same metrics in the same order, with as many thresholds
// and ladder steps, or if one of them has regions, whose owners cannot change under a
// ticket. A [VersionError] says in which version that is.
func (v *Versions) Moving(mode severity.Mode) (*Versions, error) {
	if !mode.IsValid() {
		return nil, wrong("mode", mode.String(), "is not a mode; use Fair, FromStart or FromChange")
	}
	if v == nil {
		v = new(Versions)
	}
	moving := &Versions{list: slices.Clone(v.list)}
	for i := len(v.list) - 2; i >= 0; i-- {
		next := moving.list[i+1]
		if err := v.list[i].Policy.canBecome(next.Policy); err != nil {
			return nil, &VersionError{From: next.From, Err: err}
		}
		p := *v.list[i].Policy
		p.successor, p.still = &succession{at: next.From, policy: next.Policy, mode: mode}, false
		moving.list[i].Policy = &p
	}
	return moving, nil
}

// Moves returns when other versions of the agreement come into force for tickets that are
// open under p, in order; see [Versions.Moving]. A policy that Moving did not make has
// none.
func (p *Policy) Moves() []time.Time {
	if p == nil {
		return nil
	}
	var all []time.Time
	for s := p.successor; s != nil; s = s.policy.successor {
		all = append(all, s.at)
	}
	return all
}

// canBecome says why tickets cannot move from one policy to another.
func (p *Policy) canBecome(next *Policy) *PlaceError {
	a, b := &p.agreement, &next.agreement
	switch {
	case a.Scale != b.Scale:
		return differs("scale", "", "is another one than that of the version before; open tickets keep their levels, so give all versions one scale")
	case !slices.Equal(a.Events, b.Events):
		return differs("events", "", "are others than those of the version before; open tickets keep their events, so have the same ones in the same order")
	case a.Regions != nil || b.Regions != nil:
		return differs("regions", "", "cannot change under an open ticket, so judge it by the version at its report")
	case len(a.Metrics) != len(b.Metrics):
		return differs("metrics", "", fmt.Sprintf("are %d, and in the version before %d; open tickets keep their clocks, so have the same ones in the same order", len(b.Metrics), len(a.Metrics)))
	}
	for i := range a.Metrics {
		x, y := &a.Metrics[i], &b.Metrics[i]
		if x.Name != y.Name {
			return differs(fmt.Sprintf("metrics[%d].name", i), y.Name, "is "+x.Name+" in the version before; open tickets keep their clocks, so have the same ones in the same order")
		}
		if x.Ends != y.Ends {
			return differs(fmt.Sprintf("metrics[%d].ends", i), y.Name, "closes tickets in one of two versions alone; open tickets keep what closes them, so have it in both or in neither")
		}
		if len(x.Thresholds) != len(y.Thresholds) {
			return differs(fmt.Sprintf("metrics[%d].thresholds", i), "", fmt.Sprintf("thresholds of %s are %d, and in the version before %d; open tickets keep who has been told, so have as many in the same order", y.Name, len(y.Thresholds), len(x.Thresholds)))
		}
	}
	for i, l := range p.ladders {
		if next := next.ladders[i]; l != nil && next != nil && len(l.Ladder.Steps) != len(next.Ladder.Steps) {
			return differs("ladders", "", fmt.Sprintf("steps of %s are %d, and in the version before %d; open tickets keep who has been told, so have as many in the same order", next.Level, len(next.Ladder.Steps), len(l.Ladder.Steps)))
		}
	}
	return nil
}

// differs is a mistake in a version that follows another one.
func differs(place, value, why string) *PlaceError {
	return &PlaceError{Kind: ErrAgreement, Place: place, Value: value, Why: why}
}

// succeed moves the ticket to the version that comes into force.
func (t *timeline) succeed(s *succession) error {
	old := t.policy
	t.policy = s.policy
	if !t.live {
		return nil
	}
	t.succeeded = append(t.succeeded, s.at)
	t.because("another version of the agreement comes into force")
	if l, next := old.ladders[t.level.Rank()], t.policy.ladders[t.level.Rank()]; l != nil || next != nil {
		if err := t.succeedLadder(s, next); err != nil {
			return err
		}
	}
	by := turn{at: s.at, raised: true, version: true, mode: s.mode}
	for i := range t.policy.metrics {
		if err := t.turnMetric(&t.policy.metrics[i], old.metrics[i].target(t.level), &by); err != nil {
			return err
		}
	}
	return nil
}

// succeedLadder moves the ticket's ladder to the new version.
func (t *timeline) succeedLadder(s *succession, next *LevelLadder) error {
	switch {
	case next != nil && t.climb.Waits() && !next.Gate.Accepts.Accept(t.report.channel):
		t.beginClimb(next, s.at) // no call has come, and the version does not count as one
		return nil
	case t.climb.Begun() && next == nil:
		return t.climb.Change(s.at, nil, true, s.mode)
	case t.climb.Begun():
		return t.climb.Change(s.at, &next.Ladder, true, s.mode)
	}
	t.beginClimb(next, s.at)
	return t.climb.Start(s.at)
}
