package escalation

import "time"

// An Owner is a row of a ticket's ownership: who owns it from an instant on, until the
// next row or the ticket's end. The zero Owner stands for no owner.
type Owner struct {
	From     time.Time
	Region   string // the name of a region, or OnCall
	ByItself bool   // the ticket was handed over by the time of day, not by an event
	// Stays says that, as things stand at From, the default region keeps the
	// ticket for good once it owns it; otherwise it is handed over round the clock.
	Stays  bool
	Reason Reason // why it is the owner
	Cause  string // in words: the event, the opening or the closing; empty without [Watch.KeepReasons]
}

// maxOwners is how many owners a ticket can have: three a day for some ninety years.
const maxOwners = 100_000

// A Watch follows the ownership of one ticket (CUM-9). The receipt, and each event that
// settles the owner anew, is reported to it with [Watch.Receive]; [Watch.Advance] lets
// time pass. With the zero Watch, which has no rota, or a nil one, nobody ever owns the
// ticket. Do not use both a Watch and a copy of it: once either has changed, the other is
// invalid.
type Watch struct {
	rota  *Rota
	owner int       // the index of the region; onCall; nobody
	stays bool      // the default region, once it owns the ticket, keeps it
	told  time.Time // the last instant reported to it

	// What follows by itself depends on the owner and on when it became the owner.
	since     time.Time
	handed    bool     // since is an instant of hand-overs
	ahead     bool     // what follows has been found:
	following handOver // this, and
	doubt     doubt    // from when on it is not known who owns the ticket
	doubted   bool     // after the last row there was a time of which that is not known

	cause func() string // nil if no reasons are wanted
	rows  []Owner
}

// NewWatch returns a watch over a ticket that nobody owns yet. With the zero Rota, or a
// nil one, it is like the zero Watch.
func NewWatch(r *Rota) Watch {
	if r != nil && len(r.regions) == 0 {
		r = nil
	}
	return Watch{rota: r, owner: nobody}
}

// Owners returns each change of owner so far, in order, no two at one instant. Two rows
// in succession never have the same owner, even if the ticket has ended and begun anew in
// between, unless the owner was unknown for a time in between (G9). The slice belongs to
// the watch and is valid until the watch is changed again.
func (w *Watch) Owners() []Owner {
	if w == nil {
		return nil
	}
	return w.rows
}

// Buffer gives the watch room for its rows: it overwrites rows from its beginning, as far
// as its capacity goes, and only then allocates room of its own. The room belongs to the
// watch from then on: it must not serve another watch, nor be written to while the result
// of [Watch.Owners] is in use. A watch that already has owners keeps them where they are.
func (w *Watch) Buffer(rows []Owner) {
	if w != nil && len(w.rows) == 0 {
		w.rows = rows[:0]
	}
}

// KeepReasons makes the watch keep the cause of each change of owner from now on: at a
// receipt it calls cause, which returns the cause in words; at an opening or a closing it
// names that itself. If cause is nil, it keeps none.
func (w *Watch) KeepReasons(cause func() string) {
	if w != nil {
		w.cause = cause
	}
}

// Receive settles the owner of a ticket that is received at an instant: the default
// region if it is active, else the active region that opened last, else the on-call
// service. stays says that the default region keeps the ticket for good once it owns it;
// otherwise the same rule goes on after it closes.
//
// If that depends on unknown holidays, the owner is unknown (G9), which is no error,
// until the default region takes the ticket over at its next opening, if that is known.
// The error comes from a calendar or is [ErrHandOvers].
func (w *Watch) Receive(at time.Time, stays bool) error {
	if w == nil || w.rota == nil {
		return nil
	}
	w.leaveDoubt(at)
	w.stays, w.told = stays, at
	to, err := w.rota.active(at)
	if err != nil {
		if w.doubt = (doubt{unknown(err), at}); w.doubt.why == nil {
			return err
		}
		w.following, err = w.rota.settles(w.doubt)
		w.ahead = err == nil
		return err
	}
	w.since, w.handed = to.since, to.region == w.rota.home
	row, err := w.give(to.region, at)
	if row != nil {
		row.Reason = to.reason
		if w.cause != nil {
			row.Cause = w.cause()
		}
	}
	return err
}

