package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A NewEvent is an event that a client sends. The zero At, which is not an instant, means
// now, or the report's instant if that is later, since clocks differ and can be set back.
// (The zero time would not do for that: a client can send it as an instant.) The empty Key
// means that there is no key.
type NewEvent struct {
	At                      calendar.Moment
	Kind, Severity, Channel string
	Note                    string
	// Key is the client's name for the request: an event that is sent twice with one key is
	// stored once.
	Key string
}

// A NewTicket is a ticket that a client opens, with its first event. The empty ID
// lets the desk choose one.
type NewTicket struct {
	ID, Title string
	Terms     store.Terms
	Report    NewEvent // Kind is reported
	// More are events that have already followed. A ticket from another system is opened with
	// all of its events at once, so that what was done in time is known before anything is
	// noticed.
	More []NewEvent
}

// Create opens a ticket. It returns the ticket, and whether it has just been made, which is
// false for a repeated request: one with the same key or, without a key, with the same id and
// the same content.
func (d *Desk) Create(ctx context.Context, n NewTicket) (*store.Ticket, bool, error) {
	if err := checkTicket(&n); err != nil {
		return nil, false, err
	}
	var err error
	if n.Terms, err = d.registry.Canonical(n.Terms); err != nil {
		return nil, false, &InvalidError{Err: err}
	}
	versions, err := d.registry.Of(n.Terms)
	if err != nil {
		return nil, false, &InvalidError{Err: err}
	}
	d.changing.Lock()
	defer d.changing.Unlock()
	now := d.clock.Now()
	reported, told := n.Report.At.Get()
	if !told {
		reported = now
	}
	p, err := versions.InForce(reported)
	if err != nil {
		return nil, false, &InvalidError{"at", err}
	}
	events, err := n.events(p, now)
	if err != nil {
		return nil, false, err
	}
	t := &store.Ticket{ID: n.ID, Title: n.Title, Terms: n.Terms, Received: now, Told: now}
	var s standing
	var made made
	var before *store.Ticket // the one that an earlier request made
	err = d.store.Update(ctx, func(tx *store.Tx) error {
		before, err = d.earlierTicket(ctx, tx, &n, events)
		if before != nil || err != nil {
			return err
		}
		if err := tx.Create(ctx, t); err != nil {
			return err
		}
		for _, e := range events {
			if err := tx.AddEvent(ctx, t, e); err != nil {
				return err
			}
		}
		s, err = d.settle(ctx, tx, t, p, time.Time{}, now, &made)
		return asSent(err, 0)
	})
	switch {
	case errors.Is(err, store.ErrCommit):
		d.doubt(t.ID, now)
		return nil, false, err
	case errors.Is(err, store.ErrTaken):
		return nil, false, fmt.Errorf("%w: the id %q is %w", ErrConflict, n.ID, ErrIDTaken)
	case err != nil:
		d.unstored(err)
		return nil, false, err
	case before != nil:
		d.metrics.replays.Inc()
		return before, false, nil
	}
	d.follow(t, s, made, events...)
	return t, true, nil
}

// events checks a ticket's events and returns them as they are stored.
func (n *NewTicket) events(p *policy.Policy, now time.Time) ([]store.Event, error) {
	if len(n.More) >= MaxEvents {
		return nil, invalid("events", "a ticket has %d events at most", MaxEvents)
	}
	e, err := n.Report.event(p, now, now)
	if err != nil {
		return nil, err
	}
	events := []store.Event{e}
	for i := range n.More {
		if e, err = n.More[i].event(p, later(now, events[0].At), now); err != nil {
			return nil, &InvalidError{"events", inEvents(i, err)}
		}
		events = append(events, e)
	}
	return events, nil
}

// inEvents adds an event's place in the list to an error that begins with its place in the
// event.
func inEvents(i int, err error) error {
	return fmt.Errorf("events[%d].%s", i, strings.TrimPrefix(err.Error(), "policy: "))
}

// repeats reports whether n, with its events, is the request that made a ticket with the
// given terms. All terms are in canonical form.
func (n *NewTicket) repeats(events []store.Event, t *store.Ticket, terms store.Terms) bool {
	if n.ID != "" && n.ID != t.ID || n.Title != t.Title || n.Terms != terms || len(t.Events) < len(events) {
		return false
	}
	for i := range events {
		from := &n.Report
		if i > 0 {
			from = &n.More[i-1]
		}
		if !from.repeats(events[i], t.Events[i]) {
			return false
		}
	}
	return true
}

