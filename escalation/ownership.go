package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// An Owner is a row of a ticket's ownership: who owns it from an instant on,
// until the next row or the ticket's end. The zero Owner is none.
type Owner struct {
	From     time.Time
	Region   string // the name of a region, or OnCall
	ByItself bool   // it was handed over by the time of day, not by an event
	// Stays says that, as things stand at From, the default region keeps the
	// ticket for good once it owns it; otherwise it is handed over round the clock.
	Stays  bool
	Reason Reason // why it is the owner
	Cause  string // in words: the event, the opening or the closing; only with [Watch.KeepReasons]
}

// maxOwners is how many owners a ticket can have: three a day for eighty years.
const maxOwners = 100_000

// A Watch follows the ownership of one ticket. It is told of the receipt, of
// each event that settles the owner anew, and that time has passed. Of the zero
// Watch, which has no regions, nobody ever owns the ticket.
type Watch struct {
	regions *Regions
	owner   int             // the index of the region; onCall; nobody
	checked bool            // the regions are right
	stays   bool            // the default region, once it owns the ticket, keeps it
	now     time.Time       // since when the present state has been going on
	closes  calendar.Moment // when the hours of the region that owns the ticket end, in which now lies
	told    time.Time       // up to when it has been told that time has passed
	// blind is why it is not known who owns the ticket from now on (G9), or nil.
	blind *calendar.CoverageError
	// following is the hand-over that follows, if it has been looked for.
	following handOver
	ahead     bool
	cause     func() string // nil if no reasons are wanted

	// Most tickets have no more owners than there is room for.
	room [ownerRoom]Owner
	more []Owner // all of them, once there are too many
	n    int     // how many there are
}

// ownerRoom is how many owners a watch has room for in itself.
const ownerRoom = 8

const (
	onCall = -1
	nobody = -2
)

// NewWatch returns a watch over a ticket that nobody owns yet. The regions must
// not change any more.
func NewWatch(r *Regions) Watch { return Watch{regions: r, owner: nobody} }

// Owners returns each change of owner so far, in order, no two at one instant. A
// region that gets a ticket back which has ended and begun anew has no second
// row if nobody else had it in between. The slice is the watch's own, and says how
// things stand until the watch is told of anything more.
func (w *Watch) Owners() []Owner {
	if w.more != nil {
		return w.more
	}
	return w.room[:w.n]
}

// KeepReasons makes a watch keep the cause of each change of owner from now on: at a
// receipt it asks for it in words, and an opening or a closing it names itself.
func (w *Watch) KeepReasons(cause func() string) { w.cause = cause }

// Receive settles the owner of a ticket that is received at an instant: the
// default region if it is active, else the active one that opened last, else the
// on-call service. stays says that the default region keeps the ticket for good
// once it owns it; otherwise the same rule goes on after it closes.
//
// Where that depends on unknown holidays, the owner is not known from then on
// (G9), which is no error. The error is an [ErrRegions], that of a calendar, or
// [ErrHandOvers].
func (w *Watch) Receive(at time.Time, stays bool) error {
	if w.regions == nil {
		return nil
	}
	if !w.checked {
		if err := w.regions.Check(); err != nil {
			return err
		}
		w.checked = true
	}
	w.stays, w.now, w.told, w.blind, w.ahead = stays, at, at, nil, false
	to, err := w.active(at)
	if w.blind = unknown(err); w.blind != nil {
		return nil
	}
	if err != nil {
		return err
	}
	row := Owner{From: at, Reason: to.reason}
	if w.cause != nil {
		row.Cause = w.cause()
	}
	return w.give(row, to)
}

// End ends the ownership: nobody owns a ticket that has ended. The rows so far
// stay, and [Watch.Receive] begins anew.
func (w *Watch) End() { w.owner, w.blind, w.ahead = nobody, nil, false }