// End ends the ownership: nobody owns a ticket that has ended. The rows so far
// stay, and [Watch.Receive] begins anew.
func (w *Watch) End() {
	if w != nil {
		w.leaveDoubt(w.told)
		w.owner, w.ahead = nobody, false
	}
}

// leaveDoubt ends the doubt about the owner at an instant, and remembers whether there was
// time for it.
func (w *Watch) leaveDoubt(at time.Time) {
	w.doubted = w.doubted || w.doubt.why != nil && w.doubt.from.Before(at)
	w.doubt = doubt{}
}

// give makes a region the owner from an instant on and returns the new row, or nil if the
// region already has the ticket. After a doubt it surely does not have it, whatever the
// last row says.
func (w *Watch) give(owner int, from time.Time) (*Owner, error) {
	w.owner, w.ahead = owner, false
	region, rows := w.rota.name(owner), w.Owners()
	if n := len(rows); n > 0 && rows[n-1].Region == region && !w.doubted {
		if last := &rows[n-1]; last.From.Equal(from) {
			last.Stays = w.stays // at one instant there is but one whom active names
		}
		return nil, nil
	}
	row, err := w.add()
	w.doubted = false
	if err == nil {
		row.From, row.Region, row.Stays = from, region, w.stays
	}
	return row, err
}

// follow hands the ticket over.
func (w *Watch) follow() error {
	h, before := &w.following, w.owner
	w.since, w.handed = h.at, true
	w.leaveDoubt(h.at)
	row, err := w.give(h.to, h.at)
	if row == nil {
		return err
	}
	row.ByItself, row.Reason = true, h.reason
	if w.cause != nil {
		row.Cause = w.rota.name(h.to) + " opens"
		if h.reason == OwnerCloses || h.reason == AllClosed {
			row.Cause = w.rota.name(before) + " closes"
		}
	}
	return nil
}

// add appends a row and returns it. The error is [ErrHandOvers].
func (w *Watch) add() (*Owner, error) {
	if len(w.rows) == maxOwners {
		return nil, ErrHandOvers
	}
	w.rows = append(w.rows, Owner{})
	return &w.rows[len(w.rows)-1], nil
}

// look finds what follows the present state by itself. That stays the same until the
// owner changes or is settled anew, so it is found once.
func (w *Watch) look() error {
	if w.ahead {
		return nil
	}
	return w.lookAhead()
}

// lookAhead is look if that has not been found yet.
func (w *Watch) lookAhead() (err error) {
	w.following, w.doubt = handOver{}, doubt{}
	switch {
	case w.rota == nil || w.owner == nobody || w.owner == w.rota.home && w.stays:
	case w.handed:
		w.following, w.doubt, err = w.rota.following(w.owner, w.since)
	default:
		w.following, w.doubt, err = w.rota.find(w.owner, w.since)
	}
	w.ahead = err == nil
	return err
}

// Advance lets time pass up to an instant and hands the ticket over as often as
// necessary, including at that very instant. The error comes from a calendar or is
// [ErrHandOvers].
func (w *Watch) Advance(through time.Time) error {
	if w == nil {
		return nil
	}
	for {
		if err := w.look(); err != nil {
			return err
		}
		if !w.following.ok || w.following.at.After(through) {
			w.told = through
			return nil
		}
		if err := w.follow(); err != nil {
			return err
		}
	}
}

// Next returns the next hand-over, to whom and when, after the instant that was last
// reported to the watch. ok is false if there is none, or none that is known. The error
// comes from a calendar.
func (w *Watch) Next() (o Owner, ok bool, err error) {
	if w == nil {
		return Owner{}, false, nil
	}
	err = w.look()
	h := &w.following
	if err != nil || !h.ok {
		return Owner{}, false, err
	}
	return Owner{From: h.at, Region: w.rota.name(h.to), ByItself: true, Stays: w.stays, Reason: h.reason}, true, nil
}
