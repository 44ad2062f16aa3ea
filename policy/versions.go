package policy

import (
	"fmt"
	"slices"
	"time"
)

// A Version is an agreement as it is in force from an instant on. The zero Version is
// invalid: it has no policy, so [NewVersions] refuses it.
type Version struct {
	From   time.Time // the first instant; the zero time for a version without a beginning
	Policy *Policy
}

// Versions are the versions of one agreement. A ticket is judged by the one that was in
// force when it was reported, whatever comes into force later. [NewVersions] makes them,
// and they never change. In the zero Versions, as in nil ones, no version is in force.
type Versions struct {
	list []Version // ascending
}

// NewVersions makes Versions of the versions of an agreement, in any order. The error is an
// [ErrAgreement] if there are none, if one has no policy, or if two are of different
// agreements or begin at the same instant.
func NewVersions(versions ...Version) (*Versions, error) {
	if len(versions) == 0 {
		return nil, wrong("versions", "", "are missing; an agreement has at least one")
	}
	list := slices.Clone(versions)
	slices.SortStableFunc(list, func(a, b Version) int { return a.From.Compare(b.From) })
	for i, v := range list {
		from := v.From.Format(time.RFC3339Nano)
		switch {
		case v.Policy == nil || v.Policy.agreement.Scale == nil:
			return nil, wrong("versions", from, "has no policy; make it with New")
		case v.Policy.Name() != list[0].Policy.Name():
			return nil, wrong("versions", from, fmt.Sprintf("is of %s, another one is of %s", v.Policy.Name(), list[0].Policy.Name()))
		case i > 0 && v.From.Equal(list[i-1].From):
			return nil, wrong("versions", from, "is the beginning of two versions")
		}
	}
	return &Versions{list}, nil
}

// For returns the version by which a ticket with the given events, in any order, is judged:
// the one that is in force when the ticket is reported. The error is an [ErrEvents], as
// [Policy.Evaluate] of that version returns it, or that of [Versions.InForce].
func (v *Versions) For(events []Event) (*Policy, error) {
	if len(events) == 0 {
		return nil, noEvents()
	}
	i := slices.IndexFunc(events, func(e Event) bool { return e.Kind == Reported })
	if i < 0 {
		return nil, noReport()
	}
	if at := events[i].At; outside(at) {
		return nil, badInstant(fmt.Sprintf("events[%d].at", i), at)
	}
	p, err := v.InForce(events[i].At)
	if err != nil {
		return nil, err
	}
	if _, err := p.check(events); err != nil {
		return nil, err
	}
	return p, nil
}

// InForce returns the version that is in force at the instant of a ticket's report; a
// version is in force from its beginning, included. The error is an [ErrEvents] if the
// instant is before the first version.
func (v *Versions) InForce(reported time.Time) (*Policy, error) {
	if v == nil {
		v = new(Versions)
	}
	for i := len(v.list) - 1; i >= 0; i-- {
		if v.list[i].From.Compare(reported) <= 0 {
			return v.list[i].Policy, nil
		}
	}
	why := "is before the agreement has any version"
	if len(v.list) > 0 {
		why = "is before the first version, which is in force from " + v.list[0].From.Format(time.RFC3339Nano)
	}
	return nil, &PlaceError{Kind: ErrEvents, Place: "reported", Value: reported.Format(time.RFC3339Nano), Why: why}
}
