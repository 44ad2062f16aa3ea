package escalation

import (
	"errors"
	"sort"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A handOver is what follows the present state of a watch by itself. The zero
// handOver is none.
type handOver struct {
	ok    bool
	at    time.Time
	opens bool // a region opens then that takes the ticket
	to    heir
	// Where it is not known when and to whom the ticket goes (G9), unknown says
	// why, and since is the instant up to which it surely stays with its owner.
	unknown *calendar.CoverageError
	since   time.Time
}

// next returns the hand-over that follows the present state. It is the same until
// the owner changes or is settled anew, and found once.
func (w *Watch) next() (*handOver, error) {
	if !w.ahead {
		h, err := w.find()
		if err != nil {
			return nil, err
		}
		w.following, w.ahead = h, true
	}
	return &w.following, nil
}

// find finds the hand-over that follows the present state.
func (w *Watch) find() (h handOver, err error) {
	if w.regions == nil || w.owner == nobody || w.blind != nil || w.owner == w.regions.Default && w.stays {
		return handOver{}, nil
	}
	if w.owner != onCall {
		h.at, h.ok = w.closes.Get()
	}
	for i := range w.regions.List {
		if w.takes(i) {
			if err := h.opening(w.regions.List[i].Calendar, w.now); err != nil {
				return handOver{}, err
			}
		}
	}
	if !h.ok {
		return h, nil
	}
	// What is known may lie behind a day of which it is not known whether a
	// region opens on it. (Where each told its next opening, none does.)
	doubts := h.unknown != nil
	h.unknown = nil
	for i := range w.regions.List {
		if doubts && w.takes(i) {
			c := w.regions.List[i].Calendar
			if _, err := c.Between(w.now, h.at); err != nil {
				if err := h.doubts(c, w.now, err); err != nil {
					return handOver{}, err
				}
			}
		}
	}
	if h.unknown != nil {
		h.ok = false
		return h, nil
	}
	closes := w.owner != onCall && w.closes.Equal(calendar.At(h.at))
	if h.opens || doubts {
		h.to, err = w.active(h.at)
	} else {
		h.to, err = w.activeBeside(h.at, w.owner) // it closes then, and the default region does not open
	}
	h.to.reason = h.to.reason.later(closes)
	if h.unknown = unknown(err); h.unknown != nil {
		h.ok, h.since = false, h.at
		return h, nil
	}
	return h, err
}

// takes reports whether a region takes the ticket from its present owner when it
// opens.
func (w *Watch) takes(region int) bool {
	return w.owner == onCall || region == w.regions.Default && region != w.owner
}

// opening considers the next opening of a region that takes the ticket then.
func (h *handOver) opening(c *calendar.Calendar, from time.Time) error {
	at, err := c.NextOpen(from)
	switch {
	case errors.Is(err, calendar.ErrNeverOpen):
		return nil // there is none
	case err != nil:
		return h.doubts(c, from, err)
	case !h.ok || !at.After(h.at):
		h.ok, h.at, h.opens = true, at, true
	}
	return nil
}

// doubts keeps from when on it is not known whether a calendar is open, if err,
// its answer to a question about the time after from, says so; any other error
// it returns.
func (h *handOver) doubts(c *calendar.Calendar, from time.Time, err error) error {
	why := unknown(err)
	if why == nil {
		return err
	}
	// It is the first opening that there would be on that day: the first second
	// to which Between has no answer.
	if day := why.Day.In(c.Location()); day.After(from) {
		from = day
	}
	since := from.Add(time.Duration(sort.Search(48*60*60, func(n int) bool {
		_, err := c.Between(from, from.Add(time.Duration(n+1)*time.Second))
		return err != nil
	})) * time.Second)
	if h.unknown == nil || since.Before(h.since) {
		h.unknown, h.since = why, since
	}
	return nil
}

// unknown returns the error that says that holidays are not known, if err is one,
// or nil.
func unknown(err error) *calendar.CoverageError {
	if err == nil {
		return nil
	}
	var u *calendar.CoverageError
	errors.As(err, &u)
	return u
}