func checkTicket(n *NewTicket) error {
	if n.ID != "" && !idForm.MatchString(n.ID) {
		return invalid("id", "%q: write 1 to 64 letters, digits, dots, hyphens and underscores, beginning with a letter or digit", n.ID)
	}
	if n.ID == newID {
		return invalid("id", "%q is the address of the form for tickets; write another one", n.ID)
	}
	if !strings.ContainsFunc(n.Title, visible) {
		return invalid("title", "a ticket needs one that can be seen")
	}
	if err := checkText("title", n.Title, MaxTitle, false); err != nil {
		return err
	}
	for _, part := range []struct{ name, text string }{
		{"customer", n.Terms.Customer}, {"readings", n.Terms.Readings}, {"attributes", n.Terms.Attributes},
	} {
		if len(part.text) > MaxTerms {
			return invalid(part.name, "%d bytes are too many; %d at most", len(part.text), MaxTerms)
		}
	}
	return nil
}

// earlierTicket returns the ticket that the same request made before, or nil if there is
// none. The error is an ErrConflict if the key belongs to another request.
func (d *Desk) earlierTicket(ctx context.Context, tx *store.Tx, n *NewTicket, events []store.Event) (*store.Ticket, error) {
	var t *store.Ticket
	var err error
	switch {
	case n.Report.Key != "":
		t, err = tx.TicketByKey(ctx, n.Report.Key)
	case n.ID != "":
		t, err = tx.Ticket(ctx, n.ID)
	default:
		return nil, nil
	}
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	// Tickets used to be stored with their terms as sent, and such tickets still exist.
	terms, err := d.registry.Canonical(t.Terms)
	if err != nil { // its agreement has changed, or no longer exists: then it is another request
		terms = t.Terms
	}
	if n.repeats(events, t, terms) {
		return t, nil
	}
	if n.Report.Key != "" {
		return nil, fmt.Errorf("%w: %w for another ticket, %s", ErrConflict, ErrKeyUsed, t.ID)
	}
	return nil, store.ErrTaken
}

// AddEvent adds an event to a ticket. It returns the ticket with the event, the event, and
// whether it has just been stored, which is false for a key that was used before.
func (d *Desk) AddEvent(ctx context.Context, id string, n NewEvent) (*store.Ticket, store.Event, bool, error) {
	d.changing.Lock()
	defer d.changing.Unlock()
	now := d.clock.Now()
	var t *store.Ticket
	var e store.Event
	var s standing
	var made made
	stored := false
	err := d.store.Update(ctx, func(tx *store.Tx) error {
		var err error
		if t, err = tx.Ticket(ctx, id); err != nil {
			return err
		}
		p, err := d.inForce(t)
		if err != nil {
			return fmt.Errorf("%w: the ticket cannot be judged: %w", ErrConflict, err)
		}
		if e, err = n.event(p, later(now, t.Events[0].At), now); err != nil {
			return err
		}
		for _, old := range t.Events {
			if e.Key != "" && old.Key == e.Key {
				if !n.repeats(e, old) {
					return fmt.Errorf("%w: %w for another event of this ticket", ErrConflict, ErrKeyUsed)
				}
				e = old
				return nil
			}
		}
		if len(t.Events) >= MaxEvents {
			return fmt.Errorf("%w: it has %d events", ErrFull, len(t.Events))
		}
		if err := d.catchUp(ctx, tx, t, p, now, &made); err != nil {
			return err
		}
		if err := tx.AddEvent(ctx, t, e); err != nil {
			return err
		}
		e = t.Events[len(t.Events)-1]
		stored = true
		// What happened before the event is unchanged; a nanosecond earlier includes what
		// happens at its very instant.
		s, err = d.settle(ctx, tx, t, p, e.At.Add(-1), now, &made)
		return asSent(err, len(t.Events)-1)
	})
	if errors.Is(err, store.ErrCommit) {
		d.doubt(id, now)
	}
	if err != nil {
		d.unstored(err)
		return nil, store.Event{}, false, err
	}
	if !stored {
		d.metrics.replays.Inc()
		return t, e, false, nil
	}
	d.follow(t, s, made, e)
	return t, e, true, nil
}

