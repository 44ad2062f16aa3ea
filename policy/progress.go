package policy

import (
	"encoding/json"
	"slices"
	"time"

	"github.com/slaclock/slaclock/escalation"
)

// A Progress is how long a ticket was open between two instants, and how much of that time
// it was worked on. The zero Progress stands for no progress at all.
type Progress struct {
	// Open is how long the ticket was open: received and not ended.
	Open time.Duration
	// Worked is the progress time. At a roaming level it is all the time that the ticket is
	// open. At the others it is the working time in the business hours of whoever owns the
	// ticket at the time, and none while the ticket is on call. It is unknown if a part of
	// it is.
	Worked Length
	// Shares splits both by owner. They add up to Open and, if it is known, to Worked.
	Shares []Share
}

// A Share is an owner's part of a [Progress]. The zero Share stands for no share.
type Share struct {
	Region string        // a region, [escalation.OnCall], or "" for the time whose owner is not known (G9)
	Open   time.Duration // how long it owned the open ticket
	Worked Length        // the progress time in Open
}

// MarshalJSON writes the fields of p as they are, with Open as the text of a duration, like
// Worked: {"Open":"8h0m0s","Worked":"4h0m0s","Shares":[]}.
func (p Progress) MarshalJSON() ([]byte, error) {
	shares := p.Shares
	if shares == nil {
		shares = []Share{}
	}
	return json.Marshal(struct {
		Open   string
		Worked Length
		Shares []Share
	}{p.Open.String(), p.Worked, shares})
}

// MarshalJSON writes the fields of s in the way of [Progress.MarshalJSON].
func (s Share) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Region, Open string
		Worked       Length
	}{s.Region, s.Open.String(), s.Worked})
}

// Progress returns how long a ticket with the given events was worked on between two
// instants, from included and to excluded (CUM-9). It is a measure without a target: no
// clock is judged by it.
//
// At the levels of [Agreement.Roaming] a ticket is worked on round the clock, and all time
// counts. At the others only the working time of the ticket's owner counts: that of the
// active region until the default region takes over, and from then on the default region's
// business hours alone. Time on call does not count, nor does time before the report or
// after the ticket's end. Time keeps counting while a Crisis waits for its call or the
// customer tests.
//
// Events at to or later have no effect. If to is not after from, there is no progress. The
// shares are in the order of [escalation.Regions], followed by that of on-call and that of
// the time whose owner is not known; one that owned nothing has no share. A working time
// that depends on unknown holidays is unknown, and the rest stands (G9).
//
// The error is that of [Policy.Evaluate], or an [ErrAgreement] for an agreement without
// regions.
func (p *Policy) Progress(events []Event, from, to time.Time) (Progress, error) {
	events, err := p.inOrder(events)
	if err != nil {
		return Progress{}, err
	}
	regions := p.agreement.Regions
	if regions == nil {
		return Progress{}, wrong("regions", "", "are none, and without an owner there is no progress time; ask an agreement with regions")
	}
	if !from.Before(to) {
		return Progress{Worked: LengthOf(0)}, nil
	}
	s := tally{from: from, shares: make([]Share, len(regions.List)+2)}
	for i, r := range regions.List {
		s.shares[i].Region = r.Name
	}
	s.shares[len(regions.List)].Region = escalation.OnCall
	for i := range s.shares {
		s.shares[i].Worked = LengthOf(0)
	}
	if err := (&timeline{policy: p, tally: &s}).run(events, to); err != nil {
		return Progress{}, err
	}
	all := Progress{Worked: LengthOf(0)}
	for _, share := range s.shares {
		all.Open += share.Open
		all.Worked = all.Worked.plus(share.Worked)
		if share.Open != 0 {
			all.Shares = append(all.Shares, share)
		}
	}
	return all, nil
}

// A tally adds up the progress of a ticket while its events are gone through.
type tally struct {
	from   time.Time
	shares []Share // of the regions in their order, of on-call, and of the unknown owner
}

// add counts the time up to an instant since what the watch was last told.
func (s *tally) add(w *escalation.Watch, until time.Time, roams bool) error {
	tenures, err := w.Tenures(until)
	if err != nil {
		return err
	}
	for _, t := range tenures {
		from := latest(t.From, s.from)
		if !from.Before(t.Until) {
			continue
		}
		share := &s.shares[len(s.shares)-1]
		if t.Unknown() == nil {
			share = &s.shares[slices.IndexFunc(s.shares, func(o Share) bool { return o.Region == t.Region })]
		}
		share.Open += t.Until.Sub(from)
		var worked Length
		switch {
		case roams:
			worked = LengthOf(t.Until.Sub(from))
		case t.Unknown() != nil:
			if worked, err = lengthOf(0, t.Unknown()); err != nil {
				return err
			}
		case t.Calendar == nil:
			continue // on call
		default:
			if worked, err = lengthOf(t.Calendar.Between(from, t.Until)); err != nil {
				return err
			}
		}
		share.Worked = share.Worked.plus(worked)
	}
	return nil
}

// plus returns the sum of two amounts of time, neither of which is the zero Length. It is
// unknown if one of them is.
func (l Length) plus(m Length) Length {
	switch {
	case l.Unknown() != nil:
		return l
	case m.Unknown() != nil:
		return m
	}
	return LengthOf(l.d + m.d)
}
