package escalation

import (
	"slices"
	"sync/atomic"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Rota hands tickets over among [Regions]. It is made by [NewRota] and is safe for
// concurrent use. It is best to make one for all tickets that are handed over among the
// same regions: what follows a hand-over is the same for all of them, so a Rota keeps up
// to 256 of the hand-overs that it has found, some weeks of them, and asks the calendars
// for the others each time. What it has kept changes no answer. The zero Rota has no
// regions: with it, nobody ever owns a ticket.
type Rota struct {
	regions []Region
	home    int // the index of the default region
	// kept has hand-overs, each in the place of the instant that it follows; see keep.
	kept [rotaRoom]atomic.Pointer[kept]
}

// rotaRoom is how many hand-overs a rota keeps at most.
const rotaRoom = 256

// patience is how many times a hand-over that nobody asks for any more keeps its place
// from others. It is more often than one ticket can ask for a place, so that a ticket
// that is open for years does not take the places of those of every day.
const patience = 1000

// The owners of a ticket that are not the index of a region.
const (
	onCall = -1
	nobody = -2
)

// A kept is a hand-over with the instant of the hand-over before it; neither ever
// changes. (All tickets that are handed over at one instant go to the same owner: see
// active.)
type kept struct {
	since int64 // Unix seconds, since openings and closings fall on whole ones
	handOver
	passed atomic.Uint32 // how often others wanted the place since it was last asked for
}

// NewRota checks regions and returns a Rota of them. There must be at least one region,
// each with a name of its own other than [OnCall] and a calendar other than the zero
// Calendar, and Default must be the index of one. The error is an [ErrRegions]. The Rota
// keeps a copy of the list.
func NewRota(r Regions) (*Rota, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	return &Rota{regions: slices.Clone(r.List), home: r.Default}, nil
}

// name returns the name of an owner.
func (r *Rota) name(owner int) string {
	if owner == onCall {
		return OnCall
	}
	return r.regions[owner].Name
}

// following returns the hand-over that follows one to an owner; see find. What comes
// after a doubt is not kept, so that the doubt is returned with its reason each time.
func (r *Rota) following(owner int, since time.Time) (handOver, doubt, error) {
	sec := since.Unix()
	// (The factor is that of the golden ratio, which spreads whole hours well.)
	place := &r.kept[uint64(sec)*0x9e3779b97f4a7c15>>32%rotaRoom]
	k := place.Load()
	if k != nil && k.since == sec {
		if k.passed.Load() != 0 {
			k.passed.Store(0)
		}
		return k.handOver, doubt{}, nil
	}
	h, d, err := r.find(owner, since)
	if err == nil && d.why == nil {
		keep(place, k, sec, h)
	}
	return h, d, err
}

// keep keeps a hand-over in its place, which holds another one, or none if before is nil.
// The one that came first stays as long as somebody asks for it: otherwise tickets that
// go through more hand-overs than there is room for would take the places from each other
// all the time, each at the cost of memory, and find none of them again. One that nobody
// asks for any more, since its days are long past, goes in the end.
func keep(place *atomic.Pointer[kept], before *kept, since int64, h handOver) {
	if before == nil || before.passed.Add(1) > patience {
		place.CompareAndSwap(before, &kept{since: since, handOver: h})
	}
}

// An heir is who is to own a ticket from an instant on.
type heir struct {
	region int // the index of a region, or onCall
	reason Reason
	// since is that instant or, for the default region, when it opened: what follows is
	// then the same as if it had been given the ticket at its opening.
	since time.Time
}

// active returns who is to own a ticket at an instant at which its owner is
// settled: the default region, or the active one that opened last, or on-call (CUM-9).
func (r *Rota) active(at time.Time) (heir, error) {
	s, ok, err := r.regions[r.home].Calendar.OpenSpan(at)
	if ok || err != nil {
		return heir{r.home, DefaultActive, s.Open}, err
	}
	return r.activeBeside(at, nobody)
}

// activeBeside is active if it is known that neither the default region nor the region
// closed is active.
func (r *Rota) activeBeside(at time.Time, closed int) (heir, error) {
	to := heir{region: onCall, since: at}
	var opened time.Time
	for i := range r.regions {
		if i == r.home || i == closed {
			continue
		}
		s, ok, err := r.regions[i].Calendar.OpenSpan(at)
		switch {
		case err != nil:
			return heir{}, err
		case ok && (to.region == onCall || s.Open.After(opened)):
			to.region, to.reason, opened = i, LastOpened, s.Open
		}
	}
	return to, nil
}

// closing returns when the hours of an owner end in which an instant lies. It is none for
// on-call, and for hours that do not end by the year 9999.
func (r *Rota) closing(owner int, at time.Time) (calendar.Moment, error) {
	if owner == onCall {
		return calendar.Moment{}, nil
	}
	s, _, err := r.regions[owner].Calendar.OpenSpan(at)
	if err != nil {
		return calendar.Moment{}, err
	}
	const late = 253402000000 // Unix seconds, a few days before the end: to find a date takes longer than the rest
	if s.Close.Unix() > late {
		if _, err := calendar.DateOf(s.Close); err != nil {
			return calendar.Moment{}, nil
		}
	}
	return calendar.At(s.Close), nil
}