// give makes a region the owner.
func (w *Watch) give(row Owner, to heir) error {
	w.owner, w.now, w.closes, w.ahead = to.region, row.From, to.closes, false
	row.Region, row.Stays = w.name(to.region), w.stays
	rows := w.Owners()
	n := len(rows)
	switch {
	case n > 0 && rows[n-1].Region == row.Region:
		// It has the ticket already, and is not given it once more. (At one
		// instant there is but one whom active names.)
		if rows[n-1].From.Equal(row.From) {
			rows[n-1].Stays = row.Stays
		}
	case n == maxOwners:
		return ErrHandOvers
	default:
		w.add(row)
	}
	return nil
}

// follow hands the ticket over.
func (w *Watch) follow(h *handOver) error {
	row := Owner{From: h.at, ByItself: true, Reason: h.to.reason}
	if w.cause != nil {
		row.Cause = w.name(h.to.region) + " opens"
		if h.to.reason == OwnerCloses || h.to.reason == AllClosed {
			row.Cause = w.name(w.owner) + " closes"
		}
	}
	return w.give(row, h.to)
}

// add appends a row.
func (w *Watch) add(row Owner) {
	switch {
	case w.more != nil:
		w.more = append(w.more, row)
	case w.n == ownerRoom:
		w.more = append(append(make([]Owner, 0, 4*ownerRoom), w.room[:]...), row)
	default:
		w.room[w.n] = row
		w.n++
	}
}

func (w *Watch) name(owner int) string {
	if owner == onCall {
		return OnCall
	}
	return w.regions.List[owner].Name
}

// An heir is who is to own a ticket from an instant on.
type heir struct {
	region int             // its index, or onCall
	closes calendar.Moment // of a region: when the hours end in which that instant lies
	reason Reason
}

// closing returns when hours end; it is none where they do not, up to the year 9999.
func closing(s calendar.Span) calendar.Moment {
	const late = 253402000000 // Unix seconds, a few days before the end: to find a date takes longer than the rest
	if s.Close.Unix() > late {
		if _, err := calendar.DateOf(s.Close); err != nil {
			return calendar.Moment{}
		}
	}
	return calendar.At(s.Close)
}

// active returns who is to own a ticket at an instant at which its owner is
// settled: the default region, or the active one that opened last, or on-call.
func (w *Watch) active(at time.Time) (heir, error) {
	s, ok, err := w.regions.List[w.regions.Default].Calendar.OpenSpan(at)
	if ok || err != nil {
		return heir{w.regions.Default, closing(s), DefaultActive}, err
	}
	return w.activeBeside(at, nobody)
}

// activeBeside is active where it is known that neither the default region is active
// nor another one, closed.
func (w *Watch) activeBeside(at time.Time, closed int) (heir, error) {
	to := heir{region: onCall}
	var opened time.Time
	for i := range w.regions.List {
		if i == w.regions.Default || i == closed {
			continue
		}
		s, ok, err := w.regions.List[i].Calendar.OpenSpan(at)
		switch {
		case err != nil:
			return heir{region: nobody}, err
		case ok && (to.region == onCall || s.Open.After(opened)):
			to, opened = heir{i, closing(s), LastOpened}, s.Open
		}
	}
	return to, nil
}

// Advance lets time pass, and hands the ticket over as often as it takes, last
// at until itself. The error is that of a calendar, or [ErrHandOvers].
func (w *Watch) Advance(until time.Time) error {
	for {
		h, err := w.next()
		if err != nil {
			return err
		}
		if !h.ok || h.at.After(until) {
			w.told = until
			return nil
		}
		if err := w.follow(h); err != nil {
			return err
		}
	}
}

// Next returns the next hand-over: to whom and when, after what the watch was
// told last. It is false if there is none, or none that is known. The error is
// that of a calendar.
func (w *Watch) Next() (o Owner, ok bool, err error) {
	h, err := w.next()
	if err != nil || !h.ok {
		return Owner{}, false, err
	}
	return Owner{From: h.at, Region: w.name(h.to.region), ByItself: true, Stays: w.stays, Reason: h.to.reason}, true, nil
}
