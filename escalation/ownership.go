package escalation

import (
	"errors"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// OnCall is the owner of a ticket while no region is active.
const OnCall = "on-call"

// A Region is one that can own tickets: in its business hours it is active.
type Region struct {
	Name     string
	Calendar *calendar.Calendar
}

// Regions are the regions among which tickets are handed over, in the order in
// which one is named before another. One of them is a ticket's default region.
type Regions struct {
	List    []Region
	Default int // its index
}

// An Owner is a row of a ticket's ownership: who owns it from an instant on.
type Owner struct {
	From   time.Time
	Region string // the name of a region, or OnCall
	Itself bool   // it was handed over by the time of day, not by an event
}

// ErrHandOvers: a ticket is handed over more often than anybody could want to
// know.
var ErrHandOvers = errors.New("escalation: too many hand-overs")

// maxOwners is how many owners a ticket can have: three a day for eighty years.
const maxOwners = 100_000

// A Watch follows the ownership of one ticket. The zero Watch owns nothing.
type Watch struct {
	regions *Regions
	rows    []Owner
	owner   int  // the index of the region; onCall; nobody
	stays   bool // the default region, once it owns the ticket, keeps it
	now     time.Time
	blind   bool // from now on the owner depends on unknown holidays (G9)
}

const (
	onCall = -1
	nobody = -2
)

// NewWatch returns a watch over a ticket that nobody owns yet.
func NewWatch(r *Regions) Watch { return Watch{regions: r, owner: nobody} }

// Owners returns each change of owner so far, in order. The slice is the watch's
// own.
func (w *Watch) Owners() []Owner { return w.rows }

// Receive settles the owner of a ticket that is received at an instant: the
// default region if it is active, else the active one that opened last, else the
// on-call service. stays says that the default region keeps the ticket for good
// once it owns it; otherwise the same rule goes on after it closes.
func (w *Watch) Receive(at time.Time, stays bool) error {
	w.stays, w.now, w.blind = stays, at, false
	owner, err := w.active(at)
	if errors.Is(err, calendar.ErrCoverage) {
		w.blind = true
		return nil
	}
	if err != nil {
		return err
	}
	return w.give(Owner{From: at}, owner)
}

// End ends the ownership: nobody owns a ticket that has ended.
func (w *Watch) End() { w.owner = nobody }

// give makes a region the owner.
func (w *Watch) give(row Owner, owner int) error {
	w.owner, w.now = owner, row.From
	row.Region = w.name(owner)
	n := len(w.rows)
	if n > 0 && w.rows[n-1].From.Equal(row.From) { // one row an instant
		n--
		w.rows = w.rows[:n]
	}
	switch {
	case n > 0 && w.rows[n-1].Region == row.Region:
		return nil
	case n == maxOwners:
		return ErrHandOvers
	}
	w.rows = append(w.rows, row)
	return nil
}

func (w *Watch) name(owner int) string {
	if owner == onCall {
		return OnCall
	}
	return w.regions.List[owner].Name
}

// active returns who is to own a ticket at an instant at which its owner is
// settled: the default region, or the active one that opened last, or on-call.
func (w *Watch) active(at time.Time) (owner int, err error) {
	if ok, err := w.regions.List[w.regions.Default].Calendar.IsOpen(at); ok || err != nil {
		return w.regions.Default, err
	}
	owner = onCall
	var opened time.Time
	for i, r := range w.regions.List {
		s, ok, err := r.Calendar.OpenSpan(at)
		switch {
		case err != nil:
			return nobody, err
		case ok && (owner == onCall || s.Open.After(opened)):
			owner, opened = i, s.Open
		}
	}
	return owner, nil
}

// Advance lets time pass, and hands the ticket over as often as it takes.
func (w *Watch) Advance(until time.Time) error {
	for {
		owner, at, ok, err := w.next()
		if err != nil || !ok || at.After(until) {
			return err
		}
		if err := w.give(Owner{From: at, Itself: true}, owner); err != nil {
			return err
		}
	}
}

// Next returns the next hand-over: to whom and when. It is false if there is
// none, or none that is known.
func (w *Watch) Next() (o Owner, ok bool, err error) {
	owner, at, ok, err := w.next()
	if err != nil || !ok {
		return Owner{}, false, err
	}
	return Owner{From: at, Region: w.name(owner), Itself: true}, true, nil
}

// next returns the hand-over that follows the present state.
func (w *Watch) next() (owner int, at time.Time, ok bool, err error) {
	if w.regions == nil || w.owner == nobody || w.blind || w.owner == w.regions.Default && w.stays {
		return 0, time.Time{}, false, nil
	}
	var best calendar.Moment
	consider := func(t time.Time, err error) error {
		if errors.Is(err, calendar.ErrNeverOpen) {
			return nil // no such change
		}
		m, err := calendar.MomentOf(t, err)
		if err != nil {
			return err
		}
		if (best == calendar.Moment{}) {
			best = m
		} else {
			best = best.Earlier(m)
		}
		return nil
	}
	switch {
	case w.owner == onCall:
		for _, r := range w.regions.List {
			if err := consider(r.Calendar.NextOpen(w.now)); err != nil {
				return 0, time.Time{}, false, err
			}
		}
	default:
		s, open, err := w.regions.List[w.owner].Calendar.OpenSpan(w.now)
		if err != nil {
			return 0, time.Time{}, false, known(err)
		}
		if open {
			best = calendar.At(s.Close)
		}
		if w.owner != w.regions.Default {
			if err := consider(w.regions.List[w.regions.Default].Calendar.NextOpen(w.now)); err != nil {
				return 0, time.Time{}, false, err
			}
		}
	}
	at, ok = best.Get()
	if !ok {
		return 0, time.Time{}, false, nil
	}
	// What is known may lie behind a day of which it is not known whether a
	// region opens on it.
	for i, r := range w.regions.List {
		if w.owner == onCall || i == w.regions.Default {
			if _, err := r.Calendar.Between(w.now, at); errors.Is(err, calendar.ErrCoverage) {
				return 0, time.Time{}, false, nil
			}
		}
	}
	owner, err = w.active(at)
	return owner, at, err == nil, known(err)
}

// known returns err, unless it says that holidays are not known: then there is
// just no hand-over that could be told.
func known(err error) error {
	if errors.Is(err, calendar.ErrCoverage) {
		return nil
	}
	return err
}
