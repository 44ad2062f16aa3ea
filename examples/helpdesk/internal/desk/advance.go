package desk

import (
	"context"
	"errors"
	"time"

	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// advanceBatch is how many tickets are processed in one transaction: enough that catching up
// after a long night is quick, few enough that an event that arrives meanwhile does not wait
// long.
const advanceBatch = 200

// Advance notices everything that has happened by itself until now, and returns how many
// tickets it examined.
func (d *Desk) Advance(ctx context.Context) (int, error) {
	total := 0
	for {
		n, err := d.advanceSome(ctx)
		total += n
		if err != nil || n == 0 {
			return total, err
		}
	}
}

// advanceSome does so for the tickets of one transaction.
func (d *Desk) advanceSome(ctx context.Context) (int, error) {
	d.changing.Lock()
	defer d.changing.Unlock()
	now := d.clock.Now()
	keys := d.index.upTo(now.UnixNano(), advanceBatch)
	if len(keys) == 0 {
		return 0, nil
	}
	standings := make([]standing, len(keys))
	var made made
	err := d.store.Update(ctx, func(tx *store.Tx) error {
		for i, k := range keys {
			s, err := d.advanceOne(ctx, tx, k.id, now, &made)
			if err != nil {
				return err
			}
			standings[i] = s
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	for i, k := range keys {
		d.index.set(k.id, standings[i])
		d.metrics.late.Observe(now.Sub(time.Unix(0, k.at)).Seconds())
	}
	d.store.Step("indexed")
	d.told(made)
	return len(keys), nil
}

// advanceOne notices what happened to one ticket until now. An error of the
// agreement is reported and not returned: one ticket must not hold up the others.
func (d *Desk) advanceOne(ctx context.Context, tx *store.Tx, id string, now time.Time, made *made) (standing, error) {
	t, err := tx.Ticket(ctx, id)
	if errors.Is(err, store.ErrNotFound) { // it was in doubt, and does not exist
		return standing{ended: now}, nil
	}
	if err != nil {
		return standing{}, err
	}
	p, events, err := d.policy(t)
	if err != nil {
		d.broken(id, err)
		return standing{broken: true}, nil
	}
	occurrences, err := p.Occurrences(events, t.Told, now)
	if err != nil {
		d.broken(id, err)
		return standing{broken: true}, nil
	}
	if err := made.add(ctx, tx, t, occurrences, now); err != nil {
		return standing{}, err
	}
	s, err := stand(p, events, now)
	if err != nil {
		d.broken(id, err)
		return s, nil
	}
	t.Told, t.Ended = later(t.Told, now), s.ended
	return s, tx.Mark(ctx, t)
}

// A made has the notices that a transaction puts into the outbox, to be counted
// once it is committed.
type made []struct{ agreement, kind, metric string }

// add puts the occurrences of a ticket into the outbox, unless they are there already.
func (m *made) add(ctx context.Context, tx *store.Tx, t *store.Ticket, occurrences []policy.Occurrence, now time.Time) error {
	for _, o := range occurrences {
		isNew, err := tx.AddNotice(ctx, t, store.Notice{
			Occurrence: o.ID, Kind: o.Kind.String(), At: o.At, What: o.What, Metric: o.Metric, Round: o.Round, To: o.To, Region: o.Region, Made: now,
		})
		if err != nil {
			return err
		}
		if isNew {
			*m = append(*m, struct{ agreement, kind, metric string }{t.Terms.Agreement, o.Kind.String(), o.Metric})
		}
	}
	return nil
}

// told counts notices that have been committed and calls the courier.
func (d *Desk) told(made made) {
	for _, m := range made {
		d.metrics.notices.WithLabelValues(m.agreement, m.kind, m.metric).Inc()
	}
	if len(made) > 0 {
		wake(d.noticed)
	}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