// catchUp notices what happened to a ticket until now, as it looks without the new event.
func (d *Desk) catchUp(ctx context.Context, tx *store.Tx, t *store.Ticket, p *policy.Policy, now time.Time, made *made) error {
	if !now.After(t.Told) {
		return nil
	}
	events, err := policyEvents(p, t.Events)
	if err != nil {
		return err
	}
	occurrences, err := p.Occurrences(events, t.Told, now)
	if err != nil {
		return err
	}
	return made.add(ctx, tx, t, occurrences, now)
}

// settle checks a ticket's events, notices what happened to it after an instant,
// and marks it.
func (d *Desk) settle(ctx context.Context, tx *store.Tx, t *store.Ticket, p *policy.Policy, from, now time.Time, made *made) (standing, error) {
	events, err := policyEvents(p, t.Events)
	if err != nil {
		return standing{}, &InvalidError{Err: err}
	}
	s, err := stand(p, events, now)
	if err != nil {
		return standing{}, &InvalidError{Err: err}
	}
	if t.Told.Before(from) {
		from = t.Told
	}
	occurrences, err := p.Occurrences(events, from, now)
	if err != nil {
		return standing{}, &InvalidError{Err: err}
	}
	if err := made.add(ctx, tx, t, withoutFormerOwners(occurrences), now); err != nil {
		return standing{}, err
	}
	t.Told, t.Ended = later(t.Told, now), s.ended
	return s, tx.Mark(ctx, t)
}

// withoutFormerOwners leaves out all hand-overs but the last, of those that become known with
// a report or an event from the past: nobody was told to take over then, and whoever would be
// told now has long handed the ticket on. A Crisis of the year 2000 would bring 26,000 of
// them, all to be stored before its client is answered, and delivered before any other
// notice. All hand-overs of a ticket since the service has known it are told, even if the
// service was down: see catchUp and Advance.
func withoutFormerOwners(occurrences []policy.Occurrence) []policy.Occurrence {
	isHandOver := func(o policy.Occurrence) bool { return o.Kind == policy.OccurrenceHandOver }
	last := len(occurrences) - 1
	for last >= 0 && !isHandOver(occurrences[last]) {
		last--
	}
	if last < 0 {
		return occurrences
	}
	return slices.Concat(slices.DeleteFunc(occurrences[:last:last], isHandOver), occurrences[last:])
}

// follow updates what is in memory to match what has been committed.
func (d *Desk) follow(t *store.Ticket, s standing, made made, events ...store.Event) {
	d.index.set(t.ID, s)
	d.store.Step("indexed")
	for _, e := range events {
		d.metrics.events.WithLabelValues(e.Kind).Inc()
	}
	d.told(made)
	wake(d.earlier)
}

// event checks an event from a client and returns it as it is stored. If the client does not
// say when it happened, that is usual.
func (n *NewEvent) event(p *policy.Policy, usual, now time.Time) (store.Event, error) {
	if err := checkText("note", n.Note, MaxNote, true); err != nil {
		return store.Event{}, err
	}
	if err := checkKey(n.Key); err != nil {
		return store.Event{}, err
	}
	e := store.Event{
		At: usual, Kind: n.Kind, Severity: n.Severity, Channel: n.Channel, Note: n.Note, Key: n.Key, Received: now,
	}
	if at, told := n.At.Get(); told {
		e.At = at.UTC()
	}
	if err := checkInstant(e.At, usual, now); err != nil {
		return store.Event{}, err
	}
	if n.Channel != "" {
		if _, err := policy.ParseChannel(n.Channel); err != nil {
			return store.Event{}, &InvalidError{"channel", err}
		}
	}
	if n.Severity != "" { // as the agreement writes it
		level, err := p.Scale().Parse(n.Severity)
		if err != nil {
			return store.Event{}, &InvalidError{"severity", err}
		}
		e.Severity = level.String()
	}
	return e, nil
}

// repeats reports whether n, as event e, is the request that stored the event old.
func (n *NewEvent) repeats(e, old store.Event) bool {
	return (!n.At.IsKnown() || e.At.Equal(old.At)) && e.Kind == old.Kind && e.Severity == old.Severity &&
		e.Channel == old.Channel && e.Note == old.Note
}
