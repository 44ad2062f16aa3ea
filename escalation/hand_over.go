package escalation

import (
	"errors"
	"sort"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A handOver is a change of a ticket's owner that happens by itself (CUM-9). The zero
// handOver stands for none.
type handOver struct {
	ok     bool
	reason Reason
	to     int // the index of a region, or onCall
	at     time.Time
}

// A doubt says why it is not known who owns a ticket from an instant on (G9), up to the
// hand-over that follows. The zero doubt stands for none.
type doubt struct {
	why  *calendar.CoverageError
	from time.Time
}

// find asks the calendars for the hand-over that follows if an owner has had a ticket
// since an instant. If that is not known, it returns the doubt, with the first later
// hand-over that is known.
func (r *Rota) find(owner int, since time.Time) (handOver, doubt, error) {
	h, d, err := r.findNext(owner, since)
	if err == nil && d.why != nil {
		h, err = r.settles(d)
	}
	return h, d, err
}

// settles returns the hand-over that ends a doubt: the default region, which surely does
// not have the ticket by then, takes it over at its next opening, whoever has it. It
// returns the zero handOver if that opening is not known either.
func (r *Rota) settles(d doubt) (handOver, error) {
	at, err := r.regions[r.home].Calendar.NextOpen(d.from)
	switch {
	case err == nil:
		return handOver{ok: true, reason: DefaultOpens, to: r.home, at: at}, nil
	case unknown(err) != nil || errors.Is(err, calendar.ErrNeverOpen):
		return handOver{}, nil
	}
	return handOver{}, err
}

// findNext is find without the hand-over after a doubt.
func (r *Rota) findNext(owner int, since time.Time) (h handOver, d doubt, err error) {
	closes, err := r.closing(owner, since)
	if err != nil {
		return handOver{}, doubt{}, err
	}
	h.at, h.ok = closes.Get()
	opens := false // a region opens at h.at that takes the ticket
	for i := range r.regions {
		if !r.takes(i, owner) {
			continue
		}
		c := r.regions[i].Calendar
		at, err := c.NextOpen(since)
		switch {
		case errors.Is(err, calendar.ErrNeverOpen):
		case err != nil:
			if err := d.add(c, since, err); err != nil {
				return handOver{}, doubt{}, err
			}
		case !h.ok || !at.After(h.at):
			h.ok, h.at, opens = true, at, true
		}
	}
	if !h.ok {
		return handOver{}, d, nil
	}
	doubts := d.why != nil
	if doubts {
		// What is known may lie behind a day on which a region may open. (If the next
		// opening of each is known, there is no such day.)
		if d, err = r.doubtBefore(owner, since, h.at); err != nil || d.why != nil {
			return handOver{}, d, err
		}
	}
	var to heir
	if opens || doubts {
		to, err = r.active(h.at)
	} else {
		to, err = r.activeBeside(h.at, owner) // it closes then, and the default region does not open
	}
	if err != nil {
		if d = (doubt{unknown(err), h.at}); d.why != nil {
			err = nil
		}
		return handOver{}, d, err
	}
	h.to, h.reason = to.region, to.reason.later(closes.Equal(calendar.At(h.at)))
	return h, doubt{}, nil
}

// takes reports whether a region takes a ticket from an owner when it opens.
func (r *Rota) takes(region, owner int) bool {
	return owner == onCall || region == r.home && region != owner
}

// doubtBefore returns the doubt, if there is any, whether a region that takes the ticket
// from its owner opens between two instants.
func (r *Rota) doubtBefore(owner int, since, until time.Time) (d doubt, err error) {
	for i := range r.regions {
		if !r.takes(i, owner) {
			continue
		}
		c := r.regions[i].Calendar
		if _, err := c.Between(since, until); err != nil {
			if err := d.add(c, since, err); err != nil {
				return doubt{}, err
			}
		}
	}
	return d, nil
}

// add records from when on it is not known whether a calendar is open, if that is what
// err says, the calendar's answer to a question about the time after since. Any other
// error it returns. Of several doubts the earliest counts.
func (d *doubt) add(c *calendar.Calendar, since time.Time, err error) error {
	why := unknown(err)
	if why == nil {
		return err
	}
	// The doubt begins with the first opening that there may be on that day: at the first
	// second to which Between has no answer.
	if day := why.Day.In(c.Location()); day.After(since) {
		since = day
	}
	from := since.Add(time.Duration(sort.Search(48*60*60, func(n int) bool {
		_, err := c.Between(since, since.Add(time.Duration(n+1)*time.Second))
		return err != nil
	})) * time.Second)
	if d.why == nil || from.Before(d.from) {
		*d = doubt{why, from}
	}
	return nil
}

// unknown returns the error that holidays are not known, if err is one, or nil.
func unknown(err error) *calendar.CoverageError {
	if err == nil {
		return nil
	}
	var u *calendar.CoverageError
	errors.As(err, &u)
	return u
}
