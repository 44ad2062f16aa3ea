package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A View is a ticket as people see it at an instant.
type View struct {
	*store.Ticket
	Policy *policy.Policy
	Judged []policy.Event // the events for Policy
	Answer policy.Answer
	AsOf   time.Time
	Ended  time.Time // as of AsOf
	// Happened has the ids of what happened by itself until AsOf, as known now. A notice can
	// be about something else, which a late event has undone. Happened is nil without
	// reasons.
	Happened map[string]bool
	// Broken says why the ticket cannot be judged; then there is no Answer, and
	// perhaps no Policy.
	Broken error
}

// noticesShown is how many notices of a ticket are shown, the latest.
const noticesShown = 200

// View returns a ticket as it stands at an instant, with reasons if explain is true.
func (d *Desk) View(ctx context.Context, id string, asOf time.Time, explain bool) (*View, error) {
	t, err := d.store.Ticket(ctx, id)
	if err != nil {
		return nil, err
	}
	return d.view(t, asOf, explain), nil
}

func (d *Desk) view(t *store.Ticket, asOf time.Time, explain bool) *View {
	v := &View{Ticket: t, AsOf: asOf}
	if v.Policy, v.Judged, v.Broken = d.policy(t); v.Broken != nil {
		return v
	}
	events := v.Judged
	evaluate := v.Policy.Evaluate
	if explain {
		evaluate = v.Policy.Explain
	}
	if v.Answer, v.Broken = evaluate(events, asOf); v.Broken == nil {
		v.Ended, _ = v.Answer.Ended.Get()
	}
	if explain && v.Broken == nil {
		var occurrences []policy.Occurrence
		if occurrences, v.Broken = v.Policy.Occurrences(events, time.Time{}, asOf); v.Broken == nil {
			v.Happened = make(map[string]bool, len(occurrences))
			for _, o := range occurrences {
				v.Happened[o.ID] = true
			}
		}
	}
	return v
}

// Notices returns the latest notices of a ticket that were made by an instant.
func (d *Desk) Notices(ctx context.Context, t *store.Ticket, by time.Time) ([]store.Notice, error) {
	return d.store.NoticesOf(ctx, t, by, noticesShown)
}

// Outbox returns the notices of all tickets after a given one, in order. The error is a
// [BeyondError] if that one is beyond the last notice.
func (d *Desk) Outbox(ctx context.Context, after int64, limit int) ([]store.Notice, error) {
	notices, err := d.store.Notices(ctx, after, limit)
	if err != nil || len(notices) > 0 || after == 0 {
		return notices, err
	}
	// Notices that are made in between do no harm, since the last one is read afterwards.
	last, err := d.store.LastNotice(ctx)
	if err != nil {
		return nil, err
	}
	if after > last {
		return nil, &BeyondError{After: after, Last: last}
	}
	return nil, nil
}

// A BeyondError says that somebody has a notice that does not exist: it came from another
// database. If told that there is nothing after it, a reader would wait until as many notices
// have been made, and never see those.
type BeyondError struct {
	After int64 // the requested Seq
	Last  int64 // the Seq of the last notice, 0 if there is none
}

// Error says so, and what to do.
func (e *BeyondError) Error() string {
	return fmt.Sprintf("after: %d is beyond the last notice, which is %d: the database was restored, replaced or emptied; go on after %d, or read again from 0", e.After, e.Last, e.Last)
}

// Healthy returns nil if the desk can work: its database answers, and the last attempt to
// notice what happens by itself succeeded.
func (d *Desk) Healthy(ctx context.Context) error {
	if failed := d.failed.Load(); failed != nil {
		return *failed
	}
	return d.store.Ping(ctx)
}

// A Place is where a page of a list begins: after a ticket with its instant. The zero Place
// is the beginning of the list.
type Place struct {
	At int64
	ID string
}

// A Queue is a page of a list of open tickets.
type Queue struct {
	Rows  []*View
	Sizes [listCount]int
	Open  int
	More  *Place // where the next page begins; nil if there is none
	AsOf  time.Time
}

// Queue returns the tickets of a list after a place, at most limit.
func (d *Desk) Queue(ctx context.Context, list List, after Place, limit int) (*Queue, error) {
	q := &Queue{Open: d.index.len(), AsOf: d.clock.Now()}
	for l := range listCount {
		q.Sizes[l] = d.index.size(l)
	}
	from := key{after.At, after.ID}
	if after.ID != "" {
		from.id += "\x00" // the first that comes after it
	}
	keys := d.index.page(list, from, limit+1)
	if len(keys) > limit {
		keys = keys[:limit]
		last := keys[limit-1]
		q.More = &Place{last.at, last.id}
	}
	for _, k := range keys {
		t, err := d.store.Ticket(ctx, k.id)
		if errors.Is(err, store.ErrNotFound) { // it was in doubt, and does not exist
			continue
		}
		if err != nil {
			return nil, err
		}
		q.Rows = append(q.Rows, d.view(t, q.AsOf, false))
	}
	return q, nil
}

// Ended returns tickets that have ended, the latest first.
func (d *Desk) Ended(ctx context.Context, limit int) ([]*View, error) {
	now := d.clock.Now()
	var all []*View
	for t, err := range d.store.Ended(ctx, limit) {
		if err != nil {
			return nil, err
		}
		all = append(all, d.view(t, now, false))
	}
	slices.SortFunc(all, func(a, b *View) int { return b.Ticket.Ended.Compare(a.Ticket.Ended) })
	return all, nil
}
